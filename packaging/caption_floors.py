"""How far the captions of runs lie above the captions of the nearest tracks, paired, whole artists drawn.

    python packaging/caption_floors.py DIR RUN [RUN ...]

One split has few artists in its test part, and what lies close to each other needs
more to be told apart. Runs of the same recipe on splits with other seeds are taken
together here: each caption beside that of the track of its own train part which sounds
most like it, as the control `nearest caption` has it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from core.evaluation.attributes import Attribute  # noqa: E402
from core.evaluation.described import attributes_of  # noqa: E402
from core.evaluation.retrieval import text_retrieval_sample  # noqa: E402
from core.library.groups import read_values  # noqa: E402
from core.recipes.hearing import read_excerpts  # noqa: E402
from core.recipes.recipe import Recipe, read_recipe  # noqa: E402
from core.recipes.writing import figures_of, nearest_of  # noqa: E402
from core.runs import read_predictions, read_run  # noqa: E402
from core.store import Collection, open_collection  # noqa: E402

Floats = NDArray[np.float64]
RESAMPLES, SEED, FOUND = 5000, 0, "recall_at_10"


class Judged(NamedTuple):
    """Of one run's test part: who made each track, what was said of it, and what of the nearest one."""

    artists: list[str]
    tracks: list[int]
    truth: list[str]
    said: list[str]
    nearest: list[str]
    recipe: Recipe


def judged(collection: Collection, run: int) -> Judged:
    info = read_run(collection, run)
    recipe, set_id = read_recipe(info.recipe.text), int(info.environment["learnt"]["embedding set"])
    part = recipe.encoder
    parts = {of: read_predictions(collection, run, of) for of in ("train", "test")}
    ids = [[row.track_id for row in rows] for rows in parts.values()]
    everything = np.array([*ids[0], *ids[1]], np.int64)
    heard = read_excerpts(collection, set_id, part, everything, recipe.writer.excerpts)
    train = np.arange(len(ids[0]))
    places = nearest_of(heard.values, *figures_of(heard.values[train]), train)[len(train) :]
    makers = read_values(collection, "artist", runs=False)
    return Judged(
        [makers[id_][0] for id_ in ids[1]],
        ids[1],
        [str(row.truth) for row in parts["test"]],
        [row.said or "" for row in parts["test"]],
        [str(parts["train"][place].truth) for place in places],
        recipe,
    )


def counts(of: Judged, texts: Sequence[str], collection: Collection) -> dict[str, tuple[Floats, Floats]]:
    """By figure, what is divided by what, for each track."""
    known = {field: read_values(collection, field, runs=False) for field in of.recipe.writer.named}
    found = {}
    for field, (attribute, truth) in attributes_of(known, of.tracks).items():
        named = [attribute.named(text) for text in texts]
        found[field] = _counted(attribute, named, [frozenset(true or ()) for true in truth])
    hits = text_retrieval_sample(texts, [(text,) for text in of.truth]).hits[FOUND]
    found["own track among ten"] = hits, np.ones(len(hits))
    return found


def _counted(
    attribute: Attribute, named: list[frozenset[str]], true: list[frozenset[str]]
) -> tuple[Floats, Floats]:
    """Shares that are wholly right, or F1 where a track may have many."""
    pairs = list(zip(named, true, strict=True))
    if not attribute.many:
        return np.array([float(said == meant) for said, meant in pairs]), np.ones(len(pairs))
    right = np.array([2.0 * len(said & meant) for said, meant in pairs])
    return right, np.array([float(len(said) + len(meant)) for said, meant in pairs])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("runs", type=int, nargs="+")
    asked = parser.parse_args()
    with open_collection(asked.folder) as collection:
        all_ = [judged(collection, run) for run in asked.runs]
        ours = [counts(one, one.said, collection) for one in all_]
        floors = [counts(one, one.nearest, collection) for one in all_]
    makers = [maker for one in all_ for maker in one.artists]
    names, group = np.unique(makers, return_inverse=True)
    drawn = np.random.default_rng(SEED).multinomial(
        len(names), np.full(len(names), 1 / len(names)), RESAMPLES
    )
    print(f"{len(makers)} test tracks of {len(names)} artists, {len(all_)} splits, 95 % intervals")
    for figure in ours[0]:
        values = []
        for side in (ours, floors):
            over, below = (np.concatenate([one[figure][at] for one in side]) for at in (0, 1))
            summed = [np.bincount(group, each, len(names)) for each in (over, below)]
            whole = over.sum() / below.sum()
            values.append((whole, drawn @ summed[0] / (drawn @ summed[1])))
        (us, drawn_us), (floor, drawn_floor) = values
        low, high = np.quantile(drawn_us - drawn_floor, (0.025, 0.975))
        print(f"{figure:20} {us:.3f} against {floor:.3f}: {us - floor:+.3f} ({low:+.3f} to {high:+.3f})")
    return 0


if __name__ == "__main__":
    sys.exit(main())
