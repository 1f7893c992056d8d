"""What members of a crew are asked to do in tests."""

from __future__ import annotations

import os
import signal
import time


def do(thing: str) -> str:
    if thing.startswith("crash"):
        os.kill(os.getpid(), signal.SIGSEGV)
    if thing.startswith("exit"):
        os._exit(3)
    if thing.startswith("hang"):
        time.sleep(60)
    return thing.upper()
