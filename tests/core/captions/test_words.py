"""Words: any text comes back, the same texts give the same pieces, and pads are not learnt."""

from __future__ import annotations

import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.captions.words import END, UNHEEDED, Words
from core.errors import WeightsProblem

TEXTS = ["A slow air for the fiddle.", "A quick jig for fiddle and flute.", "The flute leads a slow air."] * 3
WORDS = Words.learn(TEXTS, 400)


@given(st.text(max_size=40))
def test_any_text_comes_back_in_one_line(text: str) -> None:
    plain = text.encode("utf-8", "ignore").decode().replace("\0", "").strip()
    for special in ("<nothing>", "<end>"):
        plain = plain.replace(special, "")
    numbers = WORDS.numbers([plain], 400)
    assert WORDS.texts(np.where(numbers == UNHEEDED, 0, numbers).tolist()) == [one_line(plain)]


def one_line(text: str) -> str:
    """Slowly: every sign that is no letter to be seen parts words, and one space stands between two."""
    parts = [""]
    for sign in text:
        if sign.isspace() or unicodedata.category(sign) == "Cc":
            parts.append("")
        else:
            parts[-1] += sign
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize("sign", ["\r", "\n", "\t", "\x07", "\x85"])
def test_a_caption_is_one_line(sign: str) -> None:
    assert WORDS.texts(WORDS.numbers([f"A jig,{sign}quick."], 60).clip(0).tolist()) == ["A jig, quick."]


def test_the_same_texts_give_the_same_pieces_and_can_be_kept() -> None:
    again = Words.learn(list(TEXTS), 400)
    assert again.write() == WORDS.write()
    kept = Words.read(WORDS.write())
    np.testing.assert_array_equal(kept.numbers(TEXTS, 20), WORDS.numbers(TEXTS, 20))


def test_texts_end_and_are_filled_up_with_what_nobody_heeds() -> None:
    short, long = WORDS.numbers(["A jig.", TEXTS[1]], 100)
    assert END in short.tolist()
    assert set(short[short.tolist().index(END) + 1 :].tolist()) == {UNHEEDED}
    assert UNHEEDED not in long.tolist()
    cut = WORDS.numbers([TEXTS[1]], 4)
    assert cut.shape == (1, 4)
    assert cut[0, -1] == END


def test_frequent_words_become_whole() -> None:
    assert len(WORDS.numbers(["fiddle"], 10)[0]) == 2


def test_what_are_no_words_is_said() -> None:
    with pytest.raises(WeightsProblem, match="cannot be read"):
        Words.read("{}")
