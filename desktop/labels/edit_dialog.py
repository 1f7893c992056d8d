"""What dialogs that edit labels have in common: they say what would happen, then edit once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QComboBox, QDialog, QVBoxLayout, QWidget

from core.errors import KnownError
from core.messages import channel
from desktop.forms import Says, foot
from desktop.theme import look
from desktop.widgets import Button, label

if TYPE_CHECKING:
    from core.library.journal import Edit
    from core.store import Collection
    from desktop.kit import Kit

SETTLE_MS = 150


class EditDialog(QDialog):
    """Answers may come when it is gone; nothing is shown then."""

    def __init__(self, parent: QWidget, kit: Kit, title: str, agree: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(look().px(520))
        self._kit = kit
        self._gone = False
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self._look_ahead)
        self.finished.connect(self._leave)
        self.field = QComboBox()
        self.field.setEditable(True)
        self.field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.field.setAccessibleName(self.tr("Field"))
        self.says = Says(room_px=52)
        self.agree = Button(agree, "main")

    def _begin_rows(self, heading: str) -> QVBoxLayout:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 24, 24, 16)
        rows.setSpacing(12)
        rows.addWidget(label(heading, 15, bold=True))
        return rows

    def _end_rows(self, rows: QVBoxLayout) -> None:
        rows.addWidget(self.says)
        rows.addLayout(foot(self, self.agree, self._agree))

    def _look_ahead(self) -> None:
        """What would happen."""
        raise NotImplementedError

    def _work(self) -> Callable[[Collection], Edit | None] | None:
        """What is done when somebody agrees; None: nothing yet."""
        raise NotImplementedError

    @Slot()
    def _agree(self) -> None:
        work = self._work()
        if work is not None and self.agree.isEnabled():
            self.agree.setEnabled(False)
            self._kit.history.edit(work, self._done, self._failed)

    def _done(self, _edit: Edit | None) -> None:
        if not self._gone:
            self.accept()

    def _failed(self, error: Exception) -> None:
        if self._gone or not isinstance(error, KnownError):
            channel.failure(error)
            return
        self.says.complain(str(error))
        self.agree.setEnabled(True)

    @Slot()
    def _leave(self) -> None:
        self._gone = True
        self._settled.stop()
