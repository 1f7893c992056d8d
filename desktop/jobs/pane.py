"""All jobs of the collection: what they do, what they found, and what can be asked of them."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core.progress import Stop
from desktop.jobs.log import LogDialog
from desktop.jobs.model import ID_ROLE, SHARE_ROLE, Column, JobsModel
from desktop.jobs.row import JobRow
from desktop.tables import Index, RowCell, dress
from desktop.theme import look
from desktop.widgets import Button, label

WIDTHS = {Column.JOB: 150, Column.STATE: 130, Column.PROGRESS: 240, Column.LEFT: 80, Column.WHEN: 110}
BAR_WIDTH = 90


class _Cell(RowCell):
    """Draws the progress bar, too."""

    def begin(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        share = index.data(SHARE_ROLE) if index.column() == Column.PROGRESS else None
        if share is not None:
            self._paint_bar(painter, option, share)
            option.rect.setLeft(option.rect.left() + look().px(BAR_WIDTH) + 12)

    def _paint_bar(self, painter: QPainter, option: QStyleOptionViewItem, share: float) -> None:
        rect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, look().colour("selected"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        width, height = look().px(BAR_WIDTH), look().px(5)
        top = rect.center().y() - height // 2
        painter.setBrush(look().colour("edge"))
        painter.drawRoundedRect(rect.left() + 6, top, width, height, 2, 2)
        painter.setBrush(look().colour("accent"))
        painter.drawRoundedRect(rect.left() + 6, top, round(width * share), height, 2, 2)
        painter.restore()


class JobsTable(QTableView):
    """The keyboard: Enter shows the log, Space pauses or resumes, Delete cancels or dismisses."""

    opened = Signal()
    toggled = Signal()
    removed = Signal()
    menu_wanted = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        signals = {
            Qt.Key.Key_Return: self.opened,
            Qt.Key.Key_Enter: self.opened,
            Qt.Key.Key_Space: self.toggled,
            Qt.Key.Key_Delete: self.removed,
            Qt.Key.Key_Backspace: self.removed,
        }
        if (signal := signals.get(Qt.Key(event.key()))) is not None:
            signal.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())


class JobsPane(QDockWidget):
    asked = Signal(int, object)
    resumed = Signal(int)
    dismissed = Signal(int)

    def __init__(self, model: JobsModel) -> None:
        super().__init__()
        self.setObjectName("jobs")
        self.setWindowTitle(self.tr("Jobs"))
        self.setAllowedAreas(Qt.DockWidgetArea.BottomDockWidgetArea | Qt.DockWidgetArea.RightDockWidgetArea)
        self._model = model
        self._current_id: int | None = None
        self.table = self._make_table()
        self.setTitleBarWidget(self._make_title())
        body = QWidget()
        body.setObjectName("dock")
        rows = QVBoxLayout(body)
        rows.setContentsMargins(6, 0, 6, 0)
        rows.addWidget(self.table)
        self.setWidget(body)
        model.modelAboutToBeReset.connect(self._keep_current)
        model.modelReset.connect(self._restore_current)
        model.dataChanged.connect(self.refresh)
        self.table.selectionModel().currentChanged.connect(self.refresh)
        self._restore_current()

    def _make_table(self) -> JobsTable:
        table = JobsTable()
        table.setModel(self._model)
        table.setItemDelegate(_Cell(table))
        dress(table, self.tr("Jobs of this collection"))
        header = table.horizontalHeader()
        header.setSectionResizeMode(Column.DETAILS, QHeaderView.ResizeMode.Stretch)
        for column, width in WIDTHS.items():
            table.setColumnWidth(column, look().px(width))
        table.opened.connect(self.show_log)
        table.toggled.connect(self.toggle)
        table.removed.connect(self.remove)
        table.menu_wanted.connect(self._show_menu)
        table.doubleClicked.connect(self.show_log)
        return table

    def _make_title(self) -> QWidget:
        bar = QWidget()
        bar.setObjectName("dock")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(label(self.tr("Jobs"), bold=True))
        self.counts = label(size=12, tone="text2")
        row.addWidget(self.counts)
        row.addStretch(1)
        self.pause = Button(self.tr("Pause"), "small", icon_name="pause", tip=self.tr("Space"))
        self.resume = Button(self.tr("Resume"), "small", icon_name="resume", tip=self.tr("Space"))
        self.keep = Button(self.tr("Stop and keep"), "small", tip=self.tr("Stop and keep what is finished"))
        self.cancel = Button(
            self.tr("Cancel"), "small", tip=self.tr("Stop and throw away what this job made (Delete)")
        )
        self.dismiss = Button(
            self.tr("Dismiss"), "small", tip=self.tr("Do not offer this job again (Delete)")
        )
        self.log = Button(self.tr("Show log"), "small", icon_name="log", tip=self.tr("Enter"))
        self.close_button = Button("", "icon", icon_name="close", name=self.tr("Close the list of jobs"))
        self.close_button.setToolTip(self.tr("Close (Ctrl+J)"))
        for button in (
            self.pause,
            self.resume,
            self.keep,
            self.cancel,
            self.dismiss,
            self.log,
            self.close_button,
        ):
            row.addWidget(button)
        self.pause.clicked.connect(self._pause)
        self.resume.clicked.connect(self._resume)
        self.keep.clicked.connect(self._keep)
        self.cancel.clicked.connect(self._cancel)
        self.dismiss.clicked.connect(self._dismiss)
        self.log.clicked.connect(self.show_log)
        self.close_button.clicked.connect(self.close)
        return bar

    # What is shown

    def current(self) -> JobRow | None:
        place = self.table.currentIndex().row()
        return self._model.rows[place] if 0 <= place < len(self._model.rows) else None

    @Slot()
    def refresh(self) -> None:
        row = self.current()
        self.pause.setVisible(row is not None and row.can_pause)
        self.resume.setVisible(row is not None and row.can_resume)
        self.keep.setVisible(row is not None and row.can_stop)
        self.cancel.setVisible(row is not None and row.can_cancel)
        self.dismiss.setVisible(row is not None and row.can_dismiss)
        self.log.setVisible(row is not None)
        self.counts.setText(self._counted())

    def _counted(self) -> str:
        states = [row.state for row in self._model.rows]
        words = {
            "running": self.tr("{} running"),
            "waiting": self.tr("{} waiting"),
            "paused": self.tr("{} paused"),
            "interrupted": self.tr("{} interrupted"),
        }
        said = [text.format(states.count(state)) for state, text in words.items() if state in states]
        if said:
            return ", ".join(said)
        return self.tr("nothing is running") if states else self.tr("none yet in this collection")

    @Slot()
    def _keep_current(self) -> None:
        self._current_id = self.table.currentIndex().data(ID_ROLE)

    @Slot()
    def _restore_current(self) -> None:
        place = None if self._current_id is None else self._model.place_of(self._current_id)
        if place is None and self._model.rows:
            place = 0
        if place is not None:
            flags = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().setCurrentIndex(
                self._model.index(place, 0), flags.ClearAndSelect | flags.Rows
            )
        self.refresh()

    # What is asked

    def toggle(self) -> None:
        row = self.current()
        if row is not None and row.can_resume:
            self._resume()
        elif row is not None and row.can_pause:
            self._pause()

    def remove(self) -> None:
        row = self.current()
        if row is not None and row.can_dismiss:
            self._dismiss()
        elif row is not None and row.can_cancel:
            self._cancel()

    def show_log(self) -> None:
        row = self.current()
        if row is not None:
            LogDialog(self.window(), row.title, row.log_path).open()

    def _ask(self, stop: Stop) -> None:
        row = self.current()
        if row is not None:
            self.asked.emit(row.id, stop)

    def _pause(self) -> None:
        self._ask(Stop.PAUSE)

    def _keep(self) -> None:
        self._ask(Stop.KEEP)

    def _cancel(self) -> None:
        self._ask(Stop.CANCEL)

    def _resume(self) -> None:
        row = self.current()
        if row is not None:
            self.resumed.emit(row.id)

    def _dismiss(self) -> None:
        row = self.current()
        if row is not None:
            self.dismissed.emit(row.id)

    def _show_menu(self, place: object) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in (self.pause, self.resume, self.keep, self.cancel, self.dismiss, self.log):
            if not button.isHidden():
                menu.addAction(button.icon(), button.text(), button.click)
        if not menu.isEmpty():
            menu.popup(place)  # type: ignore[arg-type]
