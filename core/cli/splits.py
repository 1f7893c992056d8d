"""The command `splits`: make, judge, export and delete splits."""

from __future__ import annotations

import dataclasses
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from core import places
from core.cli.collection import Folder, opened
from core.cli.output import AsJson, answer, table
from core.errors import RequestProblem

if TYPE_CHECKING:
    from core.library.splits import SplitReport
    from core.store import Collection


class SplitAction(StrEnum):
    LIST = "list"
    MAKE = "make"
    REPORT = "report"
    EXPORT = "export"
    DELETE = "delete"


def splits(
    folder: Folder,
    action: Annotated[SplitAction, typer.Argument(help="What to do.")] = SplitAction.LIST,
    name: Annotated[str, typer.Argument(help="The split.")] = "",
    label: Annotated[str, typer.Option(help="The field that is kept in proportion.")] = "genre",
    shares: Annotated[str, typer.Option(help="Train, valid and test.")] = "0.7,0.1,0.2",
    together: Annotated[str, typer.Option(help="What is never torn apart.")] = "artist,album,recording",
    query: Annotated[str, typer.Option("--of", help="Only the tracks that this query finds.")] = "",
    seed: Annotated[int, typer.Option(help="The same seed makes the same split.")] = 0,
    to: Annotated[Path | None, typer.Option(help="Where export writes its table.")] = None,
    as_json: AsJson = False,
) -> None:
    """Make splits that keep artists together, and see what any split leaks."""
    from core.library import splits as engine

    with opened(folder) as collection:
        if action == SplitAction.LIST:
            _list(collection, as_json=as_json)
            return
        if not name:
            raise typer.BadParameter(f"{action} wants the name of a split.", param_hint="NAME")
        if action == SplitAction.MAKE:
            request = engine.SplitRequest(
                name, label, _usable(collection, query), _shares(shares), _words(together), seed
            )
            _show(engine.make_split(collection, request), as_json=as_json)
            return
        split_id = engine.find_split(collection, name)
        if action == SplitAction.REPORT:
            _show(engine.report_split(collection, split_id, label), as_json=as_json)
        elif action == SplitAction.EXPORT:
            _export(engine.export_split(collection, split_id), to, as_json=as_json)
        else:
            engine.delete_split(collection, split_id)
            answer({"deleted": name}, f"{name} is deleted.", as_json=as_json)


def _usable(collection: Collection, query: str) -> tuple[int, ...]:
    """What can be heard, each recording once, among what the query finds."""
    from core.library.query import find

    return tuple(find(collection, f"({query}) state:ok" if query else "state:ok").ids)


def _shares(text: str) -> tuple[float, float, float]:
    try:
        train, valid, test = (float(part) for part in text.split(","))
    except ValueError:
        raise typer.BadParameter("Three numbers, such as 0.7,0.1,0.2.", param_hint="--shares") from None
    return train, valid, test


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _list(collection: Collection, *, as_json: bool) -> None:
    from core.library.splits import list_splits

    found = list_splits(collection)
    if as_json or not found:
        answer(found, "No splits yet. Make one with: soundings splits DIR make NAME", as_json=as_json)
        return
    rows = [
        (s.name, s.method, s.seed, *(f"{n:,}" for n in s.sizes.values()), f"{s.created_at:%Y-%m-%d}")
        for s in found
    ]
    headings = ("split", "how", "seed", "train", "valid", "test", "made")
    table(headings, rows, right=("seed", "train", "valid", "test"))


def _show(report: SplitReport, *, as_json: bool) -> None:
    if as_json:
        answer(dataclasses.asdict(report), "", as_json=True)
        return
    answer(None, report.sentence(), as_json=False)
    classes = sorted({name for counts in report.counts.values() for name in counts})
    rows: list[tuple[Any, ...]] = [
        (name, *(f"{counts.get(name, 0):,}" for counts in report.counts.values())) for name in classes
    ]
    table(("class", *report.counts), rows, right=tuple(report.counts))
    if report.leaks:
        said = [
            (x.group, x.name, ", ".join(f"{n:,} {part}" for part, n in x.parts.items())) for x in report.leaks
        ]
        table(("on two sides", "name", "tracks"), said)


def _export(text: str, to: Path | None, *, as_json: bool) -> None:
    from core.store.files import write_text

    if to is None:
        if as_json:
            raise RequestProblem("A table is no JSON.", "Name a file with --to.")
        answer(None, text.rstrip("\n"), as_json=False)
        return
    write_text(places.whole(to), text)
    answer({"file": str(to)}, f"{text.count(chr(10)) - 1:,} rows written to {to}.", as_json=as_json)
