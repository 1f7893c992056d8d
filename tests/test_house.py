"""The house rules that no linter knows: size, module docstrings, words that must not appear."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LONGEST_FUNCTION = 40
LONGEST_MODULE = 400
FOLDERS = ("core", "desktop", "resources", "packaging")
ADDRESS = re.compile(
    r"https?://(?!www\.w3\.org/|xspf\.org/|example\.org/|127\.0\.0\.1)[\w.-]+", re.IGNORECASE
)


def modules(*folders: str) -> list[Path]:
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return [path for path in found if "__pycache__" not in path.parts]


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", modules(*FOLDERS, "tests"), ids=name)
def test_a_module_says_why_it_exists_and_is_not_too_long(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "no docstring"
    assert len(text.splitlines()) <= LONGEST_MODULE


@pytest.mark.parametrize("path", modules(*FOLDERS), ids=name)
def test_functions_are_short(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    long = [
        f"{node.name} ({node.end_lineno - node.lineno + 1} lines)"
        for node in ast.walk(tree)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and node.end_lineno is not None
        and node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\0")
    return [ROOT / line for line in listed if line and (ROOT / line).is_file()]


PINNED = ROOT / "core" / "encoders" / "catalogue.py"
"""Weights that are in no registry, each with its SHA-256."""


def test_no_download_address_is_written_down() -> None:
    """Packages come from wherever the person's own tools are set to find them."""
    found = []
    for path in tracked():
        if path.suffix in {".py", ".toml", ".txt", ".sh", ".md", ""} and path not in (Path(__file__), PINNED):
            text = path.read_text(encoding="utf-8", errors="replace")
            found += [f"{name(path)}: {match}" for match in ADDRESS.findall(text)]
    assert found == []


def test_packaging_is_no_package() -> None:
    """An `__init__.py` there would hide the library of the same name."""
    assert not (ROOT / "packaging" / "__init__.py").exists()
