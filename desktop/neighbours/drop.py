"""A recording that is dropped on the pane of neighbours."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDropEvent


def dropped_recording(event: QDropEvent) -> Path | None:
    """One thing that may be a recording; what it is will be seen when it is heard. Folders are for others."""
    urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
    path = Path(urls[0].toLocalFile()) if len(urls) == 1 else None
    return path if path is not None and path.suffix.lower() not in ("", ".sqlite") else None
