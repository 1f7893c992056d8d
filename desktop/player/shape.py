"""The pyramid of the track that is shown: from the cache at once, else as it grows in a helper."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from core.audio import peaks
from core.audio.peaks import Growing, Pyramid
from desktop.bridge import Background
from desktop.player.sighting import Sighting


class Shape(QObject):
    changed = Signal()
    """More of it is known, or why there will be none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pyramid: Pyramid | None = None
        self.share: float | None = None
        """How much has been read, where it is being read; None when nothing is."""
        self.problem = ""
        """Why there is nothing to see, as the part of a sentence."""
        self.is_stopped = False
        """Somebody did not want to wait: only the beginning is known."""
        self._begun_s = 0.0
        self._path: Path | None = None
        self._growing: Growing | None = None
        self._expected = 0
        self._helper = Sighting("peaks", self)
        self._helper.answered.connect(self._came)
        self._helper.failed.connect(self._failed)
        self._files = Background("looking for peaks", self, may_be_left=True)

    @property
    def is_whole(self) -> bool:
        return self.pyramid is not None and self.share is None and not self.is_stopped

    @property
    def left_s(self) -> float | None:
        """How long reading will take on, once that can be said."""
        taken = time.monotonic() - self._begun_s
        return taken * (1 - self.share) / self.share if self.share and taken > 1 else None

    def show_track(self, path: Path | None) -> None:
        if path == self._path:
            return
        self.clear()
        self._path = path
        if path is not None:
            self._files.call(partial(peaks.find, path), partial(self._found, path), partial(self._none, path))
        self.changed.emit()

    def clear(self) -> None:
        self._helper.forget()
        self._path = self.pyramid = self._growing = self.share = None
        self.problem = ""
        self.is_stopped = False

    def stop_reading(self) -> None:
        """What is known so far stays."""
        if self.share is not None:
            self._helper.forget()
            self.share = None
            self.is_stopped = True
            self.changed.emit()

    def read_again(self) -> None:
        path = self._path
        self.show_track(None)
        self.show_track(path)

    def stop(self) -> None:
        self._helper.stop()
        self._files.leave()

    def _found(self, path: Path, pyramid: Pyramid | None) -> None:
        if path != self._path:
            return
        if pyramid is None:
            self.share = 0.0
            self._begun_s = time.monotonic()
            self._helper.ask(str(path))
        self.pyramid = pyramid
        self.changed.emit()

    def _none(self, path: Path, _error: Exception) -> None:
        self._found(path, None)

    @Slot(object, object)
    def _came(self, head: dict[str, Any], body: bytes) -> None:
        if head["what"] == "begin":
            self._expected = head["frames"]
            self._growing = Growing(head["rate_hz"], head["frames"])
            return
        if self._growing is None:
            return
        if head["what"] == "bins":
            self._growing.append(np.frombuffer(body, np.int16).reshape(-1, 3), head["frames"])
            self.share = min(self._growing.frames / self._expected, 1.0) if self._expected else 0.0
        elif head["what"] == "done":
            self.share = None
        self.pyramid = self._growing.pyramid
        self.changed.emit()

    @Slot(str, bool)
    def _failed(self, why: str, gone: bool) -> None:
        self.share = None
        self.problem = self.tr("it is not where it was") if gone else why
        self.changed.emit()
