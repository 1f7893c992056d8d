"""A study made short: one start, no maps, few epochs. It tells whether a study will go, not what is true."""

from __future__ import annotations

import msgspec

from core.recipes import find_recipe
from core.studies.study import Study, Way

EPOCHS = 3
"""Of what learns along; heads on vectors that are kept are quick as they are."""
ENDING = "-quick"


def quick(study: Study) -> Study:
    """A study of its own, so that its runs never stand among those of the sound one."""
    return msgspec.structs.replace(
        study,
        name=f"{study.name}{ENDING}"[:64],
        title=f"{study.title}, quick",
        seeds=study.seeds[:1],
        maps=(),
        ways=tuple(map(_quick, study.ways)),
    )


def _quick(way: Way) -> Way:
    changes = dict(way.changes)
    tune = changes.get("encoder.tune", find_recipe(way.recipe).encoder.tune)
    if tune == "frozen":
        return way
    return msgspec.structs.replace(way, changes=changes | {"training.epochs": f"{EPOCHS}"})
