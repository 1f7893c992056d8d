"""How words of sound are written in the query bar: behind a tilde, after whatever else is asked."""

from __future__ import annotations

SIGN = "~"


def split(text: str) -> tuple[str, str]:
    """`genre:lament ~slow fiddle` is the query `genre:lament` and the words `slow fiddle`."""
    place = sign_at(text)
    if place < 0:
        return text.strip(), ""
    return text[:place].strip(), text[place + 1 :].strip()


def sign_at(text: str) -> int:
    """Where the words begin, or -1: a tilde that begins a word, outside quotes."""
    quoted = False
    for place, letter in enumerate(text):
        if letter == '"':
            quoted = not quoted
        elif letter == SIGN and not quoted and (place == 0 or text[place - 1].isspace()):
            return place
    return -1


def joined(query: str, words: str) -> str:
    return f"{query} {SIGN}{words}".strip() if words else query
