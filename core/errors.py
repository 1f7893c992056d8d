"""What can go wrong, drawn as one tree.

    KnownError                  the world is at fault: one plain sentence, never a traceback
    ├── RequestProblem          what was asked cannot be done as asked
    ├── FileProblem             a file or folder outside the collection
    │   ├── DiskFull
    │   └── AudioProblem        a file that cannot be heard
    ├── SettingsProblem         a preference that cannot be read or set
    ├── CollectionProblem       the collection as a whole
    │   ├── CollectionMissing
    │   ├── CollectionExists
    │   ├── CollectionBusy
    │   ├── CollectionReadOnly
    │   ├── CollectionTooNew
    │   └── CollectionDamaged
    ├── ShardProblem            vectors on disk
    ├── WeightsProblem          an encoder's weights: missing, damaged, of something else
    └── WorkerProblem           the process that does the long work
    BugError                    we are at fault: goes to the log with its traceback
    Interrupted                 somebody asked to stop; not an error

A known error says what failed, on which thing (`sentence`), and what to do (`hint`).
"""

from __future__ import annotations

from pathlib import Path


class KnownError(Exception):
    """The world is at fault. `str()` is the whole message for a person."""

    def __init__(self, sentence: str, hint: str = "") -> None:
        super().__init__(f"{sentence} {hint}".strip())
        self.sentence = sentence
        self.hint = hint


class RequestProblem(KnownError):
    """What was asked cannot be done as asked."""


class FileProblem(KnownError):
    """A file or folder outside the collection cannot be used."""

    def __init__(self, path: Path, reason: str, hint: str = "") -> None:
        super().__init__(f"{path} {reason}.", hint)
        self.path = path
        self.reason = reason


class DiskFull(FileProblem):
    """No space is left where something had to be written."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, "cannot be written: the disk is full", "Free some space there, then try again."
        )


class AudioProblem(FileProblem):
    """A file that cannot be decoded; `unsupported` when it is no audio that we know at all."""

    def __init__(self, path: Path, reason: str, *, unsupported: bool = False) -> None:
        hint = "" if unsupported else "Copy it again from where it came, then scan."
        super().__init__(path, f"cannot be read: {reason}", hint)
        self.why = reason
        self.unsupported = unsupported


class SettingsProblem(KnownError):
    """A preference cannot be read or set."""


class CollectionProblem(KnownError):
    """Something is wrong with the collection in `folder`."""

    def __init__(self, folder: Path, sentence: str, hint: str = "") -> None:
        super().__init__(sentence, hint)
        self.folder = folder


class CollectionMissing(CollectionProblem):
    def __init__(self, folder: Path) -> None:
        super().__init__(
            folder,
            f"{folder} holds no collection.",
            "Choose a folder that holds collection.sqlite, or make a new collection there.",
        )


class CollectionExists(CollectionProblem):
    def __init__(self, folder: Path) -> None:
        super().__init__(
            folder, f"{folder} already holds a collection.", "Open it, or choose another folder."
        )


class CollectionBusy(CollectionProblem):
    def __init__(self, folder: Path) -> None:
        super().__init__(
            folder,
            f"The collection in {folder} is busy: another program has kept it locked.",
            "Wait for that program or close it, then try again.",
        )


class CollectionReadOnly(CollectionProblem):
    def __init__(self, folder: Path) -> None:
        super().__init__(
            folder,
            f"The collection in {folder} cannot be written: the folder is read-only.",
            "Copy the folder to a place that you may write to and open the copy.",
        )


class CollectionTooNew(CollectionProblem):
    def __init__(self, folder: Path, saved_by: str, ours: str) -> None:
        super().__init__(
            folder,
            f"The collection in {folder} was saved by Soundings {saved_by}; this is Soundings {ours}.",
            "Update Soundings to open it. Nothing was changed.",
        )
        self.saved_by = saved_by


class CollectionDamaged(CollectionProblem):
    def __init__(self, folder: Path, reason: str, backup: Path | None = None) -> None:
        hint = (
            f"The newest backup is {backup}."
            if backup
            else "Open a backup if you have one, or make a new collection from the same audio."
        )
        super().__init__(folder, f"The collection in {folder} cannot be read: {reason}.", hint)
        self.backup = backup


class ShardProblem(KnownError):
    """Vectors on disk are missing or not what was written."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"The vectors in {path.name} {reason}.", "Encode again: only these tracks are recomputed."
        )
        self.path = path


class WeightsProblem(KnownError):
    """An encoder's weights cannot be used; the sentence names the encoder and the file."""


class WorkerProblem(KnownError):
    """The process that does the long work could not start; `killed` when somebody ended it meanwhile."""

    def __init__(self, sentence: str, hint: str = "", *, killed: bool = False) -> None:
        super().__init__(sentence, hint)
        self.killed = killed


class BugError(Exception):
    """We are at fault. The traceback goes to the log."""


class Interrupted(Exception):
    """Somebody asked to stop."""
