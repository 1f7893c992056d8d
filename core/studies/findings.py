"""What a study has found, as its report and scripts have it. Plain data; nothing here is worked out."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.maps.request import Figure as Share
from core.runs import Figure


@dataclass(frozen=True)
class Mean:
    """A figure averaged over seeds; the interval is over artists where they are known, else over tracks."""

    value: float
    low: float | None
    high: float | None
    n: int
    least: float
    """Of all seeds."""
    most: float


@dataclass(frozen=True)
class OneRun:
    run: int
    seed: int
    device: str
    epochs: int
    seconds: float
    """Spent in its epochs."""
    scores: dict[str, dict[str, Figure]]
    """By part."""


@dataclass(frozen=True)
class OneCell:
    """An encoder in one way, over all seeds that are done."""

    encoder: str
    title: str
    way: str
    recipe: str
    head: str
    why: str
    """Why there is no run of it, where there is none."""
    note: str
    runs: tuple[OneRun, ...] = ()
    means: dict[str, dict[str, Mean]] = field(default_factory=dict)
    """By part."""


@dataclass(frozen=True)
class Control:
    """What stands beside the cells, on the test part of their split."""

    name: str
    run: int
    """Which it was worked out with."""
    scores: dict[str, Figure]
    of: str = ""
    """The cell whose it is; empty where it stands beside all of them."""

    @property
    def title(self) -> str:
        return f"{self.name} of {self.of}" if self.of else self.name


@dataclass(frozen=True)
class OfSeed:
    seed: int
    first: int
    second: int
    """Runs."""
    value: float
    p: float | None
    by: str


@dataclass(frozen=True)
class Paired:
    """The second way less the first, of one encoder on the same test tracks, averaged over seeds."""

    encoder: str
    first: str
    second: str
    figures: dict[str, Mean]
    p: float | None
    """Of the first figure, were the ways to change places at random on each artist's tracks."""
    seeds: tuple[OfSeed, ...]
    """The first figure of each pair of runs by itself."""
    why: str = ""
    """Why they cannot be compared."""


@dataclass(frozen=True)
class Said:
    encoder: str
    way: str
    run: int
    text: str


@dataclass(frozen=True)
class Example:
    """A test track, as people have described it and as runs have."""

    track_id: int
    path: str
    human: str
    said: tuple[Said, ...]


@dataclass(frozen=True)
class Variety:
    """Whoever says the same of most tracks hardly listens."""

    encoder: str
    way: str
    run: int
    different: int
    n: int


@dataclass(frozen=True)
class Apart:
    """How far the classes lie apart in the full space."""

    part: str
    """`all` tracks among each other; or the `test` part, which nothing has been learnt from."""
    k: int
    purity: Share | None
    """Of the k nearest, other artists' in `all`, tracks to learn from in `test`: those of the same class."""
    silhouette: Share | None
    """Of the part among itself."""


@dataclass(frozen=True)
class OneMap:
    map: int
    method: str
    trustworthiness: float | None
    caption: tuple[str, ...]
    picture: str
    """Its file in the report's folder, without the ending."""


@dataclass(frozen=True)
class Stage:
    """An encoder's vectors: as it came, or after it has learnt along in a run."""

    encoder: str
    way: str
    run: int
    """0 as it came."""
    embedding_set: int
    layer: str
    maps: tuple[OneMap, ...]
    apart: tuple[Apart, ...]


@dataclass(frozen=True)
class Mover:
    track_id: int
    path: str
    value: str
    overlap: float


@dataclass(frozen=True)
class Moved:
    k: int
    tracks: int
    overlap: Share | None
    """The mean share of neighbours that stayed."""
    movers: tuple[Mover, ...]


@dataclass(frozen=True)
class Look:
    """The vectors of one encoder before and after."""

    encoder: str
    stages: tuple[Stage, ...]
    moved: Moved | None = None
    why: str = ""
    """Why it could not be looked at."""


@dataclass(frozen=True)
class SplitTold:
    name: str
    train: int
    valid: int
    test: int
    artists: int
    """In the test part, which the intervals rest on; 0 where they are not known."""
    asked: str
    """The one that the study would have, where it is another."""
    said: tuple[str, ...]
    """What a person should know of it."""


@dataclass(frozen=True)
class Findings:
    study: int
    name: str
    title: str
    question: str
    source: str
    collection: str
    task: str
    field: str
    query: str
    classes: tuple[str, ...]
    """None where captions are written."""
    seeds: tuple[int, ...]
    done: int
    wanted: int
    """Runs."""
    split: SplitTold
    cells: tuple[OneCell, ...]
    controls: tuple[Control, ...]
    paired: tuple[Paired, ...]
    looks: tuple[Look, ...]
    published: tuple[str, ...]
    """Names of tables."""
    written: str
    """When, and by which version."""
    examples: tuple[Example, ...] = ()
    variety: tuple[Variety, ...] = ()
