"""Few labels: nested subsets, every figure as slow loops have it, more labels mostly better."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from core.embedding import find_set
from core.errors import Interrupted, RequestProblem
from core.library.splits import store_split
from core.probes import CurveRequest, CurveResult
from core.probes.curve import _gather, figures, nested, run
from core.probes.picture import draw_picture, rows
from core.progress import Context, Step, Stop
from core.store import Collection
from tests.core.recipes.conftest import GENRES


def ask(collection: Collection, **asked: Any) -> CurveResult:
    return run(
        CurveRequest("genre", ("descriptors",), **({"draws": 4} | asked)), Context(collection.folder, 1)
    )


def test_more_labels_tell_more_and_the_whole_part_stands_at_the_end(shelf: Collection) -> None:
    found = ask(shelf)
    (curve,) = found.curves
    assert found.classes == GENRES
    assert [point.each for point in curve.points] == [1, 2, 5, 10, 20, 0]
    assert [point.tracks for point in curve.points[:4]] == [3, 6, 15, 30]
    assert curve.points[-1].tracks == found.train
    medians = [point.quartiles[2] for point in curve.points]
    assert medians[-1] > medians[0] > found.majority
    assert len(set(curve.points[-1].macro_f1)) == 1  # all draws hold the same tracks
    assert curve.whole.value == pytest.approx(curve.points[-1].macro_f1[0], abs=1e-6)
    assert curve.whole.low is not None
    for point in curve.points:
        assert point.quartiles == pytest.approx(
            np.quantile(point.macro_f1, (0, 0.25, 0.5, 0.75, 1)), abs=1e-5
        )
    assert "Macro F1 of genre on" in found.sentence()
    msgspec.json.encode(found)


def test_the_same_seed_draws_the_same(shelf: Collection) -> None:
    first, again, other = ask(shelf, split=""), ask(shelf), ask(shelf, seed=1)
    assert first == again
    assert first.curves != other.curves


def test_subsets_are_nested_and_even(shelf: Collection) -> None:
    request = CurveRequest("genre", ("descriptors",))
    data = _gather(shelf, request, [find_set(shelf, "descriptors")])
    for draw in range(3):
        before: set[int] = set()
        for size, rows_ in zip((1, 2, 5, None), nested(data, (1, 2, 5), 0, draw), strict=True):
            assert before <= set(rows_.tolist()) <= set(data.parts["train"].tolist())
            before = set(rows_.tolist())
            if size:
                assert np.bincount(data.of[rows_]).tolist() == [size] * 3
    one, two = (next(iter(nested(data, (5,), 0, draw))).tolist() for draw in (0, 1))
    assert one != two


def test_figures_are_those_of_slow_loops() -> None:
    rng = np.random.default_rng(0)
    for _ in range(20):
        truth, said = rng.integers(0, 4, 30), rng.integers(0, 5, 30)
        f1 = []
        for kind in set(truth.tolist()):
            hits = sum(t == s == kind for t, s in zip(truth, said, strict=True))
            f1.append(2 * hits / (sum(truth == kind) + sum(said == kind)))
        assert figures(truth, said, 5) == pytest.approx((np.mean(f1), np.mean(truth == said)))


def test_a_split_by_name_and_sizes_of_ones_own(shelf: Collection) -> None:
    tracks = [id_ for id_ in range(1, 151) if (id_ - 1) % 10]
    store_split(shelf, "mine", "by hand", {id_: "test" if id_ % 4 == 0 else "train" for id_ in tracks})
    found = ask(shelf, split="mine", sizes=(3, 7, 3, 5000))
    assert [point.each for point in found.curves[0].points] == [3, 7, 0]
    assert (found.split, found.valid) == ("mine", 0)
    assert found.train + found.test == len(tracks)


def test_progress_and_stop(shelf: Collection) -> None:
    steps: list[Step] = []
    request = CurveRequest("genre", ("descriptors",), draws=3)
    run(request, Context(shelf.folder, 1), progress=steps.append)
    assert [(step.done, step.total) for step in steps] == [(0, 3), (1, 3), (2, 3)]
    with pytest.raises(Interrupted):
        run(request, Context(shelf.folder, 1), should_stop=lambda: Stop.CANCEL)


def test_what_cannot_be_drawn_is_a_sentence(shelf: Collection) -> None:
    with pytest.raises(RequestProblem, match="tracks of two kinds of mood that were encoded; there is none"):
        run(CurveRequest("mood", ("descriptors",)), Context(shelf.folder, 1))
    with pytest.raises(RequestProblem, match="only fado"):
        ask(shelf, query="genre:fado")
    with pytest.raises(RequestProblem, match="There is no split called theirs"):
        ask(shelf, split="theirs")
    for asked, said in (
        ({"draws": 0}, "1 to 100 draws"),
        ({"sizes": (0,)}, "At least one track"),
        ({"seed": -1}, "A seed is"),
    ):
        with pytest.raises(RequestProblem, match=said):
            CurveRequest("genre", ("descriptors",), **asked)  # type: ignore[arg-type]
    with pytest.raises(RequestProblem, match="named more than once"):
        CurveRequest("genre", ("descriptors", "descriptors"))


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_pictures_say_what_they_show(shelf: Collection, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"few.{ending}"
    found = ask(shelf)
    draw_picture(path, found)
    data = path.read_bytes()
    if ending == "png":
        assert data.startswith(b"\x89PNG")
        return
    text = data.decode()
    for word in (
        "labelled tracks",
        "macro F1",
        "descriptors",
        "seed 0",
        "4 draws",
        f"{found.test:,} test tracks",
    ):
        assert word in text


def test_tables_hold_every_draw(shelf: Collection) -> None:
    found = ask(shelf)
    lines = rows(found)
    assert len(lines) == 6 * 4
    assert {line["each"] for line in lines} == {1, 2, 5, 10, 20, "all"}
