"""The command `near`: what is nearest to tracks, a file or a text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from core.cli.collection import Folder, opened, run_job
from core.cli.output import AsJson, answer, console, table
from core.errors import RequestProblem

if TYPE_CHECKING:
    from core.store import Collection

LIKE_ENOUGH = 5
"""So many tracks are named when a name fits several."""


def near(
    folder: Folder,
    asked: Annotated[
        list[str] | None,
        typer.Argument(metavar="TRACK|FILE", help="Tracks by number, name or path, or one file outside."),
    ] = None,
    encoder: Annotated[
        str, typer.Option(help="Whose ears, or the number of an embedding set.")
    ] = "descriptors",
    text: Annotated[str, typer.Option(help="Ask with words instead.")] = "",
    minus: Annotated[list[str] | None, typer.Option(help="A track to take away.")] = None,
    at: Annotated[float | None, typer.Option(help="Only the excerpt at this second of the track.")] = None,
    k: Annotated[int, typer.Option("-k", help="How many.")] = 10,
    layer: Annotated[int | None, typer.Option(help="Of the encoder; otherwise its usual one.")] = None,
    distinct: Annotated[
        Literal["artist", "album"] | None,
        typer.Option(help="At most one of each; the asked one's not at all."),
    ] = None,
    query: Annotated[str, typer.Option("--of", help="Only among the tracks that this query finds.")] = "",
    metric: Annotated[
        Literal["cosine", "euclidean"], typer.Option(help="How nearness is measured.")
    ] = "cosine",
    duplicates: Annotated[bool, typer.Option(help="Also repeats of the same recording.")] = False,
    corrected: Annotated[bool, typer.Option(help="Take power from hubs, with mutual proximity.")] = False,
    device: Annotated[str, typer.Option(help="Where a file or a text is encoded.")] = "cpu",
    as_json: AsJson = False,
) -> None:
    """What is nearest in an encoder's full space; the more similar the higher."""
    from core.neighbours import NearRequest

    with opened(folder) as collection:
        like, file = _asked(collection, asked or [])
        unlike = tuple(_track(collection, name) for name in minus or ())
    request = NearRequest(
        encoder, like, unlike, at, file, text, layer, k, metric, query, distinct or "", duplicates, corrected
    )
    job = run_job(folder, ("near", request), None, device)
    answer(job["result"]["hits"], job["sentence"], as_json=as_json)
    if not as_json:
        _show(job["result"]["hits"], excerpts=at is not None)


def _asked(collection: Collection, names: list[str]) -> tuple[tuple[int, ...], str]:
    """Tracks, or else one file that is there."""
    if len(names) == 1 and not names[0].isdigit():
        try:
            return (_track(collection, names[0]),), ""
        except RequestProblem:
            path = Path(names[0]).expanduser().absolute()
            if not path.is_file():
                raise
            return (), str(path)
    return tuple(_track(collection, name) for name in names), ""


def _track(collection: Collection, name: str) -> int:
    from sqlalchemy import select

    from core.store.schema import Folder as FolderRow
    from core.store.schema import Track

    if name.isdigit():
        return int(name)
    with collection.database.reading() as session:
        rows = session.execute(select(Track.id, FolderRow.path, Track.shown_path).join(FolderRow)).all()
    whole = str(Path(name).expanduser().absolute())
    for fits in (
        [id_ for id_, folder, path in rows if name == path or whole == f"{folder}/{path}"],
        [id_ for id_, _, path in rows if f"/{path}".endswith(f"/{name}")],
        [id_ for id_, _, path in rows if name.lower() in path.lower()],
    ):
        if len(fits) == 1:
            return int(fits[0])
        if fits:
            named = ", ".join(path for id_, _, path in rows if id_ in fits[:LIKE_ENOUGH])
            raise RequestProblem(
                f"{name} may mean {len(fits):,} tracks, such as {named}.", "Say more of its path."
            )
    raise RequestProblem(f"No track and no file is called {name}.", "soundings find lists the tracks.")


def _show(hits: list[dict[str, object]], *, excerpts: bool) -> None:
    if not hits:
        return
    if excerpts:
        rows = [
            (h["rank"], f"{h['similarity']:.3f}", f"{h['start_s']:.1f}–{h['end_s']:.1f} s", h["path"])
            for h in hits
        ]
        table(("", "similarity", "from–to", "track"), rows, right=("", "similarity"))
    else:
        rows_ = [(h["rank"], f"{h['similarity']:.3f}", h["track_id"], h["path"]) for h in hits]
        table(("", "similarity", "number", "track"), rows_, right=("", "similarity", "number"))
    console.print("Similarity is comparable within one answer, not between encoders.", style="dim")
