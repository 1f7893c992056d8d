"""What is done with runs: in the background, and what can be taken back is a step of undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from core.messages import channel
from desktop import words
from desktop.changes import Changes

if TYPE_CHECKING:
    from core.library.journal import Edit
    from core.runs.shown import RunLine
    from core.store import Collection
    from desktop.kit import Kit
    from desktop.results.read import Facts
    from desktop.results.rows import Table

RUNS = Changes(runs=True)
GONE = Changes(runs=True, labels=True, captions=True)


@dataclass(frozen=True)
class Weight:
    """What goes with a run."""

    checkpoints: int
    size_bytes: int
    predictions: int
    captions: int
    labels: int
    encoder: bool


class Work(QObject):
    def __init__(self, kit: Kit, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self._queued: dict[str, set[int]] = {}
        """Seeds that were asked for here, by recipe: a run that waits has no number yet."""
        self._is_weighing = False

    # What can be taken back

    def note(self, line: RunLine, text: str) -> None:
        title = self.tr("Note of run {}").format(line.run)
        self._step(title, partial(_note, line.run, text), partial(_note, line.run, line.notes))

    def tag(self, line: RunLine, text: str) -> None:
        """Tags with commas between them."""
        tags = tuple(filter(None, (part.strip() for part in text.split(","))))
        title = self.tr("Tags of run {}").format(line.run)
        self._step(title, partial(_tag, line.run, tags), partial(_tag, line.run, line.tags))

    def archive(self, line: RunLine, *, archived: bool) -> None:
        said = self.tr("Archive run {}") if archived else self.tr("Bring back run {}")
        self._step(
            said.format(line.run),
            partial(_archive, line.run, archived),
            partial(_archive, line.run, not archived),
        )

    def _step(self, title: str, do: Callable[[Collection], None], undo: Callable[[Collection], None]) -> None:
        write = self._kit.workspace.write
        again, back = partial(write, do, _nothing, RUNS), partial(write, undo, _nothing, RUNS)
        write(do, partial(self._did, title, back, again), RUNS)

    def _did(self, title: str, back: Callable[[], None], again: Callable[[], None], _answer: None) -> None:
        self._kit.history.did(title, back, again)
        self._kit.history.edited.emit(title)

    def accept(self, run: int, field: str, least: float, *, only_unlabelled: bool) -> None:
        """What the run says becomes labels; undo takes them back."""
        work = partial(_accept, run, field, least, only_unlabelled)
        self._kit.history.edit(work, partial(self._accepted, run))

    def _accepted(self, run: int, edit: Edit | None) -> None:
        if edit is None:
            channel.info(self.tr("Run {} has nothing to say that is not known already.").format(run))

    # What cannot

    def weigh(self, run: int, done: Callable[[Weight], None]) -> None:
        """One at a time: a key that is held asks once."""
        if not self._is_weighing:
            self._is_weighing = True
            self._kit.workspace.look(partial(_weigh, run), partial(self._weighed, done), self._not_weighed)

    def _weighed(self, done: Callable[[Weight], None], weight: Weight) -> None:
        self._is_weighing = False
        done(weight)

    def _not_weighed(self, error: Exception) -> None:
        self._is_weighing = False
        channel.failure(error)

    def delete(self, run: int) -> None:
        self._kit.workspace.write(partial(_delete, run), partial(self._deleted, run), GONE)

    def _deleted(self, run: int, _answer: None) -> None:
        channel.info(self.tr("Run {} is deleted.").format(run))

    # What leaves the program

    def export_run(self, run: int, folder: Path) -> None:
        work = partial(_export_run, run, folder)
        self._kit.workspace.read(work, partial(self._exported, run, folder))

    def _exported(self, run: int, folder: Path, files: int) -> None:
        said = self.tr("Run {}: {} files written to {}.")
        channel.info(said.format(run, words.number(files), folder))

    def export_table(
        self, path: Path, table: Table, lines: Sequence[RunLine], facts: Mapping[int, Facts]
    ) -> None:
        from desktop.results.export import write_table

        work = partial(write_table, path, table, tuple(lines), dict(facts))
        self._kit.workspace.read(lambda _collection: work(), partial(self._written, path))

    def _written(self, path: Path, lines: int) -> None:
        said = self.tr("{} line written to {}.") if lines == 1 else self.tr("{} lines written to {}.")
        channel.info(said.format(words.number(lines), path))

    # Jobs

    def free_seeds(self, text: str, taken: Sequence[int], count: int) -> list[int]:
        """The lowest that nobody has used or asked for."""
        used = set(taken) | self._queued.get(text, set())
        return [seed for seed in range(count + len(used)) if seed not in used][:count]

    def asked_for(self, text: str) -> set[int]:
        """Seeds of this recipe that were queued from here."""
        return self._queued.get(text, set())

    def queue(self, line: RunLine, facts: Facts, seeds: Sequence[int]) -> None:
        from core.recipes.request import TrainRequest

        self._queued.setdefault(facts.text, set()).update(seeds)
        for seed in seeds:
            title = f"{facts.title or line.recipe}, seed {seed}"
            self._kit.workspace.submit(
                "train", TrainRequest(facts.text, seed), title=title, device=line.device or "cpu"
            )

    def say_queued(self, count: int) -> None:
        said = self.tr("1 run is queued.") if count == 1 else self.tr("{} runs are queued.")
        channel.info(said.format(count))

    def encode(self, line: RunLine) -> None:
        """With the encoder that the run has trained."""
        self._kit.workspace.look(partial(_encoder, line.run), partial(self._encode, line.device or "cpu"))

    def _encode(self, device: str, name: str) -> None:
        from core.embedding.request import EncodeRequest

        self._kit.workspace.encode(EncodeRequest(name), device)

    def forget(self) -> None:
        self._queued.clear()
        self._is_weighing = False


# In the background


def _nothing(_answer: None) -> None:
    """Everybody hears of it from the workspace."""


def _note(run: int, text: str, collection: Collection) -> None:
    from core.runs.book import note_run

    note_run(collection, run, text)


def _tag(run: int, tags: Sequence[str], collection: Collection) -> None:
    from core.runs.book import tag_run

    tag_run(collection, run, tags)


def _archive(run: int, archived: bool, collection: Collection) -> None:
    from core.runs.book import archive_run

    archive_run(collection, run, archived=archived)


def _delete(run: int, collection: Collection) -> None:
    from core.runs.book import delete_run

    delete_run(collection, run)


def _export_run(run: int, folder: Path, collection: Collection) -> int:
    from core.runs.export import export_run

    return len(export_run(collection, run, folder))


def _encoder(run: int, collection: Collection) -> str:
    from core.runs.encoder import encoder_name

    return encoder_name(collection, run)


def _accept(
    run: int,
    field: str,
    least: float,
    only_unlabelled: bool,
    collection: Collection,
) -> Edit | None:
    from core.library.journal import history
    from core.runs.accept import accept_predictions

    labelled = accept_predictions(collection, run, field or None, least, only_unlabelled=only_unlabelled)
    return history(collection)[0] if labelled else None


def _weigh(run: int, collection: Collection) -> Weight:
    from sqlalchemy import func, select

    from core.runs.checkpoints import list_checkpoints
    from core.runs.encoder import encoder_folder
    from core.store.schema import Caption, Label, Prediction

    kept = list_checkpoints(collection, run)
    with collection.database.reading() as session:
        predictions, captions, labels = (
            session.scalar(select(func.count()).where(model.run_id == run)) or 0
            for model in (Prediction, Caption, Label)
        )
    has_encoder = encoder_folder(collection, run).exists()
    size = sum(info.size_bytes for info in kept)
    return Weight(len(kept), size, predictions, captions, labels, has_encoder)
