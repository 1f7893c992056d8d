"""What the job `study` is asked, and what it answers. Light, so that a window can make it."""

from __future__ import annotations

from dataclasses import dataclass

from core.errors import RequestProblem
from core.recipes.request import SEEDS
from core.studies.findings import Findings
from core.studies.study import read_study


@dataclass(frozen=True)
class StudyRequest:
    study: str
    """Its text."""
    seeds: tuple[int, ...] = ()
    """Empty: those of the study."""
    encoders: tuple[str, ...] = ()
    """Only these, which need not be among the study's; empty: all of the study's."""
    query: str = ""
    """Only these tracks."""
    field: str = ""
    """The labels to learn; empty: those that the study's recipes name."""
    out: str = ""
    """The report's folder, from the root on; empty: among the collection's exports."""

    def __post_init__(self) -> None:
        read_study(self.study)
        wrong = next((seed for seed in self.seeds if not 0 <= seed < SEEDS), None)
        if wrong is not None:
            raise RequestProblem(f"A seed is a number from 0 to {SEEDS - 1:,}, not {wrong:,}.")
        for what, named in (("A seed", self.seeds), ("An encoder", self.encoders)):
            if len(set(named)) < len(named):
                raise RequestProblem(f"{what} is named twice.", "Name each once.")


@dataclass(frozen=True)
class OutlookRequest:
    """What is there of a study, what is left of it, and what that would take."""

    asked: StudyRequest
    device: str = "cpu"
    """On which it would be done."""


@dataclass(frozen=True)
class StudyResult:
    state: str
    folder: str
    """Where the report lies."""
    files: list[str]
    findings: Findings

    def sentence(self) -> str:
        found = self.findings
        runs = f"{found.done:,} of {found.wanted:,} runs"
        kept = "" if found.done == found.wanted else "; asked for again, it goes on where it is"
        return f"Study {found.study}, {found.name}: {runs}{kept}. The report is {self.folder}/report.html."
