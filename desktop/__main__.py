"""The command `soundings`.

Without a window it must not cost one: Qt is imported only when a window is
asked for, and `--version` imports nothing at all.
"""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> int:
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        from core import __version__

        sys.stdout.write(f"soundings {__version__}\n")
        return 0
    try:
        from core.cli.main import run

        return run(arguments, open_window=open_window)
    except KeyboardInterrupt:
        return 130


def open_window(folder: Path | None) -> int:
    """Show the window until it is closed. Returns the exit status."""
    try:
        from desktop.app import run_window
    except ImportError as error:
        sys.stderr.write(f"{why_no_window(error)}\n")
        return 1
    return run_window(folder)


def why_no_window(error: ImportError) -> str:
    """What is missing, in one sentence with what to type."""
    missing = error.name or str(error)
    if missing.partition(".")[0] in {"PySide6", "shiboken6"} and ".so" not in str(error):
        return "The window needs PySide6, which is not installed. Type: pip install 'soundings[window]'"
    library = str(error).partition(":")[0]
    if ".so" in library:
        return (
            f"The window needs the system library {library}, which is not installed. "
            "Type: packaging/run, which installs it or prints the command that does."
        )
    return f"The window cannot start: {error}. Type: pip install --force-reinstall 'soundings[window]'"


if __name__ == "__main__":
    sys.exit(main())
