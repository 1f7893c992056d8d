"""The right of the player: what is set there reaches the player, and what the player says is shown."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desktop.player.levels import Levels

LEFT = Qt.MouseButton.LeftButton


def test_what_is_set_reaches_the_player_and_comes_back(loaded, qtbot):
    player, sound = loaded._kit.player, loaded.sound
    sound.speed.setValue(0.75)
    assert player.speed == 0.75
    assert sound.speed.text() == "0.75 ×"
    qtbot.keyClick(sound.pitch, Qt.Key.Key_Down)
    assert player.semitones == -1
    assert sound.pitch.text() == "−1"
    loaded._kit.commands.actions["usual_speed"].trigger()
    assert (sound.speed.value(), sound.pitch.value()) == (1.0, 0.0)
    sound.volume.setValue(40)
    assert player.volume == 0.4
    loaded._kit.commands.actions["louder"].trigger()
    assert sound.volume.value() == 45
    was = player.matching
    qtbot.mouseClick(sound.matching, LEFT, pos=sound.matching.rect().center() * 0.2)
    assert player.matching is not was
    assert (sound.gain.text() != "") is player.matching
    player._keep.stop()


def test_a_minus_is_typed_as_a_minus(loaded, qtbot):
    pitch = loaded.sound.pitch
    pitch.selectAll()
    qtbot.keyClicks(pitch, "-3")
    qtbot.keyClick(pitch, Qt.Key.Key_Return)
    assert loaded._kit.player.semitones == -3


def test_levels_and_why_nothing_is_heard(loaded, qapp):
    player, sound = loaded._kit.player, loaded.sound
    player.levels_changed.emit(Levels(-12.0, -24.0, -6.0, -6.0))
    assert sound.meter.levels.left_db == -12
    row = sound.meter.grab().toImage()
    assert row.pixelColor(row.width() // 2, row.height() // 4).name() == "#19703f"
    player._hear({"silence": "no_device"})
    assert "no sound device" in sound.silence.text()
    assert sound.silence.isVisible()
    player._hear({"silence": ""})
    assert not sound.silence.isVisible()


def test_the_devices_that_there_are(loaded):
    player, sound = loaded._kit.player, loaded.sound
    player._hear({"devices": ["Speakers", "Headphones"]})
    assert [sound.device.itemText(n) for n in range(3)] == ["As the system", "Speakers", "Headphones"]
    sound.device.setCurrentIndex(2)
    sound.device.activated.emit(2)
    assert player.device == "Headphones"
    player._keep.stop()
