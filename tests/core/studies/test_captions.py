"""A study of captions from end to end: what is told of writers, beside floors, and what is kept apart."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
import pytest
import torch

from core.errors import RequestProblem
from core.library.captions import NewCaption, write_captions
from core.library.groups import read_values
from core.progress import Stop
from core.recipes import TrainResult
from core.runs import read_predictions, read_run, read_scores
from core.store import Collection, create_collection, open_collection
from core.studies import Study, StudyRequest, StudyResult, find_published, find_study, read_study, write_study
from core.studies.apart import classes_of
from core.studies.book import find_done
from core.studies.cells import lay_out
from core.studies.page import write_page
from core.studies.tables import say
from tests.core.library.shelf import rows
from tests.core.recipes.conftest import GENRES, N, crowd, fill
from tests.core.studies.conftest import do
from tests.core.studies.test_report import Reader

WRITER = (
    '"data.split" = "nowhere", "encoder.window_s" = "0", "writer.width" = "32", "writer.layers" = "1", '
    '"writer.pieces" = "320", "writer.places" = "2", "writer.longest" = "16", "writer.beams" = "1", '
    '"training.batch" = "32", "training.head_lr" = "0.01", "training.checkpoint_s" = "0"'
)
TINY = f"""
name = "tiny"
title = "One encoder, described"
question = "What is said?"
published = ["encoders-captions", "musiccaps-floors"]
seeds = [0, 1]
maps = ["pca"]

[[ways]]
name = "frozen"
title = "frozen"
recipe = "caption"
changes = {{ {WRITER}, "training.epochs" = "2" }}

[[ways]]
name = "longer"
title = "taught longer"
recipe = "caption"
changes = {{ {WRITER}, "training.epochs" = "16" }}

[[ways]]
name = "fine-tuned"
title = "fine-tuned"
recipe = "caption"
changes = {{ {WRITER}, "training.epochs" = "1", "encoder.tune" = "whole" }}

[[encoders]]
name = "descriptors"

[[encoders]]
name = "clap-general"
"""
SHOWN = ["CIDEr-D", "ROUGE-L", "BLEU-4", "recall at 10", "accuracy of genre", "micro F1 of instrument"]
HOSTILE = '<b>Loud</b> & "slow"'


def tiny(**changes: Any) -> Study:
    return msgspec.structs.replace(read_study(TINY), **changes)


class Done(NamedTuple):
    place: Path
    result: StudyResult


@pytest.fixture(scope="module", autouse=True)
def one_thread() -> Iterator[None]:
    """So small a writer is slower on several."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def described_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every track but those of each tenth number is described rightly. Copy it."""
    folder = tmp_path_factory.mktemp("described") / "coast"
    values, of = crowd()
    with create_collection(folder) as collection:
        fill(collection)
        texts = [f"{'Pipes, ' if values[i, 1] > 0.8 else ''}a song, a {GENRES[of[i]]}." for i in range(N)]
        captions = [NewCaption(i + 1, texts[i], "import") for i in range(N) if i % 10]
        with collection.database.writing() as session:
            write_captions(session, captions)
    return folder


@pytest.fixture(scope="module")
def done_once(one_thread: None, described_once: Path, tmp_path_factory: pytest.TempPathFactory) -> Done:
    place = tmp_path_factory.mktemp("written")
    shutil.copytree(described_once, place / "coast")
    with pytest.MonkeyPatch.context() as patch, open_collection(place / "coast") as collection:
        patch.setenv("SOUNDINGS_HOME", str(place / "home"))
        return Done(place, do(collection, tiny()))


@pytest.fixture
def written(home: Path, done_once: Done, tmp_path: Path) -> Iterator[Collection]:
    """A copy in which it may go on."""
    shutil.copytree(done_once.place / "coast", tmp_path / "coast")
    with open_collection(tmp_path / "coast") as collection:
        yield collection


@pytest.fixture
def described(home: Path, described_once: Path, tmp_path: Path) -> Iterator[Collection]:
    shutil.copytree(described_once, tmp_path / "coast")
    with open_collection(tmp_path / "coast") as collection:
        yield collection


@pytest.fixture
def page(done_once: Done) -> Reader:
    return Reader((Path(done_once.result.folder) / "report.html").read_text(encoding="utf-8"))


