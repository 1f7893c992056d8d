"""The rows of the table of runs: which are shown, in which order, and what keeps them apart."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.results.axis import Axis, axis_of
from desktop.results.figures import (
    CONSTANT,
    control_encoder,
    control_words,
    heading,
    interval_words,
    state_words,
    task_words,
    value_words,
)

if TYPE_CHECKING:
    from core.runs.shown import Figure, RunLine
    from desktop.results.read import Facts, Leaks, SplitFacts

COLUMNS = (
    "mark", "run", "what", "encoder", "split", "seed", "figure", "interval", "plot", "second",
    "state", "note", "tags", "study",
)  # fmt: skip
FIGURES = ("figure", "interval", "plot", "second")
"""Sorted by these, controls stand among runs, and what is not comparable stands below."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Results", text)


@dataclass(frozen=True)
class Asked:
    """What is wanted of the table."""

    subject: str = ""
    """Task and field; empty: that of the run that is looked at."""
    text: str = ""
    controls: bool = True
    archived: bool = False
    sort: str = "figure"
    down: bool = True


@dataclass(frozen=True)
class Row:
    """A run, or a control that was judged with it."""

    run: int
    control: str = ""
    name: str = ""
    what: str = ""
    title: str = ""
    encoder: str = ""
    split: str = ""
    split_tip: str = ""
    seed: str = ""
    seed_tip: str = ""
    figure: Figure | None = None
    second: Figure | None = None
    chance: float | None = None
    state: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    study: int | None = None
    archived: bool = False
    reason: str = ""
    """Why it is not comparable with what it stands beside."""


@dataclass(frozen=True)
class Table:
    rows: tuple[Row, ...] = ()
    subject: str = ""
    subjects: Mapping[str, tuple[str, int]] | None = None
    """By key, what runs do and how many there are."""
    leading: str = ""
    second: str = ""
    axis: Axis = Axis(0, 1, (0, 0.25, 0.5, 0.75, 1))
    runs: int = 0
    """That are shown."""
    whole: int = 0
    archived: int = 0


def subject_of(line: RunLine, facts: Facts | None) -> str:
    field = facts.field if facts is not None and line.task != "caption" else ""
    return f"{line.task}:{field}"


def build(
    lines: Sequence[RunLine],
    facts: Mapping[int, Facts],
    leaks: Leaks,
    asked: Asked,
    run: int | None = None,
) -> Table:
    """`run` is the one that is looked at: others are held against its split."""
    known = [line for line in lines if line.run in facts]
    subjects = _subjects(known, facts)
    subject = _subject(known, facts, asked, run)
    ours = [line for line in known if subject_of(line, facts[line.run]) == subject]
    leading, second = _figures(ours)
    seen = [line for line in ours if (asked.archived or not line.archived) and _fits(line, facts, asked)]
    against = _against(ours, facts, leaks, run)
    kin = _kin(ours, facts)
    made = [_row(line, facts[line.run], (leading, second), kin) for line in seen]
    rows = [replace(row, reason=_reason(facts[row.run], against, leaks)) for row in made]
    controls = _control_rows(against, (leading, second)) if asked.controls and rows else []
    return Table(
        tuple(_sorted(rows, controls, asked, (leading, second))),
        subject,
        subjects,
        leading,
        second,
        axis_of(leading, [row.figure for row in [*rows, *controls] if row.figure is not None]),
        len(rows),
        len(ours),
        sum(line.archived for line in ours),
    )


def _subjects(lines: Sequence[RunLine], facts: Mapping[int, Facts]) -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    for line in lines:
        key = subject_of(line, facts[line.run])
        if key not in found:
            found[key] = (task_words(line.task, key.partition(":")[2]), 0)
        found[key] = (found[key][0], found[key][1] + 1)
    return found


def _subject(lines: Sequence[RunLine], facts: Mapping[int, Facts], asked: Asked, run: int | None) -> str:
    there = {subject_of(line, facts[line.run]) for line in lines}
    if asked.subject in there:
        return asked.subject
    looked = [line for line in lines if line.run == run]
    judged = [line for line in lines if line.scores]
    return next((subject_of(line, facts[line.run]) for line in (*looked, *judged, *lines)), "")


