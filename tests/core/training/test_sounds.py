"""Excerpts to learn from: the right seconds of the right file, in order, whatever is wrong with others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.audio.augment import augment
from core.progress import Stop
from core.training import sounds as module
from core.training.excerpts import ExcerptBatches
from core.training.sounds import Piece, Sound, Sounds

RATE = 8000
LENGTH = RATE
SECONDS = {1: 2.0, 2: 3.5, 3: 0.4, 4: 6.0, 5: 1.0}


def ramp(number: int, seconds: float) -> np.ndarray:
    """Tells of which track it is, and where in it."""
    t = np.arange(round(seconds * RATE)) / RATE
    return (0.1 * number + 0.05 * t / 10).astype(np.float32)


@pytest.fixture
def files(tmp_path: Path) -> dict[int, Sound]:
    found = {}
    for number, seconds in SECONDS.items():
        path = tmp_path / f"{number}.wav"
        soundfile.write(path, ramp(number, seconds), RATE, "FLOAT")
        found[number] = sound(number, path)
    return found


def sound(number: int, path: Path) -> Sound:
    facts = path.stat()
    return Sound(number, path, SECONDS[number], (facts.st_size, facts.st_mtime_ns))


def hearing(files: dict[int, Sound], room: int = 1 << 30, whole: int = 1 << 30) -> Sounds:
    return Sounds(files.values(), RATE, LENGTH, room_bytes=room, should_stop=lambda: None, whole_bytes=whole)


ROOMS = {"all kept": (1 << 30, 1 << 30), "some kept": (60_000, 1 << 30), "none kept": (0, 1 << 30),
         "cut out of files": (1 << 30, 400_000)}  # fmt: skip
"""Room, and how many bytes of short tracks are decoded whole: all five have 412,800."""


@pytest.fixture(params=ROOMS)
def heard(files: dict[int, Sound], request: pytest.FixtureRequest) -> Iterator[Sounds]:
    with hearing(files, *ROOMS[request.param]) as sounds:
        yield sounds


def test_of_many_tracks_only_what_is_wanted_is_decoded(files: dict[int, Sound]) -> None:
    for whole, asked in ((412_800, 6 * RATE), (412_799, LENGTH)):
        with hearing(files, whole=whole) as sounds:
            (chunk,) = sounds._missing([Piece(4, 12_345)])
            assert (chunk.length, chunk.starts) == (asked, (0 if asked > LENGTH else 12_345,))


def test_each_piece_is_of_its_track_and_place(heard: Sounds) -> None:
    pieces = [Piece(4, 20_000), Piece(1, 0), Piece(1, 8000), Piece(2, 5), Piece(5, 0), Piece(4, 0)]
    for _ in range(2):  # and again, from what is kept
        found = list(heard.get(pieces))
        assert [piece for piece, _ in found] == pieces
        for piece, samples in found:
            expected = ramp(piece.track_id, SECONDS[piece.track_id])[piece.start : piece.start + LENGTH]
            np.testing.assert_allclose(samples, expected, atol=1e-6)


def test_a_long_track_is_decoded_where_it_is_wanted(
    files: dict[int, Sound], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "WHOLE_S", 3.0)
    with hearing(files) as sounds:
        (found,) = sounds.get([Piece(4, 12_345)])
    np.testing.assert_allclose(found[1], ramp(4, 6.0)[12_345 : 12_345 + LENGTH], atol=1e-6)


def test_a_short_track_is_repeated(heard: Sounds) -> None:
    ((_, samples),) = heard.get([Piece(3, 0)])
    one = ramp(3, 0.4)
    np.testing.assert_allclose(samples, np.concatenate([one, one, one])[:LENGTH], atol=1e-6)


def test_excerpts_lie_evenly(heard: Sounds) -> None:
    assert heard.starts(4, 3) == [0, 20_000, 40_000]
    assert heard.starts(4, 1) == [20_000]
    assert heard.starts(3, 3) == heard.starts(5, 3) == [0]
    assert heard.starts(4, 3, first=True) == [0, 8000, 16_000]
    assert heard.starts(1, 9, first=True) == [0, 8000]
    assert heard.starts(1, 9) == [0, 4000, 8000]  # no more than two for each of its own lengths


def test_what_cannot_be_heard_is_told_and_the_rest_goes_on(files: dict[int, Sound]) -> None:
    files[1].path.unlink()
    files[2].path.write_bytes(b"RIFF????WAVE" + b"x" * 99)
    files[2] = sound(2, files[2].path)
    odd = ramp(5, 1.0)
    odd[100] = np.nan
    soundfile.write(files[5].path, odd, RATE, "FLOAT")
    files[5] = sound(5, files[5].path)
    soundfile.write(files[3].path, ramp(3, 0.4), RATE, "PCM_16")
    with hearing(files) as sounds:
        wanted = [Piece(number, 0) for number in (1, 2, 4, 5, 3)]
        for _ in range(2):
            assert [piece.track_id for piece, _ in sounds.get(wanted)] == [4]
        assert {*sounds.lost} == {1, 2, 3, 5}
        assert "not where it was" in sounds.lost[1].why
        assert "has changed" in sounds.lost[3].why
        assert "no numbers" in sounds.lost[5].why or "not finite" in sounds.lost[5].why


def test_asked_to_stop_it_ends(files: dict[int, Sound]) -> None:
    asked: list[Stop] = []
    with Sounds(
        files.values(), RATE, LENGTH, room_bytes=0, should_stop=lambda: asked[0] if asked else None
    ) as sounds:
        found = sounds.get([Piece(number, 0) for number in (1, 2, 4, 5) * 5])
        next(found)
        asked.append(Stop.CANCEL)
        assert len(list(found)) < 19


def test_left_in_the_middle_the_next_epoch_is_right(heard: Sounds) -> None:
    pieces = [Piece(number, 0) for number in (4, 1, 2)]
    first = heard.get(pieces)
    next(first)
    first.close()
    assert [piece.track_id for piece, _ in heard.get(pieces)] == [4, 1, 2]


def batches(heard: Sounds, **settings: object) -> ExcerptBatches:
    tracks = [1, 2, 3, 4, 5]
    return ExcerptBatches(heard, tracks, np.array(tracks) * 10, 2, 7, **settings)  # type: ignore[arg-type]


def test_batches_hold_each_track_once_and_go_on_in_the_middle(heard: Sounds) -> None:
    ours = batches(heard)
    whole = list(ours.epoch(3))
    assert len(whole) == ours.count() == 2
    assert sorted(target for batch in whole for target in batch.targets.tolist()) == [10, 20, 30, 40, 50]
    for batch in whole:
        for samples, target in zip(batch.inputs.numpy(), batch.targets.tolist(), strict=True):
            assert round(float(samples[0]) * 10) * 10 == target
    (second,) = ours.epoch(3, 1)
    assert np.array_equal(second.inputs.numpy(), whole[1].inputs.numpy())
    assert np.array_equal(second.targets.numpy(), whole[1].targets.numpy())


def test_crops_are_drawn_anew_in_each_epoch_and_again_from_the_same_seed(heard: Sounds) -> None:
    def first_samples(number: int, **settings: object) -> dict[int, float]:
        found = {}
        for batch in batches(heard, **settings).epoch(number):
            found |= dict(zip(batch.targets.tolist(), batch.inputs[:, 0].tolist(), strict=True))
        return found

    assert first_samples(0) == first_samples(0)
    assert first_samples(0)[40] != first_samples(1)[40]
    assert first_samples(1, crop="first") == first_samples(2, crop="first")
    assert first_samples(1, crop="first")[40] == pytest.approx(0.4)
    assert first_samples(1, crop="middle")[40] == pytest.approx(0.4 + 0.005 * 2.5, abs=1e-6)


def test_a_lost_track_leaves_its_batch_and_no_other_changes(files: dict[int, Sound]) -> None:
    with hearing(files) as sounds:
        before = list(batches(sounds).epoch(0))
    files[4].path.unlink()
    with hearing(files) as sounds:
        after = list(batches(sounds).epoch(0))
    assert len(before) == len(after)
    for one, two in zip(before, after, strict=True):
        left = [row for row, target in enumerate(one.targets.tolist()) if target != 40]
        assert one.targets[left].tolist() == two.targets.tolist()
        assert np.array_equal(one.inputs[left].numpy(), two.inputs.numpy())


def test_changes_are_drawn_for_each_track_and_epoch(heard: Sounds) -> None:
    def heard_so(number: int, changed: bool) -> list[np.ndarray]:
        return [batch.inputs.numpy() for batch in batches(heard, crop="first", changed=changed).epoch(number)]

    assert all(np.array_equal(a, b) for a, b in zip(heard_so(1, True), heard_so(1, True), strict=True))
    assert not any(np.array_equal(a, b) for a, b in zip(heard_so(1, True), heard_so(1, False), strict=True))


def test_an_augmented_sound_stays_that_sound() -> None:
    rng = np.random.default_rng(0)
    t = np.arange(2 * RATE) / RATE
    tone = (0.3 * np.sin(2 * np.pi * 440 * t)).astype(np.float32)
    levels = []
    for _ in range(50):
        changed = augment(tone, RATE, rng)
        assert changed.dtype == np.float32
        assert np.abs(changed).max() <= 1
        spectrum = np.abs(np.fft.rfft(changed))
        assert abs(spectrum.argmax() / 2 - 440) <= 0.5
        levels.append(20 * np.log10(np.sqrt(np.mean(changed**2)) / np.sqrt(np.mean(tone**2))))
    assert min(levels) < -2
    assert max(levels) > 2
    assert max(levels) < 6.5
    assert np.array_equal(augment(np.zeros(0, np.float32), RATE, rng), np.zeros(0, np.float32))


def test_a_batch_of_which_nothing_is_left_is_counted(files: dict[int, Sound]) -> None:
    for number in (1, 2, 3, 5):
        files[number].path.unlink()
    with hearing(files) as sounds:
        sizes = [len(batch.targets) for batch in batches(sounds).epoch(0)]
    assert len(sizes) == 2
    assert sorted(sizes) == [0, 1]


@pytest.mark.parametrize("lost", [1, 2, 4])
def test_what_follows_a_lost_one_is_heard(files: dict[int, Sound], lost: int) -> None:
    files[lost].path.unlink()
    wanted = [number for number in (4, 1, 2, 5, 3) if number != lost]
    with hearing(files, 0) as sounds:
        heard = [piece.track_id for piece, _ in sounds.get([Piece(number, 0) for number in (4, 1, 2, 5, 3)])]
    assert heard == wanted
