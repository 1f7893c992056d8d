"""Clusters one by one: what each may be called and why, how close it is, what to listen to."""

from __future__ import annotations

from enum import IntEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from core.clusters import Cluster, ClusterResult
from desktop import shapes, words
from desktop.forms import Says
from desktop.map.tints import Tints, class_styles
from desktop.tables import RowCell, dress
from desktop.theme import look
from desktop.widgets import Button, label

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
FIELD = "cluster"
SIZE = (760, 460)


class Column(IntEnum):
    NAME = 0
    TRACKS = 1
    COMPACT = 2
    WHY = 3


class ClusterModel(QAbstractTableModel):
    def __init__(self, clusters: list[Cluster], parent: QWidget) -> None:
        super().__init__(parent)
        self.clusters = clusters

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.clusters)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's variant
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        tr = self.tr
        return (tr("Cluster"), tr("Tracks"), tr("Compact"), tr("More of than elsewhere"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        cluster, column = self.clusters[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return {
                Column.NAME: cluster.title,
                Column.TRACKS: words.number(cluster.size),
                Column.COMPACT: f"{cluster.compactness:.2f}",
                Column.WHY: "; ".join(map(str, cluster.reasons)) or self.tr("nothing stands out"),
            }[column]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = column in (Column.TRACKS, Column.COMPACT)
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ToolTipRole and column == Column.WHY:
            return "\n".join(map(str, cluster.reasons)) or None
        if role == Qt.ItemDataRole.ToolTipRole and column == Column.COMPACT:
            return self.tr("1: its tracks are all alike; 0: as far from each other as all tracks are")
        if role == Qt.ItemDataRole.DecorationRole and column == Column.NAME:
            styles = class_styles()
            return shapes.shape_icon(styles[min(index.row(), len(styles) - 1)])
        return None


class ClusterResultDialog(QDialog):
    """No modal dialog: map and player stay in reach while it is open."""

    hear_wanted = Signal(object)
    """Track ids, the most typical first."""
    select_wanted = Signal(object)
    labels_wanted = Signal(object, str)
    playlists_wanted = Signal(object)
    table_wanted = Signal(object, object)

    def __init__(self, parent: QWidget, result: ClusterResult, tints: Tints) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self.setWindowTitle(self.tr("Clusters"))
        self.result_, self._tints = result, tints
        self.model = ClusterModel(result.clusters, self)
        self.says = Says(34)
        self._build()
        self.table.selectRow(0)
        self.resize(look().px(SIZE[0]), look().px(SIZE[1]))

    def _build(self) -> None:
        tr = self.tr
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 16, 16, 16)
        rows.setSpacing(8)
        rows.addWidget(label(self.result_.sentence(), 15, bold=True, wrap=True))
        rows.addWidget(label(" ".join(self.result_.remarks()), 12, tone="text2", wrap=True))
        rows.addWidget(self._make_table(), 1)
        first = QHBoxLayout()
        first.setSpacing(8)
        self.hear = Button(tr("Hear what is typical"), icon_name="play")
        self.hear.setToolTip(tr("The tracks next to the middle of the cluster, one after the other"))
        self.select = Button(tr("Select its tracks"))
        first.addWidget(self.hear)
        first.addWidget(self.select)
        first.addStretch(1)
        rows.addLayout(first)
        rows.addWidget(self.says)
        rows.addLayout(self._make_foot())
        self.says.say(tr("Nothing is kept in the collection yet. Labels can be undone."))
        self.hear.clicked.connect(self._hear)
        self.select.clicked.connect(self._select)
        self.table.activated.connect(self._hear)

    def _make_table(self) -> QTableView:
        self.table = table = QTableView()
        table.setModel(self.model)
        table.setItemDelegate(RowCell(table))
        dress(table, self.tr("Clusters"))
        header = table.horizontalHeader()
        header.setSectionResizeMode(Column.WHY, QHeaderView.ResizeMode.Stretch)
        for column, width in ((Column.NAME, 190), (Column.TRACKS, 64), (Column.COMPACT, 72)):
            table.setColumnWidth(column, look().px(width))
        return table

    def _make_foot(self) -> QHBoxLayout:
        tr = self.tr
        self.field = QLineEdit(FIELD)
        self.field.setFixedWidth(look().px(120))
        self.field.setAccessibleName(tr("Name of the field"))
        self.label = Button(tr("Set as labels"), "main")
        self.playlists = Button(tr("Make playlists"))
        self.export = Button(tr("Export table…"))
        close = Button(tr("Close"))
        row = QHBoxLayout()
        row.setSpacing(8)
        name = label(tr("&Field"))
        name.setBuddy(self.field)
        for widget in (name, self.field, self.label, self.playlists, self.export):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(close)
        self.label.clicked.connect(self._label)
        self.playlists.clicked.connect(self._playlists)
        self.export.clicked.connect(self._export)
        close.clicked.connect(self.close)
        has_any = bool(self.result_.clusters)
        for button in (self.label, self.playlists, self.hear, self.select):
            button.setEnabled(has_any)
        return row

    @property
    def chosen(self) -> Cluster | None:
        row = self.table.currentIndex().row()
        return self.model.clusters[row] if 0 <= row < len(self.model.clusters) else None

    @Slot()
    def _hear(self) -> None:
        if (cluster := self.chosen) is not None:
            ids = [cluster.medoid.track_id, *(one.track_id for one in cluster.typical)]
            self.hear_wanted.emit(list(dict.fromkeys(ids)))

    @Slot()
    def _select(self) -> None:
        if (cluster := self.chosen) is not None:
            pairs = zip(self.result_.track_ids, self.result_.cluster_of, strict=True)
            self.select_wanted.emit([id_ for id_, number in pairs if number == cluster.number])

    @Slot()
    def _label(self) -> None:
        self.labels_wanted.emit(self.result_, self.field.text().strip())

    @Slot()
    def _playlists(self) -> None:
        self.playlists_wanted.emit(self.result_)

    @Slot()
    def _export(self) -> None:
        start = str(Path.home() / "clusters.csv")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Export the clusters"), start, "CSV (*.csv)")
        if chosen:
            self.table_wanted.emit(self.result_, Path(chosen).with_suffix(".csv"))
