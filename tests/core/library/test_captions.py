"""Captions that programs write, captions read, and captions taken along as tables."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from core.errors import Interrupted, RequestProblem
from core.library.caption_edits import (
    accept_captions,
    add_caption,
    delete_captions,
    edit_caption,
    reject_captions,
)
from core.library.caption_sheets import COLUMNS, export_captions
from core.library.captions import (
    NewCaption,
    Written,
    captions_of,
    count_captioned,
    read_captions,
    write_captions,
)
from core.library.edits import Span
from core.library.journal import undo
from core.library.query import find, rebuild_search
from core.runs import delete_run, read_run
from core.store import Collection, open_collection
from tests.core.library.shelf import add, begun, captions, derived, hear, rows, tag


@pytest.fixture
def tracks(collection: Collection) -> list[int]:
    ids = add(collection, "a.wav", "tapes/b.wav", "c.wav", duration_s=60.0)
    tag(collection, ids[0], title="Shore", artist=["Ann", "Bo"])
    return ids


def texts(collection: Collection) -> list[str]:
    return [caption.text for caption in read_captions(collection)]


def current(collection: Collection) -> bool:
    """Is what triggers have kept what is made anew?"""
    kept = derived(collection)
    rebuild_search(collection)
    return derived(collection) == kept


def test_captions_say_who_wrote_them_of_what_and_with_what(collection: Collection, tracks: list[int]) -> None:
    run = begun(collection, "mert-95m")
    assert hear(collection, run, (2, 10.0, "a drum"), (1, None, " a  flute\0"), beams=4) == Written(new=2)
    add_caption(collection, Span(2, 10, 20), "a slow drum")
    whole, human, machine = read_captions(collection)
    assert (whole.text, whole.start_s, whole.end_s, whole.writer) == ("a  flute", None, None, "machine")
    assert (human.source, human.run_id, human.encoder, human.settings) == ("person", None, None, {})
    assert (human.start_s, human.end_s, human.writer) == (10.0, 20.0, "human")
    assert (machine.source, machine.run_id, machine.encoder) == ("run", run, "mert-95m")
    assert (machine.settings, machine.accepted, machine.origin) == ({"beams": 4}, False, None)
    with collection.database.reading() as session:
        assert captions_of(session, [3, 2]) == {3: [], 2: [human, machine]}
    assert read_captions(collection, [2, 1], writer="machine") == [machine, whole]
    assert read_captions(collection, writer="human") == read_captions(collection, ids=[human.id]) == [human]
    assert count_captioned(collection) == {"human": 1, "machine": 2}
    assert read_run(collection, run).captions == 2


def test_writing_again_changes_nothing(collection: Collection, tracks: list[int]) -> None:
    run = begun(collection)
    said = [(1, 0.0, "a flute"), (1, 0.0, "a reed"), (2, None, "a drum")]
    assert hear(collection, run, *said, k=[1, 2]) == Written(new=3)
    before = read_captions(collection)
    assert hear(collection, run, *said, k=(1, 2)) == Written()
    assert read_captions(collection) == before


def test_a_run_replaces_what_it_said_there_and_nothing_else(
    collection: Collection, tracks: list[int]
) -> None:
    run, other = begun(collection), begun(collection)
    hear(collection, run, (1, 0.0, "a flute"), (1, 10.0, "a reed"), (1, None, "wind"))
    hear(collection, other, (1, 0.0, "a flute"))
    add_caption(collection, Span(1, 0, 10), "a flute")
    assert hear(collection, run, (1, 0.0, "a drum")) == Written(new=1, replaced=1)
    assert sorted(texts(collection)) == ["a drum", "a flute", "a flute", "a reed", "wind"]
    assert hear(collection, run, (1, 0.0, "a drum"), beams=2) == Written(new=1, replaced=1)
    assert find(collection, "caption:drum").ids == find(collection, "caption:flute").ids == [1]
    assert current(collection)


def test_what_a_person_had_a_hand_in_is_not_replaced(collection: Collection, tracks: list[int]) -> None:
    run = begun(collection)
    hear(collection, run, (1, 0.0, "a flute"), (2, 0.0, "a drum"), (3, 0.0, "a reed"))
    flute, drum, reed = (caption.id for caption in read_captions(collection))
    edit_caption(collection, flute, "two flutes")
    accept_captions(collection, [drum])
    accept_captions(collection, [reed])
    accept_captions(collection, [reed], accepted=False)
    said = hear(collection, run, (1, 0.0, "a horn"), (2, 0.0, "a horn"), (3, 0.0, "a horn"))
    assert said == Written(new=1, replaced=1, kept=2)
    assert texts(collection) == ["two flutes", "a drum", "a horn"]
    assert find(collection, "caption:flutes").ids == [1]
    assert find(collection, "caption:horn").ids == [3]


def test_an_import_replaces_what_it_said_and_keeps_what_was_edited(
    collection: Collection, tracks: list[int]
) -> None:
    def take_in(name: str, *said: str) -> Written:
        with collection.database.writing() as session:
            new = [NewCaption(1, text, "import", settings={"from": name}) for text in said]
            return write_captions(session, new)

    assert take_in("a.csv", "one", "two", "three", "one", " ") == Written(new=3)
    assert take_in("b.csv", "two", "four") == Written(new=1)
    first = read_captions(collection)[0]
    edit_caption(collection, first.id, "number one")
    assert take_in("a.csv", "one", "three", "five") == Written(new=1, replaced=1, kept=1)
    assert texts(collection) == ["number one", "three", "four", "five"]


@pytest.mark.parametrize(
    ("new", "sentence"),
    [
        (NewCaption(77, "x", "import"), "There is no track 77 in the collection."),
        (NewCaption(1, "x", "run", run_id=9), "There is no run 9."),
        (NewCaption(1, "x", "import", 3.0, 2.0), "An excerpt ends after it begins; 3 s to 2 s does not."),
    ],
)
def test_nothing_is_written_when_one_cannot_be(
    collection: Collection, tracks: list[int], new: NewCaption, sentence: str
) -> None:
    with pytest.raises(RequestProblem) as problem, collection.database.writing() as session:
        write_captions(session, [NewCaption(1, "fine", "import"), new])
    assert problem.value.sentence == sentence
    assert texts(collection) == []


def test_a_run_s_captions_name_it(collection: Collection, tracks: list[int]) -> None:
    run = begun(collection)
    for new in (NewCaption(1, "x", "run"), NewCaption(1, "x", "import", run_id=run)):
        with pytest.raises(ValueError, match="name it"), collection.database.writing() as session:
            write_captions(session, [new])


def test_a_deleted_run_takes_its_captions_along(collection: Collection, tracks: list[int]) -> None:
    run = begun(collection)
    hear(collection, run, (1, 0.0, "a flute"))
    delete_run(collection, run)
    assert texts(collection) == []
    assert find(collection, "caption:flute or captioned:*").ids == []


def test_numbers_never_come_back(collection: Collection, tracks: list[int]) -> None:
    """The journal could not tell a new caption from one that a person has deleted."""
    run = begun(collection)
    hear(collection, run, (1, 0.0, "a flute"))
    (flute,) = read_captions(collection)
    delete_captions(collection, [flute.id])
    hear(collection, run, (2, 0.0, "a drum"))
    assert undo(collection) is not None
    found = read_captions(collection)
    assert found[0] == flute
    assert (found[1].text, found[1].id > flute.id) == ("a drum", True)


def test_a_cancelled_write_leaves_nothing(collection: Collection, tracks: list[int]) -> None:
    run = begun(collection)
    hear(collection, run, (1, 0.0, "a flute"))
    before = captions(collection)
    with pytest.raises(Interrupted), collection.database.writing() as session:
        write_captions(session, [NewCaption(1, "a drum", "run", 0, 10, run)])
        raise Interrupted
    assert captions(collection) == before
    assert find(collection, "caption:drum").ids == []


KILLED = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import event
from core.library.captions import NewCaption, write_captions
from core.store import open_collection
with open_collection(Path(sys.argv[1])) as collection:
    left = int(sys.argv[2])
    def count(*_):
        global left
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
    event.listen(collection.database._writer, "after_cursor_execute", count)
    event.listen(collection.database._writer, "commit", count)
    with collection.database.writing() as session:
        said = [NewCaption(i % 3 + 1, f"sound {i}", "run", i, i + 1, 1) for i in range(600)]
        write_captions(session, said)
    print(int(sys.argv[2]) - left)
"""


