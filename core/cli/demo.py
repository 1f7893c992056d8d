"""The command `demo`: music made here, with the truth known, as a collection."""

from __future__ import annotations

from typing import Annotated

import typer

from core.cli.collection import Folder, opened, run_job
from core.cli.library import scan_folders
from core.cli.output import AsJson, answer, tell

NAME = "Demo collection"
AUDIO = "audio"


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
    from core.demo.collection import DemoRequest
    from core.library.importers.truth import import_truth
    from core.store import create_collection
    from core.store.database import FILE_NAME

    folder = folder.expanduser().absolute()
    audio = folder / AUDIO
    request = DemoRequest(str(audio), tracks, seconds, seed, stems, midi)
    if not (folder / FILE_NAME).exists():
        create_collection(folder, NAME).close()
    tell(run_job(folder, ("demo", request), None)["sentence"])
    job = scan_folders(folder, [audio])
    with opened(folder) as collection:
        report = import_truth(collection, audio)
    data = {
        "collection": str(folder),
        "tracks": report.tracks,
        "labels": report.labels,
        "captions": report.captions,
        "ledger": job["result"]["ledger"],
    }
    answer(data, f"{NAME} in {folder}: {report.tracks:,} tracks with their truth.", as_json=as_json)
    if open_:
        raise typer.Exit(context.obj(folder))
