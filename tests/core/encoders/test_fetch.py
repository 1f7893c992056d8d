"""Weights over a real HTTP connection, from a server of our own that can misbehave."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import msgspec
import pytest

from core.encoders import Card, Hub, Pinned, WeightFile, find_card, look
from core.encoders.fetch import fetch, offer
from core.encoders.weights import PINS, need, own_folder, read_pins
from core.errors import FileProblem, Interrupted, WeightsProblem
from core.progress import Stop

NETWORK = bytes(range(256)) * 4000
SHA256 = hashlib.sha256(NETWORK).hexdigest()
COMMIT = "0123456789abcdef0123456789abcdef01234567"
FILES = {
    "config.json": b'{"model_type": "hubert"}',
    "model.safetensors": NETWORK,
    "modeling_evil.py": b"raise SystemExit",
}


CODES = {403: {"X-Error-Code": "GatedRepo"}, 404: {"X-Error-Code": "RepoNotFound"}}


class Server(ThreadingHTTPServer):
    """Serves FILES, plain under / and as a hub under /org/tiny. `break_after`: bytes of the next answer."""

    daemon_threads = True
    break_after: int | None = None
    status: int = 200
    serve: dict[str, bytes] = FILES
    asked: list[tuple[str, str]]


class Answers(BaseHTTPRequestHandler):
    server: Server

    def log_message(self, *arguments: object) -> None: ...

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers.get("Range", "")))
        if self.server.status != 200:
            self._send(self.server.status, b"", CODES.get(self.server.status, {}))
        elif self.path.startswith("/api/models/org/tiny"):
            siblings = [
                {
                    "rfilename": name,
                    "size": len(data),
                    **(
                        {"lfs": {"sha256": SHA256, "size": len(data), "pointerSize": 1}}
                        if len(data) > 99
                        else {}
                    ),
                }
                for name, data in self.server.serve.items()
            ]
            body = json.dumps({"id": "org/tiny", "sha": COMMIT, "siblings": siblings}).encode()
            self._send(200, body, {"Content-Type": "application/json"})
        else:
            name = self.path.rpartition("/")[2]
            data = self.server.serve.get(name)
            self._send_file(data) if data is not None else self._send(404, b"", {})

    def _send_file(self, data: bytes) -> None:
        etag = {
            "ETag": f'"{hashlib.sha256(data).hexdigest()}"',
            "X-Repo-Commit": COMMIT,
            "Accept-Ranges": "bytes",
        }
        start = int((self.headers.get("Range") or "bytes=0-").removeprefix("bytes=").split("-")[0])
        if start >= len(data):
            self._send(416, b"", {})
            return
        if start:
            etag["Content-Range"] = f"bytes {start}-{len(data) - 1}/{len(data)}"
        self._send(206 if start else 200, data[start:], etag)

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            cut, self.server.break_after = self.server.break_after, None
            self.wfile.write(body[:cut])
            self.close_connection = True


@pytest.fixture
def server(home: Path) -> Iterator[Server]:
    with Server(("127.0.0.1", 0), Answers) as server:
        server.asked = []
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def pinned(server: Server) -> Card:
    address = f"http://127.0.0.1:{server.server_port}/"
    files = (WeightFile("model.safetensors", SHA256, len(NETWORK)),)
    source = Pinned(address, files)
    return msgspec.structs.replace(find_card("musicnn-msd"), name="trial", source=source)


@pytest.fixture
def hub(server: Server, monkeypatch: pytest.MonkeyPatch) -> Card:
    import huggingface_hub.constants as constants

    monkeypatch.setattr(constants, "ENDPOINT", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setattr(
        constants,
        "HUGGINGFACE_CO_URL_TEMPLATE",
        constants.ENDPOINT + "/{repo_id}/resolve/{revision}/{filename}",
    )
    return msgspec.structs.replace(find_card("hubert-base"), name="tiny", source=Hub("org/tiny"))


def told_nothing(done: int, total: int, name: str) -> None: ...


class TestPinned:
    def test_fetched_whole_with_progress(self, pinned: Card) -> None:
        told: list[tuple[int, int, str]] = []
        assert not look(pinned).ready
        folder = fetch(pinned, offer(pinned), progress=lambda *step: told.append(step))
        assert (folder / "model.safetensors").read_bytes() == NETWORK
        assert [done for done, _, _ in told] == sorted(done for done, _, _ in told)
        assert told[-1] == (len(NETWORK), len(NETWORK), "model.safetensors")
        assert look(pinned).ready
        assert need(pinned) == folder
        assert list(folder.iterdir()) == [folder / "model.safetensors"]

    def test_goes_on_where_it_broke_off(self, server: Server, pinned: Card) -> None:
        server.break_after = 300_000
        with pytest.raises(WeightsProblem, match=r"came only to|cannot be fetched"):
            fetch(pinned, offer(pinned), progress=told_nothing)
        there = (own_folder(pinned) / "model.safetensors.part").stat().st_size
        assert 0 < there <= 300_000
        fetch(pinned, offer(pinned), progress=told_nothing)
        assert server.asked[-1] == ("/model.safetensors", f"bytes={there}-")
        need(pinned)

    def test_other_bytes_are_thrown_away(self, server: Server, pinned: Card) -> None:
        server.serve = {"model.safetensors": NETWORK[::-1]}
        with pytest.raises(WeightsProblem, match="is not the file that was published; it was thrown away"):
            fetch(pinned, offer(pinned), progress=told_nothing)
        assert list(own_folder(pinned).iterdir()) == []

    def test_what_is_there_is_not_fetched_again(self, server: Server, pinned: Card) -> None:
        fetch(pinned, offer(pinned), progress=told_nothing)
        server.asked.clear()
        fetch(pinned, offer(pinned), progress=told_nothing)
        assert server.asked == []

    def test_a_damaged_copy_is_noticed_before_it_is_used(self, pinned: Card) -> None:
        folder = fetch(pinned, offer(pinned), progress=told_nothing)
        (folder / "model.safetensors").write_bytes(NETWORK[:-1])
        with pytest.raises(WeightsProblem, match=r"1,023,999 bytes instead of 1,024,000"):
            need(pinned)
        (folder / "model.safetensors").write_bytes(NETWORK[:-1] + b"x")
        with pytest.raises(WeightsProblem, match="is not the file that"):
            need(pinned)

    def test_a_stop_keeps_what_came(self, pinned: Card) -> None:
        with pytest.raises(Interrupted):
            fetch(pinned, offer(pinned), progress=told_nothing, should_stop=lambda: Stop.CANCEL)
        assert (own_folder(pinned) / "model.safetensors.part").stat().st_size > 0

    @pytest.mark.parametrize("status", [404, 500])
    def test_a_server_that_refuses(self, server: Server, pinned: Card, status: int) -> None:
        server.status = status
        with pytest.raises(WeightsProblem, match=rf"is not there any more \({status}"):
            fetch(pinned, offer(pinned), progress=told_nothing)

    def test_nobody_there(self, server: Server, pinned: Card) -> None:
        source = Pinned("http://127.0.0.1:9/", pinned.source.files)  # type: ignore[union-attr]
        lonely = msgspec.structs.replace(pinned, source=source)
        with pytest.raises(WeightsProblem, match="cannot be fetched"):
            fetch(lonely, offer(lonely), progress=told_nothing)

    def test_no_room(self, pinned: Card, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("core.encoders.fetch.SPARE_BYTES", 10**18)
        with pytest.raises(FileProblem, match="MB free, and 1 MB are needed"):
            fetch(pinned, offer(pinned), progress=told_nothing)


class TestHub:
    def test_fetched_and_pinned_without_code(self, server: Server, hub: Card) -> None:
        offered = offer(hub)
        assert offered.commit == COMMIT
        assert {file.name for file in offered.files} == {"config.json", "model.safetensors"}
        assert "1 MB from org/tiny, licence Apache 2.0" in offered.sentence()
        folder = fetch(hub, offered, progress=told_nothing)
        assert (folder / "model.safetensors").read_bytes() == NETWORK
        assert not (folder / "modeling_evil.py").exists()
        pins = read_pins(folder)
        assert pins.commit == COMMIT
        assert {file.sha256 for file in pins.files} == {
            SHA256,
            hashlib.sha256(FILES["config.json"]).hexdigest(),
        }
        assert need(hub) == folder
        (folder / "config.json").write_bytes(b'{"model_type": "wavlm."}')
        with pytest.raises(WeightsProblem, match="is not the file"):
            need(hub)
        assert (folder / PINS).exists()

    def test_other_bytes_than_the_hub_says(self, server: Server, hub: Card) -> None:
        offered = offer(hub)
        server.serve = FILES | {"model.safetensors": NETWORK[::-1]}
        with pytest.raises(WeightsProblem, match="it was thrown away"):
            fetch(hub, offered, progress=told_nothing)
        assert not (own_folder(hub) / "model.safetensors").exists()

    def test_a_gate(self, server: Server, hub: Card) -> None:
        server.status = 403
        with pytest.raises(WeightsProblem, match="only to people who have accepted its terms"):
            offer(hub)

    @pytest.mark.parametrize(("status", "said"), [(404, "has no org/tiny"), (503, "cannot be reached")])
    def test_a_hub_that_refuses(self, server: Server, hub: Card, status: int, said: str) -> None:
        server.status = status
        with pytest.raises(WeightsProblem, match=said):
            offer(hub)

    def test_nothing_of_use(self, server: Server, hub: Card) -> None:
        server.serve = {"README.md": b"hello"}
        with pytest.raises(WeightsProblem, match="holds no weights that can be used here"):
            offer(hub)
