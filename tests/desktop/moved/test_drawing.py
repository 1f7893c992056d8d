"""Where there are no maps: why, what drawing them takes, how far it is, and that it can be ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from core.maps import delete_map, list_maps
from core.moved import MovedRequest
from core.progress import Stop
from core.runs import begin_run, set_state
from core.store import open_collection
from desktop.commands import Command
from desktop.moved.empty import expected_s
from tests.core.moved import taught
from tests.desktop.conftest import LONG_MS, make_job
from tests.desktop.moved.conftest import Bench

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def undrawn(folder: Path) -> Path:
    """All has been heard, and no map is drawn; run 2 left its encoder as it was."""
    with open_collection(folder) as collection:
        for info in list_maps(collection):
            delete_map(collection, info.id)
        text = 'name = "quick"\ntask = "classify"\n[encoder]\nname = "descriptors"\n'
        run = begin_run(
            collection, name="quick", task="classify", text=text, seed=0, device="cpu",
            environment={"encoder": {"title": "Descriptors"}}, split_id=None, job_id=None,
        )  # fmt: skip
        set_state(collection, run, "done")
    return folder


@pytest.fixture
def waiting(make_bench: Callable[[Path], Bench], undrawn: Path) -> Bench:
    bench = make_bench(undrawn)
    bench.look_at(1)
    return bench


def job_of(bench: Bench, state: str, **differing: Any) -> Any:
    request = msgspec.json.encode(bench.view.request()).decode()
    return make_job(5, state, kind="moved", request=request, **differing)


def test_a_run_that_left_its_encoder_as_it_was_says_so(waiting: Bench, qtbot: QtBot) -> None:
    view, pressed = waiting.view, list[bool]()
    slot = lambda: pressed.append(True)  # noqa: E731
    waiting.commands.offer("teach", [Command("teach", "Teach…", "", slot)])
    waiting.look_at(2)
    qtbot.waitUntil(lambda: view.empty.why == "none", timeout=LONG_MS)
    assert view.empty.more.text() == (
        "Run 2 left its encoder, Descriptors, as it was: no track has moved. "
        "Compare it with a run that has taught its encoder."
    )
    qtbot.mouseClick(view.empty.button, LEFT)
    assert pressed == [True]


def test_no_run_no_maps(waiting: Bench) -> None:
    waiting.view.show_runs(None, None)
    assert waiting.view.empty.why == "nothing"


def test_what_drawing_takes_is_said_before(waiting: Bench) -> None:
    view = waiting.view
    assert view.state is not None
    assert view.state.pair is not None
    assert view.empty.why == "ready"
    said = view.empty.more.text()
    assert "Both encoders have heard all 24 tracks. About" in said
    assert not waiting.commands.actions["moved-export"].isEnabled()
    assert waiting.commands.actions["moved-draw"].isEnabled()


def test_a_time_that_nobody_knows_is_not_promised(waiting: Bench) -> None:
    assert waiting.view.state is not None
    pair = waiting.view.state.pair
    assert pair is not None
    took = {"tsne": (24, 3.0)}
    assert expected_s(pair, "tsne", took) == pytest.approx(2 * 3.0)
    unheard = replace(pair, before=replace(pair.before, missing=10), track_s=None)
    assert expected_s(unheard, "tsne", took) is None
    assert expected_s(replace(unheard, track_s=0.5), "tsne", took) == pytest.approx(10 * 0.5 + 2 * 3.0)
    waiting.view.empty.show_ready(unheard, "tsne", "", took, "")
    assert "10 tracks by Mel CNN, untrained" in waiting.view.empty.more.text()
    assert "How long hearing takes is not known yet." in waiting.view.empty.more.text()


def test_it_is_drawn_by_a_job_that_is_asked_for_here(waiting: Bench, qtbot: QtBot) -> None:
    view, seen = waiting.view, set[str]()
    view.following.framed.connect(lambda request, which, frame: seen.add(which))
    qtbot.mouseClick(view.empty.button, LEFT)
    assert view.empty.why == "busy"
    qtbot.mouseClick(view.empty.button, LEFT)
    assert view.empty.button.isEnabled(), "the second click of two is no wish to cancel"
    qtbot.waitUntil(lambda: view.drawn is not None, timeout=2 * LONG_MS)
    assert view.stack.currentWidget() is view.split
    assert not view.progress.isVisible()
    assert len(view.movers.model.lines) == taught.N
    assert seen == {"before", "after"}
    assert view.counted.accessibleName().startswith("24 of 24 tracks shown, both maps · t-SNE")


def test_a_job_on_its_way_is_followed_and_can_be_cancelled(
    waiting: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, asked = waiting.view, list[tuple[int, Stop]]()
    monkeypatch.setattr(waiting.workspace, "ask", lambda job_id, stop: asked.append((job_id, stop)))
    waiting.workspace.jobs_listed.emit([job_of(waiting, "running")])
    assert view.empty.why == "busy"
    qtbot.mouseClick(view.empty.button, LEFT)
    assert asked == [(5, Stop.CANCEL)]
    assert view.empty.more.text() == "Cancelling…"
    assert not view.empty.button.isEnabled()
    waiting.workspace.jobs_listed.emit([job_of(waiting, "cancelled")])
    qtbot.waitUntil(lambda: view.empty.why == "ready", timeout=LONG_MS)
    assert view.empty.problem.text() == ""


def test_why_it_failed_stands_where_it_was_asked_for(waiting: Bench, qtbot: QtBot) -> None:
    view = waiting.view
    waiting.workspace.jobs_listed.emit([job_of(waiting, "running")])
    waiting.workspace.jobs_listed.emit([job_of(waiting, "failed", sentence="The disk is full.")])
    qtbot.waitUntil(lambda: view.empty.why == "ready", timeout=LONG_MS)
    qtbot.waitUntil(lambda: view.empty.problem.text() == "The disk is full.", timeout=LONG_MS)


def test_another_way_of_drawing_is_asked_for_by_itself(waiting: Bench, qtbot: QtBot) -> None:
    view = waiting.view
    qtbot.mouseClick(view.empty.method.buttons["pca"], LEFT)
    qtbot.waitUntil(lambda: view.empty.why == "ready", timeout=LONG_MS)
    view.empty.apart.click()
    assert view.request() == MovedRequest(1, method="pca", apart="artist")
    qtbot.waitUntil(lambda: view.empty.why == "ready", timeout=LONG_MS)
    assert view.empty.apart.isChecked()
    assert view.empty.method.current == "pca"


def test_a_closed_collection_leaves_nothing(bench: Bench) -> None:
    bench.view.forget()
    assert len(bench.view.charts.before.scene) == 0
    assert bench.view.movers.model.lines == []
    assert bench.view.empty.why == "nothing"
