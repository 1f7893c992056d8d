"""What the table of runs has to know beside the runs' lines. Runs in the background."""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as made
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from core.runs.shown import Figures
    from core.store import Collection

Leaks = Mapping[str, Mapping[str, int]]
"""By split: of each group, such as artist, how many lie on both sides."""


@dataclass(frozen=True)
class SplitFacts:
    name: str
    method: str
    together: tuple[str, ...]
    test: int
    """Tracks of its test part."""


@dataclass(frozen=True)
class Facts:
    """Of one run: its recipe in a few words, its split, what was judged beside it."""

    run: int
    title: str
    field: str
    tune: str
    rank: int
    head: str
    encoder: str
    text: str
    split: SplitFacts | None
    trained: bool
    """It has made an encoder of its own, which is there."""
    controls: Mapping[str, Figures] = made(default_factory=dict)


def read_facts(runs: Sequence[int], collection: Collection) -> dict[int, Facts]:
    from sqlalchemy import select

    from core.library.labels import each
    from core.runs.encoder import encoder_folder
    from core.store.schema import Recipe, Run, Split

    with collection.database.reading() as session:
        chosen = (
            select(Run.id, Recipe.text, Run.environment, Split)
            .join(Recipe, Recipe.id == Run.recipe_id)
            .outerjoin(Split, Split.id == Run.split_id)
            .where(Run.id.in_(each(runs)))
        )
        found = [(run, text, environment, split) for run, text, environment, split in session.execute(chosen)]
        controls = _controls(session, runs)
        sizes = _sizes(session)
        return {
            run: _facts(
                run,
                text,
                environment,
                _split(split, sizes),
                trained=encoder_folder(collection, run).exists(),
                controls=controls[run],
            )
            for run, text, environment, split in found
        }


def _facts(
    run: int,
    text: str,
    environment: Mapping[str, Any],
    split: SplitFacts | None,
    *,
    trained: bool,
    controls: Mapping[str, Figures],
) -> Facts:
    """A recipe that a later version has written is read as far as it can be."""
    try:
        recipe = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        recipe = {}
    encoder, heard = _part(recipe, "encoder"), _part(environment, "encoder")
    name = str(heard.get("title") or encoder.get("name", ""))
    return Facts(
        run,
        str(recipe.get("title", "")),
        str(_part(recipe, "data").get("field", "")),
        str(encoder.get("tune", "")),
        int(encoder.get("rank", 0)),
        "writer" if recipe.get("task") == "caption" else str(_part(recipe, "head").get("kind", "")),
        name.removesuffix(", untrained"),
        text,
        split,
        trained,
        controls,
    )


def _part(values: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = values.get(name)
    return part if isinstance(part, dict) else {}


def _split(split: Any, sizes: Mapping[int, int]) -> SplitFacts | None:  # noqa: ANN401 - a row, or none
    if split is None:
        return None
    together = split.settings.get("together")
    return SplitFacts(split.name, split.method, tuple(map(str, together or ())), sizes[split.id])


def _sizes(session: Any) -> Mapping[int, int]:  # noqa: ANN401 - a session
    from sqlalchemy import func, select

    from core.store.schema import SplitItem

    counted = select(SplitItem.split_id, func.count()).where(SplitItem.part == "test")
    return defaultdict(int, session.execute(counted.group_by(SplitItem.split_id)).all())


def _controls(session: Any, runs: Sequence[int]) -> Mapping[int, dict[str, Figures]]:  # noqa: ANN401
    """On the test part."""
    from sqlalchemy import select

    from core.library.labels import each
    from core.runs.shown import Figure
    from core.store.schema import Score

    found: dict[int, dict[str, Figures]] = defaultdict(dict)
    columns = (Score.run_id, Score.control, Score.name, Score.value, Score.low, Score.high, Score.n)
    chosen = select(*columns).where(
        Score.run_id.in_(each(runs)), Score.part == "test", Score.about == "", Score.control != ""
    )
    for run, control, name, value, low, high, n in session.execute(chosen.order_by(Score.id)):
        found[run].setdefault(control, {})[name] = Figure(value, low, high, n)
    return found


def read_leaks(names: Sequence[str], collection: Collection) -> dict[str, dict[str, int]]:
    """Groups of which some tracks judge while others were learnt from or chosen by."""
    from core.library.splits import find_leaks, find_split, read_split

    found: dict[str, dict[str, int]] = {}
    for name in names:
        leaks = find_leaks(collection, read_split(collection, find_split(collection, name)))
        found[name] = dict(Counter(leak.group for leak in leaks if "test" in leak.parts))
    return found
