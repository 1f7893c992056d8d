"""Clusters that were found: asked for as a job, shown as colours, heard, kept as labels or playlists."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from core.clusters import ClusterRequest, ClusterResult
from core.clusters.keep import as_table, label_clusters, make_playlists
from core.messages import channel
from core.store.files import explain_os_errors, write_text
from desktop.changes import Changes
from desktop.map.cluster_result import ClusterResultDialog
from desktop.map.notices import Notice
from desktop.map.tints import ColourKey, Tints
from desktop.player.passage import Passage
from desktop.widgets import Button

if TYPE_CHECKING:
    from core.library.journal import Edit
    from core.store import Collection
    from desktop.kit import Kit


class Clusters(QObject):
    def __init__(self, parent: QWidget, kit: Kit, tints: Tints) -> None:
        super().__init__(parent)
        self._window, self._kit, self._tints = parent, kit, tints
        self._awaited = ""
        """A result that has come but is not among the colours yet."""
        self._result: ClusterResult | None = None
        self.dialog: ClusterResultDialog | None = None
        self.notice = Notice("colours")
        self.see = Button(self.tr("See the clusters…"), "small")
        self.see.setToolTip(self.tr("What each is, what is typical of it, and how to keep it"))
        self.notice.add(self.see)
        self.notice.add_close()
        self.see.clicked.connect(self.show_result)
        tints.changed.connect(self._tints_changed)

    def ask(self, request: ClusterRequest) -> None:
        self.see.hide()
        self.notice.say(self.tr("Looking for clusters; the bottom of the window shows how far it is."))
        self._kit.workspace.answer("clusters", request, self._came, self._failed)

    def _came(self, text: str) -> None:
        self._awaited = text
        self._tints_changed()
        self._kit.workspace.list_jobs()

    def _failed(self, error: Exception) -> None:
        self.notice.hide()
        channel.failure(error)

    @Slot()
    def _tints_changed(self) -> None:
        """Show what has come as soon as it can be chosen, and say what it is while it is shown."""
        if self._awaited:
            key = self._tints.key_of_clusters(self._awaited)
            if key is not None:
                self._awaited = ""
                self._tints.choose(key)
            return
        key = self._tints.key
        text = self._tints.result_of(key.number) if key.kind == "clusters" else None
        if text is None:
            if self._result is not None:
                self._result = None
                self.notice.hide()
            return
        result = msgspec.json.decode(text, type=ClusterResult)
        if result != self._result:
            self._result = result
            self.see.show()
            self.notice.say(result.sentence())

    @Slot()
    def show_result(self) -> None:
        if self._result is None:
            return
        self.dialog = dialog = ClusterResultDialog(self._window, self._result, self._tints)
        dialog.hear_wanted.connect(self._hear)
        dialog.select_wanted.connect(self._kit.selection.choose)
        dialog.labels_wanted.connect(self._label)
        dialog.playlists_wanted.connect(self._make_playlists)
        dialog.table_wanted.connect(self._write)
        dialog.show()

    def _hear(self, track_ids: list[int]) -> None:
        self._kit.player.play([Passage(id_) for id_ in track_ids])

    # Kept

    def _label(self, result: ClusterResult, field: str) -> None:
        work = partial(_label, result, field)
        self._kit.history.edit(work, partial(self._labelled, field), self._say_failure)

    def _labelled(self, field: str, edit: Edit | None) -> None:
        said = self.tr("{}. Undo takes it back.").format(edit.title) if edit else ""
        self._say(said or self.tr("{} says so already.").format(field))
        if edit is not None:
            self._tints.choose(ColourKey("field", field))

    def _make_playlists(self, result: ClusterResult) -> None:
        work = partial(_playlists, result)
        self._kit.workspace.write(work, self._listed, Changes(playlists=True), self._say_failure)

    def _listed(self, names: list[str]) -> None:
        self._say(self.tr("{} playlists made: {}.").format(len(names), ", ".join(names)))

    def _write(self, result: ClusterResult, path: Path) -> None:
        self._kit.workspace.read(partial(_write, result, path), self._written, self._say_failure)

    def _written(self, path: Path) -> None:
        self._say(self.tr("Written to {}.").format(path.name))

    def _say(self, text: str) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.says.say(text)

    def _say_failure(self, error: Exception) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.says.complain(str(error))
        else:
            channel.failure(error)

    def forget(self) -> None:
        self._awaited, self._result = "", None
        self.notice.hide()
        if self.dialog is not None:
            self.dialog.close()
            self.dialog = None


def _label(result: ClusterResult, field: str, collection: Collection) -> Edit | None:
    return label_clusters(collection, result, field)


def _playlists(result: ClusterResult, collection: Collection) -> list[str]:
    return make_playlists(collection, result)


def _write(result: ClusterResult, path: Path, collection: Collection) -> Path:
    with explain_os_errors(path):
        write_text(path, as_table(collection, result))
    return path
