"""A map to take away: as a table, or as a picture that says on its face how it was drawn.

Pictures are drawn light, for paper. Colours and shapes are those of the window.
"""

from __future__ import annotations

import textwrap
import tomllib
import warnings
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core import __version__
from core.errors import RequestProblem
from core.maps.kept import KeptMap, MapInfo
from core.maps.request import SAID
from core.store.files import explain_os_errors, write_whole

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

PICTURES = (".png", ".svg")
TABLES = (".csv", ".tsv")
OTHER = "other"
NONE = "none"
SHAPES_UP_TO = 5000
SIZE_INCHES = (10.0, 8.0)
DOTS_PER_INCH = 160
MARKS = {"o": "o", "s": "s", "t1": "^", "t": "v", "d": "D", "star": "*", "x": "x", "+": "+"}
AREAS = {"*": 56, "D": 20, "x": 30, "+": 36}
"""Where a mark of the usual area looks smaller or larger than the others."""
LETTERS_A_LINE = 150
"""Of what stands below a map."""
LETTERS_OF_A_NAME = 46
"""Of a class; of a longer one its beginning and its end are told."""
LETTERS_OF_THE_LEGEND = 28
FONTS = ("Inter", "DejaVu Sans", "Noto Sans CJK JP", "Noto Sans", "Arial Unicode MS", "Yu Gothic")
"""The first that is installed, and the others for the letters that it lacks."""
PARAMETERS = ("perplexity", "neighbours", "min_dist", "metric")


@dataclass(frozen=True)
class Look:
    colour: str
    mark: str
    hollow: bool


def check_ending(path: Path) -> None:
    if path.suffix.lower() not in (*PICTURES, *TABLES):
        raise RequestProblem(
            f"A map cannot be written as {path.suffix or path.name}.",
            f"Name a file that ends in {', '.join((*TABLES, *PICTURES))}.",
        )


def caption(info: MapInfo) -> list[str]:
    """How the map was drawn, in lines: what stands on its face."""
    settings = info.settings
    said = [f"{name.replace('_', ' ')} {_plain(settings[name])}" for name in PARAMETERS if name in settings]
    if info.method == "pca":
        said = ["axes are principal components", *said]
    if "divergence" in settings:
        said.append(f"divergence {settings['divergence']:.3f}")
    early = ", stopped before it had formed" if settings.get("stopped") else ""
    placed = f", {info.trust['placed']:,} of them placed later" if info.trust.get("placed") else ""
    query = f", of the query “{settings['query']}”" if settings.get("query") else ""
    how = f"{SAID[info.method]} of {info.encoder}, layer {settings['layer']}; {', '.join(said)}"
    lines = [
        f"{how}; seed {info.seed}; {settings['steps']:,} steps{early}.",
        f"{info.shown:,} of {info.total:,} tracks shown{placed}{query}.",
    ]
    return [*lines, *_believed(info), f"Map {info.id}, {info.created_at:%Y-%m-%d}, Soundings {__version__}."]


def rows(
    kept: KeptMap, paths: Mapping[int, str], values: Mapping[int, Sequence[str]]
) -> list[dict[str, Any]]:
    """One track a row; unknown figures are left empty."""
    figures = [
        name for name in ("trustworthiness", "continuity", "kept", "wander", "stays") if name in kept.columns
    ]
    found = list[dict[str, Any]]()
    for row, id_ in enumerate(kept.track_ids.tolist()):
        line: dict[str, Any] = {"track_id": id_, "path": paths.get(id_, "")}
        line |= {"x": float(kept.points[row, 0]), "y": float(kept.points[row, 1])}
        for name in figures:
            value = float(kept.columns[name][row])
            line[name] = None if np.isnan(value) else round(value, 6)
        line["placed"] = "later" if kept.columns["placed"][row] else ""
        line["value"] = ";".join(values.get(id_, ()))
        found.append(line)
    return found


def draw_picture(path: Path, kept: KeptMap, field: str, values: Mapping[int, Sequence[str]]) -> None:
    """As PNG or SVG, by the ending of `path`. `values` of `field` colour it, where there are any."""
    import matplotlib as mpl
    from matplotlib import font_manager
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.backends.backend_svg import FigureCanvasSVG
    from matplotlib.figure import Figure

    ending = path.suffix.lower()
    own = {
        "svg.fonttype": "none",
        "svg.hashsalt": str(kept.info.id),
        "font.family": [name for name in FONTS if name in font_manager.get_font_names()],
        "font.size": 9,
        "text.parse_math": False,  # a dollar in a name is a dollar
    }
    with mpl.rc_context(own), explain_os_errors(path), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing")
        figure = Figure(SIZE_INCHES, facecolor="white")
        (FigureCanvasSVG if ending == ".svg" else FigureCanvasAgg)(figure)
        axes = figure.add_axes((0.07, 0.15, 0.70, 0.79))
        _points(axes, kept, field, values)
        _frame(axes, kept.info)
        _words(figure, kept.info)
        lines = caption(kept.info)
        with write_whole(path) as file:
            about: dict[str, Any] = {"Title": lines[0], "Description": " ".join(lines)}
            if ending == ".svg":
                about |= {"Date": None, "Creator": f"Soundings {__version__}"}
            # "tight" means as large as its words need: none is cut off.
            figure.savefig(
                file,
                format=ending[1:],
                dpi=DOTS_PER_INCH,
                metadata=about,
                bbox_inches="tight",
                pad_inches=0.25,
            )


