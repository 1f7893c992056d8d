"""The recipes that come with the program: all can be read, and published ones are as they were stated."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import msgspec
import pytest

import resources
from core.encoders import find_card
from core.encoders.recognise import OF_RUNS
from core.library.importers import gtzan
from core.library.importers.magnatagatune import SPLIT
from core.recipes import Recipe, presets, read_recipe, write_recipe
from core.recipes.recipe import settings

FILES = sorted((Path(resources.__file__).parent / "recipes").glob("*.toml"))
READ = {path.stem: read_recipe(path.read_text(encoding="utf-8"), path.name) for path in FILES}
OURS = ["classify", "tag", "regress", "caption", "caption-fine-tune", "fine-tune", "fine-tune-lora"]
PUBLISHED = sorted(name for name in READ if name not in OURS and not name.endswith("-sound"))
DOCUMENTS = (
    "Investigating Audio Encoding Models' Effectiveness on Downstream Tasks",
    "Music Representation Learning",
)


def setting(recipe: Recipe, key: str) -> object:
    value = msgspec.to_builtins(recipe)
    for part in key.split("."):
        value = value[part]
    return value


def test_every_file_is_a_preset_and_defaults_come_first() -> None:
    assert {recipe.name for recipe in presets()} == set(READ)
    assert [recipe.name for recipe in presets()][:3] == OURS[:3]


@pytest.mark.parametrize("name", READ)
def test_a_preset_is_what_it_says(name: str) -> None:
    recipe = READ[name]
    assert recipe.name == name
    assert read_recipe(write_recipe(recipe)) == recipe
    for text in (recipe.title, recipe.about, recipe.source):
        assert text
        assert text == " ".join(text.split())
    assert recipe.about.endswith(".")
    assert not recipe.title.endswith(".")


def test_each_has_a_title_of_its_own() -> None:
    assert max(Counter(recipe.title for recipe in READ.values()).values()) == 1


@pytest.mark.parametrize("name", READ)
def test_its_encoder_is_there_and_can_do_what_is_asked(name: str) -> None:
    part = READ[name].encoder
    card = find_card(part.name)
    assert part.tune == "frozen" or card.family in OF_RUNS
    assert not isinstance(part.layer, int) or part.layer in range(-len(card.layers), len(card.layers))
    assert part.layer not in ("all", "best", "mix") or len(card.layers) > 1


@pytest.mark.parametrize("name", READ)
def test_its_split_is_one_that_an_import_makes(name: str) -> None:
    recipe = READ[name]
    made_of_gtzan = re.findall(r'"(GTZAN [^"]+)"', Path(gtzan.__file__).read_text(encoding="utf-8"))
    assert recipe.data.split in {"", SPLIT, *made_of_gtzan}
    if recipe.data.split:
        kind = "magnatagatune" if recipe.data.split == SPLIT else "gtzan"
        assert f"soundings import --kind {kind}" in recipe.source


@pytest.mark.parametrize("name", READ)
def test_what_its_source_names_is_there(name: str) -> None:
    words = set(re.findall(r"\b(?:data|encoder|head|training)\.[a-z_]+", READ[name].source))
    assert words <= set(settings())


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_published_recipe_names_its_document_and_has_a_sound_version(name: str) -> None:
    published, sound = READ[name], READ[f"{name}-sound"]
    assert sum(f'"{title}"' in published.source for title in DOCUMENTS) == 1
    assert [f'"{t}"' in published.source for t in DOCUMENTS] == [f'"{t}"' in sound.source for t in DOCUMENTS]
    assert f"The sound version of {name}" in sound.source
    same = ("task", "data.field", "encoder.name", "encoder.tune")
    assert [setting(published, key) for key in same] == [setting(sound, key) for key in same]


def test_a_sound_version_belongs_to_a_published_one() -> None:
    assert {name.removesuffix("-sound") for name in READ if name.endswith("-sound")} == set(PUBLISHED)


@pytest.mark.parametrize("name", [name for name in READ if name not in PUBLISHED])
def test_what_is_sound_keeps_artists_apart_chooses_by_the_valid_part_and_has_every_control(name: str) -> None:
    recipe = READ[name]
    assert recipe.data.split in ("GTZAN fault-filtered", SPLIT) or recipe.data.shares[1] > 0
    kept = {"album", "recording"} if recipe.data.field == "artist" else {"artist", "album", "recording"}
    assert set(recipe.data.together) == kept
    assert (recipe.training.keep, recipe.head.standardise) == ("best", True)
    assert recipe.controls == Recipe(name="any", task=recipe.task).controls


STATED: dict[str, dict[str, object]] = {
    "encoders-genre-frozen": {
        "data.split": "GTZAN random 800/200", "encoder.layer": -1, "encoder.window_s": 3.0, "head.width": 512,
        "head.norm": True, "training.optimiser": "adam", "training.head_lr": 1e-5, "training.epochs": 10,
        "training.batch": 8, "training.schedule": "constant", "training.warmup": 0.0, "training.clip": 0.0,
        "training.patience": 0, "training.keep": "last",
    },
    "encoders-genre-unfrozen": {
        "encoder.crop": "first", "encoder.window_s": 3.0, "encoder.layer": -1, "training.encoder_lr": 1e-5,
        "training.head_lr": 1e-5, "training.epochs": 10, "training.batch": 8, "training.keep": "last",
    },
    "encoders-genre-unfrozen-sound": {"training.weight_decay": 0.01, "training.patience": 8},
    "transfer-svm": {"encoder.layer": "all", "head.kind": "svm", "head.kernels": ("linear", "rbf")},
    "mert-probe-genre": {
        "data.split": "GTZAN fault-filtered", "encoder.layer": 7, "encoder.window_s": 30.0, "head.width": 512,
        "head.dropout": 0.2, "training.optimiser": "adam", "training.head_lr": 5e-3, "training.epochs": 100,
        "training.schedule": "plateau", "training.halve_after": 6, "training.patience": 20,
    },
    "mert-probe-tags": {"data.most": 50, "data.split": SPLIT, "training.head_lr": 1e-3, "encoder.layer": 7},
    "mert-lora-genre": {"encoder.tune": "lora", "encoder.rank": 8},
    "clmr-probe-tags": {
        "head.kind": "linear", "training.optimiser": "adam", "training.head_lr": 1e-3,
        "training.weight_decay": 1e-6, "training.halve_after": 5, "training.patience": 10,
        "training.epochs": 200,
    },
    "clmr-probe-genre": {"head.kind": "linear", "training.epochs": 15, "training.head_lr": 1e-4},
    "artist-classify": {
        "data.field": "artist", "encoder.window_s": 3.0, "head.dropout": 0.5, "training.optimiser": "sgd",
        "training.encoder_lr": 0.1, "training.weight_decay": 1e-5, "training.batch": 15,
    },
    "artist-probe-genre": {
        "head.width": 1024, "training.optimiser": "sgd", "training.head_lr": 0.01, "training.batch": 16,
    },
}  # fmt: skip
"""As the documents and their public code have it."""


@pytest.mark.parametrize(("name", "stated"), STATED.items())
def test_settings_are_those_that_are_stated(name: str, stated: dict[str, object]) -> None:
    assert {key: setting(READ[name], key) for key in stated} == stated


def test_fine_tuning_is_gentle_with_what_has_been_learnt() -> None:
    """1e-5 to 5e-5 after a warm-up, and ten times that for the head."""
    plan = READ["encoders-genre-unfrozen-sound"].training
    assert 1e-5 <= plan.encoder_lr <= 5e-5
    assert plan.head_lr == pytest.approx(10 * plan.encoder_lr)
    assert plan.warmup > 0
