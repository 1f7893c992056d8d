"""Commands on maps: draw, list, show, place, compare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from core.cli.collection import Folder, opened, run_job
from core.cli.output import AsJson, answer, console, table
from core.errors import RequestProblem

if TYPE_CHECKING:
    from core.maps import MapInfo, MapRequest, SeparationRequest, StabilityRequest
    from core.store import Collection

Encoders = Annotated[
    list[str] | None,
    typer.Option(help="Whose ears, or the number of an embedding set; several give maps to compare."),
]
Layer = Annotated[int | None, typer.Option(help="Of the encoder; otherwise its usual one.")]
Measure = Annotated[
    Literal["cosine", "euclidean"], typer.Option("--metric", help="How nearness is measured.")
]
Of = Annotated[str, typer.Option("--of", help="Only the tracks that this query finds.")]
Out = Annotated[
    Path | None, typer.Option(help="Also write it to this table (.csv, .tsv) or picture (.png, .svg).")
]
By = Annotated[
    str, typer.Option("--field", help="Colour by this field, and tell how far its values lie apart.")
]
Within = Annotated[str, typer.Option(help="With --field: only among tracks of the same value of this field.")]
Apart = Annotated[
    Literal["artist", "album", "recording"] | None,
    typer.Option(help="With --field: neighbours that share this do not count."),
]
Nearest = Annotated[int, typer.Option("-k", help="With --field: neighbours of each that are looked at.")]
Again = Annotated[int, typer.Option(help="Draw it so many times from other starts, to see what stays.")]


class Action(StrEnum):
    LIST = "list"
    SHOW = "show"
    DELETE = "delete"


def map_(
    folder: Folder,
    encoder: Encoders = None,
    method: Annotated[Literal["pca", "tsne", "umap"], typer.Option(help="How it is drawn.")] = "tsne",
    seed: Annotated[int, typer.Option(help="The same seed draws the same map.")] = 0,
    layer: Layer = None,
    query: Of = "",
    metric: Measure = "cosine",
    perplexity: Annotated[
        float, typer.Option(help="Of t-SNE: about how many neighbours pull at each track.")
    ] = 30.0,
    neighbours: Annotated[int, typer.Option(help="Of UMAP: neighbours looked at.")] = 15,
    min_dist: Annotated[float, typer.Option(help="Of UMAP: how close tracks may lie.")] = 0.1,
    like: Annotated[int, typer.Option(help="The number of a map to start from and be laid over.")] = 0,
    again: Annotated[bool, typer.Option("--again", help="Although the same map is there.")] = False,
    drawings: Again = 0,
    field: By = "",
    within: Within = "",
    apart: Apart = None,
    k: Nearest = 15,
    out: Out = None,
    as_json: AsJson = False,
) -> None:
    """Draw an embedding set in two dimensions, and judge how far the drawing can be believed."""
    from core.maps import MapRequest
    from core.maps.export import check_ending

    encoders = encoder or ["descriptors"]
    if out:
        check_ending(out)
    asked = _Asked(drawings, field, within, apart or "", k, out)
    asked.requests(1)
    request = MapRequest(
        encoders[0], method, layer, query, metric, seed, perplexity, neighbours, min_dist, like, again
    )
    found = list(_draw(folder, encoders, request, asked, as_json=as_json))
    answer(found[0] if len(found) == 1 else found, "", as_json=as_json)


def _draw(
    folder: Path, encoders: list[str], request: MapRequest, asked: _Asked, *, as_json: bool
) -> Iterator[dict[str, Any]]:
    """A map for each encoder; the first is what the others start from and are laid over."""
    for name in encoders:
        request = replace(request, encoder=name)
        job = _run(folder, "map", request)
        number = job["result"]["map"]
        out = _numbered(asked.out, name, encoders)
        found = job["result"] | _tell(folder, number, replace(asked, out=out))
        request = replace(request, like=request.like or number)
        if not as_json:
            answer(None, job["sentence"], as_json=False)
            _show(found)
        yield found


def maps(
    folder: Folder,
    action: Annotated[Action, typer.Argument(help="What to do.")] = Action.LIST,
    number: Annotated[int, typer.Argument(help="The map's number.", metavar="[MAP]")] = 0,
    drawings: Again = 0,
    field: By = "",
    within: Within = "",
    apart: Apart = None,
    k: Nearest = 15,
    out: Out = None,
    as_json: AsJson = False,
) -> None:
    """List the maps of a collection, show one with its figures, or delete one; a map can be drawn again."""
    from core.maps import delete_map, list_maps
    from core.maps.export import check_ending

    if out:
        check_ending(out)
    if action == Action.SHOW:
        told = _tell(folder, number, _Asked(drawings, field, within, apart or "", k, out))
        answer(told, "", as_json=as_json)
        if not as_json:
            _show(told)
        return
    with opened(folder) as collection:
        if action == Action.DELETE:
            delete_map(collection, number)
            answer({"deleted": number}, f"Map {number} is gone; it can be drawn again.", as_json=as_json)
            return
        known = list_maps(collection)
    answer([_row(info) for info in known], "" if known else "No map has been drawn.", as_json=as_json)
    if known and not as_json:
        _list(known)


def _list(known: list[MapInfo]) -> None:
    lines = [
        (i.id, i.encoder, i.method, i.seed, f"{i.shown:,} of {i.total:,}", _figure(i), _drawn(i))
        for i in known
    ]
    headings = ("map", "encoder", "method", "seed", "shown", "trustworthiness", "drawn (UTC)")
    table(headings, lines, right=("map", "seed", "shown", "trustworthiness"))


def _drawn(info: MapInfo) -> str:
    return f"{info.created_at:%Y-%m-%d %H:%M}"


def place(
    folder: Folder,
    number: Annotated[int, typer.Argument(metavar="MAP", help="The map's number.")],
    file: Annotated[
        Path | None,
        typer.Argument(help="A recording outside; tracks that are new if left out.", metavar="[FILE]"),
    ] = None,
    device: Annotated[str, typer.Option(help="Where the file is encoded.")] = "cpu",
    as_json: AsJson = False,
) -> None:
    """Find the place of new tracks, or of a file, on a map on which nothing else moves."""
    from core import places
    from core.maps import PlaceRequest

    request = PlaceRequest(number, str(places.whole(file)) if file else "")
    job = _run(folder, "place", request, device)
    answer(job["result"], job["sentence"], as_json=as_json)
    if file and not as_json:
        console.print(f"Nearest tracks in the full space: {', '.join(map(str, job['result']['near']))}.")


def movers(
    folder: Folder,
    before: Annotated[str, typer.Argument(help="An encoder, or the number of an embedding set.")],
    after: Annotated[str, typer.Argument(help="Another one.")],
    before_layer: Layer = None,
    after_layer: Layer = None,
    k: Annotated[int, typer.Option("-k", help="Neighbours of each.")] = 15,
    most: Annotated[int, typer.Option(help="How many movers are named.")] = 20,
    query: Of = "",
    metric: Measure = "cosine",
    out: Annotated[Path | None, typer.Option(help="Also write them to this table (.csv or .tsv).")] = None,
    as_json: AsJson = False,
) -> None:
    """Which tracks have other neighbours in the full space after than before."""
    from core.cli.sheet import write_sheet
    from core.maps import MoversRequest

    request = MoversRequest(before, after, before_layer, after_layer, query, metric, k, most)
    job = _run(folder, "movers", request)
    result = job["result"]
    if out:
        keys = ("rank", "track_id", "path", "overlap")
        about = {name: result[name] for name in ("before", "after", "k", "tracks")}
        write_sheet(out, {key: key for key in keys}, result["movers"], about)
    answer(result, job["sentence"], as_json=as_json)
    if result["movers"] and not as_json:
        lines = [(m["rank"], f"{m['overlap']:.2f}", m["track_id"], m["path"]) for m in result["movers"]]
        table(("", "stayed", "number", "track"), lines, right=("", "stayed", "number"))


@dataclass(frozen=True)
class _Asked:
    """What is wanted of a map, beside the map."""

    drawings: int
    field: str
    within: str
    apart: str
    k: int
    out: Path | None

    def requests(self, number: int) -> tuple[StabilityRequest | None, SeparationRequest | None]:
        """What has to be found out; a problem where it cannot be asked."""
        from core.maps import SeparationRequest, StabilityRequest

        if not self.field and (self.within or self.apart):
            raise RequestProblem("What should be compared within or apart?", "Name it with --field.")
        again = StabilityRequest(number, self.drawings) if self.drawings else None
        if not self.field:
            return again, None
        return again, SeparationRequest(number, self.field, self.within, self.apart, self.k)


def _run(folder: Path, kind: str, request: object, device: str = "cpu") -> dict[str, Any]:
    """The job, which has a result."""
    job = run_job(folder, (kind, request), None, device)
    if job["result"] is None:
        raise RequestProblem(f"{job['title']} was stopped before there was anything to keep.")
    return job


def _tell(folder: Path, number: int, asked: _Asked) -> dict[str, Any]:
    """What is known of a map, with what was asked on top; written to a file, too."""
    from core.maps import read_map

    again, compare = asked.requests(number)
    told: dict[str, Any] = {}
    with opened(folder) as collection:
        read_map(collection, number)
    if again:
        told["stability"] = _run(folder, "stability", again)["result"]
    if compare:
        job = _run(folder, "separation", compare)
        told["separation"] = job["result"] | {"sentence": job["sentence"]}
    with opened(folder) as collection:
        kept = read_map(collection, number)
        if asked.out:
            _write(collection, number, asked.field, asked.out)
        if kept.info.method == "pca":
            told["axes"] = _axes(collection, number)
    return _row(kept.info) | told


def _write(collection: Collection, number: int, field: str, out: Path) -> None:
    from core.cli.sheet import write_sheet
    from core.library.groups import read_values
    from core.library.ledger import paths_of
    from core.maps import export, read_map

    kept = read_map(collection, number)
    values = read_values(collection, field) if field else {}
    if out.suffix.lower() in export.PICTURES:
        export.draw_picture(out, kept, field, values)
        return
    with collection.database.reading() as session:
        paths = paths_of(session, kept.track_ids.tolist())
    lines = export.rows(kept, paths, values)
    headings = {key: key for key in lines[0] if key != "value" or field}
    if field:
        headings["value"] = field
    about = {"about": " ".join(export.caption(kept.info))}
    write_sheet(out, headings, lines, about)


def _axes(collection: Collection, number: int) -> list[dict[str, Any]]:
    from core.maps import read_map
    from core.maps.loadings import loadings

    return loadings(collection, read_map(collection, number))


def _numbered(out: Path | None, encoder: str, encoders: list[str]) -> Path | None:
    """With several encoders each has a file of its own."""
    return out if out is None or len(encoders) == 1 else out.with_stem(f"{out.stem}-{encoder}")


def _row(info: MapInfo) -> dict[str, Any]:
    from core.maps.kept import HIDDEN

    return {
        "map": info.id,
        "encoder": info.encoder,
        "embedding_set": info.embedding_set,
        "method": info.method,
        "seed": info.seed,
        "n": info.total,
        "shown": info.shown,
        "trust": info.trust,
        "settings": {name: value for name, value in info.settings.items() if name not in HIDDEN},
        "created_at": info.created_at,
    }


def _figure(info: MapInfo) -> str:
    return f"{info.trust['trustworthiness']:.3f}" if "trustworthiness" in info.trust else ""


def _show(told: dict[str, Any]) -> None:
    """A map's figures for people."""
    trust = told["trust"]
    if "trustworthiness" in trust:
        sampled = f", judged on {trust['sampled']:,} tracks" if trust.get("sampled") else ""
        console.print(
            f"Trustworthiness {trust['trustworthiness']:.3f}, continuity {trust['continuity']:.3f}; "
            f"{trust['kept']:.1%} of the {trust['k']} nearest are so on the map, too "
            f"(by chance {trust['kept_by_chance']:.1%}){sampled}."
        )
    for axis in told.get("axes", []):
        named = ", ".join(f"{one['name']} {one['correlation']:+.2f}" for one in axis["loadings"])
        console.print(f"{axis['name']}: {axis['explained']:.1%} of the variance. {named}", markup=False)
    if "stability" in told:
        found = told["stability"]
        console.print(
            f"Drawn again, {found['drawings']} ×: tracks wander {found['wander']:.0%} of the radius, "
            f"{found['kept']:.1%} of its neighbours stay (by chance {found['kept_by_chance']:.1%})."
        )
    if "separation" in told:
        _show_separation(told["separation"])


def _show_separation(found: dict[str, Any]) -> None:
    console.print(found["sentence"], markup=False)
    if not (found["overall"]["purity"] or {}).get("at_best"):
        return
    headings = (
        found["field"],
        "tracks",
        "purity",
        "interval",
        "by chance",
        "on the map",
        "silhouette",
        "on map",
    )
    each = [found["overall"] | {"name": "all"}, *found["classes"]]
    table(headings, [_apartness(one) for one in each], right=headings[1:])


def _apartness(one: dict[str, Any]) -> tuple[str, ...]:
    share, flat, shape, flat_shape = (
        one[name] for name in ("purity", "purity_on_map", "silhouette", "silhouette_on_map")
    )
    if share and not share["at_best"]:
        share = flat = shape = flat_shape = None  # alone with its value
    return (
        one["name"],
        f"{one['tracks']:,}",
        f"{share['value']:.2f}" if share else "",
        f"{share['low']:.2f}–{share['high']:.2f}" if share and share["low"] is not None else "",
        f"{share['by_chance']:.2f}" if share else "",
        f"{flat['value']:.2f}" if flat else "",
        f"{shape['value']:+.2f}" if shape else "",
        f"{flat_shape['value']:+.2f}" if flat_shape else "",
    )
