"""One folder a class: the name of the folder that a file lies in becomes its label."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from core.errors import RequestProblem
from core.library.fields import ensure_field
from core.library.importers.matching import Report, Tracks
from core.library.labels import NewLabel, write_labels
from core.store.collection import Collection


def import_folders(collection: Collection, folder: Path, field: str = "genre") -> Report:
    tracks, report = Tracks(collection, folder), Report("Folders")
    root = folder.resolve()
    labels: list[NewLabel] = []
    for path, track_id in sorted(tracks.ids.items()):
        parts = path.relative_to(root).parts
        if len(parts) > 1:
            labels.append(NewLabel(track_id, field, parts[0].encode("utf-8", "replace").decode(), "folder"))
    classes = Counter(str(label.value) for label in labels)
    if len(classes) < 2:
        raise RequestProblem(
            f"{folder} does not hold one folder a class: {len(classes)} folders with recordings are in it.",
            "Choose the folder above the folders of the classes.",
        )
    with collection.database.writing() as session:
        ensure_field(session, field, "category")
        write_labels(session, labels, replace=True)
    report.tracks = report.labels = len(labels)
    report.unreadable = tracks.unreadable(tracks.ids.values())
    small = [name for name, count in classes.items() if count < 2]
    report.notes.append(f"{field} has {len(classes)} values.")
    if small:
        report.notes.append(f"{small[0]} has a single track, too few to teach.")
    return report
