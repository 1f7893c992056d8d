"""Pictures of every screen that there is, light and dark, at 1280x720, and at twice the dots.

    python packaging/screenshots.py OUT

Works without a screen. The desk shows a small demo collection that the program
composes for it; other folders and jobs are examples; what the doctor found is
true.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QDialog, QMenu, QWidget

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from teaching_pictures import Teaching  # type: ignore[import-not-found]  # noqa: E402 - beside this file

from core.jobs import Job, JobState  # noqa: E402
from core.messages import Message  # noqa: E402
from core.progress import Stop  # noqa: E402
from core.store import create_collection  # noqa: E402
from desktop.app import make_app  # noqa: E402
from desktop.start import recent  # noqa: E402
from desktop.theme import look  # noqa: E402
from desktop.window import MainWindow  # noqa: E402

if TYPE_CHECKING:
    from desktop.desk.desk import Desk as OpenDesk

PATIENCE_MS = 300_000
NOW = datetime.now(UTC)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", default="1280x720", help="width x height of the window")
    parser.add_argument("--text", type=float, default=1.0, help="text size, 2 is twice as large")
    parser.add_argument("--one", action="store_true", help="only this scale, in this process")
    parser.add_argument("--ending", default="", help="ends the names of the pictures")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    if arguments.one:
        width, height = map(int, arguments.size.split("x"))
        return Photographer(arguments.out, width, height, arguments.text, arguments.ending).take_all()
    statuses = [_child(scale, arguments) for scale in (1, 2)]
    return max(statuses)


def _child(scale: int, arguments: argparse.Namespace) -> int:
    """Qt reads the scale once, so each has a process of its own."""
    ending = f"{f'-text{arguments.text:g}' if arguments.text != 1 else ''}{'@2x' if scale == 2 else ''}"
    command = [sys.executable, __file__, str(arguments.out), "--one"]
    command += ["--size", arguments.size, "--text", str(arguments.text), f"--ending={ending}"]
    with tempfile.TemporaryDirectory(prefix="soundings-") as home:
        environment = os.environ | {"QT_SCALE_FACTOR": str(scale), "SOUNDINGS_HOME": home}
        if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
            environment.setdefault("QT_QPA_PLATFORM", _screen(Path(home), scale, arguments.size))
        return subprocess.run(command, env=environment, check=False).returncode


def _screen(folder: Path, scale: int, size: str) -> str:
    """One that is not there, and as large as the window; Qt's own is smaller than any dialog."""
    width, height = (scale * int(side) for side in size.split("x"))
    described = {"name": "screen", "x": 0, "y": 0, "width": width, "height": height}
    kept = folder / "screen.json"
    kept.write_text(json.dumps({"screens": [described]}), encoding="utf-8")
    return f"offscreen:configfile={kept}"


