"""A collection is asked in words through the window, and the answer is what a slow reference says."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from core.encoders import open_encoder
from core.store import open_collection
from core.store.schema import Folder, Track
from desktop.sounds_like.tilde import joined, sign_at, split
from tests.desktop.conftest import LONG_MS
from tests.desktop.desk.conftest import open_in

pytestmark = pytest.mark.timeout(600)
"""Two processes load torch and transformers, which takes long where others work, too."""

WORDS = "slow fiddle lament"
Key = Qt.Key


def reference(folder: Path, card, words: str) -> dict[int, float]:
    """Cosine of the mean of a track's windows and the words, one file and one window at a time."""
    encoder = open_encoder(card)
    text = encoder.embed_text([words])[0].astype(np.float64)
    found = {}
    with open_collection(folder) as collection, collection.database.reading() as session:
        audio = Path(session.query(Folder).one().path)
        tracks = [(track.id, audio / track.path) for track in session.query(Track)]
    for track_id, path in tracks:
        samples, rate = soundfile.read(path, dtype="float32")
        length = round(card.window_s * rate)
        windows = [samples[at : at + length] for at in range(0, len(samples) - length + 1, length)]
        mean = np.mean([encoder.embed(window[None])[0, 0] for window in windows], axis=0, dtype=np.float64)
        found[track_id] = float(mean @ text / np.linalg.norm(mean) / np.linalg.norm(text))
    return found


def by_likeness(likeness: dict[int, float]) -> list[int]:
    return sorted(likeness, key=lambda id_: -likeness[id_])


def found(window, qtbot, words: str = WORDS):
    door = window.desk.sounds_like
    qtbot.waitUntil(
        lambda: door.search.liked is not None and door.search.liked.words == words, timeout=2 * LONG_MS
    )
    return door.search.liked


def test_words_in_the_query_bar_end_to_end(opened, heard, card, qtbot):
    wanted = reference(heard, card, WORDS)
    order = by_likeness(wanted)
    desk, kit = opened.desk, opened.kit
    line = desk.library.bar.line
    line.setFocus()
    qtbot.keyClicks(line, f"~{WORDS}")
    assert kit.filter.asked.like == ""  # nothing is asked before Enter
    qtbot.keyClick(line, Key.Key_Return)
    liked = found(opened, qtbot)
    assert liked.likeness == pytest.approx(wanted, abs=2e-3)
    qtbot.waitUntil(lambda: kit.filter.ids == order, timeout=LONG_MS)
    assert desk.library.tracks.ids == order
    neighbours = desk.neighbours
    qtbot.waitUntil(lambda: [hit.track_id for hit in neighbours.model.hits] == order, timeout=LONG_MS)
    assert neighbours.mode == "text"
    tints = desk.map.tints
    assert tints.title() == f"Like “{WORDS}”"
    assert tints.colours.numbers == liked.likeness
    assert f"“{WORDS}”, as Tiny CLAP hears it: 8 tracks" in desk.sounds_like.strip.sentence.text()
    assert line.text() == f"~{WORDS}"
    # Undo, redo, a column, and the usual order.
    opened.menus.actions["undo"].trigger()
    qtbot.waitUntil(lambda: kit.filter.ids == sorted(order), timeout=LONG_MS)
    assert desk.sounds_like.strip.isHidden()
    assert tints.key.kind == "field"
    opened.menus.actions["redo"].trigger()
    qtbot.waitUntil(lambda: kit.filter.ids == order, timeout=LONG_MS)
    kit.filter.ask(sort="-path")
    qtbot.waitUntil(lambda: kit.filter.ids == sorted(order, reverse=True), timeout=LONG_MS)
    assert desk.sounds_like.search.liked is None


def test_words_and_a_query_above_the_map(opened, heard, card, qtbot):
    kit, door = opened.kit, opened.desk.sounds_like
    door.box.show()  # as it is once a map is drawn
    qtbot.keyClicks(door.box.line, "a bell")
    qtbot.keyClick(door.box.line, Key.Key_Return)
    order = by_likeness(found(opened, qtbot, "a bell").likeness)
    assert order == by_likeness(reference(heard, card, "a bell"))
    qtbot.waitUntil(lambda: kit.filter.ids == order, timeout=LONG_MS)
    qtbot.waitUntil(lambda: opened.desk.library.bar.line.text() == "~a bell", timeout=LONG_MS)
    door.search.select_nearest()
    assert kit.selection.chosen == set(order)
    line = opened.desk.library.bar.line
    line.setFocus()
    line.setText("path:2 ~a bell")
    qtbot.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: kit.filter.asked.text == "path:2" and len(kit.filter.ids) < 8, timeout=LONG_MS)
    assert kit.filter.asked.like == "a bell"
    qtbot.mouseClick(door.strip.clear, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: kit.filter.asked.like == "", timeout=LONG_MS)
    assert line.text() == "path:2"


def ask_in_vain(window, qtbot) -> str:
    door = window.desk.sounds_like
    window.menus.actions["sounds_like"].trigger()
    line = window.desk.library.bar.line
    assert line.text() == "~"
    qtbot.keyClicks(line, "bells")
    qtbot.keyClick(line, Key.Key_Return)
    qtbot.waitUntil(lambda: door.search.trouble is not None, timeout=LONG_MS)
    assert door.strip.isVisible()
    return door.strip.sentence.text()


def test_what_is_missing_is_said_exactly(make_window, unheard, home, qtbot):
    window = open_in(make_window(), unheard, qtbot)
    said = ask_in_vain(window, qtbot)
    assert said.startswith("Words need an encoder that reads: ")
    assert "CLAP" in said
    assert said.endswith("Fetch it, then encode.")
    pressed = []
    window.desk.sounds_like.strip.encoders_wanted.connect(lambda: pressed.append(True))
    encoders = window.menus.actions["encoders"]
    encoders.triggered.disconnect()  # the dialog has tests of its own
    encoders.triggered.connect(lambda: pressed.append("encoders"))
    qtbot.mouseClick(window.desk.sounds_like.strip.encoders, Qt.MouseButton.LeftButton)
    assert "encoders" in pressed


def test_an_encoder_that_has_not_heard_the_tracks(make_window, unheard, card, qtbot):
    window = open_in(make_window(), unheard, qtbot)
    said = ask_in_vain(window, qtbot)
    assert said == "Tiny CLAP can read words, but has not heard these tracks yet. Encode them with it."
    assert window.desk.sounds_like.strip.encoders.text() == "Encode…"


@given(st.text(alphabet='ab:" ~', max_size=20))
def test_query_and_words_are_told_apart_for_good(text: str) -> None:
    """What is shown again asks the same."""
    query, words = split(text)
    assert split(joined(query, words)) == (query, words)
    assert sign_at(query) == -1 or query.count('"') % 2


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("genre:lament ~slow fiddle", ("genre:lament", "slow fiddle")),
        ("~ bells", ("", "bells")),
        ('title:"a ~b" reel', ('title:"a ~b" reel', "")),
        ("a~b", ("a~b", "")),
        ("~", ("", "")),
    ],
)
def test_a_tilde_begins_the_words(text: str, wanted: tuple[str, str]) -> None:
    assert split(text) == wanted
