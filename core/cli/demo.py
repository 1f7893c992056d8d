"""The command `demo`: music made here, with the truth known, as a collection."""

from __future__ import annotations

from typing import Annotated

import typer

from core import places
from core.cli.collection import Folder, left_over, run_job
from core.cli.output import AsJson, answer, tell


def demo(
    context: typer.Context,
    folder: Folder,
    tracks: Annotated[int, typer.Option(help="How many pieces.")] = 120,
    seconds: Annotated[float, typer.Option(help="How long each lasts.")] = 10.0,
    seed: Annotated[int, typer.Option(help="The same seed makes the same music.")] = 0,
    midi: Annotated[bool, typer.Option(help="Also write each piece as a MIDI file.")] = False,
    stems: Annotated[bool, typer.Option(help="Also write each voice on its own.")] = False,
    open_: Annotated[bool, typer.Option("--open/--no-open", help="Open it in the window.")] = False,
    as_json: AsJson = False,
) -> None:
    """Compose and play a small library in many styles, and make a collection of it."""
    from core.demo.request import NAME, DemoRequest
    from core.library.listen import ListenRequest
    from core.store import create_collection
    from core.store.database import FILE_NAME

    folder = places.whole(folder)
    request = DemoRequest(tracks=tracks, seconds=seconds, seed=seed, stems=stems, midi=midi)
    if not (folder / FILE_NAME).exists():
        create_collection(folder, NAME).close()
    again = left_over(folder, "demo", request)
    made = run_job(folder, None if again else ("demo", request), again)
    tell(made["sentence"])
    heard = run_job(folder, ("listen", ListenRequest()), None)
    known = {name: made["result"][name] for name in ("tracks", "labels", "captions")}
    data = {"collection": str(folder), **known, "ledger": heard["result"]["ledger"]}
    answer(data, f"{NAME} in {folder}: {known['tracks']:,} tracks with their truth.", as_json=as_json)
    if open_:
        raise typer.Exit(context.obj(folder))
