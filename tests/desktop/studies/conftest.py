"""A small study that is really made, in a collection of tones, on the page alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.studies import StudyRequest
from desktop.studies.page import StudiesPage
from tests.core import heard
from tests.desktop.stage import Stage

SMALL = """
name = "small"
title = "Two encoders, hardly taught"
question = "Are tones told apart?"
source = "Made up."
published = ["encoders-genre", "gtzan-fault-filtered"]
seeds = [0]
maps = []

[[ways]]
name = "frozen"
title = "frozen"
recipe = "classify"
changes = { "head.kind" = "logistic", "controls" = "majority" }

[[ways]]
name = "fine-tuned"
title = "fine-tuned"
recipe = "fine-tune"
changes = { "training.epochs" = "12", "training.patience" = "0", "encoder.excerpts" = "1", "controls" = "" }

[[encoders]]
name = "descriptors"

[[encoders]]
name = "mel-cnn"

[[encoders]]
name = "mert-95m"
"""
LONG_MS = 90_000


@pytest.fixture(scope="module")
def asked() -> str:
    return SMALL


@pytest.fixture(scope="module")
def taped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return heard.make_tones(tmp_path_factory.mktemp("studies"), 18) / "coast"


@pytest.fixture
def stage(taped: Path, home: Path, qtbot: QtBot) -> Iterator[Stage]:
    """On the same collection all through a module: what one test makes, the next ones read."""
    stage = Stage(taped, qtbot)
    yield stage
    stage.end()


@pytest.fixture
def page(stage: Stage, qtbot: QtBot) -> StudiesPage:
    page = StudiesPage(stage.kit)
    stage.put(page, 1280, 470)
    qtbot.waitUntil(lambda: page.shelf is not None, timeout=LONG_MS)
    return page


@pytest.fixture
def small(page: StudiesPage, asked: str, qtbot: QtBot) -> StudiesPage:
    """The page with the small study open, and its outlook there."""
    page.open_request(StudyRequest(asked))
    qtbot.waitUntil(lambda: page.opened is not None and page.opened.study.name == "small", timeout=LONG_MS)
    qtbot.waitUntil(lambda: page.course.outlook is not None, timeout=LONG_MS)
    return page


@pytest.fixture
def said() -> Iterator[list[str]]:
    """What is told on the message channel."""
    from core.messages import channel

    heard_ = list[str]()
    leave = channel.connect(lambda message: heard_.append(message.text))
    yield heard_
    leave()
