"""Weights from the web, once a person has agreed: with progress, resumption, and a hash over every byte.

Nothing else in this program goes online. Files come in under a name of their
own and get their real one only when they are what was published.
"""

from __future__ import annotations

import contextlib
import shutil
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from core.encoders.card import Card, Hub, Pinned, WeightFile
from core.encoders.weights import CONFIG, NETWORKS, PINS, Pins, own_folder
from core.errors import FileProblem, Interrupted, RequestProblem, WeightsProblem
from core.progress import ShouldStop, never
from core.store.files import explain_os_errors, hash_file, write_text

Told = Callable[[int, int, str], None]
"""Bytes done, bytes in all, the file at hand."""
CHUNK_BYTES = 1 << 18
TIMEOUT_S = 30.0
SPARE_BYTES = 200_000_000
PARTIAL = ".part"
WANTED = (
    CONFIG, "preprocessor_config.json", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json",
    "vocab.json", "merges.txt", "README.md", "LICENSE",
)  # fmt: skip
"""Of a repository, beside the network; never its Python files."""


@dataclass(frozen=True)
class Offer:
    """What would be fetched. A hub's `commit` pins it."""

    card: Card
    files: tuple[WeightFile, ...]
    place: Path
    commit: str = ""

    @property
    def size_bytes(self) -> int:
        return sum(file.size_bytes for file in self.files)

    def sentence(self) -> str:
        source = self.card.source
        origin = source.repository if isinstance(source, Hub) else "its authors' repository"
        size = f"{self.size_bytes / 1e6:,.0f} MB"
        return f"{self.card.title} is {size} from {origin}, licence {self.card.licence}, for {self.place}."


def offer(card: Card) -> Offer:
    """For an encoder of the hub this asks the hub which files there are."""
    if isinstance(card.source, Pinned):
        return Offer(card, card.source.files, own_folder(card))
    if isinstance(card.source, Hub):
        return _ask_hub(card, card.source)
    raise RequestProblem(f"{card.title} has no weights to fetch.")


def fetch(card: Card, offered: Offer, *, progress: Told, should_stop: ShouldStop = never) -> Path:
    """The folder in which the weights are now. What is there already and whole is not fetched again."""
    with explain_os_errors(offered.place):
        offered.place.mkdir(parents=True, exist_ok=True)
    missing = [file for file in offered.files if not _is_whole(offered.place / file.name, file)]
    _check_space(offered.place, sum(file.size_bytes for file in missing))
    done = offered.size_bytes - sum(file.size_bytes for file in missing)
    for file in missing:

        def told(bytes_: int, file: WeightFile = file, before: int = done) -> None:
            if should_stop():
                raise Interrupted
            progress(before + bytes_, offered.size_bytes, file.name)

        if isinstance(card.source, Pinned):
            _download(card.source.address + file.name, offered.place / file.name, file, told)
        else:
            _from_hub(card, offered, file, told)
        done += file.size_bytes
    if offered.commit and isinstance(card.source, Hub):
        _pin(card.source, offered)
    return offered.place


def _is_whole(path: Path, file: WeightFile) -> bool:
    if not path.is_file() or path.stat().st_size != file.size_bytes:
        return False
    return not file.sha256 or hash_file(path) == file.sha256


def _check_space(folder: Path, needed: int) -> None:
    free = shutil.disk_usage(folder).free
    if needed and needed + SPARE_BYTES > free:
        raise FileProblem(
            folder,
            f"has {free / 1e6:,.0f} MB free, and {needed / 1e6:,.0f} MB are needed",
            "Free some space, or choose another model folder in the preferences.",
        )


def _download(address: str, path: Path, file: WeightFile, told: Callable[[int], None]) -> None:
    partial = path.with_name(path.name + PARTIAL)
    with explain_os_errors(partial), partial.open("ab") as out, _explained(file.name):
        done = out.tell()
        request = urllib.request.Request(address, headers={"Range": f"bytes={done}-"} if done else {})  # noqa: S310
        with urllib.request.urlopen(request, timeout=TIMEOUT_S) as answer:  # noqa: S310 - pinned addresses
            if done and answer.status != 206:
                out.truncate(0)
                done = 0
            while chunk := answer.read(CHUNK_BYTES):
                out.write(chunk)
                done += len(chunk)
                told(done)
    _accept(partial, path, file)


