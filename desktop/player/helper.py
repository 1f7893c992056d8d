"""The sound's own process: orders come in as lines of JSON, what is to be known goes out the same way.

Apart from the window, so that nothing the window does can make the sound
stutter. It ends when its input does: when the window is gone, so is the sound.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import threading
from typing import Any

from core import settings
from core.logs import start_logging

SWITCH_S = 0.001
"""No thread keeps the interpreter longer than this from the one that the device waits for."""


class Mouth:
    """One line at a time, from any thread."""

    def __init__(self) -> None:
        self._out = os.fdopen(os.dup(1), "w", encoding="utf-8")
        os.dup2(2, 1)  # what drivers print is no line of ours
        self._lock = threading.Lock()

    def tell(self, thing: dict[str, Any]) -> None:
        with self._lock:
            try:
                self._out.write(json.dumps(thing) + "\n")
                self._out.flush()
            except OSError:
                os._exit(0)  # nobody listens any more


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program, which then closes us
    sys.setswitchinterval(SWITCH_S)
    mouth = Mouth()
    start_logging("sound", detailed=settings.load().detailed_log)
    from desktop.player.holder import Holder
    from desktop.player.voice import Voice

    voice = Voice(mouth.tell)
    holder = Holder(voice.fill, voice.set_rate, mouth.tell)
    voice.need = holder.need
    threads = [threading.Thread(target=run, daemon=True) for run in (voice.run, holder.run)]
    for thread in threads:
        thread.start()
    mouth.tell({"ready": True})
    for line in sys.stdin:
        order = json.loads(line)
        if order["do"] == "device":
            holder.choose(order["name"])
        elif order["do"] == "devices":
            holder.list_devices()
        else:
            voice.post(order)
    holder.close()
    voice.post({"do": "quit"})
    for thread in threads:
        thread.join(2)


if __name__ == "__main__":
    main()
