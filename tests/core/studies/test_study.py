"""Studies as text, and the grid that one becomes in a collection."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

import resources
from core.encoders import find_card
from core.errors import KnownError, RequestProblem
from core.library.splits import store_split
from core.recipes import find_recipe
from core.store import Collection
from core.studies import StudyRequest, find_published, find_study, list_studies, read_study, write_study
from core.studies.cells import lay_out
from tests.core.heard import PITCHES
from tests.core.library.shelf import add, rows, tag
from tests.core.studies.conftest import SMALL, small

SPLIT = "GTZAN fault-filtered"


def test_every_study_that_comes_along_can_be_done() -> None:
    folder = Path(resources.__file__).parent / "studies"
    assert [study.name for study in list_studies()] == sorted(path.stem for path in folder.glob("*.toml"))
    for study in list_studies():
        for table in study.published:
            find_published(table)
        named = [way.recipe for way in study.ways] + [
            name for entry in study.encoders for name in entry.recipes.values()
        ]
        assert {find_recipe(name).task for name in named} <= {"classify", "caption"}
        assert len({find_recipe(name).task for name in named}) == 1
        for entry in study.encoders:
            assert entry.family or find_card(entry.name)


def test_the_study_of_encoders_has_what_was_compared() -> None:
    study = find_study("encoders-genre")
    assert {"clap-general", "wav2vec2-base", "mert-330m", "descriptors", "musicnn-msd"} <= {
        entry.name for entry in study.encoders
    }
    assert "blend" in {entry.family for entry in study.encoders}
    tunes = [find_recipe(way.recipe).encoder.tune for way in study.ways]
    assert tunes == ["frozen", "whole"]
    assert find_recipe(study.ways[0].recipe).data.split == SPLIT
    assert study.maps == ("pca", "tsne")
    assert len(study.seeds) >= 5


def test_what_is_written_is_read() -> None:
    assert read_study(write_study(small())) == small()


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('name = "small"', 'name = "Small study"', "small letters"),
        ("seeds = [0, 1]", "seeds = []", "at least one way, one encoder and one seed"),
        ('name = "fine-tuned"', 'name = "frozen"', "two ways have the same name"),
        ('family = "blend"', 'family = "blend"\nname = "mel-cnn"', "either a name or a family"),
        ('note = "Drawn at random."', 'recipes = { tuned = "tag" }', "no way called tuned"),
        ("[[ways]]", "[[way]]", "way"),
        ("title =", "title", "The study cannot be read"),
    ],
)
def test_what_is_wrong_with_a_study_is_said(before: str, after: str, said: str) -> None:
    with pytest.raises(RequestProblem) as caught:
        read_study(SMALL.replace(before, after))
    assert said in str(caught.value)
    assert "`" not in str(caught.value)


def test_studies_are_found_by_name_and_file(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text("\ufeff" + SMALL, encoding="utf-8")
    assert find_study(str(path)) == small()
    path.write_bytes(b"\xff\xfe\x00")
    for name, said in (
        ("encoders-gener", "There is no study called encoders-gener. Did you mean encoders-genre?"),
        (str(tmp_path / "none.toml"), "no such file"),
        (str(path), "is no text"),
    ):
        with pytest.raises(KnownError, match=said.replace(".", r"\.").replace("?", r"\?")):
            find_study(name)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"seeds": (-1,)}, "A seed is a number from 0"),
        ({"seeds": (1, 1)}, "A seed is named twice"),
        ({"encoders": ("descriptors", "descriptors")}, "An encoder is named twice"),
    ],
)
def test_a_request_holds_only_what_can_be_done(asked: dict[str, Any], said: str) -> None:
    with pytest.raises(RequestProblem, match=said):
        StudyRequest(SMALL, **asked)
    with pytest.raises(RequestProblem, match="The study cannot be read"):
        StudyRequest("nonsense")


@pytest.fixture
def shelf(collection: Collection) -> Collection:
    """Thirty tracks of three genres by fifteen artists; nothing of them can be heard."""
    for i, id_ in enumerate(add(collection, *(f"{i:02}.wav" for i in range(30)), duration_s=10.0)):
        tag(collection, id_, genre=PITCHES[i % 3], artist=f"artist {i // 2}", style=PITCHES[i % 2])
    return collection


def grid_of(collection: Collection, study: Any = None, **asked: Any) -> Any:
    study = study or small()
    return lay_out(collection, study, StudyRequest(write_study(study), **asked))


def test_all_cells_have_the_data_of_the_first_way(shelf: Collection) -> None:
    """So that they are judged on the same tracks, whatever their presets would have."""
    grid = grid_of(shelf, query="duration:>1", field="style")
    assert {cell.recipe.data for cell in grid.possible} == {grid.data}
    assert (grid.data.query, grid.data.field, grid.material.names) == (
        "duration:>1",
        "style",
        ("low", "middle"),
    )
    assert {cell.encoder: cell.recipe.encoder.name for cell in grid.possible} == {
        "descriptors": "descriptors",
        "mel-cnn": "mel-cnn",
    }
    frozen, tuned = grid.possible[1:]
    assert (frozen.recipe.name, frozen.recipe.training.epochs) == ("encoders-genre-frozen-sound", 20)
    assert (tuned.recipe.name, tuned.recipe.training.epochs, tuned.recipe.encoder.tune) == (
        "fine-tune",
        2,
        "whole",
    )


def test_without_its_split_one_is_made_and_said(shelf: Collection) -> None:
    grid = grid_of(shelf)
    assert grid.asked_split == SPLIT
    assert grid.material.split.startswith("genre, artist, album, recording apart")
    tracks = [id_ for (id_,) in rows(shelf, "SELECT id FROM tracks")]
    parts = {id_: ("train", "train", "valid", "test", "test")[i // 6] for i, id_ in enumerate(tracks)}
    split_id = store_split(shelf, SPLIT, "imported", parts)  # type: ignore[arg-type]
    grid = grid_of(shelf)
    assert (grid.asked_split, grid.material.split_id) == ("", split_id)
    assert [len(grid.material.parts[part]) for part in ("train", "valid", "test")] == [12, 6, 12]


def test_other_encoders_may_be_asked_for(shelf: Collection) -> None:
    grid = grid_of(shelf, encoders=("sample-cnn", "descriptors"))
    assert [(cell.encoder, cell.way) for cell in grid.possible] == [
        ("sample-cnn", "frozen"),
        ("sample-cnn", "fine-tuned"),
        ("descriptors", "frozen"),
    ]
    with pytest.raises(RequestProblem, match="Did you mean descriptors"):
        grid_of(shelf, encoders=("descriptor",))


def test_every_blend_takes_part(shelf: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    card = msgspec.structs.replace(find_card("descriptors"), name="both", family="blend", title="Both")
    monkeypatch.setattr("core.studies.cells.cards", lambda: [card])
    monkeypatch.setattr(
        "core.studies.cells.find_card", lambda name: card if name == "both" else find_card(name)
    )
    found = [
        (cell.encoder, cell.title, cell.why)
        for cell in grid_of(shelf).cells
        if cell.encoder in ("both", "blend")
    ]
    assert found == [("both", "Both", ""), ("both", "Both", "cannot learn along: it is used as it is")]


def test_what_cannot_be_done_at_all_is_refused(shelf: Collection) -> None:
    with pytest.raises(
        RequestProblem, match=r"Nothing of small can be done here \(mert-95m: not here: not fetched"
    ):
        grid_of(shelf, encoders=("mert-95m",))
    tags = small(ways=(msgspec.structs.replace(small().ways[0], recipe="tag", changes={}),))
    with pytest.raises(RequestProblem, match="A study compares classes or captions, and tag is to tag"):
        grid_of(shelf, tags)
    with pytest.raises(RequestProblem, match=r"A recipe has no setting training.epoch"):
        grid_of(
            shelf, small(ways=(msgspec.structs.replace(small().ways[0], changes={"training.epoch": "1"}),))
        )
    with pytest.raises(RequestProblem, match="mood"):
        grid_of(shelf, field="mood")
