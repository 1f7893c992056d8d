"""What crosses from other threads arrives in order, on the GUI thread, and never as a flood."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
import shiboken6
from PySide6.QtCore import QThread

from core.jobs import Changed, Event, JobState, Progressed, Said
from core.messages import channel
from desktop.bridge import PROGRESS_EVERY_MS, Background, JobBridge, MessageBridge


class Mouth:
    """An engine that only talks."""

    def __init__(self) -> None:
        self.listeners: list[Callable[[Event], None]] = []

    def listen(self, listener: Callable[[Event], None]) -> Callable[[], None]:
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener)

    def say(self, *events: Event) -> None:
        """From a thread of its own, as a worker would."""
        thread = threading.Thread(target=lambda: [hear(e) for e in events for hear in self.listeners])
        thread.start()
        thread.join()


@pytest.fixture
def mouth() -> Mouth:
    return Mouth()


@pytest.fixture
def bridge(qapp, mouth):
    bridge = JobBridge()
    bridge.attach(mouth)
    yield bridge
    bridge.detach()


def test_a_flood_becomes_few_signals_and_the_last_value_wins(qtbot, bridge, mouth):
    arrived: list[Progressed] = []
    threads: set[bool] = set()
    bridge.progressed.connect(arrived.append)
    bridge.progressed.connect(lambda _: threads.add(QThread.currentThread() is bridge.thread()))
    for part in range(10):
        mouth.say(*(Progressed(1, part * 10_000 + n + 1, 100_000, "files") for n in range(10_000)))
    with qtbot.waitSignal(bridge.changed):
        mouth.say(Changed(1, JobState.DONE, sentence="All read."))
    assert arrived[-1].done == 100_000
    assert len(arrived) <= 12
    assert threads == {True}


def test_each_job_has_its_own_last_value(qtbot, bridge, mouth):
    arrived: dict[int, int] = {}
    bridge.progressed.connect(lambda event: arrived.update({event.job_id: event.done}))
    mouth.say(*(Progressed(n % 3, n, 300) for n in range(300)))
    qtbot.waitUntil(lambda: arrived == {0: 297, 1: 298, 2: 299})


def test_progress_comes_before_the_end_it_led_to(qtbot, bridge, mouth):
    order: list[str] = []
    bridge.progressed.connect(lambda event: order.append(f"at {event.done}"))
    bridge.changed.connect(lambda event: order.append(event.state))
    with qtbot.waitSignal(bridge.progressed):
        mouth.say(Progressed(1, 1, 2))
    with qtbot.waitSignal(bridge.changed):
        mouth.say(Progressed(1, 2, 2), Changed(1, JobState.DONE))
    assert order == ["at 1", "at 2", "done"]


def test_a_second_word_of_progress_waits_its_turn_and_arrives(qtbot, bridge, mouth):
    with qtbot.waitSignal(bridge.progressed):
        mouth.say(Progressed(1, 1, 9))
    with qtbot.waitSignal(bridge.progressed, timeout=100 * PROGRESS_EVERY_MS) as second:
        mouth.say(Progressed(1, 2, 9))
    assert second.args[0].done == 2


def test_every_change_arrives_in_order_and_what_is_said_does_not(qtbot, bridge, mouth):
    states = [JobState.WAITING, JobState.RUNNING, JobState.PAUSED, JobState.RUNNING, JobState.DONE]
    seen: list[JobState] = []
    bridge.changed.connect(lambda event: seen.append(event.state))
    mouth.say(*(event for state in states for event in (Said(1, "info", "…"), Changed(1, state))))
    qtbot.waitUntil(lambda: seen == states)


def test_nothing_of_a_left_engine_arrives(qtbot, bridge, mouth):
    other = Mouth()
    mouth.say(Progressed(1, 1, 2), Changed(1, JobState.FAILED))
    bridge.attach(other)
    with qtbot.waitSignal(bridge.changed) as first:
        other.say(Changed(1, JobState.RUNNING))
    assert first.args[0].state == JobState.RUNNING
    assert not mouth.listeners


def test_background_answers_here_in_the_order_of_the_calls(qtbot):
    background = Background("test")
    answers: list[tuple[int, bool]] = []
    here = threading.get_ident()
    for n in range(20):
        background.call(
            lambda n=n: (n, threading.get_ident() != here),
            lambda answer: answers.append((answer[0], answer[1] and threading.get_ident() == here)),
        )
    qtbot.waitUntil(lambda: len(answers) == 20)
    assert answers == [(n, True) for n in range(20)]
    background.finish()


def test_background_survives_a_failure_and_hands_it_over(qtbot):
    background = Background("test")
    failures: list[Exception] = []
    answers: list[int] = []
    background.call(lambda: 1 // 0, answers.append, failures.append)
    background.call(lambda: 7, answers.append)
    qtbot.waitUntil(lambda: answers == [7])
    assert isinstance(failures[0], ZeroDivisionError)
    background.finish()


def test_background_drops_answers_that_come_after_the_end(qtbot):
    background = Background("test")
    answers: list[int] = []
    background.call(lambda: 7, answers.append)
    background.finish()
    qtbot.wait(1)
    assert not answers


def test_background_that_is_left_is_not_waited_for_and_not_heard_of(qapp, qtbot):
    background = Background("test", may_be_left=True)
    silent, begun = threading.Event(), threading.Event()
    answers: list[bool] = []
    background.call(lambda: begun.set() or silent.wait(), answers.append)
    background.call(lambda: True, answers.append)
    assert begun.wait(10)
    (thread,) = (thread for thread in threading.enumerate() if thread.name == "test")
    background.leave()
    assert thread.is_alive()
    assert thread.daemon
    shiboken6.delete(background)
    silent.set()
    thread.join(10)
    assert not thread.is_alive()
    qtbot.wait(1)
    assert not answers


def test_messages_of_any_thread_arrive_even_those_said_before(qtbot):
    channel.info("Said early.")
    bridge = MessageBridge()
    told: list[str] = []
    bridge.told.connect(lambda message: told.append(message.text))
    bridge.attach()
    thread = threading.Thread(target=channel.info, args=("Said elsewhere.",))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: told == ["Said early.", "Said elsewhere."])
    bridge.detach()
