"""The commands `teach` and `curve`: what labels say of the rest, and how many of them it takes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import typer

from core import places
from core.cli.collection import Folder, run_job
from core.cli.output import AsJson, answer, console, table

if TYPE_CHECKING:
    from core.probes import CurveResult

Label = Annotated[str, typer.Argument(help="The field that is taught.", metavar="FIELD")]
Layer = Annotated[int | None, typer.Option(help="Of the encoder; otherwise its usual one.")]
PICTURES = (".png", ".svg")


def teach(
    folder: Folder,
    field: Label,
    encoder: Annotated[
        str, typer.Option(help="Whose ears, or the number of an embedding set.")
    ] = "descriptors",
    layer: Layer = None,
    query: Annotated[str, typer.Option("--of", help="Only the tracks that this query finds.")] = "",
    most: Annotated[int, typer.Option("-n", help="So many tracks to listen to next.")] = 20,
    apart: Annotated[str, typer.Option(help="What is never both learnt and judged.")] = "artist",
    as_json: AsJson = False,
) -> None:
    """Label some tracks, see the rest: what to listen to next, and which labels do not fit."""
    from core.probes import ProbeRequest

    request = ProbeRequest(field, encoder, layer, query, most, apart)
    job = run_job(folder, ("probe", request), None)
    result = job["result"]
    answer(result, job["sentence"], as_json=as_json)
    if not as_json:
        _show("Listen next: these could be one thing or another", result["uncertain"])
        _show("Listen again: their labels do not fit what the others say", result["surprising"])


def _show(title: str, tracks: list[dict[str, Any]]) -> None:
    if not tracks:
        return
    console.print(f"\n{title}.", markup=False)
    labelled = bool(tracks[0]["given"])
    rows = [
        (one["track_id"], *([one["given"]] if labelled else []), one["said"], f"{one['probability']:.2f}",
         one["second"], one["path"])
        for one in tracks
    ]  # fmt: skip
    headings = ("number", *(["label"] if labelled else []), "said", "probability", "or", "track")
    table(headings, rows, right=("number", "probability"))


def curve(
    folder: Folder,
    field: Label,
    encoders: Annotated[
        list[str] | None, typer.Option("--encoder", help="Whose ears; may be said again to compare.")
    ] = None,
    layer: Layer = None,
    query: Annotated[str, typer.Option("--of", help="Only the tracks that this query finds.")] = "",
    split: Annotated[str, typer.Option(help="A split; without one, artists are kept on one side.")] = "",
    sizes: Annotated[str, typer.Option(help="Tracks of each class, as 1,2,5,10.")] = "",
    draws: Annotated[int, typer.Option(help="Of which tracks are labelled first.")] = 10,
    seed: Annotated[int, typer.Option(help="The same seed draws the same.")] = 0,
    out: Annotated[
        Path | None, typer.Option(help="Also write a table (.csv, .tsv) or a picture (.png, .svg).")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """How well a test part is told when only few tracks are labelled."""
    from core.probes import CurveRequest, CurveResult

    wanted = tuple(encoders or ["descriptors"])
    request = CurveRequest(field, wanted, layer, query, split, _sizes(sizes), draws, seed)
    if out:
        _check(out)
    job = run_job(folder, ("curve", request), None)
    result = msgspec.convert(job["result"], CurveResult)
    if out:
        _write(places.whole(out), result)
    answer(result, job["sentence"], as_json=as_json)
    if not as_json:
        rows = [
            (curve.encoder, point.each or "all", f"{point.tracks:,}", *(f"{q:.2f}" for q in point.quartiles))
            for curve in result.curves
            for point in curve.points
        ]
        headings = ("encoder", "of each", "tracks", "least", "quarter", "median", "three quarters", "most")
        table(headings, rows, right=headings[1:])


def _sizes(text: str) -> tuple[int, ...]:
    try:
        return tuple(int(part) for part in text.split(",") if part.strip())
    except ValueError:
        raise typer.BadParameter("Numbers, such as 1,2,5,10.", param_hint="--sizes") from None


def _check(out: Path) -> None:
    from core.cli.sheet import check_sheet

    if out.suffix.lower() not in PICTURES:
        check_sheet(out)


def _write(out: Path, result: CurveResult) -> None:
    from core.cli.sheet import write_sheet
    from core.probes import picture

    if out.suffix.lower() in PICTURES:
        picture.draw_picture(out, result)
        return
    lines = picture.rows(result)
    write_sheet(out, {key: key for key in lines[0]}, lines, {"about": " ".join(picture.caption(result))})
