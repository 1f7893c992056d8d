"""The labels of a track, or of several, as lines: each value with its field and who says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QCoreApplication

from core.library.edits import Span, Target
from desktop import words
from desktop.track.facts import Common, SeveralFacts, TrackFacts
from desktop.track.sources import ICONS, at_length, brief, span_words, value_text

if TYPE_CHECKING:
    from core.library.fields import FieldInfo
    from core.library.labels import LabelInfo, Value


def _tr(text: str) -> str:
    return QCoreApplication.translate("Lines", text)


@dataclass(frozen=True)
class Line:
    """`head`: the first line of its field. `counting` is all that counts at this place, in order; `spoken`:
    a person speaks there. A "new" line is where another value is typed.

    Of several tracks there is no label: `value` is what all of them have, if they have it alike.
    """

    kind: Literal["value", "new"]
    field: FieldInfo
    targets: tuple[Target, ...]
    text: str
    quiet: str = ""
    icon: str = ""
    value: Value | None = None
    label: LabelInfo | None = None
    counting: tuple[Value, ...] = ()
    spoken: bool = False
    tip: str = ""
    head: bool = False

    @property
    def overruled(self) -> bool:
        return self.label is not None and not self.label.counts and self.label.value is not None

    @property
    def span(self) -> Span | None:
        return self.targets[0] if len(self.targets) == 1 and isinstance(self.targets[0], Span) else None

    @property
    def key(self) -> tuple[object, ...]:
        """What stays the same when the labels are read again."""
        return (self.kind, self.field.name, self.span, self.value, self.label.source if self.label else "")

    def said(self) -> str:
        """For screen readers."""
        return ", ".join(part for part in (self.field.name, self.text, self.tip or self.quiet) if part)


def of_track(facts: TrackFacts) -> list[Line]:
    lines: list[Line] = []
    by_field: dict[str, list[LabelInfo]] = {}
    for label in facts.labels:
        by_field.setdefault(label.field, []).append(label)
    for field in facts.fields:
        if field.name in by_field:
            lines += _of_field(facts, field, by_field[field.name])
    return lines


def _of_field(facts: TrackFacts, field: FieldInfo, labels: list[LabelInfo]) -> list[Line]:
    places: dict[tuple[float, float] | None, list[LabelInfo]] = {}
    for label in labels:
        span = None if label.start_s is None or label.end_s is None else (label.start_s, label.end_s)
        places.setdefault(span, []).append(label)
    lines = [line for span, here in places.items() for line in _at_place(facts, field, span, here)]
    return [replace(lines[0], head=True), *lines[1:]]


def _at_place(
    facts: TrackFacts, field: FieldInfo, span: tuple[float, float] | None, labels: list[LabelInfo]
) -> Iterable[Line]:
    counting = tuple(label.value for label in labels if label.counts and label.value is not None)
    spoken = any(label.source == "person" for label in labels)
    speaks = next((label.source for label in labels if label.counts), "person" if spoken else "")
    target: Target = facts.id if span is None else Span(facts.id, *span)
    for label in sorted(labels, key=lambda label: (label.value is not None and not label.counts, label.id)):
        text = value_text(label.value)
        tip = at_length(label, facts.runs, speaks)
        quiet = brief(label)
        if span is not None:
            quiet = f"{span_words(*span)} · {quiet}"
            tip = f"{_tr('In the excerpt {}').format(span_words(*span))}. {tip}"
        whole = label.value if isinstance(label.value, str) else text
        tip = f"{whole}\n{tip}" if label.value is not None else tip
        yield Line(
            *("value", field, (target,), text, quiet, ICONS[label.source], label.value, label),
            *(counting, spoken, tip),
        )


def of_several(facts: SeveralFacts) -> list[Line]:
    lines: list[Line] = []
    for common in facts.common:
        alike = common.different == 1
        value = common.counts[0][0] if alike else None
        text = (
            value_text(value) if alike else _tr("{} different values").format(words.number(common.different))
        )
        everywhere = common.tracks == len(facts.ids)
        quiet = (
            _tr("on all")
            if everywhere
            else _tr("on {} of {}").format(words.number(common.tracks), words.number(len(facts.ids)))
        )
        field = common.field
        counting = (value,) if value is not None and everywhere else ()
        lines.append(
            Line(
                "value", field, facts.ids, text, quiet, "", value, None, counting, True, _named(common), True
            )
        )
    return lines


def _named(common: Common) -> str:
    shown = [f"{value_text(value)}: {words.tracks(n)}" for value, n in common.counts]
    if common.different > len(shown):
        shown.append(_tr("and {} more").format(words.number(common.different - len(shown))))
    return "\n".join(shown)


def new_line(line: Line) -> Line:
    """Where another value of the same field, of the same place, is typed."""
    return replace(line, kind="new", text="", quiet="", icon="", value=None, label=None, tip="", head=False)
