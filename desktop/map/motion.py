"""Short moves, unless the system asks for none."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation
from PySide6.QtWidgets import QStyle, QWidget


def is_reduced(widget: QWidget) -> bool:
    """Whether the system asks programs to keep still."""
    return widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, widget) == 0


class Glide(QVariantAnimation):
    """Tells whoever moves how far it is, from 0 to 1, eased."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setStartValue(0.0)
        self.setEndValue(1.0)
        self.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._step: Callable[[float], None] | None = None
        self.valueChanged.connect(self._tell)

    def go(self, duration_ms: int, step: Callable[[float], None]) -> None:
        """A move under way is left where it is."""
        self.stop()
        if duration_ms <= 0:
            step(1.0)
            return
        self._step = step
        self.setDuration(duration_ms)
        self.start()

    def _tell(self, share: float) -> None:
        if self._step is not None:
            self._step(share)

    def finish(self) -> None:
        """At the end at once."""
        if self.state() == self.State.Running:
            self.stop()
            self._tell(1.0)
