"""Changes one condition of a query and leaves the rest as a person wrote it.

Only conditions that every track must fulfil are touched: those outside
parentheses, not behind a minus, and not beside an "or". A new one is put
first, so that a word that is still being typed stays last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from core.library.fields import Kind
from core.library.query.algebra import Match, Node, Operand, Or, SortKey
from core.library.query.parse import STANDARD_KINDS, Lexer

Kinds = Mapping[str, Kind]
TEXTS = ("is", "starts", "ends", "contains")
"""What can stand beside another value of the same condition."""


@dataclass(frozen=True)
class _Piece:
    """A part of the text between spaces. `node`: a condition that every track must fulfil."""

    text: str
    kind: str
    node: Node | None = None
    key: SortKey | None = None

    def matches(self, name: str) -> tuple[Match, ...]:
        """What it asks of the field, if it asks nothing else."""
        parts = self.node.parts if isinstance(self.node, Or) else (self.node,)
        found = tuple(part for part in parts if isinstance(part, Match) and part.field == name)
        return found if len(found) == len(parts) else ()


def values_asked(text: str, name: str, kinds: Kinds = STANDARD_KINDS) -> tuple[Operand, ...]:
    """Of which values every track must have one."""
    found = [match for piece in _pieces(text, kinds) for match in piece.matches(name)]
    return tuple(dict.fromkeys(value for match in found if match.op == "is" for value in match.values))


def range_asked(
    text: str, name: str, kinds: Kinds = STANDARD_KINDS
) -> tuple[float | None, float | None] | None:
    """Between which numbers every track must lie."""
    for piece in _pieces(text, kinds):
        for match in piece.matches(name):
            if match.op == "..":
                low, high = (float(value) if value is not None else None for value in match.values)
                return low, high
    return None


def with_value(text: str, name: str, value: Operand, kinds: Kinds = STANDARD_KINDS) -> str:
    """A track may have this value, too; without a condition on the field, it must have it."""
    pieces = _pieces(text, kinds)
    for place, piece in enumerate(pieces):
        matches = piece.matches(name)
        if matches and all(match.op in TEXTS for match in matches):
            values = [v for match in matches if match.op == "is" for v in match.values]
            pieces[place] = _spelled(piece, matches, [*dict.fromkeys([*values, value])])
            return _text(pieces)
    return _with_first(pieces, Match(name, "is", (value,)))


def without_value(text: str, name: str, value: Operand, kinds: Kinds = STANDARD_KINDS) -> str:
    """A track need not have this value; a condition of which nothing is left goes."""
    pieces: list[_Piece] = []
    for piece in _pieces(text, kinds):
        matches = piece.matches(name)
        values = [v for match in matches if match.op == "is" for v in match.values]
        if value in values:
            left = [v for v in values if v != value]
            if left or any(match.op != "is" for match in matches):
                pieces.append(_spelled(piece, matches, left))
        else:
            pieces.append(piece)
    return _text(pieces)


def with_range(
    text: str, name: str, low: float | None, high: float | None, kinds: Kinds = STANDARD_KINDS
) -> str:
    """Between these numbers, instead of what was asked of the field before."""
    pieces = _pieces(without(text, name, kinds), kinds)
    ends = tuple(float(end) if end is not None else None for end in (low, high))
    return _with_first(pieces, Match(name, "..", ends))


def without(text: str, name: str, kinds: Kinds = STANDARD_KINDS) -> str:
    """Ask nothing of the field that every track must fulfil."""
    return _text([piece for piece in _pieces(text, kinds) if not piece.matches(name)])


def sort_keys(text: str, kinds: Kinds = STANDARD_KINDS) -> tuple[SortKey, ...]:
    return tuple(piece.key for piece in _pieces(text, kinds) if piece.key)


def unsorted(text: str, kinds: Kinds = STANDARD_KINDS) -> str:
    """The same question, in no order."""
    return _text([piece for piece in _pieces(text, kinds) if not piece.key])


def _pieces(text: str, kinds: Kinds) -> list[_Piece]:
    tokens = Lexer(text, kinds).tokens()
    ends = [token.position for token in tokens[1:]] + [len(text)]
    pieces: list[_Piece] = []
    depth, last = 0, ""
    for token, end in zip(tokens, ends, strict=False):
        depth += {"(": 1, ")": -1}.get(token.kind, 0)
        counts = token.kind == "term" and depth == 0 and last != "-"
        kind = token.kind if depth == 0 else "inner"
        pieces.append(
            _Piece(text[token.position : end].rstrip(), kind, token.node if counts else None, token.key)
        )
        last = token.kind
    if any(piece.kind == "or" for piece in pieces):
        return [replace(piece, node=None) for piece in pieces]
    return pieces


def _spelled(piece: _Piece, matches: Sequence[Match], values: Sequence[Operand]) -> _Piece:
    """The same condition with these values; what it asks with stars stays."""
    name = matches[0].field
    new = [Match(name, "is", tuple(values))] if values else []
    kept = [match for match in matches if match.op != "is"]
    texts = [str(match).removeprefix(f"{name}:") for match in (*new, *kept)]
    node = (*new, *kept)
    return replace(piece, text=f"{name}:{','.join(texts)}", node=node[0] if len(node) == 1 else Or(node))


def _with_first(pieces: list[_Piece], match: Match) -> str:
    sorts = [piece.text for piece in pieces if piece.key]
    rest = _text([piece for piece in pieces if not piece.key])
    if any(piece.kind == "or" for piece in pieces):
        rest = f"({rest})"
    return " ".join(part for part in (str(match), rest, *sorts) if part)


def _text(pieces: Sequence[_Piece]) -> str:
    """An "and" that has nothing left to join goes, too."""
    kept: list[_Piece] = []
    for place, piece in enumerate(pieces):
        if piece.kind != "and" or (_operand(pieces[place + 1 :]) and _operand(kept[::-1])):
            kept.append(piece)
    result, last = "", "("
    for piece in kept:
        result += piece.text if last in ("(", "-") or piece.text == ")" else f" {piece.text}"
        last = piece.text
    return result


def _operand(pieces: Sequence[_Piece]) -> bool:
    """Whether the nearest of these can stand beside an "and"."""
    nearest = next((piece for piece in pieces if not piece.key), None)
    return nearest is not None and nearest.kind not in ("and", "or")
