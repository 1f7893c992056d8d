"""What is told of a study before, between and after its runs; its methods sheet; its quick version."""

from __future__ import annotations

from core.progress import Context
from core.recipes import change, find_recipe
from core.store import Collection
from core.studies import StudyRequest, list_studies, read_study, write_study
from core.studies.book import list_begun, read_begun
from core.studies.methods import study_sheet
from core.studies.outlook import Outlook, run
from core.studies.quick import quick
from core.studies.request import OutlookRequest
from tests.core.library.shelf import rows
from tests.core.studies.conftest import SMALL, Done


def outlook_of(collection: Collection, **asked: object) -> Outlook:
    request = OutlookRequest(StudyRequest(SMALL, **asked))  # type: ignore[arg-type]
    return run(request, Context(collection.folder, 0))


def test_before_it_is_begun_nothing_is_written_down(taped: Collection) -> None:
    tables = ("splits", "studies", "runs", "recipes")
    found = outlook_of(taped)
    assert [rows(taped, f"SELECT count(*) FROM {table}") for table in tables] == [[(0,)]] * len(tables)
    assert (found.study, found.done, found.wanted, found.findings) == (0, 0, 6, None)
    assert found.split is not None
    assert found.split.train + found.split.valid + found.split.test == 24
    by_key = {(cell.encoder, cell.way): cell for cell in found.cells}
    assert by_key["mert-95m", "frozen"].why == "not here: not fetched yet"
    assert by_key["mert-95m", "frozen"].cost is None
    assert by_key["mel-cnn", "fine-tuned"].learns
    assert not by_key["descriptors", "frozen"].learns
    assert found.left_s is None
    assert found.untimed == 3


def test_why_it_cannot_be_begun_is_told(taped: Collection) -> None:
    found = outlook_of(taped, encoders=("mert-95m",))
    assert found.problem == "None of the encoders is here."
    assert outlook_of(taped, field="genre", query="duration:>99").problem


def test_afterwards_it_is_what_the_study_has_found(studied: Collection, done_once: Done) -> None:
    found, theirs = outlook_of(studied), done_once.result.findings
    assert (found.study, found.done, found.wanted) == (1, 6, 6)
    assert found.left_s == 0.0
    assert found.findings is not None
    assert found.findings.cells == theirs.cells
    assert found.findings.controls == theirs.controls
    assert found.findings.paired == theirs.paired
    more = outlook_of(studied, seeds=(0, 1, 2))
    assert (more.done, more.wanted, more.untimed) == (6, 9, 0)
    tuned = next(cell for cell in more.cells if cell.learns)
    assert tuned.cost is not None
    assert more.cell_s(tuned) == tuned.cost.learn_s


def test_what_was_asked_is_known_later(studied: Collection) -> None:
    (info,) = list_begun(studied)
    assert (info.wanted, info.runs) == (6, 6)
    begun = read_begun(studied, info.id)
    assert begun.request is not None
    assert read_study(begun.request.study) == read_study(SMALL)
    assert begun.failed == {}


def test_its_methods_sheet_has_every_run(studied: Collection) -> None:
    sheet = study_sheet(studied, 1)
    assert sheet.startswith("Study 1, small: Two encoders & <hardly> taught\n")
    assert "6 of 6 runs are done." in sheet
    assert [f"\nRun {run} of the recipe" in sheet for run in range(1, 7)] == [True] * 6


def test_a_quick_version_is_another_study_with_fewer_epochs() -> None:
    for study in list_studies():
        short = quick(study)
        assert short.name != study.name
        assert (len(short.seeds), short.maps, short.encoders) == (1, (), study.encoders)
        assert read_study(write_study(short)) == short
        for way, was in zip(short.ways, study.ways, strict=True):
            now = change(find_recipe(way.recipe), dict(way.changes))
            before = change(find_recipe(was.recipe), dict(was.changes))
            frozen = now.encoder.tune == "frozen"
            assert now.training.epochs == (before.training.epochs if frozen else 3)
