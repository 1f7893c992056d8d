"""Where a label comes from, in words and as an icon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.times import clock

if TYPE_CHECKING:
    from core.library.labels import LabelInfo, Value

ICONS = {"person": "person", "import": "import", "tag": "tag", "folder": "folder", "run": "computer"}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sources", text)


def source_words(source: str) -> str:
    return {
        "person": _tr("person"),
        "import": _tr("import"),
        "tag": _tr("tag"),
        "folder": _tr("folder"),
        "run": _tr("run"),
    }[source]


def brief(label: LabelInfo) -> str:
    """Beside a value: `tag`, `run 3, 82 %`, `tag, overruled`."""
    said = source_words(label.source) if label.run_id is None else _tr("run {}").format(label.run_id)
    if label.confidence is not None:
        said = _tr("{}, {} %").format(said, round(100 * label.confidence))
    return said if label.counts or label.value is None else _tr("{}, overruled").format(said)


def at_length(label: LabelInfo, runs: dict[int, str], speaks: str) -> str:
    """In a tool tip. `speaks` is the source that counts."""
    when = words.when(label.created_at)
    if label.run_id is not None:
        name = runs.get(label.run_id, "")
        said = _tr("Said by run {} ({})").format(label.run_id, name) if name else _tr("Said by run {}")
        said = said.format(label.run_id)
    else:
        said = {
            "person": _tr("Said by a person, {}").format(when),
            "import": _tr("From an imported table, {}").format(when),
            "tag": _tr("From the tags of the file"),
            "folder": _tr("From the name of its folder"),
        }[label.source]
    if label.confidence is not None:
        said = _tr("{}, {} % sure").format(said, round(100 * label.confidence))
    if label.value is None:
        return _tr("{}: there is none, whatever else is said").format(said)
    if label.counts:
        return _tr("{}; it counts").format(said)
    return _tr("{}; overruled by {}").format(said, source_words(speaks) if speaks else _tr("another source"))


def value_text(value: Value | None) -> str:
    """On one line."""
    if value is None:
        return _tr("none")
    if isinstance(value, str):
        return " ".join(value.split())
    return f"{value:,.0f}" if value.is_integer() and abs(value) >= 10_000 else f"{value:g}"


def span_words(start_s: float, end_s: float) -> str:
    return f"{clock(start_s, 1)}–{clock(end_s, 1)}"
