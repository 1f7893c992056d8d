"""What `packaging/run` does where there is no screen: the same first steps, through the command line.

    python packaging/headless.py OUT

Checks this computer, makes a small demo collection, looks around in it, draws it
as a map, verifies it, backs it up, takes pictures of every screen, and leaves OUT/report.html with
all of it.
"""

from __future__ import annotations

import argparse
import html
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from core import __version__  # noqa: E402

STYLE = """
body { font: 15px/1.5 Inter, system-ui, sans-serif; color: #171D23; background: #F7F8F9; margin: 36px auto;
       max-width: 980px; padding: 0 24px; font-feature-settings: "tnum"; }
h1 { font-size: 32px; margin: 0; } h2 { font-size: 17px; margin: 36px 0 8px; }
table { border-collapse: collapse; width: 100%; } td { border-top: 1px solid #D2D8DE; padding: 4px 12px 4px 0;
       vertical-align: top; } td:first-child { white-space: nowrap; }
pre { background: #fff; border: 1px solid #D2D8DE; border-radius: 4px; padding: 12px; overflow: auto; }
.good { color: #19703F; } .bad { color: #B2233A; } .quiet { color: #4A5561; }
.pictures { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; } figure { margin: 0; }
img { width: 100%; border: 1px solid #D2D8DE; border-radius: 4px; }
"""


MAP = "map.svg"


@dataclass
class Step:
    """One command, what it said, and whether it went well."""

    title: str
    command: list[str]
    status: int = 0
    said: str = ""
    seconds: float = 0.0
    complaint: str = ""

    @property
    def well(self) -> bool:
        return self.status == 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("out", type=Path)
    out = parser.parse_args().out.absolute()
    out.mkdir(parents=True, exist_ok=True)
    backups = out / "backups"
    backups.mkdir(exist_ok=True)
    print("There is no screen here, so the first steps run without one.", flush=True)
    steps = [_soundings("What works on this computer", "doctor", "--json")]
    steps += _round(out / "demo", backups)
    if find_spec("PySide6") is not None:
        steps.append(_pictures(out / "screenshots"))
    report = out / "report.html"
    report.write_text(write_report(steps, _at_usual_scale(out / "screenshots")), encoding="utf-8")
    failed = [step.title for step in steps if not step.well]
    if failed:
        print(f"Not everything worked: {', '.join(failed)}. The report says why.")
    print(f"The report is in {report}")
    print(f"To go on: soundings --help, or on a computer with a screen: soundings open {out / 'demo'}")
    return 1 if failed else 0


def _round(demo: Path, backups: Path) -> list[Step]:
    """One piece of every style, and what can be done with them so far."""
    size, picture = ("--tracks", "12", "--seconds", "5"), ("--out", str(demo.with_name(MAP)))
    floor = ("--set", "controls=majority")
    return [
        _soundings("Make a small demo collection", "demo", str(demo), *size),
        _soundings("The state of every file", "ledger", str(demo), "--all"),
        _soundings("Find what is slow", "find", str(demo), "tempo:1..100 sort:tempo"),
        _soundings("Let the descriptors hear it", "encode", str(demo), "--encoder", "descriptors"),
        _soundings("What is near the first piece", "near", str(demo), "1", "-k", "5"),
        _soundings("Draw it as a map", "map", str(demo), "--method", "pca", "--field", "genre", *picture),
        _soundings("Teach it to tell the tempo", "train", str(demo), "regress", *floor),
        _soundings("Find clusters", "clusters", str(demo), "-k", "4"),
        _soundings("Verify its files", "verify", str(demo)),
        _soundings("Back it up", "backup", str(demo), "--to", str(backups)),
        _soundings("List its jobs", "jobs", str(demo)),
    ]


def _soundings(title: str, *arguments: str) -> Step:
    return _run(Step(title, [sys.executable, "-m", "core.cli", *arguments]))


def _pictures(out: Path) -> Step:
    script = Path(__file__).with_name("screenshots.py")
    return _run(Step("Take pictures of every screen", [sys.executable, str(script), str(out)]))


def _at_usual_scale(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.png")) if "@" not in path.stem]


def _run(step: Step) -> Step:
    print(f"  {step.title}…", flush=True)
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    started = time.monotonic()
    done = subprocess.run(
        step.command,
        env=os.environ | {"PYTHONPATH": path, "COLUMNS": "100"},
        capture_output=True,
        text=True,
        check=False,
    )
    step.status, step.said, step.complaint = done.returncode, done.stdout.strip(), done.stderr.strip()
    step.seconds = time.monotonic() - started
    return step


# The report


def write_report(steps: list[Step], pictures: list[Path]) -> str:
    moment = datetime.now(UTC).strftime("%d %b %Y %H:%M UTC")
    parts = [
        "<!doctype html><html lang=en><meta charset=utf-8>",
        f"<title>Soundings {__version__}: first steps</title>",
        f"<style>{STYLE}</style><h1>Soundings {__version__}</h1>",
        f"<p class=quiet>First steps without a screen, {moment}. Nothing was sent anywhere.</p>",
        *(_section(step) for step in steps),
        "<h2>Screens</h2><p class=quiet>Collections and jobs in these pictures are examples.</p>",
        f"<div class=pictures>{''.join(map(_figure, pictures))}</div></html>",
    ]
    return "\n".join(parts)


def _section(step: Step) -> str:
    verdict = (
        "<span class=good>done</span>" if step.well else f"<span class=bad>failed ({step.status})</span>"
    )
    body = _checks(step.said) if "doctor" in step.command and step.well else _quoted(step)
    if step.well and MAP in "".join(step.command):
        body += f"<a href='{MAP}'><img src='{MAP}' alt='The map'></a>"
    return f"<h2>{html.escape(step.title)}</h2><p>{verdict} in {step.seconds:.1f} s</p>{body}"


def _quoted(step: Step) -> str:
    said = "\n".join(filter(None, (step.said, "" if step.well else step.complaint)))
    return f"<pre>{html.escape(said)}</pre>" if said else ""


def _checks(said: str) -> str:
    rows = [
        f"<tr><td class={'good' if check['ok'] else 'bad'}>{'works' if check['ok'] else 'missing'}</td>"
        f"<td>{html.escape(check['name'])}</td><td>{html.escape(_found(check))}</td></tr>"
        for check in json.loads(said)["checks"]
    ]
    return f"<table>{''.join(rows)}</table>"


def _found(check: dict[str, str]) -> str:
    advice = () if check["ok"] else (check.get("without", ""), check.get("mend", ""))
    return " ".join(filter(None, (f"{check['found']}.", *advice)))


def _figure(picture: Path) -> str:
    name = html.escape(picture.stem)
    place = html.escape(f"{picture.parent.name}/{picture.name}")
    image = f"<a href='{place}'><img loading=lazy src='{place}' alt='{name}'></a>"
    return f"<figure>{image}<figcaption>{name}</figcaption></figure>"


if __name__ == "__main__":
    sys.exit(main())
