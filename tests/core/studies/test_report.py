"""The report: a page that stands alone and is well made, tables that say the same, and nothing mixed."""

from __future__ import annotations

import csv
import json
import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PIL import Image

from core.runs import Figure, read_scores
from core.store import open_collection
from core.studies import Findings, find_published
from core.studies.findings import Control, Look
from core.studies.page import write_page
from core.studies.tables import say
from tests.core.studies.conftest import Done

VOID = {"meta", "img", "br", "link", "hr"}
HOSTILE = "<script>alert(\"1\")</script> & 'x'"


class Reader(HTMLParser):
    """Reads a page strictly: every element that is opened is closed, in order."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open = list[str]()
        self.found = list[tuple[str, dict[str, str]]]()
        self.tables = list[list[list[str]]]()
        self.captions = list[str]()
        self.text = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {name: value or "" for name, value in attrs}))
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
        elif tag == "caption":
            self.captions.append("")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" in self.open:
            return
        self.text += data
        if "td" in self.open or "th" in self.open:
            self.tables[-1][-1][-1] += data
        elif "caption" in self.open:
            self.captions[-1] += data

    def of(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.found if name == tag]

    def table(self, caption: str) -> list[list[str]]:
        (place,) = (i for i, told in enumerate(self.captions) if told.startswith(caption))
        return self.tables[place]


@pytest.fixture
def page(done_once: Done) -> str:
    return (done_once.out / "report.html").read_text(encoding="utf-8")


def table_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_page_is_well_made_and_needs_nothing_else(page: str, done_once: Done) -> None:
    read = Reader(page)
    assert read.of("html") == [{"lang": "en"}]
    assert [name for name, _ in read.found if re.fullmatch("h[1-6]", name)][:3] == ["h1", "h2", "h2"]
    assert len(read.of("h1")) == 1
    names = {name for name, _ in read.found}
    assert not names & {"script", "link", "iframe", "object", "a", "form"}
    for _, attributes in read.found:
        for name, value in attributes.items():
            assert not name.startswith("on")
            if name in ("src", "href"):
                assert value.startswith("data:image/png;base64,")
    assert "http" not in re.sub(r'src="[^"]*"', "", page)
    assert "url(" not in page
    pictures = read.of("img")
    assert len(pictures) == 1 + 2 * 3
    assert all(len(picture["alt"]) > 20 for picture in pictures)
    assert len(read.captions) == len(read.tables)
    for headings in read.tables:
        assert {len(row) for row in headings[1:]} <= {len(headings[0]), 3}


def test_each_row_of_figures_has_a_heading(page: str) -> None:
    read = Reader(page)
    scopes = [attributes.get("scope") for attributes in read.of("th")]
    assert set(scopes) == {"col", "row"}
    assert scopes.count("row") == sum(len(table) - 1 for table in read.tables)
    classes = {attributes["class"] for attributes in read.of("td") if "class" in attributes}
    assert classes == {"figure"}


def test_names_are_escaped(done_once: Done) -> None:
    told = done_once.result.findings
    cells = tuple(replace(cell, title=HOSTILE, why=HOSTILE, note=HOSTILE) for cell in told.cells)
    looks = tuple(replace(look, encoder=HOSTILE, why=HOSTILE) for look in told.looks)
    hostile = replace(
        told,
        **dict.fromkeys(("title", "question", "source", "collection", "field", "query", "written"), HOSTILE),
        split=replace(told.split, name=HOSTILE, asked=HOSTILE, said=(HOSTILE,)),
        cells=cells,
        looks=looks,
    )
    drawn = {one.picture: b"" for look in told.looks for stage in look.stages for one in stage.maps}
    text = write_page(hostile, drawn)
    read = Reader(text)
    assert "script" not in {name for name, _ in read.found}
    assert HOSTILE in read.text
    assert "<script" not in text


def test_ours_and_published_figures_share_no_table(page: str, done_once: Done) -> None:
    read = Reader(page)
    ours = read.table("Table 1. Our runs and their controls")
    printed = read.table("Published: ")
    published = find_published("encoders-genre")
    assert [row[0] for row in printed[1:]] == [row.name for row in published.rows]
    assert not {row.name for row in published.rows} & {row[0] for row in ours}
    column = published.columns[1]
    assert [row[4] for row in printed[1:]] == [say(published.score(row, column)) for row in published.rows]
    assert published.notes
    for note in published.notes:
        assert note in read.text
    assert "GTZAN random 800/200" in read.text
    assert "not comparable" in read.text
    rows = table_of(done_once.out / "published.csv")
    assert len(rows) == sum(len(row.values) for row in published.rows)
    assert {row["split"] for row in rows} == {"GTZAN random 800/200"}
    assert "encoders-genre" not in {row["recipe"] for row in table_of(done_once.out / "results.csv")}
    text = (done_once.out / "results.csv").read_text(encoding="utf-8")
    assert "Wav2Vec" not in text


def test_table_1_has_every_cell_its_reason_and_the_controls(page: str, done_once: Done) -> None:
    findings = done_once.result.findings
    rows = Reader(page).table("Table 1.")[1:]
    assert len(rows) == len(findings.cells) + len(findings.controls)
    for cell, row in zip(findings.cells, rows, strict=False):
        assert row[0] == cell.title
        if cell.runs:
            test = cell.means["test"]
            assert row[4] == say(test["accuracy"])
            assert row[6:] == [say(test["macro_f1"]), "0, 1", str(findings.split.test)]
        else:
            assert row[1:] == [cell.way, cell.why]
    for control, row in zip(findings.controls, rows[len(findings.cells) :], strict=True):
        assert (row[0], row[4]) == (f"Control: {control.name}", say(control.scores["accuracy"]))


def test_results_have_every_figure_of_every_run(done_once: Done) -> None:
    rows = table_of(done_once.out / "results.csv")
    with open_collection(done_once.folder) as collection:
        for run in range(1, 7):
            stored = read_scores(collection, run)
            told = [row for row in rows if row["run"] == str(run)]
            assert [float(row["value"]) for row in told] == [row.value for row in stored]
            assert [(row["part"], row["control"], row["class"], row["figure"]) for row in told] == [
                (row.part, row.control, row.about, row.name) for row in stored
            ]
    missing = [
        (row["encoder"], row["way"], row["why"]) for row in rows if not row["run"] and row["seed"] != "mean"
    ]
    assert missing == [
        (cell.encoder, cell.way, cell.why) for cell in done_once.result.findings.cells if not cell.runs
    ]
    means = [row for row in rows if row["seed"] == "mean"]
    assert len(means) == 3 * 2 * 2


def test_the_folder_is_whole(done_once: Done) -> None:
    out, told = done_once.out, done_once.result.files
    assert sorted(told) == sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file())
    assert told[0] == "report.html"
    for path in out.glob("figures/*.svg"):
        assert ElementTree.parse(path).getroot().tag.endswith("svg")
    for path in out.glob("figures/*.png"):
        with Image.open(path) as picture:
            picture.load()
    assert len(list(out.glob("figures/*"))) == 2 * 7
    methods = (out / "methods.txt").read_text(encoding="utf-8")
    for run in range(1, 7):
        assert f"Run {run} of the recipe" in methods
    assert "not corrected for their number" in methods
    read = msgspec.json.decode((out / "study.json").read_bytes(), type=Findings)
    assert read == msgspec.convert(msgspec.to_builtins(done_once.result.findings), Findings)
    assert json.loads((out / "study.json").read_text())["cells"][0]["encoder"] == "descriptors"


def test_a_study_of_which_nothing_is_done_has_a_page(done_once: Done) -> None:
    told = done_once.result.findings
    cells = tuple(replace(cell, runs=(), means={}, why=cell.why or "not done yet") for cell in told.cells)
    look = Look("mel-cnn", (), None, "It could not be heard.")
    read = Reader(write_page(replace(told, cells=cells, controls=(), paired=(), looks=(look,), done=0), {}))
    assert "No run is done yet." in read.text
    assert "0 of 6 runs are done" in read.text
    assert "It could not be heard." in read.text


@pytest.mark.parametrize("least", [0.5, 0.7])
def test_the_best_is_held_against_the_strongest_control(done_once: Done, least: float) -> None:
    told = done_once.result.findings
    cell = next(cell for cell in told.cells if cell.runs)
    mean = replace(cell.means["test"]["accuracy"], value=0.9, low=least, high=1.0)
    cells = (replace(cell, means={"test": {"accuracy": mean}}),)
    controls = (Control("weak", 1, {"accuracy": Figure(0.8, 0.5, 0.9, 10)}),)
    strong = (*controls, Control("strong", 1, {"accuracy": Figure(0.6, 0.5, 0.7, 10)}))
    for floors, name in ((controls, "weak"), (strong[1:], "strong")):
        text = write_page(replace(told, cells=cells, controls=floors, looks=(), paired=()), {})
        value = floors[0].scores["accuracy"].value
        assert f"The strongest control, {name}, has {value:.3f}" in text
        assert ("the best is not clear of it" in text) == (least <= value)


@pytest.mark.parametrize(
    ("told", "signed", "said"),
    [
        ((0.5, 0.25, 0.75), False, "0.500 (0.250 to 0.750)"),
        ((-0.0001, -0.0004, 0.5), False, "0.000 (0.000 to 0.500)"),
        ((-0.0001, -0.1, 0.1), True, "0.000 (-0.100 to +0.100)"),
        ((0.5, None, None), True, "+0.500"),
    ],
)
def test_how_a_figure_is_said(told: tuple[Any, Any, Any], signed: bool, said: str) -> None:
    assert say(Figure(*told, 10), signed=signed) == said
    assert say(None) == ""
