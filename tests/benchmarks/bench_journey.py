"""How long the four sentences take on the usual demo, by a hand that never hesitates.

From the first start on: the demo is made and clicked through, a map is drawn and heard,
a network of ours learns along as the preset says, a writer learns and describes all tracks.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.figure import Figure

ROOT = Path(__file__).resolve().parents[2]
WALK = "tests/desktop/journey/test_four.py"
TITLES = {
    "browse": "the demo is made, its library clicked",
    "listen": "a map is drawn, a point and its neighbour heard",
    "teach": "a network has learnt along, watched",
    "read_captions": "a writer has learnt, all tracks are described, one is heard",
}
LIMIT_S = 600.0


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        times = Path(folder) / "times"
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", WALK]
        environment = os.environ | {"SOUNDINGS_JOURNEY_TIMES": str(times)}
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"the walk ended early: {done.stdout[-2000:]}")
        taken = dict(line.split() for line in times.read_text().splitlines())
    figures = [Figure(f"journey: {TITLES[name]}", float(of), "s") for name, of in taken.items()]
    whole = sum(map(float, taken.values()))
    return [*figures, Figure("journey: the four sentences, from the first start", whole, "s", limit=LIMIT_S)]
