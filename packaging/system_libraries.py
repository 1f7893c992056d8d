"""Which of the system's shared libraries are missing, and which packages bring them.

Python's packages carry nearly everything, but on Linux Qt and PortAudio rest on libraries of the system. A
desktop has them, a bare server does not, and Qt's own message names one at a time. This asks for all at once.
It runs before anything is installed, so it needs nothing but Python.
"""

from __future__ import annotations

import argparse
import ctypes
import json
import shutil
import sys
from dataclasses import asdict, dataclass
from typing import Literal

Purpose = Literal["window", "sound"]


@dataclass(frozen=True)
class Library:
    """A shared library by the name it is loaded under, and the package that holds it."""

    soname: str
    apt: str
    dnf: str
    purpose: Purpose = "window"


# What PySide6-Essentials 6.12 asks for and does not carry: its QtCore, QtGui, QtWidgets, QtSvg, QtTest,
# QtOpenGLWidgets and QtNetwork, and the platforms offscreen, xcb and wayland.
LIBRARIES = (
    Library("libstdc++.so.6", "libstdc++6", "libstdc++"),
    Library("libz.so.1", "zlib1g", "zlib"),
    Library("libzstd.so.1", "libzstd1", "libzstd"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libgthread-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Library("libfreetype.so.6", "libfreetype6", "freetype"),
    Library("libEGL.so.1", "libegl1", "libglvnd-egl"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx"),
    Library("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5-libs"),
    Library("libbrotlidec.so.1", "libbrotli1", "libbrotli"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    Library("libX11.so.6", "libx11-6", "libX11"),
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb"),
    Library("libxcb.so.1", "libxcb1", "libxcb"),
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
    Library("libxcb-glx.so.0", "libxcb-glx0", "libxcb"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
    Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
    Library("libxcb-render.so.0", "libxcb-render0", "libxcb"),
    Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
    Library("libxcb-shm.so.0", "libxcb-shm0", "libxcb"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb"),
    Library("libxcb-util.so.1", "libxcb-util1", "xcb-util"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
    Library("libwayland-client.so.0", "libwayland-client0", "libwayland-client"),
    Library("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor"),
    Library("libwayland-egl.so.1", "libwayland-egl1", "libwayland-egl"),
    Library("libportaudio.so.2", "libportaudio2", "portaudio", "sound"),
)


def missing(purpose: Purpose | None = None) -> list[Library]:
    """The libraries that the loader cannot find; none on macOS and Windows, where the wheels carry all."""
    if not sys.platform.startswith("linux"):
        return []
    return [lib for lib in LIBRARIES if purpose in (None, lib.purpose) and not _loads(lib.soname)]


def packages(libraries: list[Library]) -> list[str]:
    """What to ask the package manager for; the libraries' own names where it is neither apt nor dnf."""
    if shutil.which("apt-get"):
        names = {lib.apt for lib in libraries}
    elif shutil.which("dnf"):
        names = {lib.dnf for lib in libraries}
    else:
        names = {lib.soname for lib in libraries}
    return sorted(names)


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def main() -> None:
    parser = argparse.ArgumentParser(description="Name the system's shared libraries that Soundings misses.")
    parser.add_argument("purpose", nargs="?", choices=["window", "sound"], help="only what this needs")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as a JSON list")
    form.add_argument("--packages", action="store_true", help="as the packages to install, on one line")
    wanted = parser.parse_args()

    libraries = missing(wanted.purpose)
    if wanted.json:
        print(json.dumps([asdict(lib) for lib in libraries]))
    elif wanted.packages:
        print(*packages(libraries))
    else:
        print("\n".join(lib.soname for lib in libraries) or "Nothing is missing.")


if __name__ == "__main__":
    main()
