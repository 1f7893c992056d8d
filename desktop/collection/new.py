"""The dialogs around a collection's folder: make a new one, say where a backup goes."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from core import places
from core.errors import FileProblem
from desktop.forms import Says, foot
from desktop.theme import look
from desktop.widgets import Button, label


class NewCollectionDialog(QDialog):
    """Asks for a name and a folder; says in place what would not work."""

    agreed = Signal(object, str)
    """Folder and name."""

    def __init__(self, parent: QWidget, folder: Path | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("New collection"))
        self.setMinimumWidth(look().px(560))
        self._folder_is_chosen = folder is not None
        self.name = QLineEdit(folder.name if folder else "")
        self.name.setPlaceholderText(self.tr("for example: Coastal archive"))
        self.name.setAccessibleName(self.tr("Name of the collection"))
        self.folder = QLineEdit(str(folder) if folder else "")
        self.folder.setAccessibleName(self.tr("Folder of the collection"))
        self._build()
        self.name.textChanged.connect(self._name_typed)
        self.folder.textEdited.connect(self._folder_typed)
        self.name.setFocus()
        self._check()

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(24, 24, 24, 16)
        rows.setSpacing(12)
        rows.addWidget(label(self.tr("New collection"), 15, bold=True))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        name, folder = label(self.tr("&Name")), label(self.tr("&Folder"))
        name.setBuddy(self.name)
        folder.setBuddy(self.folder)
        self.choose = Button(self.tr("&Choose…"), tip=self.tr("Choose the folder"))
        self.choose.clicked.connect(self._choose)
        grid.addWidget(name, 0, 0)
        grid.addWidget(self.name, 0, 1, 1, 2)
        grid.addWidget(folder, 1, 0)
        grid.addWidget(self.folder, 1, 1)
        grid.addWidget(self.choose, 1, 2)
        rows.addLayout(grid)
        self.says = Says()
        rows.addWidget(self.says)
        self.create_button = Button(self.tr("Create collection"), "main")
        rows.addLayout(foot(self, self.create_button, self._agree))

    @Slot()
    def _name_typed(self) -> None:
        if not self._folder_is_chosen:
            name = self.name.text().strip().replace("/", "-").replace("\\", "-")
            self.folder.setText(str(usual_folder() / name) if name else "")
        self._check()

    @Slot()
    def _folder_typed(self) -> None:
        self._folder_is_chosen = bool(self.folder.text().strip())
        self._check()

    @Slot()
    def _choose(self) -> None:
        start = self.folder.text().strip() or str(usual_folder())
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Folder of the new collection"), start)
        if chosen:
            self._folder_is_chosen = True
            self.folder.setText(chosen)
            if not self.name.text().strip():
                self.name.setText(Path(chosen).name)
            self._check()

    def _check(self) -> None:
        problem = self._problem()
        folder = self.folder.text().strip()
        usual = self.tr(
            "The collection's own files go here. Your audio stays where it is and is never changed."
        )
        self.says.complain(problem) if problem else self.says.say(usual)
        ready = not problem and bool(self.name.text().strip()) and bool(folder)
        self.create_button.setEnabled(ready)
        self.create_button.setToolTip("" if ready else problem or self.tr("Give a name and a folder first"))

    def _problem(self) -> str:
        text = self.folder.text().strip()
        if not text:
            return ""
        if not Path(text).is_absolute() and not text.startswith("~"):
            return self.tr("Give the whole path of the folder, from its beginning.")
        try:
            folder = places.whole(text)
        except FileProblem as problem:
            return str(problem)
        if (folder / "collection.sqlite").exists():
            return self.tr("This folder already holds a collection. Open it, or choose another folder.")
        if folder.exists() and not folder.is_dir():
            return self.tr("This is a file. Choose a folder.")
        nearest = next(path for path in (folder, *folder.parents) if path.exists())
        if not os.access(nearest, os.W_OK):
            return self.tr("You may not write in {}. Choose another folder.").format(nearest)
        return ""

    @Slot()
    def _agree(self) -> None:
        folder, name = places.whole(self.folder.text().strip()), self.name.text().strip()
        self.accept()
        self.agreed.emit(folder, name)


def usual_folder() -> Path:
    """Where new collections go unless somebody says otherwise."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents or Path.home()) / "Soundings"


def free_folder(name: str) -> Path:
    """A folder in the usual place that nobody uses yet, named after the collection."""
    plain = name.strip().replace("/", "-").replace("\\", "-") or "Collection"
    named = (plain, *(f"{plain} {number}" for number in range(2, 10_000)))
    return next(folder for folder in map(usual_folder().joinpath, named) if not folder.exists())
