"""The helper that makes pictures: asked as the window asks it, as a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import core
from core.audio import peaks
from core.audio.sight import LENGTHS
from core.audio.spectrum import COLUMNS, MELS
from tests.core.audio.sounds import RATE, signal, write


class Helper:
    def __init__(self, kind: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "core.audio.sight", kind],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=Path(core.__file__).parent.parent,
        )

    def ask(self, number: int, **request: object) -> None:
        self.process.stdin.write(json.dumps(request | {"number": number}).encode() + b"\n")
        self.process.stdin.flush()

    def answer(self) -> tuple[dict[str, Any], bytes]:
        head, body = LENGTHS.unpack(self.process.stdout.read(LENGTHS.size))
        return json.loads(self.process.stdout.read(head)), self.process.stdout.read(body)

    def until(self, *ends: str) -> Iterator[tuple[dict[str, Any], bytes]]:
        while True:
            head, body = self.answer()
            yield head, body
            if head["what"] in ends:
                return

    def close(self) -> int:
        self.process.stdin.close()
        code = self.process.wait(20)
        self.process.stdout.close()
        self.process.stderr.close()
        return code


@pytest.fixture
def helper(request: pytest.FixtureRequest) -> Iterator[Helper]:
    made = Helper(request.param)
    yield made
    assert made.close() == 0


@pytest.mark.parametrize("helper", ["peaks"], indirect=True)
def test_peaks_arrive_piece_by_piece_and_are_kept(helper, tmp_path):
    path = write(tmp_path, "pcm16.wav", signal(RATE, 50))
    helper.ask(1, path=str(path))
    answers = list(helper.until("done"))
    assert [head["what"] for head, _ in answers] == ["begin", "bins", "bins", "bins", "done"]
    growing = peaks.Growing(answers[0][0]["rate_hz"], answers[0][0]["frames"])
    for head, body in answers[1:-1]:
        growing.append(np.frombuffer(body, np.int16).reshape(-1, 3), head["frames"])
    found = peaks.find(path)
    assert found is not None
    np.testing.assert_array_equal(found.levels[0], growing.pyramid.levels[0])
    assert found.frames == 50 * RATE


@pytest.mark.parametrize("helper", ["peaks"], indirect=True)
def test_what_cannot_be_read_is_said_and_the_helper_lives_on(helper, tmp_path):
    helper.ask(1, path=str(tmp_path / "nowhere.wav"))
    ((head, _),) = helper.until("failed")
    assert head["gone"]
    bad = tmp_path / "bad.wav"
    bad.write_bytes(b"RIFF but then nothing")
    helper.ask(2, path=str(bad))
    ((head, _),) = helper.until("failed")
    assert not head["gone"]
    assert head["why"]
    helper.ask(3, path=str(write(tmp_path, "pcm16.wav", signal(RATE, 1))))
    assert [head["what"] for head, _ in helper.until("done")] == ["begin", "bins", "done"]


@pytest.mark.parametrize("helper", ["peaks"], indirect=True)
def test_a_newer_request_ends_the_older(helper, tmp_path):
    long = write(tmp_path, "pcm24.flac", signal(RATE, 300))
    short = write(tmp_path, "pcm16.wav", signal(RATE, 1))
    helper.ask(1, path=str(long))
    helper.answer()
    helper.ask(2, path=str(short))
    numbers = [head["number_of_request"] for head, _ in helper.until("done")]
    assert numbers[-1] == 2
    assert peaks.find(long) is None
    assert peaks.find(short) is not None


@pytest.mark.parametrize("helper", ["tiles"], indirect=True)
def test_tiles_come_in_the_order_asked_for(helper, tmp_path):
    path = write(tmp_path, "vorbis.ogg", signal(RATE, 3))
    helper.ask(7, path=str(path), tiles=[[3, 1], [3, 0]])
    answers = list(helper.until("done"))
    assert [(head.get("level"), head.get("number")) for head, _ in answers] == [(3, 1), (3, 0), (None, None)]
    assert np.frombuffer(answers[1][1], np.uint8).reshape(MELS, COLUMNS).max() > 100


@pytest.mark.parametrize("helper", ["tiles"], indirect=True)
def test_samples_come_before_tiles(helper, tmp_path):
    samples = signal(RATE, 5)
    path = write(tmp_path, "pcm16.wav", samples)
    helper.ask(1, path=str(path), pieces=[1, 2, 9], tiles=[[5, 0]])
    answers = list(helper.until("done"))
    assert [head["what"] for head, _ in answers] == ["piece", "piece", "piece", "tile", "done"]
    size = round(peaks.PIECE_S * RATE)
    heard = np.frombuffer(answers[0][1], np.int16) / 32767
    np.testing.assert_allclose(heard, samples[size : 2 * size].mean(axis=1), atol=1e-3)
    assert [len(body) // 2 for _, body in answers[:3]] == [size, 5 * RATE - 2 * size, 0]
