"""How the window looks: the tokens of a theme as palette, stylesheet and plot colours.

Everything that paints asks `look()`; nothing else knows a colour or a pixel.
Sizes are written for 100 % and grow with the system's text size.
"""

from __future__ import annotations

import re
import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from core import places

ThemeName = Literal["light", "dark"]
Choice = Literal["system", "light", "dark"]
Weight = QFont.Weight

BODY_PX = 13
_PLAIN_DESKTOP_PX = 13.0
"""A system text size up to this counts as 100 %."""


@dataclass(frozen=True)
class ClassStyle:
    """One of twelve ways to draw a class; `symbol` is pyqtgraph's name of the shape."""

    name: str
    colour: str
    symbol: str
    hollow: bool


@dataclass(frozen=True)
class Theme:
    name: ThemeName
    colours: dict[str, str]
    classes: tuple[ClassStyle, ...]
    ramps: dict[str, tuple[str, ...]]


@cache
def load_theme(name: ThemeName) -> Theme:
    values = tomllib.loads(places.resource(f"themes/{name}.toml").read_text(encoding="utf-8"))
    classes = tuple(ClassStyle(**row) for row in values["classes"])
    ramps = {ramp: tuple(stops) for ramp, stops in values["ramps"].items()}
    return Theme(name, values["colours"], classes, ramps)


class Look(QObject):
    """The theme in force and the scale of text. There is one, see `look()`."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._choice: Choice = "system"
        self._family = _family()
        self.scale = text_scale(app.font())
        self.theme = load_theme("light")
        self._applied = ""
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def choose(self, choice: str) -> None:
        """Light or dark for good, or whatever the system has."""
        self._choice = cast("Choice", choice)
        hints = self._app.styleHints()
        if choice == "system":
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if choice == "dark" else Qt.ColorScheme.Light)
        self._follow()

    def _follow(self) -> None:
        dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        if self._choice != "system":
            dark = self._choice == "dark"
        self._apply(load_theme("dark" if dark else "light"))

    def _apply(self, theme: Theme) -> None:
        if self._applied == theme.name:
            return
        self._applied = theme.name
        self.theme = theme
        self._app.setFont(self.font())
        self._app.setPalette(palette(theme))
        self._app.setStyleSheet(stylesheet(theme, self.scale))
        self.changed.emit()

    def colour(self, token: str) -> QColor:
        return QColor(self.theme.colours[token])

    def px(self, size: float) -> int:
        return round(size * self.scale)

    def font(self, size: int = BODY_PX, weight: Weight = Weight.Normal) -> QFont:
        font = QFont(self._family) if self._family else QFont(self._app.font())
        font.setPixelSize(self.px(size))
        font.setWeight(weight)
        font.setFeature(QFont.Tag("tnum"), 1)
        font.setFeature(QFont.Tag("calt"), 0)  # Inter would turn the x of x86 into a sign
        return font

    def plot_options(self) -> dict[str, str]:
        """For `pyqtgraph.setConfigOptions`."""
        colours = self.theme.colours
        return {"background": colours["plot"], "foreground": colours["text2"]}


def look() -> Look:
    """The one look of this program; made when first asked for."""
    app = QApplication.instance()
    assert isinstance(app, QApplication), "the look needs a QApplication"
    found = app.findChild(Look)
    return found if found is not None else Look(app)


def text_scale(font: QFont) -> float:
    """How much larger than usual the system shows its text."""
    size = font.pixelSize()
    if size <= 0:
        screen = QGuiApplication.primaryScreen()
        dots = 72.0 if sys.platform == "darwin" or screen is None else screen.logicalDotsPerInch()
        size = round(font.pointSizeF() * dots / 72)
    return min(max(size / _PLAIN_DESKTOP_PX, 1.0), 3.0)


def _family() -> str:
    """Inter where the system has it, else empty for the system's own."""
    return "Inter" if QFontInfo(QFont("Inter")).family() == "Inter" else ""


def fixed_font(size: int = 12) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(look().px(size))
    return font


def palette(theme: Theme) -> QPalette:
    """Qt's own roles, for everything that the stylesheet does not dress."""
    role, group, result = QPalette.ColorRole, QPalette.ColorGroup, QPalette()
    tokens = {
        role.Window: "pane",
        role.WindowText: "text",
        role.Base: "raised",
        role.AlternateBase: "pane",
        role.Text: "text",
        role.Button: "raised",
        role.ButtonText: "text",
        role.BrightText: "bad",
        role.ToolTipBase: "raised",
        role.ToolTipText: "text",
        role.PlaceholderText: "text3",
        role.Highlight: "selected",
        role.HighlightedText: "text",
        role.Link: "accent",
        role.LinkVisited: "accent",
        role.Light: "edge",
        role.Midlight: "line",
        role.Mid: "edge",
        role.Dark: "border",
        role.Shadow: "line",
        role.Accent: "accent",
    }
    for which, token in tokens.items():
        result.setColor(which, QColor(theme.colours[token]))
    for which in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(group.Disabled, which, QColor(theme.colours["text3"]))
    return result


def stylesheet(theme: Theme, scale: float) -> str:
    """`window.qss` with `@token` for a colour, `12u` for a size at 100 % and `@icons` for the folder."""
    text = places.resource("themes/window.qss").read_text(encoding="utf-8")
    text = re.sub(r"\b(\d+(?:\.\d+)?)u\b", lambda found: f"{round(float(found[1]) * scale)}px", text)
    names = theme.colours | {"icons": places.resource(f"themes/{theme.name}").as_posix()}
    return re.sub(r"@([a-z0-9-]+)", lambda found: names[found[1]], text)
