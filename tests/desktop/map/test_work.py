"""What the page asks workers for: a first map by itself, a file from outside, newcomers, clusters."""

from __future__ import annotations

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QFileDialog

from core.embedding import list_sets
from core.library.groups import read_values
from core.library.playlists import list_playlists
from core.store import open_collection
from desktop.map.cluster_dialog import ClusterDialog
from desktop.map.draw_dialog import DrawDialog
from tests.core.maps.conftest import crowd, write
from tests.desktop.conftest import LONG_MS
from tests.desktop.map.conftest import TRACKS, click


def tone(path, hz, seconds=4):
    t = np.arange(22_050 * seconds) / 22_050
    soundfile.write(path, 0.3 * np.sin(2 * np.pi * hz * t), 22_050)
    return path


@pytest.fixture
def reels(tmp_path):
    folder = tmp_path / "reels"
    folder.mkdir()
    for i in range(6):
        tone(folder / f"take {i}.flac", 110 * (i + 1))
    return folder


def drop(page, path):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    place, action = QPoint(60, 60), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, action, data, left, none)
    page.stage.dragEnterEvent(enter)  # what it leaves goes on to the window
    if enter.isAccepted():
        page.stage.dropEvent(QDropEvent(QPointF(place), action, data, left, none))
    return enter.isAccepted()


def test_from_nothing_to_a_first_map_and_a_file_on_it(open_page, folder, window, reels, tmp_path, qtbot):
    page = open_page(folder)
    assert page.empty.title.text() == "There are no tracks yet"
    assert page.empty.button.text() == "Add folder…"
    assert not page.facts.isVisible()
    window.workspace.scan(str(reels))
    qtbot.waitUntil(lambda: page.empty.why == "heard", timeout=LONG_MS)
    assert page.empty.title.text() == "Nothing has been heard yet"
    assert "6 tracks" in page.empty.more.text()
    assert page.controls.drawing.draw.toolTip() == "Nothing has been heard yet; encode the tracks first"
    assert not window.commands.actions["export-map"].isEnabled()
    click(qtbot, page.empty.button)
    assert page.empty.why == "hearing"
    qtbot.waitUntil(lambda: page.gallery.shown is not None, timeout=LONG_MS)
    assert page.gallery.shown.info.method == "tsne"
    assert page.gallery.shown.info.encoder == "descriptors"
    assert page.facts.lines()[0].startswith("6 of 6 tracks shown · t-SNE")
    assert not page.controls.drawing.draw.isEnabled()
    qtbot.waitUntil(lambda: not page.nearness.counting, timeout=LONG_MS)
    assert page.facts.lines()[1] == "The axes have no unit."  # of six tracks nothing can be said

    assert not drop(page, reels)  # a folder is the window's
    outside = tone(tmp_path / "outside.flac", 225)
    assert drop(page, outside)
    notice = page.placing.notice
    qtbot.waitUntil(lambda: notice.isVisible() and page.placing.select.isVisible(), timeout=LONG_MS)
    qtbot.waitUntil(lambda: "nearest to take " in notice.text.accessibleName(), timeout=LONG_MS)
    assert page.stage.canvas._mark[1] == "outside.flac"
    click(qtbot, page.placing.select)
    assert len(window.kit.selection.chosen) == 6
    bad = tmp_path / "bad.flac"
    bad.write_bytes(b"fLaC and nothing more")
    page.placing.place_file(bad)
    qtbot.waitUntil(lambda: "bad.flac" in notice.text.accessibleName() and "Listening" not in
                    notice.text.accessibleName(), timeout=LONG_MS)  # fmt: skip
    assert page.stage.canvas._mark is None
    assert not page.placing.select.isVisible()


def test_newcomers_are_offered_and_placed(open_page, chart, qtbot):
    with open_collection(chart) as collection:
        write(collection, crowd(6, seed=5)[0], tracks=None)
        (info,) = list_sets(collection)
        assert info.tracks == TRACKS + 6
    page = open_page(chart)
    qtbot.waitUntil(page.notices.newcomers.isVisible, timeout=LONG_MS)
    assert page.notices.newcomers.text.accessibleName() == "6 tracks heard since this map was drawn"
    assert page.controls.drawing.draw.isEnabled()
    places = dict(zip(page.gallery.shown.kept.track_ids, page.gallery.shown.kept.points, strict=True))
    click(qtbot, page.notices.place)
    qtbot.waitUntil(lambda: page.gallery.shown.info.shown == TRACKS + 6, timeout=LONG_MS)
    kept = page.gallery.shown.kept
    assert kept.columns["placed"].sum() == 6
    now = dict(zip(kept.track_ids, kept.points, strict=True))
    assert all((now[id_] == places[id_]).all() for id_ in places)
    assert not page.notices.newcomers.isVisible()
    assert page.facts.lines()[0].startswith("66 of 66 tracks shown")


def opened_dialog(page, window, kind, command):
    window.commands.actions[command].trigger()
    return next(dialog for dialog in page.findChildren(kind) if dialog.isVisible())