class Photographer:
    def __init__(self, out: Path, width: int, height: int, text: float, ending: str) -> None:
        self._out = out
        self.home = Path(os.environ["SOUNDINGS_HOME"])
        self._ending = ending
        self._app = make_app("light", text)
        self.window = MainWindow()
        self.window.resize(width, height)

    def take_all(self) -> int:
        window = self.window
        window.show()
        self.until(lambda: window.messages.isVisible() or self._chart_is_there())
        self.take("start-empty", window)
        self.until(lambda: not window.doctor.busy)
        self.take("start-doctor", window)
        self._recents()
        self.until(lambda: any(not row.find_button.isHidden() for row in window.start.rows))
        self.take("start-recent", window)
        window.start.new_card.setFocus()
        self.take("start-focus", window)
        self._dialogs()
        self._message()
        self._collection()
        window.close()
        self.until(lambda: not window.isVisible())
        return 0

    # The pictures

    def _recents(self) -> None:
        folder = self.home / "coastal"
        create_collection(folder, "Coastal archive").close()
        ago = timedelta
        recent.remember(
            Path("/archive/ensemble-a"),
            "Ensemble A, 1958 to 1991",
            {"tracks": 412, "runs": 2},
            now=NOW - ago(days=40),
        )
        recent.remember(
            Path("/media/reels/label"), "Label reels 1 to 90", {"tracks": 11904}, now=NOW - ago(16)
        )
        recent.remember(folder, "Coastal archive", {"tracks": 2046, "runs": 9}, now=NOW - ago(minutes=9))
        self.window.start.show_recents()

    def _dialogs(self) -> None:
        window = self.window
        self.dialog("new-collection", window.new_collection)
        self.dialog("new-here", lambda: window.open_folder(self.home))
        self.dialog("preferences", window.preferences.show)
        self.dialog("about", window.help.show_about)
        self.dialog("doctor", window.help.show_doctor)
        menu = window.menuBar().actions()[0].menu()
        assert isinstance(menu, QMenu)
        menu.popup(window.mapToGlobal(window.rect().topLeft()))
        self.take("menu-file", menu)
        menu.close()

    def _message(self) -> None:
        window = self.window
        window.messages.tell(
            Message(
                "error",
                "Reel 12.wav cannot be read: the file ends early. Copy it again, then scan.",
                "details",
            )
        )
        window.messages.tell(Message("info", "The log is in /home/music/.local/state/soundings/log."))
        self.take("message", window)
        window.messages.show_next()
        self.take("message-info", window)
        window.messages.show_next()

    def _collection(self) -> None:
        window = self.window
        window.open_collection(self.home / "coastal")
        self.until(lambda: window.desk is not None and window.desk.isVisible())
        self._settle()
        self.take("collection", window)
        self._encoders()
        Desk(self).take_all()
        window.workspace.jobs_listed.disconnect(window.jobs.set_jobs)  # these jobs are only for show
        window.jobs.set_jobs([_job(1, "interrupted", done=812, total=2000)])
        self.take("interrupted", window)
        window.jobs.set_jobs(_jobs())
        self.take("strip", window)
        window.jobs_door.toggle()
        self._settle()
        self.take("jobs", window)
        window.jobs.ask(3, Stop.CANCEL)
        self.take("cancelling", window)
        self.dialog("closing", window.close)
        window._leaving = False  # noqa: SLF001 - the picture was taken, the question not answered
        window.jobs.set_jobs([])

    def _encoders(self) -> None:
        encoders = self.window.encoders
        encoders.show()
        self.until(lambda: encoders.dialog is not None and bool(encoders.dialog.model.rows))
        assert encoders.dialog is not None
        self._settle()
        self.take("encoders", encoders.dialog)
        encoders.dialog.choose("musicnn-msd")
        self.take("encoders-not-fetched", encoders.dialog)
        encoders.dialog.hide()

    def dialog(self, name: str, show: Callable[[], object]) -> None:
        show()
        dialog = next(child for child in self.window.findChildren(QDialog) if child.isVisible())
        self._settle()
        self.take(name, dialog)
        dialog.hide()
        dialog.deleteLater()
        self._settle()

    # The camera

    def take(self, name: str, widget: QWidget) -> None:
        for theme in ("light", "dark"):
            look().choose(theme)
            self.until(self._chart_is_there)
            self._settle()
            path = self._out / f"{name}-{theme}{self._ending}.png"
            if not widget.grab().save(str(path)):
                raise OSError(f"{path} cannot be written")

    def _chart_is_there(self) -> bool:
        return self.window.start.shows_chart()

    def rest(self, milliseconds: int) -> None:
        """For what is drawn in the background without saying when it is done."""
        patience = QTimer(singleShot=True, interval=milliseconds)
        patience.start()
        self.until(lambda: not patience.isActive())

    def _settle(self) -> None:
        for _ in range(5):
            self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            self._app.processEvents()

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait for `condition` without burning the processor."""
        patience = QTimer(singleShot=True, interval=PATIENCE_MS)
        patience.start()
        while not condition():
            if not patience.isActive():
                raise TimeoutError("the window never got there")
            nap = QTimer(singleShot=True, interval=20)
            loop = QEventLoop()
            nap.timeout.connect(loop.quit)
            nap.start()
            loop.exec()


class Desk:
    """The demo collection, made, encoded, mapped, and everything around it."""

    TRACKS, SECONDS = 48, 5.0

    def __init__(self, photographer: Photographer) -> None:
        self._camera = photographer
        self._window = photographer.window

    @property
    def desk(self) -> OpenDesk:
        assert self._window.desk is not None
        return self._window.desk

    def take_all(self) -> None:
        self._make()
        window, camera = self._window, self._camera
        camera.take("desk", window)
        window.kit.selection.choose(window.kit.filter.ids[3:15])
        window.kit.selection.make_current(window.kit.filter.ids[5])
        camera.rest(4000)
        camera.take("desk-chosen", window)
        for name in ("match", "track"):
            self.desk.show_pane(getattr(self.desk, name))
            camera.rest(3000)
            camera.take(f"desk-{name}", window)
        self.desk.show_pane(self.desk.neighbours)
        for name in self.desk.pages.pages:
            self.desk.turn_to(name)
            camera.rest(1000)
            camera.take(f"page-{name}", window)
        self.desk.turn_to("map")
        self.desk.pages.set_double(double=True, beside="collection")
        camera.rest(500)
        camera.take("side-by-side", window)
        self.desk.pages.set_double(double=False)
        self._around()
        Teaching(camera, self).take_all()

    def _make(self) -> None:
        """By the program's own jobs, one after the other."""
        from core.demo.request import DemoRequest
        from core.embedding.request import EncodeRequest
        from core.maps.request import MapRequest

        window, camera = self._window, self._camera
        window.workspace.open_demo(
            self._camera.home / "demo", DemoRequest(tracks=self.TRACKS, seconds=self.SECONDS)
        )
        camera.until(lambda: window.workspace.tracks == self.TRACKS and self.is_quiet())
        for kind, request in (
            ("encode", EncodeRequest("descriptors")),
            ("map", MapRequest("descriptors", perplexity=10)),
        ):
            window.workspace.submit(kind, request)
            camera.until(partial(self.has_done, kind))
        self.desk.turn_to("map")
        camera.rest(4000)

    def has_done(self, kind: str) -> bool:
        return self.is_quiet() and any(row.kind == kind for row in self._window.jobs.rows)

    def is_quiet(self) -> bool:
        rows = self._window.jobs.rows
        return bool(rows) and all(row.ended for row in rows) and self._window.desk is not None

    def _around(self) -> None:
        """What lies over the desk."""
        window, camera = self._window, self._camera
        window.palette_door.toggle()
        camera.take("palette", window)
        assert window.palette_door.palette is not None
        window.palette_door.palette.typed.setText("se")
        camera.take("palette-typed", window)
        window.palette_door.close()
        camera.dialog("shortcuts", window.help.show_shortcuts)
        window.menus.show_switch(self.desk.bar.collection)
        menu = self.desk.bar.collection.findChild(QMenu)
        assert isinstance(menu, QMenu)
        camera.take("switch", menu)
        menu.close()
        window.done.tell("Set genre of 12 tracks to lament")
        camera.take("strip-done", window)
        window.done.forget()
        for name in ("edit", "view", "tracks", "map", "play", "window"):
            if (menu := window.menus.menus[name]).actions():
                menu.popup(window.mapToGlobal(window.rect().topLeft()))
                camera.take(f"menu-{name}", menu)
                menu.close()


