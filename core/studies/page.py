"""The page of a study's report: one file that needs no other, to be read, printed, sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files

from core.maps.request import SAID
from core.studies.chart import chart_name
from core.studies.findings import Findings, Look, OneCell, Stage
from core.studies.markup import element, items, page, picture
from core.studies.published import Published, find_published
from core.studies.tables import (
    apart_table,
    example_table,
    movers_table,
    paired_table,
    published_table,
    results_table,
    runs_table,
    say,
    told_figures,
)
from core.studies.tasks import manner_of

MAPS = """\
Maps show all tracks, also those that were learnt from, which lie apart afterwards if only because they were
learnt by heart. Whether anything was learnt that holds elsewhere, the test tracks tell."""
OTHERS = """\
These figures were printed by others, from their music, their splits and their settings. None of them is ours,
and none is in a table above. Intervals are Wilson's, of as many tracks as were judged, where a share of them
is told."""
EXAMPLES = """\
Test tracks as people have described them and as the first run of each cell has. A seed has chosen them, not
how well they went."""
NO_VALID = """\
The split has no valid part: nothing can choose an epoch, so all are made and the last one is judged."""
METHODS = """\
Intervals are of 95 %: for other artists of the same kind where artists are known, else for other tracks.
A mean over seeds has its interval from the same resamples for all; beside it, the least and the greatest.
Ways of one encoder are compared on the same test tracks. Their p is how often ways that change places at \
random, an artist at a time, lie at least so far apart; it is not corrected for the number of comparisons.
Controls are judged on the same test tracks: {controls}.
methods.txt says of every run its recipe, split, seed, checkpoints, hardware and versions; results.csv has \
every figure; study.json has this page as data."""


def write_page(findings: Findings, pictures: Mapping[str, bytes]) -> str:
    """`pictures` are PNG, by their names without the ending."""
    style = files("resources").joinpath("studies/report.css").read_text("utf-8")
    parts = [
        *_head(findings),
        *_results(findings, pictures),
        *_examples(findings),
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
    what = f"{len(findings.classes)} values of {findings.field}" if findings.classes else "captions"
    tracks = (
        f"In the collection {findings.collection}: {what}, "
        f"{split.train + split.valid + split.test:,} tracks{query}. "
        f"Split {split.name}: {split.train:,} train, {split.valid:,} valid, {split.test:,} test tracks; "
        f"{artists}."
    )
    yield element("p", tracks)
    if split.asked:
        asked = f"The study asks for the split {split.asked}, which is not here; this one was made instead."
        yield element("p", asked, "note")
    if not split.valid:
        yield element("p", NO_VALID, "note")
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
    yield items(answers(findings))
    yield results_table(findings)
    for title, note in {cell.title: cell.note for cell in findings.cells if cell.note}.items():
        yield element("p", f"{title}: {note}", "note")
    manner, chart = manner_of(findings.task), chart_name(findings)
    lacking = [figure.title for figure in manner.figures if figure not in told_figures(findings)]
    if findings.done and lacking:
        unknown = f"Nobody has said enough of the test tracks to judge {' and '.join(lacking)}."
        yield element("p", unknown, "note")
    if manner.more:
        yield element("p", manner.more, "note")
    if chart in pictures:
        title = f"Test {manner.first.title}"
        alt = f"{title} of each encoder and control with its interval; the figures are in the table above."
        said = f"{title}. Hollow: controls, and encoders that are {findings.cells[0].way}."
        yield picture(pictures[chart], alt, said)
    if findings.paired:
        yield paired_table(findings)


def answers(findings: Findings) -> list[str]:
    """The best one, beside the strongest control; then each encoder that learnt along."""
    manner = manner_of(findings.task)
    first = manner.first
    known = [cell for cell in findings.cells if first.key in cell.means.get("test", {})]
    if not known:
        return ["No run is done yet."]
    best = max(known, key=lambda cell: cell.means["test"][first.key].value)
    seeds = f"mean of {len(best.runs)} seeds" if len(best.runs) > 1 else f"seed {best.runs[0].seed} alone"
    lucky = f" It is the best of {len(known)}, and so may have been lucky." if len(known) > 1 else ""
    told = say(best.means["test"][first.key])
    does = manner.best.format(field=findings.field)
    said = [f"{best.title}, {best.way}, {does}: test {first.title} {told}, {seeds}.{lucky}"]
    said += _beside_floors(findings, best)
    for pair in findings.paired:
        if first.key not in pair.figures:
            continue
        chance = "" if pair.p is None else f", p {pair.p:.2g}"
        apart = say(pair.figures[first.key], signed=True)
        said.append(f"{pair.encoder}: {pair.second} less {pair.first} is {apart}{chance}.")
    return said


def _beside_floors(findings: Findings, best: OneCell) -> Iterator[str]:
    """A floor that is strong in one figure may be weak in another."""
    first = manner_of(findings.task).first
    for figure in told_figures(findings):
        floors = [one for one in findings.controls if figure.key in one.scores]
        mean = best.means["test"].get(figure.key)
        if not floors or mean is None:
            continue
        floor = max(floors, key=lambda one: one.scores[figure.key].value)
        clear = mean.low is not None and mean.low > floor.scores[figure.key].value
        has = f"{floor.title}, has {say(floor.scores[figure.key])}"
        if figure == first:
            yield f"The strongest control, {has}{'' if clear else '; the best is not clear of it'}."
        else:
            beside = "clear of it" if clear else "not clear of it"
            yield f"In {figure.title} it has {say(mean)}; the strongest control, {has}: {beside}."


def _examples(findings: Findings) -> Iterator[str]:
    if not findings.examples:
        return
    yield element("h2", "What was written")
    yield element("p", EXAMPLES)
    yield from map(example_table, findings.examples)
    varied = [
        f"{one.encoder}, {one.way}, run {one.run}: {one.different:,} different captions of {one.n:,} tracks."
        for one in findings.variety
    ]
    yield items(varied)


def _looks(findings: Findings, pictures: Mapping[str, bytes]) -> Iterator[str]:
    if not findings.looks:
        return
    yield element("h2", "Before and after")
    yield element("p", MAPS)
    if any(stage.apart for look in findings.looks for stage in look.stages):
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
    told = {figure.name for figure in manner_of(findings.task).figures}
    others = "; ".join(column.title for column in table.columns if column.metric not in told)
    untold = f" Not told here: {others}." if others else ""
    yield element("p", f"Judged on {', '.join(splits)}; {beside}.{untold}")
    yield published_table(table)
    if table.notes:
        yield element("p", "What is known to be wrong with it, or must be kept in mind:")
        yield items(table.notes)


def _methods(findings: Findings) -> Iterator[str]:
    yield element("h2", "How it was done")
    if findings.source:
        yield element("p", " ".join(findings.source.split()))
    yield items(METHODS.format(controls=manner_of(findings.task).controls).splitlines())
    yield runs_table(findings)
