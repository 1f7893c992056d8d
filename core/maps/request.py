"""What can be asked about maps, and what is answered. Light, so that a window can make it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from core.errors import RequestProblem

Method = Literal["pca", "tsne", "umap"]
SAID: dict[str, str] = {"pca": "PCA", "tsne": "t-SNE", "umap": "UMAP"}
SEEDS = 2**32
MOST_NEIGHBOURS = 500
MOST_DRAWINGS = 20


@dataclass(frozen=True)
class MapRequest:
    encoder: str
    """Its name, or the number of an embedding set."""
    method: Method = "tsne"
    layer: int | None = None
    query: str = ""
    """Only these tracks."""
    metric: Literal["cosine", "euclidean"] = "cosine"
    """What neighbours in the full space are. PCA does not look at them, but is judged by them."""
    seed: int = 0
    perplexity: float = 30.0
    """Of t-SNE: about how many neighbours pull at each track."""
    neighbours: int = 15
    """Of UMAP."""
    min_dist: float = 0.1
    """Of UMAP: how close tracks may lie on the map."""
    like: int = 0
    """The number of a map to start from and to be laid over, so that both can be compared."""
    again: bool = False
    """Draw it anew although the same map is there."""

    def __post_init__(self) -> None:
        if not self.encoder:
            raise RequestProblem("A map needs an encoder.", "List them with soundings encoders.")
        if not 0 <= self.seed < SEEDS:
            raise RequestProblem(f"A seed is a number from 0 to {SEEDS - 1:,}, not {self.seed:,}.")
        if not 2 <= self.perplexity <= MOST_NEIGHBOURS:
            raise RequestProblem(
                f"The perplexity is a number from 2 to {MOST_NEIGHBOURS}, not {self.perplexity:g}."
            )
        if not 2 <= self.neighbours <= MOST_NEIGHBOURS:
            raise RequestProblem(f"UMAP looks at 2 to {MOST_NEIGHBOURS} neighbours, not {self.neighbours:,}.")
        if not 0 <= self.min_dist <= 1:
            raise RequestProblem(f"The least distance on a map is 0 to 1, not {self.min_dist:g}.")

    def settings(self) -> dict[str, Any]:
        """Those that matter for the method."""
        own: dict[str, dict[str, Any]] = {
            "pca": {"metric": self.metric},
            "tsne": {"perplexity": self.perplexity, "metric": self.metric},
            "umap": {"neighbours": self.neighbours, "min_dist": self.min_dist, "metric": self.metric},
        }
        return own[self.method] | ({"like": self.like} if self.like else {})


@dataclass(frozen=True)
class MapResult:
    map: int
    method: str
    seed: int
    n: int
    """Tracks that could be on it."""
    shown: int
    trust: dict[str, Any]
    """Trustworthiness, continuity, neighbours kept; empty for a map of less than four tracks."""
    encoder: str
    embedding_set: int
    layer: str
    settings: dict[str, Any] = field(default_factory=dict)
    known: bool = False
    """The same map was there already."""

    def sentence(self) -> str:
        trust = f", trustworthiness {self.trust['trustworthiness']:.3f}" if self.trust else ""
        how = "was there already" if self.known else "drawn"
        if self.settings.get("stopped"):
            how = f"kept as far as it had formed after {self.settings['steps']:,} steps"
        return (
            f"Map {self.map} {how}: {SAID[self.method]} of {self.encoder}, seed {self.seed}, "
            f"{self.shown:,} of {self.n:,} tracks{trust}."
        )


@dataclass(frozen=True)
class PlaceRequest:
    """Tracks that have come since a map was drawn, or one file outside, without moving what is there."""

    map: int
    file: str = ""


@dataclass(frozen=True)
class PlaceResult:
    map: int
    placed: int
    """Tracks that were added."""
    shown: int
    x: float | None = None
    """Where the file outside would lie."""
    y: float | None = None
    near: list[int] = field(default_factory=list)
    """The tracks that the file is nearest to, in the full space."""

    def sentence(self) -> str:
        if self.x is not None and self.y is not None:
            return f"It lies at {self.x:.2f}, {self.y:.2f} on map {self.map}."
        tracks = f"{self.placed:,} {'track' if self.placed == 1 else 'tracks'}"
        return f"{tracks} placed on map {self.map}, which shows {self.shown:,} now."


@dataclass(frozen=True)
class StabilityRequest:
    """How far each track of a map would lie elsewhere, had the map been drawn from another start."""

    map: int
    drawings: int = 4

    def __post_init__(self) -> None:
        if not 1 <= self.drawings <= MOST_DRAWINGS:
            raise RequestProblem(f"Draw a map 1 to {MOST_DRAWINGS} times again, not {self.drawings:,}.")


@dataclass(frozen=True)
class StabilityResult:
    map: int
    drawings: int
    wander: float
    """How far the tracks lie from where they are shown, as a share of the map's radius."""
    kept: float
    """The share of neighbours on the map that are so in the other drawings, too."""
    kept_by_chance: float

    def sentence(self) -> str:
        times = "once" if self.drawings == 1 else f"{self.drawings} times"
        return (
            f"Map {self.map} drawn {times} from other starts: tracks wander {self.wander:.0%} of its radius, "
            f"{self.kept:.0%} of neighbours on it stay (by chance {self.kept_by_chance:.1%})."
        )


