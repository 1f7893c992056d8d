"""Text to algebra. A mistake is told with its place and, where we can guess, with what was meant.

query  = either, with sort:key anywhere outside parentheses
either = both ("or" both)*
both   = one (["and"] one)*
one    = ("-" | "not") one | "(" either ")" | name:value | words
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from core.errors import RequestProblem
from core.library.fields import STANDARD, Kind, did_you_mean
from core.library.query.algebra import Match, Node, Not, Op, Operand, Query, SortKey, Text, both, either
from core.library.query.properties import (
    EXAMPLES,
    PROPERTIES,
    Property,
    read_amount,
    read_day,
    read_number_of,
)

LONGEST = 5000
DEEPEST = 50
MOST_PARTS = 300
STANDARD_KINDS: Mapping[str, Kind] = {name: field.kind for name, field in STANDARD.items()}

_NAME = re.compile(r"([^\W\d_][\w-]*):")
_WORD = re.compile(r"[^\s()\"]+")
_RUN = re.compile(r"[^\s()]*")
_VALUE = re.compile(r"[^\s(),\"]*")
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"', re.DOTALL)
_COMPARED = re.compile(r"(<=|>=|<|>)(.*)", re.DOTALL)


class QueryProblem(RequestProblem):
    """The text is no query. `position` is the character where it goes wrong."""

    def __init__(self, text: str, position: int, sentence: str, hint: str = "") -> None:
        super().__init__(sentence, hint)
        self.text = text
        self.position = position

    def caret(self) -> str:
        """The text, and below it a caret under the character that is wrong."""
        line = "".join(" " if character.isspace() else character for character in self.text)
        return f"{line}\n{' ' * self.position}^"


@dataclass(frozen=True)
class _Token:
    kind: Literal["(", ")", "-", "and", "or", "term", "sort"]
    position: int
    node: Node | None = None
    key: SortKey | None = None
    bare: bool = False
    """A word without quotes: the last one of a query may go on."""


def parse(text: str, fields: Mapping[str, Kind] = STANDARD_KINDS) -> Query:
    """`fields` are those that the collection has."""
    if len(text) > LONGEST:
        raise QueryProblem(text, LONGEST, f"A query has at most {LONGEST:,} characters.")
    tokens = Lexer(text, fields).tokens()
    keys = tuple(token.key for token in tokens if token.key)
    tokens = _let_last_word_go_on([token for token in tokens if token.kind != "sort"])
    if sum(token.kind == "term" for token in tokens) > MOST_PARTS:
        raise QueryProblem(text, 0, f"A query has at most {MOST_PARTS} parts.")
    return Query(_Parser(text, tokens).whole() if tokens else None, keys)


def _let_last_word_go_on(tokens: list[_Token]) -> list[_Token]:
    """While somebody types, what is typed last is seldom finished."""
    for place in range(len(tokens) - 1, -1, -1):
        token = tokens[place]
        if token.kind != ")":
            if token.bare and isinstance(token.node, Text):
                tokens[place] = replace(token, node=replace(token.node, prefix=True))
            break
    return tokens


class Lexer:
    def __init__(self, text: str, fields: Mapping[str, Kind]) -> None:
        self._text = text
        self._fields = fields
        self._at = 0
        self._depth = 0

    def tokens(self) -> list[_Token]:
        found: list[_Token] = []
        while self._skip_space():
            found.append(self._token(found[-1] if found else None))
        return found

    def _skip_space(self) -> bool:
        while self._at < len(self._text) and self._text[self._at].isspace():
            self._at += 1
        return self._at < len(self._text)

    def _token(self, last: _Token | None) -> _Token:
        start, character = self._at, self._text[self._at]
        if character in "()":
            self._at += 1
            self._depth += 1 if character == "(" else -1
            return _Token("(" if character == "(" else ")", start)
        if character == "-":
            self._at += 1
            if self._text[self._at : self._at + 1].strip() in ("", ")"):
                raise self._problem(
                    start, "Nothing follows the minus.", "Write -genre:jazz to leave jazz out."
                )
            return _Token("-", start)
        if character == '"':
            text = self._quoted()
            return _Token("term", start, Text(text, self._take("*")))
        if name := _NAME.match(self._text, start):
            self._at = name.end()
            if name[1].lower() == "sort":
                return self._sort(start, last)
            return _Token("term", start, self._match(name[1], start))
        return self._word(start)

    def _word(self, start: int) -> _Token:
        found = _WORD.match(self._text, start)
        assert found
        self._at, word = found.end(), found[0]
        if word.lower() in ("and", "or"):
            return _Token("and" if word.lower() == "and" else "or", start)
        if word.lower() == "not":
            return _Token("-", start)
        text = word.rstrip("*")
        if not text:
            raise self._problem(start, "* stands alone.", "Leave it out to find all tracks.")
        return _Token("term", start, Text(text, text != word), bare=True)

    def _sort(self, start: int, last: _Token | None) -> _Token:
        if self._depth or (last and last.kind == "-"):
            raise self._problem(start, "sort: stands outside parentheses and without a minus before it.")
        descending = self._take("-")
        found = _RUN.match(self._text, self._at)
        assert found
        name = found[0].lower()
        known = [*self._fields, *(item.name for item in PROPERTIES.values() if item.column)]
        if name not in known:
            sentence = (
                f"Tracks cannot be sorted by {name}." if name else "sort: needs a field, as sort:title."
            )
            raise self._problem(self._at, sentence, did_you_mean(name, known))
        self._at = found.end()
        return _Token("sort", start, key=SortKey(name, descending))

    def _match(self, name: str, start: int) -> Node:
        lower = name.lower()
        if lower not in self._fields and lower not in PROPERTIES:
            hint = did_you_mean(name, [*self._fields, *PROPERTIES])
            raise self._problem(
                start, f"Unknown field {name}.", hint or "Put text that holds a colon into quotes."
            )
        example = (
            PROPERTIES[lower].example if lower in PROPERTIES else f"{lower}:{EXAMPLES[self._fields[lower]]}"
        )
        rest = self._text[self._at : self._at + 1]
        if rest.strip() in ("", ")"):
            raise self._problem(self._at, f"{lower}: needs a value, as {example}.")
        if rest == "(":
            raise self._problem(self._at, "A value is not put into parentheses.", f"Write {lower}:this,that.")
        kind = PROPERTIES[lower].compared if lower in PROPERTIES else self._fields[lower]
        if kind in ("number", "amount", "day"):
            return self._amounts(lower, PROPERTIES.get(lower), example)
        return self._texts(lower, PROPERTIES.get(lower))

    def _texts(self, name: str, item: Property | None) -> Node:
        exact: list[str] = []
        others: list[Node] = []
        while True:
            start, op, text = self._at, *self._one_text(name)
            if item and item.compared == "choice" and op != "any":
                text = self._choose(item, op, text, start)
            if item and item.compared == "words" and op in ("ends", "contains"):
                raise self._problem(start, "Only whole words or their beginnings are found in captions.")
            if op == "is":
                exact.append(text)
            else:
                others.append(Match(name, op, () if op == "any" else (text,)))
            if not self._take(","):
                break
        return either([*([Match(name, "is", tuple(exact))] if exact else []), *others])

    def _one_text(self, name: str) -> tuple[Op, str]:
        start, before = self._at, self._take("*")
        quoted = self._text.startswith('"', self._at)
        if quoted:
            text, after = self._quoted(), self._take("*")
        else:
            found = _VALUE.match(self._text, self._at)
            assert found
            self._at, after = found.end(), len(found[0]) > 1 and found[0].endswith("*")
            text = found[0][:-1] if after else found[0]
        if "*" in text and not quoted:
            raise self._problem(start, "* stands at the beginning or at the end of a value.")
        if not text.strip():
            if before and not after:
                return "any", ""
            raise self._problem(start, f"A value of {name} is missing here.")
        if before:
            return ("contains" if after else "ends"), text
        return ("starts" if after else "is"), text

    def _choose(self, item: Property, op: Op, text: str, start: int) -> str:
        numbered = bool(item.numbered) and read_number_of(item.numbered, text.lower()) is not None
        if op != "is" or not (numbered or text.lower() in item.choices):
            known = [*item.choices, *([f"{item.numbered}-3"] if item.numbered else [])]
            listed = ", ".join(known[:-1]) + " or " + known[-1]
            hint = did_you_mean(text, list(item.choices))
            raise self._problem(start, f"{item.name} is {listed}, not {text}.", hint)
        return text.lower()

    def _amounts(self, name: str, item: Property | None, example: str) -> Node:
        start = self._at
        run = _QUOTED.match(self._text, start) or _RUN.match(self._text, start)
        assert run
        self._at = run.end()
        text = run[1] if run.re is _QUOTED else run[0]

        def read(part: str) -> Operand:
            day = item is not None and item.compared == "day"
            value = read_day(part) if day else read_amount(part, item.units if item else ())
            if value is None:
                what = "a day" if day else "a number"
                place = start + max(self._text[start : self._at].find(part), 0)
                raise self._problem(
                    place, f"{name} is {what}; {part or 'nothing'} is none.", f"Write {example}."
                )
            return value

        if text == "*":
            return Match(name, "any")
        if found := _COMPARED.fullmatch(text):
            op: Op = found[1]  # type: ignore[assignment]  # the pattern holds only these
            return Match(name, op, (read(found[2]),))
        if ".." in text and text != "..":
            low, high = text.split("..", 1)
            return Match(name, "..", (read(low) if low else None, read(high) if high else None))
        return Match(name, "is", tuple(read(part) for part in text.split(",")))

    def _quoted(self) -> str:
        found = _QUOTED.match(self._text, self._at)
        if found is None:
            raise self._problem(self._at, "This quotation does not end.", 'Close it with ".')
        if not found[1].strip():
            raise self._problem(self._at, "There is nothing between the quotes.")
        self._at = found.end()
        return re.sub(r"\\(.)", r"\1", found[1], flags=re.DOTALL)

    def _take(self, character: str) -> bool:
        taken = self._text.startswith(character, self._at)
        self._at += taken
        return taken

    def _problem(self, position: int, sentence: str, hint: str = "") -> QueryProblem:
        return QueryProblem(self._text, position, sentence, hint)


class _Parser:
    def __init__(self, text: str, tokens: list[_Token]) -> None:
        self._text = text
        self._tokens = tokens
        self._at = 0

    def whole(self) -> Node:
        node = self._either(0)
        if self._at < len(self._tokens):
            raise self._problem("This parenthesis was never opened.")
        return node

    def _either(self, depth: int) -> Node:
        parts = [self._both(depth)]
        while self._next() == "or":
            self._at += 1
            parts.append(self._both(depth))
        return either(parts)

    def _both(self, depth: int) -> Node:
        parts = [self._one(depth)]
        while (kind := self._next()) in ("and", "-", "(", "term"):
            self._at += kind == "and"
            parts.append(self._one(depth))
        return both(parts)

    def _one(self, depth: int) -> Node:
        if depth > DEEPEST:
            raise self._problem("This is nested too deeply.")
        kind, start = self._next(), self._at
        if kind == "-":
            self._at += 1
            return Not(self._one(depth + 1))
        if kind == "(":
            self._at += 1
            node = self._either(depth + 1)
            if self._next() != ")":
                self._at = start
                raise self._problem("This parenthesis is never closed.")
            self._at += 1
            return node
        if kind != "term":
            raise self._problem("Something to look for is missing here.")
        self._at += 1
        found = self._tokens[start].node
        assert found
        return found

    def _next(self) -> str | None:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else None

    def _problem(self, sentence: str) -> QueryProblem:
        place = self._tokens[self._at].position if self._at < len(self._tokens) else len(self._text)
        return QueryProblem(self._text, place, sentence)
