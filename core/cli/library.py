"""Commands on the library of a collection: scan, ledger, find, labels, import, splits, demo."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from core import places
from core.cli.collection import Folder, opened, run_job
from core.cli.output import AsJson, answer, table, tell
from core.errors import RequestProblem

if TYPE_CHECKING:
    from core.store import Collection


def scan(
    folder: Folder,
    folders: Annotated[
        list[Path] | None,
        typer.Argument(help="Folders of audio; the known ones if left out.", metavar="FOLDER…"),
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Look at every file anew.")] = False,
    listen: Annotated[bool, typer.Option(help="Also hear every new file, whole.")] = True,
    as_json: AsJson = False,
) -> None:
    """Look for new, changed, moved and vanished files; then hear the new ones."""
    answer_scan(folder, scan_folders(folder, folders or [], again=again, listen=listen), as_json=as_json)


def scan_folders(
    folder: Path, folders: list[Path], *, again: bool = False, listen: bool = True
) -> dict[str, Any]:
    from core.library.listen import ListenRequest
    from core.library.scan import ScanRequest

    roots = tuple(str(places.whole(path)) for path in folders)
    job = run_job(folder, ("scan", ScanRequest(roots, again)), None)
    if listen:
        tell(job["sentence"])
        heard = run_job(folder, ("listen", ListenRequest(again)), None)
        job["result"]["ledger"] = heard["result"]["ledger"]
        job["sentence"] = heard["sentence"]
    return job


def answer_scan(folder: Path, job: dict[str, Any], *, as_json: bool) -> None:
    result = job["result"]
    answer(result | {"job": job["job"]}, job["sentence"], as_json=as_json)
    bad = sum(n for state, n in result["ledger"]["states"].items() if state not in ("ok", "duplicate"))
    if bad and not as_json:
        tell(f"Why {bad:,} files are not ok: soundings ledger {folder}")


def ledger(
    folder: Folder,
    state: Annotated[
        str, typer.Option(help="Only files in this state; all that are not ok if left out.")
    ] = "",
    all_: Annotated[bool, typer.Option("--all", help="Every file.")] = False,
    as_json: AsJson = False,
) -> None:
    """Every file's state and the reason for it; the counts add up."""
    from core.library.captions import count_captioned
    from core.library.ledger import entries, read_ledger
    from core.library.states import State

    known = [each.value for each in State]
    if state and state not in known:
        raise RequestProblem(f"No file can be {state}.", f"The states are: {', '.join(known)}.")
    with opened(folder) as collection:
        counts, captioned = read_ledger(collection), count_captioned(collection)
        lines = entries(collection, State(state) if state else None)
    if not (state or all_):
        lines = [line for line in lines if line.state != State.OK]
    data = {"total": counts.total, "states": counts.states, "captions": captioned, "files": lines}
    if as_json:
        answer(_readable(data), "", as_json=True)
        return
    answer(None, counts.sentence(), as_json=False)
    if any(captioned.values()):
        tracks = ", ".join(f"{n:,} by a {writer}" for writer, n in captioned.items())
        answer(None, f"Tracks with captions: {tracks}.", as_json=False)
    if lines:
        table(("state", "reason", "file"), [(e.state, e.reason, _text(e.path)) for e in lines])


def _readable(data: dict[str, Any]) -> dict[str, Any]:
    files = [
        {"track_id": e.track_id, "path": _text(e.path), "state": e.state, "reason": e.reason}
        for e in data["files"]
    ]
    return data | {"files": files}


def _text(path: str) -> str:
    return path.encode("utf-8", "replace").decode()


class ImportKind(StrEnum):
    GTZAN = "gtzan"
    MUSICCAPS = "musiccaps"
    MAGNATAGATUNE = "magnatagatune"
    FOLDERS = "folders"
    TABLE = "table"
    PLAYLIST = "playlist"


NEEDS_TABLE = {ImportKind.MUSICCAPS, ImportKind.MAGNATAGATUNE}


def import_(
    folder: Folder,
    path: Annotated[Path, typer.Argument(help="The data set's folder, table or playlist.")],
    kind: Annotated[ImportKind, typer.Option(help="What it is.")],
    audio: Annotated[Path | None, typer.Option(help="Where the clips are, when PATH is a table.")] = None,
    field: Annotated[str, typer.Option(help="The field that folders name.")] = "genre",
    seed: Annotated[int, typer.Option(help="For a random split.")] = 0,
    as_json: AsJson = False,
) -> None:
    """Take in a data set from a local folder: its labels, captions, splits and playlists."""
    path = places.whole(path)
    place = places.whole(audio) if audio else path if path.is_dir() else path.parent
    if kind not in (ImportKind.TABLE, ImportKind.PLAYLIST):
        tell(scan_folders(folder, [place])["sentence"])
    report = _import(folder, kind, path, place, field, seed)
    answer(report, report.sentence(), as_json=as_json)


