"""The tables of a study's report. Ours and published ones never share one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from core.progress import say_seconds
from core.studies.findings import Apart, Example, Findings, Look, Mean, OneCell
from core.studies.markup import Row, table
from core.studies.published import Published
from core.studies.tasks import Shown, manner_of


class Told(Protocol):
    @property
    def value(self) -> float: ...
    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...


class Counted(Told, Protocol):
    @property
    def n(self) -> int: ...


def say(told: Told | None, *, signed: bool = False) -> str:
    """`0.72 (0.66 to 0.77)`."""
    if told is None:
        return ""
    value = _digits(told.value, signed)
    if told.low is None or told.high is None:
        return value
    return f"{value} ({_digits(told.low, signed)} to {_digits(told.high, signed)})"


def _digits(value: float, signed: bool) -> str:
    """Without a nought below nought."""
    rounded = round(value, 3) + 0.0
    return f"{rounded:+.3f}" if signed and rounded else f"{rounded:.3f}"


def told_figures(findings: Findings) -> tuple[Shown, ...]:
    """The first one, and the others as far as any run or control has them."""
    known = {key for cell in findings.cells for key in cell.means.get("test", {})}
    known |= {key for control in findings.controls for key in control.scores}
    first, *others = manner_of(findings.task).figures
    return (first, *(figure for figure in others if figure.key in known))


def results_table(findings: Findings) -> str:
    first, *others = told_figures(findings)
    right = (
        f"Train {first.title}",
        f"Test {first.title}",
        "Of seeds",
        *(f"Test {figure.title}" for figure in others),
        "n",
    )
    headings = ("Encoder", "Way", manner_of(findings.task).head, *right[:-1], "Seeds", "n")
    rows = [_cell(cell, first, others) for cell in findings.cells]
    for control in findings.controls:
        figures = control.scores
        n = next((f"{figure.n:,}" for figure in figures.values()), "")
        known = (say(figures.get(first.key)), "", *(_figure(figures, other, n) for other in others))
        cells = (f"Control: {control.title}", "", "", "", *known, f"run {control.run}", n)
        rows.append(Row(cells, kind="floor"))
    caption = (
        f"Table 1. Our runs and their controls on the split {findings.split.name}; means over seeds with "
        f"95 % intervals. Of seeds: the least and the greatest test {first.title}."
    )
    return table(caption, headings, rows, right)


def _cell(cell: OneCell, first: Shown, others: Sequence[Shown]) -> Row:
    if not cell.runs:
        return Row((cell.title, cell.way), cell.why, "lacking")
    train, test = cell.means.get("train", {}), cell.means.get("test", {})
    mean = test.get(first.key)
    n = f"{mean.n:,}" if mean else ""
    return Row(
        (
            cell.title,
            f"{cell.way}; {cell.why}" if cell.why else cell.way,
            cell.head,
            say(train.get(first.key)),
            say(mean),
            _range(mean) if len(cell.runs) > 1 else "",
            *(_figure(test, other, n) for other in others),
            ", ".join(str(run.seed) for run in cell.runs),
            n,
        )
    )


def _figure(figures: Mapping[str, Counted], shown: Shown, n: str) -> str:
    """With its own number of tracks where that is another than the row's."""
    figure = figures.get(shown.key)
    own = f", n {figure.n:,}" if figure and n and f"{figure.n:,}" != n else ""
    return f"{say(figure)}{own}"


def _range(mean: Mean | None) -> str:
    return f"{mean.least:.3f} to {mean.most:.3f}" if mean else ""


def paired_table(findings: Findings) -> str:
    first, *others = told_figures(findings)
    rows = list[Row]()
    for pair in findings.paired:
        said = (pair.encoder, f"{pair.second} less {pair.first}")
        if pair.why:
            rows.append(Row(said, pair.why, "lacking"))
            continue
        each = "; ".join(
            f"{one.seed}: {one.value:+.3f}" + ("" if one.p is None else f", p {one.p:.2g}")
            for one in pair.seeds
        )
        p = "" if pair.p is None else f"{pair.p:.2g}"
        told = [say(pair.figures.get(figure.key), signed=True) for figure in (first, *others)]
        rows.append(Row((*said, told[0], p, *told[1:], each)))
    titles = [f"Test {figure.title}" for figure in (first, *others)]
    right = (titles[0], "p", *titles[1:])
    by_seed = f"{first.title[:1].upper()}{first.title[1:]} by seed"
    caption = (
        f"Table 2. The same encoder in two ways, on the same test tracks, paired; p is of the {first.title}."
    )
    return table(caption, ("Encoder", "Compared", *right, by_seed), rows, right)