def test_a_killed_write_leaves_all_or_nothing(
    collection: Collection, tracks: list[int], tmp_path: Path
) -> None:
    """Killed in the middle, near its end, at the last moment before it counts, and not at all."""
    run = begun(collection)
    hear(collection, run, (1, 0.0, "a flute"))
    before = captions(collection)
    collection.close()

    def killed(folder: Path, moment: int) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", KILLED, str(folder), str(moment)]
        root = Path(__file__).parents[3]
        return subprocess.run(command, capture_output=True, text=True, check=False, cwd=root)

    shutil.copytree(collection.folder, tmp_path / "copy")
    whole = killed(tmp_path / "copy", 10_000)
    assert whole.returncode == 0, whole.stderr
    with open_collection(tmp_path / "copy") as again:
        assert len(read_captions(again)) == 601
    for moment in (int(whole.stdout) // 2, int(whole.stdout) - 1, int(whole.stdout)):
        assert killed(collection.folder, moment).returncode < 0
        with open_collection(collection.folder) as again:
            assert captions(again) == before
            assert rows(again, "SELECT count(*) FROM excerpts") == [(1,)]
            assert find(again, "caption:sound").ids == []
            assert current(again)


def exported(path: Path) -> list[dict[str, Any]]:
    if path.suffix == ".json":
        found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
        return found
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="," if path.suffix == ".csv" else "\t"))


