"""What stands below a map: how many of how many tracks, how it was drawn, how far it can be believed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from core.maps.request import SAID
from desktop import words

if TYPE_CHECKING:
    from core.embedding import SetInfo
    from core.maps import MapInfo
    from core.maps.links import Share

PLAIN_LAYERS = frozenset({"embedding", "only"})
"""Of encoders with one layer, which nobody need tell from others."""
LOADINGS = 3


def _tr(text: str) -> str:
    return QCoreApplication.translate("Map", text)


def plain(value: float) -> str:
    return f"{value:.3g}"


def method_words(info: MapInfo, *, short: bool = False) -> str:
    """`t-SNE, perplexity 30, seed 1`"""
    settings = info.settings
    parts = [SAID[info.method]]
    if "perplexity" in settings:
        parts.append(_tr("perplexity {}").format(plain(settings["perplexity"])))
    if "neighbours" in settings:
        parts.append(_tr("{} neighbours").format(settings["neighbours"]))
    if "min_dist" in settings and not short:
        parts.append(_tr("least distance {}").format(plain(settings["min_dist"])))
    if info.method != "pca":
        parts.append(_tr("seed {}").format(info.seed))
    if settings.get("stopped"):
        parts.append(_tr("stopped after {} steps").format(words.number(settings["steps"])))
    if settings.get("query"):
        parts.append(_tr("of {}").format(settings["query"]))
    if settings.get("like"):
        parts.append(_tr("laid over map {}").format(settings["like"]))
    return ", ".join(parts)


def source_words(info: SetInfo, layer: str, sets: Sequence[SetInfo] = ()) -> str:
    """`MERT-95M · block 7 · mean`; the length of the excerpts only where it tells two sets apart."""
    parts = [info.card.title]
    if len(info.layers) > 1 or layer not in PLAIN_LAYERS:
        parts.append(layer)
    if any(other.encoder == info.encoder and other.id != info.id for other in sets):
        parts.append(_tr("{} s").format(plain(info.window_s)))
    return " · ".join([*parts, _tr("mean")])


def heard_words(info: SetInfo, layer: str) -> str:
    """`MERT-95M, block 7, mean of all 5 s excerpts`"""
    parts = [info.card.title]
    if len(info.layers) > 1 or layer not in PLAIN_LAYERS:
        parts.append(layer)
    return ", ".join([*parts, _tr("mean of all {} s excerpts").format(plain(info.window_s))])


def count_words(seen: int, total: int) -> str:
    """`2,000 of 2,046 tracks shown`"""
    tracks = words.tracks(total)
    return _tr("{} of {} shown").format(words.number(seen), tracks)


def drawn_words(info: MapInfo, heard: SetInfo | None) -> str:
    layer = str(info.settings["layer"])
    return f"{method_words(info)} · {heard_words(heard, layer) if heard else f'{info.encoder}, {layer}'}"


def trust_words(info: MapInfo, share: Share | None, *, counting: bool) -> str:
    """The axes of PCA have a meaning, those of other maps have none."""
    unit = "" if info.method == "pca" else _tr("The axes have no unit.")
    if share is None:
        said = _tr("Counting how many true neighbours are near here…") if counting else ""
        return " ".join(part for part in (said, unit) if part)
    said = _tr(
        "Trust {mean} (by chance {chance}): on average {near} of a track's {k} true neighbours "
        "are among its {wider} nearest points here."
    ).format(
        mean=f"{share.mean:.2f}",
        chance=f"{share.by_chance:.2f}",
        near=f"{share.mean * share.k:.1f}".removesuffix(".0"),
        k=share.k,
        wider=share.wider,
    )
    if share.judged < len(share.of_each):
        said += " " + _tr("Judged on {}.").format(words.tracks(share.judged))
    return f"{said} {unit}".strip()


def axes_words(axes: Sequence[dict[str, Any]]) -> str:
    """`Across 33 % of the variance, along with loudness +0.82; up 13 %, along with …`"""
    said = []
    for where, axis in zip((_tr("Across"), _tr("Up")), axes, strict=False):
        told = [f"{one['name']} {one['correlation']:+.2f}" for one in axis["loadings"][:LOADINGS]]
        text = _tr("{} {} % of the variance").format(where, round(100 * axis["explained"]))
        said.append(_tr("{}, along with {}").format(text, ", ".join(told)) if told else text)
    return f"{'. '.join(said)}." if said else ""


def near_words(k: int, far: int) -> str:
    """`7 of 10 true neighbours are near on the map, 3 are far`"""
    near = k - far
    if not far:
        return _tr("all {} true neighbours are near on the map").format(k)
    verb = _tr("is far") if far == 1 else _tr("are far")
    return _tr("{} of {} true neighbours are near on the map, {} {}").format(near, k, far, verb)
