"""Runs that learn to write: from people's captions alone, beside floors, kept, resumed and used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from sqlalchemy import select, update

from core.embedding.sets import find_set
from core.errors import Interrupted, RequestProblem, WeightsProblem
from core.library.caption_edits import accept_captions, edit_caption
from core.library.captions import NewCaption, read_captions, write_captions
from core.progress import Context, Step, Stop
from core.recipes import TrainRequest, TrainResult, write_recipe
from core.recipes.describe import run as describe
from core.recipes.describing import SHOWN, CaptionRequest, CaptionResult, Described
from core.recipes.hearing import AT_ONCE, read_excerpts
from core.recipes.recipe import read_recipe
from core.recipes.train import run
from core.runs import find_checkpoint, read_curves, read_predictions, read_run, read_scores
from core.store import Collection
from core.store.files import hash_file
from core.store.schema import Checkpoint, Split, Track
from core.training.checkpoint import read, write
from tests.core.recipes.conftest import GENRES, N, crowd, job, recipe, teach

SMALL = {
    "encoder__window_s": "0",
    "writer__width": "32",
    "writer__pieces": "320",
    "writer__places": "2",
    "writer__longest": "16",
    "writer__beams": "2",
    "writer__dropout": "0.1",
    "training__epochs": "12",
    "training__batch": "32",
    "training__head_lr": "0.01",
    "training__checkpoint_s": "0",
}
HALVES = ("calm", "quick")


def say(genre: int, quick: bool) -> str:
    return f"A {HALVES[quick]} {GENRES[genre]}."


@pytest.fixture
def described(shelf: Collection) -> Collection:
    """Every track but those of each tenth number is described rightly."""
    values, of = crowd()
    captions = [NewCaption(i + 1, say(of[i], bool(values[i, 3] > 0)), "import") for i in range(N) if i % 10]
    with shelf.database.writing() as session:
        write_captions(session, captions)
    return shelf


def learn(collection: Collection, seed: int = 0, **changes: str) -> TrainResult:
    return teach(collection, "caption", seed, **(SMALL | changes))


def ask(collection: Collection, number: int, **more: Any) -> CaptionResult:
    return describe(CaptionRequest(number, **more), Context(collection.folder, job(collection)))


def test_what_is_heard_is_written_more_rightly_than_without_listening(described: Collection) -> None:
    found = learn(described, training__epochs="25")
    rows = {
        (row.control, row.name, row.about): row
        for row in read_scores(described, found.run)
        if row.part == "test"
    }
    named = rows["", "attribute_accuracy", "genre"]
    assert named.value < 1
    floors = ("constant caption", "random caption", "shuffled audio")
    for floor in floors:
        assert named.low is not None
        assert named.low > rows[floor, "attribute_accuracy", "genre"].value
        assert rows["", "cider_d", ""].value > rows[floor, "cider_d", ""].value
    assert {control for control, *_ in rows} == {"", "nearest caption", *floors}
    assert "Soundings caption scorers" in named.method
    info = read_run(described, found.run)
    assert info.scores["test"]["cider_d"].n == found.split["test"]
    assert "CIDEr-D" in found.sentence()
    curve = [row.figures["valid"]["loss"] for row in read_curves(described, found.run)]
    assert min(curve) < curve[0]


def test_every_track_is_written_of_and_only_people_are_believed(described: Collection) -> None:
    first = learn(described)
    said = {row.track_id: row for row in read_predictions(described, first.run)}
    assert len(said) == N
    assert {id_ for id_, row in said.items() if row.truth is None} == {i + 1 for i in range(N) if i % 10 == 0}
    ask(described, first.run)
    assert len(read_captions(described, writer="machine")) == sum(bool(row.said) for row in said.values())
    again = learn(described, seed=0, controls="")
    assert again.split == first.split
    assert [row.said for row in read_predictions(described, again.run)] == [row.said for row in said.values()]


def test_what_a_run_writes_is_what_it_was_judged_by(
    described: Collection,
) -> None:
    number = learn(described).run
    judged = {row.track_id: row.said for row in read_predictions(described, number)}
    result = ask(described, number, query="genre:fado")
    kept = {one.track_id: one for one in read_captions(described, writer="machine")}
    assert {one.track_id: one.text for one in result.captions} == {id_: judged[id_] for id_ in kept}
    one = kept[result.captions[0].track_id]
    assert (one.start_s, one.end_s, one.run_id, one.encoder) == (0.0, 10.0, number, "descriptors")
    checkpoint = find_checkpoint(described, number, "best")
    assert checkpoint
    assert one.settings == {
        "encoder": "descriptors", "embedding_set": 1, "layer": "embedding", "window_s": 10.0,
        "writer": "own", "beams": 2, "temperature": 0.0, "seed": 0,
        "epoch": checkpoint.epoch + 1, "checkpoint": checkpoint.sha256[:12],
    }  # fmt: skip
    assert f"Run {number} has described {len(kept)} tracks." in result.sentence()
    msgspec.json.encode(result)


def test_texts_are_shown_as_soon_as_they_are_kept(described: Collection) -> None:
    number = learn(described).run
    seen: list[dict[str, Any]] = []
    with described.database.writing() as session:
        session.execute(update(Track).where(Track.id == 3).values(sha256="0123456789abcdef" * 4))

    def show(name: str, data: dict[str, Any]) -> None:
        kept = {one.track_id: one for one in read_captions(described, writer="machine")}
        assert name == SHOWN
        assert data["run"] == number
        for text in data["texts"]:
            assert text == msgspec.to_builtins(
                Described(text["track_id"], 0.0, 10.0, kept[text["track_id"]].text, number)
            )
        seen.append(data)

    context = Context(described.folder, job(described), show=show)
    result = describe(CaptionRequest(number), context)
    assert len(seen) == -(-N // AT_ONCE)
    shown = [Described(**text) for data in seen for text in data["texts"]]
    assert shown == list(result.captions)
    files = {one.track_id: one.settings.get("file") for one in read_captions(described, writer="machine")}
    assert {id_ for id_, file in files.items() if file} == {3}
    assert files[3] == "0123456789ab"


SPOILT: list[tuple[Callable[[Any, Any], object], str]] = [
    (lambda tensors, about: about.pop("t5"), "its checkpoint lacks t5"),
    (lambda tensors, about: about.pop("words"), "its checkpoint lacks words"),
    (lambda tensors, about: about.pop("layers"), "its checkpoint lacks layers"),
    (lambda tensors, about: about["t5"].pop("d_model"), "its checkpoint lacks d_model"),
    (lambda tensors, about: about["t5"].update(d_kv="wide"), "do not fit together"),
    (lambda tensors, about: about.update(words="no words"), "cannot be opened"),
    (lambda tensors, about: tensors.pop("learner/head.ears.mean"), "weights lack those of the ears"),
    (lambda tensors, about: tensors.pop("learner/head.t5.shared.weight"), "its weights lack"),
]


def test_a_checkpoint_that_lacks_something_is_said_in_a_sentence(described: Collection) -> None:
    number = learn(described, training__epochs="1", controls="").run
    for spoil, said in SPOILT:
        kept = find_checkpoint(described, number, "best")
        assert kept
        whole = kept.path.read_bytes()
        tensors, state, about = read(kept.path)
        spoil(tensors, about)
        with kept.path.open("wb") as file:
            write(file, tensors, state, about)
        _vouch(described, kept.path)
        with pytest.raises(WeightsProblem, match=f"What run {number} has learnt cannot be opened") as problem:
            ask(described, number, tracks=(1,))
        assert said in problem.value.sentence
        assert problem.value.hint == "Teach it again."
        kept.path.write_bytes(whole)
        _vouch(described, kept.path)
    assert read_captions(described, writer="machine") == []
    assert ask(described, number, tracks=(1,)).captions


def _vouch(collection: Collection, path: Path) -> None:
    """As if it had been written so."""
    with collection.database.writing() as session:
        session.execute(
            update(Checkpoint)
            .where(Checkpoint.filename == path.name)
            .values(sha256=hash_file(path), size_bytes=path.stat().st_size)
        )


def test_what_a_person_had_a_hand_in_stays(described: Collection) -> None:
    number = learn(described).run
    ask(described, number, tracks=(2, 3, 5))
    by_track = {one.track_id: one for one in read_captions(described, writer="machine")}
    edit_caption(described, by_track[2].id, "A slow fado, sung.")
    accept_captions(described, [by_track[3].id])
    result = ask(described, number, tracks=(2, 3, 5), beams=1)
    assert (result.kept, len(result.captions)) == (2, 3)
    texts = {one.track_id: one.text for one in read_captions(described, writer="machine")}
    assert texts[2] == "A slow fado, sung."
    assert len(texts) == 3


def test_chance_is_the_seeds(described: Collection) -> None:
    number = learn(described).run
    texts = [
        [one.text for one in ask(described, number, temperature=1.5, seed=seed).captions]
        for seed in (1, 1, 2)
    ]
    assert texts[0] == texts[1] != texts[2]


def test_a_run_that_was_put_down_goes_on_to_the_same_weights(described: Collection) -> None:
    whole = learn(described)
    text = write_recipe(recipe("caption", **SMALL))
    asked = iter([None] * 25 + [Stop.PAUSE])
    context = Context(described.folder, job(described))
    with pytest.raises(Interrupted):
        run(TrainRequest(text, 0), context, should_stop=lambda: next(asked, Stop.PAUSE))
    went_on = run(TrainRequest(text, 0), context)
    assert went_on.run != whole.run
    best = [find_checkpoint(described, number, "best") for number in (whole.run, went_on.run)]
    tensors = [read(kept.path)[0] for kept in best if kept]
    assert tensors[0].keys() == tensors[1].keys()
    assert all((tensors[0][name] == tensors[1][name]).all() for name in tensors[0])
    assert [row.said for row in read_predictions(described, whole.run)] == [
        row.said for row in read_predictions(described, went_on.run)
    ]


def test_a_run_that_is_stopped_to_be_kept_can_write(described: Collection) -> None:
    steps = 0

    def stop() -> Stop | None:
        return Stop.KEEP if steps > 20 else None

    def count(_: Step) -> None:
        nonlocal steps
        steps += 1

    request = TrainRequest(write_recipe(recipe("caption", **(SMALL | {"training__epochs": "500"}))), 0)
    result = run(request, Context(described.folder, job(described)), progress=count, should_stop=stop)
    assert result.state == "stopped"
    assert ask(described, result.run, tracks=(1,)).captions[0].track_id == 1


def test_parts_are_as_even_as_the_labels(described: Collection) -> None:
    number = learn(described).run
    info = read_run(described, number)
    assert info.split
    with described.database.reading() as session:
        settings = session.scalars(select(Split.settings).where(Split.name == info.split.name)).one()
    assert settings["label"] == "genre"
    assert min(info.split.train, info.split.valid, info.split.test) > 0


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"data__query": 'genre:reel artist:"artist 1"'}, "caption needs 10 described tracks at least; "),
        ({"encoder__layer": "best"}, "one layer or a mix is heard"),
        ({"writer__width": "30"}, "width is a multiple of 4"),
        ({"writer__name": "t6"}, "no writer called t6"),
        ({"writer__tune": "frozen"}, "has to learn in whole"),
        ({"encoder__name": "nobody"}, "nobody"),
    ],
)
def test_what_cannot_be_learnt_is_said(described: Collection, changes: dict[str, str], said: str) -> None:
    with pytest.raises(RequestProblem, match=said):
        learn(described, **changes)


def test_what_cannot_write_is_said(described: Collection) -> None:
    classes = teach(described, controls="majority").run
    for number, said in ((classes, "has not learnt to write"), (99, "no run 99")):
        with pytest.raises(RequestProblem, match=said):
            ask(described, number)
    number = learn(described).run
    with pytest.raises(RequestProblem, match="Track 9999 cannot be heard"):
        ask(described, number, tracks=(9999,))
    with pytest.raises(RequestProblem, match="No track that can be heard"):
        ask(described, number, query="genre:polka")


def test_excerpts_are_those_that_the_encoder_gave(described: Collection) -> None:
    """Once in its own scale: neither louder, nor fainter, nor of another track."""
    values, _ = crowd()
    info = find_set(described, "descriptors")
    part = read_recipe(write_recipe(recipe("caption", **SMALL))).encoder
    tracks = np.array([3, 1, 1000, 7])
    heard = read_excerpts(described, info.id, part, tracks, 5)
    assert heard.rows.tolist() == [0, 1, 3]
    np.testing.assert_allclose(heard.values[:, 0, 0, :8], values[tracks[heard.rows] - 1], atol=2e-2)
    assert heard.spans.tolist() == [[0.0, 10.0]] * 3
