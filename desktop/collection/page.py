"""An open collection: what it holds, where it is, and how it is kept safe."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop import words
from desktop.desk.pane import Pane
from desktop.holding import Summary
from desktop.jobs.model import JobsModel
from desktop.theme import look
from desktop.widgets import Button, Elided, heading, label, pane, scroller

WIDTH = 844
BRINGING = ("scan", "demo")
"""Kinds of jobs that bring tracks."""


class CollectionPage(Pane):
    name = "collection"

    verify_wanted = Signal()
    backup_wanted = Signal()
    add_wanted = Signal()
    scan_wanted = Signal()
    encode_wanted = Signal()

    def __init__(self, jobs: JobsModel) -> None:
        super().__init__()
        self._jobs = jobs
        self.setObjectName("page")
        self.numbers = {
            name: label("0", 24, bold=True) for name in ("tracks", "runs", "embedding_sets", "disk")
        }
        rows = QVBoxLayout(self._column())
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        self.heading = Elided("", 32, "text", bold=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        rows.addWidget(self.heading)
        self.folder = Elided("", 13)
        rows.addWidget(self.folder)
        rows.addSpacing(12)
        rows.addWidget(self._counts())
        self.empty = label("", tone="text2", wrap=True)
        rows.addWidget(self.empty)
        rows.addSpacing(12)
        rows.addWidget(heading(self.tr("Recordings")))
        rows.addWidget(self._recordings())
        rows.addSpacing(12)
        rows.addWidget(heading(self.tr("Keep it safe")))
        rows.addWidget(self._safety())
        rows.addStretch(1)
        jobs.modelReset.connect(self._say_why_empty)
        jobs.dataChanged.connect(self._say_why_empty)
        self._say_why_empty()

    def title(self) -> str:
        return self.tr("Collection")

    def _column(self) -> QWidget:
        """The middle of the page, which scrolls where the window is small."""
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        body = QWidget()
        outer.addWidget(scroller(body))
        centre = QHBoxLayout(body)
        centre.setContentsMargins(24, 36, 24, 24)
        column = QWidget()
        column.setMaximumWidth(look().px(WIDTH))
        centre.addStretch(1)
        centre.addWidget(column, 100)
        centre.addStretch(1)
        return column

    def _counts(self) -> QFrame:
        frame = pane()
        row = QHBoxLayout(frame)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(24)
        names = {
            "tracks": self.tr("tracks"),
            "runs": self.tr("runs"),
            "embedding_sets": self.tr("embedding sets"),
            "disk": self.tr("on disk, without the audio"),
        }
        for name, words_below in names.items():
            cell = QVBoxLayout()
            cell.setSpacing(2)
            cell.addWidget(self.numbers[name])
            cell.addWidget(label(words_below, 12, tone="text2"))
            row.addLayout(cell, 1)
        return frame

    def _recordings(self) -> QFrame:
        self.add = Button(self.tr("Add folder…"), icon_name="plus")
        self.add.clicked.connect(self.add_wanted)
        self.scan = Button(self.tr("Scan again"), icon_name="refresh")
        self.scan.clicked.connect(self.scan_wanted)
        self.encode = Button(self.tr("Encode…"), icon_name="encode", tip=self.tr("Choose how (Ctrl+E)"))
        self.encode.clicked.connect(self.encode_wanted)
        return _choices(
            {
                self.add: self.tr(
                    "Files are looked at, then heard once in the background. Nothing is changed."
                ),
                self.scan: self.tr("Look for files that are new, changed, moved or gone."),
                self.encode: self.tr("Let an encoder hear the tracks; what it has heard is not heard again."),
            }
        )

    def _safety(self) -> QFrame:
        self.verify = Button(self.tr("Verify files"), icon_name="verify")
        self.verify.clicked.connect(self.verify_wanted)
        self.back_up = Button(self.tr("Back up…"), icon_name="backup")
        self.back_up.clicked.connect(self.backup_wanted)
        return _choices(
            {
                self.verify: self.tr("Is every file still what it was when the collection met it?"),
                self.back_up: self.tr("A copy that opens like any other collection, without the audio."),
            }
        )

    @Slot()
    def _say_why_empty(self) -> None:
        if any(row.kind in BRINGING and row.state in ("running", "waiting") for row in self._jobs.rows):
            self.empty.setText(self.tr("The tracks appear here when the job below is done."))
        else:
            self.empty.setText(
                self.tr("This collection is empty. Add a folder of recordings; they stay where they are.")
            )

    def show_collection(self, summary: Summary) -> None:
        self.heading.show_text(summary.name)
        self.folder.show_text(str(summary.folder))
        for name, number in self.numbers.items():
            if name == "disk":
                number.setText(words.size(summary.disk_bytes))
            else:
                number.setText(words.number(summary.counts.get(name, 0)))
        self.empty.setVisible(not summary.counts.get("tracks"))
        self.scan.setEnabled(bool(summary.counts.get("tracks")))
        self.setAccessibleName(summary.name)


def _choices(says: dict[Button, str]) -> QFrame:
    """One line a button: what it is for, then the button."""
    frame = pane()
    rows = QVBoxLayout(frame)
    rows.setContentsMargins(20, 14, 14, 14)
    rows.setSpacing(12)
    for button, text in says.items():
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(label(text, wrap=True), 1)
        row.addWidget(button)
        button.setMinimumWidth(look().px(130))
        button.setAccessibleDescription(text)
        rows.addLayout(row)
    return frame
