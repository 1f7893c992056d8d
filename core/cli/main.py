"""Every command of `soundings`, and what they have in common: messages, exit statuses, the log.

Exit status: 0 done, 1 failed with one sentence on stderr, 2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import io
import logging
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from typer.exceptions import TyperException

from core import __version__, places, settings
from core.cli import (
    caption,
    captions,
    captions_floors,
    clusters,
    collection,
    demo,
    doctor,
    encoders,
    library,
    maps,
    near,
    playlists,
    preferences,
    runs,
    splits,
    study,
    teach,
    train,
)
from core.cli.output import console, is_output_gone, show_message, tell
from core.logs import start_logging
from core.messages import channel

OpenWindow = Callable[[Path | None], int]
NO_WINDOW = "The window is not part of this installation. Install it with: pip install 'soundings[window]'"

app = typer.Typer(
    name="soundings",
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
_COMMANDS: list[tuple[str, Callable[..., None], str]] = [
    ("doctor", doctor.doctor, "soundings doctor"),
    ("demo", demo.demo, "soundings demo ~/soundings-demo"),
    ("new", collection.new, "soundings new ~/coast --from ~/reels --name 'Coastal archive'"),
    ("scan", library.scan, "soundings scan ~/coast"),
    ("ledger", library.ledger, "soundings ledger ~/coast --state undecodable"),
    ("find", library.find, "soundings find ~/coast 'genre:jazz year:1950..1965 -artist:\"Bill Evans\"'"),
    ("labels", library.labels, "soundings labels ~/coast set genre lament --of 'title:shore'"),
    ("import", library.import_, "soundings import ~/coast ~/gtzan --kind gtzan"),
    (
        "playlists",
        playlists.playlists,
        "soundings playlists ~/coast make 'Slow laments' --of 'genre:lament tempo:<70'",
    ),
    ("splits", splits.splits, "soundings splits ~/coast make by-artist --label genre"),
    ("encoders", encoders.encoders, "soundings encoders show musicnn-msd --check"),
    ("encode", encoders.encode, "soundings encode ~/coast --encoder descriptors"),
    (
        "map",
        maps.map_,
        "soundings map ~/coast --encoder descriptors --method tsne --field genre --out coast.svg",
    ),
    ("maps", maps.maps, "soundings maps ~/coast show 3 --field genre --within artist"),
    ("place", maps.place, "soundings place ~/coast 3 ~/reels/new.flac"),
    ("movers", maps.movers, "soundings movers ~/coast mert-95m run-7"),
    ("near", near.near, "soundings near ~/coast 'shore.flac' --encoder descriptors --distinct artist"),
    ("clusters", clusters.clusters, "soundings clusters ~/coast --encoder descriptors -k 8 --playlists"),
    ("path", near.path, "soundings path ~/coast 'shore.flac' 'harbour.flac' --encoder descriptors"),
    ("match", near.match, "soundings match ~/coast 'shore.flac' 'harbour.flac' --encoder descriptors"),
    ("hubs", near.hubs, "soundings hubs ~/coast --encoder descriptors"),
    ("recipes", train.recipes, "soundings recipes show classify"),
    ("train", train.train, "soundings train ~/coast classify --set encoder.name=musicnn-msd --seed 1"),
    ("teach", teach.teach, "soundings teach ~/coast genre --encoder musicnn-msd"),
    (
        "curve",
        teach.curve,
        "soundings curve ~/coast genre --encoder musicnn-msd --out few.svg",
    ),
    ("runs", runs.runs, "soundings runs ~/coast show 12"),
    ("caption", caption.caption, "soundings caption ~/coast --run 3 --of genre:waltz"),
    ("captions", captions.captions, "soundings captions ~/coast list --of genre:lament --source machine"),
    (
        "captions-floors",
        captions_floors.captions_floors,
        "soundings captions-floors ~/musiccaps-public.csv",
    ),
    (
        "study",
        study.study,
        "soundings study ~/coast encoders-genre --encoders descriptors,mert-95m --seeds 0,1,2",
    ),
    ("verify", collection.verify, "soundings verify ~/coast"),
    ("backup", collection.backup, "soundings backup ~/coast --to /media/stick"),
    ("jobs", collection.jobs, "soundings jobs ~/coast resume 12"),
    ("settings", preferences.preferences, "soundings settings theme dark"),
]
for _name, _function, _example in _COMMANDS:
    app.command(_name, epilog=f"Example: {_example}")(_function)


@app.callback(invoke_without_command=True, epilog="Example: soundings open ~/coast")
def start(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False,
) -> None:
    """See your recordings as a map you can hear, ask what is near what, and cite the answer.

    Without a command, the window opens with its start page.
    """
    if version:
        console.print(f"soundings {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        raise typer.Exit(context.obj(None))


@app.command("open", epilog="Example: soundings open ~/coast")
def open_(
    context: typer.Context,
    folder: Annotated[Path | None, typer.Argument(help="The collection's folder.", metavar="DIR")] = None,
    demo_: Annotated[
        bool, typer.Option("--demo", help="The demo collection, which is made first where it is missing.")
    ] = False,
) -> None:
    """Open a collection in the window."""
    if (folder is None) != demo_:
        raise typer.BadParameter("Name a collection's folder, or say --demo.", param_hint="DIR")
    raise typer.Exit(context.obj(places.demo_folder() if demo_ else folder))


def _no_window(folder: Path | None) -> int:
    tell(NO_WINDOW)
    return 1


def run(arguments: list[str], open_window: OpenWindow = _no_window) -> int:
    """Run one command to its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that knows fewer letters
    logging.getLogger().addHandler(logging.NullHandler())  # what comes before the log is not for stderr
    stop_telling = channel.connect(show_message)

    def window(folder: Path | None) -> int:
        stop_telling()  # the window listens from here on
        return open_window(folder)

    try:
        start_logging(detailed=settings.load().detailed_log)
        command = typer.main.get_command(app)
        status = command.main(arguments, prog_name="soundings", standalone_mode=False, obj=window)
        return status if isinstance(status, int) else 0
    except TyperException as error:
        if hasattr(error, "show"):
            error.show()  # with how the command is used
        else:
            tell(error.format_message())
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except Exception as error:  # noqa: BLE001 - the channel sorts known errors from bugs
        if is_output_gone(error):
            return 1
        channel.failure(error)
        return 1
    finally:
        stop_telling()
