"""Maps on disk: rows and files stay together, whatever happens to either."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

import numpy as np
import pytest

from core.errors import FileProblem, RequestProblem
from core.maps import delete_map, kept, list_maps, read_map
from core.maps.kept import add_to_map
from core.store import Collection, open_collection
from tests.core.library.shelf import rows
from tests.core.maps.conftest import draw, drawn


def folder(collection: Collection) -> Path:
    return collection.vectors.folder / "maps"


def files(collection: Collection) -> list[Path]:
    return sorted(folder(collection).glob("*"))


def test_maps_are_listed_the_newest_first(shelf: Collection) -> None:
    for seed in range(3):
        draw(shelf, "pca", seed=seed)
    assert [(info.id, info.seed, info.encoder) for info in list_maps(shelf)] == [
        (3, 2, "ears"),
        (2, 1, "ears"),
        (1, 0, "ears"),
    ]
    assert len(files(shelf)) == 3


def test_a_deleted_map_is_gone_with_its_file(shelf: Collection) -> None:
    draw(shelf)
    draw(shelf, seed=1)
    delete_map(shelf, 1)
    assert [info.id for info in list_maps(shelf)] == [2]
    assert len(files(shelf)) == 1
    for action in (delete_map, read_map):
        with pytest.raises(RequestProblem, match=r"There is no map 1\."):
            action(shelf, 1)
    files(shelf)[0].unlink()
    delete_map(shelf, 2)
    assert list_maps(shelf) == []


def spoil(path: Path, how: str) -> None:
    data = bytearray(path.read_bytes())
    if how == "gone":
        path.unlink()
    elif how == "a folder":
        path.unlink()
        path.mkdir()
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif how == "foreign":
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    elif how == "another map":
        with path.open("wb") as file:
            np.savez(file, track_ids=np.arange(60), points=np.full((60, 2), np.nan))
    else:
        data[int(how)] ^= 0xFF
        path.write_bytes(data)


HOWS = (
    "gone",
    "a folder",
    "empty",
    "cut",
    "foreign",
    "another map",
    *map(str, (0, 9, 300, -5, -60)),
)


@pytest.mark.parametrize("how", HOWS)
def test_a_file_that_is_not_the_one_written_is_told_and_drawn_again(shelf: Collection, how: str) -> None:
    first = drawn(shelf)
    spoil(files(shelf)[0], how)
    with pytest.raises(RequestProblem) as raised:
        read_map(shelf, 1)
    assert str(raised.value) == "Map 1 cannot be read: its file is gone or damaged. Draw it again."
    second = draw(shelf)
    assert (second.map, second.known) == (2, False)
    assert read_map(shelf, 2).points.tobytes() == first.points.tobytes()


def test_a_path_out_of_the_collection_is_refused(shelf: Collection) -> None:
    draw(shelf)
    with shelf.database.writing() as session:
        session.execute(kept.Map.__table__.update().values(filename="../../x.npz"))
    with pytest.raises(FileProblem, match="lies outside its collection"):
        read_map(shelf, 1)


class Killed(BaseException):
    pass


def test_killed_between_file_and_row_the_stray_is_swept_later(
    shelf: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*arguments: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(kept, "_sweep", die)
        with pytest.raises(Killed):
            draw(shelf)
    assert list_maps(shelf) == []
    (stray,) = files(shelf)
    other = folder(shelf) / "somebody's.txt"
    other.write_text("mine")
    draw(shelf)
    assert stray in files(shelf)
    long_ago = time.time() - 2 * kept.FORGOTTEN_S
    os.utime(stray, (long_ago, long_ago))
    for path in files(shelf):
        os.utime(path, (long_ago, long_ago))
    draw(shelf, seed=1)
    assert stray not in files(shelf)
    assert other.read_text() == "mine"
    assert [read_map(shelf, info.id).info.id for info in list_maps(shelf)] == [2, 1]


def test_half_written_drafts_are_swept_when_the_collection_is_opened(shelf: Collection) -> None:
    draw(shelf)
    (folder(shelf) / ".soundings-part-0123456789ab-tsne-x.npz").write_bytes(b"half")
    open_collection(shelf.folder).close()
    assert len(files(shelf)) == 1


def test_a_disk_that_refuses_leaves_no_row(shelf: Collection) -> None:
    folder(shelf).parent.mkdir(exist_ok=True)
    shutil.rmtree(folder(shelf), ignore_errors=True)
    folder(shelf).write_text("in the way")
    with pytest.raises(FileProblem):
        draw(shelf)
    assert list_maps(shelf) == []


def test_what_was_added_meanwhile_is_not_lost(shelf: Collection) -> None:
    first = drawn(shelf)
    add_to_map(shelf, first, dict(first.columns) | {"wander": np.zeros(60)}, first.info.trust, 60)
    with pytest.raises(RequestProblem, match=r"Map 1 has been added to by somebody else\. Try again\."):
        add_to_map(shelf, first, first.columns, first.info.trust, 60)
    assert "wander" in read_map(shelf, 1).columns
    assert len(files(shelf)) == 1
    delete_map(shelf, 1)
    with pytest.raises(RequestProblem, match=r"There is no map 1\."):
        add_to_map(shelf, first, first.columns, first.info.trust, 60)
    assert files(shelf) == []


def test_maps_go_with_their_embedding_set(shelf: Collection) -> None:
    draw(shelf)
    with shelf.database.writing() as session:
        session.delete(session.get_one(kept.EmbeddingSet, 1))
    assert list_maps(shelf) == []
    assert rows(shelf, "SELECT count(*) FROM maps") == [(0,)]
