"""What can be asked of the job `clusters`, and what it answers. Light, so that a window can make it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from core.errors import RequestProblem

MOST_CLUSTERS = 1000
SEEDS = 2**32

SAID = {"kmeans": "k-means", "hdbscan": "HDBSCAN"}


@dataclass(frozen=True)
class ClusterRequest:
    """Clusters of an embedding set, in its full space, never on a map."""

    encoder: str
    """Its name, or the number of an embedding set."""
    layer: int | None = None
    method: Literal["kmeans", "hdbscan"] = "kmeans"
    clusters: int | None = None
    """For k-means. None: the number between 2 and 12 whose clusters are best apart."""
    smallest: int | None = None
    """For HDBSCAN: fewer tracks are no cluster. None: half the root of their number, at least 3."""
    query: str = ""
    """Only these tracks."""
    metric: Literal["cosine", "euclidean"] = "cosine"
    seed: int = 0
    field: str = ""
    """Names come from this field alone, and how far the clusters agree with it is told. Empty: from all."""

    def __post_init__(self) -> None:
        if not self.encoder:
            raise RequestProblem("Clusters need an encoder.", "List them with soundings encoders.")
        if self.method == "hdbscan" and self.clusters is not None:
            raise RequestProblem(
                "HDBSCAN finds out itself how many clusters there are.", "Say how small one may be instead."
            )
        if self.method == "kmeans" and self.smallest is not None:
            raise RequestProblem(
                "k-means knows no smallest cluster.", "Say how many clusters, or choose HDBSCAN."
            )
        if self.clusters is not None and not 1 <= self.clusters <= MOST_CLUSTERS:
            raise RequestProblem(f"There can be 1 to {MOST_CLUSTERS:,} clusters, not {self.clusters:,}.")
        if self.smallest is not None and self.smallest < 2:
            raise RequestProblem(f"A cluster has at least 2 tracks, not {self.smallest:,}.")
        if not 0 <= self.seed < SEEDS:
            raise RequestProblem(f"A seed lies between 0 and {SEEDS - 1:,}; {self.seed:,} does not.")


@dataclass(frozen=True)
class Reason:
    """A value that a cluster has more of than the rest: `here` of `of_here` tracks with this field."""

    field: str
    value: str
    here: int
    of_here: int
    elsewhere: int
    of_elsewhere: int
    log_odds: float
    """Natural, with half a track added to each count: how much likelier the value is here."""

    def __str__(self) -> str:
        counts = f"{self.here:,} of {self.of_here:,}, elsewhere {self.elsewhere:,} of {self.of_elsewhere:,}"
        return f"{self.field} {self.value}: {counts}"


@dataclass(frozen=True)
class Example:
    """A track to listen to, and how far it is from the middle of its cluster."""

    track_id: int
    path: str
    distance: float


@dataclass(frozen=True)
class Cluster:
    number: int
    """From 1, the largest first."""
    size: int
    name: str
    """Suggested: the value of the first reason; empty where nothing stands out."""
    reasons: list[Reason]
    medoid: Example
    """The track with the least mean distance to the others."""
    typical: list[Example]
    """Next to the middle, the nearest first."""
    edge: list[Example]
    """The furthest first."""
    compactness: float
    """0: its tracks are as far from its middle as all tracks are from theirs; 1: they are all the same."""

    @property
    def title(self) -> str:
        return f"Cluster {self.number}: {self.name}" if self.name else f"Cluster {self.number}"


@dataclass(frozen=True)
class ClusterResult:
    """Track `track_ids[i]` is in the cluster `cluster_of[i]`, 0 for none, `distances[i]` from its middle."""

    encoder: str
    embedding_set: int
    layer: str
    method: str
    metric: str
    seed: int
    clusters: list[Cluster]
    track_ids: list[int]
    cluster_of: list[int]
    distances: list[float | None]
    """Cosine or Euclidean, in the full space."""
    in_none: int
    """Tracks that are in no cluster."""
    smallest: int | None = None
    silhouette: float | None = None
    """From -1 to 1: how much nearer tracks are to their own cluster than to the next. None: fewer than 2."""
    judged: int = 0
    """So many tracks were drawn for it; of few, all."""
    tried: list[tuple[int, float]] = field(default_factory=list)
    """The silhouette of each number of clusters, where the number was chosen by it."""
    stability: float | None = None
    """For k-means: the mean adjusted Rand index between five starts. 1: each finds the same clusters."""
    field: str = ""
    agreement: float | None = None
    """The adjusted mutual information with `field`: 1 is the same, 0 is chance."""
    reduced_to: int | None = None
    """The clusters were looked for among so many principal components."""
    kept: float = 1.0
    """The share of the variance that these hold."""

    def sentence(self) -> str:
        number, tracks = len(self.clusters), len(self.track_ids)
        found = f"{number:,} {'cluster' if number == 1 else 'clusters'}" if number else "No clusters"
        none = f"; {self.in_none:,} {'track' if self.in_none == 1 else 'tracks'} in no cluster"
        by = f"by {SAID[self.method]}, as {self.encoder} hears them"
        return f"{found} of {tracks:,} tracks {by}{none if self.in_none else ''}."

    def remarks(self) -> list[str]:
        """How it was done and how far it can be believed, in sentences."""
        said = list[str]()
        if self.tried:
            low, high = self.tried[0][0], self.tried[-1][0]
            said.append(f"Of {low} to {high} clusters, {len(self.clusters)} are best apart.")
        if self.silhouette is not None:
            drawn = (
                f", of {self.judged:,} tracks drawn"
                if self.judged < len(self.track_ids) - self.in_none
                else ""
            )
            said.append(f"Silhouette {self.silhouette:.2f}{drawn}: 1 is far apart, 0 is touching.")
        if self.stability is not None:
            said.append(f"Stability {self.stability:.2f}: 1 is the same clusters from every start.")
        if self.agreement is not None:
            said.append(f"Agreement with {self.field} {self.agreement:.2f}: 1 is the same, 0 is chance.")
        if self.smallest is not None:
            said.append(f"A cluster has at least {self.smallest:,} tracks.")
        if self.reduced_to is not None:
            said.append(f"Found in {self.reduced_to} principal components ({self.kept:.0%} of the variance).")
        return said
