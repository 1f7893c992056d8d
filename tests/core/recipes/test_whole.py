"""Encoders that learn along, from real files: they learn what a frozen one cannot, and stay as encoders."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
import torch

from core.embedding import EncodeRequest, encode, find_set, track_vectors
from core.encoders import cards, find_card, open_encoder, registry
from core.errors import Interrupted, KnownError, RequestProblem
from core.library import listen, scan
from core.library.labels import NewLabel, write_labels
from core.library.query import find
from core.progress import Context, Stop
from core.recipes import TrainRequest, write_recipe
from core.recipes.train import discard, run
from core.runs import delete_run, list_runs, read_curves, read_predictions, read_run
from core.store import Collection, create_collection, open_collection
from core.store.schema import Folder
from tests.core.encoders import tiny_models as tiny
from tests.core.recipes.conftest import job, recipe, taught, teach
from tests.core.recipes.test_train import Stopper

RATE = 16_000
KINDS, ARTISTS, TAKES = ("buzz", "hiss", "hum"), 4, 3
WHOLE = {
    "encoder__name": "mel-cnn",
    "encoder__tune": "whole",
    "encoder__window_s": "1.5",
    "encoder__excerpts": "2",
    "head__kind": "linear",
    "training__batch": "9",
    "training__encoder_lr": "0.002",
    "training__epochs": "8",
    "training__patience": "0",
    "controls": "majority",
}


def sound(kind: str, artist: int, take: int) -> np.ndarray:
    """Two seconds; who plays is heard in the pitch, what is played in the timbre."""
    rng = np.random.default_rng((KINDS.index(kind), artist, take))
    t = np.arange(2 * RATE) / RATE
    pitch = 150 + 40 * artist + 5 * take
    if kind == "hiss":
        return 0.2 * rng.standard_normal(len(t))
    partials = range(1, 15) if kind == "buzz" else range(1, 2)
    return 0.2 * sum(np.sin(2 * np.pi * pitch * i * t + i) / i for i in partials)


@pytest.fixture(scope="session")
def takes_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy it."""
    place = tmp_path_factory.mktemp("takes")
    reels = place / "reels"
    reels.mkdir()
    for kind in KINDS:
        for artist in range(ARTISTS):
            for take in range(TAKES):
                soundfile.write(reels / f"{kind} {artist} {take}.flac", sound(kind, artist, take), RATE)
    with create_collection(place / "coast") as collection:
        scan.run(scan.ScanRequest((str(reels),)), Context(collection.folder, 1))
        listen.run(listen.ListenRequest(), Context(collection.folder, 2))
        with collection.database.writing() as session, collection.database.connection() as connection:
            rows = connection.exec_driver_sql("SELECT id, path FROM tracks").all()
            words = [
                (id_, str(Path(path.decode() if isinstance(path, bytes) else path).stem).split())
                for id_, path in rows
            ]
            write_labels(session, [NewLabel(id_, "genre", kind, "tag") for id_, (kind, _, _) in words])
            write_labels(
                session, [NewLabel(id_, "artist", f"{kind} {who}", "tag") for id_, (kind, who, _) in words]
            )
    return place


@pytest.fixture
def takes(home: Path, takes_once: Path, tmp_path: Path) -> Iterator[Collection]:
    for name in ("coast", "reels"):
        shutil.copytree(takes_once / name, tmp_path / name)
    with open_collection(tmp_path / "coast") as collection:
        with collection.database.writing() as session:
            session.query(Folder).one().path = str(tmp_path / "reels")
        yield collection


def test_what_it_learns_is_heard_by_it_alone_and_stays_as_an_encoder(takes: Collection) -> None:
    found = teach(takes, **WHOLE)
    assert found.scores["test"]["accuracy"]["value"] > 0.8
    assert len(read_curves(takes, found.run)) == 8
    card = find_card(found.encoder)
    assert card.title.startswith("Mel CNN, run 1 of coast")
    assert [one.name for one in cards()].count(found.encoder) == 1
    encode.run(EncodeRequest(found.encoder, window_s=1.5), Context(takes.folder, 9))
    encode.run(EncodeRequest("mel-cnn", window_s=1.5), Context(takes.folder, 9))
    after, before = (
        track_vectors(takes, find_set(takes, name)).values for name in (found.encoder, "mel-cnn")
    )
    assert after.shape == before.shape == (len(KINDS) * ARTISTS * TAKES, card.dimension)
    assert not np.allclose(after, before)
    learnt = read_run(takes, found.run).environment["learnt"]
    assert learnt["precision"] in ("fp32", "bf16")
    assert learnt["waited_s"] >= 0
    delete_run(takes, found.run)
    assert found.encoder not in [one.name for one in cards()]
    assert not (takes.folder / "encoders" / "run-000001").exists()


def test_the_same_seed_is_the_same_run(takes: Collection) -> None:
    settings = WHOLE | {"encoder__augment": "true", "head__dropout": "0.2", "training__epochs": "2"}
    first, again = teach(takes, **settings), teach(takes, **settings)
    assert first.scores == again.scores
    assert read_predictions(takes, first.run) == read_predictions(takes, again.run)
    assert [row.figures for row in read_curves(takes, first.run)] == [
        row.figures for row in read_curves(takes, again.run)
    ]


