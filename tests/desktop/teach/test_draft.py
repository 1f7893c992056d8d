"""The recipe that is put together: nothing changes that nobody has touched, and what clashes gives way."""

from __future__ import annotations

import shlex
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from core.recipes.recipe import Recipe, Task, change, read_recipe, write_recipe
from core.recipes.shelf import find_recipe, presets
from desktop.teach import fields
from desktop.teach.command_line import changes, command_lines, nearest
from desktop.teach.controls import MOST_SEEDS, read_seeds
from desktop.teach.draft import Draft
from desktop.teach.labels import of_ids
from desktop.teach.settings import SHAPES, Setting
from desktop.teach.settings import settings as all_settings
from desktop.teach.split import read_shares, write_shares
from desktop.teach.start import _ours, _published, _sound


def setting(name: str) -> Setting:
    return next(one for one in all_settings() if one.name == name)


@pytest.mark.parametrize("preset", presets(), ids=lambda recipe: recipe.name)
def test_a_preset_stays_the_same_text(qapp, preset: Recipe) -> None:
    draft = Draft()
    draft.start(preset)
    assert draft.differs() == []
    for one in all_settings():
        value = draft.get(one.name)
        if one.kind not in ("choice", "switch"):
            assert fields.read(one, fields.write(one, value)) == value
        draft.put(one.name, value)
    assert write_recipe(draft.recipe) == write_recipe(preset)


def test_every_plain_setting_of_a_recipe_has_a_field() -> None:
    own = {"encoder.name", "encoder.tune", "encoder.layer", "head.kind"}
    held = {
        f"{part}.{name}"
        for part in ("encoder", "head", "writer", "training")
        for name in getattr(find_recipe("classify"), part).__struct_fields__
    }
    assert {shape.name for shape in SHAPES} == held - own


def test_every_preset_is_in_one_group() -> None:
    names = [recipe.name for group in (_ours(), _published(), _sound()) for recipe in group]
    assert sorted(names) == sorted(recipe.name for recipe in presets())
    assert {"classify", "tag", "regress", "caption", "fine-tune"} <= {recipe.name for recipe in _ours()}
    assert all("as published" in recipe.title or recipe.source for recipe in _published())


def test_an_encoder_that_learns_along_needs_a_head_that_does(qapp) -> None:
    draft = Draft()
    draft.start(find_recipe("transfer-svm"))
    draft.put_all({"encoder.name": "mel-resnet", "encoder.tune": "whole"})
    assert draft.problems == {}
    assert draft.recipe.head.kind == "linear"
    draft.put("encoder.tune", "frozen")
    draft.put("encoder.layer", "mix")
    draft.put("head.kind", "svm")
    assert draft.problems == {}
    assert draft.recipe.encoder.layer == "usual"


def test_what_makes_no_sense_is_said_and_the_last_sense_stays(qapp) -> None:
    draft = Draft()
    draft.start(find_recipe("caption"))
    draft.put("writer.width", 130)
    assert draft.problems == {"": "width is a multiple of 4"}
    assert draft.recipe.writer.width == 128
    draft.put("writer.width", 64)
    assert draft.problems == {}
    assert draft.recipe.writer.width == 64


def test_another_task_keeps_ear_and_tracks(qapp) -> None:
    draft = Draft()
    draft.put_all({"encoder.name": "musicnn-msd", "data.query": "year:1950", "training.epochs": 7})
    draft.choose_task(Task.TAG, "instrument")
    found = draft.recipe
    assert (found.task, found.name, found.data.field) == (Task.TAG, "tag", "instrument")
    assert (found.encoder.name, found.data.query, found.training.epochs) == ("musicnn-msd", "year:1950", 7)
    assert draft.base.name == "tag"


def test_the_way_back_to_what_was_published_keeps_the_tracks(qapp) -> None:
    draft = Draft()
    draft.start(find_recipe("clmr-probe-tags"))
    draft.put_all({"training.epochs": 3, "data.query": "genre:jazz", "data.together": []})
    assert set(draft.differs()) == {"training.epochs", "data.together"}
    draft.use_base()
    assert draft.recipe.training == find_recipe("clmr-probe-tags").training
    assert draft.recipe.data.query == "genre:jazz"


