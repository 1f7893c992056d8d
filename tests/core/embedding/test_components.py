"""Principal components against scikit-learn's."""

from __future__ import annotations

import numpy as np
import pytest

from core.embedding import components as module
from core.embedding.components import components
from core.errors import Interrupted
from core.progress import Stop


@pytest.mark.parametrize(
    ("n", "dimension", "number"), [(200, 12, 5), (8, 30, 6), (40, 3, 3), (5, 1, 2), (9, 4, 50)]
)
def test_as_in_scikit_learn(n: int, dimension: int, number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    from sklearn.decomposition import PCA

    monkeypatch.setattr(module, "BLOCK_ROWS", 7)
    rng = np.random.default_rng(0)
    values = (rng.standard_normal((n, dimension)) * np.geomspace(5, 0.5, dimension) + 3).astype(np.float32)
    found = components(values, number)
    k = min(number, dimension, n - 1)
    theirs = PCA(k).fit(values.astype(np.float64))
    np.testing.assert_allclose(found.explained[:k], theirs.explained_variance_ratio_, atol=1e-4)
    np.testing.assert_allclose(np.abs(found(values)[:, :k]), np.abs(theirs.transform(values)), atol=2e-3)
    assert found.axes.shape == (dimension, min(number, dimension))
    assert (found.axes[np.abs(found.axes).argmax(0), np.arange(found.axes.shape[1])] > 0).all()


def test_equal_rows_explain_nothing() -> None:
    found = components(np.full((6, 3), 2.5, np.float32), 2)
    assert found.explained == (0, 0)
    assert not found(np.full((6, 3), 2.5, np.float32)).any()


def test_it_can_be_stopped() -> None:
    with pytest.raises(Interrupted):
        components(np.ones((5, 2), np.float32), 2, lambda: Stop.CANCEL)
