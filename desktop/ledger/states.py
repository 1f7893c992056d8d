"""The states of files in words: what each is called, what it means, what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from PySide6.QtCore import QCoreApplication

from core.library.states import State
from desktop.widgets import Tone


def _tr(text: str) -> str:
    return QCoreApplication.translate("States", text)


@dataclass(frozen=True)
class StateWords:
    title: str
    icon: str
    tone: Tone
    meaning: str
    remedy: str
    """Empty where nothing needs to be done."""


@cache
def state_words(state: str) -> StateWords:
    """Asked for by every cell of a table, so each is made once."""
    return {
        State.OK: StateWords(_tr("OK"), "check", "good", _tr("The file can be heard."), ""),
        State.TOO_SHORT: StateWords(
            _tr("Too short"), "minus", "text2", _tr("It lasts less than a hundredth of a second."),
            _tr("Copy it again if it should be longer, then scan. It is left out of maps and training."),
        ),
        State.SILENT: StateWords(
            _tr("Silent"), "minus", "text2", _tr("Its loudest moment is below −60 dB."),
            _tr("Copy it again if it should sound, then scan. It is left out of maps and training."),
        ),
        State.UNDECODABLE: StateWords(
            _tr("Cannot be read"), "error", "bad", _tr("The file is damaged, ends early or holds no sound."),
            _tr("Copy it again from where it came, then scan."),
        ),
        State.UNSUPPORTED: StateWords(
            _tr("Not supported"), "error", "bad", _tr("The file holds no audio that can be read here."),
            _tr("Convert it, to FLAC for example, then scan. A file that is no audio may stay."),
        ),
        State.DUPLICATE: StateWords(
            _tr("Duplicate"), "copy", "text2", _tr("It is the same recording as another file."),
            _tr("Nothing needs to be done: the other file stands for it."),
        ),
        State.VANISHED: StateWords(
            _tr("File is missing"), "warning", "warn", _tr("The file was here at an earlier scan."),
            _tr("Connect its disk or put it back, then scan. Its labels are kept."),
        ),
    }[State(state)]  # fmt: skip
