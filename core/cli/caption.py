"""The command `caption`: a run that has learnt to write describes tracks."""

from __future__ import annotations

from typing import Annotated

import msgspec
import typer

from core.cli.collection import Folder, left_over, opened, run_job
from core.cli.encoders import device_named
from core.cli.near import find_track
from core.cli.output import AsJson, answer, table


def caption(
    folder: Folder,
    tracks: Annotated[
        list[str] | None, typer.Argument(help="Tracks by path or number.", metavar="[TRACK]…")
    ] = None,
    run: Annotated[int, typer.Option(help="A run of the recipe caption.")] = ...,  # type: ignore[assignment]
    query: Annotated[str, typer.Option("--of", help="Only tracks that this query finds.")] = "",
    beams: Annotated[int, typer.Option(help="Wordings followed at a time; 0: as the recipe says.")] = 0,
    temperature: Annotated[
        float | None, typer.Option(help="Above 0: words are drawn by chance, the more freely the higher.")
    ] = None,
    seed: Annotated[int, typer.Option(help="The same seed draws the same words.")] = 0,
    device: Annotated[str, typer.Option(help="Where: cpu, cuda:0, mps; auto takes the fastest.")] = "auto",
    as_json: AsJson = False,
) -> None:
    """Describe tracks in words, and keep what is said beside what people wrote."""
    from core.recipes.describing import CaptionRequest, CaptionResult

    with opened(folder) as collection:
        named = tuple(find_track(collection, track) for track in tracks or [])
    request = CaptionRequest(run, query, named, beams, temperature, seed)
    again = left_over(folder, "caption", request)
    job = run_job(folder, None if again else ("caption", request), again, device_named(device))
    result = msgspec.convert(job["result"], CaptionResult)
    if as_json:
        answer(result.captions, "", as_json=True)
        return
    answer(None, job["sentence"], as_json=False)
    rows = [(one.track_id, f"{one.start_s:.1f}–{one.end_s:.1f} s", one.text) for one in result.captions]
    table(("track", "excerpt", "what it says"), rows)
