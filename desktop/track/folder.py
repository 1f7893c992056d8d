"""Shows where a file lies, in whatever the system shows folders with."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

from core.messages import channel


def show_in_folder(path: Path) -> None:
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))):
        said = QCoreApplication.translate("Folder", "The folder {} cannot be shown. The file is {}.")
        channel.info(said.format(path.parent, path.name))
