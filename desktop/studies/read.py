"""What the page of studies reads in the background: the shelf, a study, the report's folder."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.store import Collection
    from core.studies import Published, Study, StudyInfo, StudyRequest


@dataclass(frozen=True)
class Line:
    """A study that could be begun."""

    study: Study
    text: str
    task: str
    field: str
    ready: int
    encoders: int
    """Of them `ready` are here."""


@dataclass(frozen=True)
class Shelf:
    lines: tuple[Line, ...]
    begun: tuple[StudyInfo, ...]
    tracks: int
    fields: tuple[str, ...]


@dataclass(frozen=True)
class Opened:
    """A study as the page shows it, with everything but its outlook."""

    request: StudyRequest
    study: Study
    task: str
    encoders: tuple[tuple[str, str, bool], ...]
    """Name, title, whether it is here."""
    published: tuple[Published, ...]
    begun: int = 0


def read_shelf(collection: Collection) -> Shelf:
    from core.library.fields import list_fields
    from core.recipes.material import find_usable
    from core.studies import list_begun, list_studies

    with collection.database.reading() as session:
        fields = tuple(info.name for info in list_fields(session))
    lines = tuple(map(_line, list_studies()))
    tracks = len(find_usable(collection, ""))
    return Shelf(lines, tuple(list_begun(collection)), tracks, fields)


def _line(study: Study) -> Line:
    from core.recipes import change, find_recipe
    from core.studies import write_study

    recipe = change(find_recipe(study.ways[0].recipe), dict(study.ways[0].changes))
    there = _encoders(study)
    ready = sum(here for _, _, here in there)
    return Line(study, write_study(study), str(recipe.task), recipe.data.field, ready, len(there))


def _encoders(study: Study) -> tuple[tuple[str, str, bool], ...]:
    from core.encoders import cards, look

    known = cards()
    found = dict[str, tuple[str, str, bool]]()
    for entry in study.encoders:
        named = [card for card in known if entry.name in (card.name,) or (card.family == entry.family != "")]
        found |= {card.name: (card.name, card.title, look(card).ready) for card in named}
    return tuple(found.values())


def open_study(request: StudyRequest, begun: int = 0) -> Opened:
    from core.recipes import find_recipe
    from core.studies import find_published, read_study

    study = read_study(request.study)
    task = str(find_recipe(study.ways[0].recipe).task)
    published = tuple(map(find_published, study.published))
    return Opened(request, study, task, _encoders(study), published, begun)


def open_begun(study_id: int, collection: Collection) -> Opened:
    from core.errors import KnownError, RequestProblem
    from core.studies import StudyRequest, find_study, write_study
    from core.studies.book import read_begun

    found = read_begun(collection, study_id)
    request = found.request
    if request is None:
        try:
            study = find_study(found.info.name)
        except KnownError as error:
            said = f"What was asked in study {study_id}, {found.info.name}, is not known."
            raise RequestProblem(said, "Begin it again from its file.") from error
        request = StudyRequest(write_study(study), query=found.info.query, field=found.info.field)
    return open_study(request, study_id)


def copy_report(folder: Path, into: Path) -> tuple[Path, int]:
    """All files of a report, in a folder of its name; one that is there already stays as it is."""
    from core.errors import RequestProblem
    from core.store.files import explain_os_errors

    place = into / folder.name
    if place.exists():
        raise RequestProblem(f"{place} is there already.", "Choose another folder.")
    with explain_os_errors(place):
        shutil.copytree(folder, place)
    return place, sum(path.is_file() for path in place.rglob("*"))
