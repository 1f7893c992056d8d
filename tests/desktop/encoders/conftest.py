"""The dialog of encoders, opened as a person would, and a server that can wait."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import msgspec
import numpy as np
import pytest
import soundfile
from PySide6.QtCore import Qt

from core.encoders import Card, Pinned, WeightFile, add_card, find_card
from desktop.encoders.dialog import EncodersDialog
from tests.desktop.conftest import LONG_MS

WEIGHTS = bytes(range(256)) * 4000
NAME = "weights.safetensors"
FIRST = 300_000
"""Bytes that come before the server waits, more than one chunk."""


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Answers)
        self.go = threading.Event()
        self.go.set()
        self.asked: list[str] = []
        self.status = 200


class _Answers(BaseHTTPRequestHandler):
    server: Server

    def log_message(self, *arguments: object) -> None: ...

    def do_GET(self) -> None:
        wanted = self.headers.get("Range") or "bytes=0-"
        start = int(wanted.removeprefix("bytes=").split("-")[0])
        self.server.asked.append(wanted)
        rest = WEIGHTS[start:] if self.server.status == 200 else b""
        self.send_response(206 if start else self.server.status)
        self.send_header("Content-Length", str(len(rest)))
        self.end_headers()
        self.wfile.write(rest[:FIRST])
        self.wfile.flush()
        self.server.go.wait()
        self.wfile.write(rest[FIRST:])


@pytest.fixture
def server(home: Path) -> Iterator[Server]:
    with Server() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.go.set()
        server.shutdown()
        thread.join()


@pytest.fixture
def pinned(server: Server) -> Card:
    """An encoder whose weights are on that server."""
    file = WeightFile(NAME, hashlib.sha256(WEIGHTS).hexdigest(), len(WEIGHTS))
    source = Pinned(f"http://127.0.0.1:{server.server_port}/", (file,))
    card = msgspec.structs.replace(
        find_card("musicnn-msd"), name="trial", title="Trial", licence="ISC", source=source
    )
    add_card(card)
    return card


@pytest.fixture
def reels(tmp_path: Path) -> Path:
    folder = tmp_path / "reels"
    folder.mkdir()
    for i in range(3):
        t = np.arange(22_050 * 4) / 22_050
        tone = 0.3 * np.sin(2 * np.pi * 110 * (i + 1) * t)
        soundfile.write(folder / f"take {i}.flac", tone, 22_050)
    return folder


@pytest.fixture
def show(qtbot) -> Callable[..., EncodersDialog]:
    def show(window) -> EncodersDialog:
        window.menus.actions["encoders"].trigger()
        qtbot.waitUntil(lambda: window.encoders.dialog is not None, timeout=LONG_MS)
        dialog = window.encoders.dialog
        qtbot.waitUntil(lambda: bool(dialog.model.rows) and dialog.isVisible(), timeout=LONG_MS)
        return dialog

    return show


def cell(dialog: EncodersDialog, name: str, column: int) -> str:
    return dialog.model.index(dialog.model.place_of(name), column).data(Qt.ItemDataRole.DisplayRole)
