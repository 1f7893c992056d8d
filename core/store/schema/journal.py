"""The table of edits that can be undone."""

from __future__ import annotations

from sqlalchemy.orm import Mapped, mapped_column

from core.store.schema.base import NEVER_REUSED, Base, Key, When


class EditRow(Base):
    """One edit: the rows before and after it, packed. Those that are undone come last and can be redone."""

    __tablename__ = "edits"
    __table_args__ = (NEVER_REUSED,)
    id: Mapped[Key]
    title: Mapped[str]
    changes: Mapped[bytes]
    undone: Mapped[bool] = mapped_column(default=False)
    made_at: Mapped[When]
