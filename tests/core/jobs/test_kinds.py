"""Kinds of job: a window can ask for any of them without what does the work."""

from __future__ import annotations

import subprocess
import sys

from core.jobs.kinds import KINDS

ASK = """
import sys
from core.jobs.kinds import KINDS
for kind in KINDS.values():
    kind._request()
    heavy = {"torch", "torchaudio", "transformers", "sklearn"} & set(sys.modules)
    assert not heavy, (kind.name, heavy)
"""


def test_asking_imports_nothing_heavy() -> None:
    done = subprocess.run([sys.executable, "-P", "-c", ASK], capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stderr


def test_every_kind_is_found() -> None:
    for name, kind in KINDS.items():
        assert kind.name == name
        assert callable(kind.run())
        assert isinstance(kind._request(), type)
