"""Recipes as text: what is written is what is read, and what is wrong is said of the right setting."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import KnownError, RequestProblem
from core.recipes import TrainRequest, change, find_recipe, presets, read_recipe, write_recipe
from core.recipes.recipe import settings
from core.training.plan import Plan

SMALL = 'name = "mine"\ntask = "classify"\n'


def test_what_is_left_out_has_its_default_and_all_of_it_is_written() -> None:
    recipe = read_recipe(SMALL)
    text = write_recipe(recipe)
    assert read_recipe(text) == recipe
    for name in (*msgspec.structs.fields(Plan),):
        assert f"\n{name.name} = " in text
    assert write_recipe(read_recipe(text)) == text


@given(
    epochs=st.integers(1, 1000),
    lr=st.floats(0, 1),
    layer=st.one_of(st.integers(-24, 24), st.sampled_from(["usual", "best", "mix", "all"])),
    field=st.text(min_size=1, max_size=20).filter(str.strip),
)
def test_any_recipe_is_read_as_it_was_written(epochs: int, lr: float, layer: int | str, field: str) -> None:
    recipe = read_recipe(SMALL)
    changed = msgspec.structs.replace(
        recipe,
        training=msgspec.structs.replace(recipe.training, epochs=epochs, head_lr=lr),
        encoder=msgspec.structs.replace(recipe.encoder, layer=layer),
        data=msgspec.structs.replace(recipe.data, field=field),
    )
    assert read_recipe(write_recipe(changed)) == changed


def test_settings_are_changed_by_their_dotted_names() -> None:
    recipe = change(
        read_recipe(SMALL),
        {
            "training.epochs": "7",
            "encoder.name": "musicnn-msd",
            "encoder.layer": "3",
            "data.query": "year:1950..1965 -genre:jazz",
            "data.shares": "0.5,0.25,0.25",
            "head.kernels": '["rbf"]',
            "training.shuffle": "false",
            "controls": "",
        },
    )
    assert recipe.training.epochs == 7
    assert recipe.encoder.name == "musicnn-msd"
    assert recipe.encoder.layer == 3
    assert recipe.data.query == "year:1950..1965 -genre:jazz"
    assert recipe.data.shares == (0.5, 0.25, 0.25)
    assert recipe.head.kernels == ("rbf",)
    assert recipe.training.shuffle is False
    assert recipe.controls == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = ", "The recipe cannot be read: "),
        ('task = "classify"', "missing required field name"),
        ('name = "x"\ntask = "sing"', "sing"),
        (
            SMALL + "[training]\nepoch = 3",
            "there is no setting epoch at training. Did you mean training.epochs?",
        ),
        (
            SMALL + "[training]\nepochs = 0",
            "epochs must lie between 1 and 100,000, and 0 does not at training",
        ),
        (SMALL + '[training]\nepochs = "many"', "Expected int, got str at training.epochs"),
        (SMALL + "[data]\nshares = [0.5, 0.6, 0.2]", "shares are not negative and add up to 1"),
        (SMALL + '[data]\ntogether = ["mood"]', "not by mood"),
        (SMALL + '[encoder]\ntune = "whole"\n[head]\nkind = "svm"', "with a head that is svm"),
        (
            SMALL + '[encoder]\ntune = "whole"\nlayer = "best"',
            "the best layer can only be chosen for a frozen",
        ),
        (
            SMALL + '[encoder]\nlayer = "mix"\n[head]\nkind = "logistic"',
            "a mix of layers is learnt step by step",
        ),
        (SMALL.replace("mine", "My recipe"), "small letters"),
        ('controls = ["luck"]\n' + SMALL, "not luck"),
    ],
)
def test_what_is_wrong_is_said_of_its_setting(text: str, said: str) -> None:
    with pytest.raises(RequestProblem) as caught:
        read_recipe(text)
    assert said in str(caught.value)
    assert "$" not in str(caught.value)
    assert "`" not in str(caught.value)


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("training.epoch", "3", "A recipe has no setting training.epoch. Did you mean training.epochs?"),
        ("epochs", "3", "A recipe has no setting epochs."),
        ("training", "3", "A recipe has no setting training."),
        ("a.b.c.d", "3", "A recipe has no setting a.b.c.d."),
        (
            "training.epochs",
            "many",
            "The recipe cannot be changed so: Expected int, got str at training.epochs",
        ),
        ("encoder.layer", "highest", "The recipe cannot be changed so: "),
    ],
)
def test_a_change_that_cannot_be_is_a_sentence(key: str, value: str, said: str) -> None:
    with pytest.raises(RequestProblem) as caught:
        change(read_recipe(SMALL), {key: value})
    assert str(caught.value).startswith(said)


def test_every_setting_can_be_named() -> None:
    assert {"data.field", "encoder.tune", "head.kind", "training.patience", "controls"} <= {*settings()}


def test_presets_and_files_are_found(tmp_path: Path) -> None:
    assert presets()[0].name == "classify"
    assert find_recipe("classify") == presets()[0]
    path = tmp_path / "mine.toml"
    path.write_text("\ufeff" + SMALL, encoding="utf-8")
    assert find_recipe(str(path)).name == "mine"
    for name, said in (
        ("clasify", "There is no recipe called clasify. Did you mean classify?"),
        (str(tmp_path / "none.toml"), "no such file"),
    ):
        with pytest.raises(KnownError) as caught:
            find_recipe(name)
        assert said in str(caught.value)
    path.write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(RequestProblem, match="is no text"):
        find_recipe(str(path))
    path.write_text("name = 3")
    with pytest.raises(RequestProblem, match=r"mine\.toml cannot be read"):
        find_recipe(str(path))


def test_a_request_holds_only_what_can_be_trained() -> None:
    with pytest.raises(RequestProblem, match="The recipe cannot be read"):
        TrainRequest("nonsense")
    with pytest.raises(RequestProblem, match="A seed is a number from 0"):
        TrainRequest(SMALL, -1)
