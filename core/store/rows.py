"""Many new rows at once.

The driver's own way hands SQLite one row after the other and gives up Python's
lock for each, so a second thread that computes makes it crawl. A statement that
holds hundreds of rows takes a fraction of the time, alone or not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from core.store.schema.base import Base

VALUES_AT_ONCE = 3000


def insert_rows(session: Session, model: type[Base], rows: Sequence[Mapping[str, Any]]) -> None:
    """Rows with the same keys. The model's defaults do not count: what a key does not say stays empty."""
    if not rows:
        return
    dialect = session.connection().dialect
    columns = [
        _converted(model.__table__.c[name].type.dialect_impl(dialect).bind_processor(dialect), rows, name)
        for name in rows[0]
    ]
    put_rows(session, model.__tablename__, list(rows[0]), list(zip(*columns, strict=True)))


def put_rows(session: Session, table: str, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """As `insert_rows`, with values that the driver takes as they are."""
    connection = session.connection()
    begin = f"INSERT INTO {table} ({', '.join(names)}) VALUES "  # noqa: S608 - names of our own
    row = f"({', '.join('?' * len(names))})"
    size = max(VALUES_AT_ONCE // len(names), 1)
    for start in range(0, len(rows), size):
        chunk = rows[start : start + size]
        values = tuple(value for cells in chunk for value in cells)
        connection.exec_driver_sql(begin + ", ".join([row] * len(chunk)), values)


def _converted(
    convert: Callable[[Any], Any] | None, rows: Sequence[Mapping[str, Any]], name: str
) -> list[Any]:
    """Each different value is converted once: all rows of a batch bear the same time."""
    values = [row[name] for row in rows]
    if convert is None:
        return values
    known = {value: convert(value) for value in dict.fromkeys(values)}
    return [known[value] for value in values]
