"""The classes of each field in the order of their keys, which stays while their counts change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

MOST = 60
"""More classes than this are too many to choose from by ear."""
KEPT_FIELDS = 40


class LineUp:
    def __init__(self) -> None:
        self._order: dict[str, list[str]] = {}
        self._added: dict[str, list[str]] = {}
        """By a person; they stay without a label."""

    def names(self, field: str, counts: Mapping[str, int]) -> list[str]:
        """Known ones where they were, new ones behind them, the most frequent first."""
        if not field:
            return []
        known = self._order.get(field, [])
        added = self._added.get(field, [])
        stay = [name for name in known if name in counts or name in added]
        found = [*stay, *(name for name in (*counts, *added) if name not in stay)]
        found = list(dict.fromkeys(found))[:MOST]
        self._order[field] = found
        return found

    def add(self, field: str, name: str) -> None:
        self._added[field] = [*(known for known in self._added.get(field, []) if known != name), name]

    def take_away(self, field: str, name: str) -> None:
        self._added[field] = [known for known in self._added.get(field, []) if known != name]

    def rename(self, field: str, old: str, new: str) -> None:
        for names in (self._order.get(field, []), self._added.get(field, [])):
            if old in names:
                names[names.index(old)] = new

    def move(self, field: str, name: str, steps: int) -> None:
        names = self._order.get(field, [])
        if name in names:
            place = names.index(name)
            names.insert(min(max(place + steps, 0), len(names) - 1), names.pop(place))

    def forget(self) -> None:
        self._order, self._added = {}, {}

    def kept(self) -> dict[str, Any]:
        fields = list(self._order)[-KEPT_FIELDS:]
        return {field: [self._order[field], self._added.get(field, [])] for field in fields}

    def restore(self, kept: Any) -> None:  # noqa: ANN401 - JSON from outside
        self.forget()
        for field, lists in (kept if isinstance(kept, dict) else {}).items():
            if isinstance(lists, list) and len(lists) == 2 and all(isinstance(one, list) for one in lists):
                self._order[field] = _texts(lists[0])
                self._added[field] = _texts(lists[1])


def _texts(found: Iterable[object]) -> list[str]:
    return list(dict.fromkeys(text for text in found if isinstance(text, str) and text))[:MOST]