def table_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_each_cell_has_its_runs_or_its_reason(done_once: Done) -> None:
    found = done_once.result.findings
    assert {
        (cell.encoder, cell.way): (cell.why, [run.seed for run in cell.runs]) for cell in found.cells
    } == {
        ("descriptors", "frozen"): ("", [0, 1]),
        ("descriptors", "longer"): ("", [0, 1]),
        ("descriptors", "fine-tuned"): ("cannot learn along: it is used as it is", []),
        ("clap-general", "frozen"): ("not here: not fetched yet", []),
        ("clap-general", "longer"): ("not here: not fetched yet", []),
        ("clap-general", "fine-tuned"): ("not here: not fetched yet", []),
    }
    assert (found.task, found.classes, found.field) == ("caption", (), "genre")
    assert (found.done, found.wanted, found.split.asked) == (4, 4, "nowhere")
    assert {cell.head for cell in found.cells if cell.runs} == {"own"}


def test_means_are_those_of_the_runs_as_they_were_judged(done_once: Done) -> None:
    """Sums for resamples and the scores of each run are two ways to the same figures."""
    found = done_once.result.findings
    keys = {"cider_d", "rouge_l", "bleu_4", "recall_at_10", "attribute_accuracy of genre",
            "attribute_micro_f1 of instrument"}  # fmt: skip
    with open_collection(done_once.place / "coast") as collection:
        for cell in (cell for cell in found.cells if cell.runs):
            assert cell.means["test"].keys() == keys
            for key, mean in cell.means["test"].items():
                name, _, about = key.partition(" of ")
                told = [
                    row
                    for run in cell.runs
                    for row in read_scores(collection, run.run)
                    if (row.part, row.control, row.name, row.about) == ("test", "", name, about)
                ]
                values = [row.value for row in told]
                assert len(values) == 2
                assert {row.n for row in told} == {mean.n}
                assert mean.value == pytest.approx(np.mean(values))
                assert (mean.least, mean.most) == pytest.approx((min(values), max(values)))
                assert mean.low is None or mean.low <= mean.value <= mean.high


def test_floors_stand_in_the_same_table(done_once: Done, page: Reader) -> None:
    """What hangs on what a run has heard or written stands there once for each cell."""
    found = done_once.result.findings
    assert [control.title for control in found.controls] == [
        "constant caption",
        "random caption",
        "nearest caption of descriptors, frozen",
        "shuffled audio of descriptors, frozen",
        "nearest caption of descriptors, longer",
        "shuffled audio of descriptors, longer",
    ]
    headings, *told = page.table("Table 1.")
    assert headings[3] == "Train CIDEr-D"
    assert [headings[4], *headings[6:11]] == [f"Test {title}" for title in SHOWN]
    with open_collection(done_once.place / "coast") as collection:
        for control, row in zip(found.controls, told[len(found.cells) :], strict=True):
            own = read_run(collection, control.run).controls[control.name]["cider_d"]
            assert (row[0], row[4]) == (f"Control: {control.title}", say(own))
            assert all(row[6:11])


def test_the_best_is_held_against_the_strongest_floor_of_each_figure(done_once: Done) -> None:
    found = done_once.result.findings
    cell = next(cell for cell in found.cells if cell.runs)
    cider, recall = (cell.means["test"][key] for key in ("cider_d", "recall_at_10"))
    means = {"cider_d": replace(cider, low=9.0), "recall_at_10": replace(recall, low=0.0)}
    text = Reader(
        write_page(replace(found, cells=(replace(cell, means={"test": means}),), looks=()), {})
    ).text
    strongest = max(found.controls, key=lambda one: one.scores["cider_d"].value)
    assert f"The strongest control, {strongest.title}, has {say(strongest.scores['cider_d'])}." in text
    assert "In recall at 10 it has" in text
    assert text.count("not clear of it") == 1