@dataclass(frozen=True)
class SeparationRequest:
    """How far the values of a field lie apart: in the full space, and on the map beside it."""

    map: int
    field: str
    within: str = ""
    """Only neighbours of the same value of this field count: artists within a genre."""
    apart: str = ""
    """Neighbours that share this do not count: artist, album or recording."""
    k: int = 15
    """Neighbours looked at; with `within` no more than a third of what a value of it has."""

    def __post_init__(self) -> None:
        if not self.field:
            raise RequestProblem("Separation needs a field.", "soundings labels lists them.")
        if not 1 <= self.k <= MOST_NEIGHBOURS:
            raise RequestProblem(f"There can be 1 to {MOST_NEIGHBOURS} neighbours, not {self.k:,}.")


@dataclass(frozen=True)
class Figure:
    """A share or a silhouette, its interval, what chance would give and what could be reached at best."""

    value: float
    low: float | None
    high: float | None
    n: int
    by_chance: float | None = None
    at_best: float | None = None


@dataclass(frozen=True)
class Apartness:
    """How far one value of a field, or all of them, keeps to itself; None where it cannot be said."""

    name: str
    tracks: int
    purity: Figure | None
    """The share of the nearest in the full space that carry the same value."""
    purity_on_map: Figure | None
    silhouette: Figure | None
    silhouette_on_map: Figure | None


@dataclass(frozen=True)
class SeparationResult:
    map: int
    field: str
    within: str
    apart: str
    k: int
    overall: Apartness
    classes: tuple[Apartness, ...] = ()

    def sentence(self) -> str:
        share = self.overall.purity
        if share is None:
            return f"No track has a neighbour of which {self.field} could be compared."
        if not share.at_best:
            return f"No two tracks that could be compared have the same {self.field}."
        within = f" within {self.within}" if self.within else ""
        apart = f", neighbours of the same {self.apart} left out" if self.apart else ""
        interval = f" ({share.low:.2f} to {share.high:.2f})" if share.low is not None else ""
        return (
            f"{share.value:.2f}{interval} of the {self.k} nearest carry the same {self.field}{within}, "
            f"by chance {share.by_chance:.2f}; {share.n:,} tracks{apart}."
        )


@dataclass(frozen=True)
class MoversRequest:
    """Whose neighbours in the full space are other ones in the second embedding set than in the first."""

    before: str
    """An encoder's name or the number of an embedding set."""
    after: str
    before_layer: int | None = None
    after_layer: int | None = None
    query: str = ""
    metric: Literal["cosine", "euclidean"] = "cosine"
    k: int = 15
    most: int = 50

    def __post_init__(self) -> None:
        if not self.before or not self.after:
            raise RequestProblem("Movers need two embedding sets.", "List them with soundings encoders.")
        if not 1 <= self.k <= MOST_NEIGHBOURS or not 1 <= self.most <= 10_000:
            raise RequestProblem(f"There can be 1 to {MOST_NEIGHBOURS} neighbours and 1 to 10,000 movers.")


@dataclass(frozen=True)
class Moved:
    """A track whose neighbours are other ones now, with those it lost and gained, the nearest first."""

    rank: int
    track_id: int
    path: str
    overlap: float
    lost: list[int]
    gained: list[int]


@dataclass(frozen=True)
class MoversResult:
    before: str
    after: str
    k: int
    tracks: int
    overlap: Figure | None
    """The mean share of neighbours that stayed."""
    movers: list[Moved] = field(default_factory=list)
    track_ids: list[int] = field(default_factory=list)
    overlaps: list[float] = field(default_factory=list)
    """Of every track, in the order of `track_ids`, to colour a map by."""

    def sentence(self) -> str:
        if self.overlap is None:
            return "There are no two tracks that both encoders have heard."
        interval = (
            f" ({self.overlap.low:.2f} to {self.overlap.high:.2f})" if self.overlap.low is not None else ""
        )
        return (
            f"{self.overlap.value:.2f}{interval} of the {self.k} nearest stayed from {self.before} "
            f"to {self.after}, by chance {self.overlap.by_chance:.3f}; {self.tracks:,} tracks."
        )


def usable_perplexity(perplexity: float, n: int) -> float:
    """A perplexity that so few points can have."""
    return max(min(perplexity, (n - 1) / 3), 1.01)
