"""What is composed keeps to the brief, and what is played can be listened to."""

from __future__ import annotations

import functools

import numpy as np
import pytest

from core.demo.artists import ARTISTS_PER_STYLE, NAMES, artist, place
from core.demo.brief import Brief, brief
from core.demo.composer import compose
from core.demo.drumming import KEYS
from core.demo.effects import loudness
from core.demo.instruments import INSTRUMENTS, KITS
from core.demo.midi import TICKS, write_midi
from core.demo.mixer import Recording, desk, mix, record
from core.demo.planning import plan_track
from core.demo.score import METRES, Score
from core.demo.style import events, pattern
from core.demo.styles import STYLES
from core.demo.theory import MODES, chord, pitches, progression, voicing
from core.evaluation import Attribute
from tests.core.demo.midi_reader import read_midi
from tests.core.demo.separability import features, ridge


@functools.cache
def played(index: int, seconds: float = 4.0, seed: int = 0) -> tuple[Brief, Score, Recording]:
    made = brief(index, seconds, seed)
    score = compose(made)
    return made, score, record(score, desk(made))


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_the_patterns_of_a_style_fill_its_bars(style) -> None:
    for metre in style.metres:
        steps = METRES[metre].steps
        texts = [*style.cells[metre], *(text for kit in style.kits.get(metre, ()) for text in kit.values())]
        for part in style.parts:
            if part.how in {"chords", "bass", "weave"}:
                texts += part.patterns[metre]
            if part.how == "drums":
                assert style.kits[metre]
        assert {len(pattern(text)) for text in texts} == {steps}
        for kit in style.kits.get(metre, ()):
            assert set(kit) <= set(KEYS)
    names = {name for part in style.parts for name in part.instruments}
    assert names <= set(INSTRUMENTS) | set(KITS)
    assert all(bar for texts in style.progressions.values() for text in texts for bar in progression(text))
    assert set(style.progressions) <= set(style.modes)


def test_styles_share_instruments_and_overlap_in_tempo() -> None:
    for style in STYLES:
        others = [other for other in STYLES if other is not style]
        names = {name for part in style.parts for name in part.instruments}
        assert any(names & {name for part in other.parts for name in part.instruments} for other in others)
        assert any(style.tempo[0] < other.tempo[1] and other.tempo[0] < style.tempo[1] for other in others)


def test_every_style_has_its_artists_each_with_an_own_hand() -> None:
    assert len(STYLES) >= 10
    assert set(NAMES) == {style.name for style in STYLES}
    names = [name for row in NAMES.values() for name in row]
    assert len(set(names)) == len(names) == len(STYLES) * ARTISTS_PER_STYLE
    for number in range(len(STYLES)):
        hands = [artist(number, k).hand for k in range(ARTISTS_PER_STYLE)]
        assert len({hand.ornament for hand in hands}) == ARTISTS_PER_STYLE
        assert len({round(hand.tilt_db, 3) for hand in hands}) == ARTISTS_PER_STYLE


def test_pieces_are_dealt_out_evenly_and_no_place_is_given_twice() -> None:
    places = [place(index) for index in range(2000)]
    assert len(set(places)) == 2000
    counts = np.bincount([style * ARTISTS_PER_STYLE + number for style, number, _, _ in places])
    assert counts.max() - counts.min() <= 1
    assert max(number for *_, number in places) == 12


@pytest.mark.parametrize("seconds", [3, 10, 45])
def test_a_score_keeps_to_its_brief(seconds: float) -> None:
    for index in range(0, 108, 1 if seconds == 10 else 3):
        made = brief(index, seconds, 3)
        score = compose(made)
        assert [voice.instrument for voice in score.voices] == [name for _, name in made.parts]
        assert score.metre == made.metre
        assert score.tonic == made.tonic
        for voice in score.voices:
            assert all(0 <= note.pitch <= 127 and 0 < note.velocity <= 1 for note in voice.notes)
            assert all(note.length > 0 and note.start >= 0 for note in voice.notes)
            assert voice.notes, "the brief tells of everybody who plays, and only of them"
            assert score.seconds_at(max(n.start + n.length for n in voice.notes)) <= seconds


def test_a_tune_agrees_with_its_chord_on_strong_beats() -> None:
    agreed, total = 0, 0
    for index in range(48):
        made = brief(index, 20, 0)
        score = compose(made)
        for voice in (voice for voice in score.voices if voice.role == "melody"):
            for note in voice.notes:
                step = (note.start % score.metre.quarters) * 4
                if score.seconds_at(note.length) > 0.2 and any(
                    abs(step - s) < 0.2 for s in score.metre.strong
                ):
                    total += 1
                    agreed += (note.pitch - score.tonic) % 12 in score.chord_at(note.start + 0.1).tones
    assert total > 300
    assert agreed / total > 0.95


