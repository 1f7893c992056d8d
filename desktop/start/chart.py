"""The sea chart behind the start page: drawn once for a size, in a background thread."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from core import places
from desktop.theme import Theme


def draw_chart(size: QSize, scale: float, theme: Theme) -> QImage:
    """The chart covers `size` points and keeps its proportions; what is too much goes at left and bottom."""
    svg = places.resource("themes/chart.svg").read_text(encoding="utf-8")
    for token in ("edge", "accent"):
        svg = svg.replace(f'"{token}"', f'"{theme.colours[token]}"')
    image = QImage(size * scale, QImage.Format.Format_RGB32)
    image.fill(QColor(theme.colours["window"]))
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    whole = renderer.viewBoxF()
    grow = max(image.width() / whole.width(), image.height() / whole.height())
    width, height = whole.width() * grow, whole.height() * grow
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(image.width() - width, 0, width, height))
    painter.end()
    image.setDevicePixelRatio(scale)
    return image