def _accept(partial: Path, path: Path, file: WeightFile) -> None:
    if not _is_whole(partial, file):
        size = partial.stat().st_size
        if size < file.size_bytes:
            raise WeightsProblem(
                f"{file.name} came only to {size:,} of {file.size_bytes:,} bytes.",
                "Fetch again; it goes on where it broke off.",
            )
        partial.unlink()
        raise WeightsProblem(
            f"What came as {file.name} is not the file that was published; it was thrown away.",
            "Fetch again, or copy the file to its folder by hand.",
        )
    with explain_os_errors(path):
        partial.replace(path)


@contextlib.contextmanager
def _explained(name: str) -> Iterator[None]:
    hint = "Fetch again; it goes on where it broke off."
    try:
        yield
    except urllib.error.HTTPError as error:
        error.close()
        raise WeightsProblem(f"{name} is not there any more ({error.code} {error.reason}).") from error
    except (urllib.error.URLError, TimeoutError, ConnectionError) as error:
        reason = getattr(error, "reason", error)
        raise WeightsProblem(f"{name} cannot be fetched: {reason}.", hint) from error


# The hub


def _ask_hub(card: Card, source: Hub) -> Offer:
    with _explained_hub(card, source):
        from huggingface_hub import HfApi

        info = HfApi().model_info(source.repository, revision=source.revision, files_metadata=True)
    there = {sibling.rfilename: sibling for sibling in info.siblings or ()}
    network = next((name for name in NETWORKS if name in there), None)
    if network is None or CONFIG not in there:
        raise WeightsProblem(f"{source.repository} holds no weights that can be used here.")
    names = [network, *(name for name in WANTED if name in there)]
    files = tuple(_file(there[name]) for name in names)
    return Offer(card, files, own_folder(card), info.sha or source.revision)


def _file(sibling: Any) -> WeightFile:  # noqa: ANN401 - the library has no types that we see
    return WeightFile(sibling.rfilename, sibling.lfs.sha256 if sibling.lfs else "", sibling.size or 0)


def _from_hub(card: Card, offered: Offer, file: WeightFile, told: Callable[[int], None]) -> None:
    source = card.source
    assert isinstance(source, Hub)
    with _explained_hub(card, source), explain_os_errors(offered.place / file.name):
        from huggingface_hub import hf_hub_download

        hf_hub_download(
            source.repository,
            file.name,
            revision=offered.commit,
            local_dir=offered.place,
            tqdm_class=_bar(told),
        )
    path = offered.place / file.name
    if not _is_whole(path, file):
        path.unlink(missing_ok=True)
        raise WeightsProblem(
            f"What came as {file.name} is not what {source.repository} says it is; it was thrown away.",
            "Fetch again.",
        )


def _bar(told: Callable[[int], None]) -> Any:  # noqa: ANN401 - a class
    """The library tells of its progress through a class like this one."""
    from tqdm.auto import tqdm

    class Bar(tqdm):  # type: ignore[misc]
        monitor_interval = 0  # no thread that looks after bars nobody sees

        def __init__(self, *args: object, **kwargs: Any) -> None:  # noqa: ANN401
            super().__init__(*args, **{**kwargs, "disable": True})

        def update(self, n: float | None = 1) -> bool | None:
            self.n += n or 0
            told(int(self.n))
            return None

    return Bar


@contextlib.contextmanager
def _explained_hub(card: Card, source: Hub) -> Iterator[None]:
    from huggingface_hub import errors

    where = source.repository
    try:
        yield
    except errors.GatedRepoError as error:
        raise WeightsProblem(
            f"{where} is given only to people who have accepted its terms.",
            "Accept them on the hub's page and sign in there with the command hf auth login, then try again.",
        ) from error
    except (errors.RepositoryNotFoundError, errors.RevisionNotFoundError, errors.EntryNotFoundError) as error:
        raise WeightsProblem(f"The hub has no {where} at {source.revision}.") from error
    except errors.OfflineModeIsEnabled as error:
        raise WeightsProblem("The hub is switched off by HF_HUB_OFFLINE.", "Unset it to fetch.") from error
    except (errors.HfHubHTTPError, errors.HTTPError, TimeoutError, ConnectionError) as error:
        raise WeightsProblem(
            f"The hub cannot be reached for {card.title} ({type(error).__name__}).",
            f"Go online and fetch again, or copy {where} to {own_folder(card)}.",
        ) from error


def _pin(source: Hub, offered: Offer) -> None:
    """From now on these bytes and no others."""
    files = tuple(
        WeightFile(file.name, file.sha256 or hash_file(offered.place / file.name), file.size_bytes)
        for file in offered.files
    )
    pins = Pins(source.repository, offered.commit, files)
    write_text(offered.place / PINS, msgspec.json.format(msgspec.json.encode(pins)).decode())
