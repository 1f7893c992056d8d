"""What leaves the dialog and comes back: command lines, recipes in files, how it was left."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from core import places
from core.recipes.recipe import read_recipe, write_recipe
from core.recipes.shelf import find_recipe
from desktop.teach.dialog import TeachDialog
from desktop.teach.draft import preset
from tests.core.recipes.conftest import recipe
from tests.desktop.stage import LONG_MS, Stage
from tests.desktop.teach.hands import click, retype, set_up, settled

RUN_MS = 100_000


def test_the_command_line_goes_to_the_clipboard(dialog: TeachDialog, stage: Stage, qtbot) -> None:
    set_up(dialog, qtbot, training__epochs=7)
    retype(qtbot, dialog.form.controls.seeds, "4, 5")
    click(qtbot, dialog, "Copy command line")
    lines = [shlex.split(line) for line in QGuiApplication.clipboard().text().splitlines()]
    assert [line[-1] for line in lines] == ["4", "5"]
    assert lines[0][:4] == ["soundings", "train", str(stage.folder), "classify"]
    assert lines[0][4:6] == ["--set", "training.epochs=7"]


def test_a_recipe_is_saved_and_opened_again(dialog: TeachDialog, stage: Stage, qtbot, tmp_path: Path) -> None:
    set_up(dialog, qtbot, training__epochs=7, data__query="year:1950")
    path = tmp_path / "My Recipe.toml"
    dialog.save_to(str(path))
    qtbot.waitUntil(lambda: dialog.foot.said.accessibleName() == "Saved as My Recipe.toml.", timeout=LONG_MS)
    saved = read_recipe(path.read_text())
    assert saved.name == "my-recipe"
    assert (saved.training.epochs, saved.data.query) == (7, "year:1950")
    dialog.draft.start(preset("tag"))
    dialog.form.start.file_wanted.emit(path)
    qtbot.waitUntil(lambda: dialog.draft.whence == "My Recipe.toml", timeout=LONG_MS)
    assert dialog.draft.recipe == saved
    bad = tmp_path / "bad.toml"
    bad.write_text("name = 3")
    dialog.form.start.file_wanted.emit(bad)
    qtbot.waitUntil(dialog.form.start.complaint.isVisible, timeout=LONG_MS)
    assert "bad.toml cannot be read" in dialog.form.start.complaint.said.text()
    assert dialog.draft.recipe == saved


def test_it_comes_back_as_it_was_left(dialog: TeachDialog, stage: Stage, qtbot) -> None:
    set_up(dialog, qtbot, training__epochs=7, encoder__features="mean and spread")
    retype(qtbot, dialog.form.controls.seeds, "2, 3")
    left = write_recipe(dialog.draft.recipe)
    click(qtbot, dialog, "Cancel")
    again = TeachDialog(stage, stage.kit)
    again.come(["cpu"])
    qtbot.waitUntil(lambda: settled(again), timeout=LONG_MS)
    assert write_recipe(again.draft.recipe) == left
    assert again.draft.base.name == "classify"
    assert again.form.controls.seeds.text() == "2, 3"
    again.hide()


@pytest.mark.parametrize("kept", ["[]", '{"%s": {"recipe": "x"}}', '{"%s": {"seeds": 3}}', "{"])
@pytest.mark.may_log("cannot be read and counts as empty")
def test_what_was_kept_and_makes_no_sense_counts_for_nothing(
    dialog: TeachDialog, stage: Stage, qtbot, kept
) -> None:
    dialog.hide()
    path = places.state_folder() / "teach.json"
    path.write_text(kept.replace("%s", str(stage.folder)))
    dialog.come(["cpu"])
    qtbot.waitUntil(lambda: settled(dialog), timeout=LONG_MS)
    assert dialog.form.start.preset.currentText() == "Classify tracks"
    assert dialog.foot.start.isEnabled()


def test_a_field_that_is_gone_is_not_asked_for_again(dialog: TeachDialog, stage: Stage, qtbot) -> None:
    dialog.hide()
    path = places.state_folder() / "teach.json"
    kept = json.loads(path.read_text())
    own = write_recipe(find_recipe("mert-probe-genre")).replace('field = "genre"', 'field = "gone"')
    kept[str(stage.folder)] |= {"recipe": own, "seeds": "many"}
    path.write_text(json.dumps(kept))
    dialog.come(["cpu"])
    qtbot.waitUntil(lambda: settled(dialog), timeout=LONG_MS)
    assert dialog.draft.recipe.name == "mert-probe-genre"
    assert dialog.draft.recipe.data.field == "genre"
    assert dialog.draft.recipe.data.split == ""
    assert dialog.form.controls.seeds.text() == "0"


def test_with_a_recipe_that_is_given(dialog: TeachDialog, qtbot) -> None:
    dialog.hide()
    text = write_recipe(recipe(controls="majority"))
    dialog.come(["cpu"], text, 8)
    qtbot.waitUntil(lambda: settled(dialog), timeout=LONG_MS)
    assert write_recipe(dialog.draft.recipe) == text
    assert dialog.form.controls.seeds.text() == "8"
