"""The commands `encoders` and `encode`: what can hear here, and a collection as one of them hears it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from core.cli.collection import Folder, opened, run_job
from core.cli.output import AsJson, answer, console, table, tell

if TYPE_CHECKING:
    from core.embedding import SetInfo
    from core.encoders import Card, Listed


class EncoderAction(StrEnum):
    LIST = "list"
    SHOW = "show"
    FETCH = "fetch"
    ADD = "add"
    REMOVE = "remove"
    BLEND = "blend"


def encoders(
    action: Annotated[EncoderAction, typer.Argument(help="What to do.")] = EncoderAction.LIST,
    name: Annotated[str, typer.Argument(help="The encoder; for add, the folder it lies in.")] = "",
    check: Annotated[bool, typer.Option("--check", help="Load it and see whether it works.")] = False,
    called: Annotated[str, typer.Option("--as", help="What an added one shall be called.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Fetch without asking.")] = False,
    of: Annotated[Path | None, typer.Option(help="The collection that a blend is fitted to.")] = None,
    parts: Annotated[str, typer.Option(help="What a blend is made of: mert-95m:7,descriptors.")] = "",
    pca: Annotated[int | None, typer.Option(help="So many dimensions are left of a blend.")] = None,
    as_json: AsJson = False,
) -> None:
    """List the encoders; show, check, fetch, add, blend or remove one."""
    if action == EncoderAction.LIST:
        _list(as_json=as_json)
        return
    if not name:
        raise typer.BadParameter(f"{action} wants an encoder.", param_hint="NAME")
    if action == EncoderAction.SHOW:
        _show(name, check=check, as_json=as_json)
    elif action == EncoderAction.FETCH:
        _fetch(name, yes=yes, as_json=as_json)
    elif action == EncoderAction.ADD:
        _add(Path(name), called, as_json=as_json)
    elif action == EncoderAction.BLEND:
        _blend(name, of, parts, pca, as_json=as_json)
    else:
        from core.encoders import remove_card

        remove_card(name)
        answer({"removed": name}, f"{name} is removed. Its weights stay where they are.", as_json=as_json)


def encode(
    folder: Folder,
    encoder: Annotated[str, typer.Option(help="Which encoder.")] = "",
    layer: Annotated[int | None, typer.Option(help="Keep this layer alone; otherwise all are kept.")] = None,
    device: Annotated[str, typer.Option(help="Where: cpu, cuda:0, mps; auto takes the fastest.")] = "auto",
    query: Annotated[str, typer.Option("--of", help="Only the tracks that this query finds.")] = "",
    window: Annotated[float | None, typer.Option(help="Seconds an excerpt lasts.")] = None,
    hop: Annotated[float | None, typer.Option(help="Seconds from one excerpt to the next.")] = None,
    precision: Annotated[
        Literal["auto", "fp32", "bf16"], typer.Option(help="auto measures which is faster.")
    ] = "auto",
    as_json: AsJson = False,
) -> None:
    """Let an encoder hear every track; what it has heard before is not heard again.

    Without --encoder, the sets that there are.
    """
    if not encoder:
        _sets(folder, as_json=as_json)
        return
    from core.embedding import EncodeRequest

    request = EncodeRequest(_ready_name(encoder), query, layer, window, hop, precision)
    job = run_job(folder, ("encode", request), None, device_named(device))
    result = job["result"]
    kept = (
        "embedding_set",
        "tracks",
        "new",
        "skipped",
        "failed",
        "precision",
        "device",
        "audio_s",
        "seconds",
    )
    for path, why in result["failed"].items():
        tell(f"{path}: {why}")
    answer({name: result[name] for name in kept}, job["sentence"], as_json=as_json)


def _ready_name(encoder: str) -> str:
    """Says at once what is missing, before a worker is started."""
    from core.encoders import find_card, look
    from core.encoders.weights import need

    card = find_card(encoder)
    if not look(card).ready:
        need(card)
    return card.name


def device_named(wanted: str) -> str:
    """`auto` is the fastest that is here."""
    from core.encoders import need_device

    if wanted != "auto":
        need_device(wanted)
        return wanted
    from core.jobs.devices import list_devices

    return list_devices()[0].name


def _list(*, as_json: bool) -> None:
    from core.encoders import listed

    found = listed()
    if as_json:
        answer([_data(item) for item in found], "", as_json=True)
        return
    rows = [
        (c.name, c.dimension, len(c.layers), f"{c.rate_hz:,}", c.licence, _ready(item), c.hears)
        for item in found
        for c in [item.card]
    ]
    headings = ("encoder", "dimension", "layers", "rate (Hz)", "licence", "ready", "hears")
    table(headings, rows, right=headings[1:4])
    if not all(item.ready for item in found):
        from core.encoders.weights import model_folder

        missing = "Fetch what is missing with soundings encoders fetch NAME, which asks first, or copy it to "
        console.print(f"{missing}{model_folder()}.", markup=False)


def _ready(item: Listed) -> str:
    return f"yes, {item.reason}" if item.ready else f"no: {item.reason}"


def _data(item: Listed) -> dict[str, Any]:
    card = item.card
    return {
        "name": card.name,
        "family": card.family,
        "title": card.title,
        "hears": card.hears,
        "dimension": card.dimension,
        "layers": list(card.layers),
        "rate_hz": card.rate_hz,
        "window_s": card.window_s,
        "licence": card.licence,
        "ready": item.ready,
        "reason": item.reason,
    }


def _show(name: str, *, check: bool, as_json: bool) -> None:
    from core.encoders import find_card, look, open_encoder

    card = find_card(name)
    item = look(card)
    data: dict[str, Any] = _data(item) | {"dimensions": list(card.dimensions), "tags": list(card.tags)}
    if check:
        from core.encoders.health import examine

        data["findings"] = examine(open_encoder(card))
    if as_json:
        answer(data, "", as_json=True)
    else:
        _describe(card, item)
        for finding in data.get("findings", ()):
            mark = "[green]✓[/green]" if finding.ok else "[yellow]![/yellow]"
            console.print(f"{mark} ", end="")
            console.print(f"{finding.name}: {finding.sentence}", markup=False)
    if check and not all(finding.ok for finding in data["findings"]):
        raise typer.Exit(1)


def _describe(card: Card, item: Listed) -> None:
    usual = card.layers[card.usual_layer]
    lines = [
        f"{card.title} ({card.name}): {card.hears}",
        f"Takes excerpts of {card.window_s:.3g} s at {card.rate_hz:,} Hz, gives {card.dimension} values"
        + (f" in each of {len(card.layers)} layers, usually {usual}." if len(card.layers) > 1 else "."),
        f"Licence: {card.licence}. Ready: {_ready(item)}.",
    ]
    if card.tags:
        lines.append("Tags: " + ", ".join(card.tags) + ".")
    if card.text:
        lines.append("Can be asked with words.")
    lines += [f"{i:3}  {name}" for i, name in enumerate(card.dimensions)]
    console.print("\n".join(lines), markup=False)


def _fetch(name: str, *, yes: bool, as_json: bool) -> None:
    from core.encoders import find_card
    from core.encoders.fetch import fetch, offer

    card = find_card(name)
    offered = offer(card)
    if not yes and not typer.confirm(f"{offered.sentence()} Fetch it?", err=True):
        raise typer.Exit(1)
    folder = fetch(card, offered, progress=_told)
    answer({"encoder": name, "folder": str(folder)}, f"{card.title} is in {folder}.", as_json=as_json)


def _add(path: Path, called: str, *, as_json: bool) -> None:
    from core.encoders import add_card, recognise

    card = recognise(path, called or None)
    add_card(card)
    answer({"encoder": card.name, "family": card.family}, f"{card.title} is added.", as_json=as_json)


def _blend(name: str, of: Path | None, parts: str, pca: int | None, *, as_json: bool) -> None:
    from core.embedding.blends import make_blend

    if of is None or not parts:
        raise typer.BadParameter("A blend wants --of DIR and --parts.", param_hint="--parts")
    with opened(of) as collection:
        card = make_blend(collection, name, [part.strip() for part in parts.split(",")], pca)
    answer(
        {"encoder": card.name, "dimension": card.dimension},
        f"{name} is added: {card.dimension} values of {parts}.",
        as_json=as_json,
    )


def _sets(folder: Path, *, as_json: bool) -> None:
    from core.embedding import list_sets

    with opened(folder) as collection:
        found = list_sets(collection)
    data = [_set_data(item) for item in found]
    if as_json or not found:
        answer(data, "Nothing has been encoded yet. List encoders with soundings encoders.", as_json=as_json)
        return
    headings = ("set", "encoder", "tracks", "layers", "dimension", "window (s)", "hop (s)", "MB")
    rows = [
        (
            *(item.id, item.encoder, f"{item.tracks:,}", len(item.layers), item.dimension),
            *(f"{item.window_s:.3g}", f"{item.hop_s:.3g}", f"{item.size_bytes / 1e6:.1f}"),
        )
        for item in found
    ]
    table(headings, rows, right=(headings[0], *headings[2:]))


def _set_data(item: SetInfo) -> dict[str, Any]:
    return {
        "embedding_set": item.id,
        "encoder": item.encoder,
        "tracks": item.tracks,
        "layers": list(item.layers),
        "dimension": item.dimension,
        "window_s": item.window_s,
        "hop_s": item.hop_s,
        "size_bytes": item.size_bytes,
        "made": item.made,
    }


def _told(done_bytes: int, total_bytes: int, file: str) -> None:
    tell(f"{file}: {done_bytes / 1e6:,.0f} of {total_bytes / 1e6:,.0f} MB")