def test_the_dialog_says_what_will_come_of_it_and_refuses_in_plain_words(page, window, qtbot):
    dialog = opened_dialog(page, window, DrawDialog, "draw-map")
    assert dialog.says.text() == "This map is drawn already: t-SNE, perplexity 8, seed 1."
    assert not dialog.go.isEnabled()
    click(qtbot, dialog.method.buttons["umap"])
    assert dialog.says.text().startswith("UMAP of 60 tracks; about ")
    assert "on the disk. It is seen as it forms" in dialog.says.text()
    assert dialog.neighbours.isVisible()
    assert not dialog.perplexity.isVisible()
    qtbot.keyClicks(dialog.query, "genre:raga")
    qtbot.waitUntil(lambda: "UMAP of 20 of 60 tracks" in dialog.says.text(), timeout=LONG_MS)
    qtbot.keyClicks(dialog.query, " year:")
    qtbot.waitUntil(lambda: "needs a value" in dialog.says.text(), timeout=LONG_MS)
    dialog.query.setText("nowhere")
    none = "The encoder has heard none of the tracks that this query finds."
    qtbot.waitUntil(lambda: dialog.says.text() == none, timeout=LONG_MS)
    dialog.query.setText("genre:raga")
    qtbot.waitUntil(dialog.go.isEnabled, timeout=LONG_MS)
    click(qtbot, dialog.go)
    qtbot.waitUntil(lambda: page.gallery.shown.info.id == 3, timeout=LONG_MS)
    assert page.facts.lines()[0] == (
        "20 of 20 tracks shown · UMAP, 15 neighbours, least distance 0.1, seed 1, of genre:raga"
        " · Ears, mean of all 10 s excerpts"
    )
    assert page.controls.drawing.source.currentText().startswith("UMAP, 15 neighbours")
    dialog = opened_dialog(page, window, ClusterDialog, "find-clusters")
    click(qtbot, dialog.method.buttons["hdbscan"])
    assert not dialog.clusters.isVisible()
    dialog.smallest.setValue(90)
    assert dialog.says.text() == "There are only 60 tracks; ask for less."
    dialog.reject()


def test_without_an_encoder_the_dialog_leads_to_them(open_page, folder, window, monkeypatch, qtbot):
    page = open_page(folder)
    led = []
    window.commands.actions["encoders"].triggered.disconnect()
    window.commands.actions["encoders"].triggered.connect(lambda: led.append(True))
    dialog = opened_dialog(page, window, DrawDialog, "draw-map")
    assert dialog.says.text() == "No encoder has heard these tracks yet. Encode them first."
    assert not dialog.go.isEnabled()
    click(qtbot, dialog.encode)
    assert led == [True]


def test_clusters_are_colours_and_become_labels_and_playlists(page, chart, window, heard, qtbot):
    dialog = opened_dialog(page, window, ClusterDialog, "find-clusters")
    assert dialog.says.text().startswith(
        "Groups among 60 tracks by k-means, in the full space, not on the map"
    )
    dialog.clusters.setValue(3)
    click(qtbot, dialog.go)
    qtbot.waitUntil(
        lambda: page.clusters.see.isVisible() and len(page.stage.legend.rows) == 3, timeout=LONG_MS
    )
    assert {row.row.count for row in page.stage.legend.rows} == {20}
    click(qtbot, page.clusters.see)
    result = page.clusters.dialog
    assert result.model.rowCount() == 3
    click(qtbot, result.hear)
    assert heard[0][0].track_id == result.model.clusters[0].medoid.track_id
    click(qtbot, result.select)
    assert len(window.kit.selection.chosen) == 20
    click(qtbot, result.playlists)
    qtbot.waitUntil(lambda: result.says.text().startswith("3 playlists made"), timeout=LONG_MS)
    click(qtbot, result.label)
    qtbot.waitUntil(lambda: "Undo takes it back" in result.says.text(), timeout=LONG_MS)
    qtbot.waitUntil(lambda: page.tints.colours.field == "cluster", timeout=LONG_MS)
    result.field.setText("not a name!")
    click(qtbot, result.label)
    qtbot.waitUntil(lambda: "cannot name a field" in result.says.text(), timeout=LONG_MS)
    with open_collection(chart) as collection:
        assert len(read_values(collection, "cluster")) == TRACKS
        assert len(list_playlists(collection)) == 3
    window.kit.history.undo()
    qtbot.waitUntil(lambda: page.tints.colours.field != "cluster", timeout=LONG_MS)
    result.close()


@pytest.mark.may_log("map.csv cannot be used")
def test_written_as_picture_and_table_or_told_why_not(page, messages, tmp_path, monkeypatch, qtbot):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "map"), ""))
    for ending in (".png", ".svg", ".csv"):
        page.exporting.ask(ending)
        said = f"written to {tmp_path / 'map'}{ending}"
        qtbot.waitUntil(lambda said=said: any(said in told.text for told in messages), timeout=LONG_MS)
    assert not QImage(str(tmp_path / "map.png")).isNull()
    assert "60 of 60 tracks shown" in (tmp_path / "map.svg").read_text()
    lines = (tmp_path / "map.csv").read_text().splitlines()
    assert lines[0].startswith("track_id,path,x,y,trustworthiness")
    assert len(lines) == TRACKS + 1
    assert "t-SNE of ears" in lines[1]
    (tmp_path / "file").write_text("no folder")
    page.exporting.write(tmp_path / "file" / "map.csv")
    qtbot.waitUntil(lambda: any(told.level == "error" for told in messages), timeout=LONG_MS)
