"""The texts of the window in other languages: found in the source, kept in .ts, compiled to .qm.

    python packaging/translations.py             write the .ts anew, compile it, count what is missing
    python packaging/translations.py missing     print the texts without a translation, one a line
    python packaging/translations.py add FILE    take translations in: one a line, source, tab, translation

A line break within a text is written \\n. Needs PySide6's lrelease to compile.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de",)
ANY = "QObject"
"""Every class falls back to this context, so it holds what no class can be named for."""

Text = tuple[str, str]
"""Context and source."""


def source_texts() -> set[Text]:
    """Everything that the window says, as it stands in the source."""
    found: set[Text] = set()
    for path in sorted((ROOT / "desktop").rglob("*.py")):
        found |= texts_of(ast.parse(path.read_text(encoding="utf-8")))
    return found | declared_texts()


def declared_texts() -> set[Text]:
    """What `core` declares for the window to show."""
    from core import settings

    found = {("Settings", text) for one in settings.declared() for text in (one.label, one.description)}
    choices = {choice.capitalize() for one in settings.declared() for choice in one.choices}
    return found | {("PreferencesDialog", choice) for choice in choices}


def texts_of(tree: ast.Module) -> set[Text]:
    own = {
        node.name: context
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and (context := _context_of(node)) is not None
    }
    found: set[Text] = set()
    _walk(tree, ANY, own, found)
    return found


def _context_of(function: ast.FunctionDef) -> str | None:
    """Of a module's own `_tr`, which hands its text to one context."""
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and _name(node.func) == "translate" and len(node.args) > 1:
            first, second = node.args[:2]
            if isinstance(first, ast.Constant) and isinstance(second, ast.Name):
                return str(first.value)
    return None


def _walk(node: ast.AST, context: str, own: dict[str, str], found: set[Text]) -> None:
    for child in ast.iter_child_nodes(node):
        inner = child.name if isinstance(child, ast.ClassDef) else context
        if isinstance(child, ast.Call):
            _read(child, context, own, found)
        _walk(child, inner, own, found)


def _read(call: ast.Call, context: str, own: dict[str, str], found: set[Text]) -> None:
    name = _name(call.func)
    if name == "translate" and len(call.args) > 1 and isinstance(call.args[0], ast.Constant):
        found |= {(str(call.args[0].value), text) for text in _literals(call.args[1])}
    elif name == "tr" and call.args:
        ours = not isinstance(call.func, ast.Attribute) or _name(call.func.value) == "self"
        found |= {(context if ours else ANY, text) for text in _literals(call.args[0])}
    elif name in own and call.args:
        found |= {(own[name], text) for text in _literals(call.args[0])}


def _literals(node: ast.expr) -> list[str]:
    """A text, or both of `a if b else c`."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return [*_literals(node.body), *_literals(node.orelse)]
    return []


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


# The .ts


def ts_path(language: str) -> Path:
    return FOLDER / f"soundings_{language}.ts"


def read_ts(language: str) -> dict[Text, str]:
    path = ts_path(language)
    if not path.exists():
        return {}
    found: dict[Text, str] = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.findtext("translation") or ""
            if translation:
                found[context.findtext("name") or "", message.findtext("source") or ""] = translation
    return found


def write_ts(language: str, texts: set[Text], known: dict[Text, str]) -> int:
    """What is no longer said is dropped. Returns how many texts have no translation."""
    by_source = {source: translation for (_, source), translation in known.items()}
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    missing = 0
    for name in sorted({context for context, _ in texts}):
        context = ElementTree.SubElement(root, "context")
        ElementTree.SubElement(context, "name").text = name
        for source in sorted(text for owner, text in texts if owner == name):
            message = ElementTree.SubElement(context, "message")
            ElementTree.SubElement(message, "source").text = source
            said = known.get((name, source)) or by_source.get(source, "")
            translation = ElementTree.SubElement(message, "translation")
            translation.text = said
            if not said:
                translation.set("type", "unfinished")
                missing += 1
    ElementTree.indent(root, " ")
    FOLDER.mkdir(parents=True, exist_ok=True)
    body = ElementTree.tostring(root, encoding="unicode")
    text = f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n'
    ts_path(language).write_text(text, encoding="utf-8")
    return missing


def compile_ts(language: str, out: Path | None = None) -> Path:
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    result = out or ts_path(language).with_suffix(".qm")
    command = [str(tool), "-silent", "-nounfinished", str(ts_path(language)), "-qm", str(result)]
    subprocess.run(command, check=True)
    return result


# What a person asks for


def add(language: str, lines: list[str]) -> None:
    known = read_ts(language)
    pairs = [line.replace("\\n", "\n").split("\t", 1) for line in lines if "\t" in line]
    said = {pair[0]: pair[1] for pair in pairs}
    more = {text: said[text[1]] for text in source_texts() if text[1] in said}
    write_ts(language, source_texts(), known | more)


def main(arguments: list[str]) -> int:
    texts = source_texts()
    for language in LANGUAGES:
        if arguments[:1] == ["missing"]:
            known = {source for _, source in read_ts(language)}
            left = sorted({source for _, source in texts} - known)
            print("\n".join(source.replace("\n", "\\n") for source in left))
            continue
        if arguments[:1] == ["add"]:
            add(language, Path(arguments[1]).read_text(encoding="utf-8").splitlines())
        missing = write_ts(language, texts, read_ts(language))
        print(f"{language}: {len(texts)} texts, {missing} without a translation; {compile_ts(language)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
