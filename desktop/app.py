"""The application around the window: set-up, crashes, Qt's own messages, the way out.

`SOUNDINGS_TIME_START` in the environment makes it print when the first window
was painted, in seconds since the process began, and quit.
"""

from __future__ import annotations

import logging
import os
import signal
import socket
import sys
import threading
import time
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QSocketNotifier, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from core import __version__, places, settings
from core.errors import FileProblem
from core.messages import BUG_HINT, BUG_SENTENCE, channel
from desktop.icons import logo
from desktop.language import speak
from desktop.theme import look
from desktop.window import MainWindow

DESKTOP_NAME = "soundings"

_log = logging.getLogger("soundings")
_qt_log = logging.getLogger("qt")
_QT_LEVEL = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_early: list[str] = []
"""What Qt complained about before it had a screen."""


def run_window(folder: Path | None) -> int:
    """Show the window, with the collection in `folder` when there is one, until it is closed."""
    preferences = settings.load()
    app = make_app(preferences.theme)
    speak(app, preferences.language)
    window = MainWindow()
    window.painted.connect(_say_painted)
    if folder is not None:
        window.painted.connect(partial(_open, window, folder))
    notifier = _Signals(window)
    app.commitDataRequest.connect(window.leave)
    window.show()
    status = app.exec()
    notifier.close()
    qInstallMessageHandler(None)
    return status


def _open(window: MainWindow, folder: Path) -> None:
    try:
        window.open_folder(places.whole(folder))
    except FileProblem as problem:
        channel.failure(problem)


def make_app(theme: str, scale: float = 0.0) -> QApplication:
    """`scale` instead of the system's own text size, for pictures."""
    qInstallMessageHandler(_hear_qt_early)
    sys.excepthook = _tell
    threading.excepthook = _tell_from_thread
    QApplication.setApplicationName("Soundings")
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName(DESKTOP_NAME)
    app = QApplication([DESKTOP_NAME])
    qInstallMessageHandler(_hear_qt)
    app.setStyle("Fusion")
    if scale:
        look().scale = scale
    look().choose(theme)
    app.setWindowIcon(logo())
    return app


# What goes wrong


def _tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    channel.failure(error.with_traceback(trace))
    if not QApplication.topLevelWidgets():
        sys.stderr.write(f"{BUG_SENTENCE} {BUG_HINT}\n")


def _tell_from_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None:
        channel.failure(args.exc_value)


def _hear_qt(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    _qt_log.log(_QT_LEVEL.get(kind, logging.WARNING), "%s", text)


def _hear_qt_early(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Qt ends the process when it finds no screen; say why before it does."""
    _hear_qt(kind, context, text)
    _early.append(text)
    if kind == QtMsgType.QtFatalMsg:
        sys.stderr.write(f"{why_no_screen(_early)}\n")
        sys.stderr.flush()
        os._exit(1)


def why_no_screen(complaints: list[str]) -> str:
    """Why Qt could not open a window, in one sentence with what to type."""
    said = " ".join(complaints)
    if "connect to display" in said or not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return "There is no screen to open a window on. Without one, type: soundings --help"
    if "xcb-cursor" in said:
        return "The window needs the system library libxcb-cursor0. Type: sudo apt install libxcb-cursor0"
    return "The window cannot open here; a system library is missing. Type: packaging/run, which finds out."


# Ctrl+C in a terminal and the system's goodbye close the window like a click would


class _Signals(QObject):
    """Python cannot act on a signal while Qt waits, so the signal wakes Qt through a socket."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._ours, self._theirs = socket.socketpair()
        for end in (self._ours, self._theirs):
            end.setblocking(False)
        self._before = signal.set_wakeup_fd(self._theirs.fileno(), warn_on_full_buffer=False)
        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), _noted)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)

    def _woken(self) -> None:
        numbers = self._ours.recv(64)
        if set(numbers) <= {signal.SIGINT}:
            self._window.close()
        else:
            self._window.leave()

    def close(self) -> None:
        signal.set_wakeup_fd(self._before)
        self._notifier.setEnabled(False)
        self._ours.close()
        self._theirs.close()


def _noted(_number: int, _frame: object) -> None:
    """The socket has been told; nothing more is to be done in a signal."""


# How long it took


def _say_painted() -> None:
    painted_s = time.time()
    _log.debug("painted")
    if os.environ.get("SOUNDINGS_TIME_START"):
        import psutil

        sys.stderr.write(f"painted {painted_s - psutil.Process().create_time():.3f}\n")
        QApplication.closeAllWindows()