# Text of values


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("training.head_lr", "fast", "Head rate is a number, not fast."),
        ("training.head_lr", "", "Head rate is a number, not nothing."),
        ("training.head_lr", "101", "Head rate lies between 0 and 100."),
        ("head.dropout", "1", "Dropout lies between 0 and 0.99."),
        ("encoder.window_s", "0.05", "An excerpt lasts 0.1 s at least."),
        ("head.strengths", "1, 0", "Strengths are above 0."),
        ("head.strengths", " , ", "Strengths holds one at least."),
        ("head.kernels", "poly", "Kernels are linear and rbf, not poly."),
        ("writer.name", " ", "Writer is empty."),
    ],
)
def test_what_is_no_value_is_said_in_plain_words(name: str, text: str, said: str) -> None:
    with pytest.raises(ValueError, match="^" + said.replace(".", r"\.") + "$"):
        fields.read(setting(name), text)


def test_numbers_as_people_write_them() -> None:
    rate = setting("training.head_lr")
    assert [fields.read(rate, text) for text in ("2e-5", "0,5", " 1 ")] == [2e-5, 0.5, 1.0]
    assert [fields.write(rate, value) for value in (1e-5, 0.001, 0.00123456789)] == [
        "1e-5",
        "0.001",
        "0.00123456789",
    ]
    window = setting("encoder.window_s")
    assert (fields.read(window, ""), fields.write(window, 0.0)) == (0.0, "")


@given(st.floats(0, 100))
def test_a_rate_reads_as_it_is_written(value: float) -> None:
    rate = setting("training.head_lr")
    assert fields.read(rate, fields.write(rate, value)) == value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("60 / 20", "Three shares"),
        ("60 20 30", "add up to 100; these make 110"),
        ("0/50/50", "above 0"),
        ("120/-10/-10", "not negative"),
        ("a/b/c", "Three shares"),
    ],
)
def test_shares_that_will_not_do(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_shares(text)


def test_shares() -> None:
    assert read_shares(write_shares([0.6, 0.2, 0.2])) == [0.6, 0.2, 0.2]
    assert read_shares("62,5 % / 12,5 % / 25 %") == [0.625, 0.125, 0.25]


def test_seeds() -> None:
    assert read_seeds("0")[0] == (0,)
    assert read_seeds("3, 1 2;3")[0] == (3, 1, 2)
    assert read_seeds("1 - 4, 9")[0] == (1, 2, 3, 4, 9)
    for text in ("", "one", "-1", "5-2", "4294967296", f"1-{MOST_SEEDS + 1}", "1.5"):
        found, why = read_seeds(text)
        assert found == ()
        assert why


@given(st.sets(st.integers(1, 400)))
def test_a_selection_is_a_query_that_finds_it(ids: set[int]) -> None:
    from core.library.query import parse

    text = of_ids(sorted(ids))
    found: set[int] = set()
    for part in filter(None, text.split(" or ")):
        parse(part)
        for piece in part.removeprefix("track_id:").split(","):
            first, _, last = piece.partition("..")
            found |= set(range(int(first), int(last or first) + 1))
    assert found == ids


# The command line

values = st.fixed_dictionaries(
    {},
    optional={
        "training.epochs": st.integers(1, 500),
        "training.head_lr": st.floats(1e-6, 1),
        "data.query": st.sampled_from(
            ['genre:"Slow air"', "year:1950..1965 -artist:'x'", "a b", "true", "12", "[1]"]
        ),
        "data.together": st.sampled_from([[], ["artist"]]),
        "data.shares": st.just([0.7, 0.1, 0.2]),
        "encoder.layer": st.sampled_from([2, -1, "all"]),
        "head.balance": st.booleans(),
        "head.kernels": st.just(["linear"]),
        "controls": st.sampled_from([[], ["majority"]]),
        "title": st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=8),
    },
)


@given(st.sampled_from(["classify", "mert-probe-genre", "transfer-svm", "tag"]), values)
@settings(max_examples=40, deadline=None)
def test_the_command_line_is_the_same_run(preset: str, changed: dict[str, object]) -> None:
    draft = Draft()
    draft.start(find_recipe(preset))
    draft.put_all(changed)
    assert draft.problems == {}
    (line,) = command_lines(Path("/a place/coast"), draft.recipe, [3], "cpu").splitlines()
    words = shlex.split(line)
    assert words[:4] == ["soundings", "train", "/a place/coast", preset]
    assert words[-4:] == ["--device", "cpu", "--seed", "3"]
    assert set(words[4:-4:2]) <= {"--set"}
    said = dict(pair.split("=", 1) for pair in words[5:-4:2])
    assert write_recipe(change(find_recipe(preset), said)) == write_recipe(draft.recipe)


def test_of_a_recipe_of_ones_own_the_line_names_all_that_differs() -> None:
    own = read_recipe('name = "mine"\ntask = "tag"\n[data]\nfield = "mood"')
    assert nearest(own).name == "tag"
    assert changes(nearest(own), own)["name"] == "mine"
    assert changes(nearest(own), own)["data.field"] == "mood"
