"""Labelling by ear as a person does it: keys, sound, guesses, undo, and everything there again later."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from core.library.groups import read_values, read_without
from core.probes import ProbeRequest
from core.probes.ask import run
from core.progress import Context
from core.store import open_collection
from desktop.by_ear.accept import AcceptDialog
from desktop.by_ear.names import FieldNameForm, NameForm
from tests.desktop.by_ear.conftest import KINDS, N, answered, kind_of
from tests.desktop.conftest import LONG_MS, dialog_of, press
from tests.desktop.desk.conftest import close, open_in

pytestmark = pytest.mark.timeout(300)
Key = Qt.Key


def here(page):
    current = page.teaching.course.current
    return None if current is None else current.track_id


def press_key(page, qtbot, key) -> None:
    before = here(page)
    qtbot.keyClick(page.body, key)
    assert here(page) != before


def label_right(page, qtbot, number=1) -> list[int]:
    """As a listener who hears it rightly; returns which tracks were labelled."""
    given = []
    for _ in range(number):
        track_id = here(page)
        press_key(page, qtbot, Key(Key.Key_1 + KINDS.index(kind_of(track_id))))
        given.append(track_id)
        answered(page, qtbot)
    return given


def in_database(folder, field="pitch") -> dict[int, list[str]]:
    with open_collection(folder) as collection:
        return read_values(collection, field)


def learn(page, qtbot) -> list[int]:
    """Until the probe can guess."""
    given = []
    while page.teaching.result.needs:
        given += label_right(page, qtbot)
    return given


def test_from_the_first_label_to_guesses(page, opened, tones, qtbot):
    assert "Two labels of two classes each are needed" in page.figures.told.text()
    assert not page.figures.accept.isEnabled()
    given = learn(page, qtbot)
    assert in_database(tones) == {id_: [kind_of(id_)] for id_ in given}
    assert "labelled, " in page.figures.told.text()
    assert page.figures.accept.isEnabled()
    given += label_right(page, qtbot, 3)
    teaching = page.teaching
    with open_collection(tones) as collection:
        slow = run(teaching.request(), Context(collection.folder, 1))
    asked = [one.track_id for one in slow.uncertain if one.track_id != here(page)]
    assert [one.track_id for one in teaching.course.queue if one.track_id != here(page)] == asked
    assert here(page) not in given
    assert teaching.result.said == slow.said
    right = [name == kind_of(id_) for id_, (name, _) in teaching.guesses.items()]
    assert sum(right) / len(right) > 0.6
    lines = {line.name: line for line in teaching.lines()}
    assert sum(line.labelled for line in lines.values()) == len(given)
    assert sum(line.guessed for line in lines.values()) == N - len(given)
    assert len(teaching.points) >= 2
    assert teaching.points[-1].labels == sum(slow.labelled.values())


def test_guesses_move_with_every_label(page, qtbot):
    learn(page, qtbot)
    seen = [page.teaching.result.probabilities]
    for _ in range(3):
        label_right(page, qtbot)
        seen.append(page.teaching.result.probabilities)
    assert len({tuple(shares) for shares in seen}) == len(seen)


def test_what_is_asked_about_plays(page, opened, qtbot):
    player = opened.kit.player
    assert not player.is_playing  # nothing begins before somebody does something
    qtbot.waitUntil(lambda: player.passage is not None and player.passage.track_id == here(page))
    press_key(page, qtbot, Key.Key_1)
    qtbot.waitUntil(lambda: player.is_playing, timeout=LONG_MS)
    assert player.passage.track_id == here(page)
    assert player.passage.end_s - player.passage.start_s == pytest.approx(10.0)
    qtbot.waitUntil(lambda: page.subject.wave.is_heard, timeout=LONG_MS)
    qtbot.mouseClick(page.subject.plays, Qt.MouseButton.LeftButton)
    press_key(page, qtbot, Key.Key_S)
    qtbot.waitUntil(lambda: player.passage.track_id == here(page), timeout=LONG_MS)
    assert not player.is_playing
    qtbot.mouseClick(page.subject.play, Qt.MouseButton.LeftButton)
    assert player.is_playing


@pytest.mark.parametrize("how", ["backspace", "menu"])
def test_undo_goes_back_to_the_track(page, opened, tones, qtbot, how):
    first = here(page)
    press_key(page, qtbot, Key.Key_2)
    answered(page, qtbot)
    second = here(page)
    press_key(page, qtbot, Key.Key_3)
    answered(page, qtbot)
    assert in_database(tones) == {first: ["middle"], second: ["high"]}
    if how == "backspace":
        qtbot.keyClick(page.body, Key.Key_Backspace)
    else:
        opened.menus.actions["undo"].trigger()
    qtbot.waitUntil(lambda: here(page) == second, timeout=LONG_MS)
    answered(page, qtbot)
    assert in_database(tones) == {first: ["middle"]}
    opened.menus.actions["redo"].trigger()
    qtbot.waitUntil(lambda: in_database(tones) == {first: ["middle"], second: ["high"]}, timeout=LONG_MS)
    qtbot.waitUntil(lambda: here(page) != second, timeout=LONG_MS)


def test_something_else_done_since_is_not_undone_by_backspace(page, opened, qtbot):
    press_key(page, qtbot, Key.Key_1)
    answered(page, qtbot)
    opened.kit.selection.choose((1, 2))
    qtbot.keyClick(page.body, Key.Key_Backspace)
    assert "“Select 2 tracks” was done since" in page.said.text()
    assert opened.kit.selection.chosen == {1, 2}


def test_none_of_these_and_skipped_do_not_come_again(page, opened, tones, qtbot):
    label_right(page, qtbot)
    none = here(page)
    press_key(page, qtbot, Key.Key_0)
    answered(page, qtbot)
    skipped = here(page)
    press_key(page, qtbot, Key.Key_S)
    answered(page, qtbot)
    again = here(page)
    press_key(page, qtbot, Key.Key_N)
    with open_collection(tones) as collection:
        assert read_without(collection, "pitch") == {none}
    qtbot.waitUntil(lambda: page.teaching.result.unlabelled == N - 3, timeout=LONG_MS)
    coming = {one.track_id for one in page.teaching.course.queue}
    assert not coming & {none, skipped}
    assert again in coming
    assert page.passed.text() == "1 skipped"
    qtbot.mouseClick(page.passed, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.teaching.result.unlabelled == N - 2, timeout=LONG_MS)
    opened.menus.actions["undo"].trigger()  # the 0 can be taken back, too
    qtbot.waitUntil(lambda: here(page) == none, timeout=LONG_MS)


def test_quick_fingers_lose_nothing(page, tones, qtbot):
    given = {}
    for _ in range(8):
        given[here(page)] = [kind_of(here(page))]
        press_key(page, qtbot, Key(Key.Key_1 + KINDS.index(kind_of(here(page)))))
    answered(page, qtbot)
    assert len(given) == 8
    assert in_database(tones) == given


def test_a_key_without_a_class_says_so(page, tones, qtbot):
    before = here(page)
    qtbot.keyClick(page.body, Key.Key_7)
    assert page.said.text() == "There is no class 7 yet."
    assert here(page) == before
    assert in_database(tones) == {}


def choose(box: QComboBox, value) -> None:
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def coming(page) -> set[int]:
    """Nothing, while the probe has not answered."""
    return {one.track_id for one in page.teaching.course.queue} if page.teaching.result is not None else set()


def test_orders_and_what_is_asked_about(page, opened, qtbot):
    learn(page, qtbot)
    result, unlabelled = page.teaching.result, set(page.teaching.guesses)
    for order in ("each", "listed", "surprising", "uncertain"):
        choose(page.bar.order, order)
        named = [one.track_id for one in getattr(result, order)]
        assert [one.track_id for one in page.teaching.course.queue] == named
    choose(page.bar.about, "selection")
    assert page.middle.currentWidget() is page.notice
    assert "Nothing is selected" in page.notice.text.text()
    some = set(sorted(unlabelled)[:4])
    opened.kit.selection.choose(some)
    qtbot.waitUntil(lambda: coming(page) == some, timeout=LONG_MS)
    assert page.middle.currentWidget() is page.body
    choose(page.bar.about, "query")
    qtbot.waitUntil(lambda: len(coming(page)) > 4, timeout=LONG_MS)
    opened.kit.filter.ask('artist:"Duo 3"')
    threes = {i + 1 for i in range(N) if i % 12 == 3} & unlabelled
    qtbot.waitUntil(lambda: coming(page) and coming(page) <= threes, timeout=LONG_MS)
    assert page.teaching.result.unlabelled == len(threes)


def test_one_label_more_stays_with_the_track(opened, tones, qtbot):
    opened.desk.turn_to("by_ear")
    page = opened.desk.by_ear
    qtbot.waitUntil(lambda: page.teaching.is_known, timeout=LONG_MS)
    qtbot.mouseClick(page.bar.new, Qt.MouseButton.LeftButton)
    form = dialog_of(opened, FieldNameForm)
    qtbot.keyClicks(form.name, "sort")
    assert "cannot name a field" in form.says.text()
    form.name.clear()
    qtbot.keyClicks(form.name, "colour")
    qtbot.mouseClick(form.many, Qt.MouseButton.LeftButton)
    press(qtbot, form, "Begin")
    for name in ("bright", "dark"):
        qtbot.keyClick(page.body, Key.Key_Plus)
        form = dialog_of(opened, NameForm)
        qtbot.keyClicks(form.name, name)
        qtbot.keyClick(form.name, Key.Key_Return)
    answered(page, qtbot)
    track_id = here(page)
    for key in (Key.Key_1, Key.Key_2):
        qtbot.keyClick(page.body, key, Qt.KeyboardModifier.ControlModifier)
        answered(page, qtbot)
        assert here(page) == track_id
    assert in_database(tones, "colour") == {track_id: ["bright", "dark"]}
    qtbot.waitUntil(lambda: [row.line.is_given for row in page.classes.rows] == [True] * 2, timeout=LONG_MS)


def test_guesses_are_accepted_selected_and_shown_on_the_map(page, opened, tones, qtbot):
    learn(page, qtbot)
    label_right(page, qtbot, 2)
    guesses = page.teaching.guesses
    name = guesses[min(guesses)][0]
    page.acts.select(name)
    assert opened.kit.selection.chosen == {i for i, (said, _) in guesses.items() if said == name}
    qtbot.mouseClick(page.figures.accept, Qt.MouseButton.LeftButton)
    form = dialog_of(opened, AcceptDialog)
    form.least.setValue(60)
    sure = {i: said for i, (said, share) in guesses.items() if share >= 0.6}
    assert f"{len(sure)} of {len(guesses)} tracks" in form.says.text()
    labelled = in_database(tones)
    press(qtbot, form, "Accept guesses")
    qtbot.waitUntil(lambda: len(in_database(tones)) == len(labelled) + len(sure), timeout=LONG_MS)
    assert in_database(tones) == labelled | {i: [said] for i, said in sure.items()}
    answered(page, qtbot)
    assert set(sure) <= set(page.teaching.guesses)  # they are no labels of a person's, and teach nobody
    opened.menus.actions["undo"].trigger()
    qtbot.waitUntil(lambda: in_database(tones) == labelled, timeout=LONG_MS)
    page.acts.colour_map()
    tints = opened.desk.map.tints
    assert tints.title() == "Pitch, guessed"
    said = dict(zip(page.teaching.result.tracks, page.teaching.result.said, strict=True))
    assert {i: tints.named(i) for i in said} == {i: page.teaching.result.classes[s] for i, s in said.items()}
    assert opened.desk.pages.current == "map"


def test_classes_are_renamed_moved_and_taken_away(page, tones, qtbot):
    track_id = here(page)
    press_key(page, qtbot, Key.Key_1)
    answered(page, qtbot)
    page.acts._rename("low", "deep")
    qtbot.waitUntil(lambda: in_database(tones) == {track_id: ["deep"]}, timeout=LONG_MS)
    qtbot.waitUntil(lambda: page.classes.names == ["deep", "middle", "high"], timeout=LONG_MS)
    page.acts.move("high", -1)
    page.acts.take_away("middle")
    assert page.classes.names == ["deep", "high"]
    assert [row.key for row in page.classes.rows] == ["1", "2"]


def test_it_is_there_again_after_closing(page, opened, make_window, tones, qtbot):
    learn(page, qtbot)
    label_right(page, qtbot, 2)
    choose(page.bar.order, "each")
    press_key(page, qtbot, Key.Key_S)
    answered(page, qtbot)
    labels, track_id, points = in_database(tones), here(page), page.teaching.points
    close(opened, qtbot)
    again = open_in(make_window(), tones, qtbot)
    page = again.desk.by_ear
    assert again.desk.pages.current == "by_ear"
    qtbot.waitUntil(lambda: page.teaching.result is not None, timeout=LONG_MS)
    assert in_database(tones) == labels
    assert (page.teaching.choice.field, page.teaching.choice.order) == ("pitch", "each")
    assert page.classes.names == list(KINDS)
    assert here(page) == track_id
    assert page.teaching.points[-1] == points[-1]
    assert len(page.teaching.course.passed) == 1
    assert not again.kit.player.is_playing
    again.menus.actions["undo"].trigger()  # the journal knows the label of before
    qtbot.waitUntil(lambda: len(in_database(tones)) == len(labels) - 1, timeout=LONG_MS)


def test_a_request_says_what_the_page_shows(page):
    request = page.teaching.request()
    assert isinstance(request, ProbeRequest)
    assert (request.field, request.begin, request.about, request.among) == ("pitch", True, "", ())
