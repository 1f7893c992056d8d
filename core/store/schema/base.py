"""What every table shares: names for constraints, UTC times, paths as bytes, JSON."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from typing import Annotated, Any

from sqlalchemy import JSON, DateTime, ForeignKey, LargeBinary, MetaData, String
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, mapped_column
from sqlalchemy.types import TypeDecorator


def now() -> datetime:
    return datetime.now(UTC)


class UtcTime(TypeDecorator[datetime]):
    """SQLite forgets the zone; we only ever store UTC."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.astimezone(UTC).replace(tzinfo=None) if value else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value else None


class FilePath(TypeDecorator[str]):
    """A path as the file system's own bytes, since a name need not be valid text."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        return os.fsencode(value) if value is not None else None

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        return os.fsdecode(value) if value is not None else None


Json = dict[str, Any]
Key = Annotated[int, mapped_column(primary_key=True)]
When = Annotated[datetime, mapped_column(UtcTime, default=now)]
MaybeWhen = Annotated[datetime | None, mapped_column(UtcTime)]
Path = Annotated[str, mapped_column(FilePath)]
Sha256 = Annotated[str, mapped_column(String(64))]
NEVER_REUSED = {"sqlite_autoincrement": True}
"""For ids that people cite and files carry in their names."""


def part_of(target: str) -> ForeignKey:
    """This row means nothing without `target` and goes with it."""
    return ForeignKey(target, ondelete="CASCADE")


def mentions(target: str) -> ForeignKey:
    """This row stays when `target` goes."""
    return ForeignKey(target, ondelete="SET NULL")


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {Json: JSON(none_as_null=True), list[str]: JSON(none_as_null=True)}  # noqa: RUF012
