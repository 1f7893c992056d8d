"""What leaves the panes: tables of what was found. Runs in the background."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from core.cli.sheet import write_sheet
from core.neighbours.request import MatchResult
from core.store import Collection
from desktop.cards import read_cards
from desktop.neighbours.asking import Answer

NEAR = ("asked", "encoder", "embedding_set", "layer", "metric", "searched", "method", "recall", "chance")
MATCH = ("a_path", "b_path", "encoder", "embedding_set", "layer", "chance")
SPANS = ("a_start_s", "a_end_s", "b_start_s", "b_end_s")


def write_neighbours(path: Path, answer: Answer, collection: Collection) -> None:
    cards = {card.id: card for card in read_cards([h.track_id for h in answer.result.hits], collection)}
    rows: list[dict[str, Any]] = []
    for hit in answer.result.hits:
        card = cards.get(hit.track_id)
        about = {name: card.first(name) if card else "" for name in ("title", "artist", "year")}
        rows.append(asdict(hit) | about)
    names = ("rank", "track_id", "title", "artist", "year", "path", "similarity", "start_s", "end_s")
    headings = {name: "similarity [cosine]" if name == "similarity" else name for name in names}
    write_sheet(path, headings, rows, {name: getattr(answer.result, name) for name in NEAR})


def write_stretches(path: Path, result: MatchResult, _collection: Collection) -> None:
    rows = [asdict(stretch) for stretch in result.stretches]
    headings = {name: f"{name.removesuffix('_s')} [s]" for name in SPANS}
    headings["similarity"] = "similarity [cosine, centred]"
    write_sheet(path, headings, rows, {name: getattr(result, name) for name in MATCH})
