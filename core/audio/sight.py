"""A helper process that makes pictures of sound: decoders may crash here, and nothing else does.

    python -m core.audio.sight peaks|tiles

It reads one request a line (JSON) and writes answers: the length of a head, of
a body, the head (JSON) and the body. A newer request ends an older one. It ends
when its input does.
"""

from __future__ import annotations

import json
import os
import queue
import signal
import struct
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

from core.errors import AudioProblem

LENGTHS = struct.Struct("<II")

Request = dict[str, Any]
Answer = tuple[dict[str, Any], bytes]
IsOld = Callable[[], bool]


def make_peaks(request: Request, is_old: IsOld) -> Iterator[Answer]:
    """The pyramid of a file, piece by piece; a whole one is kept in the cache before it is `done`."""
    from core.audio import peaks

    path = Path(request["path"])
    place = peaks.place_of(path)
    growing: peaks.Growing | None = None
    for rate_hz, expected, bins, frames in peaks.stream(path):
        if growing is None:
            growing = peaks.Growing(rate_hz, expected)
            yield {"what": "begin", "rate_hz": rate_hz, "frames": expected}, b""
        growing.append(bins, frames)
        yield {"what": "bins", "frames": frames}, bins.tobytes()
        if is_old():
            return
    if growing is None:
        raise AudioProblem(path, "there is no sound in it")
    peaks.keep(growing.pyramid, place)
    yield {"what": "done"}, b""


def make_tiles(request: Request, is_old: IsOld) -> Iterator[Answer]:
    """The tiles of a spectrogram in the order in which they are asked for; before them, pieces of sound."""
    from core.audio.decoding import open_audio
    from core.audio.peaks import piece
    from core.audio.spectrum import tile

    with open_audio(Path(request["path"])) as reader:
        for number in request.get("pieces", ()):
            if is_old():
                return
            head = {"what": "piece", "number": number, "rate_hz": reader.properties.rate_hz}
            yield head, piece(reader, number).tobytes()
        for level, number in request["tiles"]:
            if is_old():
                return
            values = tile(reader, level, number)
            yield {"what": "tile", "level": level, "number": number}, values.tobytes()
    yield {"what": "done"}, b""


KINDS: dict[str, Callable[[Request, IsOld], Iterator[Answer]]] = {"peaks": make_peaks, "tiles": make_tiles}


def serve(kind: str, requests: queue.SimpleQueue[Request | None], out: BinaryIO) -> None:
    """Until there are no more requests. Each answer carries the number of its request."""
    while True:
        request = requests.get()
        while request is not None and not requests.empty():
            request = requests.get()
        if request is None:
            return
        if "path" not in request:
            continue  # it only ended the one before it
        try:
            for head, body in KINDS[kind](request, lambda: not requests.empty()):
                _send(out, head | {"number_of_request": request["number"]}, body)
        except (AudioProblem, OSError, ValueError, MemoryError) as problem:
            why = problem.why if isinstance(problem, AudioProblem) else str(problem)
            gone = isinstance(problem.__cause__ or problem, FileNotFoundError)
            head = {"what": "failed", "why": why, "gone": gone}
            _send(out, head | {"number_of_request": request["number"]}, b"")


def _send(out: BinaryIO, head: dict[str, Any], body: bytes) -> None:
    said = json.dumps(head).encode()
    out.write(LENGTHS.pack(len(said), len(body)) + said + body)
    out.flush()


def _read(requests: queue.SimpleQueue[Request | None]) -> None:
    """In a thread of its own: whoever asks may be gone while a file is read, and then so are we."""
    for line in sys.stdin.buffer:
        requests.put(json.loads(line))
    os._exit(0)


def main() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    if hasattr(os, "nice"):
        os.nice(2)  # what is heard comes before what is seen
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a decoder that prints must not speak among the answers
    requests: queue.SimpleQueue[Request | None] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(requests,), daemon=True).start()
    serve(sys.argv[1], requests, out)


if __name__ == "__main__":
    main()
