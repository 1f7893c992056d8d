"""Texts that a job writes: asked for, seen as they come, stopped; and what is said where none can be."""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import delete

from core.jobs.events import Changed, JobState, Progressed, Shown
from core.library.caption_edits import accept_captions
from core.library.playlists import create
from core.progress import Stop
from core.recipes.describing import SHOWN, CaptionRequest
from core.store.schema import Caption, Checkpoint, Run
from desktop.captions.page import CaptionsPage
from desktop.captions.write_dialog import WriteDialog
from desktop.changes import Changes
from tests.core.library.shelf import hear
from tests.desktop.captions.conftest import SETTINGS
from tests.desktop.conftest import by_main_only, make_job
from tests.desktop.stage import LONG_MS

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def asked(stage, monkeypatch) -> list[tuple[str, CaptionRequest, str]]:
    """Jobs are noted, not done."""
    noted = []

    def submit(kind, request, *, title="", device="cpu"):
        noted.append((kind, request, device))

    monkeypatch.setattr(stage.workspace, "submit", submit)
    stage.workspace._others.stop()  # which would tell that there are no such jobs
    stage.calm()
    return noted


def dialog(stage, qtbot) -> WriteDialog:
    def visible() -> list[WriteDialog]:
        return [one for one in stage.findChildren(WriteDialog) if one.isVisible()]

    qtbot.waitUntil(lambda: bool(visible()), timeout=LONG_MS)
    found = by_main_only(visible()[0])
    qtbot.waitUntil(lambda: found.go.isEnabled() or bool(found.go.toolTip()), timeout=LONG_MS)
    return found


def choose(box, which: str) -> None:
    box.setCurrentIndex(box.findData(which))


def close(made, qtbot) -> None:
    made.reject()
    qtbot.waitUntil(lambda: not made.isVisible())
    QApplication.processEvents()


def test_all_is_asked_in_one_small_dialog(page, stage, qtbot, asked):
    qtbot.mouseClick(page.head.write, LEFT)
    shown = dialog(stage, qtbot)
    assert shown.run.currentText() == "Run 2 · Descriptors + own writer"
    assert shown.beams.value() == 4
    assert shown.which.currentData() == "lacking"
    assert shown.says.text().startswith("2 tracks, how long it takes is known after the first texts.")
    qtbot.mouseClick(shown.way.buttons["chance"], LEFT)
    shown.temperature.setValue(0.7)
    shown.seed.setValue(5)
    qtbot.mouseClick(shown.go, LEFT)
    assert asked == [("caption", CaptionRequest(2, "-captioned:run-2", (), 0, 0.7, 5), "cpu")]


def test_tracks_are_those_that_were_chosen_found_or_in_a_playlist(page, stage, qtbot, asked):
    with stage.collection() as collection:
        create(collection, "Reels & jigs", [4, 6])
        accept_captions(collection, [3])
    stage.kit.selection.choose([2, 3, 6])
    page.acts.ask_to_write()
    shown = dialog(stage, qtbot)
    assert shown.which.currentText() == "Selected: 3 tracks"
    qtbot.waitUntil(lambda: "3 tracks" in shown.says.text(), timeout=LONG_MS)
    assert "1 has a text of this run, which is written anew." in shown.says.text()
    assert "1 stays as a person left it." in shown.says.text()
    for which, said, request in (
        ("all", "6 tracks", CaptionRequest(2, "", (), 4, 0.0)),
        ("silent", "1 track,", CaptionRequest(2, "captioned:none", (), 4, 0.0)),
        ("playlist", "2 tracks", CaptionRequest(2, 'playlist:"Reels & jigs"', (), 4, 0.0)),
        ("chosen", "3 tracks", CaptionRequest(2, "", (2, 3, 6), 4, 0.0)),
    ):
        choose(shown.which, which)
        qtbot.waitUntil(lambda said=said: said in shown.says.text() and shown.go.isEnabled(), timeout=LONG_MS)
        assert shown.request() == request
    choose(shown.which, "found")
    qtbot.keyClicks(shown.query, "title:jig")
    qtbot.waitUntil(lambda: "1 track," in shown.says.text() and shown.go.isEnabled(), timeout=LONG_MS)
    qtbot.keyClicks(shown.query, " gnere:air")
    qtbot.waitUntil(lambda: "gnere" in shown.says.text(), timeout=LONG_MS)
    assert not shown.go.isEnabled()
    close(shown, qtbot)
    assert asked == []


