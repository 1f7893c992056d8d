"""What takes long with one encoder: fetching and checking, one of them at a time, shown in the notice."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from core.encoders import Card
from core.encoders.fetch import Offer
from core.errors import Interrupted
from core.messages import message_for
from core.progress import say_seconds
from desktop import words
from desktop.child import Child
from desktop.encoders.details import Finding
from desktop.encoders.fetching import Fetching, Told
from desktop.encoders.notice import Notice
from desktop.widgets import Question


class Work(QObject):
    """Asks, shows and cancels; `changed` whenever something begins or ends, after the notice has said so."""

    changed = Signal()
    fetched = Signal()
    checked = Signal(str)
    """The name of the encoder; what was found is in `findings`."""

    def __init__(self, dialog: QWidget, notice: Notice) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._notice = notice
        self._checking: Card | None = None
        self.findings: dict[str, tuple[Finding, ...]] = {}
        self._fetching = Fetching(self)
        self._fetching.offered.connect(self._offered)
        self._fetching.told.connect(self._told)
        self._fetching.fetched.connect(self._fetched)
        self._fetching.failed.connect(self._not_fetched)
        self._child = Child(self)
        self._child.answered.connect(self._answered)
        self._child.failed.connect(self._not_checked)
        self._child.not_started.connect(self._not_checked)
        notice.cancel.clicked.connect(self.cancel)

    @property
    def busy(self) -> str:
        """What is under way, in a sentence; empty when nothing is."""
        if self._fetching.card is not None:
            return self.tr("{} is being fetched.").format(self._fetching.card.title)
        if self._checking is not None:
            return self.tr("{} is being checked.").format(self._checking.title)
        return ""

    def stop(self) -> None:
        self._fetching.stop()
        self._child.stop()

    @Slot()
    def cancel(self) -> None:
        if self._fetching.card is not None:
            self._fetching.cancel()
            self._notice.cancelling(self.tr("Cancelling…"))
        elif self._checking is not None:
            self._child.stop()
            self._end_check()
            self._notice.say(self.tr("The check was cancelled."))
            self.changed.emit()

    # Fetching

    def fetch(self, card: Card) -> None:
        self._notice.work(self.tr("Asking how large {} is…").format(card.title))
        self._fetching.ask(card)
        self.changed.emit()

    @Slot(object)
    def _offered(self, offer: Offer) -> None:
        self._notice.say("")
        size = words.size(offer.size_bytes)
        more = self.tr("Nothing else is sent or fetched. Broken off, it goes on later where it was.")
        Question(
            self._dialog,
            self.tr("Fetch {}?").format(offer.card.title),
            f"{offer.sentence()} {more}",
            {
                self.tr("Fetch {}").format(size): partial(self._agree, offer),
                self.tr("Leave it"): self._refuse,
            },
        )

    def _agree(self, offer: Offer) -> None:
        self._notice.work(self.tr("Fetching {}…").format(offer.card.title), 0.0)
        self._fetching.agree(offer)

    def _refuse(self) -> None:
        self._fetching.refuse()
        self._notice.say(self.tr("Nothing was fetched."))
        self.changed.emit()

    @Slot(object)
    def _told(self, told: Told) -> None:
        card = self._fetching.card
        if card is None or self._fetching.cancelled:
            return
        done, total = words.size(told.done_bytes), words.size(told.total_bytes)
        text = self.tr("Fetching {}: {} of {}").format(card.title, done, total)
        if told.seconds_left is not None:
            text = self.tr("{}, {} left").format(text, say_seconds(told.seconds_left))
        self._notice.work(text, told.done_bytes / told.total_bytes if told.total_bytes else None)

    @Slot(object)
    def _fetched(self, card: Card) -> None:
        self._notice.say(self.tr("{} is here now.").format(card.title), "check", "good")
        self.fetched.emit()
        self.changed.emit()

    @Slot(object)
    def _not_fetched(self, error: Exception) -> None:
        if isinstance(error, Interrupted):
            self._notice.say(self.tr("Fetching was cancelled. Fetch again to go on where it was."))
        elif (message := message_for(error)) is not None:
            self._notice.say(message.text, "error", "bad")
        self.changed.emit()

    # Checking

    def check(self, card: Card) -> None:
        self._checking = card
        self._notice.work(
            self.tr("Checking {}: it is loaded and played some sounds. A large one takes minutes.").format(
                card.title
            )
        )
        self._child.start("encoders", "show", card.name, "--check", "--json")
        self.changed.emit()

    @Slot(object)
    def _answered(self, answer: Any) -> None:  # noqa: ANN401 - JSON from outside
        try:
            findings = tuple(_read(finding) for finding in answer["findings"])
        except (KeyError, TypeError):
            self._not_checked("")
            return
        card = self._end_check()
        self.findings[card.name] = findings
        bad = sum(not finding.ok for finding in findings)
        if bad:
            text = self.tr("{}: {} of {} checks failed. What they found is said above.")
            self._notice.say(text.format(card.title, bad, len(findings)), "warning", "warn")
        else:
            text = self.tr("{} works: {} checks passed.")
            self._notice.say(text.format(card.title, len(findings)), "check", "good")
        self.checked.emit(card.name)
        self.changed.emit()

    @Slot()
    @Slot(str)
    def _not_checked(self, sentence: str = "") -> None:
        self._end_check()
        usual = self.tr("The check ended early; the log says more.")
        self._notice.say(sentence or usual, "error", "bad")
        self.changed.emit()

    def _end_check(self) -> Card:
        card, self._checking = self._checking, None
        assert card is not None
        return card


def _read(said: Any) -> Finding:  # noqa: ANN401 - JSON from outside
    return Finding(str(said["name"]), bool(said["ok"]), str(said["sentence"]))
