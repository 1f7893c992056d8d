"""The job `demo`: composes a library, takes it into the collection, and tells what is true of it.

An interrupted job finds what it has made and goes on. A cancelled one takes
away its files and the tracks that they became.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.demo.request import DemoRequest
from core.progress import Context, Progress, ShouldStop, Step, Stop, ignore, never

if TYPE_CHECKING:
    from core.store.collection import Collection

UNTIL_KEPT = (Stop.CANCEL, Stop.PAUSE, Stop.GIVE_WAY)


@dataclass(frozen=True)
class DemoResult:
    """What lies there, and how much of the truth about it the collection knows."""

    made: str = ""
    tracks: int = 0
    labels: int = 0
    captions: int = 0
    missing: list[str] = field(default_factory=list)

    def sentence(self) -> str:
        known = f" {self.labels:,} labels and {self.captions:,} captions say what is true."
        return self.made + (known if self.tracks else "")


def run(
    request: DemoRequest, context: Context, *, progress: Progress = ignore, should_stop: ShouldStop = never
) -> DemoResult:
    from core.demo.collection import make
    from core.demo.journal import keep
    from core.library.importers.truth import import_truth
    from core.library.scan import ScanRequest
    from core.library.scan import run as scan
    from core.store.collection import open_collection

    with open_collection(context.folder) as collection:
        first_track = _next_track(collection)
    made = make(request, context, progress=progress, should_stop=should_stop, first_track=first_track)
    done = made.made + made.found

    def must_end() -> Stop | None:
        """What is asked to be kept is taken in, too."""
        asked = should_stop()
        return asked if asked in UNTIL_KEPT else None

    result = DemoResult(made.sentence())
    if must_end():
        return result
    folder = request.place(context.folder)
    if done:
        progress(Step(done, request.tracks, "tracks", "Taking the tracks into the collection"))
        scan(ScanRequest((str(folder),)), context, should_stop=must_end)
        if must_end():
            return result
        with open_collection(context.folder) as collection:
            truth = import_truth(collection, folder)
        result = replace(
            result, tracks=truth.tracks, labels=truth.labels, captions=truth.captions, missing=truth.missing
        )
    keep(folder)
    return result


def discard(request: DemoRequest, context: Context) -> None:
    """Remove what this job has made, in all its sittings; what was there before stays."""
    from core.demo.journal import Journal
    from core.store.collection import open_collection

    folder = request.place(context.folder)
    journal = Journal(folder, context.job_id)
    record = journal.read()
    if record is None:
        return
    with open_collection(context.folder) as collection:
        _forget(collection, folder, {str(folder / name) for name in record.paths}, record.first_track)
    journal.undo()


def _next_track(collection: Collection) -> int:
    """Ids are never used again, so a track of this id or a higher one is new."""
    from sqlalchemy import text

    with collection.database.reading() as session:
        used = session.scalar(text("SELECT seq FROM sqlite_sequence WHERE name = 'tracks'"))
    return (used or 0) + 1


def _forget(collection: Collection, folder: Path, files: set[str], first_track: int) -> None:
    """Without its file a track would stay as vanished; so it goes, and with the last one their folder."""
    from sqlalchemy import delete, exists, select

    from core.library.labels import each
    from core.store.schema import Folder, Track

    new = select(Track.id, Folder.path, Track.path).join(Folder).where(Track.id >= first_track)
    with collection.database.writing() as session:
        ids = [id_ for id_, base, path in session.execute(new) if str(Path(base) / path) in files]
        session.execute(delete(Track).where(Track.id.in_(each(ids))))
        left = exists().where(Track.folder_id == Folder.id)
        session.execute(delete(Folder).where(Folder.path == str(folder), ~left))
