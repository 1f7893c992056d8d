"""The strip below the table: what the two runs that are looked at amount to, and what would settle it."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop.results.said import Said
from desktop.theme import look
from desktop.widgets import Button, IconLabel, set_tone


class Strip(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("comparison")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        tr = self.tr
        self._sign = IconLabel("info", "accent")
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.text.setFont(look().font(12))
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.cancel = Button(tr("Cancel"), "small", tip=tr("Look at one run alone"))
        self.differs = Button(
            tr("What differs"), "small", tip=tr("Only the settings in which the two differ")
        )
        self.queue = Button("", "small")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._sign)
        row.addWidget(self.text, 1)
        for button in (self.cancel, self.differs, self.queue):
            row.addWidget(button)
        look().changed.connect(self._dress)
        self._dress()
        self.hide()

    @Slot()
    def _dress(self) -> None:
        colours = look().theme.colours
        edge = f"border-left: {look().px(3)}px solid {colours['accent']};"
        self.setStyleSheet(f"#comparison {{ background: {colours['selected']}; {edge} }}")

    def say_comparing(self) -> None:
        self._show(self.tr("Comparing…"), "", "running", "accent")
        self.cancel.show()
        self.differs.hide()
        self.queue.hide()

    def say(self, said: Said, seeds: str) -> None:
        self._show(said.first, " ".join(part for part in (said.rest, seeds) if part), "info", "accent")
        self.text.setToolTip(said.more)
        self.text.setAccessibleDescription(said.more)

    def refuse(self, why: str) -> None:
        self._show("", why, "warning", "warn")

    def offer_queue(self, words: str, tip: str) -> None:
        """Empty: nothing is to be queued."""
        self.queue.setVisible(bool(words))
        self.queue.setText(words)
        self.queue.setAccessibleName(words)
        self.queue.setToolTip(tip)

    def _show(self, first: str, rest: str, sign: str, tint: str) -> None:
        bold = f"<b>{html.escape(first)}</b> " if first else ""
        self.text.setText(bold + html.escape(rest))
        self.text.setAccessibleName(f"{first} {rest}".strip())
        self.text.setToolTip("")
        self.text.setAccessibleDescription("")
        set_tone(self.text, "warn" if tint == "warn" else "text")
        self._sign.show_icon(sign, tint)
        self.cancel.hide()
        self.differs.show()
        self.queue.hide()
        self.show()

    @property
    def words(self) -> str:
        return self.text.accessibleName()
