"""Where Soundings keeps things that belong to no collection.

`SOUNDINGS_HOME` puts all of them under one folder: for tests, for a portable
copy on a stick, and for people who share a computer account.
"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

from core.errors import FileProblem

NAME = "soundings"


def whole(path: Path | str) -> Path:
    """From the root on, with `~` put in place."""
    try:
        return Path(path).expanduser().absolute()
    except RuntimeError as error:
        reason = "names the home of somebody who is not known here"
        raise FileProblem(Path(path), reason, "Write the path from the root on.") from error


def _place(kind: str, platform_folder: str) -> Path:
    home = os.environ.get("SOUNDINGS_HOME")
    return whole(home) / kind if home else Path(platform_folder)


def config_folder() -> Path:
    return _place("config", platformdirs.user_config_dir(NAME, appauthor=False))


def state_folder() -> Path:
    """Recent collections, window places."""
    return _place("state", platformdirs.user_state_dir(NAME, appauthor=False))


def log_folder() -> Path:
    return _place("logs", platformdirs.user_log_dir(NAME, appauthor=False))


def cache_folder() -> Path:
    """May be deleted at any time; everything in it can be made again."""
    return _place("cache", platformdirs.user_cache_dir(NAME, appauthor=False))


def model_folder() -> Path:
    """Weights that were fetched or put there by hand."""
    return _place("models", str(Path(platformdirs.user_data_dir(NAME, appauthor=False)) / "models"))


def encoder_folder() -> Path:
    """Cards of encoders that a person or a run has added."""
    return _place("encoders", str(Path(platformdirs.user_data_dir(NAME, appauthor=False)) / "encoders"))


def demo_folder() -> Path:
    """The demo collection that the window makes and opens; it may be deleted and made again."""
    return _place("demo", str(Path(platformdirs.user_data_dir(NAME, appauthor=False)) / "demo"))


def resource(name: str) -> Path:
    """A file that ships with the program, such as `icons/play.svg`."""
    return Path(__file__).resolve().parent.parent / "resources" / name
