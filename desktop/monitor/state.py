"""What the head says of the run that is watched, as plain values and words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.progress import Stop, say_seconds
from desktop import words
from desktop.curves.story import Story

if TYPE_CHECKING:
    from desktop.jobs.row import JobRow

LIVE = ("running", "waiting")
RECENT = 5
"""How long an epoch takes is judged by so many of the last."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Monitor", text)


@dataclass(frozen=True)
class Moment:
    """A run now. `state` as jobs call it; `asked`: what it was asked for and has not done yet."""

    story: Story
    state: str
    asked: Stop | None = None
    job: int | None = None
    title: str = ""
    """Of its job, as long as there is no run."""
    note: str = ""
    """What its job is at before the first epoch."""
    left_s: float | None = None
    """As its job reckons."""
    at: float | None = None
    """Epochs that are over and the part of the one at hand, as far as it was heard."""
    running_s: float = 0.0
    """Since the last epoch ended."""
    rate: float | None = None
    memory: tuple[int, int] | None = None
    now: datetime | None = None
    can_pause: bool = False
    can_resume: bool = False

    @property
    def is_running(self) -> bool:
        return self.state == "running"

    @property
    def done(self) -> int:
        """Epochs that are over."""
        rows = self.story.rows
        return rows[-1].epoch + 1 if rows else 0

    @property
    def progress(self) -> float:
        """In epochs."""
        return max(float(self.done), self.at or 0.0)

    @property
    def epoch_s(self) -> float | None:
        recent = [row.seconds for row in self.story.rows[-RECENT:] if row.seconds > 0]
        return sum(recent) / len(recent) if recent else None

    @property
    def gone_s(self) -> float:
        return sum(row.seconds for row in self.story.rows) + (self.running_s if self.is_running else 0.0)

    @property
    def most_left_s(self) -> float | None:
        """If every epoch is made."""
        if self.epoch_s is None or not self.story.epochs:
            return self.left_s
        return max(self.story.epochs - self.progress, 0.0) * self.epoch_s

    @property
    def patience_left_s(self) -> float | None:
        """If no epoch is better than the best; None: patience does not end it sooner."""
        story = self.story
        if self.epoch_s is None or not story.patience or story.best is None:
            return None
        epochs = min(story.patience - story.stale, story.epochs - self.done)
        return max(epochs - (self.progress - self.done), 0.0) * self.epoch_s


# Words


def title_words(story: Story) -> str:
    """`Genre, MERT-95M fine-tuned, seed 1`."""
    what = _tr("Captions") if story.task == "caption" else story.field[:1].upper() + story.field[1:]
    tuned = {"whole": _tr("fine-tuned"), "lora": _tr("fine-tuned by additions")}.get(
        story.tune, _tr("frozen")
    )
    seed = _tr("seed {}").format(words.number(story.seed))
    encoder = story.encoder if story.tune == "frozen" else story.encoder.removesuffix(", untrained")
    return f"{what}, {encoder} {tuned}, {seed}"


def state_words(moment: Moment) -> str:
    if moment.is_running and moment.asked is not None:
        return {
            Stop.CANCEL: _tr("Cancelling…"),
            Stop.KEEP: _tr("Stopping: the best epoch is judged and kept…"),
            Stop.PAUSE: _tr("Pausing…"),
            Stop.GIVE_WAY: _tr("Giving way…"),
        }[moment.asked]
    done, most = words.number(moment.done), words.number(moment.story.epochs)
    name = moment.story.name
    if moment.state in ("interrupted", "paused") and not moment.done:
        sentence = {
            "interrupted": _tr("{} was interrupted in its first epoch. Nothing is lost."),
            "paused": _tr("{} is paused in its first epoch."),
        }[moment.state]
        return sentence.format(name)
    return {
        "interrupted": _tr("{} was interrupted after epoch {} of {}. Nothing is lost."),
        "paused": _tr("{} is paused after epoch {} of {}."),
        "done": _tr("{} is done, after {} of at most {} epochs."),
        "stopped": _tr("{} was stopped after epoch {} of {}; its best epoch was kept."),
        "cancelled": _tr("{} was cancelled."),
        "failed": _tr("{} failed after epoch {} of {}. Its log says why."),
        "waiting": _tr("{} waits; it goes on after epoch {} of {}."),
    }.get(moment.state, "").format(name, done, most)  # fmt: skip


def begun_words(moment: Moment) -> str:
    """`Started today 13:54 · saved after epoch 14, 20 s ago`."""
    story, said = moment.story, list[str]()
    if story.started is not None:
        said.append(_tr("Started {}").format(words.when(story.started, moment.now)))
    if story.saved is not None and story.saved_at is not None and moment.state not in ("done", "stopped"):
        ago = say_seconds(age_s(story.saved_at, moment.now))
        where = (
            _tr("saved after epoch {}, {} ago").format(words.number(story.saved), ago)
            if story.saved
            else _tr("saved in the first epoch, {} ago").format(ago)
        )
        said.append(where)
    elif moment.is_running:
        said.append(_tr("not saved yet"))
    return " · ".join(said)


def age_s(moment: datetime, now: datetime | None) -> float:
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(((now or datetime.now(UTC)) - moment).total_seconds(), 0.0)


def epoch_words(moment: Moment) -> str:
    story = moment.story
    if not moment.is_running:
        return _tr("{} of at most {} epochs").format(words.number(moment.done), words.number(story.epochs))
    if moment.at is None and not moment.done:
        return moment.note or _tr("Getting ready")
    if moment.done >= story.epochs or _is_over(moment):
        return moment.note or _tr("Judging the best epoch")
    at = min(int(moment.progress) + 1, story.epochs)
    return _tr("Epoch {} of at most {}").format(words.number(at), words.number(story.epochs))


def _is_over(moment: Moment) -> bool:
    story = moment.story
    return bool(story.patience) and story.stale >= story.patience


def rate_words(moment: Moment) -> str:
    if moment.rate is None or not moment.is_running:
        return ""
    shown = words.number(moment.rate, ",.0f" if moment.rate >= 10 else ",.1f")
    unit = _tr("{} tracks/s") if moment.story.tune == "frozen" else _tr("{} excerpts/s")
    return unit.format(shown)


def time_words(moment: Moment) -> str:
    """`8 min gone · 14 min left, 3 min if nothing improves`."""
    said = [_tr("{} gone").format(say_seconds(moment.gone_s))] if moment.gone_s >= 1 else []
    if moment.is_running and moment.asked is None and moment.most_left_s is not None:
        left = _tr("{} left").format(say_seconds(moment.most_left_s))
        soon = moment.patience_left_s
        if soon is not None and soon < moment.most_left_s:
            left = _tr("{}, {} if nothing improves").format(left, say_seconds(soon))
        said.append(left)
    return " · ".join(said)


def patience_words(moment: Moment) -> str:
    story = moment.story
    whole, stale = words.number(story.patience), words.number(min(story.stale, story.patience))
    if story.best is None:
        return _tr("ends after {} epochs without a better score").format(whole)
    return _tr("{} of {} epochs without a better score").format(stale, whole)


def memory_words(moment: Moment) -> str:
    """`cuda:0 · 9.8 of 24 GB`."""
    if moment.memory is None or not moment.is_running:
        return ""
    used, there = moment.memory
    return _tr("{} of {}").format(words.size(used), words.size(there))


def short_state(row: JobRow | None, state: str) -> str:
    """Of a run in a list."""
    return row.state_words() if row is not None and row.state == state else words.state(state)