def test_published_figures_are_never_mixed_in(done_once: Done, page: Reader) -> None:
    out = Path(done_once.result.folder)
    published = find_published("encoders-captions")
    printed = page.table(f"Published: {published.title}")
    assert [row[0] for row in printed[1:]] == [row.name for row in published.rows]
    assert printed[1][3:6] == ["0.616", "0.612", "0.614"]
    for note in published.notes:
        assert note in page.text
    assert "MusicCaps random 70/10/20" in page.text
    assert page.text.count("not comparable") == 2
    assert (
        "Not told here: BERT similarity, train; BERT similarity, valid; BERT similarity, test." in page.text
    )
    assert "Not told here: BLEU-1; BLEU-2; BLEU-3." in page.text
    names = {row.name for row in published.rows}
    for place, caption in enumerate(page.captions):
        if not caption.startswith("Published"):
            assert not names & {cell for row in page.tables[place] for cell in row}
    ours = table_of(out / "results.csv")
    assert not {row["figure"] for row in ours} & {"bert_similarity"}
    assert {
        row["figure"] for row in table_of(out / "published.csv") if row["table"] == "encoders-captions"
    } == {"bert_similarity"}
    of_genre = [row for row in ours if row["seed"] == "mean" and row["class"] == "genre"]
    assert {row["figure"] for row in of_genre} == {"attribute_accuracy"}


def test_examples_are_chosen_by_a_seed_and_are_what_was_said(done_once: Done, page: Reader) -> None:
    found = done_once.result.findings
    assert len(found.examples) == 4
    with open_collection(done_once.place / "coast") as collection:
        runs = [cell.runs[0].run for cell in found.cells if cell.runs]
        told = {run: {row.track_id: row for row in read_predictions(collection, run, "test")} for run in runs}
    for example in found.examples:
        assert [said.run for said in example.said] == runs
        assert {said.text for said in example.said} == {told[run][example.track_id].said for run in runs}
        shown = page.table(f"{example.path}, track {example.track_id}.")
        assert shown[1] == ["People", told[runs[0]][example.track_id].truth]
        assert [row[1] for row in shown[2:]] == [said.text for said in example.said]
    judged = sorted(row.track_id for row in told[runs[0]].values())
    chosen = np.random.default_rng(0).permutation(judged)[:4].tolist()
    assert [example.track_id for example in found.examples] == chosen
    for one in found.variety:
        different = len({row.said for row in told[one.run].values()})
        assert (one.different, one.n) == (different, found.split.test)
        assert f"run {one.run}: {different} different captions of {one.n} tracks." in page.text


def test_what_people_and_machines_wrote_is_escaped(done_once: Done) -> None:
    found = done_once.result.findings
    first = found.examples[0]
    hostile = replace(first, human=HOSTILE, said=(replace(first.said[0], text=HOSTILE),))
    text = write_page(replace(found, examples=(hostile,), looks=()), {})
    assert "<b>" not in text
    assert Reader(text).text.count(HOSTILE) == 2


def test_the_folder_has_all_there_is(done_once: Done) -> None:
    out = Path(done_once.result.folder)
    assert {"report.html", "results.csv", "methods.txt", "figures/cider_d.png", "figures/cider_d.svg"} <= set(
        done_once.result.files
    )
    assert all((out / name).is_file() for name in done_once.result.files)
    methods = (out / "methods.txt").read_text(encoding="utf-8")
    assert all(f"Run {number} of the recipe caption" in methods for number in (1, 2, 3, 4))
    assert "test CIDEr-D" in (out / "figures" / "cider_d.svg").read_text(encoding="utf-8")


def test_ways_are_compared_on_the_same_tracks(done_once: Done, page: Reader) -> None:
    (pair,) = done_once.result.findings.paired
    assert (pair.first, pair.second, len(pair.seeds)) == ("frozen", "longer", 2)
    assert pair.figures["cider_d"].value == pytest.approx(np.mean([one.value for one in pair.seeds]))
    before, after = (cell.means["test"] for cell in done_once.result.findings.cells if cell.runs)
    for key, mean in pair.figures.items():
        assert mean.value == pytest.approx(after[key].value - before[key].value)
    headings, row = page.table("Table 2.")
    assert headings[2:4] == ["Test CIDEr-D", "p"]
    assert row[2] == say(pair.figures["cider_d"], signed=True)


