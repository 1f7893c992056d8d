"""Habits of every test: an own home, no stray log line, no thread left running."""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import re
import shutil
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from core import logs
from core.messages import Message, channel
from core.store import Collection, create_collection, open_collection

settings.register_profile(
    "soundings",
    max_examples=50,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("soundings")  # no test fails because the machine is slow, or only now and then


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "may_log(pattern): warnings and errors in the log that the test provokes"
    )


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing of the person who runs the tests is read or written, and nothing is heard."""
    folder = tmp_path / "home"
    monkeypatch.setenv("SOUNDINGS_HOME", str(folder))
    monkeypatch.setenv("SOUNDINGS_SOUND", "off")
    return folder


@pytest.fixture(autouse=True)
def _no_stray_logs(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    caplog.set_level(logging.INFO)
    yield
    allowed = [re.compile(pattern) for mark in request.node.iter_markers("may_log") for pattern in mark.args]
    stray = [
        record.getMessage()
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING and not any(p.search(record.getMessage()) for p in allowed)
    ]
    assert not stray, f"stray log lines: {stray}"


@contextlib.contextmanager
def log_as_before() -> Iterator[None]:
    """Who starts the log as a program does would hold its files open to the end of all tests."""
    before = set(logging.getLogger().handlers)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(logs, "_fault_files", opened := [])
        patch.setattr(sys, "excepthook", sys.excepthook)
        patch.setattr(threading, "excepthook", threading.excepthook)
        yield
    for handler in set(logging.getLogger().handlers) - before:
        logging.getLogger().removeHandler(handler)
        handler.close()
    if opened:
        logging.captureWarnings(capture=False)
        faulthandler.enable(sys.__stderr__)
    for file in opened:
        file.close()


@pytest.fixture(autouse=True)
def _log_as_before() -> Iterator[None]:
    with log_as_before():
        yield


@pytest.fixture(autouse=True)
def _no_stray_threads() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + 5
    while (left := set(threading.enumerate()) - before) and time.monotonic() < deadline:
        for thread in left:
            thread.join(0.1)
    assert not left, f"threads left running: {left}"


@pytest.fixture
def messages() -> Iterator[list[Message]]:
    """What a person would have been told."""
    told: list[Message] = []
    stop = channel.connect(told.append)
    yield told
    stop()


@pytest.fixture(autouse=True)
def _quiet_channel() -> Iterator[None]:
    """What one test leaves unsaid is not said in the next."""
    yield
    channel.connect(lambda message: None)()


@pytest.fixture(scope="session")
def empty_collection(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once; copy it."""
    folder = tmp_path_factory.mktemp("template") / "coast"
    create_collection(folder, "Coastal archive").close()
    return folder


@contextlib.contextmanager
def copied(made: Path, place: Path) -> Iterator[Collection]:
    """A collection that may be changed, of one that was made once."""
    shutil.copytree(made, place / "coast")
    with open_collection(place / "coast") as opened:
        yield opened


@pytest.fixture
def collection(empty_collection: Path, tmp_path: Path) -> Iterator[Collection]:
    with copied(empty_collection, tmp_path) as opened:
        yield opened
