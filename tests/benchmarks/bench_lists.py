"""How soon the ledger, the inspector and playlists answer in a collection of 100,000 tracks.

What the window's own thread does has a mark of one frame; the rest is read in the background.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from core.library import playlists
from core.library.ledger import export_ledger
from core.store import Collection, create_collection
from tests.benchmarks.bench_query import TRACKS, fill, median_s, once_s
from tests.benchmarks.figure import Figure

FRAME_S = 0.016
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as place, create_collection(Path(place) / "coast") as collection:
        fill(collection)
        return [*_ledger(collection, Path(place)), *_inspector(collection), *_playlists(collection)]


def _ledger(collection: Collection, place: Path) -> list[Figure]:
    from PySide6.QtWidgets import QApplication, QTableView

    from desktop.ledger.model import PAGE, LedgerModel
    from desktop.ledger.read import Asked, read_order, read_rows
    from desktop.tables import RowCell, dress

    app = QApplication.instance() or QApplication(sys.argv[:1])
    _, ids = read_order(Asked(), collection)
    model, table = LedgerModel(), QTableView()
    table.setModel(model)
    table.setItemDelegate(RowCell(table))
    dress(table, "Files")

    def read(pages: list[list[int]]) -> None:
        for page in pages:
            model.show_rows(page, read_rows(page, collection))

    model.pages_wanted.connect(read)
    table.resize(900, 700)
    table.show()

    def show() -> None:
        model.show_order(ids)
        model.show_order(ids[::-1])

    def scroll() -> None:
        table.verticalScrollBar().setValue((table.verticalScrollBar().value() + 40) % PAGE)
        table.viewport().repaint()

    figures = [
        Figure(
            f"ledger: the order of {TRACKS:,} files", median_s(lambda: read_order(Asked(), collection)), "s"
        ),
        Figure("ledger: by size", median_s(lambda: read_order(Asked("", "size"), collection)), "s"),
        Figure(f"ledger: a page of {PAGE}", median_s(lambda: read_rows(ids[:PAGE], collection)), "s"),
        Figure("ledger: another order in the window", median_s(show) / 2, "s", limit=FRAME_S),
    ]
    for _ in range(5):
        table.viewport().repaint()
        app.processEvents()
    figures.append(Figure("ledger: scroll and paint", median_s(scroll), "s", limit=FRAME_S))
    figures.append(
        Figure("ledger: export", once_s(lambda: export_ledger(collection, place / "all.csv")), "s")
    )
    table.hide()
    table.deleteLater()
    return figures


def _inspector(collection: Collection) -> list[Figure]:
    from desktop.labels.plan import Asked, make_plan
    from desktop.track.facts import read_several, read_track

    everything = tuple(range(1, TRACKS + 1))
    asked = Asked(everything, "set", "genre", "lament")
    return [
        Figure("inspector: one track", median_s(lambda: read_track(777, collection)), "s", limit=0.05),
        Figure("inspector: 1,000 tracks", median_s(lambda: read_several(everything[:1000], collection)), "s"),
        Figure("inspector: all tracks", once_s(lambda: read_several(everything, collection)), "s"),
        Figure("set label: what would happen to all", once_s(lambda: make_plan(asked, collection)), "s"),
    ]


def _playlists(collection: Collection) -> list[Figure]:
    made = playlists.create(collection, "all", range(1, 10_001)).playlist_id
    return [
        Figure("playlist of 10,000: move one", median_s(lambda: _move(collection, made)), "s"),
        Figure("playlist of 10,000: read", median_s(lambda: playlists.read_playlist(collection, made)), "s"),
        Figure("playlists: list", median_s(lambda: playlists.list_playlists(collection)), "s"),
    ]


def _move(collection: Collection, playlist_id: int) -> None:
    playlists.move_items(collection, playlist_id, [9000], 10)
