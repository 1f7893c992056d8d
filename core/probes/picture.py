"""Curves of few labels as a picture for paper: a box of all draws at each number of labelled tracks."""

from __future__ import annotations

import textwrap
import tomllib
import warnings
from importlib.resources import files
from pathlib import Path
from typing import Any

from core import __version__
from core.probes.request import CurveResult
from core.store.files import explain_os_errors, write_whole

SIZE_INCHES = (9.0, 6.2)
DOTS_PER_INCH = 160
WIDTH = 0.7
"""Of all boxes at one place, where places are 1 apart."""


def caption(result: CurveResult) -> list[str]:
    strengths = ", ".join(f"{curve.encoder} C {curve.strength:g}" for curve in result.curves)
    parts = f"{result.train:,} train, {result.valid:,} valid, {result.test:,} test tracks"
    return [
        f"Macro F1 of {result.field}, {len(result.classes)} classes; split: {result.split} ({parts}).",
        f"{result.draws} draws of nested subsets, seed {result.seed}. Boxes: quartiles; whiskers: all.",
        f"Dotted: interval of the whole train part over artists. Dashed: majority, {result.majority:.2f}.",
        f"Logistic regression, weighed on the valid part: {strengths}. Soundings {__version__}.",
    ]


def rows(result: CurveResult) -> list[dict[str, Any]]:
    """One draw a row."""
    return [
        {
            "encoder": curve.encoder,
            "layer": curve.layer,
            "each": point.each or "all",
            "tracks": point.tracks,
            "draw": draw,
            "macro_f1": f1,
            "accuracy": accuracy,
        }
        for curve in result.curves
        for point in curve.points
        for draw, (f1, accuracy) in enumerate(zip(point.macro_f1, point.accuracy, strict=True))
    ]


def draw_picture(path: Path, result: CurveResult) -> None:
    """As PNG or SVG, by the ending of `path`."""
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    theme = tomllib.loads(files("resources").joinpath("themes/light.toml").read_text(encoding="utf-8"))
    svg = path.suffix.lower() == ".svg"
    own = {"svg.fonttype": "none", "svg.hashsalt": "curve", "font.size": 9, "text.parse_math": False}
    with mpl.rc_context(own), explain_os_errors(path), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing")
        figure = Figure(SIZE_INCHES, facecolor="white")
        (FigureCanvasSVG if svg else FigureCanvasAgg)(figure)
        axes = figure.add_axes((0.08, 0.2, 0.88, 0.74))
        _boxes(axes, result, theme)
        below = "\n".join(textwrap.fill(line, 140) for line in caption(result))
        figure.text(0.08, 0.1, below, size=8, color=theme["colours"]["text2"], va="top")
        about: dict[str, Any] = {
            "Title": f"Few labels of {result.field}",
            "Description": " ".join(caption(result)),
        }
        if svg:
            about |= {"Date": None, "Creator": f"Soundings {__version__}"}
        with write_whole(path) as file:
            figure.savefig(
                file, format=path.suffix[1:].lower(), dpi=DOTS_PER_INCH, metadata=about, bbox_inches="tight"
            )


def _boxes(axes: Any, result: CurveResult, theme: dict[str, Any]) -> None:  # noqa: ANN401 - matplotlib's axes
    places = sorted({point.each or 10**9 for curve in result.curves for point in curve.points})
    width = WIDTH / len(result.curves)
    labels: dict[int, int] = {}
    for number, curve in enumerate(result.curves):
        colour = theme["classes"][number % len(theme["classes"])]["colour"]
        at = [
            places.index(point.each or 10**9) + (number + 0.5) * width - WIDTH / 2 for point in curve.points
        ]
        labels |= {places.index(point.each or 10**9): point.tracks for point in curve.points}
        drawn = axes.boxplot(
            [point.macro_f1 for point in curve.points], positions=at, widths=0.85 * width, whis=(0, 100),
            manage_ticks=False, patch_artist=True,
        )  # fmt: skip
        for box in drawn["boxes"]:
            box.set(facecolor="white", edgecolor=colour)
        for line in (*drawn["medians"], *drawn["whiskers"], *drawn["caps"]):
            line.set_color(colour)
        axes.plot(
            at, [point.quartiles[2] for point in curve.points], color=colour, lw=0.8, label=curve.encoder
        )
        if curve.whole.low is not None and curve.whole.high is not None:
            axes.vlines(at[-1], curve.whole.low, curve.whole.high, color=colour, lw=0.8, ls=":")
    axes.axhline(result.majority, color=theme["colours"]["text3"], ls="--", lw=0.8)
    axes.set_xticks(range(len(places)), [f"{labels[i]:,}" for i in range(len(places))])
    axes.set_xlabel("labelled tracks")
    axes.set_ylabel("macro F1")
    axes.set_ylim(0, 1)
    axes.legend(frameon=False, loc="upper left")
