"""The command `captions-floors`: what captions of MusicCaps reach without a sound, and ought to reach."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from core import places
from core.cli.output import AsJson, answer, console, table
from core.progress import never

if TYPE_CHECKING:
    from core.studies.musiccaps import FloorFigure, MusicCapsFloors


def captions_floors(
    csv: Annotated[
        Path, typer.Argument(help="The public table of MusicCaps, musiccaps-public.csv.", metavar="TABLE")
    ],
    seed: Annotated[int, typer.Option(help="The same seed draws the same.", min=0)] = 0,
    draws: Annotated[int, typer.Option(help="How often the constant caption is drawn.", min=1)] = 10,
    as_json: AsJson = False,
) -> None:
    """What captions of MusicCaps reach without a sound, beside the published figures."""
    from core.studies.musiccaps import musiccaps_floors, read_clips

    found = musiccaps_floors(read_clips(places.whole(csv)), seed=seed, draws=draws, should_stop=never)
    if as_json:
        answer(_data(found), "", as_json=True)
    else:
        _show(found)


def _data(found: MusicCapsFloors) -> dict[str, object]:
    from core.evaluation import caption_method
    from core.evaluation.draws import RESAMPLES

    named = dict.fromkeys(figure.figure for figure in found.figures)
    methods = {name: caption_method(name, groups=None, resamples=RESAMPLES) for name in named}
    return {**dataclasses.asdict(found), "methods": methods}


def _show(found: MusicCapsFloors) -> None:
    from core.evaluation.caption_methods import IMPLEMENTATION

    answer(None, found.sentence(), as_json=False)
    rows = [
        (
            figure.floor,
            figure.title,
            f"{figure.ours.value:.3f}",
            "" if figure.ours.low is None else f"{figure.ours.low:.3f} to {figure.ours.high:.3f}",
            "" if figure.least is None else f"{figure.least:.3f} to {figure.greatest:.3f}",
            "" if figure.published is None else f"{figure.published:.3f}",
            _verdict(figure),
        )
        for figure in found.figures
    ]
    headings = ("floor", "figure", "ours", "95 %", f"{found.draws} draws", "published", "agrees")
    table(headings, rows, right=("ours", "published"))
    notes = (
        f"Ours by {IMPLEMENTATION}, seed {found.seed}. Within {found.tolerance} they agree.",
        f"The annotators of {found.strangers:,} clips wrote no training caption; these get anybody's.",
    )
    for note in notes:
        console.print(note, markup=False)


def _verdict(figure: FloorFigure) -> str:
    if figure.agrees is None:
        return ""
    if figure.agrees:
        return "yes"
    return "no" if figure.other_seed is None else f"with seed {figure.other_seed}"