def test_a_theme_comes_back_and_a_piece_comes_home() -> None:
    made = next(b for b in (brief(i, 60, 0) for i in range(60)) if b.form.startswith("AA") and b.bars >= 16)
    score = compose(made)
    assert [section.letter for section in score.sections[:2]] == ["A", "A"]
    assert sum(section.bars for section in score.sections) == made.bars
    assert score.harmony[-1][1].root == 0
    melody = next(voice for voice in score.voices if voice.role == "melody")
    assert (melody.notes[-1].pitch - made.tonic) % 12 == 0


def test_chords_are_read_and_led_smoothly() -> None:
    assert chord("bVII7").tones == (10, 2, 5, 8)
    assert chord("ii").tones == (2, 5, 9)
    with pytest.raises(ValueError, match="H7"):
        chord("H7")
    before = voicing(60, chord("I"), (), 60, 3)
    after = voicing(60, chord("IV"), before, 60, 3)
    assert {(pitch - 60) % 12 for pitch in after} == {5, 9, 0}
    assert sum(abs(a - b) for a, b in zip(before, after, strict=True)) <= 5
    assert pitches(2, (0, 7), 60, 72) == [62, 69]
    assert events("x-.2") == ((0, 2, "x"), (3, 1, "2"))


@pytest.mark.parametrize("index", range(12), ids=lambda k: STYLES[k].name)
def test_what_is_played_can_be_listened_to(index: int) -> None:
    made, _, recording = played(index)
    audio = recording.audio
    assert audio.shape == (round(4 * made.album.rate_hz), made.album.channels)
    assert np.isfinite(audio).all()
    assert 0.2 < np.abs(audio).max() <= 0.86
    assert np.abs(audio.mean(axis=0)).max() < 1e-3
    assert -20 < loudness(audio.T, recording.rate_hz) < -12
    assert np.abs(audio[0]).max() < 1e-4 > np.abs(audio[-1]).max()
    window = recording.rate_hz // 20
    level = np.sqrt(
        np.mean(audio[: len(audio) // window * window].reshape(-1, window * audio.shape[1]) ** 2, 1)
    )
    heard = np.flatnonzero(level > 10 ** (-55 / 20))
    assert heard[0] < 8
    assert np.diff(heard).max() <= 20, "more than a second of silence inside"


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_no_note_starts_or_stops_with_a_click(name: str) -> None:
    tone = np.atleast_2d(INSTRUMENTS[name].play(55.0 if "bass" in name else 330.0, 0.5, 0.7, 44_100, 0))
    for side in tone:
        peak = np.abs(side).max()
        assert abs(side[0]) < 0.01 * peak
        assert abs(side[-1]) < 0.01 * peak
        assert abs(side.mean()) < 0.01 * peak
        assert np.abs(np.diff(side[-100:])).max() < 0.5 * np.abs(np.diff(side)).max()


def test_stems_add_up_to_the_mix_before_the_bus() -> None:
    made = brief(4, 4.0, 0)
    score, board = compose(made), desk(made)
    stems = record(score, board, stems=True).stems
    assert len(stems) == len(score.voices)
    whole = mix(score.voices, score, board)
    assert np.abs(sum(stems.values()) - whole).max() < 1e-4 * np.abs(whole).max()


def test_midi_holds_the_score() -> None:
    for index in range(12):
        made = brief(index, 12.0, 0)
        score = compose(made)
        midi = read_midi(write_midi(score, "Título"))
        assert (midi.format, midi.division) == (1, TICKS)
        head, *tracks = midi.tracks
        assert head.name == "Título"
        assert head.metre == made.metre.signature
        assert 60e6 / head.tempo_us == pytest.approx(score.quarters_per_minute, rel=1e-5)
        assert len(tracks) == len(score.voices)
        channels = [track.notes[0][2] for track in tracks]
        assert len(set(channels)) == len(channels)
        for track, voice in zip(tracks, score.voices, strict=True):
            assert track.ended
            assert not track.stuck
            assert (track.programme is None) == (voice.instrument in KITS)
            assert (track.notes[0][2] == 9) == (voice.instrument in KITS)
            written = {(round(note.start * TICKS), note.pitch) for note in voice.notes}
            assert {(start, pitch) for start, _, _, pitch, _ in track.notes} == written


def autocorrelated_tempo(recording: Recording, low: float, high: float) -> float:
    """Beats per minute at the strongest period of the onset envelope."""
    hop = 256
    mono = recording.audio.mean(axis=1)
    frames = np.lib.stride_tricks.sliding_window_view(mono, 1024)[::hop] * np.hanning(1024)
    level = np.log1p(100 * np.abs(np.fft.rfft(frames, axis=1)))
    onsets = np.maximum(np.diff(level, axis=0), 0).sum(axis=1)
    onsets -= onsets.mean()
    power = np.abs(np.fft.rfft(onsets, 4 * len(onsets))) ** 2
    likeness = np.fft.irfft(power)[: len(onsets)]
    lags = np.arange(1, len(likeness))
    bpm = 60 * recording.rate_hz / hop / lags
    allowed = (bpm >= low) & (bpm <= high)
    return float(bpm[allowed][np.argmax(likeness[1:][allowed])])


def test_the_tempo_that_is_told_is_the_tempo_that_is_played() -> None:
    number = next(k for k, style in enumerate(STYLES) if style.name == "Chip")
    right = 0
    for index in (number, number + 12, number + 24):
        made, _, recording = played(index, 12.0)
        found = autocorrelated_tempo(recording, 0.75 * made.tempo, 1.4 * made.tempo)
        right += abs(found / made.tempo - 1) < 0.03
    assert right >= 2


def test_the_key_that_is_told_is_the_key_that_is_played() -> None:
    """Of the twelve tonics the mode fits the sound best at the right one or a fifth away."""
    right = 0
    indices = (0, 4, 6, 9, 12, 16, 18, 21)
    for index in indices:
        made, _, recording = played(index, 8.0)
        mono, rate = recording.audio.mean(axis=1), recording.rate_hz
        power = np.abs(np.fft.rfft(mono * np.hanning(len(mono)))) ** 2
        hz = np.fft.rfftfreq(len(mono), 1 / rate)
        band = (hz > 60) & (hz < 1200)
        classes = np.round(12 * np.log2(hz[band] / 440) + 69).astype(int) % 12
        chroma = np.sqrt(np.bincount(classes, power[band], 12))
        weights = np.zeros(12)
        weights[list(MODES[made.mode])] = 1
        weights[[0, 7]] += (0.6, 0.2)
        fits = [float(chroma @ np.roll(weights, tonic)) for tonic in range(12)]
        right += (int(np.argmax(fits)) - made.tonic) % 12 in (0, 5, 7)
    assert right >= 6


def test_captions_say_what_is_true_and_vary() -> None:
    plans = [plan_track(index, 10.0, 0) for index in range(120)]
    for plan in plans:
        text = " ".join(plan.truth["captions"])
        assert len(plan.truth["captions"]) == 3
        assert plan.brief.artist.style.noun in text
        assert all(name in text.lower() for name in plan.truth["instruments"])
        assert plan.truth["metre"] in text
        assert plan.truth["key"] in text
        assert str(round(plan.truth["tempo_bpm"])) in text
        assert -1 <= plan.truth["valence"] <= 1
        assert plan.lyrics.count("\n\n") == 3
    assert len({caption for plan in plans for caption in plan.truth["captions"]}) > 300


def test_captions_name_their_style_and_instruments_and_no_others() -> None:
    """Or what a machine writes could not be judged by the names it uses."""
    plans = [plan_track(index, 10.0, 0) for index in range(240)]
    styles = Attribute([style.name for style in STYLES])
    instruments = Attribute({name for plan in plans for name in plan.truth["instruments"]}, many=True)
    for plan in plans:
        text = " ".join(plan.truth["captions"])
        assert styles.named(text) == {plan.truth["style"]} | ({"Gongs"} if "gong" in text else set())
        assert instruments.named(text) - {"gong"} == set(plan.truth["instruments"]) - {"gong"}


def test_titles_are_not_used_twice_by_an_artist() -> None:
    plans = [plan_track(index, 10.0, 0) for index in range(1000)]
    assert len({(plan.artist, plan.title) for plan in plans}) == 1000
    assert len({plan.path.casefold() for plan in plans}) == 1000


def test_simple_features_hear_something_of_the_style() -> None:
    """A small cousin of `separability`, which gives the figures: better than chance by far, not perfect."""
    heard = [features(recording.audio, recording.rate_hz) for _, _, recording in map(played, range(36))]
    guessed = ridge(np.array(heard[:24]), np.arange(24) % 12, np.array(heard[24:]))
    assert np.mean(guessed == np.arange(12)) > 2 / 12
