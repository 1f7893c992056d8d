"""Every kind of job: where its function lives and how it behaves. Listing them imports none of them.

A module that offers a job has `run(request, context, *, progress, should_stop)`
and may have `discard(request, context)`, which clears away what a cancelled
job has left.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from types import ModuleType
from typing import Any

import msgspec

from core.errors import RequestProblem


class Priority(IntEnum):
    """Lower goes first. A question is answered beside long work; background work gives way to other work."""

    QUESTION = 0
    NORMAL = 10
    BACKGROUND = 20


@dataclass(frozen=True)
class Kind:
    name: str
    title: str
    module: str
    request: str
    """The name of the request's class in `module`; as module:name where asking must not import what works."""
    resumable: bool = False
    priority: Priority = Priority.NORMAL
    then: str = ""
    """The kind that an engine asks for, with its usual request, when a job of this kind is done."""

    def _module(self) -> ModuleType:
        return importlib.import_module(self.module)

    def run(self) -> Callable[..., Any]:
        function: Callable[..., Any] = self._module().run
        return function

    def discard(self) -> Callable[..., None] | None:
        function: Callable[..., None] | None = getattr(self._module(), "discard", None)
        return function

    def _request(self) -> type:
        module, _, name = self.request.rpartition(":")
        found: type = getattr(importlib.import_module(module or self.module), name)
        return found

    def usual(self) -> Any:  # noqa: ANN401 - the type is the kind's own
        """The request that asks for nothing in particular."""
        return self._request()()

    def write(self, request: object) -> str:
        """The request as JSON, read back once so that only what can be read is ever queued."""
        text = msgspec.json.encode(request).decode()
        if not isinstance(request, self._request()):
            raise TypeError(f"{self.name} wants a {self.request}, not {type(request).__name__}")
        self.read(text)
        return text

    def read(self, text: str) -> Any:  # noqa: ANN401 - the type is the kind's own
        try:
            return msgspec.json.decode(text, type=self._request())
        except (msgspec.DecodeError, ValueError) as error:
            raise RequestProblem(
                f"{self.title} cannot start: its request cannot be read ({error}).",
                "Start it anew; this one can be cancelled.",
            ) from error


KINDS = {
    kind.name: kind
    for kind in (
        Kind("scan", "Scan folders", "core.library.scan", "ScanRequest", resumable=True, then="listen"),
        Kind(
            "listen",
            "Listen to new files",
            "core.library.listen",
            "ListenRequest",
            resumable=True,
            priority=Priority.BACKGROUND,
        ),
        Kind(
            "demo", "Make the demo collection", "core.demo.job", "DemoRequest", resumable=True, then="listen"
        ),
        Kind("encode", "Encode", "core.embedding.encode", "EncodeRequest", resumable=True),
        Kind("near", "Find neighbours", "core.neighbours.ask", "NearRequest", priority=Priority.QUESTION),
        Kind("path", "Find a path", "core.neighbours.walk", "PathRequest", priority=Priority.QUESTION),
        Kind("match", "Match tracks", "core.neighbours.compare", "MatchRequest", priority=Priority.QUESTION),
        Kind("hubs", "Count hubs", "core.neighbours.count", "HubsRequest"),
        Kind("probe", "Ask a probe", "core.probes.ask", "ProbeRequest", priority=Priority.QUESTION),
        Kind("curve", "Draw a curve of few labels", "core.probes.curve", "CurveRequest"),
        Kind("map", "Draw a map", "core.maps.draw", "MapRequest", resumable=True),
        Kind("place", "Place on a map", "core.maps.placing", "PlaceRequest", priority=Priority.QUESTION),
        Kind("stability", "Draw a map again", "core.maps.redraw", "StabilityRequest", resumable=True),
        Kind("separation", "Compare labels", "core.maps.separate", "SeparationRequest", resumable=True),
        Kind("movers", "Find what moved", "core.maps.moved", "MoversRequest", resumable=True),
        Kind(
            "moved",
            "Draw before and after",
            "core.moved.job",
            "core.moved.request:MovedRequest",
            resumable=True,
        ),
        Kind("clusters", "Find clusters", "core.clusters.job", "ClusterRequest", resumable=True),
        Kind("train", "Train", "core.recipes.train", "core.recipes.request:TrainRequest", resumable=True),
        Kind(
            "caption",
            "Describe tracks",
            "core.recipes.describe",
            "core.recipes.describing:CaptionRequest",
            resumable=True,
        ),
        Kind(
            "outlook",
            "Look at a study",
            "core.studies.outlook",
            "core.studies.request:OutlookRequest",
            priority=Priority.QUESTION,
        ),
        Kind("study", "Study", "core.studies.job", "core.studies.request:StudyRequest", resumable=True),
        Kind("verify", "Verify files", "core.store.verify", "VerifyRequest", resumable=True),
        Kind("backup", "Back up", "core.store.backup", "BackupRequest", resumable=True),
    )
}


def find_kind(name: str) -> Kind:
    kind = known_kind(name)
    if kind is None:
        raise RequestProblem(
            f"This version of Soundings knows no job called {name}.",
            "A newer version may have asked for it; cancel the job or update Soundings.",
        )
    return kind


def known_kind(name: str) -> Kind | None:
    return KINDS.get(name) or _extra_kinds().get(name)


def _extra_kinds() -> dict[str, Kind]:
    """`SOUNDINGS_EXTRA_KINDS` names a module with more KINDS: for tests and for trying things out."""
    name = os.environ.get("SOUNDINGS_EXTRA_KINDS")
    extra: dict[str, Kind] = importlib.import_module(name).KINDS if name else {}
    return extra
