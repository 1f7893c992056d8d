"""Label some, see the rest: right on what it never saw, and pointing at what is worth hearing."""

from __future__ import annotations

from collections import Counter
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import Interrupted, RequestProblem
from core.library.groups import read_values
from core.library.labels import NewLabel, write_labels
from core.probes import ProbeRequest, ProbeResult
from core.probes.ask import folds, run
from core.progress import Context, Stop
from core.store import Collection
from tests.core.library.shelf import add, rows, tag
from tests.core.recipes.conftest import GENRES, N, crowd, write_vectors


def ask(collection: Collection, **asked: Any) -> ProbeResult:
    return run(ProbeRequest("genre", "descriptors", **asked), Context(collection.folder, 1))


def only_labelled(collection: Collection, kept: set[int]) -> None:
    with collection.database.writing() as session:
        from sqlalchemy import delete, select

        from core.store.schema import Field, Label

        genre = session.scalar(select(Field.id).where(Field.name == "genre"))
        session.execute(delete(Label).where(Label.field_id == genre, Label.track_id.not_in(kept)))


def test_a_few_labels_tell_the_rest(shelf: Collection) -> None:
    of = crowd()[1]
    kept = {id_ for id_ in range(1, N + 1) if id_ % 7 == 3}
    only_labelled(shelf, kept)
    found = ask(shelf)
    assert found.classes == GENRES
    assert sum(found.labelled.values()) == len([id_ for id_ in kept if (id_ - 1) % 10])
    assert found.tracks == list(range(1, N + 1))
    others = [i for i, id_ in enumerate(found.tracks) if id_ not in kept]
    right = np.mean([found.said[i] == of[i] for i in others])
    assert right > 0.55  # a third by chance
    assert found.accuracy is not None
    assert found.accuracy.low is not None
    assert found.accuracy.low <= right <= found.accuracy.high + 0.15
    assert 0.3 < found.majority < 0.6
    msgspec.json.encode(found)
    assert f"{len(others) + len(kept):,}: {found.accuracy.value:.2f}" in found.sentence()


def test_the_uncertain_ones_are_those_whose_two_likeliest_are_closest(shelf: Collection) -> None:
    found = ask(shelf, most=5)
    unlabelled = set(range(1, N + 1, 10))
    assert [one.track_id for one in found.uncertain if one.track_id not in unlabelled] == []
    sure = dict(zip(found.tracks, found.probabilities, strict=True))
    others = [sure[id_] for id_ in unlabelled - {one.track_id for one in found.uncertain}]
    assert min(others) > min(one.probability for one in found.uncertain)
    for one in found.uncertain:
        assert one.said != one.second
        assert one.given == ""
        assert one.path == f"{one.track_id - 1:04}.wav"


def test_wrong_labels_surprise_most(shelf: Collection) -> None:
    """Six labels are changed to what they are not; most of those named first are these."""
    values, of = crowd(apart=1.5)
    clear = np.argsort(-(values[np.arange(N), of] - np.median(values, 1)))
    wrong = [int(i) for i in clear if i % 10][:6]
    for i in wrong:
        tag(shelf, i + 1, "person", genre=GENRES[(of[i] + 1) % 3])
    found = ask(shelf, most=12)
    named = {one.track_id - 1 for one in found.surprising}
    assert len(named & set(wrong)) >= 4
    for one in found.surprising:
        assert one.said != one.given
        assert one.given_probability is not None
        assert one.given_probability < one.probability


def test_few_of_one_artist_are_named(shelf: Collection) -> None:
    only_labelled(shelf, set(range(1, 60)))
    artists = read_values(shelf, "artist")
    for named in (ask(shelf, most=40).uncertain, ask(shelf, most=40).surprising):
        counted = Counter(artists[one.track_id][0] for one in named)
        assert max(counted.values()) <= 2
    assert (
        max(Counter(artists[one.track_id][0] for one in ask(shelf, most=60, apart="").uncertain).values()) > 2
    )


def test_an_artist_that_is_known_again_does_not_count_as_learnt(collection: Collection) -> None:
    """Vectors tell the artist and nothing else, and each artist has one genre."""
    rng = np.random.default_rng(0)
    artists = np.arange(90) % 15
    tracks = add(collection, *(f"{i:04}.wav" for i in range(90)), duration_s=10.0)
    write_vectors(collection, 8 * np.eye(15)[artists] + rng.standard_normal((90, 15)), tracks)
    with collection.database.writing() as session:
        labels = [
            NewLabel(id_, "artist", f"artist {who}", "tag") for id_, who in zip(tracks, artists, strict=True)
        ]
        labels += [
            NewLabel(id_, "genre", GENRES[who % 3], "tag") for id_, who in zip(tracks, artists, strict=True)
        ]
        write_labels(session, labels)
    torn, whole = ask(collection, apart="").accuracy, ask(collection).accuracy
    assert torn is not None
    assert whole is not None
    assert torn.value > 0.9
    assert whole.value < 0.5


