"""Asks on which device the program should play."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.forms import foot
from desktop.player.player import Player
from desktop.theme import look
from desktop.widgets import Button, label

NAME = Qt.ItemDataRole.UserRole


class DeviceDialog(QDialog):
    """Devices that come or go while it is open come or go in its list."""

    def __init__(self, parent: QWidget, player: Player) -> None:
        super().__init__(parent)
        self._player = player
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Output device"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Output devices"))
        self.list.itemDoubleClicked.connect(self._choose)
        self.silence = label(size=12, tone="text2", wrap=True)
        choose = Button(self.tr("Play on this device"), "main")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 16, 16, 16)
        rows.setSpacing(12)
        rows.addWidget(label(self.tr("Where should Soundings play?"), 13))
        rows.addWidget(self.list, 1)
        rows.addWidget(self.silence)
        rows.addLayout(foot(self, choose, self._choose))
        self.resize(look().px(420), look().px(300))
        player.devices_changed.connect(self._show)
        player.silence_changed.connect(self._show)
        self._show()
        player.look_for_devices()
        self.list.setFocus()

    @Slot()
    def _show(self) -> None:
        player, row = self._player, self.list.currentRow()
        wanted = self.list.item(row).data(NAME) if row >= 0 else player.device
        names = ["", *player.devices]
        if player.device not in names:
            names.append(player.device)
        self.list.clear()
        for name in names:
            item = QListWidgetItem(self._words(name))
            item.setData(NAME, name)
            self.list.addItem(item)
        self.list.setCurrentRow(names.index(wanted) if wanted in names else 0)
        self.silence.setText(player.silence)
        self.silence.setVisible(bool(player.silence))

    def _words(self, name: str) -> str:
        if not name:
            return self.tr("As the system")
        return name if name in self._player.devices else self.tr("{} (not there)").format(name)

    @Slot()
    def _choose(self) -> None:
        self._player.choose_device(str(self.list.item(self.list.currentRow()).data(NAME)))
        self.accept()
