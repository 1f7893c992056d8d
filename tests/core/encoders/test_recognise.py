"""A folder becomes a card, or one sentence that says what was found and what is known."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import msgspec
import numpy as np
import pytest

from core.encoders import (
    BuiltIn,
    Card,
    Hub,
    Local,
    add_card,
    cards,
    find_card,
    look,
    open_encoder,
    recognise,
    remove_card,
)
from core.encoders.weights import need
from core.errors import KnownError, RequestProblem, WeightsProblem
from core.messages import Message


def folder(path: Path, files: dict[str, object] | None = None, **config: object) -> Path:
    """Without anything to load: recognising reads no weights."""
    wanted: dict[str, object] = {"config.json": config, "model.safetensors": "weights", **(files or {})}
    for name, content in wanted.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        text = content if isinstance(content, str) else json.dumps(content)
        (path / name).write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("kind", "family", "rate_hz"),
    [
        ("wav2vec2", "speech", 16_000),
        ("hubert", "speech", 16_000),
        ("wavlm", "speech", 16_000),
        ("mert_model", "mert", 24_000),
        ("music_hubert", "mert", 24_000),
    ],
)
def test_networks_that_read_samples(kind: str, family: str, rate_hz: int, tmp_path: Path) -> None:
    path = folder(tmp_path / "Wave Net_2", model_type=kind, hidden_size=1024, num_hidden_layers=24)
    card = recognise(path)
    assert (card.name, card.title, card.family) == ("wave-net-2", "Wave Net_2", family)
    assert (card.dimension, card.rate_hz, card.window_s) == (1024, rate_hz, 10.0)
    assert (len(card.layers), card.layers[0], card.layers[-1]) == (25, "input", "block 24")
    assert card.usual_layer == (10 if family == "mert" else 12)
    assert card.licence == "as its publisher says"
    assert card.source == Local(str(path))
    assert card.hears
    assert not card.text


def test_what_is_not_said_is_as_usual(tmp_path: Path) -> None:
    card = recognise(folder(tmp_path / "base", model_type="hubert"))
    assert (card.dimension, len(card.layers)) == (768, 13)


def test_the_rate_is_what_the_folder_says(tmp_path: Path) -> None:
    sound = {"preprocessor_config.json": {"sampling_rate": 24_000}}
    assert recognise(folder(tmp_path / "a", sound, model_type="hubert")).rate_hz == 24_000
    assert recognise(folder(tmp_path / "b", model_type="mert_model", sample_rate=16_000)).rate_hz == 16_000


def test_clap_with_and_without_words(tmp_path: Path) -> None:
    deaf = recognise(folder(tmp_path / "deaf", model_type="clap", projection_dim=640))
    assert (deaf.family, deaf.dimension, deaf.rate_hz, deaf.text) == ("clap", 640, 48_000, False)
    assert deaf.layers == ("embedding",)
    able = recognise(folder(tmp_path / "able", {"tokenizer.json": "{}"}, model_type="clap"))
    assert (able.dimension, able.text) == (512, True)


def test_a_pickle_is_taken_where_there_is_nothing_better(tmp_path: Path) -> None:
    path = folder(tmp_path / "old", {"pytorch_model.bin": "x"}, model_type="mert_model")
    (path / "model.safetensors").unlink()
    assert recognise(path).family == "mert"


@pytest.mark.parametrize(
    ("readme", "licence"),
    [
        ("---\nlanguage: en\nlicense: cc-by-nc-4.0\ntags:\n- music\n---\n# Model", "cc-by-nc-4.0"),
        ("---\r\nlicense: 'mit'\r\n---\r\n", "mit"),
        ("---\ntags: x\n---\nlicense: mit", "as its publisher says"),
        ("# Model\nlicense: mit\n", "as its publisher says"),
        ("---\nlicense:\n---\n", "as its publisher says"),
    ],
)
def test_the_licence_is_what_the_front_matter_says(readme: str, licence: str, tmp_path: Path) -> None:
    assert recognise(folder(tmp_path / "m", {"README.md": readme}, model_type="hubert")).licence == licence


def test_a_folder_of_the_hugging_face_cache_is_called_after_its_repository(tmp_path: Path) -> None:
    path = tmp_path / "models--m-a-p--MERT-v1-95M" / "snapshots" / "0a1b2c"
    card = recognise(folder(path, model_type="mert_model"))
    assert (card.name, card.title) == ("mert-v1-95m", "m-a-p/MERT-v1-95M")


def test_a_name_of_ones_own(tmp_path: Path) -> None:
    path = folder(tmp_path / "x", model_type="hubert")
    add_card(recognise(path, "my.hubert-2"))
    assert find_card("my.hubert-2").source == Local(str(path))
    with pytest.raises(RequestProblem, match=r"called my\.hubert-2 already"):
        add_card(recognise(path, "my.hubert-2"))
    remove_card("my.hubert-2")
    for bad in ("../up", "Big", "with space", "-dash", "x" * 80):
        with pytest.raises(RequestProblem, match="cannot be called"):
            recognise(path, bad)


def test_names_that_nothing_is_left_of(tmp_path: Path) -> None:
    assert recognise(folder(tmp_path / "音楽", model_type="hubert")).name == "encoder"


SPOILT = {
    "another architecture": (
        {"config.json": {"model_type": "bert"}},
        "kind bert; supported are wav2vec2, hubert",
    ),
    "no architecture": ({"config.json": {}}, "kind None; supported are"),
    "a list of them": ({"config.json": {"model_type": ["clap"]}}, "supported are"),
    "no JSON": ({"config.json": "{"}, "config.json cannot be read: it is no JSON"),
    "too deep": ({"config.json": "[" * 100_000}, "it is no JSON"),
    "no settings": ({"config.json": [1]}, "it holds no settings"),
    "cqt": (
        {"config.json": {"model_type": "mert_model", "feature_extractor_cqt": True}},
        "constant-Q spectrum",
    ),
    "deepnorm": ({"config.json": {"model_type": "music_hubert", "deepnorm": True}}, "DeepNorm"),
    "odd layers": ({"config.json": {"model_type": "hubert", "num_hidden_layers": "many"}}, "many layers"),
    "odd size": ({"config.json": {"model_type": "hubert", "hidden_size": "wide"}}, "make no sense"),
    "a pointer": ({"config.json": "version x/git-lfs/spec\noid"}, "is only a pointer"),
    "weights that are a pointer": ({"model.safetensors": "version x/git-lfs/spec\noid"}, "is only a pointer"),
    "odd sound": ({"preprocessor_config.json": "nothing"}, "it is no JSON"),
}


@pytest.mark.parametrize("how", SPOILT)
def test_what_is_not_known_is_said_in_a_sentence(how: str, tmp_path: Path) -> None:
    files, said = SPOILT[how]
    path = folder(tmp_path / "m", model_type="hubert")
    folder(path, {"config.json": {"model_type": "hubert"}, **files})
    with pytest.raises(WeightsProblem) as caught:
        recognise(path)
    assert said in caught.value.sentence
    assert "\n" not in str(caught.value)


def test_files_that_are_missing(tmp_path: Path) -> None:
    path = folder(tmp_path / "m", model_type="hubert")
    with pytest.raises(WeightsProblem, match="is a file"):
        recognise(path / "config.json")
    with pytest.raises(WeightsProblem, match="does not exist"):
        recognise(path / "nowhere")
    (path / "model.safetensors").unlink()
    with pytest.raises(
        WeightsProblem, match=r"no weights: neither model\.safetensors nor pytorch_model\.bin"
    ):
        recognise(path)
    (path / "config.json").unlink()
    with pytest.raises(WeightsProblem, match=r"holds no config\.json"):
        recognise(path)


RUN = Card(
    name="laments-7",
    family="mel_resnet",
    title="Laments, run 7",
    hears="What tells laments apart.",
    dimension=512,
    rate_hz=22_050,
    window_s=3.0,
    licence="MIT",
    source=BuiltIn(),
    layers=("stage 1", "stage 2"),
    usual_layer=1,
    settings={"seed": 7, "bands": 128},
)


def run_folder(path: Path, card: Card = RUN, **files: object) -> Path:
    path.mkdir()
    (path / "soundings.json").write_bytes(msgspec.json.encode({"card": card, "step": 100, **files}))
    (path / "model.safetensors").write_text("weights")
    return path


@pytest.mark.parametrize("family", ["sample_cnn", "mel_resnet", "mel_cnn"])
def test_what_one_of_our_runs_saved(family: str, tmp_path: Path) -> None:
    wanted = msgspec.structs.replace(RUN, family=family)
    path = run_folder(tmp_path / "run", wanted)
    card = recognise(path)
    assert card == msgspec.structs.replace(wanted, source=Local(str(path)))
    assert recognise(path, "best").name == "best"
    add_card(card)
    assert find_card("laments-7") == card


def test_what_a_run_saves_is_what_is_recognised(tmp_path: Path) -> None:
    from core.encoders.mel_cnn import MelCnn
    from core.encoders.own import CARD, draw, save_encoder

    net = MelCnn()
    draw(net, 5)
    card = msgspec.structs.replace(find_card("mel-cnn"), name="mine", title="Mine", settings={})
    saved = save_encoder(tmp_path / "run", card, net)
    found = recognise(tmp_path / "run")
    assert ((tmp_path / "run" / CARD).is_file(), found) == (True, saved)
    add_card(found)
    samples = np.random.default_rng(0).uniform(-0.5, 0.5, (1, 16_000)).astype(np.float32)
    vectors = [open_encoder(one).embed(samples) for one in (saved, find_card("mine"))]
    np.testing.assert_array_equal(*vectors)


def test_a_run_that_taught_a_published_network_needs_its_configuration(tmp_path: Path) -> None:
    path = run_folder(tmp_path / "run", msgspec.structs.replace(RUN, family="mert"))
    with pytest.raises(WeightsProblem, match=r"holds no config\.json"):
        recognise(path)
    (path / "config.json").write_text('{"model_type": "mert_model"}')
    assert recognise(path).family == "mert"


def test_runs_that_cannot_be_read(tmp_path: Path) -> None:
    path = run_folder(tmp_path / "run")
    (path / "model.safetensors").unlink()
    with pytest.raises(WeightsProblem, match="holds no weights"):
        recognise(path)
    for text in ("{", "{}", '{"card":' * 5000, '{"card": {"name": "x"}}', "[]"):
        (path / "soundings.json").write_text(text)
        with pytest.raises(WeightsProblem, match=r"soundings\.json cannot be read"):
            recognise(path)
    strange = run_folder(tmp_path / "strange", msgspec.structs.replace(RUN, family="blend"))
    with pytest.raises(WeightsProblem, match="of the family 'blend'; runs are of sample_cnn"):
        recognise(strange)


DAMAGE: list[tuple[str, object, str]] = [
    ("dimension", 3, "its card says 1 × 3 values, and it gives 1 × 256"),
    ("dimension", -1, "dimension must lie between 0 and 1,000,000"),
    ("dimension", 10**30, "dimension must lie between"),
    ("dimension", "many", "Expected `int`, got `str`"),
    ("rate_hz", 22_050, "its card says 22,050 samples per second, and it listens at 16,000"),
    ("rate_hz", 10**12, "rate_hz must lie between"),
    ("rate_hz", None, "Expected `int`, got `null`"),
    ("window_s", 1e300, "window_s must lie between 0 and 600"),
    ("window_s", 1e-9, "window_s must hold a sample"),
    ("window_s", -3, "window_s must lie between"),
    ("layers", ["one", "two"], "its card says 2 × 256 values"),
    ("layers", [], "the usual layer is none of its layers"),
    ("layers", "block", "Expected `array`"),
    ("settings", [], "Expected `object`"),
    ("family", "musicnn", "of the family 'musicnn'"),
    ("source", {"type": "a\nb"}, "Invalid value 'a b'"),
    ("name", 5, "Expected `str`"),
]


@pytest.mark.parametrize(("field", "value", "said"), DAMAGE, ids=lambda item: str(item)[:20])
def test_a_card_that_was_changed_by_hand(field: str, value: object, said: str, tmp_path: Path) -> None:
    from core.encoders.mel_cnn import MelCnn
    from core.encoders.own import CARD, save_encoder

    card = msgspec.structs.replace(find_card("mel-cnn"), name="mine", title="Mine")
    save_encoder(tmp_path, card, MelCnn())
    written = json.loads((tmp_path / CARD).read_bytes())
    (tmp_path / CARD).write_text(json.dumps({"card": written["card"] | {field: value}}))
    with pytest.raises(KnownError) as caught:
        open_encoder(recognise(tmp_path))
    assert said in caught.value.sentence
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("missing", ["name", "family", "dimension", "rate_hz", "window_s", "source"])
def test_a_card_that_lacks_something(missing: str, tmp_path: Path) -> None:
    path = run_folder(tmp_path / "run")
    card = msgspec.to_builtins(RUN)
    (path / "soundings.json").write_text(json.dumps({"card": {k: card[k] for k in card if k != missing}}))
    with pytest.raises(WeightsProblem, match=f"cannot be read: Object missing required field `{missing}`"):
        recognise(path)


@pytest.mark.parametrize("settings", [{}, {"network": 5, "part": [], "file": 3}, {"seed": "abc"}], ids=str)
@pytest.mark.parametrize("family", ["descriptors", "musicnn", "mel_cnn", "blend", "speech"])
def test_an_added_card_whose_settings_make_no_sense(
    family: str, settings: dict[str, object], tmp_path: Path
) -> None:
    for source in (BuiltIn(), Local(str(tmp_path))):
        card = msgspec.structs.replace(RUN, name="odd", family=family, settings=settings, source=source)
        with pytest.raises((WeightsProblem, RequestProblem)) as caught:
            open_encoder(card)
        assert caught.value.sentence


def test_links_of_a_cache_that_was_emptied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    card = msgspec.structs.replace(find_card("hubert-base"), name="tiny", source=Hub("org/tiny"))
    path = folder(tmp_path / "models--org--tiny" / "snapshots" / "new", model_type="hubert")
    assert look(card).ready
    for name in ("preprocessor_config.json", "model.safetensors", "config.json"):
        (path / name).unlink(missing_ok=True)
        (path / name).symlink_to("../../blobs/gone")
        with pytest.raises(WeightsProblem) as caught:
            recognise(path)
        assert caught.value.sentence.endswith(f"{name} is a link to a file that is gone.")
    assert look(card).reason == "a link to a file that is gone"
    with pytest.raises(WeightsProblem) as caught:
        need(card)
    assert caught.value.sentence.endswith("config.json is a link to a file that is gone.")
    assert caught.value.hint.startswith("Fetch them with soundings encoders fetch tiny")
    folder(tmp_path / "models--org--tiny" / "snapshots" / "old", model_type="hubert")
    assert look(card).ready


def test_every_problem_is_a_known_one(tmp_path: Path) -> None:
    (tmp_path / "soundings.json").mkdir()
    with pytest.raises(KnownError):
        recognise(tmp_path)


@pytest.mark.may_log("is left out")
@pytest.mark.parametrize(
    "harm",
    [
        {"family": "unknown"},
        {"name": "../../up"},
        {"name": "descriptors"},
        {"layers": []},
        {"usual_layer": 99},
        {"rate_hz": 0},
        {"window_s": 0},
        {"dimension": -1},
        {"hears": "\udcff"},
    ],
    ids=str,
)
def test_a_damaged_card_is_told_of_and_hides_no_other(
    harm: dict[str, object], home: Path, tmp_path: Path, messages: list[Message]
) -> None:
    add_card(recognise(folder(tmp_path / "x", model_type="hubert"), "good"))
    path = add_card(recognise(folder(tmp_path / "x", model_type="hubert"), "bad"))
    damaged = json.dumps(json.loads(path.read_bytes()) | harm, ensure_ascii=False)
    path.write_bytes(damaged.encode("utf-8", "surrogateescape"))
    assert [card.name for card in cards()][-1] == "good"
    assert len({card.name for card in cards()}) == len(cards())
    assert f"The encoder in {path} is left out" in messages[0].text


def test_it_imports_no_torch() -> None:
    code = "import sys, core.encoders.recognise; sys.exit(bool({'torch', 'transformers'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[3]).returncode == 0
