"""What was dropped on the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDropEvent


def dropped_folder(event: QDropEvent) -> Path | None:
    """The folder that is being dropped, or the folder of a dropped collection.sqlite."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    if len(paths) != 1:
        return None
    path = paths[0]
    if path.name == "collection.sqlite":
        return path.parent
    return path if path.is_dir() else None
