"""Pictures of the pages on which is taught, watched, compared, described and cited; see screenshots.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from core.recipes import find_recipe
from core.recipes.describing import CaptionRequest
from core.recipes.recipe import change, write_recipe
from core.recipes.request import TrainRequest

if TYPE_CHECKING:
    from screenshots import Desk, Photographer  # type: ignore[import-not-found]

QUICK = {"encoder.name": "mel-cnn", "training.epochs": "8", "controls": "[]"}
"""A network that learns along in less than a minute."""
WRITER = {"training.epochs": "4", "writer.width": "64", "controls": "[]"}
ALL_CONTROLS_MS, DRAW_MS = 1500, 4000


class Teaching:
    """Runs are made by the program's own jobs, on the demo of the desk."""

    def __init__(self, camera: Photographer, desk: Desk) -> None:
        self._camera, self._desk = camera, desk
        self._window = camera.window

    def take_all(self) -> None:
        for take in (self._empty, self._dialog, self._watched, self._results, self._captions, self._rest):
            take()

    def _turn(self, name: str, ending: str = "", rest_ms: int = 2000) -> None:
        self._desk.desk.turn_to(name)
        self._camera.rest(rest_ms)
        self._camera.take(f"teaching-{name}{ending}", self._window)

    def _train(self, name: str, changes: dict[str, str], seed: int = 0) -> None:
        recipe = write_recipe(change(find_recipe(name), changes))
        self._window.workspace.submit("train", TrainRequest(recipe, seed))

    def _empty(self) -> None:
        for name in ("monitor", "results", "captions"):
            self._turn(name, "-empty")

    def _dialog(self) -> None:
        door = self._desk.desk.teach
        for name in ("classify", "fine-tune", "caption"):
            door.show(write_recipe(find_recipe(name)))
            self._camera.rest(DRAW_MS)
            dialog = next(one for one in self._window.findChildren(QDialog) if one.isVisible())
            self._camera.take(f"teach-{name}", dialog)
            dialog.hide()

    def _watched(self) -> None:
        self._train("classify", {})
        self._train("classify", {}, seed=1)
        self._camera.until(lambda: self._desk.is_quiet() and len(self._window.kit.runs.lines) == 2)
        self._train("fine-tune", QUICK)
        self._desk.desk.turn_to("monitor")
        watching = self._desk.desk.monitor.watching
        self._camera.until(lambda: watching.story is not None and len(watching.story.rows) >= 3)
        self._turn("monitor", rest_ms=ALL_CONTROLS_MS)
        self._camera.until(self._desk.is_quiet)
        self._turn("monitor", "-done")

    def _results(self) -> None:
        results, runs = self._desk.desk.results, self._window.kit.runs
        self._desk.desk.turn_to("results")
        runs.look_at(3, 1)
        self._camera.rest(DRAW_MS)
        for view in list(results.views.views):
            results.views.turn_to(view)
            self._camera.rest(2000)
            self._camera.take(f"teaching-results-{view}", self._window)

    def _captions(self) -> None:
        self._train("caption", WRITER)
        self._camera.until(lambda: self._desk.is_quiet() and len(self._window.kit.runs.lines) == 4)
        self._window.workspace.submit("caption", CaptionRequest(4))
        self._camera.until(lambda: self._desk.has_done("caption"))
        self._turn("captions", rest_ms=DRAW_MS)

    def _rest(self) -> None:
        self._turn("by_ear", rest_ms=DRAW_MS)
        self._turn("studies", rest_ms=DRAW_MS)
        self._camera.dialog("methods", lambda: self._desk.desk.methods.show("run", 3))
