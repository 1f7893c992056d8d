"""Every text has a German translation with the same places for names and numbers; the window speaks it."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QPushButton

from core import settings
from desktop import language, words
from desktop.jobs.model import JobsModel
from desktop.preferences import PreferencesDialog

ROOT = Path(__file__).resolve().parents[2]
PLACES = re.compile(r"\{[^{}]*\}")
TOOLS = Path(sys.executable).parent


def load():
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


translations = load()


@pytest.fixture(scope="module")
def texts():
    return translations.source_texts()


@pytest.fixture(scope="module")
def german():
    return translations.read_ts("de")


@pytest.fixture
def in_german(qapp):
    language.speak(qapp, "german")
    yield
    language.quiet(qapp)


def test_no_text_lacks_a_translation(texts, german):
    assert len(texts) > 500
    assert sorted(source for text in texts if text not in german for source in text[1:]) == []


def test_nothing_is_translated_that_is_no_longer_said(texts, german):
    assert sorted(set(german) - texts) == []


def test_names_and_numbers_keep_their_places(german):
    wrong = [
        source
        for (_, source), translation in german.items()
        if sorted(PLACES.findall(source)) != sorted(PLACES.findall(translation))
    ]
    assert wrong == []


def test_every_sign_of_a_question_and_every_letter_to_press_is_kept(german):
    ends = [s for (_, s), t in german.items() if s.endswith("…") != t.endswith("…")]
    letters = [s for (_, s), t in german.items() if marks(s) != marks(t)]
    assert (ends, letters) == ([], [])


def marks(text: str) -> int:
    return len(re.findall(r"&(?=\w)", text))


def test_the_compiled_file_is_of_this_text(german, qapp):
    translator = QTranslator()
    assert translator.load("soundings_de", str(ROOT / "resources" / "translations"))
    old = [
        source for (context, source), said in german.items() if translator.translate(context, source) != said
    ]
    assert old == []


def test_what_qts_own_tool_finds_is_known_to_ours(texts, tmp_path):
    tool = TOOLS / ("pyside6-lupdate.exe" if os.name == "nt" else "pyside6-lupdate")
    if not tool.exists():
        pytest.skip("pyside6-lupdate is not here")
    sources = [str(path) for path in sorted((ROOT / "desktop").rglob("*.py"))]
    listed = tmp_path / "sources.txt"
    listed.write_text("\n".join(sources))
    done = subprocess.run(
        [tool, "-silent", f"@{listed}", "-ts", str(tmp_path / "found.ts")], capture_output=True, timeout=100
    )
    assert done.returncode == 0, done.stderr
    found = {
        message.findtext("source") for message in ElementTree.parse(tmp_path / "found.ts").iter("message")
    }
    assert len(found) > 300
    assert found - {source for _, source in texts} == set()


# How it is found


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('class A:\n def f(self): return self.tr("x")', {("A", "x")}),
        ('class A:\n def f(self):\n  tr = self.tr\n  return tr("x")', {("A", "x")}),
        ('class A:\n def f(self): return self.tr("x" if self.y else "z")', {("A", "x"), ("A", "z")}),
        ('def _tr(text): return Q.translate("Jobs", text)\ny = _tr("x")', {("Jobs", "x")}),
        ('y = Q.translate("Jobs", "x")', {("Jobs", "x")}),
        ('def f(dialog): return dialog.tr("x")', {("QObject", "x")}),
        ("class A:\n def f(self): return self.tr(self.x)", set()),
    ],
)
def test_every_way_to_say_something_is_seen(code, found):
    import ast

    assert translations.texts_of(ast.parse(code)) == found


def test_every_call_says_a_text_that_can_be_found():
    """A variable cannot be read from the source; whoever needs one says its texts elsewhere."""
    import ast

    hidden = []
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            says = isinstance(node, ast.Call) and translations._name(node.func) == "tr" and node.args
            if says and not translations._literals(node.args[0]):
                hidden.append(f"{path.name}:{node.lineno}")
    assert [place for place in hidden if not place.startswith("preferences.py")] == []


# The window


@pytest.mark.usefixtures("in_german")
def test_the_window_speaks_german(make_window):
    window = make_window()
    titles = [action.text().replace("&", "") for action in window.menuBar().actions() if action.isVisible()]
    assert titles[:3] == ["Datei", "Bearbeiten", "Ansicht"]
    english = {source for _, source in translations.read_ts("de") if len(source) > 14}
    said = {action.text() for action in window.commands.actions.values()}
    said |= {button.text() for button in window.findChildren(QPushButton)}
    assert said & english == set()


@pytest.mark.usefixtures("in_german")
def test_every_entry_has_a_letter_of_its_own_in_german_too(make_window):
    window = make_window()
    menus = [window.menus.menus[name].actions() for name in ("file", "edit", "collection", "help")]
    for actions in [[a for a in window.menuBar().actions() if a.isVisible()], *menus]:
        letters = [a.text()[a.text().index("&") + 1].lower() for a in actions if not a.isSeparator()]
        assert len(letters) == len(set(letters)), letters


@pytest.mark.usefixtures("in_german")
def test_numbers_and_what_core_declares(qtbot, make_window):
    assert words.tracks(2046) == "2.046 Stücke"
    assert words.size(4_200_000) == "4,2 MB"
    from PySide6.QtCore import Qt

    assert JobsModel().headerData(0, Qt.Orientation.Horizontal) == "Auftrag"
    dialog = PreferencesDialog(make_window())
    assert dialog.inputs["theme"].accessibleName() == "Farben"
    dialog.deleteLater()


def test_english_is_as_it_is_written(qapp):
    language.speak(qapp, "english")
    assert words.number(2046) == "2,046"
    assert QCoreApplication.translate("Menus", "&File") == "&File"


@pytest.mark.parametrize(("choice", "code"), [("english", "en"), ("german", "de")])
def test_what_is_chosen_counts(choice, code):
    settings.set_value("language", choice)
    assert language.code_of(settings.load().language) == code
