"""Fills a folder with music that we compose ourselves, with the truth beside it.

Every track is written whole or not at all and depends on nothing but the seed and its number. So an
interrupted job goes on where it was, and many processes make the same files as one.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import psutil

from core.demo.files import is_there, outputs
from core.demo.journal import Journal
from core.demo.planning import TrackPlan, plan_track
from core.demo.request import DemoRequest
from core.demo.studio import Order
from core.demo.studios import Studios, processors
from core.demo.truth import read_truth, write_truth
from core.errors import FileProblem
from core.progress import Context, Progress, ShouldStop, Step, Stop, ignore, never
from core.store.files import explain_os_errors, sweep, write_text

MEMORY_A_SECOND = 1_600_000
SPARE = 1.2
"""The disk should have a little more room than the audio takes, for the collection itself."""
STEMS_NOTE = "stems/.nomedia"
"""Tells a scan to leave the stems alone: they are parts of tracks, not tracks."""


@dataclass(frozen=True)
class Made:
    folder: str
    tracks: int
    """Asked for."""
    made: int
    found: int
    """Were there before."""

    def sentence(self) -> str:
        if self.found == self.tracks:
            return f"All {_count(self.found)} were in {self.folder} already."
        said = f"{_count(self.made)} made in {self.folder}"
        if self.found:
            said += f", {self.found:,} {'was' if self.found == 1 else 'were'} there already"
        missing = self.tracks - self.made - self.found
        return f"{said}; {missing:,} left to make." if missing else f"{said}."


def _count(tracks: int) -> str:
    return f"{tracks:,} {'track' if tracks == 1 else 'tracks'}"


def plan(request: DemoRequest) -> list[TrackPlan]:
    """Titles, paths and truth of all tracks; nothing is rendered."""
    return [plan_track(index, request.seconds, request.seed) for index in range(request.tracks)]


def make(
    request: DemoRequest,
    context: Context,
    *,
    progress: Progress = ignore,
    should_stop: ShouldStop = never,
    processes: int | None = None,
    first_track: int = 0,
) -> Made:
    """Write what is missing. All that is made stands in the journal of the job, until `keep` or `undo`."""
    folder = request.place(context.folder)
    made_folder = _prepare(folder)
    plans, waiting = _look(folder, request, should_stop)
    _check_space(folder, request, len(waiting))
    files = [name for track in waiting for name in outputs(track, midi=request.midi, stems=request.stems)]
    files += [STEMS_NOTE] if request.stems else []
    Journal(folder, context.job_id).begin(files, made_folder=made_folder, first_track=first_track)
    if request.stems:
        write_text(folder / STEMS_NOTE, "")
    found, made = len(plans) - len(waiting), 0
    progress(Step(found, request.tracks, "tracks"))
    with Studios(processes or _processes(request)) as studios:
        for index in studios.work([_order(track, folder, request) for track in waiting], should_stop):
            made += 1
            progress(Step(found + made, request.tracks, "tracks", plans[index].title))
    if should_stop() != Stop.CANCEL:
        write_truth(folder, [track for track in plans if (folder / track.path).exists()])
    return Made(str(folder), request.tracks, made, found)


def _look(
    folder: Path, request: DemoRequest, should_stop: ShouldStop
) -> tuple[list[TrackPlan], list[TrackPlan]]:
    """The plan, and what of it is not there yet; shorter when asked to stop meanwhile."""
    plans, waiting = list[TrackPlan](), list[TrackPlan]()
    for index in range(request.tracks):
        if should_stop():
            break
        plans.append(plan_track(index, request.seconds, request.seed))
        if not is_there(folder, plans[-1], midi=request.midi, stems=request.stems):
            waiting.append(plans[-1])
    return plans, waiting


def _order(track: TrackPlan, folder: Path, request: DemoRequest) -> Order:
    return Order(str(folder), track.brief.index, request.seconds, request.seed, request.midi, request.stems)


def _prepare(folder: Path) -> bool:
    """Make the folder, and say whether it was missing; sweep away what a killed run left."""
    if folder.exists() and not folder.is_dir():
        raise FileProblem(folder, "is a file, not a folder", "Choose a folder for the demo.")
    missing = not folder.exists()
    with explain_os_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder)
    read_truth(folder)
    return missing


def _check_space(folder: Path, request: DemoRequest, tracks: int) -> None:
    needed = request.size_bytes(tracks) * SPARE
    free = shutil.disk_usage(folder).free
    if needed > free:
        raise FileProblem(
            folder,
            f"has {free / 1e6:,.0f} MB free, and the demo needs about {needed / 1e6:,.0f} MB",
            "Free some space, or ask for fewer or shorter tracks.",
        )


def _processes(request: DemoRequest) -> int:
    """One a processor, as long as half of the free memory holds them."""
    room = int(psutil.virtual_memory().available / 2 / (request.seconds * MEMORY_A_SECOND + 100e6))
    return max(min(processors(), room), 1)
