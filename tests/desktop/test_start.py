"""The command `soundings` in processes of its own: what it imports, what it says, how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core import __version__
from core.store import create_collection
from desktop.__main__ import why_no_window
from desktop.app import why_no_screen

ROOT = Path(__file__).resolve().parents[2]
HEAVY = ("torch", "torchaudio", "transformers", "sklearn", "scipy", "pandas", "matplotlib")
NOT_BEFORE_PAINTING = (
    "sqlalchemy",
    "alembic",
    "pyqtgraph",
    "numpy",
    "desktop.preferences",
    "desktop.jobs.pane",
)

PROBE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
import desktop.window

loaded = {{}}

class Probed(desktop.window.MainWindow):
    def __init__(self):
        super().__init__()
        self.painted.disconnect(self.start.fill)
        self.painted.connect(self.note_painted)
        self.painted.connect(self.start.fill)

    def note_painted(self):
        loaded["painted"] = set(sys.modules)
        if {opened}:
            self.workspace.opened.connect(lambda summary: QTimer.singleShot(0, self.close))
        else:
            QTimer.singleShot(0, self.close)

desktop.window.MainWindow = Probed
import desktop.app
desktop.app.MainWindow = Probed
from desktop.__main__ import main
sys.argv = ["soundings", *{arguments!r}]
status = main()
print("heavy", sorted(set({heavy!r}) & set(sys.modules)))
print("early", sorted(set({early!r}) & loaded["painted"]))
sys.exit(status)
"""


def environment(home: Path, **more: str) -> dict[str, str]:
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    return (
        os.environ | {"QT_QPA_PLATFORM": "offscreen", "SOUNDINGS_HOME": str(home), "PYTHONPATH": path} | more
    )


def run(home: Path, *command: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command], env=environment(home, **more), capture_output=True, text=True, timeout=100
    )


@pytest.mark.parametrize("opened", [False, True])
@pytest.mark.usefixtures("known_computer")
def test_nothing_heavy_is_imported_and_little_before_the_window_is_there(home, tmp_path, opened):
    arguments = []
    if opened:
        create_collection(tmp_path / "coast", "Coastal archive").close()
        arguments = ["open", str(tmp_path / "coast")]
    probe = PROBE.format(opened=opened, arguments=arguments, heavy=HEAVY, early=NOT_BEFORE_PAINTING)
    done = run(home, "-c", probe)
    assert done.returncode == 0, done.stderr
    assert "heavy []" in done.stdout
    if not opened:  # the command line opens the collection's module to check the folder
        assert "early []" in done.stdout


@pytest.mark.usefixtures("known_computer")
def test_says_when_it_was_painted_and_quits(home):
    done = run(home, "-m", "desktop", SOUNDINGS_TIME_START="1")
    assert done.returncode == 0
    assert float(done.stderr.split("painted ")[1].split()[0]) > 0


def test_the_version_costs_nothing(home):
    done = run(home, "-X", "importtime", "-m", "desktop", "--version")
    assert done.stdout == f"soundings {__version__}\n"
    imported = {line.split("|")[-1].strip() for line in done.stderr.splitlines()}
    assert not imported & {"PySide6", "typer", "logging", "msgspec", "platformdirs"}


@pytest.mark.usefixtures("known_computer")
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_closes_the_window_properly(home, number):
    probe = (
        "import os, sys, desktop.window as w\n"
        "show = w.MainWindow.painted\n"
        "class Probed(w.MainWindow):\n"
        "    def __init__(self):\n"
        "        super().__init__()\n"
        f"        self.painted.connect(lambda: os.kill(os.getpid(), {int(number)}))\n"
        "w.MainWindow = Probed\n"
        "import desktop.app as a\n"
        "a.MainWindow = Probed\n"
        "sys.exit(a.run_window(None))\n"
    )
    done = run(home, "-c", probe)
    assert done.returncode == 0, done.stderr
    assert (home / "state" / "window.json").exists()


def test_without_a_screen_it_says_so_in_one_sentence(home):
    gone = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":4242", "WAYLAND_DISPLAY": ""}
    done = run(home, "-m", "desktop", **gone)
    assert done.returncode == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "no screen" in done.stderr


def test_without_pyside_it_says_what_to_type(home, tmp_path):
    hidden = (
        "import sys; sys.modules['PySide6'] = None\n"
        "from desktop.__main__ import open_window; sys.exit(open_window(None))"
    )
    done = run(home, "-c", hidden)
    assert done.returncode == 1
    assert "pip install 'soundings[window]'" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (ImportError("No module named 'PySide6'", name="PySide6"), "pip install 'soundings[window]'"),
        (
            ImportError("libEGL.so.1: cannot open shared object file: No such file", name="PySide6.QtGui"),
            "system library libEGL.so.1",
        ),
        (ImportError("odd", name="desktop.app"), "--force-reinstall"),
    ],
)
def test_what_is_missing_is_named(error, said):
    assert said in why_no_window(error)


def test_a_missing_platform_library_is_named(monkeypatch):
    monkeypatch.setenv("DISPLAY", ":0")
    assert "libxcb-cursor0" in why_no_screen(["From 6.5.0, xcb-cursor0 or libxcb-cursor0 is needed to load…"])
    assert "packaging/run" in why_no_screen(["something else"])


def test_pyside_does_not_eat_none():
    """PySide6 6.12.0 on Python 3.11 takes a reference of None with every call, until Python dies."""
    probe = (
        "import sys; from PySide6.QtCore import QCoreApplication as A; a = A([]); n = sys.getrefcount(None)\n"
        "for _ in range(1000): a.processEvents()\n"
        "sys.exit(abs(sys.getrefcount(None) - n) > 500)\n"
    )
    assert subprocess.run([sys.executable, "-c", probe], check=False).returncode == 0


@pytest.mark.usefixtures("known_computer")
def test_a_bug_is_told_in_the_window_and_its_traceback_goes_to_the_log(home):
    probe = (
        "import sys\n"
        "from PySide6.QtCore import QTimer\n"
        "from core.logs import start_logging\n"
        "import desktop.app as a\n"
        "class Probed(a.MainWindow):\n"
        "    def __init__(self):\n"
        "        super().__init__()\n"
        "        self.painted.connect(self.fail)\n"
        "        self._bridge.told.connect(self.note)\n"
        "    def fail(self):\n"
        "        raise ZeroDivisionError('an odd thing')\n"
        "    def note(self, message):\n"
        "        print(self.messages.text.text())\n"
        "        QTimer.singleShot(0, self.close)\n"
        "a.MainWindow = Probed\n"
        "start_logging()\n"
        "sys.exit(a.run_window(None))\n"
    )
    done = run(home, "-c", probe)
    assert done.returncode == 0, done.stderr
    assert "Something went wrong inside Soundings" in done.stdout
    log = (home / "logs" / "soundings.log").read_text()
    assert "ZeroDivisionError: an odd thing" in log
    assert "Traceback" not in done.stderr
