"""The playlists by name, with how much each holds; renamed in place, tracks dropped on one."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QObject, Qt, Signal

from desktop import words
from desktop.mime import TRACKS, read_numbers
from desktop.tables import LEFT, RIGHT, ROOT, HeadedModel, Index, Role
from desktop.times import clock

if TYPE_CHECKING:
    from core.library.playlists import PlaylistInfo

Flag = Qt.ItemFlag


class Column(IntEnum):
    NAME = 0
    ITEMS = 1
    LENGTH = 2


class NamesModel(HeadedModel):
    renamed = Signal(int, str)
    dropped = Signal(object, object)
    """Ids of tracks, and the PlaylistInfo they were dropped on; None beside all of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.headings = (self.tr("Playlist"), self.tr("Items"), self.tr("Length"))
        self.infos: list[PlaylistInfo] = []

    def show_playlists(self, infos: Sequence[PlaylistInfo]) -> None:
        if list(infos) != self.infos:
            self.beginResetModel()
            self.infos = list(infos)
            self.endResetModel()

    def place_of(self, playlist_id: int) -> int | None:
        return next((place for place, info in enumerate(self.infos) if info.id == playlist_id), None)

    # What Qt asks

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.infos)

    def side(self, column: int) -> Qt.AlignmentFlag:
        return LEFT if column == Column.NAME else RIGHT

    def flags(self, index: Index) -> Flag:
        if not index.isValid():
            return Flag.ItemIsDropEnabled
        usual = (
            Flag.ItemIsEnabled | Flag.ItemIsSelectable | Flag.ItemNeverHasChildren | Flag.ItemIsDropEnabled
        )
        return usual | Flag.ItemIsEditable if index.column() == Column.NAME else usual

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own
        if not index.isValid():
            return None
        info, column = self.infos[index.row()], index.column()
        if role in (Role.DisplayRole, Role.EditRole):
            return (info.name, words.number(info.items), length_words(info))[column]
        if role in (Role.ToolTipRole, Role.AccessibleTextRole):
            said = self.tr("{}: {}, {}").format(info.name, item_words(info.items), length_words(info))
            return f"{said}\n{info.notes}" if info.notes else said
        return self.side(column) if role == Role.TextAlignmentRole else None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:  # noqa: ANN401 - Qt's own
        if not index.isValid() or role != Role.EditRole:
            return False
        info, name = self.infos[index.row()], " ".join(str(value).split())
        if name and name != info.name:
            self.renamed.emit(info.id, name)
        return True

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [TRACKS]

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        ids = read_numbers(data, TRACKS)
        if ids:
            self.dropped.emit(ids, self.infos[parent.row()] if parent.isValid() else None)
        return False


def length_words(info: PlaylistInfo) -> str:
    """At least so long, where the length of an item is not known."""
    return f"> {clock(info.duration_s)}" if info.unknown else clock(info.duration_s)


def item_words(count: int) -> str:
    from PySide6.QtCore import QCoreApplication

    if count == 1:
        return QCoreApplication.translate("Playlists", "1 item")
    return QCoreApplication.translate("Playlists", "{} items").format(words.number(count))
