"""The command `clusters`: groups of tracks, what each may be called, and which to listen to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec
import typer

from core import places
from core.cli.collection import Folder, opened, run_job
from core.cli.output import AsJson, answer, console, table
from core.errors import RequestProblem

if TYPE_CHECKING:
    from core.clusters import ClusterRequest, ClusterResult


def clusters(
    folder: Folder,
    encoder: Annotated[
        str, typer.Option(help="Whose ears, or the number of an embedding set.")
    ] = "descriptors",
    method: Annotated[
        Literal["kmeans", "hdbscan"],
        typer.Option(help="kmeans puts every track in a cluster, hdbscan leaves out what is in none."),
    ] = "kmeans",
    number: Annotated[
        int | None, typer.Option("-k", "--clusters", help="How many; if left out, what is best apart.")
    ] = None,
    smallest: Annotated[
        int | None, typer.Option(help="For hdbscan: how few tracks may be a cluster.")
    ] = None,
    layer: Annotated[int | None, typer.Option(help="Of the encoder; otherwise its usual one.")] = None,
    query: Annotated[str, typer.Option("--of", help="Only the tracks that this query finds.")] = "",
    metric: Annotated[
        Literal["cosine", "euclidean"], typer.Option(help="How distance is measured.")
    ] = "cosine",
    field: Annotated[
        str, typer.Option(help="Name them after this field only, and say how far they agree with it.")
    ] = "",
    seed: Annotated[int, typer.Option(help="The same seed finds the same clusters.")] = 0,
    out: Annotated[Path | None, typer.Option(help="Write every track's cluster to this CSV file.")] = None,
    playlists: Annotated[bool, typer.Option("--playlists", help="Make a playlist of each.")] = False,
    as_json: AsJson = False,
) -> None:
    """Groups of tracks in an encoder's full space, with names suggested from labels."""
    from core.clusters import ClusterRequest

    request = ClusterRequest(encoder, layer, method, number, smallest, query, metric, seed, field)
    job, result = _find(folder, request)
    made = _keep(folder, result, out, playlists=playlists)
    answer(job["result"] | {"job": job["job"]} | made, job["sentence"], as_json=as_json)
    if not as_json:
        _show(result, made)


def _find(folder: Path, request: ClusterRequest) -> tuple[dict[str, Any], ClusterResult]:
    from core.clusters import ClusterResult

    job = run_job(folder, ("clusters", request), None)
    if job["result"] is None:
        raise RequestProblem(f"{job['title']} was stopped before there were any.", "Ask again.")
    return job, msgspec.convert(job["result"], ClusterResult)


def _keep(folder: Path, result: ClusterResult, out: Path | None, *, playlists: bool) -> dict[str, Any]:
    """What was asked for beside the answer."""
    from core.clusters.keep import as_table, make_playlists
    from core.store.files import write_text

    made: dict[str, Any] = {}
    with opened(folder) as collection:
        if out is not None:
            write_text(places.whole(out), as_table(collection, result))
            made["file"] = str(out)
        if playlists:
            made["playlists"] = make_playlists(collection, result)
    return made


def _kept(made: dict[str, Any]) -> list[str]:
    said = [f"Every track is in {made['file']}."] if "file" in made else []
    if "playlists" in made:
        number = len(made["playlists"])
        said.append(f"{number:,} {'playlist' if number == 1 else 'playlists'} made.")
    return said


def _show(result: ClusterResult, made: dict[str, Any]) -> None:
    rows = [
        (
            one.number,
            f"{one.size:,}",
            f"{one.compactness:.2f}",
            one.name or "–",
            one.medoid.path,
            str(one.reasons[0]) if one.reasons else "",
        )
        for one in result.clusters
    ]
    if rows:
        headings = ("", "tracks", "compact", "perhaps", "in the middle", "because")
        table(headings, rows, right=("", "tracks", "compact"))
    for said in result.remarks():
        console.print(said, style="dim", markup=False)
    for said in _kept(made):
        console.print(said, markup=False)
