"""Blends: what is fitted, what of it lasts, and that a blend hears what its parts hear."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np
import pytest
from numpy.typing import NDArray

from core.encoders import Card, add_card, blend, find_card, open_encoder
from core.encoders.blend import Fitted, blend_card, combine, fit, read, save
from core.errors import KnownError, RequestProblem, WeightsProblem

Matrix = NDArray[np.float32]
WORDS, WAVES = find_card("descriptors"), find_card("sample-cnn")


def vectors(card: Card, rows: int = 40, seed: int = 0) -> Matrix:
    """Values of very different sizes, as those of descriptors."""
    rng = np.random.default_rng((seed, card.dimension))
    sizes = 10 ** rng.uniform(-2, 3, card.dimension)
    return (rng.standard_normal((rows, card.dimension)) * sizes + 5 * sizes).astype(np.float32)


def parts(rows: int = 40) -> list[tuple[Card, int, Matrix]]:
    return [(WORDS, 0, vectors(WORDS, rows)), (WAVES, -1, vectors(WAVES, rows))]


def matrices(rows: int = 40) -> list[Matrix]:
    return [matrix for _, _, matrix in parts(rows)]


def opened(folder: Path, fitted: Fitted) -> blend.Blend:
    save(fitted, folder)
    encoder = open_encoder(blend_card("both", fitted, folder))
    assert isinstance(encoder, blend.Blend)
    return encoder


def refusal(**wrong: object) -> str:
    with pytest.raises(RequestProblem) as caught:
        fit(**{"parts": parts(), **wrong})  # type: ignore[arg-type]
    assert caught.value.hint
    return caught.value.sentence


# --- fitting --------------------------------------------------------------------------------------


def test_without_more_it_is_standardised_concatenation() -> None:
    combined = combine(fit(parts()), matrices())
    assert combined.dtype == np.float32
    assert combined.shape == (40, 105 + 512)
    np.testing.assert_allclose(combined.mean(0), 0, atol=1e-5)
    np.testing.assert_allclose(combined.std(0), 1, rtol=1e-4)


def test_weights_scale_their_part() -> None:
    plain, weighed = (combine(fit(parts(), weights=w), matrices()) for w in (None, [1.0, 0.25]))
    np.testing.assert_allclose(weighed[:, :105], plain[:, :105])
    np.testing.assert_allclose(weighed[:, 105:], plain[:, 105:] / 4)


def test_a_value_that_never_changes_says_nothing() -> None:
    constant = vectors(WORDS)
    constant[:, 3] = np.float32(0.1)
    fitted = fit([(WORDS, 0, constant)])
    constant[0, 3] = 7
    assert not combine(fitted, [constant])[:, 3].any()


@pytest.mark.parametrize("rows", [40, 700])
def test_pca_keeps_what_differs_most_in_a_fixed_direction(rows: int) -> None:
    plain = combine(fit(parts(rows)), matrices(rows)).astype(np.float64)
    fitted = fit(parts(rows), pca=10)
    assert fitted.components is not None
    assert fitted.dimension == 10
    np.testing.assert_allclose(fitted.components @ fitted.components.T, np.eye(10), atol=1e-9)
    variances = np.sort(np.linalg.eigvalsh(plain.T @ plain))[::-1][:10]
    combined = combine(fitted, matrices(rows)).astype(np.float64)
    np.testing.assert_allclose((combined**2).sum(0), variances, rtol=1e-4)
    assert (np.take_along_axis(fitted.components, np.abs(fitted.components).argmax(1)[:, None], 1) > 0).all()


def test_pca_does_not_depend_on_the_order_of_tracks() -> None:
    turned = [(card, layer, matrix[::-1]) for card, layer, matrix in parts()]
    first, second = (combine(fit(some, pca=5), matrices()) for some in (parts(), turned))
    np.testing.assert_allclose(first, second, atol=1e-3)


def test_what_cannot_be_blended_is_refused_in_a_sentence() -> None:
    both = blend_card("both", fit(parts()), Path("folder"), "Both")
    assert refusal(parts=[(both, 0, vectors(both))]) == "Both is a blend itself, and blends are not blended."
    assert refusal(parts=[]) == "A blend needs at least one part."
    assert refusal(parts=[(WORDS, 1, vectors(WORDS))]) == "Descriptors has no layer 1."
    assert refusal(parts=[(WORDS, 0, vectors(WAVES))]) == "The vectors of Descriptors are not what it gives."
    broken = vectors(WORDS)
    broken[2, 2] = np.nan
    assert refusal(parts=[(WORDS, 0, broken)]) == "The vectors of Descriptors are not what it gives."
    uneven = [*parts()[:1], (WAVES, 0, vectors(WAVES, 39))]
    assert refusal(parts=uneven).endswith("here are: Descriptors 40, Sample CNN, untrained 39.")
    assert refusal(parts=[(WORDS, 0, vectors(WORDS, 1))]).endswith("here are: Descriptors 1.")
    assert refusal(pca=41) == "40 vectors of 617 values cannot be cut to 41 by PCA."
    assert refusal(pca=0) == "40 vectors of 617 values cannot be cut to 0 by PCA."
    for weights in ([1.0], [1.0, -1.0], [0.0, 0.0], [1.0, float("nan")]):
        assert refusal(weights=weights).startswith("A blend needs a weight for each part")


@pytest.mark.parametrize("wrong", [[0], [1, 0], [0, 1, 1]])
def test_vectors_of_other_parts_are_refused(wrong: list[int]) -> None:
    with pytest.raises(RequestProblem, match="do not belong"):
        combine(fit(parts()), [matrices()[i] for i in wrong])
    with pytest.raises(RequestProblem, match="do not belong"):
        combine(fit(parts()), [matrices()[0][:3], matrices()[1]])


# --- on disk --------------------------------------------------------------------------------------


@pytest.mark.parametrize("pca", [None, 7])
def test_what_is_saved_is_what_is_read(pca: int | None, tmp_path: Path) -> None:
    fitted = fit(parts(), pca, [1.0, 0.5])
    save(fitted, tmp_path)
    np.testing.assert_array_equal(combine(read(tmp_path), matrices()), combine(fitted, matrices()))
    readable = msgspec.json.decode((tmp_path / blend.READABLE).read_bytes())
    assert readable["parts"][1] == {"encoder": "sample-cnn", "layer": 0, "values": 512, "weight": 0.5}


def test_missing_damaged_and_foreign_files(tmp_path: Path) -> None:
    def told() -> str:
        with pytest.raises(WeightsProblem) as caught:
            open_encoder(card)
        return caught.value.sentence

    fitted = fit(parts())
    card = blend_card("both", fitted, tmp_path, "Both")
    path = tmp_path / blend.FITTED
    assert told() == f"{path} is missing."
    save(fitted, tmp_path)
    whole = path.read_bytes()
    for damaged in (b"", whole[:50], whole[:-1], b"nothing of the kind"):
        path.write_bytes(damaged)
        assert told() == f"{path} cannot be read: it is damaged."
    save(fit(parts()[:1]), tmp_path)
    assert told() == f"{tmp_path} was fitted for another blend than Both."


def test_its_card_says_what_it_is_made_of(tmp_path: Path) -> None:
    card = blend_card("both", fit(parts()), tmp_path)
    assert card.title == "Descriptors + Sample CNN, untrained"
    assert (card.rate_hz, card.window_s, card.dimension) == (22_050, 10.0, 617)
    assert card.licence == "MIT"
    named = blend_card("words", fit(parts()[:1]), tmp_path)
    assert named.dimensions == tuple(f"Descriptors: {name}" for name in WORDS.dimensions)
    layered = find_card("mert-95m")
    rng = np.random.default_rng(0)
    fitted = fit([(layered, 7, rng.standard_normal((5, 768)))])
    assert blend_card("seven", fitted, tmp_path).title == "MERT 95M, block 7"
    assert blend_card("seven", fitted, tmp_path).licence == "CC BY-NC 4.0"


# --- hearing --------------------------------------------------------------------------------------


def test_it_hears_what_its_parts_hear_in_their_own_windows(tmp_path: Path) -> None:
    """Ten seconds are one window of the descriptors, four of the network: the last ends with the sound."""
    samples = np.random.default_rng(0).standard_normal((2, WORDS.window)).astype(np.float32) * 0.1
    fitted = fit(parts())
    waves = open_encoder(WAVES)
    starts = [0, 59_049, 2 * 59_049, WORDS.window - 59_049]
    heard = np.mean([waves.embed(samples[:, start : start + 59_049])[:, 0] for start in starts], 0)
    expected = combine(fitted, [open_encoder(WORDS).embed(samples)[:, 0], heard])
    np.testing.assert_allclose(opened(tmp_path, fitted).embed(samples)[:, 0], expected, rtol=1e-5, atol=1e-5)


def test_parts_hear_at_their_own_rate(tmp_path: Path) -> None:
    """A tone at the rate of the blend has the same brightness at the slower one of a part."""
    slow = find_card("mel-cnn")
    some = [(WORDS, 0, vectors(WORDS)), (slow, 0, vectors(slow))]
    encoder = opened(tmp_path, fit(some))
    assert encoder.card.window_s == 30
    spoken = list[tuple[int, ...]]()

    def spy(batch: Matrix, own: object = encoder.encoders["mel-cnn"].embed) -> Matrix:
        spoken.append(batch.shape)
        turns = np.count_nonzero(np.diff(np.signbit(batch[0]))) / 2
        assert turns / (batch.shape[1] / slow.rate_hz) == pytest.approx(1000, rel=0.01)
        return own(batch)  # type: ignore[operator, no-any-return]

    encoder.encoders["mel-cnn"].embed = spy  # type: ignore[method-assign]
    seconds = np.arange(3 * 22_050) / 22_050
    encoder.embed(np.sin(2 * np.pi * 1000 * seconds, dtype=np.float64).astype(np.float32)[None])
    assert spoken == [(1, 48_000)]


def test_two_layers_of_one_encoder_are_heard_in_one_pass(tmp_path: Path) -> None:
    encoder = opened(tmp_path, fit([parts()[0], parts()[0]]))
    assert list(encoder.encoders) == ["descriptors"]
    assert encoder.embed(np.zeros((1, 100), np.float32)).shape == (1, 1, 210)


def test_its_hash_follows_what_was_fitted(tmp_path: Path) -> None:
    hashes = {
        opened(tmp_path / str(i), fitted).weights
        for i, fitted in enumerate([fit(parts()), fit(parts(), pca=4), fit(parts(), weights=[1, 2])])
    }
    assert len(hashes) == 3
    assert opened(tmp_path / "again", fit(parts())).weights in hashes


def test_a_part_that_is_gone_or_became_a_blend_is_said(tmp_path: Path) -> None:
    fitted = fit(parts())
    save(fitted, tmp_path / "inner")
    add_card(blend_card("inner", fitted, tmp_path / "inner", "Inner"))
    for name, sentence in (
        ("inner", "Inner is a blend itself"),
        ("nobody", "There is no encoder called nobody"),
    ):
        outer = Fitted((blend.Part(name, 0),), fitted.means[:1], fitted.scales[:1], np.ones(1))
        save(outer, tmp_path / name)
        card = msgspec.structs.replace(
            blend_card("outer", fit(parts()[:1]), tmp_path / name),
            settings={"parts": [{"encoder": name, "layer": 0}]},
        )
        with pytest.raises(KnownError, match=sentence):
            open_encoder(card)
