"""What is read of a comparison, in the background: whether it is drawn, or what that takes. No Qt here."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.embedding import SetInfo, find_set
from core.errors import RequestProblem
from core.library.groups import read_values
from core.library.ledger import paths_of
from core.library.splits import PARTS
from core.maps.export import caption
from core.moved.pair import Pair, pair_of
from core.moved.read import BeforeAfter, find_drawn, most_of, read_drawn

if TYPE_CHECKING:
    from core.store import Collection


@dataclass(frozen=True)
class Wanted:
    """Which comparison is to be seen."""

    run: int
    beside: int = 0
    method: str = "tsne"
    apart: str = ""


@dataclass(frozen=True, eq=False)
class State:
    """`drawn`, or the `pair` that could be drawn, or why there is nothing to draw."""

    wanted: Wanted
    pair: Pair | None = None
    drawn: BeforeAfter | None = None
    heard: SetInfo | None = None
    """The embedding set of the second map."""
    why: str = ""
    hint: str = ""


def read_state(wanted: Wanted, collection: Collection) -> State:
    try:
        pair = pair_of(collection, wanted.run, wanted.beside)
    except RequestProblem as problem:
        return State(wanted, why=problem.sentence, hint=problem.hint)
    info = find_drawn(collection, pair, wanted.method, wanted.apart)
    if info is None:
        return State(wanted, pair)
    try:
        drawn = read_drawn(collection, pair, info, wanted.apart)
    except RequestProblem:  # a file is gone: it can be drawn again
        return State(wanted, pair)
    return State(wanted, pair, drawn, find_set(collection, str(info.embedding_set)))


def write_table(path: Path, drawn: BeforeAfter, field: str, said: list[str], collection: Collection) -> int:
    """Every track a row, the biggest mover first, with where it was and is; returns the number of rows."""
    from core.cli.sheet import write_sheet

    values = {id_: found[0] for id_, found in read_values(collection, field).items()} if field else {}
    ids = drawn.track_ids.tolist()
    with collection.database.reading() as session:
        paths = paths_of(session, ids)
    rank_of = {row: rank for rank, row in enumerate(drawn.order.tolist(), 1)}
    rest = [row for row in range(len(ids)) if row not in rank_of]
    rows = [_line(drawn, row, rank_of.get(row), paths, values) for row in [*rank_of, *rest]]
    headings = {name: name for name in _line(drawn, 0, None, {}, {})} if ids else {}
    if not field:
        headings = {name: said for name, said in headings.items() if not name.startswith("most_")}
        headings.pop("value", None)
    else:
        headings["value"] = field
    about = {
        "about": " ".join([*said, *caption(drawn.info)]),
        "before_encoder": drawn.pair.before.encoder,
        "after_encoder": drawn.pair.after.encoder,
        "run": drawn.pair.after.run,
        "k": drawn.k,
    }
    write_sheet(path, headings, rows, about)
    return len(rows)


def _line(
    drawn: BeforeAfter, row: int, rank: int | None, paths: dict[int, str], values: dict[int, str]
) -> dict[str, Any]:
    id_, part = int(drawn.track_ids[row]), int(drawn.part[row])
    was, is_ = drawn.was_near[row].tolist(), drawn.is_near[row].tolist()
    before, after = most_of(was, values), most_of(is_, values)
    return {
        "rank": rank,
        "track_id": id_,
        "path": paths.get(id_, ""),
        "part": PARTS[part] if part >= 0 else "",
        "kept_neighbours": drawn.kept(row) if rank else None,
        "before_x": float(drawn.before[row, 0]),
        "before_y": float(drawn.before[row, 1]),
        "after_x": float(drawn.after[row, 0]),
        "after_y": float(drawn.after[row, 1]),
        "value": values.get(id_, ""),
        "most_before": before[0],
        "most_before_count": before[1],
        "most_after": after[0],
        "most_after_count": after[1],
        "neighbours_before": ";".join(str(near) for near in was if near >= 0),
        "neighbours_after": ";".join(str(near) for near in is_ if near >= 0),
    }
