"""A collection with one track of which much is said, and the inspector that shows it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from sqlalchemy import update

from core.library.caption_edits import add_caption
from core.library.edits import Span, place_all, set_values
from core.library.labels import NewLabel, values_of, write_labels
from core.store import open_collection
from core.store.schema import Track
from desktop.track.pane import TrackPane
from tests.core.library.shelf import add, begun, hear, tag
from tests.desktop.stage import Stage, staged


@pytest.fixture(scope="session")
def said(empty_collection: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tracks 1 to 4: 1 has labels of every source, 2 is a copy of it, 3 cannot be read."""
    import shutil

    folder = tmp_path_factory.mktemp("said") / "coast"
    shutil.copytree(empty_collection, folder)
    with open_collection(folder) as collection:
        sound = {"duration_s": 60.0, "rate_hz": 44100, "channels": 2, "container": "flac", "codec": "flac"}
        add(
            collection,
            "reels/shore.flac",
            **sound,
            bits=16,
            peak_db=-1.25,
            loudness_db=-14.3,
            sha256="ab" * 32,
        )
        add(
            collection,
            "reels/shore copy.mp3",
            state="duplicate",
            duplicate_of_id=1,
            reason="The same recording.",
        )
        add(collection, "torn.wav", state="undecodable", reason="The file ends early.")
        add(collection, "gulls.wav", duration_s=30.0)
        tag(collection, 1, title="Shore", artist=["Ann", "Bo"], genre="air", year=1962.0, comment="one\ntwo")
        tag(collection, 4, genre="lament", artist="Ann")
        tag(collection, 1, source="folder", place="reels")
        run = begun(collection, "mert-95m")
        with collection.database.writing() as session:
            (place,) = place_all(session, [Span(1, 10.0, 15.5)])
            write_labels(
                session,
                [
                    NewLabel(1, "genre", "reel", "run", run_id=run, confidence=0.816),
                    NewLabel(1, "mood", "calm", "tag", place.excerpt_id),
                ],
            )
            session.execute(update(Track).where(Track.id == 1).values(path="reels/shore.flac"))
        set_values(collection, [1], "genre", ["lament"])
        add_caption(collection, 1, "a woman sings")
        hear(collection, run, (1, 20.0, "a flute"), beams=4)
    return folder


@pytest.fixture
def stage(said: Path, tmp_path: Path, qtbot) -> Iterator[Stage]:
    with staged(said, tmp_path, qtbot) as stage:
        yield stage


@pytest.fixture
def pane(stage: Stage, qtbot) -> Iterator[TrackPane]:
    pane = TrackPane(stage.kit)
    stage.put(pane)
    yield pane
    pane.forget()
    pane.finish()


@pytest.fixture
def shore(pane: TrackPane, stage: Stage, qtbot) -> TrackPane:
    """The inspector, with track 1."""
    stage.kit.selection.make_current(1)
    qtbot.waitUntil(lambda: pane.facts is not None, timeout=20_000)
    return pane


def lines(pane) -> list[tuple[str, str, str]]:
    """Field, value, who says it."""
    return [(line.field.name, line.text, line.quiet) for line in pane.labels.model.lines]


def words(widget) -> str:
    """What is shown, whole also where there is no room for all of it."""
    QApplication.processEvents()
    shown = [label for label in widget.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.accessibleName() or label.text() for label in shown)


def values(stage, field: str, *ids: int) -> list[list[object]]:
    with stage.collection() as collection, collection.database.reading() as session:
        found = values_of(session, ids or (1,), [field])
    return [found[i].get(field, []) for i in ids or (1,)]


def choose(pane, text: str) -> None:
    place = next(p for p, line in enumerate(pane.labels.model.lines) if line.text == text)
    pane.labels.list.setFocus()
    pane.labels.list.setCurrentIndex(pane.labels.model.index(place))


def editor(pane, kind=QLineEdit):
    return next(e for e in pane.labels.list.viewport().findChildren(kind) if e.isVisible())
