"""The job `demo`: fills a folder with music that we compose ourselves, with the truth beside it.

Every track is written whole or not at all and depends on nothing but the seed and its number. So an
interrupted job goes on where it was, and many processes make the same files as one.
"""

from __future__ import annotations

import contextlib
import json
import math
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from core.demo.files import TRUTH, is_there, outputs, write_truth
from core.demo.planning import TrackPlan, plan_track
from core.demo.studio import Order
from core.demo.studios import Studios, processors
from core.errors import FileProblem, RequestProblem
from core.progress import Context, Progress, ShouldStop, Step, Stop, ignore, never
from core.store.files import explain_os_errors, sweep, write_text

MOST_TRACKS = 50_000
SHORTEST_S, LONGEST_S = 3.0, 600.0
BYTES_A_SECOND = 80_000
"""Of all formats together, on average; a stem takes about twice that."""
MEMORY_A_SECOND = 1_600_000


STEMS_NOTE = "stems/.nomedia"
"""Tells a scan to leave the stems alone: they are parts of tracks, not tracks."""


@dataclass(frozen=True)
class DemoRequest:
    folder: str
    tracks: int = 120
    seconds: float = 10.0
    seed: int = 0
    stems: bool = False
    midi: bool = False

    def __post_init__(self) -> None:
        if not self.folder:
            raise RequestProblem("The demo needs a folder to write to.")
        if not 1 <= self.tracks <= MOST_TRACKS:
            raise RequestProblem(f"The demo has 1 to {MOST_TRACKS:,} tracks, not {self.tracks:,}.")
        if not (math.isfinite(self.seconds) and SHORTEST_S <= self.seconds <= LONGEST_S):
            raise RequestProblem(
                f"A demo track lasts {SHORTEST_S:g} to {LONGEST_S:g} seconds, not {self.seconds:g}."
            )
        if not 0 <= self.seed < 1 << 32:
            raise RequestProblem(
                f"The seed is a whole number from 0 to {(1 << 32) - 1:,}, not {self.seed:,}."
            )


@dataclass(frozen=True)
class DemoResult:
    folder: str
    tracks: int
    """Asked for."""
    made: int
    found: int
    """Were there before."""
    cancelled: bool = False

    def sentence(self) -> str:
        if self.cancelled:
            return f"The demo was cancelled; what it had made in {self.folder} is removed."
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


def run(
    request: DemoRequest,
    context: Context,
    *,
    progress: Progress = ignore,
    should_stop: ShouldStop = never,
    processes: int | None = None,
) -> DemoResult:
    folder = Path(request.folder)
    made_folder = _prepare(folder)
    plans, waiting = _look(folder, request, should_stop)
    _check_space(folder, request, len(waiting))
    journal = _Journal(folder, context.job_id)
    outputs_ = [name for track in waiting for name in _outputs(track, request)]
    journal.begin([*outputs_, *([STEMS_NOTE] if request.stems else [])], made_folder=made_folder)
    if request.stems:
        write_text(folder / STEMS_NOTE, "")
    found, made = len(plans) - len(waiting), 0
    progress(Step(found, request.tracks, "tracks"))
    with Studios(processes or _processes(request)) as studios:
        for index in studios.work([_order(track, request) for track in waiting], should_stop):
            made += 1
            progress(Step(found + made, request.tracks, "tracks", plans[index].title))
    if found + made < request.tracks and should_stop() == Stop.CANCEL:
        discard(request, context)
        return DemoResult(request.folder, request.tracks, 0, found, cancelled=True)
    write_truth(folder, [track for track in plans if (folder / track.path).exists()])
    if found + made == request.tracks:
        journal.end()
    return DemoResult(request.folder, request.tracks, made, found)


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


def _order(track: TrackPlan, request: DemoRequest) -> Order:
    folder = str(Path(request.folder).absolute())
    return Order(folder, track.brief.index, request.seconds, request.seed, request.midi, request.stems)


def discard(request: DemoRequest, context: Context) -> None:
    """Remove what this job has made, in all its sittings; what was there before stays."""
    folder = Path(request.folder)
    _Journal(folder, context.job_id).undo()


def _outputs(track: TrackPlan, request: DemoRequest) -> list[str]:
    return outputs(track, midi=request.midi, stems=request.stems)


def _prepare(folder: Path) -> bool:
    """Make the folder, and say whether it was missing; sweep away what a killed run left."""
    if folder.exists() and not folder.is_dir():
        raise FileProblem(folder, "is a file, not a folder", "Choose a folder for the demo.")
    missing = not folder.exists()
    with explain_os_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder)
    return missing


def _check_space(folder: Path, request: DemoRequest, tracks: int) -> None:
    needed = tracks * request.seconds * BYTES_A_SECOND * (12 if request.stems else 1)
    free = shutil.disk_usage(folder).free
    if needed > free:
        raise FileProblem(
            folder,
            f"has {free / 1e9:.1f} GB free, and the demo needs about {needed / 1e9:.1f} GB",
            "Free some space, or ask for fewer or shorter tracks.",
        )


def _processes(request: DemoRequest) -> int:
    """One a processor, as long as half of the free memory holds them."""
    room = int(psutil.virtual_memory().available / 2 / (request.seconds * MEMORY_A_SECOND + 100e6))
    return max(min(processors(), room), 1)


class _Journal:
    """What a job is about to make, so that cancelling removes that and nothing else, even after a pause."""

    def __init__(self, folder: Path, job_id: int) -> None:
        self._folder = folder
        self._path = folder / f".soundings-demo-{job_id}.json"

    def begin(self, paths: Sequence[str], *, made_folder: bool) -> None:
        before, made_before = self._read()
        record = {"paths": sorted({*before, *paths}), "made_folder": made_folder or made_before}
        write_text(self._path, json.dumps(record, ensure_ascii=False))

    def end(self) -> None:
        self._path.unlink(missing_ok=True)

    def undo(self) -> None:
        paths, made_folder = self._read()
        if not self._path.exists():
            return
        sweep(self._folder)
        parents: set[Path] = set()
        for path in (self._folder / name for name in paths):
            path.unlink(missing_ok=True)
            parents |= {parent for parent in path.parents if self._folder in parent.parents}
        for parent in sorted(parents, key=lambda path: -len(path.parts)):
            _remove_if_empty(parent)
        self.end()
        if made_folder:
            for name in TRUTH:
                (self._folder / name).unlink(missing_ok=True)
            _remove_if_empty(self._folder)

    def _read(self) -> tuple[list[str], bool]:
        """Paths are ours, but a file can be changed: what leads out of the folder is passed over."""
        try:
            record = json.loads(self._path.read_text(encoding="utf-8"))
            paths = [str(name) for name in record["paths"]]
            return [
                name for name in paths if ".." not in Path(name).parts and not Path(name).is_absolute()
            ], bool(record["made_folder"])
        except (OSError, ValueError, KeyError, TypeError):
            return [], False


def _remove_if_empty(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.rmdir()