def test_a_text_is_written_again_otherwise(page, stage, qtbot, asked):
    page.table.go_to(1)
    qtbot.waitUntil(page.table.text.isVisible, timeout=LONG_MS)
    qtbot.mouseClick(page.table.text.again, LEFT)
    shown = dialog(stage, qtbot)
    assert shown.which.currentText() == "These again: 1 track"
    shown.beams.setValue(8)
    qtbot.mouseClick(shown.go, LEFT)
    assert asked == [("caption", CaptionRequest(2, "", (2,), 8, 0.0), "cpu")]


def test_texts_are_seen_as_they_come(page, stage, qtbot, asked):
    request = CaptionRequest(2, "-captioned:run-2")
    job = make_job(7, kind="caption", request=msgspec.json.encode(request).decode())
    stage.workspace.jobs_listed.emit([job])
    assert page.strip.isVisible()
    assert page.strip.said.text() == "Starting…"
    with stage.collection() as collection:
        hear(collection, 2, (5, 0.0, "A lone fiddle."), (6, 0.0, "A jig."), **SETTINGS)
    shown = [{"track_id": track, "start_s": 0.0, "end_s": 10.0, "text": "x", "run": 2} for track in (5, 6)]
    bridge = stage.workspace.bridge
    bridge.shown.emit(Shown(7, SHOWN, {"run": 2, "texts": shown}))
    bridge.progressed.emit(Progressed(7, 2, 4, "tracks", "Writing captions", 90.0))
    assert page.strip.said.text() == "Run 2 is writing · 2 written · 2 min left"
    assert page.strip.bar.value() == 500
    qtbot.waitUntil(
        lambda: [line.track_id for line in page.model.lines] == [1, 2, 3, 4, 5, 6], timeout=LONG_MS
    )
    told = []
    stage.workspace.ask = lambda *asked: told.append(asked)
    qtbot.mouseClick(page.strip.stop, LEFT)
    assert told == [(7, Stop.KEEP)]
    assert page.strip.said.text() == "Stopping; what is written stays…"
    bridge.changed.emit(Changed(7, JobState.STOPPED))
    stage.workspace.jobs_listed.emit([dataclasses.replace(job, state=JobState.STOPPED)])
    assert page.strip.isHidden()
    assert len(page.model.lines) == 6


def test_how_long_it_takes_is_told_by_the_last_time(page, stage, qtbot, asked):
    began = datetime(2026, 1, 2, 14, 0, tzinfo=UTC)
    result = json.dumps({"captions": [{}] * 10})
    job = make_job(3, "done", kind="caption", result=result, started_at=began,
                   ended_at=began + timedelta(seconds=200))  # fmt: skip
    stage.workspace.jobs_listed.emit([job])
    page.acts.ask_to_write()
    shown = dialog(stage, qtbot)
    assert shown.says.text() == "2 tracks, about 40 s at the pace of the last time."
    close(shown, qtbot)


def test_where_no_run_can_write_it_says_what_is_needed(page, stage, qtbot, asked):
    with stage.collection() as collection, collection.database.writing() as session:
        session.execute(delete(Checkpoint))
    page.refresh()
    qtbot.waitUntil(lambda: not any(run.can_write for run in page.runs), timeout=LONG_MS)
    page.acts.ask_to_write()
    shown = dialog(stage, qtbot)
    assert shown.says.text().startswith(
        "No run has learnt to write yet. A model that writes is taught first:"
    )
    assert not shown.go.isEnabled()
    qtbot.mouseClick(shown.teach, LEFT)
    assert stage.asked == ["teach"]


def test_an_empty_page_offers_what_comes_next(page, stage, qtbot, asked):
    with stage.collection() as collection, collection.database.writing() as session:
        session.execute(delete(Caption))
    stage.workspace.changed.emit(Changes(captions=True))
    qtbot.waitUntil(lambda: page.empty.isVisible() and page.empty.why == "write", timeout=LONG_MS)
    qtbot.mouseClick(page.empty.button, LEFT)
    close(dialog(stage, qtbot), qtbot)
    with stage.collection() as collection, collection.database.writing() as session:
        session.execute(delete(Run))
    stage.workspace.changed.emit(Changes(runs=True))
    qtbot.waitUntil(lambda: page.empty.why == "teach", timeout=LONG_MS)
    assert "Teach… with the task Caption" in page.empty.more.text()
    qtbot.mouseClick(page.empty.button, LEFT)
    assert stage.asked == ["teach"]
    assert (
        "No run has learnt to write yet" in page.scores._body.findChildren(type(page.empty.more))[-1].text()
    )


def test_a_page_that_is_not_seen_reads_nothing(stage, qtbot):
    shown = CaptionsPage(stage.kit)
    shown.show_collection(stage.workspace.summary)
    stage.calm()
    assert shown.lines is None
    shown.forget()
    shown.finish()
    shown.deleteLater()
