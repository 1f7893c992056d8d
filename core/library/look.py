"""What one file tells at a glance: properties and tags. Runs in a crew, since files may be anything."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from core import audio
from core.audio import Properties
from core.errors import AudioProblem
from core.library import tags
from core.library.states import SHORTEST_S, State


@dataclass(frozen=True)
class Look:
    state: State
    reason: str = ""
    properties: Properties | None = None
    tags: tags.Tags = field(default_factory=dict)


def look(name: str) -> Look:
    """The function of the crew: from the path of a file to what can be said of it."""
    path = Path(name)
    try:
        if path.stat().st_size == 0:
            return Look(State.UNDECODABLE, "The file is empty.")
        properties, found = tags.read(path)
        if properties is None:
            properties = audio.examine(path)
    except AudioProblem as problem:
        state = State.UNSUPPORTED if problem.unsupported else State.UNDECODABLE
        return Look(state, _sentence(problem.why))
    except OSError as error:
        return Look(State.UNDECODABLE, _sentence(error.strerror or str(error)))
    seconds = properties.duration_s
    if seconds is not None and seconds < SHORTEST_S:
        lasts = f"It lasts {1000 * seconds:.0f} ms." if seconds else "It holds no sound."
        return Look(State.TOO_SHORT, lasts, properties, found)
    return Look(State.OK, "", properties, found)


def _sentence(why: str) -> str:
    return f"{why[:1].upper()}{why[1:]}."
