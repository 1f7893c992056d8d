"""Before and after of a run that has really taught an encoder: heard, drawn, compared, kept, opened again."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from core.embedding import list_sets
from core.embedding.chosen import choose_vectors
from core.errors import Interrupted, RequestProblem
from core.jobs.kinds import find_kind
from core.library.groups import read_values
from core.library.splits import PARTS
from core.maps import PlaceRequest, delete_map, list_maps, read_map
from core.maps.alignment import procrustes
from core.maps.kept import add_to_map
from core.maps.placing import run as place
from core.moved import MovedRequest, MovedResult, pair_of
from core.moved.job import discard, run
from core.moved.read import BeforeAfter, find_drawn, read_drawn
from core.progress import Context, Step, Stop
from core.runs import read_predictions, set_state
from core.runs.encoder import forget_card
from core.store import Collection
from core.store.schema import JobRow, Run
from tests.core.moved import taught
from tests.core.moved.conftest import QUICK
from tests.core.moved.test_near import slowly_nearest
from tests.core.recipes.conftest import write_vectors

JOB = 77


def draw(collection: Collection, request: MovedRequest = QUICK, **context: Any) -> MovedResult:
    return run(request, Context(collection.folder, JOB, **context))


def opened(collection: Collection, request: MovedRequest = QUICK) -> BeforeAfter:
    pair = pair_of(collection, request.run, request.beside)
    info = find_drawn(collection, pair, request.method, request.apart)
    assert info is not None
    return read_drawn(collection, pair, info, request.apart)


def vectors(collection: Collection, set_id: int) -> np.ndarray:
    return choose_vectors(collection, str(set_id)).values.astype(np.float64)


def test_what_is_missing_is_heard_and_both_maps_are_drawn(fresh: Collection) -> None:
    pair = pair_of(fresh, 1)
    assert (pair.before.encoder, pair.before.missing) == ("mel-cnn", taught.N)
    assert (pair.after.is_taught, pair.after.missing, pair.after.set_id) == (True, taught.N, None)
    steps, frames = list[Step](), list[str]()
    result = run(
        QUICK,
        Context(fresh.folder, JOB, show=lambda name, data: frames.append(data["which"])),
        progress=steps.append,
    )
    assert (result.shown, result.total, result.encoded) == (taught.N, taught.N, 2 * taught.N)
    assert steps[0].note == "Looking at the runs"
    assert "Comparing neighbours" in [step.note for step in steps]
    assert [step.done for step in steps[1:]] == sorted(step.done for step in steps[1:])
    assert list(dict.fromkeys(frames)) == ["before", "after"]
    second = read_map(fresh, result.after_map)
    assert second.info.settings["like"] == result.before_map
    assert "kept on average" in result.sentence()
    again = draw(fresh)
    assert (again.before_map, again.after_map, again.encoded) == (result.before_map, result.after_map, 0)
    assert again.stayed == result.stayed


def test_it_opens_again_as_it_was_counted(compared: Collection) -> None:
    """Against neighbours that are found by sorting all others."""
    drawn = opened(compared)
    sets = [drawn.first.info.embedding_set, drawn.info.embedding_set]
    before, after = (vectors(compared, set_id) for set_id in sets)
    kept = []
    for row in range(taught.N):
        was, is_ = (slowly_nearest(values, row, 4, None) for values in (before, after))
        assert drawn.was_near[row].tolist() == drawn.track_ids[was].tolist()
        assert drawn.is_near[row].tolist() == drawn.track_ids[is_].tolist()
        assert drawn.kept(row) == len(set(was) & set(is_))
        kept.append(drawn.kept(row))
    assert drawn.stayed.mean == pytest.approx(np.mean(kept))
    assert drawn.stayed.none == kept.count(0)
    assert drawn.stayed.by_chance == pytest.approx(16 / (taught.N - 1))
    assert [kept[row] for row in drawn.movers(taught.N)] == sorted(kept)
    assert len(set(drawn.movers(taught.N))) == taught.N


def test_the_second_map_lies_as_near_to_the_first_as_it_can(compared: Collection) -> None:
    drawn = opened(compared)
    turned = procrustes(drawn.after, drawn.before)
    np.testing.assert_allclose(turned.points, drawn.after, atol=1e-3)


def test_parts_are_those_of_the_run(compared: Collection) -> None:
    drawn = opened(compared)
    told = {row.track_id: row.part for row in read_predictions(compared, 1)}
    assert {id_: PARTS[part] for id_, part in zip(drawn.track_ids, drawn.part, strict=True)} == told
    test = drawn.movers(100, test_only=True)
    assert {told[int(drawn.track_ids[row])] for row in test} == {"test"}
    means = {part: drawn.kept_in(part) for part in PARTS}
    assert sum(n for _, n in means.values()) == taught.N
    assert sum(mean * n for mean, n in means.values()) == pytest.approx(drawn.stayed.mean * taught.N)


def test_lost_and_gained_are_the_nearest_that_did_not_stay(compared: Collection) -> None:
    drawn = opened(compared)
    for row in range(taught.N):
        lost, gained = drawn.lost_and_gained(row)
        was, is_ = drawn.was_near[row].tolist(), drawn.is_near[row].tolist()
        if drawn.kept(row) < 4:
            assert lost == next(id_ for id_ in was if id_ not in is_)
            assert gained == next(id_ for id_ in is_ if id_ not in was)


def test_other_artists_only_is_counted_beside_without_another_map(compared: Collection) -> None:
    plain, maps = opened(compared), len(list_maps(compared))
    request = MovedRequest(1, perplexity=5.0, k=4, apart="artist")
    assert find_drawn(compared, plain.pair, "tsne", "artist") is None
    draw(compared, request)
    assert len(list_maps(compared)) == maps
    apart, artists = opened(compared, request), read_values(compared, "artist")
    for row, id_ in enumerate(apart.track_ids.tolist()):
        assert all(artists[near] != artists[id_] for near in apart.was_near[row].tolist())
    assert opened(compared).was_near.tolist() == plain.was_near.tolist()


def test_pca_is_turned_to_fit_too(compared: Collection) -> None:
    result = draw(compared, MovedRequest(1, method="pca", k=4))
    assert result.method == "pca"
    drawn = opened(compared, MovedRequest(1, method="pca", k=4))
    assert drawn.info.method == "pca"
    np.testing.assert_allclose(procrustes(drawn.after, drawn.before).points, drawn.after, atol=1e-3)


def test_two_runs_are_compared_by_what_either_hears_with(compared: Collection) -> None:
    """A frozen run that hears with descriptors stands before the taught one."""
    tracks = sorted(read_values(compared, "genre"))
    write_vectors(compared, np.random.default_rng(0).standard_normal((len(tracks), 6)), tracks)
    second = taught.teach(compared, "classify", training__epochs="2", controls="majority")
    pair = pair_of(compared, 1, second)
    assert (pair.before.encoder, pair.before.is_taught) == ("descriptors", False)
    result = draw(compared, MovedRequest(1, second, perplexity=5.0, k=4))
    assert result.encoded == 0
    drawn = opened(compared, MovedRequest(1, second))
    assert drawn.first.info.encoder == "descriptors"
    with pytest.raises(RequestProblem, match="left its encoder, Descriptors, as it was"):
        pair_of(compared, second)
    third = taught.teach(compared, "classify", training__epochs="3", controls="majority")
    with pytest.raises(RequestProblem, match="the same encoder"):
        pair_of(compared, second, third)


def test_a_run_on_its_way_and_an_encoder_that_is_gone_say_so(fresh: Collection) -> None:
    set_state(fresh, 1, "interrupted")
    with fresh.database.writing() as session:
        session.get_one(JobRow, session.get_one(Run, 1).job_id).state = "interrupted"
    with pytest.raises(RequestProblem, match="has not come to its end"):
        pair_of(fresh, 1)
    set_state(fresh, 1, "done")
    forget_card(pair_of(fresh, 1).after.encoder)
    with pytest.raises(RequestProblem, match="not among this computer's encoders"):
        pair_of(fresh, 1)


def test_what_was_heard_serves_although_the_encoder_is_gone(compared: Collection) -> None:
    before = opened(compared)
    forget_card(before.pair.after.encoder)
    assert opened(compared).was_near.tolist() == before.was_near.tolist()
    assert draw(compared).encoded == 0


def test_a_deleted_map_is_drawn_again_not_shown_half(compared: Collection) -> None:
    drawn = opened(compared)
    delete_map(compared, drawn.first.info.id)
    assert find_drawn(compared, drawn.pair, "tsne") is None
    again = draw(compared)
    assert again.before_map != drawn.first.info.id
    assert opened(compared).stayed == drawn.stayed


def test_cancelled_it_leaves_nothing(fresh: Collection) -> None:
    asked: list[Stop] = []

    def stop_at(note: str) -> Any:
        def progress(step: Step) -> None:
            if step.note.startswith(note):
                asked.append(Stop.CANCEL)

        return progress

    context = Context(fresh.folder, JOB)
    with pytest.raises(Interrupted):
        run(QUICK, context, progress=stop_at("Comparing"), should_stop=lambda: asked[-1] if asked else None)
    assert list_maps(fresh)
    discard(QUICK, context)
    assert list_maps(fresh) == []
    assert [info.tracks for info in list_sets(fresh)] == [0, 0]


def test_paused_it_goes_on_where_it_was(fresh: Collection) -> None:
    asked: list[Stop] = []

    def progress(step: Step) -> None:
        if step.note == "Forming" and len(list_maps(fresh)) == 1:
            asked.append(Stop.PAUSE)

    context = Context(fresh.folder, JOB)
    with pytest.raises(Interrupted):
        run(QUICK, context, progress=progress, should_stop=lambda: asked[-1] if asked else None)
    maps = [info.id for info in list_maps(fresh)]
    result = draw(fresh)
    assert (result.encoded, [result.before_map]) == (0, maps)


def test_tracks_may_be_placed_on_a_compared_map(compared: Collection) -> None:
    """Columns of neighbours grow with the map, and say of the new ones that nothing is known."""
    drawn = opened(compared)
    columns = {name: column[:-1] for name, column in drawn.second.columns.items()}
    add_to_map(compared, drawn.second, columns, drawn.info.trust, drawn.info.total)
    placed = place(PlaceRequest(drawn.info.id), Context(compared.folder, 1))
    assert placed.placed == 1
    assert len(opened(compared).track_ids) == taught.N - 1


def test_it_is_a_job_that_can_be_written_and_read() -> None:
    kind = find_kind("moved")
    assert kind.read(kind.write(QUICK)) == QUICK
    assert kind.resumable
    assert kind.discard() is not None


@pytest.mark.parametrize(
    "wrong", [{"run": 0}, {"run": 1, "beside": 1}, {"run": 1, "k": 0}, {"run": 1, "perplexity": 1.0}]
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(wrong: dict[str, Any]) -> None:
    with pytest.raises(RequestProblem):
        MovedRequest(**wrong)
