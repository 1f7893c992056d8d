"""The log: one rotating file for a program, one file for each job.

Tracebacks go here and never to a person. A crash below Python (a decoder, a
driver) leaves its stack in `fault.log`.
"""

from __future__ import annotations

import faulthandler
import logging
import logging.handlers
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from core import places

FORMAT = "%(asctime)s %(levelname)-7s %(process)d %(name)s: %(message)s"
SIZE_BYTES = 1_000_000
KEEP = 5


def start_logging(name: str = "soundings", *, detailed: bool = False) -> Path | None:
    """Log to `<log folder>/<name>.log`. Returns the file, or None where none can be written."""
    root = logging.getLogger()
    root.setLevel(logging.DEBUG if detailed else logging.INFO)
    logging.captureWarnings(capture=True)
    path = places.log_folder() / f"{name}.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            path, maxBytes=SIZE_BYTES, backupCount=KEEP, encoding="utf-8"
        )
        faulthandler.enable(_fault_file(path.parent), all_threads=True)
    except OSError:
        root.addHandler(logging.NullHandler())
        return None
    handler.setFormatter(logging.Formatter(FORMAT))
    root.addHandler(handler)
    sys.excepthook = _log_uncaught
    threading.excepthook = _log_uncaught_in_thread
    return path


_fault_files: list[BinaryIO] = []


def _fault_file(folder: Path) -> BinaryIO:
    """Stays open for the life of the process, as faulthandler demands."""
    _fault_files.append((folder / "fault.log").open("ab"))
    return _fault_files[-1]


def _log_uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("soundings").critical("uncaught", exc_info=(kind, error, trace))


def _log_uncaught_in_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None:
        _log_uncaught(args.exc_type, args.exc_value, args.exc_traceback)


def job_log_path(collection_folder: Path, job_id: int) -> Path:
    return collection_folder / "logs" / f"job-{job_id:06d}.log"


@contextmanager
def job_log(collection_folder: Path, job_id: int) -> Iterator[Path]:
    """Everything logged inside also goes to the job's own file, which a resumed job continues.

    A file that cannot be written stops no job.
    """
    path = job_log_path(collection_folder, job_id)
    handler: logging.Handler = logging.NullHandler()
    try:
        path.parent.mkdir(exist_ok=True)
        handler = logging.FileHandler(path, encoding="utf-8")
    except OSError:
        logging.getLogger(__name__).warning("the log of job %d cannot be written", job_id)
    handler.setFormatter(logging.Formatter(FORMAT))
    root = logging.getLogger()
    root.addHandler(handler)
    try:
        yield path
    finally:
        root.removeHandler(handler)
        handler.close()
