"""Commands that ask what is near what: near, path, match, hubs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from core import places
from core.cli.collection import Folder, opened, run_job
from core.cli.output import AsJson, answer, console, table
from core.errors import RequestProblem

if TYPE_CHECKING:
    from core.store import Collection

LIKE_ENOUGH = 5
"""So many tracks are named when a name fits several."""
ABOUT = (
    *("asked", "start", "end", "a_path", "b_path", "encoder", "embedding_set", "layer", "metric", "searched"),
    *("corrected", "method", "recall", "chance"),
)
"""What of an answer goes into every row of a table."""

Encoder = Annotated[str, typer.Option(help="Whose ears, or the number of an embedding set.")]
Layer = Annotated[int | None, typer.Option(help="Of the encoder; otherwise its usual one.")]
Measure = Annotated[
    Literal["cosine", "euclidean"], typer.Option("--metric", help="How nearness is measured.")
]
Within = Annotated[str, typer.Option("--of", help="Only among the tracks that this query finds.")]
Out = Annotated[Path | None, typer.Option(help="Also write the answer to this table (.csv or .tsv).")]


def near(
    folder: Folder,
    asked: Annotated[
        list[str] | None,
        typer.Argument(metavar="TRACK|FILE", help="Tracks by number, name or path, or one file outside."),
    ] = None,
    encoder: Encoder = "descriptors",
    text: Annotated[str, typer.Option(help="Ask with words instead.")] = "",
    minus: Annotated[list[str] | None, typer.Option(help="A track to take away.")] = None,
    at: Annotated[float | None, typer.Option(help="Only the excerpt at this second of the track.")] = None,
    k: Annotated[int, typer.Option("-k", help="How many.")] = 10,
    layer: Layer = None,
    distinct: Annotated[
        Literal["artist", "album"] | None,
        typer.Option(help="At most one of each; the asked one's not at all."),
    ] = None,
    query: Within = "",
    metric: Measure = "cosine",
    duplicates: Annotated[bool, typer.Option(help="Also repeats of the same recording.")] = False,
    corrected: Annotated[bool, typer.Option(help="Take power from hubs, with mutual proximity.")] = False,
    device: Annotated[str, typer.Option(help="Where a file or a text is encoded.")] = "cpu",
    out: Out = None,
    as_json: AsJson = False,
) -> None:
    """What is nearest in an encoder's full space; the more similar the higher."""
    from core.neighbours import NearRequest

    with opened(folder) as collection:
        like, file = _asked(collection, asked or [])
        unlike = tuple(find_track(collection, name) for name in minus or ())
    request = NearRequest(
        encoder, like, unlike, at, file, text, layer, k, metric, query, distinct or "", duplicates, corrected
    )
    job = run_job(folder, ("near", request), None, device)
    result = job["result"]
    _write(out, result, ("rank", "track_id", "path", "similarity", "start_s", "end_s"), "hits")
    answer(result["hits"], job["sentence"], as_json=as_json)
    if not as_json:
        _show(result, excerpts=at is not None)


def path(
    folder: Folder,
    start: Annotated[str, typer.Argument(metavar="TRACK", help="By number, name or path.")],
    end: Annotated[str, typer.Argument(metavar="TRACK", help="Where to.")],
    encoder: Encoder = "descriptors",
    steps: Annotated[int, typer.Option(help="From each track to so many of its nearest.")] = 12,
    layer: Layer = None,
    metric: Measure = "cosine",
    query: Within = "",
    out: Out = None,
    as_json: AsJson = False,
) -> None:
    """Tracks that lead from one to another, each near the next."""
    from core.neighbours import PathRequest

    with opened(folder) as collection:
        ends = find_track(collection, start), find_track(collection, end)
    job = run_job(folder, ("path", PathRequest(encoder, *ends, steps, layer, metric, query)), None)
    result = job["result"]
    _write(out, result, ("track_id", "path", "similarity"), "tracks")
    answer(result["tracks"], job["sentence"], as_json=as_json)
    if not as_json and result["tracks"]:
        rows = [(_figure(t["similarity"]), t["track_id"], t["path"]) for t in result["tracks"]]
        table(("similarity", "number", "track"), rows, right=("similarity", "number"))
        _compare(metric)


def match(
    folder: Folder,
    a: Annotated[str, typer.Argument(metavar="TRACK", help="By number, name or path.")],
    b: Annotated[
        str, typer.Argument(metavar="[TRACK]", help="Another; how the one is built if left out.")
    ] = "",
    encoder: Encoder = "descriptors",
    layer: Layer = None,
    out: Out = None,
    as_json: AsJson = False,
) -> None:
    """Which seconds of one track match which of another, or where one track repeats itself."""
    from core.neighbours import MatchRequest

    with opened(folder) as collection:
        request = MatchRequest(
            encoder, find_track(collection, a), find_track(collection, b) if b else None, layer
        )
    job = run_job(folder, ("match", request), None)
    result = job["result"]
    _write(out, result, ("a_start_s", "a_end_s", "b_start_s", "b_end_s", "similarity"), "stretches")
    answer(result, job["sentence"], as_json=as_json)
    if not as_json:
        _show_match(result)


