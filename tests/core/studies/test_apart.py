"""How far classes lie apart: against loops over neighbours; what was learnt by heart is no understanding."""

from __future__ import annotations

import numpy as np
import pytest

from core.embedding.sets import find_set
from core.maps.request import Figure
from core.recipes import find_recipe
from core.recipes.material import Material, gather
from core.store import Collection
from core.studies.apart import tell_apart
from core.studies.findings import Apart
from tests.core.library.shelf import tag
from tests.core.maps.conftest import crowd, write

N = 60


def told(collection: Collection, encoder: str, material: Material) -> dict[str, Apart]:
    set_id = find_set(collection, encoder).id
    return {apart.part: apart for apart in tell_apart(collection, set_id, material)}


def purity(apart: Apart) -> Figure:
    assert apart.purity
    return apart.purity


@pytest.fixture
def material(collection: Collection) -> Material:
    """`ears` hear three genres apart; `heart` has put train tracks where they belong, and no others."""
    values, of = crowd(N)
    ids = write(collection, values, "ears")
    for i, id_ in enumerate(ids):
        tag(collection, id_, genre=("raga", "reel", "fado")[of[i]], artist=f"artist {i // 3}")
    found = gather(collection, find_recipe("classify"))
    rng = np.random.default_rng(1)
    learnt = rng.standard_normal((N, 6))
    train = found.parts["train"]
    learnt[train] = 0.1 * learnt[train] + 5 * np.eye(6)[found.truth[train]]
    write(collection, learnt, "heart", tracks=found.tracks.tolist())
    return found


def test_purity_is_what_loops_find(collection: Collection, material: Material) -> None:
    values, _ = crowd(N)
    lengths = values / np.linalg.norm(values, axis=1, keepdims=True)
    cosine, truth, groups = lengths @ lengths.T, material.truth, material.groups
    assert groups is not None
    found = told(collection, "ears", material)
    everyone = []
    for row in range(N):
        others = [other for other in np.argsort(-cosine[row]) if groups[other] != groups[row]]
        everyone.append(np.mean(truth[others[: found["all"].k]] == truth[row]))
    assert purity(found["all"]).value == pytest.approx(np.mean(everyone), abs=0.01)
    train, test = material.parts["train"], material.parts["test"]
    near = [train[np.argsort(-cosine[row, train])[: found["test"].k]] for row in test]
    pure = np.mean([truth[rows] == truth[row] for row, rows in zip(test, near, strict=True)])
    assert purity(found["test"]).value == pytest.approx(pure, abs=0.01)
    assert purity(found["test"]).n == len(test)
    chance = np.mean([np.mean(truth[train] == truth[row]) for row in test])
    assert purity(found["test"]).by_chance == pytest.approx(chance)


def test_test_tracks_tell_what_was_learnt_by_heart(collection: Collection, material: Material) -> None:
    ears, heart = (told(collection, name, material) for name in ("ears", "heart"))
    assert purity(ears["test"]).value > 0.9
    assert (purity(heart["all"]).low or 0) > (purity(heart["all"]).by_chance or 1)
    share = purity(heart["test"])
    assert share.low is not None
    assert share.high is not None
    assert share.low < (share.by_chance or 0) < share.high


def test_an_artist_for_each_class_leaves_nothing_to_compare(collection: Collection) -> None:
    """Then nobody of the same class is by another artist, and no share is told."""
    values, of = crowd(30)
    for i, id_ in enumerate(write(collection, values, "ears")):
        tag(collection, id_, genre=("raga", "reel", "fado")[of[i]], composer=f"composer {of[i]}")
    found = gather(collection, find_recipe("classify"))
    alone = Material(**{**vars(found), "groups": found.truth.astype(np.int64)})
    assert told(collection, "ears", alone)["all"].purity is None
