"""The page of a study's report: one file that needs no other, to be read, printed, sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files

from core.maps.request import SAID
from core.studies.findings import Findings, Look, Stage
from core.studies.markup import element, items, page, picture
from core.studies.published import Published, find_published
from core.studies.tables import (
    apart_table,
    movers_table,
    paired_table,
    published_table,
    results_table,
    runs_table,
    say,
)

CHART = "figures/accuracy"
MAPS = """\
Maps show all tracks, also those that were learnt from, which lie apart afterwards if only because they were
learnt by heart. Whether anything was learnt that holds elsewhere, the test tracks tell."""
OTHERS = """\
These figures were printed by others, from their music, their splits and their settings. None of them is ours,
and none is in a table above. Intervals are Wilson's, of as many tracks as were judged."""
METHODS = """\
Intervals are of 95 %: for other artists of the same kind where artists are known, else for other tracks.
A mean over seeds has its interval from the same resamples for all; beside it, the least and the greatest.
Ways of one encoder are compared on the same test tracks. Their p is how often ways that change places at \
random, an artist at a time, lie at least so far apart; it is not corrected for the number of comparisons.
Controls are judged on the same test tracks: the largest class, labels at random, labels shuffled, a network \
that has learnt nothing, and descriptors.
methods.txt says of every run its recipe, split, seed, checkpoints, hardware and versions; results.csv has \
every figure; study.json has this page as data."""


def write_page(findings: Findings, pictures: Mapping[str, bytes]) -> str:
    """`pictures` are PNG, by their names without the ending."""
    style = files("resources").joinpath("studies/report.css").read_text("utf-8")
    parts = [
        *_head(findings),
        *_results(findings, pictures),
        *_looks(findings, pictures),
        *_published(findings),
        *_methods(findings),
    ]
    return page(findings.title, style, parts)


def _head(findings: Findings) -> Iterator[str]:
    split = findings.split
    yield element("h1", findings.title)
    yield element("p", findings.question, "lead")
    query = f" that “{findings.query}” finds" if findings.query else ""
    artists = (
        f"the test tracks are of {split.artists:,} artists" if split.artists else "artists are not known"
    )
    tracks = (
        f"In the collection {findings.collection}: {len(findings.classes)} values of {findings.field}, "
        f"{split.train + split.valid + split.test:,} tracks{query}. "
        f"Split {split.name}: {split.train:,} train, {split.valid:,} valid, {split.test:,} test tracks; "
        f"{artists}."
    )
    yield element("p", tracks)
    if split.asked:
        asked = f"The study asks for the split {split.asked}, which is not here; this one was made instead."
        yield element("p", asked, "note")
    for sentence in split.said:
        yield element("p", sentence, "warning")
    if findings.done < findings.wanted:
        done = (
            f"{findings.done:,} of {findings.wanted:,} runs are done; what follows is what there is so far."
        )
        yield element("p", done, "warning")
    yield element("p", f"Written {findings.written}.", "note")


def _results(findings: Findings, pictures: Mapping[str, bytes]) -> Iterator[str]:
    yield element("h2", "What was found")
    yield items(_answers(findings))
    yield results_table(findings)
    for title, note in {cell.title: cell.note for cell in findings.cells if cell.note}.items():
        yield element("p", f"{title}: {note}", "note")
    if CHART in pictures:
        alt = (
            "Test accuracy of each encoder and control with its interval; the figures are in the table above."
        )
        yield picture(
            pictures[CHART],
            alt,
            f"Test accuracy. Hollow: controls, and encoders that are {findings.cells[0].way}.",
        )
    if findings.paired:
        yield paired_table(findings)


def _answers(findings: Findings) -> list[str]:
    """The best one, beside the strongest control; then each encoder that learnt along."""
    known = [cell for cell in findings.cells if "accuracy" in cell.means.get("test", {})]
    if not known:
        return ["No run is done yet."]
    best = max(known, key=lambda cell: cell.means["test"]["accuracy"].value)
    seeds = f"mean of {len(best.runs)} seeds" if len(best.runs) > 1 else f"seed {best.runs[0].seed} alone"
    lucky = f" It is the best of {len(known)}, and so may have been lucky." if len(known) > 1 else ""
    accuracy = say(best.means["test"]["accuracy"])
    first = (
        f"{best.title}, {best.way}, tells {findings.field} best: test accuracy {accuracy}, {seeds}.{lucky}"
    )
    said = [first]
    floors = [one for one in findings.controls if "accuracy" in one.scores]
    if floors:
        floor = max(floors, key=lambda one: one.scores["accuracy"].value)
        low = best.means["test"]["accuracy"].low
        clear = (
            ""
            if low is not None and low > floor.scores["accuracy"].value
            else "; the best is not clear of it"
        )
        said.append(f"The strongest control, {floor.name}, has {say(floor.scores['accuracy'])}{clear}.")
    for pair in findings.paired:
        if pair.accuracy is None:
            continue
        chance = "" if pair.p is None else f", p {pair.p:.2g}"
        said.append(
            f"{pair.encoder}: {pair.second} less {pair.first} is {say(pair.accuracy, signed=True)}{chance}."
        )
    return said


def _looks(findings: Findings, pictures: Mapping[str, bytes]) -> Iterator[str]:
    if not findings.looks:
        return
    yield element("h2", "Before and after")
    yield element("p", MAPS)
    yield apart_table(findings)
    for look in findings.looks:
        yield from _look(look, findings.field, pictures)


def _look(look: Look, field: str, pictures: Mapping[str, bytes]) -> Iterator[str]:
    yield element("h3", look.encoder)
    if look.why:
        yield element("p", look.why, "warning")
    drawn = [
        picture(pictures[one.picture], " ".join(one.caption), f"{SAID[one.method]} of {_stage(stage)}.")
        for of_method in zip(*(stage.maps for stage in look.stages), strict=True)
        for stage, one in zip(look.stages, of_method, strict=True)
    ]
    if drawn:
        yield f'<div class="pair">{"".join(drawn)}</div>'
    if look.moved:
        yield movers_table(look, field)


def _stage(stage: Stage) -> str:
    return f"{stage.encoder}, {stage.way}" + (f" in run {stage.run}" if stage.run else "")


def _published(findings: Findings) -> Iterator[str]:
    if not findings.published:
        return
    yield element("h2", "What others have published")
    yield element("p", OTHERS, "warning")
    for table in map(find_published, findings.published):
        yield from _one_published(findings, table)


def _one_published(findings: Findings, table: Published) -> Iterator[str]:
    yield element("h3", table.title)
    yield element("p", table.source, "note")
    splits = sorted({column.split or "a split that is not stated" for column in table.columns})
    same = findings.split.name in splits
    beside = "the same split as here" if same else f"here the split is {findings.split.name}: not comparable"
    yield element("p", f"Judged on {', '.join(splits)}; {beside}.")
    yield published_table(table)
    if table.notes:
        yield element("p", "What is known to be wrong with it, or must be kept in mind:")
        yield items(table.notes)


def _methods(findings: Findings) -> Iterator[str]:
    yield element("h2", "How it was done")
    if findings.source:
        yield element("p", " ".join(findings.source.split()))
    yield items(METHODS.splitlines())
    yield runs_table(findings)