def hubs(
    folder: Folder,
    encoder: Encoder = "descriptors",
    k: Annotated[int, typer.Option("-k", help="Neighbours of each.")] = 10,
    layer: Layer = None,
    metric: Measure = "cosine",
    as_json: AsJson = False,
) -> None:
    """Tracks that are near everything because of the space, before and after the correction."""
    from core.neighbours import HubsRequest

    job = run_job(folder, ("hubs", HubsRequest(encoder, k, layer, metric)), None)
    result = job["result"]
    answer(result, job["sentence"], as_json=as_json)
    if as_json:
        return
    for said, found in (("as they are", result["before"]), ("corrected", result["after"])):
        orphans = f"{found['orphans']:,} tracks are among the {k} nearest of none"
        console.print(f"\nNeighbours {said}: skewness {found['skewness']:.2f}; {orphans}.", markup=False)
        rows = [(f"{hub['named']:,}", hub["track_id"], hub["path"]) for hub in found["hubs"]]
        table(("near", "number", "track"), rows, right=("near", "number"))
    console.print("Above a skewness of 1.4 or so, hubs decide what is found.", style="dim")


def _asked(collection: Collection, names: list[str]) -> tuple[tuple[int, ...], str]:
    """Tracks, or else one file that is there."""
    if len(names) == 1 and not names[0].isdigit():
        try:
            return (find_track(collection, names[0]),), ""
        except RequestProblem:
            path = places.whole(names[0])
            if not path.is_file():
                raise
            return (), str(path)
    return tuple(find_track(collection, name) for name in names), ""


def find_track(collection: Collection, name: str) -> int:
    """The track of that number, path, or name where only one bears it."""
    from sqlalchemy import select

    from core.store.schema import Folder as FolderRow
    from core.store.schema import Track

    if name.isdigit():
        return int(name)
    with collection.database.reading() as session:
        rows = session.execute(select(Track.id, FolderRow.path, Track.shown_path).join(FolderRow)).all()
    whole = str(places.whole(name))
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


def _show(result: dict[str, Any], *, excerpts: bool) -> None:
    hits = result["hits"]
    if not hits:
        return
    if excerpts:
        rows = [(h["rank"], _figure(h["similarity"]), _span(h, ""), h["path"]) for h in hits]
        table(("", "similarity", "from–to", "track"), rows, right=("", "similarity"))
    else:
        rows = [(h["rank"], _figure(h["similarity"]), h["track_id"], h["path"]) for h in hits]
        table(("", "similarity", "number", "track"), rows, right=("", "similarity", "number"))
    if result["method"] == "index":
        found = f"Found by an index that finds {100 * result['recall']:.1f} % of the ten nearest."
        console.print(found, style="dim")
    _compare(result["metric"])


def _show_match(result: dict[str, Any]) -> None:
    same = result["a"] == result["b"]
    if result["parts_s"]:
        begins = ", ".join(f"{at:.1f}" for at in result["parts_s"])
        console.print(f"Parts begin at 0.0, {begins} s.", markup=False)
    if result["stretches"]:
        columns = ("similarity", result["a_path"], "comes again at" if same else result["b_path"])
        rows = [
            (_figure(found["similarity"]), _span(found, "a_"), _span(found, "b_"))
            for found in result["stretches"]
        ]
        table(columns, rows, right=("similarity",))
    if result["chance"] is not None and not same:
        said = f"Of pairs with other tracks, one in a hundred is more alike than {result['chance']:.3f}."
        console.print(said, style="dim")


def _span(found: dict[str, Any], side: str) -> str:
    return f"{found[f'{side}start_s']:.1f}–{found[f'{side}end_s']:.1f} s"


def _figure(similarity: float | None) -> str:
    return "" if similarity is None else f"{similarity:.3f}"


def _compare(metric: str) -> None:
    if metric == "euclidean":
        console.print("Similarity is the distance below zero.", style="dim")
    console.print("Similarity is comparable within one answer, not between encoders.", style="dim")


def _write(out: Path | None, result: dict[str, Any], columns: Sequence[str], list_: str) -> None:
    if out is None:
        return
    from core.cli.sheet import write_sheet

    measure = {"cosine": "cosine", "euclidean": "distance below zero"}[result.get("metric", "cosine")]
    units = {"similarity": f"similarity [{measure}]"}
    about = {key: result[key] for key in ABOUT if key in result}
    headings = {name: units.get(name, name) for name in columns}
    write_sheet(places.whole(out), headings, result[list_], about)
