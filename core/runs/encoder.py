"""What a run has made of an encoder: a folder in the collection, and a card among this machine's encoders."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from sqlalchemy import select

from core.encoders import cards, remove_card
from core.store.collection import Collection
from core.store.schema import CollectionRow

ENCODERS = "encoders"


def encoder_name(collection: Collection, run_id: int) -> str:
    """Two collections may be called the same; their numbers tell them apart."""
    slug = re.sub(r"[^a-z0-9]+", "-", collection.name.lower()).strip("-")[:24] or "collection"
    with collection.database.reading() as session:
        number = session.scalars(select(CollectionRow.uuid)).one()
    return f"{slug}-{number[:4]}-run-{run_id}"


def encoder_folder(collection: Collection, run_id: int) -> Path:
    return collection.folder / ENCODERS / f"run-{run_id:06d}"


def forget_encoder(collection: Collection, run_id: int) -> None:
    """Vectors that it has made stay."""
    forget_card(encoder_name(collection, run_id))
    shutil.rmtree(encoder_folder(collection, run_id), ignore_errors=True)


def forget_card(name: str) -> None:
    if any(card.name == name for card in cards()):
        remove_card(name)
