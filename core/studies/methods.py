"""The methods sheet of a study: what was asked, how figures were worked out, every run's own sheet."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from core import __version__
from core.runs import methods_sheet
from core.store.collection import Collection
from core.store.schema import Run
from core.studies.book import read_begun
from core.studies.study import read_study

RULE = "=" * 72
HOW = (
    "Means over seeds are worked out again on each resample of the artists of the test part, for all",
    "seeds on the same one; ways of one encoder are compared on the same resamples, and their p is how",
    "often ways that change places at random, an artist at a time, lie at least so far apart.",
    "Values of p are not corrected for their number.",
)


def write_sheet(collection: Collection, about: Sequence[str], runs: Sequence[int]) -> str:
    sheets = (methods_sheet(collection, run) for run in runs)
    return f"\n\n{RULE}\n".join(["\n".join([*about, *HOW]), *sheets])


def study_sheet(collection: Collection, study_id: int) -> str:
    """As it is now, also while it is under way."""
    begun = read_begun(collection, study_id)
    info = begun.info
    title = read_study(begun.request.study).title if begun.request else info.question
    chosen = select(Run.id).where(Run.study_id == study_id, Run.state == "done").order_by(Run.id)
    with collection.database.reading() as session:
        runs = session.scalars(chosen).all()
    of = f" of {info.wanted:,}" if info.wanted >= len(runs) else ""
    about = [
        f"Study {info.id}, {info.name}: {title}",
        info.question,
        f"In the collection {collection.name}, field {info.field}"
        + (f", of the query “{info.query}”." if info.query else "."),
        f"{len(runs):,}{of} runs are done. Written by Soundings {__version__}.",
    ]
    return write_sheet(collection, about, runs)