def _import(folder: Path, kind: ImportKind, path: Path, place: Path, field: str, seed: int) -> Any:  # noqa: ANN401
    from core.library.importers.folders import import_folders
    from core.library.importers.gtzan import import_gtzan
    from core.library.importers.magnatagatune import import_magnatagatune
    from core.library.importers.musiccaps import import_musiccaps
    from core.library.importers.playlists import import_playlist

    if kind == ImportKind.TABLE:
        from core.library.tables import import_labels

        with opened(folder) as collection:
            return import_labels(collection, path)
    if kind in NEEDS_TABLE and path.is_dir():
        raise RequestProblem(f"{path} is a folder.", "Name the table, and the clips with --audio.")
    with opened(folder) as collection:
        if kind == ImportKind.GTZAN:
            return import_gtzan(collection, place, seed)
        if kind == ImportKind.MUSICCAPS:
            return import_musiccaps(collection, path, place)
        if kind == ImportKind.MAGNATAGATUNE:
            return import_magnatagatune(collection, path, place)
        if kind == ImportKind.PLAYLIST:
            return import_playlist(collection, path)
        return import_folders(collection, place, field)


def find(
    folder: Folder,
    query: Annotated[str, typer.Argument(help="What to look for; everything if left out.")] = "",
    limit: Annotated[int, typer.Option(help="At most so many tracks are listed; 0 lists all.")] = 50,
    as_json: AsJson = False,
) -> None:
    """Tracks that a query asks for, in its order."""
    from core.library.query import QueryProblem
    from core.library.query import find as look_for

    with opened(folder) as collection:
        try:
            ids = look_for(collection, query).ids
        except QueryProblem as problem:
            tell(problem.caret())
            raise
        shown = ids if as_json or not limit else ids[:limit]
        rows = _rows(collection, shown, ["title", "artist", "genre", "year"])
    if as_json:
        tracks = [{"track_id": id_, "path": path} for id_, path, _ in rows]
        answer({"count": len(ids), "tracks": tracks}, "", as_json=True)
        return
    more = f", the first {len(shown):,} of them" if len(shown) < len(ids) else ""
    answer(None, f"{len(ids):,} tracks{more}" if len(ids) != 1 else "1 track", as_json=False)
    if rows:
        table(
            ("track", "title", "artist", "genre", "year", "file"),
            [
                (id_, *(_say(values.get(name)) for name in ("title", "artist", "genre", "year")), path)
                for id_, path, values in rows
            ],
            right=("track", "year"),
        )


def _rows(collection: Collection, ids: list[int], fields: list[str]) -> list[tuple[int, str, dict[str, Any]]]:
    from core.library.labels import values_of
    from core.library.ledger import paths_of

    with collection.database.reading() as session:
        paths, values = paths_of(session, ids), values_of(session, ids, fields)
    return [(id_, _text(paths[id_]), values[id_]) for id_ in ids]


def _say(values: list[Any] | None) -> str:
    said = (f"{value:g}" if isinstance(value, float) else str(value) for value in values or ())
    return "; ".join(said)


class LabelAction(StrEnum):
    SHOW = "show"
    SET = "set"
    ADD = "add"
    REMOVE = "remove"
    CLEAR = "clear"
    RENAME = "rename"
    EXPORT = "export"
    UNDO = "undo"
    REDO = "redo"
    HISTORY = "history"


