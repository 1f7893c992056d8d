"""The command `captions`: what humans and machines say of tracks, read, judged, corrected and taken along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from core import places
from core.cli.collection import Folder, opened
from core.cli.library import edit_data
from core.cli.near import find_track
from core.cli.output import AsJson, answer, console, table
from core.errors import RequestProblem

if TYPE_CHECKING:
    from core.library.captions import CaptionInfo
    from core.library.journal import Edit
    from core.store import Collection

Writer = Literal["human", "machine"]


class Action(StrEnum):
    LIST = "list"
    SHOW = "show"
    ADD = "add"
    EDIT = "edit"
    ACCEPT = "accept"
    UNACCEPT = "unaccept"
    REJECT = "reject"
    UNREJECT = "unreject"
    DELETE = "delete"
    UNDO = "undo"
    REDO = "redo"
    EXPORT = "export"
    IMPORT_TAGS = "import-tags"


@dataclass(frozen=True)
class _Asked:
    """What is wanted, beside the action."""

    words: list[str]
    query: str | None
    run: int | None
    writer: Writer | None
    start_s: float | None
    end_s: float | None
    field: str
    out: Path | None
    limit: int
    as_json: bool


def captions(
    folder: Folder,
    action: Annotated[Action, typer.Argument(help="What to do.")] = Action.LIST,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CAPTION|TRACK]…",
            help="Captions by number; after add a track, after edit a caption, then what it says.",
        ),
    ] = None,
    query: Annotated[str | None, typer.Option("--of", help="Those of tracks that this query finds.")] = None,
    run: Annotated[int | None, typer.Option(help="Those that this run has written.")] = None,
    writer: Annotated[Writer | None, typer.Option("--source", help="Who has written them.")] = None,
    start_s: Annotated[
        float | None, typer.Option("--start", help="Where the excerpt begins, in seconds.")
    ] = None,
    end_s: Annotated[float | None, typer.Option("--end", help="Where the excerpt ends, in seconds.")] = None,
    field: Annotated[str, typer.Option(help="The field whose tags become captions.")] = "comment",
    out: Annotated[
        Path | None, typer.Option(help="Where export writes: a file that ends in .csv, .tsv or .json.")
    ] = None,
    limit: Annotated[int, typer.Option(help="At most so many are listed; 0 lists all.")] = 50,
    as_json: AsJson = False,
) -> None:
    """List, show, add, edit, accept, reject, delete and export captions; take some from tags; undo, redo.

    \b
    soundings captions ~/coast add shore.flac 'A slow lament, unaccompanied' --start 10 --end 20
    soundings captions ~/coast edit 12 'A slow lament with a drone'
    soundings captions ~/coast accept --run 3 --of genre:lament
    soundings captions ~/coast import-tags --of path:reels
    soundings captions ~/coast export --source machine --out heard.csv
    """
    asked = _Asked(words or [], query, run, writer, start_s, end_s, field, out, limit, as_json)
    with opened(folder) as collection:
        _ACTIONS[action](collection, action, asked)


def _list(collection: Collection, action: Action, asked: _Asked) -> None:
    from core.library.caption_sheets import caption_rows

    if asked.words:
        raise typer.BadParameter("list takes no numbers; show does.", param_hint="CAPTION")
    found = _found(collection, asked)
    if asked.as_json or not found:
        answer(caption_rows(collection, found), "No captions.", as_json=asked.as_json)
        return
    shown = found[: asked.limit] if asked.limit > 0 else found
    more = f", the first {len(shown):,} of them" if len(shown) < len(found) else ""
    answer(None, f"{_count(len(found))}{more}", as_json=False)
    rows = [
        (row["caption"], row["path"].rpartition("/")[2], _span(row), _said_by(row), _line(row["text"]))
        for row in caption_rows(collection, shown)
    ]
    table(("caption", "file", "from–to", "source", "text"), rows, right=("caption",))


def _show(collection: Collection, action: Action, asked: _Asked) -> None:
    from core.library.caption_sheets import caption_rows
    from core.library.captions import read_captions

    rows = caption_rows(collection, read_captions(collection, ids=_numbers(asked, action)))
    answer(rows, "", as_json=asked.as_json)
    for row in () if asked.as_json else rows:
        console.print(
            f"Caption {row['caption']} of {row['path']}, {_span(row) or 'the whole track'}:", markup=False
        )
        console.print(row["text"], markup=False)
        if row["origin"] is not None:
            console.print(f"At first: {row['origin']}", markup=False)
        settings = ", ".join(f"{name} {value}" for name, value in row["settings"].items())
        hearing = f"heard with {row['encoder']}" if row["encoder"] else ""
        said = "; ".join(filter(None, [_said_by(row), hearing, settings, row["created_at"][:10]]))
        console.print(said, style="dim", markup=False)


def _add(collection: Collection, action: Action, asked: _Asked) -> None:
    from core.library.caption_edits import add_caption
    from core.library.edits import Span, Target

    name, text = _named(asked, "add wants a track, then what is heard in it.")
    track_id = find_track(collection, name)
    target: Target = track_id
    if asked.end_s is not None:
        target = Span(track_id, asked.start_s or 0.0, asked.end_s)
    elif asked.start_s is not None:
        raise RequestProblem("An excerpt needs an end.", "Say it with --end, in seconds.")
    edit = add_caption(collection, target, text)
    _answer_edit(edit, asked, {"track_id": track_id})


def _edit(collection: Collection, action: Action, asked: _Asked) -> None:
    from core.library.caption_edits import edit_caption

    name, text = _named(asked, "edit wants the number of a caption, then what it should say.")
    (number,) = _read_numbers([name])
    _answer_edit(edit_caption(collection, number, text), asked, {"captions": [number]})


def _judge(collection: Collection, action: Action, asked: _Asked) -> None:
    """Accept, reject or delete those named, or all that the options find; or take a verdict back."""
    from core.library.caption_edits import accept_captions, delete_captions, reject_captions

    if asked.words:
        numbers = _numbers(asked, action)
    elif asked.query is None and asked.run is None and asked.writer is None:
        raise typer.BadParameter(
            f"{action} wants numbers of captions, or --of, --run or --source.", param_hint="CAPTION"
        )
    else:
        numbers = [caption.id for caption in _found(collection, asked, judged=action != Action.DELETE)]
    if action == Action.DELETE:
        edit = delete_captions(collection, numbers)
    elif action in (Action.REJECT, Action.UNREJECT):
        edit = reject_captions(collection, numbers, rejected=action == Action.REJECT)
    else:
        edit = accept_captions(collection, numbers, accepted=action == Action.ACCEPT)
    _answer_edit(edit, asked, {"captions": numbers})


def _undo(collection: Collection, action: Action, asked: _Asked) -> None:
    from core.library import journal

    edit = journal.undo(collection) if action == Action.UNDO else journal.redo(collection)
    done = "Undone" if action == Action.UNDO else "Done again"
    answer(edit_data(edit), f"{done}: {edit.title}." if edit else "Nothing to do.", as_json=asked.as_json)


def _export(collection: Collection, action: Action, asked: _Asked) -> None:
    from core.library.caption_sheets import check_ending, export_captions

    if asked.out is None:
        raise RequestProblem("Export writes to a file.", "Name it with --out.")
    path = places.whole(asked.out)
    check_ending(path)
    number = export_captions(collection, path, _found(collection, asked))
    told = {"file": str(path), "captions": number}
    answer(told, f"{_count(number)} written to {asked.out}.", as_json=asked.as_json)


def _import_tags(collection: Collection, action: Action, asked: _Asked) -> None:
    from core.library.caption_edits import import_tags
    from core.library.query import find

    report = import_tags(collection, find(collection, asked.query or "").ids, asked.field)
    told = {"captions": report.captions, "wordless": report.wordless, "edit": edit_data(report.edit)}
    tags = "1 tag holds" if report.wordless == 1 else f"{report.wordless:,} tags hold"
    wordless = f" {tags} no words; left out." if report.wordless else ""
    said = f"{report.edit.title}." if report.edit else "No tag says anything new."
    answer(told, said + wordless, as_json=asked.as_json)


def _found(collection: Collection, asked: _Asked, *, judged: bool = False) -> list[CaptionInfo]:
    """What the options ask for; when it is to be judged, only what a machine has written."""
    from core.library.captions import read_captions
    from core.library.query import find

    tracks = None if asked.query is None else find(collection, asked.query).ids
    writer: Writer | None = asked.writer or ("machine" if judged else None)
    return read_captions(collection, tracks, writer=writer, run_id=asked.run)


def _answer_edit(edit: Edit | None, asked: _Asked, about: dict[str, Any]) -> None:
    said = f"{edit.title}. soundings captions DIR undo takes it back." if edit else "Nothing changed."
    answer(about | {"edit": edit_data(edit)}, said, as_json=asked.as_json)


def _named(asked: _Asked, wanted: str) -> tuple[str, str]:
    if len(asked.words) < 2:
        raise typer.BadParameter(wanted, param_hint="CAPTION|TRACK")
    return asked.words[0], " ".join(asked.words[1:])


def _numbers(asked: _Asked, action: Action) -> list[int]:
    if not asked.words:
        raise typer.BadParameter(f"{action} wants the number of a caption.", param_hint="CAPTION")
    return _read_numbers(asked.words)


def _read_numbers(words: Sequence[str]) -> list[int]:
    strange = next((word for word in words if not word.isdecimal()), None)
    if strange is not None:
        raise typer.BadParameter(f"{strange} is not the number of a caption.", param_hint="CAPTION")
    return list(dict.fromkeys(map(int, words)))


def _span(row: dict[str, Any]) -> str:
    return "" if row["end_s"] is None else f"{row['start_s']:g}–{row['end_s']:g} s"


def _said_by(row: dict[str, Any]) -> str:
    source = f"run {row['run']}" if row["source"] == "run" else row["source"]
    verdicts = {"accepted": row["accepted"], "rejected": row["rejected"], "edited": row["origin"] is not None}
    return ", ".join([source, *(verdict for verdict, holds in verdicts.items() if holds)])


def _line(text: str) -> str:
    return " ".join(text.split())


def _count(number: int) -> str:
    return f"{number:,} {'caption' if number == 1 else 'captions'}"


_ACTIONS = {
    Action.LIST: _list,
    Action.SHOW: _show,
    Action.ADD: _add,
    Action.EDIT: _edit,
    Action.ACCEPT: _judge,
    Action.UNACCEPT: _judge,
    Action.REJECT: _judge,
    Action.UNREJECT: _judge,
    Action.DELETE: _judge,
    Action.UNDO: _undo,
    Action.REDO: _undo,
    Action.EXPORT: _export,
    Action.IMPORT_TAGS: _import_tags,
}