@pytest.mark.parametrize("at", [4, 15])
def test_paused_it_goes_on_to_the_same(takes: Collection, at: int) -> None:
    settings = WHOLE | {"encoder__augment": "true", "training__epochs": "3", "training__average": "0.8"}
    request = TrainRequest(write_recipe(recipe(**settings)), 1)
    expected = run(request, Context(takes.folder, job(takes)))
    number = job(takes)
    with pytest.raises(Interrupted):
        run(request, Context(takes.folder, number), should_stop=Stopper(at, Stop.PAUSE))
    found = run(request, Context(takes.folder, number))
    assert found.scores == expected.scores
    assert read_predictions(takes, found.run) == read_predictions(takes, expected.run)


def tuned(takes: Collection, folder: Path, **settings: str) -> Any:
    """A run of a tiny network from outside, with what its encoder gave before and gives after."""
    tiny.added(folder, "outside")
    found = teach(
        takes,
        **(
            WHOLE | {"encoder__name": "outside", "encoder__window_s": "1", "training__epochs": "2"} | settings
        ),
    )
    batch = tiny.noise(16_000, 2)
    before, after = (open_encoder(find_card(name)) for name in ("outside", found.encoder))
    return found, before.embed(batch), after.embed(batch)


@pytest.mark.parametrize("kind", ["wav2vec2", "hubert", "wavlm"])
def test_transformers_learn_along_whole(takes: Collection, tmp_path: Path, kind: str) -> None:
    folder = tiny.speech_folder(tmp_path / "tiny", tiny.speech_model(kind), normalise=True)
    found, before, after = tuned(takes, folder, encoder__layer="mix")
    assert not np.allclose(before, after, atol=1e-4)
    assert find_card(found.encoder).family == "speech"


def test_additions_change_what_is_heard_and_nothing_but_the_weights_they_were_made_to(
    takes: Collection, tmp_path: Path
) -> None:
    folder = tiny.speech_folder(tmp_path / "tiny", tiny.speech_model("hubert"), normalise=True)
    found, before, after = tuned(
        takes, folder, encoder__tune="lora", encoder__rank="4", training__encoder_lr="0.05"
    )
    assert not np.allclose(before, after, atol=1e-4)
    nets = [open_encoder(find_card(name)).net.state_dict() for name in ("outside", found.encoder)]
    changed = {name for name in nets[0] if not torch.equal(nets[0][name], nets[1][name])}
    assert changed
    assert all(name.endswith(("q_proj.weight", "v_proj.weight")) for name in changed)


def test_mert_and_clap_learn_along(takes: Collection, tmp_path: Path) -> None:
    found, before, after = tuned(takes, tiny.mert_folder(tmp_path / "mert", tiny.mert_model()))
    assert find_card(found.encoder).family == "mert"
    assert not np.allclose(before, after, atol=1e-4)
    registry.remove_card("outside")
    found, before, after = tuned(takes, tiny.clap_folder(tmp_path / "clap", tiny.clap_model()))
    assert find_card(found.encoder).family == "clap"
    assert not np.allclose(before, after, atol=1e-4)


def test_a_missing_file_in_the_middle_and_odd_samples_are_told_and_left_out(takes: Collection) -> None:
    said: list[str] = []

    def say(level: str, text: str) -> None:
        said.append(text)

    reels = takes.folder.parent / "reels"
    seen: list[str] = []

    def show(name: str, data: dict[str, Any]) -> None:
        seen.append(name)
        if name == "run":
            (reels / "buzz 0 0.flac").unlink()
            (reels / "hum 1 1.flac").write_bytes(b"fLaC" + bytes(500))

    found = taught(takes, recipe(**(WHOLE | {"training__epochs": "2"})), say=say, show=show)
    assert (
        sum(found.split[part] for part in ("train", "valid", "test")) == len(find(takes, "state:ok").ids) - 2
    )
    assert sum("was left out" in text for text in said) == 2
    assert any("not where it was" in text for text in said)


def test_what_cannot_learn_along_is_a_sentence(takes: Collection) -> None:
    with pytest.raises(RequestProblem, match="cannot learn along: it is used as it is"):
        teach(takes, **(WHOLE | {"encoder__name": "descriptors"}))
    with pytest.raises(RequestProblem, match="has no attention that additions could be made to"):
        teach(takes, **(WHOLE | {"encoder__tune": "lora"}))
    with pytest.raises(KnownError, match="There is no encoder called nobody"):
        teach(takes, **(WHOLE | {"encoder__name": "nobody"}))
    assert list_runs(takes) == [] or all(line.state != "done" for line in list_runs(takes))


def test_no_file_can_be_heard(takes: Collection) -> None:
    for path in (takes.folder.parent / "reels").iterdir():
        path.unlink()
    with pytest.raises(RequestProblem, match="can be heard"):
        teach(takes, **WHOLE)


def test_cancelled_it_leaves_no_encoder(takes: Collection) -> None:
    request, number = TrainRequest(write_recipe(recipe(**WHOLE)), 0), job(takes)
    with pytest.raises(Interrupted):
        run(request, Context(takes.folder, number), should_stop=Stopper(12, Stop.CANCEL))
    discard(request, Context(takes.folder, number))
    assert list_runs(takes) == []
    assert not (takes.folder / "encoders").exists()