def labels(
    folder: Folder,
    action: Annotated[LabelAction, typer.Argument(help="What to do.")] = LabelAction.SHOW,
    field: Annotated[str, typer.Argument(help="A field, such as genre; for export, a file.")] = "",
    values: Annotated[
        list[str] | None, typer.Argument(help="Values; for rename, the old and the new.")
    ] = None,
    query: Annotated[str, typer.Option("--of", help="The tracks that this query finds.")] = "",
    as_json: AsJson = False,
) -> None:
    """Show, change, export, undo and redo labels."""
    from core.library import edits, journal
    from core.library.query import find as look_for
    from core.library.tables import export_labels

    with opened(folder) as collection:
        if action == LabelAction.SHOW:
            _show_labels(collection, field, query, as_json=as_json)
        elif action == LabelAction.HISTORY:
            _show_history(journal.history(collection), as_json=as_json)
        elif action == LabelAction.EXPORT:
            rows = export_labels(collection, Path(_needed(field, "a file")).absolute(), query=query)
            answer({"file": field, "rows": rows}, f"{rows:,} rows written to {field}.", as_json=as_json)
        elif action in (LabelAction.UNDO, LabelAction.REDO):
            edit = journal.undo(collection) if action == LabelAction.UNDO else journal.redo(collection)
            done = "Undone" if action == LabelAction.UNDO else "Done again"
            answer(edit_data(edit), f"{done}: {edit.title}." if edit else "Nothing to do.", as_json=as_json)
        elif action == LabelAction.RENAME:
            old, new = _two(values)
            edit = edits.rename_value(collection, _needed(field, "a field"), old, new)
            answer(edit_data(edit), f"{edit.title}." if edit else "Nothing changed.", as_json=as_json)
        else:
            ids = look_for(collection, _needed(query, "--of QUERY")).ids
            edit = _change(collection, action, ids, _needed(field, "a field"), values or [])
            answer(edit_data(edit), f"{edit.title}." if edit else "Nothing changed.", as_json=as_json)


def _change(
    collection: Collection, action: LabelAction, ids: list[int], field: str, values: list[str]
) -> Any:  # noqa: ANN401
    from core.library import edits

    if action == LabelAction.CLEAR:
        return edits.clear(collection, ids, field)
    wanted = _typed(collection, field, values)
    if not wanted:
        raise typer.BadParameter("This needs a value.", param_hint="VALUES")
    if action == LabelAction.SET:
        return edits.set_values(collection, ids, field, wanted)
    one = edits.add_value if action == LabelAction.ADD else edits.remove_value
    return [one(collection, ids, field, value) for value in wanted][-1]


def _typed(collection: Collection, field: str, texts: list[str]) -> list[str | float]:
    """Numbers for a field of numbers; a new field holds numbers when all its values are."""
    from core.library.fields import list_fields

    with collection.database.reading() as session:
        kinds = {known.name: known.kind for known in list_fields(session)}
    try:
        numbers: list[str | float] = [float(text) for text in texts]
    except ValueError:
        if kinds.get(field) == "number":
            raise RequestProblem(f"The field {field} holds numbers; {' '.join(texts)} is none.") from None
        return list(texts)
    return numbers if kinds.get(field, "number") == "number" else list(texts)


def _show_labels(collection: Collection, field: str, query: str, *, as_json: bool) -> None:
    """All fields and how many values they have, or the values of one and how many tracks have each."""
    from core.library.fields import list_fields
    from core.library.query import facets

    if field:
        found = facets(collection, field, query)
        if as_json:
            answer([{"value": f.value, "tracks": f.tracks} for f in found], "", as_json=True)
            return
        table((field, "tracks"), [(_say([f.value]), f"{f.tracks:,}") for f in found], right=("tracks",))
        return
    with collection.database.reading() as session:
        fields = list_fields(session)
    if as_json:
        answer(fields, "", as_json=True)
        return
    rows = [(f.name, f.kind, "several" if f.many else "one", f.unit, f.description) for f in fields]
    table(("field", "holds", "a track has", "unit", ""), rows)


def _show_history(history: list[Any], *, as_json: bool) -> None:
    if as_json or not history:
        answer([edit_data(edit) for edit in history], "No edits yet.", as_json=as_json)
        return
    rows = [(e.id, f"{e.made_at:%Y-%m-%d %H:%M}", e.title, "undone" if e.undone else "") for e in history]
    table(("edit", "when", "what", ""), rows, right=("edit",))


def edit_data(edit: Any) -> dict[str, Any] | None:  # noqa: ANN401 - an Edit; its module is imported late
    if edit is None:
        return None
    return {"edit": edit.id, "title": edit.title, "made_at": edit.made_at.isoformat(), "undone": edit.undone}


def _needed(text: str, what: str) -> str:
    if not text:
        raise typer.BadParameter(f"This needs {what}.")
    return text


def _two(values: list[str] | None) -> tuple[str, str]:
    if values is None or len(values) != 2:
        raise typer.BadParameter("Rename needs the old value and the new one.", param_hint="VALUES")
    return values[0], values[1]
