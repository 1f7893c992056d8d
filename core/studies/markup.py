"""Pieces of a page: whatever is put in is escaped, and a figure has its words."""

from __future__ import annotations

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Row:
    """Cells by the table's columns; `wide` runs over all that are left."""

    cells: Sequence[str]
    wide: str = ""
    kind: str = ""
    """A class of the style: `floor` or `lacking`."""


def element(name: str, text: str, kind: str = "") -> str:
    named = f' class="{escape(kind)}"' if kind else ""
    return f"<{name}{named}>{escape(text)}</{name}>"


def items(texts: Sequence[str]) -> str:
    return "<ul>" + "".join(element("li", text) for text in texts) + "</ul>"


def table(caption: str, headings: Sequence[str], rows: Sequence[Row], right: Sequence[str]) -> str:
    """The columns named in `right` hold figures; the first one names its row."""
    sides = [' class="figure"' if heading in right else "" for heading in headings]
    head = "".join(
        f'<th scope="col"{side}>{escape(heading)}</th>' for heading, side in zip(headings, sides, strict=True)
    )
    body = "\n".join(_row(row, sides) for row in rows)
    return (
        f"<table>\n<caption>{escape(caption)}</caption>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{body}\n</tbody>\n</table>\n"
    )


def _row(row: Row, sides: Sequence[str]) -> str:
    kind = f' class="{escape(row.kind)}"' if row.kind else ""
    found = [
        f'<th scope="row">{escape(cell)}</th>' if not i else f"<td{side}>{escape(cell)}</td>"
        for i, (cell, side) in enumerate(zip(row.cells, sides, strict=False))
    ]
    left = len(sides) - len(found)
    if row.wide and left:
        found.append(f'<td colspan="{left}">{escape(row.wide)}</td>')
    return f"<tr{kind}>{''.join(found)}</tr>"


def picture(png: bytes, alt: str, caption: str) -> str:
    data = base64.b64encode(png).decode()
    return (
        f'<figure><img alt="{escape(alt)}" src="data:image/png;base64,{data}">'
        f"<figcaption>{escape(caption)}</figcaption></figure>\n"
    )


def page(title: str, style: str, parts: Sequence[str]) -> str:
    body = "\n".join(parts)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
        f"{body}\n</main>\n</body>\n</html>\n"
    )