def runs_table(findings: Findings) -> str:
    first, *others = told_figures(findings)
    rows = [
        Row(
            (
                f"Run {run.run}",
                cell.encoder,
                cell.way,
                cell.recipe,
                f"{run.seed}",
                f"{run.epochs:,}",
                say_seconds(run.seconds) if run.epochs else "",
                run.device,
                say(run.scores.get("train", {}).get(first.key)),
                *(say(run.scores.get("test", {}).get(figure.key)) for figure in (first, *others)),
            )
        )
        for cell in findings.cells
        for run in cell.runs
    ]
    titles = (f"Train {first.title}", *(f"Test {figure.title}" for figure in (first, *others)))
    headings = ("Run", "Encoder", "Way", "Recipe", "Seed", "Epochs", "In epochs", "Device", *titles)
    return table("Table 4. Every run.", headings, rows, ("Seed", "Epochs", "In epochs", *titles))


def example_table(example: Example) -> str:
    rows = [Row(("People", example.human))]
    rows += [Row((f"{said.encoder}, {said.way}, run {said.run}", said.text)) for said in example.said]
    return table(f"{example.path}, track {example.track_id}.", ("Who", "Caption"), rows, ())


def apart_table(findings: Findings) -> str:
    rows = [
        Row((look.encoder, stage.way, stage.layer, *_apart(apart)))
        for look in findings.looks
        for stage in look.stages
        for apart in stage.apart
    ]
    headings = (
        "Encoder",
        "Vectors",
        "Layer",
        "Tracks",
        "k",
        "Purity",
        "By chance",
        "At best",
        "Silhouette",
        "n",
    )
    caption = (
        f"Table 3. How far the values of {findings.field} lie apart in the full space, by cosine. Purity is "
        "the share of the k nearest that carry the same value: of all tracks among those of other artists, "
        "where they are known; of test tracks among the train tracks."
    )
    return table(caption, headings, rows, ("k", "Purity", "By chance", "At best", "Silhouette", "n"))


def _apart(apart: Apart) -> Iterator[str]:
    share, part = apart.purity, {"all": "all", "test": "test among train"}[apart.part]
    yield from (part, f"{apart.k}", say(share))
    yield "" if share is None or share.by_chance is None else f"{share.by_chance:.3f}"
    yield "" if share is None or share.at_best is None else f"{share.at_best:.3f}"
    yield say(apart.silhouette)
    yield "" if share is None else f"{share.n:,}"


def movers_table(look: Look, field: str) -> str:
    moved = look.moved
    assert moved
    rows = [
        Row((mover.path, mover.value, f"{mover.overlap:.0%}", f"{mover.track_id}")) for mover in moved.movers
    ]
    stayed = (
        ""
        if moved.overlap is None
        else f" On average {say(moved.overlap)} stayed, by chance {moved.overlap.by_chance:.3f}."
    )
    caption = (
        f"The biggest movers of {look.encoder}: tracks whose {moved.k} nearest in the full space are other "
        f"ones now, of {moved.tracks:,}.{stayed}"
    )
    return table(
        caption,
        ("Track", field, "Neighbours that stayed", "Number"),
        rows,
        ("Neighbours that stayed", "Number"),
    )


def published_table(published: Published) -> str:
    titles = [f"{column.title} ({column.data}, {column.part})" for column in published.columns]
    rows = [
        Row(
            (
                row.name,
                row.tune,
                row.head,
                *(say(published.score(row, column)) for column in published.columns),
                row.note or row.source,
            )
        )
        for row in published.rows
    ]
    shares = ", as shares" if any(column.unit == "%" for column in published.columns) else ""
    caption = f"Published: {published.title}. As printed{shares}."
    return table(caption, ("As printed", "Encoder learns", "Head", *titles, "Note"), rows, titles)
