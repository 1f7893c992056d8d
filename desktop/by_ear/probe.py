"""Asks the probe, one question at a time: while it learns, further labels are gathered for the next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from core.errors import KnownError
from core.messages import channel
from core.progress import Stop

if TYPE_CHECKING:
    from core.probes.request import ProbeRequest, ProbeResult
    from desktop.workspace import Workspace


class Probe(QObject):
    answered = Signal(object)
    """The ProbeResult of the question that was asked last."""
    refused = Signal(str)
    busy_changed = Signal(bool)

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._next: ProbeRequest | None = None
        self._asked: ProbeRequest | None = None
        self._turn = 0
        self._job_id: int | None = None

    @property
    def is_busy(self) -> bool:
        return self._asked is not None

    def ask(self, request: ProbeRequest) -> None:
        """Of the same field and ears, the answer on its way is heard, too: it is only a label older."""
        if self._asked is not None and not _alike(self._asked, request):
            self.cancel()
        self._next = request
        if self._asked is None:
            self._send()

    def _send(self) -> None:
        self._asked, self._next = self._next, None
        assert self._asked is not None
        self._turn += 1
        self.busy_changed.emit(True)
        turn = self._turn
        self._workspace.answer(
            "probe",
            self._asked,
            partial(self._came, turn),
            partial(self._failed, turn),
            submitted=partial(self._submitted, turn),
        )

    def _submitted(self, turn: int, job_id: int) -> None:
        if turn == self._turn and self._asked is not None:
            self._job_id = job_id
        elif turn != self._turn:
            self._workspace.ask(job_id, Stop.CANCEL)

    def _end(self) -> None:
        self._asked = self._job_id = None
        if self._next is not None:
            self._send()
        else:
            self.busy_changed.emit(False)

    def _came(self, turn: int, text: str) -> None:
        if turn != self._turn:
            return
        import msgspec

        from core.probes.request import ProbeResult

        result: ProbeResult = msgspec.json.decode(text, type=ProbeResult)
        self.answered.emit(result)
        if turn == self._turn:
            self._end()

    def _failed(self, turn: int, error: Exception) -> None:
        if turn != self._turn:
            return
        if isinstance(error, KnownError):
            self.refused.emit(str(error))
        else:
            channel.failure(error)
            self.refused.emit(self.tr("The probe could not answer; the log says why."))
        if turn == self._turn:
            self._end()

    def cancel(self) -> None:
        """What is under way is not wanted any more."""
        self._turn += 1
        if self._job_id is not None:
            self._workspace.ask(self._job_id, Stop.CANCEL)
        was_busy, self._asked, self._next, self._job_id = self.is_busy, None, None, None
        if was_busy:
            self.busy_changed.emit(False)


def _alike(one: ProbeRequest, other: ProbeRequest) -> bool:
    """Both would teach the same classes to the same ears and speak of the same tracks."""
    return all(
        getattr(one, name) == getattr(other, name)
        for name in ("field", "encoder", "layer", "about", "among")
    )  # fmt: skip
