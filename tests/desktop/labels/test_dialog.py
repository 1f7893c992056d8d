"""Labels set, cleared, renamed and merged as a person does it: each one step that can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from core.library.fields import list_fields
from core.library.journal import history
from core.library.labels import values_of
from core.store import open_collection
from desktop.filter import Asked
from desktop.labels.door import Labels
from desktop.labels.names import NamesDialog
from desktop.labels.renames import DeleteFieldDialog, MergeDialog, RenameFieldDialog, RenameValueDialog
from tests.core.library.shelf import add, tag
from tests.desktop.stage import LONG_MS, Stage, staged


@pytest.fixture(scope="session")
def coast(empty_collection: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    import shutil

    folder = tmp_path_factory.mktemp("labels") / "coast"
    shutil.copytree(empty_collection, folder)
    with open_collection(folder) as collection:
        ids = add(collection, "a.wav", "b.wav", "c.wav", "d.wav")
        tag(collection, ids[0], genre=["air", "lament"], year=1950.0)
        tag(collection, ids[1], genre="Lament", mood="calm")
        tag(collection, ids[2], genre="lament")
    return folder


@pytest.fixture
def stage(coast: Path, tmp_path: Path, qtbot) -> Iterator[Stage]:
    with staged(coast, tmp_path, qtbot) as stage:
        stage.door = Labels(stage.kit, stage)
        stage.put(QWidget(), 800, 600)
        yield stage
        stage.door.forget()


def run(stage: Stage, name: str):
    stage.commands.actions[name].trigger()
    assert stage.door.dialog is not None
    return stage.door.dialog


def press(qtbot, dialog, words: str) -> None:
    button = next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def genres(stage: Stage) -> list[list[object]]:
    with stage.collection() as collection, collection.database.reading() as session:
        values = values_of(session, [1, 2, 3, 4], ["genre"])
    return [values[id_].get("genre", []) for id_ in (1, 2, 3, 4)]


def edits(stage: Stage) -> list[str]:
    with stage.collection() as collection:
        return [edit.title for edit in history(collection)]


def test_set_on_the_chosen_tracks_and_undone(stage, qtbot):
    stage.kit.selection.choose([1, 2, 3])
    dialog = run(stage, "set_label")
    qtbot.waitUntil(lambda: dialog.field.currentText() == "genre", timeout=LONG_MS)
    assert not dialog.agree.isEnabled()
    qtbot.waitUntil(lambda: dialog.says.text() == "Say which genre.", timeout=LONG_MS)
    assert not dialog.value_says.isVisible()
    qtbot.keyClicks(dialog.value, "lament")
    said = "Sets genre to lament on 2 tracks; 2 have another value, which is replaced; 1 has it already."
    qtbot.waitUntil(lambda: dialog.says.text() == said, timeout=LONG_MS)
    with qtbot.waitSignal(dialog.finished, timeout=LONG_MS):
        press(qtbot, dialog, "Set label")
    assert genres(stage) == [["lament"], ["lament"], ["lament"], []]
    assert edits(stage) == ["Set genre of 3 tracks to lament"]
    with qtbot.waitSignal(stage.workspace.changed, timeout=LONG_MS):
        stage.kit.history.undo()
    assert genres(stage) == [["air", "lament"], ["Lament"], ["lament"], []]


def test_the_current_track_where_none_is_chosen(stage, qtbot, messages):
    stage.commands.actions["set_label"].trigger()
    assert [m.text for m in messages] == ["Choose the tracks that should be labelled first."]
    stage.kit.selection.make_current(4)
    dialog = run(stage, "set_label")
    qtbot.waitUntil(lambda: dialog.field.currentText() == "genre", timeout=LONG_MS)
    qtbot.mouseClick(dialog.modes.buttons()[1], Qt.MouseButton.LeftButton)
    qtbot.keyClicks(dialog.value, "air; waltz")
    qtbot.waitUntil(dialog.agree.isEnabled, timeout=LONG_MS)
    assert dialog.says.text() == "Adds air, waltz to genre of 1 track."
    with qtbot.waitSignal(dialog.finished, timeout=LONG_MS):
        qtbot.keyClick(dialog.value, Qt.Key.Key_Return)
    assert genres(stage)[3] == ["air", "waltz"]
    assert edits(stage) == ["Add air, waltz to genre of 1 track"]


def test_a_new_field_of_numbers(stage, qtbot):
    stage.kit.selection.choose([1, 4])
    dialog = run(stage, "set_label")
    qtbot.waitUntil(lambda: dialog.field.count() > 0, timeout=LONG_MS)
    dialog.field.setEditText("Tempo")
    assert dialog.new.isVisible()
    dialog.kind.setCurrentIndex(1)
    assert not dialog.many.isEnabled()
    qtbot.keyClicks(dialog.value, "fast")
    qtbot.waitUntil(dialog.value_says.isVisible, timeout=LONG_MS)
    assert dialog.value_says.text() == "tempo holds numbers; fast is none."
    assert not dialog.agree.isEnabled()
    dialog.value.setText("96,5")
    qtbot.waitUntil(dialog.agree.isEnabled, timeout=LONG_MS)
    assert not dialog.value_says.isVisible()
    assert dialog.says.text() == "Sets tempo to 96.5 on 2 tracks. tempo is a new field."
    with qtbot.waitSignal(dialog.finished, timeout=LONG_MS):
        press(qtbot, dialog, "Set label")
    with stage.collection() as collection, collection.database.reading() as session:
        assert values_of(session, [4])[4] == {"tempo": [96.5]}


def test_a_field_that_cannot_be_says_so_at_the_field(stage, qtbot):
    stage.kit.selection.choose([1])
    dialog = run(stage, "set_label")
    qtbot.waitUntil(lambda: dialog.field.count() > 0, timeout=LONG_MS)
    dialog.field.setEditText("path")
    dialog.value.setText("x")
    qtbot.waitUntil(dialog.field_says.isVisible, timeout=LONG_MS)
    assert dialog.field_says.text() == "path cannot name a field: it means something else in a search."
    assert not dialog.agree.isEnabled()


def test_known_values_come_with_their_counts(stage, qtbot):
    stage.kit.selection.choose([4])
    dialog = run(stage, "set_label")
    completer = dialog.value.completer()
    qtbot.waitUntil(lambda: completer.model().rowCount() == 3, timeout=LONG_MS)
    assert completer.model().index(0, 0).data() == "lament   2"
    dialog.value.setText("waltz; lam")
    completer.setCompletionPrefix(completer.splitPath("waltz; lam")[0])
    assert completer.completionCount() == 2
    assert completer.pathFromIndex(completer.currentIndex()) == "waltz; lament"


def test_a_field_in_other_letters_needs_one_click(stage, qtbot):
    """The box writes genre for Genre as soon as the button is pressed."""
    stage.kit.selection.choose([4])
    dialog = run(stage, "set_label")
    qtbot.waitUntil(lambda: dialog.field.count() > 0, timeout=LONG_MS)
    dialog.field.setFocus()
    dialog.field.setEditText("Genre")
    dialog.value.setText("air")
    qtbot.waitUntil(dialog.agree.isEnabled, timeout=LONG_MS)
    with qtbot.waitSignal(dialog.finished, timeout=LONG_MS):
        press(qtbot, dialog, "Set label")
    assert genres(stage)[3] == ["air"]


def test_cleared(stage, qtbot):
    stage.kit.selection.choose([1, 4])
    dialog = run(stage, "clear_label")
    assert not dialog.value.isVisible()
    qtbot.waitUntil(dialog.agree.isEnabled, timeout=LONG_MS)
    assert dialog.says.text() == "Leaves 1 track without genre, whatever their tags say; 1 does not have it."
    with qtbot.waitSignal(dialog.finished, timeout=LONG_MS):
        press(qtbot, dialog, "Clear label")
    assert genres(stage)[0] == []


def test_labels_from_names(stage, qtbot):
    with stage.collection() as collection:
        add(collection, "ambi_choir.wav", "ambi_drone.wav", "bd_808.wav")
    with qtbot.waitSignal(stage.kit.filter.found_changed, timeout=LONG_MS):
        stage.kit.filter.start_with(Asked())
    dialog = run(stage, "labels_from_names")
    assert isinstance(dialog, NamesDialog)
    qtbot.waitUntil(dialog.agree.isEnabled, timeout=LONG_MS)
    shown = [[dialog.values.item(row, column).text() for column in (0, 1)] for row in range(2)]
    assert shown == [["ambi", "2"], ["bd", "1"]]
    said = "without such a part, left alone: 4"
    assert dialog.says.text() == f"Sets prefix of 3 tracks to 2 values; {said}. prefix is a new field."
    dialog.part.setCurrentIndex(4)
    qtbot.waitUntil(lambda: dialog.says.text() == "None of these names has such a part.", timeout=LONG_MS)
    assert not dialog.agree.isEnabled()
    dialog.part.setCurrentIndex(0)
    dialog.field.setEditText("year")
    qtbot.waitUntil(lambda: dialog.says.text().startswith("year holds numbers"), timeout=LONG_MS)
    assert dialog.values.rowCount() == 0
    assert not dialog.agree.isEnabled()
    dialog.field.setEditText("Genre")
    qtbot.waitUntil(dialog.agree.isEnabled, timeout=LONG_MS)
    with qtbot.waitSignal(dialog.finished, timeout=LONG_MS):
        press(qtbot, dialog, "Set labels")
    assert edits(stage) == ["Set genre of 3 tracks from their names"]
    with stage.collection() as collection, collection.database.reading() as session:
        assert values_of(session, [5, 7]) == {5: {"genre": ["ambi"]}, 7: {"genre": ["bd"]}}


def test_only_the_chosen_ones_are_named(stage, qtbot, messages):
    stage.commands.actions["labels_from_names"].trigger()
    assert [m.text for m in messages] == ["No track is found, so there are no names to read."]
    stage.kit.selection.choose([1])
    dialog = run(stage, "labels_from_names")
    qtbot.waitUntil(lambda: dialog.says.text() == "None of these names has such a part.", timeout=LONG_MS)


def test_escape_changes_nothing(stage, qtbot):
    stage.kit.selection.choose([1])
    dialog = run(stage, "set_label")
    qtbot.keyClicks(dialog.value, "lament")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert stage.door.dialog is None
    stage.calm()
    assert edits(stage) == []


def test_a_value_is_renamed_everywhere(stage, qtbot):
    dialog = run(stage, "rename_value")
    assert isinstance(dialog, RenameValueDialog)
    qtbot.waitUntil(lambda: dialog.old.count() == 3, timeout=LONG_MS)
    assert "year" not in [dialog.field.itemText(i) for i in range(dialog.field.count())]
    dialog.old.setCurrentIndex(dialog.old.findData("air"))
    assert dialog.new.text() == "air"
    assert not dialog.agree.isEnabled()
    dialog.new.setText("lament")
    assert dialog.says.text() == (
        "air becomes lament on 1 track, whatever its source. 2 tracks have lament already; "
        "then these are one value."
    )
    with qtbot.waitSignal(dialog.finished, timeout=LONG_MS):
        press(qtbot, dialog, "Rename value")
    assert genres(stage) == [["lament"], ["Lament"], ["lament"], []]


def test_values_are_merged(stage, qtbot):
    dialog = run(stage, "merge_values")
    assert isinstance(dialog, MergeDialog)
    qtbot.waitUntil(lambda: dialog.values.count() == 3, timeout=LONG_MS)
    assert not dialog.agree.isEnabled()
    for place in range(3):
        if dialog.values.item(place).text().startswith(("lament", "Lament")):
            dialog.values.item(place).setCheckState(Qt.CheckState.Checked)
    assert dialog.new.text() == "lament"
    assert dialog.says.text() == "lament, Lament become lament; sources stay what they are."
    with qtbot.waitSignal(dialog.finished, timeout=LONG_MS):
        press(qtbot, dialog, "Merge values")
    assert genres(stage) == [["air", "lament"], ["lament"], ["lament"], []]


def test_a_field_is_renamed_and_deleted(stage, qtbot):
    dialog = run(stage, "rename_field")
    assert isinstance(dialog, RenameFieldDialog)
    qtbot.waitUntil(lambda: dialog.field.count() == 1, timeout=LONG_MS)
    dialog.new.setText("genre")
    press(qtbot, dialog, "Rename field")
    qtbot.waitUntil(lambda: "standard field" in dialog.says.text(), timeout=LONG_MS)
    dialog.new.setText("Spirit")
    with qtbot.waitSignal(dialog.finished, timeout=LONG_MS):
        press(qtbot, dialog, "Rename field")
    QApplication.processEvents()
    dialog = run(stage, "delete_field")
    assert isinstance(dialog, DeleteFieldDialog)
    qtbot.waitUntil(lambda: dialog.field.findText("spirit") >= 0, timeout=LONG_MS)
    dialog.field.setCurrentText("spirit")
    qtbot.waitUntil(lambda: "spirit goes with its 1 value on" in dialog.says.text(), timeout=LONG_MS)
    with qtbot.waitSignal(dialog.finished, timeout=LONG_MS):
        press(qtbot, dialog, "Delete field")
    with stage.collection() as collection, collection.database.reading() as session:
        assert [field.name for field in list_fields(session)] == ["genre", "year"]
    for _ in range(2):
        with qtbot.waitSignal(stage.workspace.changed, timeout=LONG_MS):
            stage.kit.history.undo()
    with stage.collection() as collection, collection.database.reading() as session:
        assert values_of(session, [2])[2]["mood"] == ["calm"]


def test_everything_has_a_name(stage):
    stage.kit.selection.choose([1])
    for name in (
        "set_label",
        "labels_from_names",
        "rename_value",
        "merge_values",
        "rename_field",
        "delete_field",
    ):
        dialog = run(stage, name)
        reached: list[QWidget] = []
        for _ in range(20):
            dialog.focusNextPrevChild(True)
            reached.append(dialog.focusWidget())
        assert all(widget.accessibleName() for widget in reached if widget), name
        dialog.reject()
