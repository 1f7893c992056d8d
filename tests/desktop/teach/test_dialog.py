"""The teach dialog on a real collection: what it tells and refuses, and a run that does as it was told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from core.recipes.recipe import Task, write_recipe
from core.runs import list_runs, read_predictions, read_run
from desktop.teach.dialog import TeachDialog
from tests.core.recipes.conftest import QUICK
from tests.desktop.stage import LONG_MS, Stage, staged
from tests.desktop.teach.hands import cell, click, fields_text, pick, retype, set_up, settled

RUN_MS = 100_000


def test_it_begins_with_what_can_be_taught_here(dialog: TeachDialog) -> None:
    assert dialog.form.start.preset.currentText() == "Classify tracks"
    assert dialog.form.labels.field.currentText() == "Genre · 3 labels · 135 tracks"
    assert dialog.foot.start.isEnabled()
    assert dialog.right.bars.said(dialog.right.bars.rows[0]).startswith("fado: ")
    assert sum(dialog.right.bars.parts) == 135
    assert dialog.height() <= 648
    assert dialog.width() <= 1200
    choices = dialog.form.task.choices
    assert choices[Task.REGRESS].button.isEnabled()
    assert not choices[Task.CAPTION].button.isEnabled()
    assert choices[Task.CAPTION].more.text() == "needs 10 described tracks; 0 are"


def test_a_run_does_what_the_preview_told(dialog: TeachDialog, stage: Stage, qtbot) -> None:
    for key, value in QUICK.items():
        if key != "controls":
            dialog.draft.put(key, json.loads(value))
    retype(qtbot, cell(dialog, "training.head_lr").editor, "2e-2")
    for name in ("shuffled labels", "random encoder", "descriptors"):
        qtbot.mouseClick(dialog.form.controls.checks[name], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: settled(dialog), timeout=LONG_MS)
    assert dialog.draft.recipe.controls == ("majority", "random labels")
    told = dialog.preview
    assert told is not None
    retype(qtbot, dialog.form.controls.seeds, "11")
    watched: list[bool] = []
    dialog.submitted.connect(watched.append)
    click(qtbot, dialog, "Start training")
    assert watched == [True]
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: _newest(stage) == ("done", 11), timeout=RUN_MS)
    with stage.collection() as collection:
        run = list_runs(collection)[0].run
        info = read_run(collection, run)
        heard = [(one.truth, one.part) for one in read_predictions(collection, run)]
    assert info.recipe.text == write_recipe(dialog.draft.recipe)
    assert info.split is not None
    assert (info.split.name, info.split.train, info.split.valid, info.split.test) == (told.split, *told.parts)
    for row in told.classes:
        counts = [heard.count((row.name, part)) for part in ("train", "valid", "test")]
        assert counts == [row.train, row.valid, row.test]
    assert told.precision is not None
    assert info.controls["majority"]["accuracy"].value == pytest.approx(told.precision.floor)


def _newest(stage: Stage) -> tuple[str, int]:
    line = stage.kit.runs.lines[0]
    return line.state, line.seed


def test_several_seeds_are_several_runs_that_wait(
    dialog: TeachDialog, stage: Stage, qtbot, monkeypatch
) -> None:
    sent: list[tuple[str, object, str]] = []
    titles: list[str] = []

    def submit(kind: str, request: object, title: str, device: str) -> None:
        sent.append((kind, request, device))
        titles.append(title)

    monkeypatch.setattr(stage.workspace, "submit", submit)
    retype(qtbot, dialog.form.controls.seeds, "1-3")
    assert dialog.foot.start.text() == "Start 3 runs"
    assert dialog.form.controls.runs.text() == "3 runs, one after the other"
    watched: list[bool] = []
    dialog.submitted.connect(watched.append)
    click(qtbot, dialog, "Add to queue")
    assert [(kind, request.seed, device) for kind, request, device in sent] == [
        ("train", n, "cpu") for n in (1, 2, 3)
    ]
    assert {request.recipe for _, request, _ in sent} == {write_recipe(dialog.draft.recipe)}
    assert titles == [f"Teach genre, seed {seed}" for seed in (1, 2, 3)]
    assert watched == [False]


def test_where_it_is_computed_is_a_choice_where_there_is_one(
    dialog: TeachDialog, stage: Stage, qtbot, monkeypatch
) -> None:
    where = dialog.foot.device
    assert not where.isVisible()
    dialog.come(["cuda:0", "cpu"])
    assert where.isVisible()
    assert dialog.device == "cuda:0"
    qtbot.waitUntil(lambda: settled(dialog) and "on cuda:0" in dialog.right.expect.text(), timeout=LONG_MS)
    where.setFocus()
    qtbot.keyClick(where, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "on the processor" in dialog.right.expect.text(), timeout=LONG_MS)
    sent: list[str] = []
    monkeypatch.setattr(stage.workspace, "submit", lambda kind, request, title, device: sent.append(device))
    click(qtbot, dialog, "Add to queue")
    assert sent == ["cpu"]
    dialog.come(["cuda:0", "cpu"])
    assert dialog.device == "cpu"
    dialog.come(["cpu"])
    assert not where.isVisible()


def test_start_before_the_preview_has_come_waits_for_it(
    dialog: TeachDialog, stage: Stage, qtbot, monkeypatch
) -> None:
    sent: list[object] = []
    monkeypatch.setattr(stage.workspace, "submit", lambda kind, request, **_: sent.append(request))
    dialog.draft.put("data.query", "track_id:2")
    assert dialog._is_waiting()
    click(qtbot, dialog, "Start training")
    assert sent == []
    qtbot.waitUntil(dialog.right.problem.isVisible, timeout=LONG_MS)
    assert sent == []
    assert not dialog.foot.start.isEnabled()
    dialog.draft.put("data.query", "genre:fado,reel")
    click(qtbot, dialog, "Start training")
    qtbot.waitUntil(lambda: len(sent) == 1, timeout=LONG_MS)
    assert sent[0].recipe == write_recipe(dialog.draft.recipe)  # type: ignore[attr-defined]
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("training.head_lr", "quick", "Head rate is a number, not quick."),
        ("head.dropout", "2", "Dropout lies between 0 and 0.99."),
    ],
)
def test_what_is_no_value_is_marked_where_it_stands(dialog: TeachDialog, qtbot, name, text, said) -> None:
    field = cell(dialog, name)
    before = dialog.draft.get(name)
    retype(qtbot, field.editor, text)
    section = next(section for section in dialog.form.sections if field in section.cells)
    assert section.complaint.isVisible()
    assert section.complaint.said.text() == said
    assert field.editor.property("bad") is True
    assert not dialog.foot.start.isEnabled()
    assert dialog.foot.start.toolTip() == said
    assert dialog.foot.said.accessibleName() == said
    retype(qtbot, field.editor, fields_text(before))
    qtbot.waitUntil(dialog.foot.start.isEnabled, timeout=LONG_MS)
    assert not section.complaint.isVisible()
    assert field.editor.property("bad") is False


def test_shares_and_seeds_are_checked_where_they_stand(dialog: TeachDialog, qtbot) -> None:
    retype(qtbot, dialog.right.split.shares, "60/20/30")
    assert dialog.right.split.complaint.said.text() == "Shares add up to 100; these make 110."
    assert not dialog.foot.queue.isEnabled()
    retype(qtbot, dialog.right.split.shares, "70/10/20")
    qtbot.waitUntil(dialog.foot.queue.isEnabled, timeout=LONG_MS)
    assert dialog.draft.recipe.data.shares == (0.7, 0.1, 0.2)
    retype(qtbot, dialog.form.controls.seeds, "one")
    assert dialog.form.controls.complaint.said.text() == "A seed is a whole number from 0 on, not one."
    assert not dialog.foot.queue.isEnabled()


def test_leaks_are_named_and_mended_by_one_click(dialog: TeachDialog, qtbot) -> None:
    assert not dialog.right.leak.isVisible()
    assert "No&nbsp;artist&nbsp;on&nbsp;two&nbsp;sides" in dialog.right.fine.text()
    for check in dialog.right.split.together.values():
        qtbot.mouseClick(check, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.right.leak.isVisible, timeout=LONG_MS)
    told = dialog.preview
    assert told is not None
    torn = next(leak for leak in told.leaks if leak.group == "artist")
    assert f"{torn.names} artists are on two sides." in dialog.right.leak.text.text()
    assert f"{torn.tests} of {told.parts[2]} test tracks share an artist" in dialog.right.leak.text.text()
    click(qtbot, dialog, "Keep artists together")
    qtbot.waitUntil(lambda: settled(dialog) and not dialog.right.leak.isVisible(), timeout=LONG_MS)
    assert dialog.draft.recipe.data.together == ("artist", "album", "recording")


def test_a_split_that_is_not_here_is_mended_by_one_click(dialog: TeachDialog, qtbot) -> None:
    pick(qtbot, dialog.form.start.preset, "clmr-probe-genre")
    qtbot.waitUntil(dialog.right.problem.isVisible, timeout=LONG_MS)
    assert "There is no split called GTZAN fault-filtered." in dialog.right.problem.text.text()
    assert "soundings" not in dialog.right.problem.text.text()
    assert not dialog.foot.start.isEnabled()
    click(qtbot, dialog, "Make a new split")
    qtbot.waitUntil(lambda: settled(dialog), timeout=LONG_MS)
    assert not dialog.right.problem.isVisible()
    assert dialog.foot.start.isEnabled()


def test_only_what_matters_for_the_choice_is_shown(dialog: TeachDialog, qtbot) -> None:
    shown = {
        name: cell(dialog, name).isVisible()
        for name in ("head.width", "training.epochs", "training.encoder_lr")
    }
    assert shown == {"head.width": True, "training.epochs": True, "training.encoder_lr": False}
    qtbot.mouseClick(dialog.form.head.kind.buttons["logistic"], Qt.MouseButton.LeftButton)
    assert cell(dialog, "head.strengths").isVisible()
    assert not cell(dialog, "training.epochs").isVisible()
    assert dialog.form.encoder.tune.buttons["whole"].isHidden()
    pick(qtbot, dialog.form.encoder.encoder, "mel-resnet")
    qtbot.mouseClick(dialog.form.encoder.tune.buttons["whole"], Qt.MouseButton.LeftButton)
    assert dialog.draft.recipe.head.kind == "linear"
    assert cell(dialog, "training.encoder_lr").isVisible()
    assert cell(dialog, "encoder.crop").isVisible()
    assert not cell(dialog, "encoder.features").isVisible()
    assert dialog.form.encoder.tune.buttons["lora"].isHidden()
    assert not dialog.form.writer.isVisible()
    assert not cell(dialog, "training.clip").isVisible()
    qtbot.mouseClick(dialog.form.training.toggle, Qt.MouseButton.LeftButton)
    assert cell(dialog, "training.clip").isVisible()


def test_what_was_started_from_is_told_and_can_be_had_back(dialog: TeachDialog, qtbot) -> None:
    pick(qtbot, dialog.form.start.preset, "clmr-probe-genre")
    assert not dialog.form.training.published.isVisible()
    spin = cell(dialog, "training.epochs").editor
    spin.selectAll()
    qtbot.keyClicks(spin, "40")
    qtbot.keyClick(spin, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.form.training.published.text() == "Published: epochs 15."
    assert "Genre by a contrastive encoder, probed as published has 15." in spin.toolTip()
    qtbot.mouseClick(dialog.form.training.back, Qt.MouseButton.LeftButton)
    assert dialog.draft.recipe.training.epochs == 15


def test_the_settings_of_a_run_are_the_same_text(dialog: TeachDialog, stage: Stage, qtbot) -> None:
    with stage.collection() as collection:
        text = read_run(collection, 1).recipe.text
    menu = dialog.form.start.run_menu()
    assert menu.actions()[0].text().startswith("Run 1: classify, seed 5 · today")
    menu.actions()[0].trigger()
    menu.deleteLater()
    qtbot.waitUntil(lambda: dialog.draft.whence == "Run 1", timeout=LONG_MS)
    assert write_recipe(dialog.draft.recipe) == text
    assert dialog.form.controls.seeds.text() == "5"
    assert dialog.form.start.preset.currentText() == "Run 1"
    qtbot.waitUntil(lambda: settled(dialog), timeout=LONG_MS)
    assert "as fast as run 1" in dialog.right.expect.text()


def test_tracks_are_a_query_a_selection_or_a_playlist(dialog: TeachDialog, stage: Stage, qtbot) -> None:
    labels = dialog.form.labels
    stage.kit.selection.choose([*range(1, 71), 90])
    offered = [labels.tracks.itemText(place) for place in range(labels.tracks.count())]
    assert offered == ["all tracks (150)", "the selection (71)", "playlist Slow ones (60)", "a query…"]
    pick(qtbot, labels.tracks, labels.tracks.itemData(1))
    assert dialog.draft.recipe.data.query == "track_id:1..70 or track_id:90"
    qtbot.waitUntil(lambda: settled(dialog), timeout=LONG_MS)
    assert dialog.preview is not None
    assert dialog.preview.tracks + dialog.preview.rest == 71
    pick(qtbot, labels.tracks, labels.tracks.itemData(2))
    qtbot.waitUntil(lambda: settled(dialog), timeout=LONG_MS)
    assert dialog.preview.tracks + dialog.preview.rest == 60
    labels.tracks.setCurrentIndex(3)
    labels.tracks.activated.emit(3)
    assert labels.query.isVisible()
    retype(qtbot, labels.query, "genre:(")
    qtbot.waitUntil(lambda: settled(dialog) and bool(dialog.preview.problem), timeout=LONG_MS)
    assert "A value is not put into parentheses" in dialog.right.problem.text.text()
    retype(qtbot, labels.query, "genre:fado,reel")
    qtbot.waitUntil(lambda: settled(dialog) and not dialog.preview.problem, timeout=LONG_MS)
    assert [row.name for row in dialog.preview.classes] == ["fado", "reel"]


def test_another_task_takes_a_field_that_fits(dialog: TeachDialog, qtbot) -> None:
    qtbot.mouseClick(dialog.form.task.choices[Task.REGRESS].button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: settled(dialog), timeout=LONG_MS)
    assert dialog.draft.recipe.data.field == "tempo"
    assert dialog.form.labels.field.currentText() == "Tempo · 135 tracks"
    assert not dialog.form.labels.least.isVisible()
    assert dialog.form.head.kind.buttons["logistic"].text() == "Ridge"
    assert sum(row.tracks for row in dialog.preview.classes) == 135  # type: ignore[union-attr]
    qtbot.mouseClick(dialog.form.task.choices[Task.TAG].button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: settled(dialog), timeout=LONG_MS)
    assert dialog.draft.recipe.data.field == "instrument"
    assert "mAP" in dialog.right.exact.text()


def test_an_encoder_that_is_not_here_cannot_teach(dialog: TeachDialog, qtbot) -> None:
    pick(qtbot, dialog.form.encoder.encoder, "mert-95m")
    qtbot.waitUntil(lambda: settled(dialog), timeout=LONG_MS)
    assert dialog.form.encoder.state.text() == "not here yet"
    assert dialog.form.encoder.licence.text() == "CC BY-NC 4.0"
    assert not dialog.foot.start.isEnabled()
    assert dialog.why_not().startswith("MERT 95M is not here yet")
    wanted: list[bool] = []
    dialog.encoders_wanted.connect(lambda: wanted.append(True))
    qtbot.mouseClick(dialog.form.encoder.fetch, Qt.MouseButton.LeftButton)
    assert wanted == [True]
    assert "78.6" in dialog.right.published.text()


def test_an_answer_that_comes_too_late_is_dropped(dialog: TeachDialog, qtbot) -> None:
    set_up(dialog, qtbot, data__least=0)
    dialog._soon.stop()
    dialog.draft.put("data.query", "genre:fado,reel")
    dialog._soon.stop()
    dialog._ask()
    dialog.draft.put("data.query", "")
    qtbot.waitUntil(lambda: settled(dialog), timeout=LONG_MS)
    assert dialog.preview is not None
    assert len(dialog.preview.classes) == 3


def test_a_collection_without_labels_says_what_it_needs(
    empty_collection: Path, tmp_path: Path, qtbot
) -> None:
    with staged(empty_collection, tmp_path, qtbot) as stage:
        stage.put(QWidget(), 800, 600)
        dialog = TeachDialog(stage, stage.kit)
        dialog.come(["cpu"])
        qtbot.waitUntil(lambda: settled(dialog), timeout=LONG_MS)
        texts = {task: choice.more.text() for task, choice in dialog.form.task.choices.items()}
        assert texts[Task.CLASSIFY] == "needs a field with two labels; none here"
        assert texts[Task.REGRESS] == "needs a field of numbers; none here"
        assert not dialog.foot.start.isEnabled()
        assert dialog.right.problem.isVisible()
        dialog.hide()
        stage.calm()


def test_every_control_says_what_it_is(dialog: TeachDialog) -> None:
    from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QLineEdit

    for kind in (QAbstractSpinBox, QCheckBox, QComboBox, QPushButton):
        for widget in dialog.findChildren(kind):
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget
    for line in dialog.findChildren(QLineEdit):
        inside = isinstance(line.parent(), QAbstractSpinBox | QComboBox)
        assert inside or line.accessibleName(), line
