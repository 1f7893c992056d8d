"""The query bar: it asks when typing stops, completes what is typed, and says what it cannot understand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from core.store.schema import fold
from desktop.icons import icon
from desktop.library.completing import Offer, Place, offers, place_at, put, values_of_property
from desktop.library.fields import Fields
from desktop.library.query_line import OFFER, OfferLine, QueryLine
from desktop.sounds_like.tilde import SIGN, joined, sign_at, split
from desktop.theme import look
from desktop.widgets import IconLabel, label

if TYPE_CHECKING:
    from desktop.filter import Filter

SETTLE_MS = 150
KEPT = 30
LINES = 10


class QueryBar(QWidget):
    rows_wanted = Signal()
    """The keyboard should go to what was found."""
    sounds_wanted = Signal(str)
    """Words of sound were entered."""

    def __init__(self, filter_: Filter, fields: Fields, *, beside: QWidget | None = None) -> None:
        super().__init__()
        self._filter = filter_
        self._fields = fields
        self._past: list[str] = []
        self._place = self._listed = Place(0, 0, "")
        """Where the cursor is, and for which place the list is."""
        self._is_past = False
        self._soon = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._build(beside)
        self._make_completer()
        self._soon.timeout.connect(self._settle)
        self.line.textEdited.connect(self._typed)
        self.line.past_wanted.connect(self.show_past)
        self.line.left.connect(self._leave)
        self.line.entered.connect(self._enter)
        self.line.completion_wanted.connect(self._complete)
        self.line.editingFinished.connect(self._finish)
        filter_.asked_changed.connect(self._show_asked)
        filter_.found_changed.connect(self._show_found)
        filter_.refused.connect(self._show_refused)

    def _build(self, beside: QWidget | None) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(8, 2, 8, 8)
        rows.setSpacing(4)
        top = QHBoxLayout()
        top.setSpacing(6)
        self.line = QueryLine()
        self.line.setFont(look().font(12))
        self.line.setPlaceholderText(self.tr('Search, or genre:lament year:1950..1965 -artist:"Duo B"'))
        self.line.setAccessibleName(self.tr("Search the tracks"))
        self.line.setToolTip(self.tr("Search the tracks (Ctrl+F or /). Down: what was searched before"))
        self.line.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.clear = self.line.addAction(icon("close"), QLineEdit.ActionPosition.TrailingPosition)
        self.clear.setToolTip(self.tr("Show all tracks"))
        self.clear.setVisible(False)
        self.clear.triggered.connect(self.show_all)
        self.line.textChanged.connect(self._show_clear)
        self.words = self.line.addAction(icon("speaker"), QLineEdit.ActionPosition.TrailingPosition)
        self.words.setToolTip(self.tr("Sounds like…: behind ~, say in words how it sounds, then press Enter"))
        self.words.triggered.connect(self.begin_words)
        top.addWidget(self.line, 1)
        if beside is not None:
            top.addWidget(beside)
        rows.addLayout(top)
        self.trouble = QWidget()
        line = QHBoxLayout(self.trouble)
        line.setContentsMargins(2, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(IconLabel("error", "bad", 14), 0, Qt.AlignmentFlag.AlignTop)
        self.sentence = label("", 12, wrap=True)
        line.addWidget(self.sentence, 1)
        self.trouble.hide()
        rows.addWidget(self.trouble)

    def add_below(self, widget: QWidget) -> None:
        layout = self.layout()
        assert layout is not None
        layout.addWidget(widget)

    def _make_completer(self) -> None:
        self.known = QStandardItemModel(self)
        self.completer = QCompleter(self.known, self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.completer.setMaxVisibleItems(LINES)
        self.completer.setWidget(self.line)
        self.popup = popup = QListView()
        popup.setUniformItemSizes(True)
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        popup.setAccessibleName(self.tr("Completions"))
        self.completer.setPopup(popup)
        popup.setItemDelegate(OfferLine(popup))
        self.line.popup = popup
        popup.installEventFilter(self)
        self.completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]  # of its two forms

    # Asking

    @property
    def is_pending(self) -> bool:
        return self._soon.isActive()

    @Slot()
    def ask(self) -> None:
        """What stands there, now. Words of sound wait for Enter; once they are gone, so is their order."""
        self._soon.stop()
        query, words = split(self.line.text())
        self._filter.ask(query, like=None if words else "")

    def _ask_all(self) -> None:
        """Words of sound, too."""
        self.ask()
        words = split(self.line.text())[1]
        if words:
            self.sounds_wanted.emit(words)

    @Slot()
    def begin_words(self) -> None:
        """The keyboard goes behind the tilde."""
        if sign_at(self.line.text()) < 0:
            self.line.setText(f"{self.line.text().strip()} {SIGN}".lstrip())
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        at = sign_at(self.line.text()) + 1
        self.line.setSelection(at, len(self.line.text()) - at)

    @property
    def _is_in_words(self) -> bool:
        return 0 <= sign_at(self.line.text()) < self.line.cursorPosition()

    @Slot()
    def _settle(self) -> None:
        """A value that is half written would find nothing, so the rows wait for the rest of it."""
        if not self._is_unfinished():
            self.ask()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Once the list is put away, what is written counts as it stands."""
        if watched is self.popup and event.type() == QEvent.Type.Hide and self.line.isVisible():
            self._soon.start()
        return super().eventFilter(watched, event)

    def _is_unfinished(self) -> bool:
        place = self._place
        if not place.name or self.line.cursorPosition() < len(self.line.text()):
            return False
        if not place.typed:
            return True
        listed = [self.known.item(row).text() for row in range(self.known.rowCount())]
        typed = fold(place.typed.strip('"'))
        return self.popup.isVisible() and typed not in [fold(text.strip('"')) for text in listed]

    @Slot()
    def _finish(self) -> None:
        """The keyboard goes elsewhere."""
        self.ask()
        self._keep()

    @Slot()
    def show_all(self) -> None:
        self.popup.hide()
        self._keep()
        self.line.clear()
        self.ask()

    @Slot(str)
    def _typed(self, _text: str) -> None:
        self._soon.start()
        self._complete()

    @Slot()
    def _enter(self) -> None:
        self.popup.hide()
        self._ask_all()
        self._keep()
        self.line.selectAll()

    @Slot()
    def _leave(self) -> None:
        self.popup.hide()
        self.rows_wanted.emit()

    @Slot()
    def _show_asked(self) -> None:
        """Undo, a facet or a menu has asked for something else."""
        asked = self._filter.asked
        text = joined(asked.text, asked.like)
        is_writing = self.line.hasFocus() and self._is_in_words and split(self.line.text())[0] == asked.text
        if text != self.line.text().strip() and not is_writing:
            self.popup.hide()
            self._soon.stop()
            self.line.setText(text)

    @Slot(str)
    def _show_clear(self, text: str) -> None:
        self.clear.setVisible(bool(text))

    @Slot()
    def _show_found(self) -> None:
        self.trouble.hide()
        self.line.setAccessibleDescription("")

    @Slot(str)
    def _show_refused(self, sentence: str) -> None:
        self.sentence.setText(sentence)
        self.line.setAccessibleDescription(sentence)
        self.trouble.show()

    # Completion

    @Slot()
    def _complete(self) -> None:
        place = place_at(self.line.text(), self.line.cursorPosition())
        if self._is_in_words:
            self._place = Place(0, 0, "")
            self.popup.hide()
            return
        self._place = place
        if not place.name:
            self._offer(place, ())
        elif place.name in self._fields.known:
            self._fields.ask_values(place.name, partial(self._offer, place))
        else:
            self._offer(place, values_of_property(place.name))

    def _offer(self, place: Place, values: list[str] | tuple[str, ...]) -> None:
        if place != self._place or not self.line.hasFocus():
            return
        found = offers(place, self._fields.kinds, values)
        self._listed = place
        done = len(found) == 1 and found[0].text == place.typed
        self._pop_up([] if done else found, is_past=False)

    def _pop_up(self, found: list[Offer], *, is_past: bool) -> None:
        self._is_past = is_past
        self.known.clear()
        for offer in found:
            item = QStandardItem(offer.text)
            item.setData(offer, OFFER)
            self.known.appendRow(item)
        if found:
            left = 0 if is_past else self.line.cursorRect().left()
            wide = self.line.width() if is_past else look().px(280)
            left = max(min(left, self.line.width() - wide), 0)
            self.completer.complete(QRect(QPoint(left, 2), QSize(wide, self.line.height())))
        else:
            self.popup.hide()

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        offer: Offer | None = index.data(OFFER)
        if offer is None:
            return
        if self._is_past:
            self.line.setText(offer.text)
            self._ask_all()
            return
        if self._listed != self._place:  # somebody types quicker than values are known
            self._soon.start()
            return
        text, cursor = put(self.line.text(), self._place, offer)
        self.line.setText(text)
        self.line.setCursorPosition(cursor)
        self._soon.start()
        if offer.goes_on:
            QTimer.singleShot(0, self, self._complete)

    # What was asked before

    @Slot()
    def show_past(self) -> None:
        self._pop_up([Offer(text) for text in self._past], is_past=True)

    @Slot()
    def _keep(self) -> None:
        text = joined(self._filter.asked.text, self._filter.asked.like)
        if text and not self._filter.problem and text == self.line.text().strip():
            self._past = [text, *(past for past in self._past if past != text)][:KEPT]

    def remembered(self) -> list[str]:
        return self._past

    def restore(self, past: Any) -> None:  # noqa: ANN401 - JSON from outside
        told = past if isinstance(past, list) else []
        self._past = [text for text in told if isinstance(text, str) and text][:KEPT]

    def take_keyboard(self) -> None:
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def forget(self) -> None:
        self.popup.hide()
        self._soon.stop()
        self.trouble.hide()
        self.line.clear()
        self._past = []