def _figures(lines: Sequence[RunLine]) -> tuple[str, str]:
    """The leading figure of the task and the next, as the first judged run has them."""
    from core.runs.shown import LEADING, leading

    for line in lines:
        if line.scores:
            return (*leading(line.task, line.scores), "", "")[:2]  # type: ignore[return-value]
    return (*LEADING.get(lines[0].task if lines else "", ("", "")), "")[:2]  # type: ignore[return-value]


def _fits(line: RunLine, facts: Mapping[int, Facts], asked: Asked) -> bool:
    if not asked.text:
        return True
    about = facts[line.run]
    parts = (
        _tr("Run {}").format(line.run), line.recipe, about.title, about.encoder, line.split or "",
        what_words(about), line.notes, *line.tags, state_words(line.state)[0],
    )  # fmt: skip
    whole = " ".join(parts).casefold()
    return all(word in whole for word in asked.text.casefold().split())


def what_words(facts: Facts) -> str:
    """`Frozen, hidden layer`"""
    if facts.tune == "whole":
        return _tr("Fine-tuned")
    if facts.tune == "lora":
        return _tr("LoRA, rank {}").format(facts.rank)
    heads = {
        "linear": _tr("Frozen, linear"),
        "mlp": _tr("Frozen, hidden layer"),
        "logistic": _tr("Frozen, logistic"),
        "svm": _tr("Frozen, SVM"),
        "writer": _tr("Frozen, writer"),
    }
    return heads.get(facts.head, _tr("Frozen"))


def split_words(split: SplitFacts | None) -> str:
    if split is None:
        return _tr("Split deleted")
    if split.method != "stratified":
        return split.name
    if not split.together:
        return _tr("Tracks at random")
    kept = {
        "artist": _tr("Artists kept together"),
        "album": _tr("Albums kept together"),
        "recording": _tr("Recordings kept together"),
    }
    return next((said for group, said in kept.items() if group in split.together), split.name)


Kin = Mapping[tuple[str, str | None], Sequence["RunLine"]]
"""Judged runs by the text of their recipe and their split, the archived ones too."""


def _kin(lines: Sequence[RunLine], facts: Mapping[int, Facts]) -> Kin:
    found: dict[tuple[str, str | None], list[RunLine]] = defaultdict(list)
    for line in lines:
        if line.scores:
            found[facts[line.run].text, line.split].append(line)
    return found


def _seeds(line: RunLine, facts: Facts, kin: Kin) -> list[RunLine]:
    """One run of each seed of the same recipe."""
    same = kin.get((facts.text, line.split), ())
    return list({other.seed: other for other in (*same, line)}.values())


def _row(line: RunLine, facts: Facts, figures: tuple[str, str], kin: Kin) -> Row:
    leading, second = figures
    seeds = _seeds(line, facts, kin)
    figure = line.scores.get(leading)
    several = len(seeds) > 1
    return Row(
        line.run,
        "",
        _tr("Run {}").format(line.run),
        what_words(facts),
        facts.title or line.recipe,
        facts.encoder,
        split_words(facts.split),
        facts.split.name if facts.split else "",
        _tr("{} of {}").format(line.seed, len(seeds)) if several else str(line.seed),
        _seeds_tip(seeds, leading) if several else "",
        figure,
        line.scores.get(second),
        _chance(facts, leading),
        line.state,
        line.notes,
        line.tags,
        line.study,
        line.archived,
    )


def _seeds_tip(seeds: Sequence[RunLine], leading: str) -> str:
    values = [line.scores[leading].value for line in seeds if leading in line.scores]
    named = ", ".join(str(line.seed) for line in sorted(seeds, key=lambda line: line.seed))
    said = _tr("Of the same recipe there are the seeds {}").format(named)
    if not values:
        return said
    mean = value_words(leading, math.fsum(values) / len(values))
    low, high = value_words(leading, min(values)), value_words(leading, max(values))
    return _tr("{}. {}: {} on average, from {} to {}").format(said, heading(leading), mean, low, high)


def _chance(facts: Facts, leading: str) -> float | None:
    for name in CONSTANT:
        if leading in facts.controls.get(name, {}):
            return facts.controls[name][leading].value
    return None