FULL = "/media/stick cannot be written: the disk is full. Free some space there, then try again."


def _jobs() -> list[Job]:
    fine = "2,000 files checked; all are as they should be."
    return [
        _job(3, "running", done=1212, total=2000, seconds_left=370.0, note="reels/Reel 12.wav"),
        _job(5, "waiting", kind="backup", title="Back up"),
        _job(4, "waiting"),
        _job(2, "paused", done=61, total=100, unit=""),
        _job(1, "done", done=2000, total=2000, sentence=fine),
        _job(0, "failed", kind="backup", title="Back up", done=3, total=9, sentence=FULL),
    ]


def _job(number: int, state: str, **differing: Any) -> Job:  # noqa: ANN401 - any field of Job
    usual: dict[str, Any] = {
        "kind": "verify",
        "title": "Verify files",
        "request": "{}",
        "device": "cpu",
        "priority": 10,
        "asked": None,
        "done": 0,
        "total": 0,
        "unit": "files",
        "note": "",
        "seconds_left": None,
        "sentence": "",
        "result": None,
        "attempts": 1,
        "here": True,
        "created_at": NOW - timedelta(minutes=20 - number),
        "started_at": NOW,
        "ended_at": NOW if state in ("done", "failed") else None,
        "log_path": Path("job.log"),
    }
    return Job(id=number, state=JobState(state), **(usual | differing))


if __name__ == "__main__":
    sys.exit(main())
