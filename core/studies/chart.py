"""The chart of a study: the first figure of every encoder, with its interval, each seed, and the floors."""

from __future__ import annotations

import tomllib
import warnings
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.maps.export import FONTS
from core.store.files import explain_os_errors, write_whole
from core.studies.findings import Control, Findings, OneCell
from core.studies.tasks import manner_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDE_INCHES, ROW_INCHES = 9.0, 0.34
DOTS_PER_INCH = 160
HIGH = 0.16
"""How far above its mean a seed is drawn."""


def chart_name(findings: Findings) -> str:
    """Its file in the report's folder, without the ending."""
    return f"figures/{manner_of(findings.task).first.name}"


def draw_chart(findings: Findings, paths: Sequence[Path]) -> None:
    """Ways are told apart by filled and hollow marks, not by colour alone."""
    import matplotlib as mpl
    from matplotlib import font_manager
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    colours = tomllib.loads(files("resources").joinpath("themes/light.toml").read_text("utf-8"))["colours"]
    key = manner_of(findings.task).first.key
    cells = [cell for cell in findings.cells if key in cell.means.get("test", {})]
    controls = [control for control in findings.controls if key in control.scores]
    own = {
        "svg.fonttype": "none",
        "svg.hashsalt": findings.name,
        "font.family": [name for name in FONTS if name in font_manager.get_font_names()],
        "font.size": 9,
        "text.parse_math": False,
    }
    with mpl.rc_context(own), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing")
        figure = Figure((WIDE_INCHES, ROW_INCHES * (len(cells) + len(controls)) + 1.0), facecolor="white")
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0.32, 0.2, 0.65, 0.78))
        _rows(axes, findings, cells, controls, colours)
        for path in paths:
            with explain_os_errors(path), write_whole(path) as file:
                kind = path.suffix[1:]
                about = {"Date": None} if kind == "svg" else None
                figure.savefig(file, format=kind, dpi=DOTS_PER_INCH, metadata=about, bbox_inches="tight")


def _rows(
    axes: Axes,
    findings: Findings,
    cells: Sequence[OneCell],
    controls: Sequence[Control],
    colours: dict[str, Any],
) -> None:
    first, manner = findings.cells[0].way, manner_of(findings.task)
    key = manner.first.key
    names = [f"{cell.encoder}, {cell.way}" for cell in cells] + [f"control: {one.title}" for one in controls]
    for y, cell in enumerate(cells):
        mean, colour = cell.means["test"][key], colours["text2" if cell.way == first else "accent"]
        _one(axes, y, mean.value, mean.low, mean.high, colour, hollow=cell.way == first)
        seeds = [run.scores["test"][key].value for run in cell.runs]
        if len(seeds) > 1:
            axes.plot(seeds, [y - HIGH] * len(seeds), "|", color=colour, markersize=5)
    for y, control in enumerate(controls, len(cells)):
        figure = control.scores[key]
        _one(axes, y, figure.value, figure.low, figure.high, colours["text3"], hollow=True, mark="D")
    axes.set_yticks(range(len(names)), names)
    axes.set_ylim(len(names) - 0.5, -0.5)
    axes.set_xlim(0, manner.top)
    axes.set_xlabel(
        f"test {manner.first.title}, with 95 % interval; {findings.split.test:,} test tracks, "
        "small strokes are seeds"
    )
    axes.grid(axis="x", color=colours["line"], linewidth=0.6)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)


def _one(
    axes: Axes,
    y: int,
    value: float,
    low: float | None,
    high: float | None,
    colour: str,
    *,
    hollow: bool,
    mark: str = "o",
) -> None:
    if low is not None and high is not None:
        axes.plot([low, high], [y, y], "-", color=colour, linewidth=1.4)
    axes.plot([value], [y], mark, color=colour, markerfacecolor="white" if hollow else colour, markersize=6)
