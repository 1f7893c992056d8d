"""What stands behind the page: the field as it is, what the probe says of it, and who asks for what."""

from __future__ import annotations

import dataclasses
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal, Slot

from desktop.by_ear.choice import Choice, read_choice
from desktop.by_ear.classes import ClassLine
from desktop.by_ear.course import Course
from desktop.by_ear.growth import Point, grown, read_points
from desktop.by_ear.line_up import LineUp
from desktop.by_ear.probe import Probe
from desktop.by_ear.state import FieldState, read_state
from desktop.colouring import CLASSES, OTHER, Colours
from desktop.theme import ClassStyle, look

if TYPE_CHECKING:
    from core.probes.request import Next, ProbeRequest, ProbeResult
    from desktop.changes import Changes
    from desktop.kit import Kit

NAMED = 60
"""So many tracks of each order are asked for."""
LIKELY = ("genre", "style", "mood")
KEPT_CURVES = 20


class Teaching(QObject):
    changed = Signal()
    """Something that is shown is different."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit.workspace)
        self.kit = kit
        self.course = Course(kit)
        self.probe = Probe(kit.workspace)
        self.line_up = LineUp()
        self.choice = Choice()
        self.state = FieldState()
        self.is_known = False
        """The state has been read."""
        self.result: ProbeResult | None = None
        self.problem = ""
        self.guesses: dict[int, tuple[str, float]] = {}
        """Of tracks without a label: what each is taken for, and how sure that is."""
        self._guessed: Counter[str] = Counter()
        self._curves: dict[str, list[Point]] = {}
        self._is_seen = False
        self._is_stale = True
        kit.workspace.changed.connect(self._look_again)
        kit.filter.found_changed.connect(partial(self._about_changed, "query"))
        kit.selection.changed.connect(partial(self._about_changed, "selection"))
        kit.colouring.changed.connect(self.changed)
        self.course.passed_changed.connect(self.ask)
        self.probe.answered.connect(self._answered)
        self.probe.refused.connect(self._refused)

    # When it looks and asks

    def watch(self, *, seen: bool) -> None:
        """Nothing is asked while nobody sees the page."""
        self._is_seen = seen
        if seen and self._is_stale:
            self.refresh()

    @Slot()
    def refresh(self) -> None:
        self._is_stale = not self._is_seen
        if self._is_seen:
            asked = self.choice.field, self.course.age
            work = partial(read_state, self.choice.field, self.course.watched)
            self.kit.workspace.look(work, partial(self._came, asked))

    def _came(self, asked: tuple[str, int], state: FieldState) -> None:
        if asked[0] != self.choice.field:
            return
        self.state, self.is_known = state, True
        self._guess()
        self.course.look(state, asked[1])
        if not self.choice.field:
            self._begin(state)
            return
        self._settle(state)
        self.changed.emit()
        self.ask()

    def _begin(self, state: FieldState) -> None:
        """Nobody has said what is labelled: the likeliest field, else none."""
        likely = next((name for name in LIKELY if name in state.fields), "")
        if likely:
            self.choose(dataclasses.replace(self.choice, field=likely))
        else:
            self._settle(state)
            self.changed.emit()

    def _settle(self, state: FieldState) -> None:
        """Ears that are not there any more are replaced by those that are looked at, or the newest."""
        there = {info.id: info for info in state.sets}
        if self.choice.set_id not in there:
            wanted = self.kit.heard.set_id
            info = there.get(wanted if wanted is not None else -1) or next(iter(there.values()), None)
            set_id, layer = (info.id, info.usual_layer) if info is not None else (None, 0)
            self.choice = dataclasses.replace(self.choice, set_id=set_id, layer=layer)
        info = there.get(self.choice.set_id or -1)
        if info is not None and self.choice.layer >= len(info.layers):
            self.choice = dataclasses.replace(self.choice, layer=info.usual_layer)

    @Slot(object)
    def _look_again(self, changes: Changes) -> None:
        if changes.labels or changes.tracks or changes.sets:
            self.refresh()

    def _about_changed(self, about: str) -> None:
        if self.choice.about == about:
            self._is_stale = self._is_stale or not self._is_seen
            self.ask()

    @Slot()
    def ask(self) -> None:
        if self._is_seen and self.is_known and (request := self.request()) is not None:
            self.problem = ""
            self.probe.ask(request)

    def request(self) -> ProbeRequest | None:
        """None where nothing can be asked yet."""
        from core.probes.request import ProbeRequest

        choice, kit = self.choice, self.kit
        chosen = tuple(sorted(kit.selection.chosen)) if choice.about == "selection" else ()
        if not choice.field or choice.set_id is None or (choice.about == "selection" and not chosen):
            return None
        return ProbeRequest(
            choice.field,
            str(choice.set_id),
            choice.layer,
            most=NAMED,
            about=kit.filter.asked.query() if choice.about == "query" else "",
            among=chosen,
            passed=tuple(self.course.passed),
            begin=True,
        )

    # What the probe says

    @Slot(object)
    def _answered(self, result: ProbeResult) -> None:
        self.result, self.problem = result, ""
        self._guess()
        if result.macro_f1 is not None:
            share, labels = result.macro_f1, sum(result.labelled.values())
            points = self._curves.pop(self._curve, [])
            self._curves[self._curve] = grown(points, Point(labels, share.value, share.low, share.high))
        self.course.show_queue(self.queue_of(result))
        if (info := self.info) is not None:
            card = info.card
            self.kit.heard.show(info.id, card.title, info.window_s, info.hop_s, card.rate_hz)
        if not result.needs:
            self.kit.colouring.lent.emit(self.guessed_colours(), False)
        self.changed.emit()

    @Slot(str)
    def _refused(self, why: str) -> None:
        self.problem = why
        self.changed.emit()

    def queue_of(self, result: ProbeResult) -> list[Next]:
        """Before anything is learnt there is no guess to go by."""
        if result.needs and self.choice.order != "listed":
            return result.uncertain
        return {
            "uncertain": result.uncertain,
            "surprising": result.surprising,
            "each": result.each,
            "listed": result.listed,
        }[self.choice.order]

    @property
    def info(self) -> Any:  # noqa: ANN401 - a SetInfo or None
        return next((info for info in self.state.sets if info.id == self.choice.set_id), None)

    @property
    def _curve(self) -> str:
        return f"{self.choice.field}|{self.choice.set_id}|{self.choice.layer}"

    @property
    def points(self) -> list[Point]:
        return self._curves.get(self._curve, [])

    @property
    def labelled(self) -> int:
        """Of the tracks that the probe has heard."""
        return len(self.result.tracks) - len(self.guesses) if self.result is not None else 0

    def _guess(self) -> None:
        """Once for every answer and every look, not whenever something is painted."""
        result, labelled = self.result, self.state.labelled
        self.guesses = {}
        if result is not None and not result.needs:
            rows = zip(result.tracks, result.said, result.probabilities, strict=True)
            self.guesses = {
                id_: (result.classes[said], sure) for id_, said, sure in rows if id_ not in labelled
            }
        self._guessed = Counter(name for name, _ in self.guesses.values())

    # Classes and colours

    @property
    def names(self) -> list[str]:
        return self.line_up.names(self.choice.field, self.state.counts)

    def _palette(self) -> list[str]:
        """Classes in the order of their colours: as elsewhere in the window, if that shows this field."""
        colours = self.kit.colouring.colours
        first = colours.names if colours.field == self.choice.field and not colours.is_number else ()
        return list(dict.fromkeys((*first, *self.names)))

    def style(self, name: str) -> ClassStyle | None:
        palette = self._palette()
        place = palette.index(name) if name in palette else CLASSES
        return look().theme.classes[place] if place < CLASSES else None

    def guessed_colours(self) -> Colours:
        result, palette = self.result, self._palette()
        assert result is not None
        codes = [min(palette.index(name), OTHER) if name in palette else OTHER for name in result.classes]
        counts = dict.fromkeys(palette, 0)
        for said in result.said:
            name = result.classes[said]
            counts[name] = counts.get(name, 0) + 1
        by_track = {id_: codes[said] for id_, said in zip(result.tracks, result.said, strict=True)}
        title = self.tr("{}, guessed").format(self.choice.field.capitalize())
        return Colours(title, values=tuple(counts.items()), codes=by_track)

    def lines(self) -> list[ClassLine]:
        one, result = self.course.current, self.result
        learnt = result is not None and not result.needs
        shares: dict[str, float] = {}
        if learnt and one is not None and result is not None and len(one.shares) == len(result.classes):
            shares = dict(zip(result.classes, one.shares, strict=True))
        given = self._given()
        return [
            ClassLine(
                name,
                self.style(name),
                self.state.counts.get(name, 0),
                self._guessed[name] if learnt else None,
                shares.get(name),
                name in given,
            )
            for name in self.names
        ]

    def _given(self) -> tuple[str, ...]:
        """The labels of the track that is asked about."""
        one = self.course.current
        card = self.kit.cards.get(one.track_id) if one is not None else None
        if card is None or one is None or one.track_id not in self.state.labelled:
            return ()
        return tuple(str(value) for value in card.values.get(self.choice.field, ()))

    # What a person chooses

    def choose(self, choice: Choice) -> None:
        before, self.choice = self.choice, choice
        same = dataclasses.replace(before, plays=choice.plays, length_s=choice.length_s)
        if same == choice:
            self.changed.emit()
            return
        same_question = dataclasses.replace(before, order=choice.order) == choice
        if same_question and self.result is not None:
            self.course.start_over()
            self.course.show_queue(self.queue_of(self.result))
            self.changed.emit()
            return
        self.probe.cancel()
        self.course.start_over()
        self.result, self.problem = None, ""
        self._guess()
        if before.field != choice.field:
            self.state = dataclasses.replace(FieldState(choice.field), sets=self.state.sets)
        self.changed.emit()
        self.refresh()

    def give(self, name: str | None, *, more: bool = False) -> None:
        """The track that is asked about gets this label, or is said to have none."""
        if name is None and self.state.is_new:
            self.course.pass_over()  # nothing to say of a field that is not there
            return
        many = self.state.many or (self.state.is_new and self.choice.many)
        self.course.label(self.choice.field, name, many=many, more=more and many)

    # As it was

    def kept(self) -> dict[str, Any]:
        curves = list(self._curves.items())[-KEPT_CURVES:]
        told = {name: [[p.labels, p.value, p.low, p.high] for p in points] for name, points in curves}
        current = self.course.current
        return {
            "choice": self.choice.kept(),
            "classes": self.line_up.kept(),
            "passed": self.course.passed,
            "curves": told,
            "current": current.track_id if current is not None else None,
        }

    def restore(self, kept: dict[str, Any]) -> None:
        self.choice = read_choice(kept.get("choice"))
        self.line_up.restore(kept.get("classes"))
        passed = kept.get("passed")
        self.course.passed = [id_ for id_ in passed if type(id_) is int] if isinstance(passed, list) else []
        curves = kept.get("curves")
        self._curves = {
            str(name): read_points(points)
            for name, points in (curves.items() if isinstance(curves, dict) else ())
        }
        current = kept.get("current")
        if type(current) is int and self.choice.field:
            self.course.go_to(current, by_hand=False)

    def forget(self) -> None:
        self.probe.cancel()
        self.course.forget()
        self.line_up.forget()
        self.choice, self.state, self.is_known = Choice(), FieldState(), False
        self.result, self.problem, self._curves, self._is_stale = None, "", {}, True
        self._guess()
