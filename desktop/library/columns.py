"""What can stand in a column of the table: the fields of the collection, and what is known of the file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from core.library.fields import STANDARD, FieldInfo
from core.library.sheets import join_cell, read_number, split_cell
from desktop.cards import TrackCard
from desktop.ledger.states import state_words
from desktop.library.fields import title_of
from desktop.times import clock

REASON = "reason of state"
"""No field can be called so."""
USUAL = ("title", "artist", "genre", "year", "duration", "state")
WIDTHS = {
    "title": 130,
    "artist": 84,
    "albumartist": 84,
    "genre": 84,
    "year": 46,
    "track": 48,
    "duration": 56,
    "state": 104,
    REASON: 200,
    "path": 240,
    "rate": 72,
    "loudness": 104,
}
"""At 100 %; what is not here takes 84."""
LEAST = {"title": 84, "artist": 56, "genre": 58, "year": 46, "duration": 54, "state": 20}
"""Narrower than that nobody can read it. Of a state the sign alone will do."""
NO_TITLE = "title"


@dataclass(frozen=True)
class Column:
    """`key` is its name in the query language too, where it can be asked for and sorted by."""

    key: str
    title: str
    unit: str = ""
    is_figure: bool = False
    field: FieldInfo | None = None
    """None: it tells of the file and cannot be edited."""

    @property
    def heading(self) -> str:
        return f"{self.title}, {self.unit}" if self.unit else self.title

    @property
    def width(self) -> int:
        return WIDTHS.get(self.key, 84)

    @property
    def least(self) -> int:
        return LEAST.get(self.key, 64)

    @property
    def sorts(self) -> bool:
        return self.key != REASON

    def text(self, card: TrackCard) -> str:
        """As it is shown."""
        if self.field is not None:
            values = card.values.get(self.key, ())
            shown = [" ".join(v.split()) if isinstance(v, str) else figure(v) for v in values]
            return "; ".join(shown) if shown or self.key != NO_TITLE else card.title
        return _of_file(self.key, card)

    def is_guessed(self, card: TrackCard) -> bool:
        """What is shown is no label: the name of the file stands for a title."""
        return self.key == NO_TITLE and NO_TITLE not in card.values

    def typed(self, card: TrackCard) -> str:
        """As it is edited, exactly."""
        values = card.values.get(self.key, ())
        texts = [value if isinstance(value, str) else exact(value) for value in values]
        several = self.field is not None and self.field.many
        return "; ".join(join_cell([text]) for text in texts) if several else "".join(texts[:1])

    def read(self, text: str) -> list[str | float]:
        """The values that somebody has typed. Raises ValueError with the reason why it is none."""
        assert self.field is not None
        texts = split_cell(text) if self.field.many else [text.strip()] if text.strip() else []
        if self.field.kind != "number":
            return list(texts)
        numbers: list[str | float] = []
        for typed in texts:
            number = read_number(typed)
            if number is None:
                raise ValueError(_tr("{} holds numbers; {} is none.").format(self.title, typed))
            numbers.append(number)
        return numbers

    def exported(self, card: TrackCard) -> str:
        """For a table that others read: plain numbers, no words of the window."""
        if self.field is not None:
            values = card.values.get(self.key, ())
            return join_cell(value if isinstance(value, str) else exact(value) for value in values)
        plain = {"state": card.state, REASON: card.reason, "path": card.shown_path}
        numbers = {"duration": card.duration_s, "rate": card.rate_hz, "loudness": card.loudness_db}
        number = numbers.get(self.key)
        return plain.get(self.key) or ("" if number is None else repr(round(number, 3)))

    @property
    def exported_heading(self) -> str:
        units = {"duration": "s", "rate": "Hz", "loudness": "LUFS"}
        name = "reason" if self.key == REASON else self.key
        unit = units.get(self.key, self.unit)
        return f"{name} [{unit}]" if unit else name


def columns_for(fields: Iterable[FieldInfo]) -> dict[str, Column]:
    """All that there are, by key: those of fields first. There are titles even where no file has one:
    the names of the files stand for them."""
    standard = STANDARD[NO_TITLE]
    untitled = FieldInfo(0, standard.name, standard.kind, standard.many, standard.unit)
    found = [
        Column(field.name, title_of(field.name), field.unit, field.kind == "number", field)
        for field in {untitled.name: untitled, **{field.name: field for field in fields}}.values()
    ]
    return {column.key: column for column in (*found, *_of_files())}


def _of_files() -> list[Column]:
    return [
        Column("duration", _tr("Length"), is_figure=True),
        Column("state", _tr("State")),
        Column(REASON, _tr("Reason")),
        Column("path", _tr("File")),
        Column("rate", _tr("Rate"), "kHz", is_figure=True),
        Column("loudness", _tr("Loudness"), "LUFS", is_figure=True),
    ]


def _of_file(key: str, card: TrackCard) -> str:
    if key == "duration":
        return "" if card.duration_s is None else clock(card.duration_s)
    if key == "state":
        return state_words(card.state).title
    if key == REASON:
        return card.reason
    if key == "rate":
        return "" if card.rate_hz is None else f"{card.rate_hz / 1000:g}"
    if key == "loudness":
        return "" if card.loudness_db is None else f"{card.loudness_db:.1f}".replace("-", "−")
    return card.shown_path


def figure(value: float) -> str:
    """As many places as a table has room for."""
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value)).replace("-", "−")
    return (f"{value:.1f}" if abs(value) >= 1000 else f"{value:.4g}").replace("-", "−")


def exact(value: float) -> str:
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Columns", text)