def test_changed_labels_change_the_answer_at_once(shelf: Collection) -> None:
    before = ask(shelf)
    for id_ in range(2, 30):
        if (id_ - 1) % 10:
            tag(shelf, id_, "person", genre="polka")
    after = ask(shelf)
    assert before.classes != after.classes
    assert "polka" in after.classes


def test_what_a_run_has_said_is_not_learnt_from(shelf: Collection) -> None:
    before = ask(shelf)
    with shelf.database.writing() as session:
        from core.store.schema import Recipe, Run

        recipe = Recipe(name="x", task="classify", text="x", sha256="0" * 64)
        session.add(recipe)
        session.flush()
        run_row = Run(recipe_id=recipe.id, state="done", seed=0, device="cpu")
        session.add(run_row)
        session.flush()
        write_labels(
            session, [NewLabel(id_, "genre", "reel", "run", run_id=run_row.id) for id_ in range(1, N, 10)]
        )
    assert ask(shelf).labelled == before.labelled
    assert rows(shelf, "SELECT count(*) FROM labels WHERE source = 'run'") == [(15,)]


def test_too_few_labels_are_a_sentence(shelf: Collection) -> None:
    with pytest.raises(
        RequestProblem, match="two kinds of mood with 2 labelled tracks each; there are: none yet"
    ):
        run(ProbeRequest("mood", "descriptors"), Context(shelf.folder, 1))
    only_labelled(shelf, {2, 3, 5})
    with pytest.raises(RequestProblem, match="labelled tracks each; there are: "):
        ask(shelf)
    with pytest.raises(RequestProblem, match="Nothing in this collection has been encoded with musicnn-msd"):
        run(ProbeRequest("genre", "musicnn-msd"), Context(shelf.folder, 1))


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"most": 0}, "1 to 1,000 tracks can be named"),
        ({"apart": "mood"}, "not by mood"),
    ],
)
def test_requests_are_checked(asked: dict[str, Any], said: str) -> None:
    with pytest.raises(RequestProblem, match=said):
        ProbeRequest("genre", "descriptors", **asked)
    with pytest.raises(RequestProblem, match="A field is needed"):
        ProbeRequest(" ", "descriptors")
    with pytest.raises(RequestProblem, match="An encoder is needed"):
        ProbeRequest("genre", "")


def test_one_artist_cannot_judge_itself(shelf: Collection) -> None:
    for id_ in range(1, N + 1):
        tag(shelf, id_, "person", artist="the same")
    found = ask(shelf)
    assert found.accuracy is None
    assert found.surprising == []
    assert "Label more of them by others" in found.sentence()


def test_it_can_be_stopped(shelf: Collection) -> None:
    with pytest.raises(Interrupted):
        run(ProbeRequest("genre", "descriptors"), Context(shelf.folder, 1), should_stop=lambda: Stop.CANCEL)


@given(st.lists(st.integers(-5, 12), min_size=1, max_size=80))
def test_folds_keep_groups_whole_and_are_about_even(groups: list[int]) -> None:
    given_ = np.array(groups)
    found = folds(given_)
    for group in set(groups):
        assert len(set(found[given_ == group].tolist())) == 1
    sizes = np.bincount(found)
    assert len(sizes) == min(5, len(set(groups)))
    assert sizes.min() > 0
    largest = max(Counter(groups).values())
    assert sizes.max() <= len(groups) / len(sizes) + largest


@pytest.mark.parametrize(("order", "is_lower"), [("uncertain", True), ("each", False)])
def test_labels_that_are_not_drawn_bend_the_figure(shelf: Collection, order: str, is_lower: bool) -> None:
    """As By ear says of it: uncertain ones make it lower than it is for the rest, sure ones higher."""
    only_labelled(shelf, set())
    of = crowd()[1].tolist()
    wanted = [id_ for kind in range(3) for id_ in [i + 1 for i in range(N) if of[i] == kind][:2]]
    labelled: set[int] = set()
    while len(labelled) < 48:
        for id_ in wanted:
            tag(shelf, id_, "person", genre=GENRES[of[id_ - 1]])
        labelled |= set(wanted)
        found = ask(shelf, most=6)
        wanted = [one.track_id for one in getattr(found, order)]
    assert found.accuracy is not None
    rest = [i for i, id_ in enumerate(found.tracks) if id_ not in labelled]
    right = np.mean([found.said[i] == of[i] for i in rest])
    assert (found.accuracy.value < right) == is_lower
    assert abs(found.accuracy.value - right) > 0.05
