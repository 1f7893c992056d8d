"""Two runs beside each other: asks what they amount to, and lets the strip say it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from desktop.results.comparing import Compared, Comparing
from desktop.results.said import compared_words, seeds_of, seeds_words

if TYPE_CHECKING:
    from core.runs.shown import RunLine
    from desktop.results.page import ResultsPage


class Pairing(QObject):
    def __init__(self, page: ResultsPage) -> None:
        super().__init__(page)
        self._page = page
        self._kit = page.kit
        self._strip = page.strip
        self._pair: tuple[RunLine, RunLine] | None = None
        """The run beside, then the one that is looked at."""
        self._judged: tuple[Any, ...] | None = None
        """What of them counts for the comparison."""
        self._found: Compared | None = None
        self.comparing = Comparing(page.kit.workspace)
        self.comparing.begun.connect(self._strip.say_comparing)
        self.comparing.told.connect(self._tell)
        self.comparing.refused.connect(self._strip.refuse)
        self._strip.queue.clicked.connect(self._queue_missing)

    def show_runs(self, run: RunLine | None, beside: RunLine | None) -> None:
        """What was compared already is not compared again."""
        pair = (beside, run) if run is not None and beside is not None else None
        judged = None if pair is None else tuple((line.run, line.split, line.scores) for line in pair)
        same, self._pair, self._judged = judged == self._judged, pair, judged
        if same:
            if self._found is not None:  # but seeds may have come since
                self._tell(self._found)
            return
        self._found = None
        if pair is None:
            self.comparing.leave()
            self._strip.hide()
        else:
            self._compare(*pair)

    def forget(self) -> None:
        self.show_runs(None, None)

    def finish(self) -> None:
        self.comparing.finish()

    def _compare(self, first: RunLine, second: RunLine) -> None:
        unjudged = [line.run for line in (second, first) if not line.scores]
        if unjudged:
            self.comparing.leave()
            said = self.tr("Run {} has no figures of the test part, so there is nothing to compare.")
            self._strip.refuse(said.format(unjudged[0]))
        else:
            self.comparing.ask(first.run, second.run)

    @Slot(object)
    def _tell(self, found: Compared) -> None:
        if self._pair is None:
            return
        from core.runs.shown import leading

        self._found = found
        first, second = self._pair
        name = next(iter(leading(second.task, second.scores)), "")
        lines = self._kit.runs.lines
        a, b = (list(seeds_of(line, lines, self._page.facts).values()) for line in (first, second))
        texts = [self._page.facts[line.run].text for line in (first, second) if line.run in self._page.facts]
        same = len(texts) == 2 and texts[0] == texts[1]
        self._strip.say(compared_words(found, name), seeds_words(a, b, name, same=same))
        self._offer_queue()

    def _offer_queue(self) -> None:
        if self._pair is None:
            return
        first, second = (self._page.deeds.missing(line.run) for line in self._pair)
        texts = {self._page.facts[line.run].text for line in self._pair if line.run in self._page.facts}
        if len(texts) == 1:
            first = 0
        said = ""
        if first and first == second:
            said = self.tr("Queue {} more seeds each") if first > 1 else self.tr("Queue 1 more seed each")
        elif first + second:
            said = self.tr("Queue {} more seeds") if first + second > 1 else self.tr("Queue 1 more seed")
        tip = self.tr("The same recipes from other chances, until there are three of each")
        self._strip.offer_queue(said.format(first if first == second else first + second), tip)

    @Slot()
    def _queue_missing(self) -> None:
        if self._pair is not None:
            queued = [seed for line in self._pair for seed in self._page.deeds.queue_missing(line.run)]
            self._page.deeds.work.say_queued(len(queued))
            self._offer_queue()
