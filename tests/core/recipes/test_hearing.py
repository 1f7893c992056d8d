"""Many tracks are written of together, and that changes no text."""

from __future__ import annotations

import numpy as np
import pytest

from core.captions.style import WriterPart
from core.recipes.hearing import AT_ONCE, write_all
from tests.benchmarks.bench_captions import heard, made, one_by_one, together


@pytest.mark.parametrize("beams", [1, 3])
def test_together_the_same_is_written_as_one_by_one(beams: int) -> None:
    """Also of tracks that have fewer excerpts than others, and in the last lot, which is not full."""
    part = WriterPart(width=32, pieces=320, places=2, longest=12, beams=beams)
    writer, opened = made(part)
    values = heard(AT_ONCE + 5)
    for row in range(0, len(values), 3):
        values[row, 1 + row % 2 :] = np.nan
    assert [len(lot) for lot in write_all(writer, opened.words, values, part, 0)] == [AT_ONCE, 5]
    texts = together(writer, opened, values, part)[1]
    assert texts == one_by_one(writer, opened, values, part)[1]
    assert len(set(texts)) > 5