def _against(
    lines: Sequence[RunLine], facts: Mapping[int, Facts], leaks: Leaks, run: int | None
) -> Facts | None:
    """The run whose split and controls the others are held against; one that leaks for want of another."""
    looked = [line for line in lines if line.run == run and line.scores and not _leak(facts[line.run], leaks)]
    judged = [line for line in lines if line.scores and not line.archived]
    clean = [line for line in judged if not _leak(facts[line.run], leaks)]
    return next((facts[line.run] for line in (*looked, *clean, *judged)), None)


def _leak(facts: Facts, leaks: Leaks) -> str:
    """`38 artists on both sides`"""
    found = leaks.get(facts.split.name) if facts.split else None
    if not found:
        return ""
    said = {
        "artist": (_tr("1 artist on both sides"), _tr("{} artists on both sides")),
        "recording": (_tr("1 recording on both sides"), _tr("{} recordings on both sides")),
        "album": (_tr("1 album on both sides"), _tr("{} albums on both sides")),
    }
    for group, (one, several) in said.items():
        if count := found.get(group, 0):
            return one if count == 1 else several.format(words.number(count))
    return ""


def _reason(facts: Facts, against: Facts | None, leaks: Leaks) -> str:
    other = against is not None and facts.split != against.split
    if leak := _leak(facts, leaks):
        return (_tr("{}: not comparable") if other else _tr("{}: may be too high")).format(leak)
    if facts.split is None:
        return _tr("Split deleted: not comparable")
    return _tr("Other test tracks: not comparable") if other else ""


def _control_rows(against: Facts | None, figures: tuple[str, str]) -> list[Row]:
    if against is None:
        return []
    test = _tr("same test tracks")
    tip = _tr("Judged with run {}, on the same tracks").format(against.run)
    if against.split is not None:
        test = _tr("same {}").format(_tr("{} test tracks").format(words.number(against.split.test)))
    return [
        Row(
            against.run,
            control,
            _tr("Control"),
            control_words(control),
            tip,
            control_encoder(control),
            test,
            tip,
            "–",
            "",
            found.get(figures[0]),
            found.get(figures[1]),
            _chance(against, figures[0]),
        )
        for control, found in against.controls.items()
    ]


def _sorted(
    rows: Sequence[Row], controls: Sequence[Row], asked: Asked, figures: tuple[str, str]
) -> list[Row]:
    newest = sorted(rows, key=lambda row: -row.run)
    if asked.sort not in FIGURES:
        runs = sorted(newest, key=lambda row: _key(row, asked.sort), reverse=asked.down)
        return [*runs, *controls]
    from core.runs.book import ENDED

    of_second = asked.sort == "second"

    def value(row: Row) -> float:
        figure = row.second if of_second else row.figure
        return -math.inf if figure is None else figure.value

    judged = [row for row in [*newest, *controls] if value(row) > -math.inf]
    without = [row for row in newest if value(row) == -math.inf]
    return [
        *(row for row in without if row.state not in ENDED),
        *sorted((row for row in judged if not row.reason), key=value, reverse=asked.down),
        *sorted((row for row in judged if row.reason), key=value, reverse=asked.down),
        *(row for row in without if row.state in ENDED),
    ]


def _key(row: Row, column: str) -> tuple[object, ...]:
    if column == "run":
        return (row.run,)
    if column == "seed":
        return (int(row.seed.split()[0]),)
    if column == "study":
        return (row.study or 0,)
    text = {
        "what": row.what,
        "encoder": row.encoder,
        "split": row.split,
        "state": state_words(row.state)[0],
        "note": row.note,
        "tags": ", ".join(row.tags),
    }.get(column, "")
    return (text.casefold(),)


def cell_words(row: Row, column: str, table: Table) -> str:
    """What stands in a cell."""
    if column in ("name", "run"):
        return row.name
    if column == "figure":
        return value_words(table.leading, row.figure.value) if row.figure else ""
    if column == "interval":
        return interval_words(table.leading, row.figure)
    if column == "second":
        return value_words(table.second, row.second.value) if row.second else ""
    if column == "state":
        return state_words(row.state)[0] if row.state else ""
    if column == "note":
        return " · ".join(part for part in (row.note, row.reason) if part)
    if column == "tags":
        return ", ".join(row.tags)
    if column == "study":
        return "" if row.study is None else str(row.study)
    return {"what": row.what, "encoder": row.encoder, "split": row.split, "seed": row.seed}.get(column, "")