def test_what_is_done_is_not_done_again_and_another_seed_is_added(
    written: Collection, done_once: Done
) -> None:
    runs = "SELECT id, seed, state FROM runs ORDER BY id"
    before = rows(written, runs)
    one = tiny(ways=read_study(TINY).ways[:1], encoders=read_study(TINY).encoders[:1], maps=())
    found = do(written, one, asked={"seeds": (0, 1)}).findings
    assert rows(written, runs) == before
    old = done_once.result.findings.cells[0]
    assert (found.cells[0].runs, found.cells[0].means) == (old.runs, old.means)
    more = do(written, one, asked={"seeds": (1, 2)}).findings
    assert [run.seed for run in more.cells[0].runs] == [1, 2]
    assert len(rows(written, runs)) == len(before) + 1


def test_other_captions_make_other_runs(written: Collection) -> None:
    material, grid = (
        getattr(lay_out(written, tiny(), StudyRequest(TINY)), name) for name in ("material", "possible")
    )
    other = replace(material, truth=np.roll(material.truth, 1))
    assert [find_done(written, 1, grid[0], 0, of) for of in (material, other)] == [1, None]


def test_put_down_it_reports_what_there_is(described: Collection) -> None:
    asked = False

    def show(name: str, data: dict[str, Any]) -> None:
        nonlocal asked
        asked |= name == "cell" and data["state"] == "done"

    one = tiny(encoders=read_study(TINY).encoders[:1], maps=(), ways=read_study(TINY).ways[:1])
    kept = do(described, one, show=show, should_stop=lambda: Stop.KEEP if asked else None)
    assert (kept.state, kept.findings.done, kept.findings.wanted) == ("stopped", 1, 2)
    assert kept.findings.cells[0].means["test"]["cider_d"].n == kept.findings.split.test
    assert "1 of 2 runs are done" in (Path(kept.folder) / "report.html").read_text(encoding="utf-8")


def test_an_encoder_that_should_learn_along_and_does_not_is_no_cell(
    described: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a frozen one would stand in the table by another name."""
    done = TrainResult(1, "done", 0, "caption", "caption", {}, {})
    refused = {"": "caption did not let the encoder learn along.", "refuse": "Captions cannot do that."}
    monkeypatch.setattr("core.studies.cells.OF_RUNS", ("descriptors",))
    one = tiny(encoders=read_study(TINY).encoders[:1], maps=(), ways=read_study(TINY).ways[2:], seeds=(0,))
    for how, said in refused.items():

        def train(*_: Any, how: str = how, **__: Any) -> TrainResult:
            if how:
                raise RequestProblem("Captions cannot do that.")
            return done

        monkeypatch.setattr("core.studies.job.train", train)
        (cell,) = do(described, one).findings.cells
        assert (cell.runs, cell.why) == ((), f"failed with seed 0: {said}")


def test_a_study_is_of_one_task(described: Collection) -> None:
    ways = (
        read_study(TINY).ways[0],
        msgspec.structs.replace(read_study(TINY).ways[1], recipe="classify", changes={}),
    )
    mixed = tiny(ways=ways)
    with pytest.raises(
        RequestProblem, match="A study is of one task: caption is to caption, classify to classify"
    ):
        lay_out(described, mixed, StudyRequest(write_study(mixed)))


def test_labels_tell_captions_apart_where_there_are_any(described: Collection) -> None:
    material = lay_out(described, tiny(), StudyRequest(TINY)).material
    classes = classes_of(described, material, "genre")
    assert classes
    assert classes.names == GENRES
    labels = {id_: values[0] for id_, values in read_values(described, "genre").items()}
    told = zip(classes.tracks.tolist(), classes.truth.tolist(), strict=True)
    assert {id_: GENRES[truth] for id_, truth in told} == {
        id_: labels[id_] for id_ in classes.tracks.tolist()
    }
    assert classes_of(described, material, "mood") is None


def test_what_comes_along_compares_what_was_compared() -> None:
    study = find_study("encoders-captions")
    names = {entry.name or entry.family for entry in study.encoders}
    assert {"clap-general", "wav2vec2-base", "mert-95m", "descriptors", "musicnn-msd", "blend"} <= names
    assert [dict(way.changes).get("encoder.tune", "frozen") for way in study.ways] == ["frozen", "whole"]
    assert all(way.changes["data.split"] == "MusicCaps official" for way in study.ways)
    assert study.published[0] == "encoders-captions"
