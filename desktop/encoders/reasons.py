"""Why a button cannot be used now, in a sentence; empty when it can."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.encoders import BuiltIn, Card, Local
from core.encoders.catalogue import CATALOGUE
from desktop.encoders.model import Row


def _tr(text: str) -> str:
    return QCoreApplication.translate("Encoders", text)


def why_not_encode(row: Row) -> str:
    if not row.item.ready:
        return _not_ready(row)
    if row.tracks is None:
        return _tr("Open a collection to encode it.")
    if not row.tracks:
        return _tr("The collection is empty. Add a folder of recordings first.")
    return ""


def why_not_fetch(row: Row, under_way: str) -> str:
    if isinstance(row.card.source, BuiltIn):
        return _tr("It needs no weights.")
    if isinstance(row.card.source, Local):
        return _tr("It was added from a folder of this computer.")
    return _tr("Its weights are here.") if row.item.ready else under_way


def why_not_check(row: Row, under_way: str) -> str:
    return under_way if row.item.ready else _not_ready(row)


def why_not_remove(row: Row, under_way: str) -> str:
    return under_way if is_added(row.card) else _tr("It comes with the program.")


def is_added(card: Card) -> bool:
    return all(card.name != own.name for own in CATALOGUE)


def _not_ready(row: Row) -> str:
    title, reason = row.card.title, row.item.reason
    if isinstance(row.card.source, Local):
        return _tr("{} cannot be used: {}. Put its folder back, or remove it.").format(title, reason)
    return _tr("{} cannot be used: {}. Fetch it first.").format(title, reason)
