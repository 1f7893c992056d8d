"""Where a recipe starts from: a preset, a file of one's own, or what a run was taught with."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QCompleter, QFileDialog, QMenu, QWidget

from core.recipes.shelf import presets
from desktop import words
from desktop.teach.draft import DEFAULTS, Draft
from desktop.teach.fields import small
from desktop.teach.section import Section
from desktop.theme import look
from desktop.widgets import Button, label

if TYPE_CHECKING:
    from core.recipes.recipe import Recipe
    from desktop.kit import Kit

MOST_RUNS = 30
COMBO_PX = 270


class StartSection(Section):
    run_wanted = Signal(int)
    file_wanted = Signal(object)

    def __init__(self, parent: QWidget, draft: Draft, kit: Kit) -> None:
        super().__init__(parent, self.tr("Start from"), draft)
        self._kit = kit
        self.preset = QComboBox()
        self.preset.setAccessibleName(self.tr("Preset"))
        self.preset.setEditable(True)
        self.preset.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.preset.setFixedWidth(look().px(COMBO_PX))
        self.preset.setMaxVisibleItems(20)
        small(self.preset)
        self._fill_presets()
        completer = QCompleter(self.preset.model(), self.preset)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.preset.setCompleter(completer)
        self.preset.activated.connect(self._choose)
        line = self.preset.lineEdit()
        assert line is not None
        line.editingFinished.connect(self._write_back)
        self.run = Button(self.tr("Copy from a &run…"), "small")
        self.file = Button(self.tr("&Open…"), "small", tip=self.tr("A recipe in a file of your own"))
        self.run.clicked.connect(self._ask_run)
        self.file.clicked.connect(self._ask_file)
        kit.runs.changed.connect(self._show_runs)
        self.add_line(self.preset, label(self.tr("or"), tone="text2"), self.run, self.file)
        self.about = label(size=12, tone="text2", wrap=True)
        self.rows.addWidget(self.about)
        self.end()
        self._show_runs()

    def _fill_presets(self) -> None:
        groups = {
            self.tr("Ours"): _ours(),
            self.tr("As published"): _published(),
            self.tr("Sound versions"): _sound(),
        }
        for group, recipes in groups.items():
            self.preset.addItem(group)
            place = self.preset.count() - 1
            self.preset.setItemData(place, look().font(12), Qt.ItemDataRole.FontRole)
            item = self.preset.model().item(place)  # type: ignore[attr-defined]
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            for recipe in recipes:
                self.preset.addItem(recipe.title, recipe.name)
                self.preset.setItemData(self.preset.count() - 1, recipe.about, Qt.ItemDataRole.ToolTipRole)

    def show_draft(self) -> None:
        super().show_draft()
        self._write_back()
        base = self.draft.base
        self.about.setText(base.about)
        self.about.setToolTip(base.source)
        self.about.setVisible(bool(base.about))

    @Slot()
    def _write_back(self) -> None:
        """What was typed to find a preset is no name of one."""
        place = self.preset.findData(self.draft.base.name)
        known = place >= 0 and not self.draft.whence
        self.preset.setCurrentIndex(place if known else -1)
        self.preset.setEditText(self.preset.itemText(place) if known else self.draft.whence)

    @Slot(int)
    def _choose(self, place: int) -> None:
        name = self.preset.itemData(place)
        chosen = next((recipe for recipe in presets() if recipe.name == name), None)
        if chosen is not None:
            self.draft.start(chosen)

    # From a run

    @Slot()
    def _show_runs(self) -> None:
        self.run.setEnabled(bool(self._kit.runs.lines))
        self.run.setToolTip(
            self.tr("Its recipe and seed") if self._kit.runs.lines else self.tr("There is no run yet")
        )

    @Slot()
    def _ask_run(self) -> None:
        menu = self.run_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.run.mapToGlobal(self.run.rect().bottomLeft()))

    def run_menu(self) -> QMenu:
        menu = QMenu(self)
        for line in self._kit.runs.lines[:MOST_RUNS]:
            when = words.when(line.started) if line.started else ""
            said = self.tr("Run {}: {}, seed {} · {}").format(line.run, line.recipe, line.seed, when)
            menu.addAction(said.rstrip(" ·")).triggered.connect(partial(self.run_wanted.emit, line.run))
        return menu

    # From a file

    @Slot()
    def _ask_file(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Open recipe"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters([self.tr("Recipes (*.toml)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self._chose_file)
        dialog.open()

    @Slot(str)
    def _chose_file(self, name: str) -> None:
        self.file_wanted.emit(Path(name))


def _ours() -> list[Recipe]:
    known = {recipe.name for recipe in presets()}
    return [
        recipe
        for recipe in presets()
        if recipe.name in DEFAULTS.values()
        or (
            not recipe.name.endswith("-sound")
            and f"{recipe.name}-sound" not in known
            and recipe.name.startswith(("fine", "caption"))
        )
    ]


def _published() -> list[Recipe]:
    ours = {recipe.name for recipe in _ours()}
    return [recipe for recipe in presets() if recipe.name not in ours and not recipe.name.endswith("-sound")]


def _sound() -> list[Recipe]:
    return [recipe for recipe in presets() if recipe.name.endswith("-sound")]


def is_published(recipe: Recipe) -> bool:
    return any(recipe.name == one.name for one in _published())
