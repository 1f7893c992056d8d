"""How captions are said in words: what became of them, who wrote them, with what, of what."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop import words
from desktop.track.sources import span_words

if TYPE_CHECKING:
    from core.library.captions import CaptionInfo, Verdict
    from desktop.captions.reading import Details, WritingRun

ICONS = {"to check": "", "accepted": "check", "edited": "edit", "rejected": "close"}
TONES = {"to check": "text2", "accepted": "good", "edited": "accent", "rejected": "bad"}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Captions", text)


def verdict_words(verdict: Verdict | None) -> str:
    return {
        None: "",
        "to check": _tr("To check"),
        "accepted": _tr("Accepted"),
        "edited": _tr("Edited"),
        "rejected": _tr("Rejected"),
    }[verdict]


def writer_title(name: str) -> str:
    """`own` is the small network that learns its words here; others are known by name or folder."""
    return _tr("own writer") if name == "own" else Path(name).name or name


def run_title(run: WritingRun) -> str:
    return _tr("Run {} · {} + {}").format(run.run, run.encoder, writer_title(run.writer))


def human_source(caption: CaptionInfo) -> str:
    """`Human, imported from archive.csv`."""
    if caption.source == "person":
        return _tr("Human, written {}").format(words.when(caption.created_at))
    origin = str(caption.settings.get("from", ""))
    said = _tr("Human, imported from {}").format(origin) if origin else _tr("Human, imported")
    return _tr("{}, edited by a person").format(said) if caption.origin is not None else said


def machine_source(caption: CaptionInfo) -> str:
    if caption.rejected:
        return _tr("Machine, rejected by a person")
    if caption.origin is not None:
        return _tr("Machine, edited by a person")
    return _tr("Machine, accepted by a person") if caption.accepted else _tr("Machine, edit before accepting")


def way_words(settings: dict[str, object]) -> str:
    """How words were chosen."""
    temperature = settings.get("temperature") or 0
    if temperature:
        return _tr("drawn by chance, temperature {}, seed {}").format(temperature, settings.get("seed", 0))
    beams = settings.get("beams")
    return _tr("beam {}").format(beams) if beams else ""


def provenance(caption: CaptionInfo, run: WritingRun | None, details: Details | None) -> str:
    """Run, epoch, encoder, writer, how, excerpt, file, when: enough to write the same again."""
    settings = caption.settings
    epoch = settings.get("epoch")
    said = _tr("Run {}").format(caption.run_id)
    parts = [_tr("{}, epoch {}").format(said, epoch) if epoch else said]
    encoder = run.encoder if run else caption.encoder or ""
    layer = str(settings.get("layer", ""))
    heard = ", ".join(part for part in (_tune_words(run), _layer_words(layer)) if part)
    writer = writer_title(str(settings.get("writer", run.writer if run else "")))
    parts.append(" + ".join(part for part in (f"{encoder} ({heard})" if heard else encoder, writer) if part))
    way = way_words(settings)
    parts.append(_tr("{}, no prompt").format(way) if way else _tr("no prompt"))
    parts.append(", ".join(part for part in (_excerpt_words(caption), file_words(caption, details)) if part))
    parts.append(_tr("written {}").format(words.when(caption.created_at)))
    return " · ".join(part for part in parts if part)


def _tune_words(run: WritingRun | None) -> str:
    if run is None:
        return ""
    return {"frozen": _tr("frozen"), "lora": _tr("learnt along by additions")}.get(
        run.tune, _tr("learnt along")
    )


def _layer_words(layer: str) -> str:
    layers = [one for one in layer.split(", ") if one]
    if len(layers) > 1:
        return _tr("mix of {} layers").format(len(layers))
    return "" if layers in ([], ["embedding"]) else _tr("layer {}").format(layers[0])


def _excerpt_words(caption: CaptionInfo) -> str:
    if caption.start_s is None or caption.end_s is None:
        return _tr("whole track")
    return _tr("excerpt {}").format(span_words(caption.start_s, caption.end_s))


def file_words(caption: CaptionInfo, details: Details | None) -> str:
    """Which file was heard; and whether it has become another since."""
    heard = str(caption.settings.get("file", ""))
    now = details.file if details else ""
    if heard and now and heard != now:
        return _tr("file {}, which has changed since").format(heard)
    found = heard or now
    return _tr("file {}").format(found) if found else ""


def same_words(same: int) -> str:
    if same == 1:
        return _tr("The same words for 1 other track")
    return _tr("The same words for {} other tracks").format(words.number(same))


def is_of_another_file(caption: CaptionInfo, details: Details | None) -> bool:
    heard = str(caption.settings.get("file", ""))
    return bool(heard and details and details.file and heard != details.file)
