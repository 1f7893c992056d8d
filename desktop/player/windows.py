"""What the encoder that is looked at heard of the current track, and whether the file is still that one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject, Signal, Slot

from desktop.bridge import Background
from desktop.changes import Changes

if TYPE_CHECKING:
    from core.store import Collection
    from desktop.kit import Kit
    from desktop.player.scene import Seconds

State = Literal["", "checking", "same", "changed", "gone", "unheard"]
WITHIN_S = 0.02
"""An excerpt that is off by less sounds the same."""


@dataclass(frozen=True)
class Stamp:
    """What the library knows of a file."""

    path: Path
    size_bytes: int
    mtime_ns: int
    sha256: str | None


@dataclass(frozen=True)
class Found:
    starts: tuple[float, ...]
    length_s: float
    stamp: Stamp


class Windows(QObject):
    changed = Signal()

    def __init__(self, kit: Kit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._track_id: int | None = None
        self._asked = 0
        self.state: State = ""
        self.starts: tuple[float, ...] = ()
        self.length_s = 0.0
        self._files = Background("checking a file", self, may_be_left=True)
        kit.heard.changed.connect(self.refresh)
        kit.workspace.changed.connect(self._look_again)

    def show_track(self, track_id: int | None) -> None:
        if track_id != self._track_id:
            self._track_id = track_id
            self.refresh()

    def choose_a_set(self) -> None:
        """Where nobody looks at a set: the one that heard most tracks."""
        if self._kit.heard.set_id is None:
            self._kit.workspace.look(largest_set, self._chosen)

    def stop(self) -> None:
        self._files.leave()

    def _chosen(self, found: tuple[int, str, float, float, int] | None) -> None:
        if found is not None and self._kit.heard.set_id is None:
            self._kit.heard.show(*found)

    @Slot(object)
    def _look_again(self, changes: Changes) -> None:
        if changes.sets:
            self.choose_a_set()
        if changes.sets or changes.tracks:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        self._asked += 1
        self._say("", (), 0.0)
        set_id, track_id = self._kit.heard.set_id, self._track_id
        if set_id is not None and track_id is not None:
            work = partial(read_windows, set_id, track_id)
            self._kit.workspace.look(work, partial(self._read, self._asked))

    def _read(self, asked: int, found: Found | None) -> None:
        if asked != self._asked:
            return
        if found is None:
            self._say("unheard", (), 0.0)
            return
        self._say("checking", found.starts, found.length_s)
        self._files.call(
            partial(judge, found.stamp), partial(self._judged, asked), partial(self._not_judged, asked)
        )

    def _judged(self, asked: int, state: State) -> None:
        if asked == self._asked:
            self._say(state, self.starts, self.length_s)

    def _not_judged(self, asked: int, _error: Exception) -> None:
        self._judged(asked, "gone")

    def _say(self, state: State, starts: tuple[float, ...], length_s: float) -> None:
        if (state, starts, length_s) != (self.state, self.starts, self.length_s):
            self.state, self.starts, self.length_s = state, starts, length_s
            self.changed.emit()

    def words(self, span: Seconds | None) -> str:
        """The sentence about the file, or about a span of it that is heard now."""
        heard = self._kit.heard
        name, length = heard.title, f"{self.length_s:.3g}"
        said = {
            "": "",
            "unheard": self.tr("{} has not heard this track."),
            "checking": self.tr("Checking that this is the file that {} heard…"),
            "changed": self.tr("The file has changed since {} heard it. Scan, then encode again."),
            "gone": self.tr("The file that {} heard is not where it was. Scan again."),
            "same": self.tr("Same file that {} heard: {} excerpts of {} s, {} kHz mono"),
        }
        if self.state != "same":
            return said[self.state].format(name)
        rate = f"{heard.rate_hz / 1000:g}"
        if span is not None and self.holds(span):
            exact = self.tr("This is what {} heard: same file, same {} s, {} kHz mono")
            return exact.format(name, length, rate)
        if len(self.starts) == 1:
            return self.tr("Same file that {} heard: its {} s, {} kHz mono").format(name, length, rate)
        return said["same"].format(name, len(self.starts), length, rate)

    def holds(self, span: Seconds) -> bool:
        """Whether a span is one of the windows."""
        off = abs(span[1] - span[0] - self.length_s)
        return off <= 2 * WITHIN_S and any(abs(start - span[0]) <= WITHIN_S for start in self.starts)


# In the background


def largest_set(collection: Collection) -> tuple[int, str, float, float, int] | None:
    from core.embedding.sets import list_sets

    best = max(list_sets(collection), key=lambda info: info.tracks, default=None)
    if best is None or not best.tracks:
        return None
    return best.id, best.card.title, best.window_s, best.hop_s, best.card.rate_hz


def read_windows(set_id: int, track_id: int, collection: Collection) -> Found | None:
    """None: the set holds nothing of this track."""
    from sqlalchemy import select

    from core.embedding.spans import window_starts
    from core.store.schema import EmbeddingSet, Folder, Shard, ShardTrack, Track

    columns = (Track.path, Folder.path.label("folder"), Track.size_bytes, Track.mtime_ns, Track.sha256)
    with collection.database.reading() as session:
        rows = session.scalar(
            select(ShardTrack.rows)
            .join(Shard, Shard.id == ShardTrack.shard_id)
            .where(Shard.embedding_set_id == set_id, Shard.part == "excerpt", ShardTrack.track_id == track_id)
        )
        row = session.execute(
            select(*columns, Track.duration_s)
            .join(Folder, Folder.id == Track.folder_id)
            .where(Track.id == track_id)
        ).first()
        kind = session.get(EmbeddingSet, set_id)
        if rows is None or row is None or kind is None or row.duration_s is None:
            return None
        rate, window_s, hop_s = kind.rate_hz, kind.window_s, kind.hop_s
    total, window = max(int(row.duration_s * rate), 1), round(window_s * rate)
    starts = window_starts(total, window, max(round(hop_s * rate), 1))[:rows]
    stamp = Stamp(Path(row.folder) / row.path, row.size_bytes, row.mtime_ns, row.sha256)
    return Found(tuple(start / rate for start in starts), min(window, total) / rate, stamp)


def judge(stamp: Stamp) -> State:
    """By size and time of change; where only the time differs, by every byte."""
    from core.store.files import hash_file

    try:
        seen = stamp.path.stat()
        if (seen.st_size, seen.st_mtime_ns) == (stamp.size_bytes, stamp.mtime_ns):
            return "same"
        if seen.st_size != stamp.size_bytes or stamp.sha256 is None:
            return "changed"
        return "same" if hash_file(stamp.path) == stamp.sha256 else "changed"
    except FileNotFoundError:
        return "gone"
