"""Labels out as tables and in again, however the table was written."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import FileProblem, RequestProblem
from core.library.captions import read_captions
from core.library.edits import Span, set_values
from core.library.fields import ensure_field
from core.library.journal import undo
from core.library.labels import values_of
from core.library.query import find
from core.library.sheets import guess_columns, join_cell, read_number, read_sheet, split_cell
from core.library.tables import UnusedCell, export_labels, import_labels
from core.store import Collection
from core.store.schema import Folder, Track
from tests.core.library.shelf import add, labels, tag


@pytest.fixture
def tracks(collection: Collection) -> list[int]:
    with collection.database.writing() as session:
        ensure_field(session, "tempo", "number", unit="BPM")
    ids = add(collection, "tapes/a.wav", "tapes/b.wav", "cellar/c.wav")
    tag(
        collection,
        ids[0],
        title='Say "Blue", twice',
        genre=["jazz", "semi;colon", "back\\slash"],
        year=1959.0,
    )
    tag(collection, ids[0], "person", tempo=120.5)
    tag(collection, ids[1], title="Grün\nand more", genre="jazz")
    return ids


def read(path: Path, delimiter: str = ",") -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter=delimiter))


def counted(collection: Collection, *ids: int) -> dict[int, dict[str, list[str | float]]]:
    with collection.database.reading() as session:
        return values_of(session, ids)


def test_a_wide_table(collection: Collection, tracks: list[int], tmp_path: Path) -> None:
    assert export_labels(collection, tmp_path / "out.csv") == 3
    assert read(tmp_path / "out.csv") == [
        ["path", "title", "genre", "year", "tempo [BPM]"],
        ["tapes/a.wav", 'Say "Blue", twice', "jazz;semi\\;colon;back\\\\slash", "1959", "120.5"],
        ["tapes/b.wav", "Grün\nand more", "jazz", "", ""],
        ["cellar/c.wav", "", "", "", ""],
    ]
    assert (
        export_labels(collection, tmp_path / "few.tsv", query="genre:jazz sort:title", fields=["title"]) == 2
    )
    assert [row[0] for row in read(tmp_path / "few.tsv", "\t")] == ["path", "tapes/b.wav", "tapes/a.wav"]


def test_a_long_table(collection: Collection, tracks: list[int], tmp_path: Path) -> None:
    set_values(collection, [Span(2, 0.5, 1.25)], "mood", ["calm"])
    assert export_labels(collection, tmp_path / "out.csv", long=True, query="mood:calm") == 3
    header, *rows = read(tmp_path / "out.csv")
    assert header == ["path", "start_s", "end_s", "field", "value", "source", "created_at"]
    assert [row[:6] for row in rows] == [
        ["tapes/b.wav", "", "", "title", "Grün\nand more", "tag"],
        ["tapes/b.wav", "", "", "genre", "jazz", "tag"],
        ["tapes/b.wav", "0.5", "1.25", "mood", "calm", "person"],
    ]


@pytest.mark.parametrize("long", [False, True])
@pytest.mark.parametrize("name", ["out.csv", "out.tsv"])
def test_what_goes_out_comes_in_again(
    collection: Collection, tracks: list[int], tmp_path: Path, long: bool, name: str
) -> None:
    before, was = counted(collection, *tracks), labels(collection)
    export_labels(collection, tmp_path / name, long=long)
    report = import_labels(collection, tmp_path / name)
    assert (report.unknown, report.unused, report.tracks) == ([], [], 2)
    assert report.edit is not None
    assert report.edit.title == f"Import labels of 2 tracks from {name}"
    assert counted(collection, *tracks) == before
    assert find(collection, "source:import").ids == [1, 2]
    assert import_labels(collection, tmp_path / name).edit is None
    undo(collection)
    assert labels(collection) == was


def test_a_table_from_a_spreadsheet(collection: Collection, tracks: list[int], tmp_path: Path) -> None:
    """Other names, other delimiters, decimal commas, new fields, rows and cells that cannot be used."""
    text = (
        "\ufeffDatei;File name;Stimmung;Tempo (BPM);field:genre;Größe;Size\r\n"
        "x;a.wav;ruhig;99,5;bop;3;1\r\n"
        "x;TAPES\\b.wav;;;;4;1\r\n"
        "x;tapes\\b.wav;wild;schnell;;4;1\r\n"
        "x;nowhere.wav;wild;1;;5;1\r\n"
        ";;;;;;\r\n"
        "x;/music/cellar/c.wav;wild;1e2;;5;1\r\n"
    )
    path = tmp_path / "table.csv"
    path.write_bytes(text.encode())
    report = import_labels(collection, path)
    assert report.columns == {
        "Datei": "datei",
        "File name": "path",
        "Stimmung": "stimmung",
        "Tempo (BPM)": "tempo",
        "field:genre": "genre",
        "Größe": "grosse",
        "Size": "",
    }
    assert report.unknown == ["TAPES\\b.wav", "nowhere.wav"]
    assert report.unused == [UnusedCell(4, "Tempo (BPM)", "schnell", "tempo holds numbers.")]
    assert report.sentence() == (
        "5 rows read, labels of 3 tracks; 2 rows name no track of the collection, 1 cell could not be used,"
        " 1 column was left out."
    )
    values = counted(collection, *tracks)
    assert values[1]["stimmung"] == ["ruhig"]
    assert values[1]["tempo"] == [120.5]  # a person said so
    assert values[1]["genre"] == ["bop"]
    assert (values[2]["stimmung"], values[3]["tempo"]) == (["wild"], [100.0])


def test_a_mapping_overrules_the_guess(collection: Collection, tracks: list[int], tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("where,kind,note\ntapes/a.wav,aria; lament,x\n")
    with pytest.raises(RequestProblem, match="has no column with the paths of tracks"):
        import_labels(collection, path)
    report = import_labels(collection, path, {"where": "path", "kind": "genre", "note": ""})
    assert report.columns == {"where": "path", "kind": "genre", "note": ""}
    assert counted(collection, 1)[1]["genre"] == ["aria", "lament"]
    assert find(collection, "aria").ids == []


def test_old_encodings_are_told(collection: Collection, tracks: list[int], tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes("path,genre\ntapes/a.wav,Märchen\n".encode("latin-1"))
    report = import_labels(collection, path)
    assert report.sentence().endswith(" The text was read as Latin-1.")
    assert counted(collection, 1)[1]["genre"] == ["Märchen"]
    path.write_bytes("path,genre\ntapes/a.wav,Märchen\n".encode("utf-16"))
    assert import_labels(collection, path).encoding == "UTF-16"


@pytest.mark.parametrize(
    ("content", "sentence"), [("", "it is empty"), ('path\n"a', "line 2"), ('path\n"a"b\n', "line 2")]
)
def test_what_is_no_table_is_said(tmp_path: Path, content: str, sentence: str) -> None:
    (tmp_path / "t.csv").write_text(content)
    with pytest.raises(FileProblem, match=sentence):
        read_sheet(tmp_path / "t.csv")
    with pytest.raises(FileProblem, match="no such file"):
        read_sheet(tmp_path / "none.csv")


def test_spans_and_their_mistakes(collection: Collection, tracks: list[int], tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "path,start_s,end_s,field,value\n"
        "a.wav,0,1.5,mood,calm\na.wav,0,1.5,mood,wild\na.wav,2,1,mood,calm\nb.wav,,,mood,\nb.wav,,,tempo,quick\n"
        "c.wav,,,volume,3\n"
    )
    report = import_labels(collection, path)
    assert [(cell.row, cell.reason) for cell in report.unused] == [
        (4, "This is no span of time."),
        (5, "The field or the value is missing."),
        (6, "tempo holds numbers."),
    ]
    assert find(collection, "mood:calm mood:wild").ids == [1]
    assert find(collection, "volume:3").ids == [3]


def said(collection: Collection) -> list[tuple[int, float | None, float | None, str]]:
    return [(c.track_id, c.start_s, c.end_s, c.text) for c in read_captions(collection)]


def test_captions_come_in_with_labels_as_one_edit(
    collection: Collection, tracks: list[int], tmp_path: Path
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        "path,start_s,end_s,Caption 1,caption_2,mood\n"
        "a.wav,,,a slow lament,a lament,sad\na.wav,,,a third; of it all,,sad\n"
        'b.wav,10,20.5,"a drum, then",,\nc.wav,,,,,\nb.wav,3,2,backwards,,\n'
    )
    before = (labels(collection), said(collection))
    report = import_labels(collection, path)
    assert report.sentence() == ("5 rows read, labels and 4 captions of 2 tracks; 1 cell could not be used.")
    assert report.columns["Caption 1"] == "caption_1"
    assert report.edit is not None
    assert report.edit.title == "Import labels and captions of 2 tracks from t.csv"
    assert said(collection) == [
        (1, None, None, "a slow lament"),
        (1, None, None, "a lament"),
        (1, None, None, "a third; of it all"),
        (2, 10.0, 20.5, "a drum, then"),
    ]
    assert {(c.source, c.settings["from"]) for c in read_captions(collection)} == {("import", "t.csv")}
    assert find(collection, "captioned:human caption:lament mood:sad").ids == [1]
    assert import_labels(collection, path).edit is None
    path.write_text("path,start_s,end_s,caption\nb.wav,10,20.5,a bell\n")
    import_labels(collection, path)
    assert said(collection)[-1] == (2, 10.0, 20.5, "a bell")
    assert len(said(collection)) == 4
    undo(collection)
    undo(collection)
    assert (labels(collection), said(collection)) == before


def test_captions_in_a_long_table(collection: Collection, tracks: list[int], tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("path,field,value\na.wav,caption,a lament\na.wav,caption,slow\na.wav,mood,sad\n")
    assert import_labels(collection, path).captions == 2
    assert [text for *_, text in said(collection)] == ["a lament", "slow"]
    assert find(collection, "mood:sad").ids == [1]


def test_two_folders_with_the_same_names(collection: Collection, tracks: list[int], tmp_path: Path) -> None:
    with collection.database.writing() as session:
        session.add(Folder(id=2, path="/stick"))
        session.flush()
        twin = {
            "path": "tapes/a.wav",
            "shown_path": "tapes/a.wav",
            "size_bytes": 1,
            "mtime_ns": 0,
            "state": "ok",
        }
        session.add(Track(folder_id=2, **twin))
    export_labels(collection, tmp_path / "out.csv", fields=["genre"])
    table = read(tmp_path / "out.csv")
    assert table[0] == ["folder", "path", "genre"]
    assert [row[:2] for row in table[1::3]] == [["/music", "tapes/a.wav"], ["/stick", "tapes/a.wav"]]
    (tmp_path / "in.csv").write_text("path,mood\ntapes/a.wav,calm\n/stick/tapes/a.wav,wild\n")
    report = import_labels(collection, tmp_path / "in.csv")
    assert (report.ambiguous, report.tracks) == (["tapes/a.wav"], 1)
    assert find(collection, "mood:wild").ids == [4]
    (tmp_path / "in.csv").write_text("folder,path,mood\n/music,tapes/a.wav,calm\n")
    import_labels(collection, tmp_path / "in.csv")
    assert find(collection, "mood:calm").ids == [1]


def test_headers_are_guessed() -> None:
    assert guess_columns(["Path", "Track Title", "Album Artist", "Genre", "genre", "duration", "Mood!"]) == [
        *("path", "title", "albumartist", "genre", "", "", "mood"),
    ]
    assert guess_columns(["file", "field", "value", "note"]) == ["path", "field", "value", ""]
    assert guess_columns(["path", "value"]) == ["path", ""]
    assert guess_columns(["path", "Caption", "caption 2", "captions"]) == [
        *("path", "caption", "caption_2", "captions"),
    ]


@given(st.lists(st.text(min_size=1).map(str.strip).filter(bool)))
def test_cells_hold_any_values(values: list[str]) -> None:
    assert split_cell(join_cell(values)) == values


def test_numbers_with_points_and_commas() -> None:
    assert [read_number(text) for text in ("1.5", "1,5", "-3", "1,000,000", "x", "nan", "inf", "")] == [
        *(1.5, 1.5, -3.0),
        *(None, None, None, None, None),
    ]
