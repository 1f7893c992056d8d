"""The command `doctor`: what works on this computer, what is missing, and how to mend it."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from core import __version__, places, settings
from core.cli.output import AsJson, answer, console

NEEDED_BYTES = 1_000_000_000
SET_UP = "Run packaging/run again; it installs what is missing."


@dataclass(frozen=True)
class Check:
    """`without` says what still works when the check fails; `needed` whether nothing much does."""

    name: str
    ok: bool
    found: str
    mend: str = ""
    without: str = ""
    needed: bool = False


def doctor(as_json: AsJson = False) -> None:
    """Show what is installed, what is missing and how to mend it."""
    checks = examine()
    ok = all(check.ok for check in checks if check.needed)
    if as_json:
        answer({"ok": ok, "checks": checks}, "", as_json=True)
        return
    for check in checks:
        _print(check)
    missing = sum(not check.ok for check in checks)
    few = f"{missing} {'thing is' if missing == 1 else 'things are'} missing"
    verdict = "Everything is here." if not missing else f"{few}; the rest works."
    console.print(verdict if ok else f"{few}, and Soundings needs some of it to work.")


def _print(check: Check) -> None:
    mark = "[green]✓[/green]" if check.ok else "[yellow]![/yellow]"
    console.print(f"{mark} [bold]{check.name:14}[/bold]", end="")
    console.print(check.found, markup=False)
    for line in filter(None, ("" if check.ok else check.without, "" if check.ok else check.mend)):
        console.print(f"{'':16}{line}", markup=False)


def examine() -> list[Check]:
    """Every check, in the order a person cares about. A check that fails badly says so itself."""
    examinations: list[tuple[str, Callable[[], Iterator[Check]]]] = [
        ("Soundings", _versions),
        ("Window", _window),
        ("Sound output", _sound),
        ("Audio files", _codecs),
        ("Computing", _computing),
        ("Places", _places),
    ]
    checks: list[Check] = []
    for name, examination in examinations:
        try:
            checks += examination()
        except Exception as error:  # noqa: BLE001 - a broken library is exactly what the doctor looks for
            checks.append(Check(name, False, f"cannot be examined: {type(error).__name__}: {error}", SET_UP))
    return checks


def _versions() -> Iterator[Check]:
    system = f"{platform.system()} {platform.release()}, {platform.machine()}"
    yield Check("Soundings", True, f"{__version__} on {system}", needed=True)
    python = f"Python {platform.python_version()} in {sys.prefix}; SQLite {sqlite3.sqlite_version}"
    yield Check("Python", True, python, needed=True)


def _window() -> Iterator[Check]:
    version = _version("PySide6-Essentials")
    without = "Every command works without it."
    if version is None:
        yield Check("Window", False, "PySide6 is not installed", SET_UP, without)
        return
    screen = sys.platform in ("win32", "darwin") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    found = f"PySide6 {version}" if screen else f"PySide6 {version}, but no screen"
    yield Check("Window", screen, found, "Start it on a computer with a screen.", without)


def _sound() -> Iterator[Check]:
    without = "Everything but playing works."
    try:
        import sounddevice
    except OSError:
        mend = {"linux": "Type: sudo apt-get install libportaudio2"}.get(sys.platform, SET_UP)
        yield Check("Sound output", False, "PortAudio is not installed", mend, without)
        return
    outputs = [d for d in sounddevice.query_devices() if d["max_output_channels"] > 0]
    if not outputs:
        mend = "Connect a sound card or headphones, then look again."
        yield Check("Sound output", False, "no device to play on", mend, without)
        return
    default = sounddevice.default.device[1]
    chosen = next((d for d in outputs if d["index"] == default), outputs[0])
    more = f", {len(outputs) - 1} more" if len(outputs) > 1 else ""
    yield Check("Sound output", True, f"{chosen['name']}, {chosen['default_samplerate']:.0f} Hz{more}")


def _codecs() -> Iterator[Check]:
    import soundfile

    mp3 = "MP3" in soundfile.available_formats()
    ffmpeg = _version("av")
    more = f", and many more by FFmpeg (PyAV {ffmpeg})" if ffmpeg else ""
    found = (
        f"WAV, AIFF, FLAC, Ogg{', MP3' if mp3 else ''} by libsndfile {soundfile.__libsndfile_version__}{more}"
    )
    without = "WAV, AIFF, FLAC and Ogg can be read; other formats cannot."
    yield Check("Audio files", mp3 and ffmpeg is not None, found, SET_UP, without)


def _computing() -> Iterator[Check]:
    torch, torchaudio = _version("torch"), _version("torchaudio")
    without = "Browsing and listening work; encoding and training do not."
    if torch is None or torchaudio is None:
        yield Check("torch", False, "torch or torchaudio is not installed", SET_UP, without, needed=True)
        return
    fits = torch.split("+")[0].split(".")[:2] == torchaudio.split("+")[0].split(".")[:2]
    found = f"torch {torch}, torchaudio {torchaudio}"
    yield Check("torch", fits, found, f"They must be of one version. {SET_UP}", without, needed=True)
    from core.jobs.devices import list_devices

    devices = list_devices()
    said = "; ".join(f"{d.name} ({d.model}, {_gb(d.memory_bytes)})" for d in devices)
    slow = "" if len(devices) > 1 else "; no graphics processor, so training takes longer"
    yield Check("Devices", True, said + slow)


def _places() -> Iterator[Check]:
    models = Path(settings.load().model_folder or places.model_folder())
    held = [path.name for path in sorted(models.iterdir())] if models.is_dir() else []
    yield Check("Models", True, f"{models}: {', '.join(held) if held else 'empty'}")
    hub = Path(os.environ.get("HF_HOME", Path.home() / ".cache" / "huggingface"))
    yield Check("Model cache", True, f"{hub}: {_size(hub)}")
    yield Check("Demo", True, f"{places.demo_folder()}: {_size(places.demo_folder())}")
    yield Check("Cache", True, f"{places.cache_folder()}: {_size(places.cache_folder())}")
    yield _writable("Log", places.log_folder(), "Nothing is written down when something goes wrong.")
    yield _writable("Preferences", settings.settings_path().parent, "Preferences cannot be changed.")
    free = shutil.disk_usage(_existing(places.cache_folder())).free
    mend = "Free some disk space: vectors and checkpoints need room."
    yield Check("Disk", free > NEEDED_BYTES, f"{_gb(free)} free", mend, "Small collections work.")


def _writable(name: str, folder: Path, without: str) -> Check:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        ok = os.access(folder, os.W_OK)
    except OSError:
        ok = False
    found = str(folder) if ok else f"{folder} cannot be written"
    return Check(
        name, ok, found, "Check the permissions, or set SOUNDINGS_HOME to a folder of yours.", without
    )


def _version(distribution: str) -> str | None:
    try:
        return importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return None


def _size(folder: Path) -> str:
    if not folder.is_dir():
        return "empty"
    return _gb(sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()))


def _existing(path: Path) -> Path:
    return path if path.exists() else _existing(path.parent)


def _gb(size: float) -> str:
    return f"{size / 1e9:,.1f} GB" if size >= 1e8 else f"{size / 1e6:,.1f} MB"
