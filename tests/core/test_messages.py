"""The one channel, and the log behind it."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from core import errors
from core.errors import FileProblem, Interrupted, KnownError
from core.logs import job_log
from core.messages import BUG_SENTENCE, Channel, Message, message_for


@pytest.mark.may_log("told")
def test_what_is_said_before_anyone_listens_is_kept() -> None:
    channel = Channel(keep=2)
    for text in ("first", "second", "third"):
        channel.info(text)
    heard: list[Message] = []
    leave = channel.connect(heard.append)
    channel.warning("fourth")
    assert [message.text for message in heard] == ["second", "third", "fourth"]
    leave()
    channel.info("fifth")
    assert len(heard) == 3


@pytest.mark.may_log("bug|told")
def test_known_errors_bugs_and_wishes_are_told_apart() -> None:
    known = message_for(FileProblem(Path("Reel 12.wav"), "cannot be read", "Copy it again."))
    assert known == Message("error", "Reel 12.wav cannot be read. Copy it again.")
    bug = message_for(ZeroDivisionError("division by zero"))
    assert bug is not None
    assert bug.text.startswith(BUG_SENTENCE)
    assert bug.details == "ZeroDivisionError: division by zero"
    assert message_for(Interrupted()) is None


def test_threads_may_speak_at_once() -> None:
    channel, heard = Channel(), list[Message]()
    channel.connect(heard.append)
    threads = [
        threading.Thread(target=lambda: [channel.info("x") for _ in range(200)] and None) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(heard) == 800


def test_the_tree_of_errors_is_drawn_as_it_is() -> None:
    drawn = errors.__doc__ or ""
    classes = [v for v in vars(errors).values() if isinstance(v, type) and issubclass(v, Exception)]
    assert len(classes) > 10
    for error in classes:
        line = next(line for line in drawn.splitlines() if f"{error.__name__} " in f"{line} ")
        parent = error.__mro__[1]
        if issubclass(error, KnownError) and error is not KnownError:
            depth = line.index(error.__name__)
            above = drawn[: drawn.index(line)].splitlines()
            drawn_parent = next(
                above_line
                for above_line in reversed(above)
                if above_line.strip() and len(above_line) - len(above_line.lstrip(" │├└─")) < depth
            )
            assert parent.__name__ in drawn_parent, error


def test_a_job_log_continues(tmp_path: Path) -> None:
    for text in ("first", "second"):
        with job_log(tmp_path, 7) as path:
            logging.getLogger("test").info(text)
    logging.getLogger("test").info("outside")
    lines = path.read_text().splitlines()
    assert path == tmp_path / "logs" / "job-000007.log"
    assert [line.rsplit(": ", 1)[1] for line in lines] == ["first", "second"]


LOGGER = """
import logging, threading, warnings
from core import logs
logs.SIZE_BYTES = 2000
path = logs.start_logging("trial")
for i in range(200):
    logging.getLogger("x").info("line %d", i)
warnings.warn("odd")
def fail(): raise ValueError("in a thread")
thread = threading.Thread(target=fail); thread.start(); thread.join()
raise RuntimeError("uncaught")
"""


def test_the_log_turns_over_and_catches_what_nobody_caught(home: Path) -> None:
    done = subprocess.run([sys.executable, "-c", LOGGER], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    files = sorted((home / "logs").glob("trial.log*"))
    assert len(files) == 6
    text = "".join(path.read_text() for path in files)
    assert "RuntimeError: uncaught" in text
    assert "ValueError: in a thread" in text
    assert "odd" in text
    assert (home / "logs" / "fault.log").exists()


def test_a_log_that_cannot_be_written_stops_nothing(home: Path) -> None:
    home.mkdir()
    (home / "logs").write_text("a file where the folder should be")
    code = "from core.logs import start_logging; print(start_logging())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "None\n")
