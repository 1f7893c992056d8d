"""Frames of a map that forms, packed and read."""

from __future__ import annotations

import msgspec
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.maps.frame import STEPS, Frame, pack, unpack


@given(st.integers(0, 40), st.sampled_from([0.0, 1e-12, 1e-4, 1.0, 3e4]), st.integers(0, 10**6))
def test_tracks_and_points_come_back(n: int, span: float, seed: int) -> None:
    rng = np.random.default_rng(seed)
    points = (span * rng.normal(size=(n, 2)) + span).astype(np.float32)
    ids = rng.integers(1, 2**31, n)
    wire = msgspec.json.decode(msgspec.json.encode(pack(Frame(3, 1000, ids, points))))
    frame = unpack(wire)
    assert (frame.done, frame.total) == (3, 1000)
    assert frame.track_ids.tolist() == ids.tolist()
    width = np.ptp(np.vstack([points, np.zeros(2)]), axis=0).max()
    np.testing.assert_allclose(frame.points, points, atol=width / STEPS + 1e-6 * span + 1e-12)