def _words(figure: Figure, info: MapInfo) -> None:
    title = f"{SAID[info.method]} of {info.encoder}"
    figure.text(0.07, 0.955, textwrap.fill(title, 90), size=13, weight="bold", va="bottom")
    below = "\n".join(textwrap.fill(line, LETTERS_A_LINE) for line in caption(info))
    height = 0.085 if info.method == "pca" else 0.135
    figure.text(0.07, height, below, size=8, color=_theme()["colours"]["text2"], va="top")


def looks(values: Mapping[int, Sequence[str]], track_ids: Sequence[int]) -> list[tuple[str, Look, list[int]]]:
    """The classes by size, each with its look and its tracks; past the twelfth they are the others."""
    theme = _theme()
    first = {id_: values[id_][0] for id_ in track_ids if values.get(id_)}
    order = [name for name, _ in sorted(Counter(first.values()).items(), key=lambda one: (-one[1], one[0]))]
    styles = [Look(one["colour"], MARKS[one["symbol"]], one["hollow"]) for one in theme["classes"]]
    # Lists, not names, tell the rest apart: a value may be called “other” itself.
    other, none = list[int](), list[int]()
    members: dict[str, list[int]] = {name: [] for name in order[: len(styles)]}
    for id_ in track_ids:
        members.get(first[id_], other).append(id_) if id_ in first else none.append(id_)
    found = [(name, look, members[name]) for name, look in zip(order, styles, strict=False)]
    found.append((OTHER, Look(theme["colours"]["text3"], "o", hollow=False), other))
    found.append((NONE, Look(theme["colours"]["edge"], "o", hollow=False), none))
    return [one for one in found if one[2]]


def _points(axes: Axes, kept: KeptMap, field: str, values: Mapping[int, Sequence[str]]) -> None:
    row_of = {id_: row for row, id_ in enumerate(kept.track_ids.tolist())}
    many = len(row_of) > SHAPES_UP_TO
    drawn = list[tuple[Any, str]]()
    for name, look, ids in looks(values, list(row_of)):
        points: NDArray[np.float32] = kept.points[[row_of[id_] for id_ in ids]]
        hollow, lines = look.hollow and not many, look.mark in "x+" and not many
        dots = axes.scatter(
            points[:, 0],
            points[:, 1],
            s=4 if many else AREAS.get(look.mark, 24),
            marker="o" if many else look.mark,
            facecolors="none" if hollow else look.colour,
            edgecolors=None if lines else look.colour if hollow else "white",
            linewidths=0 if many else 1.0 if lines or hollow else 0.4,
            gid=name,
        )
        drawn.append((dots, f"{_shortened(name)}  {len(ids):,}"))
    if field:
        legend = axes.legend(
            [dots for dots, _ in drawn],
            [textwrap.fill(said, LETTERS_OF_THE_LEGEND) for _, said in drawn],
            loc="upper left",
            bbox_to_anchor=(1.01, 1.0),
            frameon=False,
            title=textwrap.fill(_shortened(field), LETTERS_OF_THE_LEGEND),
            markerscale=2.5 if many else 1.0,
        )
        legend.set_alignment("left")


def _shortened(name: str) -> str:
    if len(name) <= LETTERS_OF_A_NAME:
        return name
    half = LETTERS_OF_A_NAME // 2
    return f"{name[:half].rstrip()}…{name[-half:].lstrip()}"


def _frame(axes: Axes, info: MapInfo) -> None:
    """Only the axes of PCA mean something; those of other maps have no numbers."""
    for side in axes.spines.values():
        side.set_color(_theme()["colours"]["edge"])
    axes.set_aspect("equal", adjustable="datalim")
    if info.method != "pca":
        axes.set_xticks([])
        axes.set_yticks([])
        return
    explained = [*info.settings["explained"], 0.0, 0.0]
    axes.set_xlabel(f"first component, {explained[0]:.1%} of the variance")
    axes.set_ylabel(f"second component, {explained[1]:.1%} of the variance")


def _plain(value: float | str) -> str:
    return value if isinstance(value, str) else f"{value:.3g}"


def _believed(info: MapInfo) -> list[str]:
    trust = info.trust
    if "trustworthiness" not in trust:
        return []
    line = f"Trustworthiness {trust['trustworthiness']:.3f}, continuity {trust['continuity']:.3f}; "
    line += f"{trust['kept']:.0%} of the {trust['k']} nearest are so here, too "
    line += f"(by chance {trust['kept_by_chance']:.1%})"
    line += f"; judged on {trust['sampled']:,} tracks." if trust.get("sampled") else "."
    if "wander" in trust:
        line += f" Drawn again, {trust['drawings']} ×: tracks wander {trust['wander']:.0%} of its radius."
    return [line]


def _theme() -> dict[str, Any]:
    text = files("resources").joinpath("themes/light.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
