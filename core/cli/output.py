"""How commands speak: the answer on stdout, everything else on stderr."""

from __future__ import annotations

import errno
import sys
from collections.abc import Sequence
from typing import Annotated, Any

import msgspec
import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from core.errors import RequestProblem
from core.messages import Message

AsJson = Annotated[bool, typer.Option("--json", help="Answer with one JSON document on stdout.")]

WIDE = 220
"""Columns of a table that goes to a file or another program."""

console = Console(highlight=False, soft_wrap=True, width=None if sys.stdout and sys.stdout.isatty() else WIDE)
errors = Console(stderr=True, highlight=False, soft_wrap=True)


def answer(data: object, text: str, *, as_json: bool) -> None:
    """One answer: `data` for scripts, `text` for people."""
    if sys.stdout is None:
        raise RequestProblem("There is nowhere to write the answer: standard output is closed.")
    if as_json:
        sys.stdout.write(msgspec.json.format(msgspec.json.encode(data), indent=1).decode() + "\n")
    elif text:
        console.print(text, markup=False)
    sys.stdout.flush()


def is_output_gone(error: Exception) -> bool:
    """Whoever read our answer has gone, or its disk is full; there is nobody to complain to but stderr."""
    if isinstance(error, BrokenPipeError):
        return True
    if isinstance(error, OSError) and error.errno == errno.ENOSPC and error.filename is None:
        tell("The answer cannot be written: the disk is full.")
        return True
    return False


def tell(text: str) -> None:
    errors.print(text, markup=False)


def show_message(message: Message) -> None:
    """The command line's listener on the message channel."""
    tell(message.text)


def table(headings: Sequence[str], rows: Sequence[Sequence[Any]], *, right: Sequence[str] = ()) -> None:
    """A plain table; the columns named in `right` hold figures."""
    grid = Table(box=None, padding=(0, 2, 0, 0), header_style="bold")
    for heading in headings:
        grid.add_column(
            heading,
            justify="right" if heading in right else "left",
            no_wrap=heading not in ("", headings[-1]),
        )
    for row in rows:
        grid.add_row(*[Text(str(cell)) for cell in row])
    console.print(grid)
