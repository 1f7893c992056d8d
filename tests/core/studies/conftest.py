"""Takes that can be heard, labelled, in a collection, and a small study that is really done with them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pytest

from core.progress import Context
from core.store import Collection
from core.store.schema import JobRow
from core.studies import Study, StudyRequest, StudyResult, read_study, write_study
from core.studies.job import run
from tests.core import heard

N = 24

SMALL = """
name = "small"
title = "Two encoders & <hardly> taught"
question = "What do \\"they\\" hear?"
source = "Made up."
published = ["encoders-genre"]
seeds = [0, 1]

[[ways]]
name = "frozen"
title = "frozen"
recipe = "encoders-genre-frozen-sound"
changes = { "training.epochs" = "20", "controls" = "majority,descriptors" }

[[ways]]
name = "fine-tuned"
title = "fine-tuned"
recipe = "fine-tune"
changes = { "training.epochs" = "2", "encoder.excerpts" = "1", "controls" = "" }

[[encoders]]
name = "descriptors"

[[encoders]]
name = "mel-cnn"
note = "Drawn at random."

[[encoders]]
name = "mert-95m"

[[encoders]]
family = "blend"
lacking = "none was made"
"""


def small(**changes: Any) -> Study:
    return msgspec.structs.replace(read_study(SMALL), **changes)


def job(collection: Collection) -> int:
    with collection.database.writing() as session:
        row = JobRow(kind="study", title="Study", request="{}", device="cpu", priority=10, state="running")
        session.add(row)
        session.flush()
        return row.id


def end(collection: Collection, job_id: int, state: str) -> None:
    """As the queue does when a worker has gone."""
    with collection.database.writing() as session:
        session.get_one(JobRow, job_id).state = state


def do(
    collection: Collection,
    study: Study,
    job_id: int | None = None,
    asked: dict[str, Any] | None = None,
    **how: Any,
) -> StudyResult:
    context = {key: how.pop(key) for key in ("show", "say") if key in how}
    request = StudyRequest(write_study(study), **(asked or {}))
    return run(request, Context(collection.folder, job_id or job(collection), **context), **how)


@pytest.fixture(scope="session")
def taped_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tones from low to high, two by each artist. Copy it."""
    return heard.make_tones(tmp_path_factory.mktemp("taped"), N)


@pytest.fixture
def taped(taped_once: Path, tmp_path: Path) -> Iterator[Collection]:
    with heard.copy(taped_once, tmp_path) as collection:
        yield collection


class Done(NamedTuple):
    place: Path
    result: StudyResult
    said: list[str]
    cells: list[dict[str, Any]]

    @property
    def folder(self) -> Path:
        return self.place / "coast"

    @property
    def out(self) -> Path:
        return Path(self.result.folder)


@pytest.fixture(scope="session")
def done_once(taped_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Done:
    """The small study from end to end. Copy it, or only read."""
    place, said, cells = tmp_path_factory.mktemp("studied"), list[str](), list[dict[str, Any]]()
    with pytest.MonkeyPatch.context() as patch, heard.copy(taped_once, place) as collection:
        patch.setenv("SOUNDINGS_HOME", str(place / "home"))
        result = do(
            collection,
            small(),
            say=lambda _, text: said.append(text),
            show=lambda name, data: cells.append(data) if name == "cell" else None,
        )
    return Done(place, result, said, cells)


@pytest.fixture
def studied(done_once: Done, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Collection]:
    """A copy in which it may go on; its encoders are known."""
    monkeypatch.setenv("SOUNDINGS_HOME", str(tmp_path / "home"))
    shutil.copytree(done_once.place / "home", tmp_path / "home", dirs_exist_ok=True)
    with heard.copy(done_once.place, tmp_path) as collection:
        yield collection
