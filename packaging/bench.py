"""Runs every benchmark in `tests/benchmarks`, prints a table, writes `bench.json`.

Each module there called `bench_*` has `measure()`, which returns figures.
Names given as arguments choose among them.
"""

from __future__ import annotations

import importlib
import json
import os
import platform
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from core import __version__  # noqa: E402 - the root is not a package
from tests.benchmarks.figure import Figure  # noqa: E402


def measure(wanted: list[str]) -> list[Figure]:
    names = sorted(path.stem for path in (ROOT / "tests" / "benchmarks").glob("bench_*.py"))
    figures: list[Figure] = []
    for name in names:
        if wanted and name.removeprefix("bench_") not in wanted:
            continue
        print(f"measuring {name.removeprefix('bench_')} …", file=sys.stderr)
        with tempfile.TemporaryDirectory() as home:
            os.environ["SOUNDINGS_HOME"] = home
            figures += importlib.import_module(f"tests.benchmarks.{name}").measure()
    return figures


def row(figure: Figure) -> tuple[str, ...]:
    peer = f"{figure.peer} {figure.peer_value:.4g}" if figure.peer_value is not None else figure.peer
    ratio = f"{figure.ratio:.2f}" if figure.ratio is not None else ""
    limit = "" if figure.limit is None else f"≤ {figure.limit:g}{' ×' if figure.of_ratio else ''}"
    verdict = {True: "holds", False: "MISSED", None: ""}[figure.holds]
    return figure.name, f"{figure.value:.4g} {figure.unit}", peer, ratio, limit, verdict


def show(figures: list[Figure]) -> None:
    rows = [("figure", "value", "peer", "ratio", "mark", ""), *map(row, figures)]
    widths = [max(len(cells[i]) for cells in rows) for i in range(len(rows[0]))]
    for cells in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip())


def main() -> int:
    figures = measure(sys.argv[1:])
    show(figures)
    report: dict[str, Any] = {
        "soundings": __version__,
        "machine": {
            "system": platform.platform(),
            "python": platform.python_version(),
            "cores": os.cpu_count(),
        },
        "figures": [asdict(figure) | {"ratio": figure.ratio, "holds": figure.holds} for figure in figures],
    }
    (ROOT / "bench.json").write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    return 1 if any(figure.holds is False for figure in figures) else 0


if __name__ == "__main__":
    sys.exit(main())
