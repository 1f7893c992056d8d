"""Encoders that learn along with a writer, from real files: what is kept of a run, and what writes later."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from core.embedding import encode, find_set, list_sets
from core.embedding.tuning import Tuning
from core.encoders import cards, find_card, open_encoder
from core.errors import Interrupted, RequestProblem
from core.library.captions import NewCaption, write_captions
from core.library.query import find
from core.progress import Context, Step, Stop
from core.recipes import TrainRequest, TrainResult, write_recipe
from core.recipes.describe import run as describe
from core.recipes.describing import CaptionRequest
from core.recipes.train import discard, run
from core.recipes.writing_along import Following
from core.runs import delete_run, find_checkpoint, list_runs, read_curves, read_predictions, read_run
from core.store import Collection
from core.training.checkpoint import read
from core.training.learner import Pooled, Stretched
from core.training.loop import threads
from tests.core.captions.test_writer import PART
from tests.core.encoders import tiny_models as tiny
from tests.core.recipes.conftest import job, recipe, taught, teach
from tests.core.recipes.test_train import Stopper
from tests.core.recipes.test_whole import takes, takes_once

__all__ = ["takes", "takes_once"]
ALONG = {
    "encoder__name": "mel-cnn",
    "encoder__window_s": "0.9",
    "encoder__augment": "false",
    "writer__width": "32",
    "writer__pieces": "320",
    "writer__places": "2",
    "writer__longest": "10",
    "writer__beams": "2",
    "writer__dropout": "0.1",
    "training__batch": "9",
    "training__head_lr": "0.01",
    "training__encoder_lr": "0.002",
    "training__epochs": "3",
    "training__checkpoint_s": "0",
}


@pytest.fixture
def described(takes: Collection, monkeypatch: pytest.MonkeyPatch) -> Iterator[Collection]:
    """Two of three are described rightly. How an encoder runs fastest is not measured each time."""
    monkeypatch.setattr(encode, "tune", lambda *asked: (asked[-1]("fp32"), Tuning("fp32", 8)))
    ids = find(takes, "state:ok").ids
    with takes.database.connection() as connection:
        rows = connection.exec_driver_sql("SELECT id, path FROM tracks").all()
    kinds = {id_: Path(path.decode() if isinstance(path, bytes) else path).stem.split() for id_, path in rows}
    captions = [
        NewCaption(id_, f"This is a {kinds[id_][0]}.", "import") for id_ in ids if kinds[id_][2] != "2"
    ]
    with takes.database.writing() as session:
        write_captions(session, captions)
    with threads(1):
        yield takes


def learn(collection: Collection, seed: int = 0, **changes: str) -> TrainResult:
    return teach(collection, "caption-fine-tune", seed, **(ALONG | changes))


def request(**changes: str) -> TrainRequest:
    return TrainRequest(write_recipe(recipe("caption-fine-tune", **(ALONG | changes))), 1)


def said(collection: Collection, number: int) -> dict[int, str | None]:
    return {row.track_id: row.said for row in read_predictions(collection, number)}


def written(collection: Collection, number: int) -> dict[int, str]:
    result = describe(CaptionRequest(number), Context(collection.folder, job(collection)))
    return {one.track_id: one.text for one in result.captions}


def test_what_is_learnt_is_heard_and_the_job_writes_what_the_run_was_judged_by(described: Collection) -> None:
    found = learn(described, training__epochs="16")
    assert found.scores["test"]["cider_d"]["value"] > found.controls["constant caption"]["cider_d"]["value"]
    curve = [row.figures["valid"]["loss"] for row in read_curves(described, found.run)]
    assert min(curve) < curve[0]
    texts = said(described, found.run)
    assert len(texts) == len(find(described, "state:ok").ids)
    card = find_card(found.encoder)
    assert card.hears == "What Mel CNN heard, and then learnt of captions in coast."
    sets = [info.id for info in list_sets(described)]
    assert written(described, found.run) == texts
    assert [info.id for info in list_sets(described)] == sets
    info = find_set(described, found.encoder)
    assert (info.window_s, info.tracks) == (0.9, len(texts))
    learnt = read_run(described, found.run).environment["learnt"]
    assert learnt["excerpts of a stretch"] == 2
    delete_run(described, found.run)
    assert found.encoder not in [one.name for one in cards()]


@pytest.mark.parametrize(
    ("during", "unfreeze_at"), [("Hearing what", 0), ("Epoch 2", 1), ("Epoch 3", 0), ("Writing", 0)]
)
def test_paused_it_goes_on_to_the_same_weights(described: Collection, during: str, unfreeze_at: int) -> None:
    notes = [""]

    def stop() -> Stop | None:
        return Stop.PAUSE if notes[-1].startswith(during) else None

    asked = request(encoder__augment="true", training__unfreeze_at=str(unfreeze_at), training__average="0.8")
    whole = run(asked, Context(described.folder, job(described)))
    number = job(described)
    with pytest.raises(Interrupted):
        run(
            asked,
            Context(described.folder, number),
            progress=lambda step: notes.append(step.note),
            should_stop=stop,
        )
    again = run(asked, Context(described.folder, number))
    kept = [find_checkpoint(described, one.run, "best") for one in (whole, again)]
    tensors = [read(one.path)[0] for one in kept if one]
    assert tensors[0].keys() == tensors[1].keys()
    assert all((tensors[0][name] == tensors[1][name]).all() for name in tensors[0])
    assert said(described, whole.run) == said(described, again.run)


def folder_of(place: Path) -> Path:
    folder = tiny.speech_folder(place, tiny.speech_model("hubert"), normalise=True)
    tiny.added(folder, "outside")
    return folder


def test_additions_change_the_weights_they_were_made_to_alone(described: Collection, tmp_path: Path) -> None:
    folder_of(tmp_path / "tiny")
    found = learn(
        described, encoder__name="outside", encoder__tune="lora", encoder__rank="4", encoder__layer="mix",
        training__encoder_lr="0.05", training__epochs="2",
    )  # fmt: skip
    nets = [open_encoder(find_card(name)).net.state_dict() for name in ("outside", found.encoder)]
    changed = {name for name in nets[0] if not torch.equal(nets[0][name], nets[1][name])}
    assert changed
    assert all(name.endswith(("q_proj.weight", "v_proj.weight")) for name in changed)
    assert written(described, found.run) == said(described, found.run)


def test_an_encoder_sleeps_until_it_is_woken(described: Collection) -> None:
    found = learn(described, training__unfreeze_at="3")
    nets = [open_encoder(find_card(name)).net.state_dict() for name in ("mel-cnn", found.encoder)]
    assert all(torch.equal(nets[0][name], nets[1][name]) for name in nets[0])


@pytest.mark.parametrize(("layer", "layers"), [("usual", 1), ("1", 1), ("-1", 1), ("mix", 4)])
def test_the_layers_that_are_asked_for_are_heard(
    described: Collection, tmp_path: Path, layer: str, layers: int
) -> None:
    folder_of(tmp_path / "tiny")
    found = learn(described, encoder__name="outside", encoder__layer=layer, training__epochs="1")
    kept = find_checkpoint(described, found.run, "best")
    assert kept
    assert read(kept.path)[0]["learner/head.ears.mean"].shape[0] == layers
    learnt = read_run(described, found.run).environment["learnt"]
    assert len(learnt["layer"].split(", ")) == layers
    card = find_card(found.encoder)
    if layer != "mix":
        assert learnt["layer"] == card.layers[card.usual_layer if layer == "usual" else int(layer)]
    assert written(described, found.run) == said(described, found.run)


def test_a_missing_file_in_the_middle_is_told_and_left_out(described: Collection) -> None:
    told: list[str] = []
    reels = described.folder.parent / "reels"

    def show(name: str, data: dict[str, Any]) -> None:
        if name == "run":
            (reels / "buzz 0 0.flac").unlink()
            (reels / "hum 1 1.flac").write_bytes(b"fLaC" + bytes(500))

    before = len(find(described, "state:ok").ids)
    settings = recipe("caption-fine-tune", **ALONG)
    found = taught(described, settings, say=lambda level, text: told.append(text), show=show)
    assert len(said(described, found.run)) == before - 2
    assert sum("was left out" in text for text in told) == 2
    assert any("not where it was" in text for text in told)
    assert sum(found.split[part] for part in ("train", "valid", "test")) == 24 - 2


def test_no_file_can_be_heard(described: Collection) -> None:
    for path in (described.folder.parent / "reels").iterdir():
        path.unlink()
    with pytest.raises(RequestProblem, match="could hear none of the tracks"):
        learn(described)


def test_a_run_that_is_stopped_to_be_kept_can_write(described: Collection) -> None:
    steps = 0

    def stop() -> Stop | None:
        return Stop.KEEP if steps > 12 else None

    def count(_: Step) -> None:
        nonlocal steps
        steps += 1

    asked = request(training__epochs="500")
    found = run(asked, Context(described.folder, job(described)), progress=count, should_stop=stop)
    assert found.state == "stopped"
    assert written(described, found.run) == said(described, found.run)


def test_cancelled_it_leaves_no_encoder(described: Collection) -> None:
    number, before = job(described), [card.name for card in cards()]
    with pytest.raises(Interrupted):
        run(request(), Context(described.folder, number), should_stop=Stopper(10, Stop.CANCEL))
    discard(request(), Context(described.folder, number))
    assert list_runs(described) == []
    assert [card.name for card in cards()] == before


def test_a_stretch_is_heard_as_its_excerpts_one_by_one() -> None:
    net = open_encoder(find_card("mel-cnn")).net
    batch = torch.from_numpy(tiny.noise(72_000, 2))
    heard = Stretched(net, 24_000, (0,))(batch)
    assert heard.shape == (2, 3, 1, 256)
    alone = net.hidden(batch[1:, 24_000:48_000])[0].mean(1)
    np.testing.assert_allclose(heard[1, 1].numpy(), alone.numpy(), rtol=1e-4, atol=1e-4)
    with pytest.raises(RequestProblem, match="no numbers any more"):
        Stretched(net, 24_000, (0,))(batch * torch.nan)
    short = torch.nn.functional.pad(batch[:, :9_000], (0, net.shortest - 9_000))
    torch.testing.assert_close(Stretched(net, 9_000, (0,))(batch[:, :9_000])[:, 0], Pooled(net)(short))


def test_figures_follow_what_comes_in_while_it_learns_and_stay_afterwards() -> None:
    ears = Following(torch.zeros(1, 4), torch.ones(1, 4), 32, PART)
    heard = 5 + 3 * torch.randn(64, 3, 1, 4, generator=torch.Generator().manual_seed(0))
    heard[..., 3] = 7.0
    for _ in range(80):
        ears.heard(heard)
    torch.testing.assert_close(ears.mean[0], torch.tensor([5.0, 5, 5, 7]), rtol=0.1, atol=0.1)
    torch.testing.assert_close(ears.scale[0], torch.tensor([3.0, 3, 3, 1]), rtol=0.1, atol=0.1)
    before = ears.mean.clone()
    nn.Module.eval(ears).heard(100 + heard)
    assert torch.equal(ears.mean, before)