@pytest.mark.parametrize("ending", ["csv", "tsv", "json"])
def test_captions_are_exported_with_names_and_units(
    collection: Collection, tracks: list[int], tmp_path: Path, ending: str
) -> None:
    run = begun(collection)
    hear(collection, run, (1, 2.5, 'a "slow",\nflute'), beams=4)
    add_caption(collection, 2, "Größe\t1")
    (first, second) = read_captions(collection)
    edit_caption(collection, first.id, "a quick flute")
    reject_captions(collection, [first.id])
    path = tmp_path / f"out.{ending}"
    assert export_captions(collection, path, read_captions(collection)) == 2
    flute, size = exported(path)
    assert list(flute) == list(COLUMNS)
    assert (flute["path"], flute["title"], flute["artist"]) == ("/music/a.wav", "Shore", "Ann; Bo")
    assert (float(flute["start_s"]), float(flute["end_s"])) == (2.5, 12.5)
    assert (flute["text"], flute["origin"]) == ("a quick flute", 'a "slow",\nflute')
    assert (str(flute["run"]), flute["encoder"], flute["source"]) == (str(run), "ears", "run")
    settings = flute["settings"] if ending == "json" else json.loads(flute["settings"])
    assert settings == {"beams": 4}
    assert (size["text"], size["start_s"] or "", size["run"] or "") == ("Größe\t1", "", "")
    assert size["accepted"] == (False if ending == "json" else "no")
    assert flute["rejected"] == (True if ending == "json" else "yes")
    assert (size["edited_at"] or "") == ""
    assert flute["edited_at"] >= flute["created_at"]
    assert second.text == size["text"]


def test_captions_go_into_files_that_can_hold_them(
    collection: Collection, tracks: list[int], tmp_path: Path
) -> None:
    with pytest.raises(RequestProblem, match=r"Captions cannot be written as \.xlsx"):
        export_captions(collection, tmp_path / "out.xlsx", [])
    assert list(tmp_path.glob("out*")) == []
