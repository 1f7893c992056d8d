"""The tables of a study's report. Ours and published ones never share one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from core.progress import say_seconds
from core.studies.findings import Apart, Findings, Look, Mean, OneCell
from core.studies.markup import Row, table
from core.studies.published import Published


class Told(Protocol):
    @property
    def value(self) -> float: ...
    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...


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


def results_table(findings: Findings) -> str:
    headings = (
        "Encoder",
        "Way",
        "Head",
        "Train accuracy",
        "Test accuracy",
        "Of seeds",
        "Test macro F1",
        "Seeds",
        "n",
    )
    rows = [_cell(cell) for cell in findings.cells]
    for control in findings.controls:
        figures = control.scores
        known = [say(figures.get(name)) for name in ("accuracy", "macro_f1")]
        n = next((f"{figure.n:,}" for figure in figures.values()), "")
        cells = (f"Control: {control.name}", "", "", "", known[0], "", known[1], f"run {control.run}", n)
        rows.append(Row(cells, kind="floor"))
    caption = (
        f"Table 1. Our runs and their controls on the split {findings.split.name}; means over seeds with "
        "95 % intervals. Of seeds: the least and the greatest test accuracy."
    )
    right = ("Train accuracy", "Test accuracy", "Of seeds", "Test macro F1", "n")
    return table(caption, headings, rows, right)


def _cell(cell: OneCell) -> Row:
    if not cell.runs:
        return Row((cell.title, cell.way), cell.why, "lacking")
    train, test = cell.means.get("train", {}), cell.means.get("test", {})
    accuracy = test.get("accuracy")
    seeds = ", ".join(str(run.seed) for run in cell.runs)
    return Row(
        (
            cell.title,
            f"{cell.way}; {cell.why}" if cell.why else cell.way,
            cell.head,
            say(train.get("accuracy")),
            say(accuracy),
            _range(accuracy) if len(cell.runs) > 1 else "",
            say(test.get("macro_f1")),
            seeds,
            f"{accuracy.n:,}" if accuracy else "",
        )
    )


def _range(mean: Mean | None) -> str:
    return f"{mean.least:.3f} to {mean.most:.3f}" if mean else ""


def paired_table(findings: Findings) -> str:
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
        figures = (say(pair.accuracy, signed=True), p, say(pair.macro_f1, signed=True), each)
        rows.append(Row((*said, *figures)))
    headings = ("Encoder", "Compared", "Test accuracy", "p", "Test macro F1", "Accuracy by seed")
    caption = "Table 2. The same encoder in two ways, on the same test tracks, paired."
    return table(caption, headings, rows, ("Test accuracy", "p", "Test macro F1"))


def runs_table(findings: Findings) -> str:
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
                say(run.scores.get("train", {}).get("accuracy")),
                say(run.scores.get("test", {}).get("accuracy")),
                say(run.scores.get("test", {}).get("macro_f1")),
            )
        )
        for cell in findings.cells
        for run in cell.runs
    ]
    headings = (
        "Run", "Encoder", "Way", "Recipe", "Seed", "Epochs", "In epochs", "Device", "Train accuracy",
        "Test accuracy", "Test macro F1",
    )  # fmt: skip
    right = ("Seed", "Epochs", "In epochs", "Train accuracy", "Test accuracy", "Test macro F1")
    return table("Table 4. Every run.", headings, rows, right)


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
    caption = f"Published: {published.title}. As printed, as shares."
    return table(caption, ("As printed", "Encoder learns", "Head", *titles, "Note"), rows, titles)
