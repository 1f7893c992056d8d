"""Small JSON files that the window remembers things in.

They may be lost without harm: a file that cannot be read counts as empty, and
one that cannot be written is only noted in the log.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
from pathlib import Path
from typing import Any

_log = logging.getLogger(__name__)


def read_json(path: Path) -> Any:  # noqa: ANN401 - whoever reads it checks the shape
    """What the file holds, or None."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        _log.warning("%s cannot be read and counts as empty: %s", path, error)
        return None


def write_json(path: Path, value: object) -> bool:
    """Replace the file in one step, so that a crash leaves the old one or the new one."""
    fresh = path.with_name(f"{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(value, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        _log.warning("%s cannot be written: %s", path, error)
        with contextlib.suppress(OSError):
            fresh.unlink()
        return False
    return True
