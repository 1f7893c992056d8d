"""What is learnt from: a field, which of its labels, and which tracks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from core.library.query import quote
from core.library.query.parse import LONGEST
from core.recipes.recipe import Task
from desktop import words
from desktop.teach.draft import Draft
from desktop.teach.facts import Facts, FieldFact
from desktop.teach.fields import Spin, small
from desktop.teach.section import Section
from desktop.theme import look
from desktop.widgets import label

SETTLE_MS = 300
OWN = "\0"
"""Stands for a query that a person writes."""


class LabelsSection(Section):
    def __init__(self, parent: QWidget, draft: Draft) -> None:
        super().__init__(parent, self.tr("Labels"), draft)
        self._facts = Facts()
        self._offered: list[tuple[str, str]] = []
        self._own = False
        self.wanted: frozenset[int] = frozenset()
        """Tracks that are to be learnt from as soon as it is known what there is."""
        self._make_fields()
        self.end()
        self._settled = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settled.timeout.connect(self._put_query)
        self.field.activated.connect(self._put_field)
        self.least.valueChanged.connect(self._put_least)
        self.most.valueChanged.connect(self._put_most)
        self.tracks.activated.connect(self._put_tracks)
        self.query.textEdited.connect(self._typed)

    def _make_fields(self) -> None:
        self.field = QComboBox()
        self.field.setAccessibleName(self.tr("Field"))
        self.field.setMinimumWidth(look().px(230))
        self.least = Spin()
        self.least.setRange(0, 1_000_000)
        self.least.setKeyboardTracking(False)
        self.least.setAccessibleName(self.tr("Leave out labels of fewer tracks than"))
        self.least.setToolTip(self.tr("0: labels of a single track are refused"))
        self.most = Spin()
        self.most.setRange(0, 10_000)
        self.most.setKeyboardTracking(False)
        self.most.setSpecialValueText(self.tr("all"))
        self.most.setAccessibleName(self.tr("So many of the most frequent labels"))
        self.tracks = QComboBox()
        self.tracks.setAccessibleName(self.tr("Which tracks"))
        self.tracks.setMinimumWidth(look().px(230))
        self.query = QLineEdit()
        self.query.setAccessibleName(self.tr("Query"))
        self.query.setPlaceholderText(self.tr("such as genre:jazz year:1950..1965"))
        self.query.setFixedWidth(look().px(230))
        self._least_words = label(self.tr("Leave out labels with fewer than"), 12, tone="text2")
        self._most_words = label(self.tr("Only the most frequent"), 12, tone="text2")
        for widget in (self.field, self.least, self.most, self.tracks, self.query):
            small(widget)
        self.least.setFixedWidth(look().px(64))
        self.most.setFixedWidth(look().px(64))
        self.add_line(self.field, self._least_words, self.least, self._most_words, self.most)
        self.add_line(label(self.tr("Learn from"), 12, tone="text2"), self.tracks, self.query)

    # What there is

    def show_facts(self, facts: Facts) -> None:
        self._facts = facts
        self._show_fields()

    def show_sources(self, found: str, found_count: int, chosen: Iterable[int]) -> None:
        """What the search finds, and which tracks are chosen."""
        ids = sorted(chosen)
        offered = [(self.tr("all tracks ({})").format(words.number(self._facts.tracks)), "")]
        if found.strip():
            offered.append((self.tr("what the search finds ({})").format(words.number(found_count)), found))
        if ids:
            text = of_ids(ids)
            said = self.tr("the selection ({})").format(words.number(len(ids)))
            if len(text) > LONGEST:
                said = self.tr("the selection: too scattered, make a playlist of it")
            offered.append((said, text if len(text) <= LONGEST else OWN))
        for name, count in self._facts.playlists:
            said = self.tr("playlist {} ({})").format(name, words.number(count))
            offered.append((said, f"playlist:{quote(name)}"))
        offered.append((self.tr("a query…"), OWN))
        self._offered = offered
        self.tracks.clear()
        for said, text in offered:
            self.tracks.addItem(said, text)
        self._show_tracks()

    # What the draft holds

    def show_draft(self) -> None:
        super().show_draft()
        recipe = self.draft.recipe
        self._show_fields()
        caption = recipe.task is Task.CAPTION
        counted = recipe.task in (Task.CLASSIFY, Task.TAG)
        for widget in (self.least, self._least_words):
            widget.setVisible(counted)
        for widget in (self.most, self._most_words):
            widget.setVisible(recipe.task is Task.TAG)
        self.field.setVisible(not caption)
        self.least.blockSignals(True)
        self.least.setValue(self.draft.get("data.least"))
        self.least.blockSignals(False)
        self.most.blockSignals(True)
        self.most.setValue(self.draft.get("data.most"))
        self.most.blockSignals(False)
        self._show_tracks()

    def _show_fields(self) -> None:
        wanted = self.draft.get("data.field")
        facts = self._facts.teachable(self.draft.recipe.task)
        self.field.clear()
        for fact in facts:
            self.field.addItem(self._words(fact), fact.name)
        place = self.field.findData(wanted)
        if place < 0:
            self.field.insertItem(0, self.tr("{} · not here").format(wanted), wanted)
            place = 0
        self.field.setCurrentIndex(place)

    def _words(self, fact: FieldFact) -> str:
        name = fact.name.capitalize()
        if fact.kind == "number":
            return self.tr("{} · {}").format(name, words.tracks(fact.tracks))
        return self.tr("{} · {} labels · {}").format(
            name, words.number(fact.values), words.tracks(fact.tracks)
        )

    def _show_tracks(self) -> None:
        query = self.draft.get("data.query")
        places = [place for place, (_, text) in enumerate(self._offered) if text == query]
        own = self._own or not places
        self.tracks.setCurrentIndex(self.tracks.count() - 1 if own else places[0])
        self.query.setVisible(own and bool(self._offered))
        if own and not self.query.hasFocus():
            self.query.setText(query)

    def complain(self, text: str) -> None:
        """What the engine says of labels and tracks."""
        self.complaint.show_text(self.wrong() or text)

    # What a person changes

    @Slot(int)
    def _put_field(self, place: int) -> None:
        self.draft.put("data.field", self.field.itemData(place))

    @Slot(int)
    def _put_least(self, value: int) -> None:
        self.draft.put("data.least", value)

    @Slot(int)
    def _put_most(self, value: int) -> None:
        self.draft.put("data.most", value)

    @Slot(int)
    def _put_tracks(self, place: int) -> None:
        text = self.tracks.itemData(place)
        self._own = text == OWN
        if self._own:
            self._show_tracks()
            self.query.setFocus()
        else:
            self.draft.put("data.query", text)

    @Slot()
    def _typed(self) -> None:
        self._settled.start()

    @Slot()
    def _put_query(self) -> None:
        self.draft.put("data.query", self.query.text().strip())

    def stop(self) -> None:
        """Nothing waits any more."""
        if self._settled.isActive():
            self._settled.stop()
            self._put_query()

    def use_wanted(self) -> None:
        if self.wanted:
            text = of_ids(sorted(self.wanted))
            self.wanted, self._own = frozenset(), False
            if len(text) <= LONGEST:
                self.draft.put("data.query", text)


def of_ids(ids: Sequence[int]) -> str:
    """A query that finds these tracks and no others, as short as it can be."""
    spans: list[list[int]] = []
    for id_ in ids:
        if spans and id_ == spans[-1][1] + 1:
            spans[-1][1] = id_
        else:
            spans.append([id_, id_])
    alone = [str(id_) for first, last in spans if last - first < 2 for id_ in range(first, last + 1)]
    parts = [f"track_id:{first}..{last}" for first, last in spans if last - first >= 2]
    parts += [f"track_id:{','.join(alone)}"] if alone else []
    return " or ".join(parts)
