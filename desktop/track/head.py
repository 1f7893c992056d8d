"""The head of the inspector: which track it is, where its file lies, and whether it can be heard."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import words
from desktop.ledger.states import state_words
from desktop.times import clock
from desktop.track.cover import Cover
from desktop.track.folder import show_in_folder
from desktop.track.section import Section, tool
from desktop.widgets import Button, Elided, IconLabel, clear, label, set_tone

if TYPE_CHECKING:
    from desktop.track.facts import FileFacts, Other, TrackFacts


def _tr(text: str) -> str:
    return QCoreApplication.translate("Head", text)


class Head(QWidget):
    current_wanted = Signal(int)
    """Another file of the same recording."""

    def __init__(self) -> None:
        super().__init__()
        self._path = Path()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 8)
        rows.setSpacing(4)
        self.cover = Cover()
        self.title = Elided("", 15, "text", bold=True)
        self.artist, self.album = Elided("", 12, "text"), Elided("", 12)
        self.sign, self.state = IconLabel("check", "good"), Elided("", 12, "text")
        rows.addLayout(self._make_top())
        rows.addLayout(self._make_path())
        self.remedy = label("", 12, tone="text2", wrap=True)
        rows.addWidget(self.remedy)
        self._same = QVBoxLayout()
        self._same.setSpacing(0)
        rows.addLayout(self._same)

    def _make_top(self) -> QHBoxLayout:
        state = QHBoxLayout()
        state.setSpacing(6)
        state.addWidget(self.sign)
        state.addWidget(self.state, 1)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.artist)
        names.addWidget(self.album)
        names.addLayout(state)
        names.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.cover, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(names, 1)
        return row

    def _make_path(self) -> QHBoxLayout:
        self.path = Elided("", 12)
        self.show_folder = tool("folder", self.tr("Show in folder"))
        self.copy_path = tool("copy", self.tr("Copy path"))
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.path, 1)
        row.addWidget(self.show_folder)
        row.addWidget(self.copy_path)
        self.show_folder.clicked.connect(self._show_folder)
        self.copy_path.clicked.connect(self._copy_path)
        return row

    def show_track(self, facts: TrackFacts) -> None:
        self._path = facts.path
        self.cover.show_cover_of(facts.path if facts.state != "vanished" else None)
        self.title.show_text(facts.title)
        self.artist.show_text(facts.first("artist") or facts.first("composer"))
        about = [facts.first("album"), facts.first("year").removesuffix(".0")]
        self.album.show_text(" · ".join(part for part in about if part))
        for line in (self.artist, self.album):
            line.setVisible(bool(line.accessibleName()))
        self.path.show_text(facts.shown_path)
        self.path.setToolTip(str(facts.path).encode("utf-8", "replace").decode())
        said = state_words(facts.state)
        self.sign.show_icon(said.icon, said.tone)
        self.state.show_text(said.title)
        set_tone(self.state, said.tone)
        why = f"{facts.reason or said.meaning} {said.remedy}".strip()
        self.remedy.setText(why)
        self.remedy.setVisible(facts.state not in ("ok", "duplicate"))
        clear(self._same)
        self._show_same(facts)

    def _show_same(self, facts: TrackFacts) -> None:
        if facts.duplicate_of is not None:
            self._same.addWidget(label(self.tr("Same recording as"), 12, tone="text2"))
            self._same.addWidget(self._link(facts.duplicate_of))
        if facts.duplicates:
            said = self.tr("Also as another file:")
            if len(facts.duplicates) > 1:
                said = self.tr("Also as {} other files:").format(len(facts.duplicates))
            self._same.addWidget(label(said, 12, tone="text2"))
        for other in facts.duplicates:
            self._same.addWidget(self._link(other))

    def _link(self, other: Other) -> Link:
        link = Link(other)
        link.followed.connect(self.current_wanted)
        return link

    @Slot()
    def _show_folder(self) -> None:
        show_in_folder(self._path)

    @Slot()
    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(str(self._path).encode("utf-8", "replace").decode())


class Link(Button):
    """Another track, by its path; its name is as long as there is room."""

    followed = Signal(int)

    def __init__(self, other: Other) -> None:
        super().__init__("", "flat", icon_name="right", name=other.shown_path)
        self._other = other
        self.setProperty("link", True)
        self.setStyleSheet("text-align: left")
        self.setToolTip(_tr("Look at {}").format(other.shown_path))
        shown = self.fontMetrics().elidedText(other.shown_path, Qt.TextElideMode.ElideMiddle, 236)
        self.setText(shown.replace("&", "&&"))
        self.clicked.connect(self._follow)

    @Slot()
    def _follow(self) -> None:
        self.followed.emit(self._other.id)


class FileSection(Section):
    """What the file says of its sound, with units."""

    def __init__(self) -> None:
        super().__init__("")
        self.heading.setText(self.tr("File"))
        self.copy = self.add_tool("copy", self.tr("Copy all of it"))
        self._lines: list[tuple[str, str]] = []
        self._sha256 = ""
        holder = QWidget()
        self._body = QVBoxLayout(holder)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        self.rows.addWidget(holder)
        self.copy.clicked.connect(self._copy)

    def show_file(self, file: FileFacts) -> None:
        lines = file_lines(file)
        self._sha256 = file.sha256 or ""
        if lines == self._lines:
            return
        self._lines = lines
        clear(self._body)
        for name, value in lines:
            self._body.addWidget(Fact(name, value))

    @Slot()
    def _copy(self) -> None:
        """With the hash whole, which the pane has no room for."""
        short = f"{self._sha256[:12]}…"
        said = ((name, self._sha256 if value == short else value) for name, value in self._lines)
        text = "".join(f"{name}\t{value}\n" for name, value in said)
        QGuiApplication.clipboard().setText(text)


class Fact(QWidget):
    """A name and its value, which can be selected and copied."""

    def __init__(self, name: str, value: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 1, 0, 1)
        row.setSpacing(8)
        row.addWidget(label(name, 12, tone="text2"))
        row.addStretch(1)
        self.value = label(value, 12)
        self.value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.value.setAccessibleName(f"{name}: {value}")
        row.addWidget(self.value)


def file_lines(file: FileFacts) -> list[tuple[str, str]]:
    """Only what is known."""
    kind = " · ".join(dict.fromkeys(part for part in (file.container, file.codec) if part))
    bits = _tr("{} bit").format(file.bits) if file.bits else ""
    lines = (
        (_tr("Length"), _clock_and_seconds(file.duration_s)),
        (_tr("Format"), " · ".join(part for part in (kind, bits) if part)),
        (_tr("Rate"), _tr("{} Hz").format(words.number(file.rate_hz)) if file.rate_hz else ""),
        (_tr("Channels"), _channels(file.channels)),
        (_tr("Peak"), "" if file.peak_db is None else _tr("{} dBFS").format(_signed(file.peak_db))),
        (
            _tr("Loudness"),
            "" if file.loudness_db is None else _tr("{} LUFS").format(_signed(file.loudness_db)),
        ),
        (_tr("Size"), words.size(file.size_bytes)),
        (_tr("Added"), words.when(file.added_at)),
        (_tr("SHA-256"), f"{file.sha256[:12]}…" if file.sha256 else ""),
    )
    return [(name, value) for name, value in lines if value]


def _clock_and_seconds(seconds: float | None) -> str:
    if seconds is None:
        return ""
    return _tr("{} s").format(f"{seconds:.2f}") if seconds < 60 else clock(seconds, 1)


def _channels(channels: int | None) -> str:
    if not channels:
        return ""
    return {1: _tr("1, mono"), 2: _tr("2, stereo")}.get(channels, str(channels))


def _signed(decibels: float) -> str:
    return f"{decibels:.1f}".replace("-", "−")
