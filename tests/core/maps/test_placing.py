"""New tracks and files find their place on a map on which nothing else moves; then it is drawn again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from core.embedding import EncodeRequest, encode
from core.embedding.chosen import choose_vectors
from core.errors import Interrupted, RequestProblem
from core.library import listen, scan
from core.maps import KeptMap, PlaceRequest, PlaceResult, StabilityRequest, read_map, redraw
from core.maps.placing import run
from core.progress import Context, Step, Stop
from core.store import Collection, create_collection
from tests.core import heard
from tests.core.library.shelf import rows
from tests.core.maps.conftest import crowd, draw, drawn, write

METHODS = ("pca", "tsne", "umap")


def place(collection: Collection, map_: int, file: str = "") -> PlaceResult:
    return run(PlaceRequest(map_, file), Context(collection.folder, 2))


def wander(collection: Collection, map_: int, drawings: int = 2, **asked: Any) -> Any:
    return redraw.run(StabilityRequest(map_, drawings), Context(collection.folder, 3), **asked)


@pytest.mark.parametrize("method", METHODS)
def test_new_tracks_lie_near_their_neighbours_and_nothing_moves(shelf: Collection, method: Any) -> None:
    before = drawn(shelf, method)
    _, of = crowd()
    new, whose = crowd(9, seed=7)
    ids = write(shelf, new)
    result = place(shelf, before.info.id)
    assert (result.placed, result.shown) == (9, 69)
    assert result.sentence() == "9 tracks placed on map 1, which shows 69 now."
    after = read_map(shelf, 1)
    old = np.isin(after.track_ids, before.track_ids)
    for name, column in before.columns.items():
        same = column if name.startswith(("axes", "scaling")) else after.columns[name][old]
        assert same.tobytes() == column.tobytes(), name
    assert after.track_ids[~old].tolist() == ids
    assert after.columns["placed"].tolist() == (~old).tolist()
    assert np.isnan(after.columns["trustworthiness"][~old]).all()
    far = np.linalg.norm(after.points[~old][:, None] - before.points[None], axis=2)
    assert (of[far.argmin(1)] == whose).all()
    assert (after.info.total, after.info.trust["placed"]) == (69, 9)
    assert after.info.trust["trustworthiness"] == before.info.trust["trustworthiness"]
    assert place(shelf, 1).placed == 0
    assert read_map(shelf, 1).sha256 == after.sha256
    assert rows(shelf, "SELECT count(*) FROM maps") == [(1,)]
    assert len(list((shelf.vectors.folder / "maps").iterdir())) == 1


def test_pca_places_as_the_axes_say(collection: Collection) -> None:
    """With the scaling of the day it was drawn, however much the collection has changed since."""
    rng = np.random.default_rng(0)
    values = rng.standard_normal((40, 3)) * [500, 1, 0.1] + [3000, 0, 5]
    write(collection, values, dimensions=("brightness (Hz)", "beat", "loudness"))
    kept = drawn(collection, like=0)
    new = rng.standard_normal((30, 3)) * [2000, 9, 4] + [9000, 3, 1]
    ids = write(collection, new, dimensions=("brightness (Hz)", "beat", "loudness"))
    place(collection, kept.info.id)
    after = read_map(collection, 1)
    scaled = (new - values.mean(0)) / values.std(0)
    centred = (values - values.mean(0)) / values.std(0)
    axes = np.linalg.svd(centred, full_matrices=False)[2][:2].T
    axes *= np.sign(axes[np.abs(axes).argmax(0), [0, 1]])
    np.testing.assert_allclose(
        after.points[np.isin(after.track_ids, ids)], scaled @ axes, rtol=1e-3, atol=1e-2
    )


def test_only_tracks_of_its_query_are_placed(shelf: Collection) -> None:
    draw(shelf, "tsne", query="-path:00060.wav")
    write(shelf, crowd(3, seed=3)[0])
    assert place(shelf, 1).placed == 2


@pytest.mark.parametrize("method", ["tsne", "umap"])
def test_a_map_with_placed_tracks_is_drawn_again_without_them(shelf: Collection, method: Any) -> None:
    draw(shelf, method)
    write(shelf, crowd(3, seed=3)[0])
    place(shelf, 1)
    before = read_map(shelf, 1)
    result = wander(shelf, 1)
    kept = read_map(shelf, 1)
    assert kept.points.tobytes() == before.points.tobytes()
    placed = kept.columns["placed"]
    assert np.isnan(kept.columns["wander"][placed]).all()
    assert np.sqrt((kept.columns["wander"][~placed] ** 2).mean()) == pytest.approx(result.wander, rel=1e-3)
    assert kept.columns["stays"][~placed].mean() == pytest.approx(result.kept, rel=1e-3)
    assert kept.info.trust["drawings"] == 2
    assert "Map 1 drawn 2 times from other starts" in result.sentence()
    assert wander(shelf, 1) == result
    assert place(shelf, 1).placed == 0


def test_tracks_placed_while_it_is_drawn_again_stay(shelf: Collection) -> None:
    draw(shelf, "tsne")

    def progress(step: Step) -> None:
        if "again" in step.note and read_map(shelf, 1).info.shown == 60:
            write(shelf, crowd(3, seed=3)[0])
            place(shelf, 1)

    wander(shelf, 1, 1, progress=progress)
    kept = read_map(shelf, 1)
    assert kept.info.shown == 63
    assert np.isnan(kept.columns["wander"]).sum() == 3


def test_what_cannot_be_drawn_again_is_said(shelf: Collection) -> None:
    draw(shelf, "pca")
    with pytest.raises(RequestProblem, match="Map 1 is drawn by PCA"):
        wander(shelf, 1)
    draw(shelf, "tsne")
    for number in (0, 21):
        with pytest.raises(RequestProblem, match="Draw a map 1 to 20 times again"):
            StabilityRequest(2, number)
    looks = 0

    def stop() -> Stop | None:
        nonlocal looks
        looks += 1
        return Stop.CANCEL if looks > 30 else None

    before = read_map(shelf, 2)
    with pytest.raises(Interrupted):
        wander(shelf, 2, should_stop=stop)
    assert read_map(shelf, 2).sha256 == before.sha256
    with shelf.database.writing() as session:
        session.execute(redraw_lost())
    with pytest.raises(RequestProblem, match="Some tracks of map 2 have lost their vectors since"):
        wander(shelf, 2)


def redraw_lost() -> Any:
    from sqlalchemy import delete

    from core.store.schema import ShardTrack

    return delete(ShardTrack).where(ShardTrack.track_id == 5)


@pytest.mark.parametrize("method", METHODS)
def test_on_a_map_of_few(collection: Collection, method: Any) -> None:
    for n in (1, 2, 3, 4, 5):
        rng, encoder = np.random.default_rng(n), f"ears-{n}"
        write(collection, rng.standard_normal((n, 3)), encoder)
        map_ = draw(collection, method, encoder=encoder).map
        write(collection, rng.standard_normal((4, 3)), encoder)
        assert place(collection, map_).shown == n + 4
        assert np.isfinite(read_map(collection, map_).points).all()
        if method != "pca" and n > 1:
            assert np.isfinite(wander(collection, map_).wander)


def test_a_map_in_one_place(collection: Collection) -> None:
    write(collection, np.ones((1, 3)))
    draw(collection, "tsne")
    with pytest.raises(RequestProblem, match="All tracks of map 1 lie in one place"):
        wander(collection, 1)


@pytest.mark.parametrize("method", METHODS)
def test_a_file_outside_lies_by_its_copy(heard_tones: Collection, method: Any, tmp_path: Path) -> None:
    kept: KeptMap = drawn(heard_tones, method, encoder="descriptors")
    outside = tmp_path / "outside.wav"
    outside.write_bytes((tmp_path / "reels" / "5.wav").read_bytes())
    result = place(heard_tones, kept.info.id, str(outside))
    assert result.near[0] == 6
    assert sorted(result.near) == sorted(set(result.near))
    far = np.linalg.norm(kept.points - [result.x, result.y], axis=1)
    assert far.argmin() == 5
    assert far[5] < 0.2 * np.linalg.norm(kept.points - kept.points.mean(0), axis=1).max()
    assert result.sentence() == f"It lies at {result.x:.2f}, {result.y:.2f} on map 1."
    assert read_map(heard_tones, 1).sha256 == kept.sha256
    outside.write_bytes(b"RIFF")
    with pytest.raises(RequestProblem, match=r"outside\.wav"):
        place(heard_tones, 1, str(outside))
    with pytest.raises(RequestProblem, match="is no file"):
        place(heard_tones, 1, str(tmp_path / "nowhere.wav"))


@pytest.fixture(scope="module")
def tones_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight tones, heard by descriptors; copy it."""
    place = tmp_path_factory.mktemp("tones")
    (place / "reels").mkdir()
    rng = np.random.default_rng(0)
    for i in range(8):
        tone = 0.2 * np.sin(2 * np.pi * 110 * 1.7**i * np.arange(22_050 * 6) / 22_050)
        soundfile.write(place / f"reels/{i}.wav", tone + 0.01 * rng.standard_normal(len(tone)), 22_050)
    with create_collection(place / "coast") as collection:
        scan.run(scan.ScanRequest((str(place / "reels"),)), Context(collection.folder, 1))
        listen.run(listen.ListenRequest(), Context(collection.folder, 2))
        encode.run(EncodeRequest("descriptors"), Context(collection.folder, 3))
    return place


@pytest.fixture
def heard_tones(home: Path, tones_once: Path, tmp_path: Path) -> Iterator[Collection]:
    with heard.copy(tones_once, tmp_path) as collection:
        yield collection


def test_where_nothing_is_left_of_a_map(shelf: Collection) -> None:
    with pytest.raises(RequestProblem, match=r"There is no map 4\."):
        place(shelf, 4)
    draw(shelf, "pca", query="year:..1903")
    with shelf.database.writing() as session:
        from sqlalchemy import delete

        from core.store.schema import ShardTrack

        session.execute(delete(ShardTrack).where(ShardTrack.track_id < 4))
    write(shelf, crowd(3)[0])
    assert len(choose_vectors(shelf, "ears").track_ids) == 60
    assert place(shelf, 1).placed == 0
