"""The study that is open: what is asked of it, the job that makes it, what is done of it by now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from core.progress import Stop
from desktop.changes import Changes

if TYPE_CHECKING:
    from core.jobs import Job
    from core.jobs.events import Progressed, Shown
    from core.studies import StudyRequest
    from core.studies.outlook import Outlook
    from desktop.workspace import Workspace

LIVE = frozenset({"waiting", "running"})
LOOKS = 2
"""So many lists of jobs may come without a job that was asked for: the first may have been on its way."""
CAN_GO_ON = frozenset({"paused", "interrupted", "failed"})


class Course(QObject):
    outlook_changed = Signal()
    """`outlook` is newer, or `problem` says why there is none."""
    job_changed = Signal()
    progressed = Signal(object)
    """Of its job."""
    cells_changed = Signal()
    """`now` is newer."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self.request: StudyRequest | None = None
        self.device = "cpu"
        self.outlook: Outlook | None = None
        self.problem = ""
        self.jobs: list[Job] = []
        self.job: Job | None = None
        """The newest that makes this study, whatever has become of it."""
        self.now: dict[tuple[str, str], int] = {}
        """Cells at work, with their seed."""
        self.is_asking = False
        self._stale = False
        self._turn = 0
        self._is_seen = False
        self._looks = 0
        """Above 0: a job was asked for that no list knows yet."""
        workspace.jobs_listed.connect(self._listed)
        workspace.changed.connect(self._look_again)
        workspace.bridge.shown.connect(self._shown)
        workspace.bridge.progressed.connect(self._progressed)

    # What there is of it

    def open(self, request: StudyRequest | None) -> None:
        """Another one, or the same with other settings. None: no study is open."""
        if request == self.request:
            return
        self.request, self.outlook, self.problem = request, None, ""
        self.now.clear()
        self._turn += 1
        self._looks = 0
        self.is_asking = self._stale = False
        self._find_job()
        self.outlook_changed.emit()
        if request is not None:
            self.ask()

    @Slot()
    def ask(self) -> None:
        if self.request is None or self.is_asking or not self._is_seen:
            self._stale = True
            return
        self._stale = False
        from core.studies.request import OutlookRequest

        self.is_asking, turn = True, self._turn
        self._workspace.answer(
            "outlook",
            OutlookRequest(self.request, self.device),
            partial(self._came, turn),
            partial(self._failed, turn),
        )

    def _came(self, turn: int, text: str) -> None:
        if turn != self._turn:
            return
        import msgspec

        from core.studies.outlook import Outlook

        self.outlook, self.problem = msgspec.json.decode(text, type=Outlook), ""
        self._answered()

    def _failed(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self.problem = str(error)
            self._answered()

    def _answered(self) -> None:
        self.is_asking = False
        self.outlook_changed.emit()
        if self._stale:
            self.ask()

    def set_seen(self, *, seen: bool) -> None:
        """Nothing is asked that nobody sees; it is made up for when the page comes back."""
        self._is_seen = seen
        if seen and self._stale:
            self.ask()

    @Slot(object)
    def _look_again(self, changes: Changes) -> None:
        if changes.runs or changes.tracks or changes.labels or changes.sets:
            self.ask()

    # Its job

    @Slot(object)
    def _listed(self, jobs: list[Job]) -> None:
        self.jobs = [job for job in jobs if job.kind == "study"]
        was = self.job
        self._find_job()
        self._looks = 0 if self.is_live else max(self._looks - 1, 0)
        if was is not None and self.job is not None and was.id == self.job.id and was.state != self.job.state:
            self.now.clear()
            self.cells_changed.emit()
            self.ask()

    def _find_job(self) -> None:
        was = self.job
        mine = [job for job in self.jobs if self.request is not None and _makes(job, self.request)]
        self.job = max(mine, key=lambda job: job.id, default=None)
        if (was and (was.id, was.state, was.asked)) != (
            self.job and (self.job.id, self.job.state, self.job.asked)
        ):
            self.job_changed.emit()

    @property
    def state(self) -> str:
        return str(self.job.state) if self.job is not None else ""

    @property
    def is_live(self) -> bool:
        return self.state in LIVE

    def start(self) -> None:
        """From the beginning, or where it is."""
        if self.job is not None and self.state in CAN_GO_ON:
            self._workspace.resume(self.job.id)
        elif self.request is not None and not self.is_live and not self._looks:
            self._looks = LOOKS
            self._workspace.submit("study", self.request, device=self.device)

    def stop(self, how: Stop) -> None:
        if self.job is not None:
            self._workspace.ask(self.job.id, how)

    @Slot(object)
    def _progressed(self, event: Progressed) -> None:
        if self.job is not None and event.job_id == self.job.id:
            self.progressed.emit(event)

    @Slot(object)
    def _shown(self, event: Shown) -> None:
        if self.job is None or event.job_id != self.job.id or event.name != "cell":
            return
        told = event.data
        key = (str(told["encoder"]), str(told["way"]))
        if told["state"] == "running":
            self.now[key] = int(told["seed"])
        else:
            self.now.pop(key, None)
            self.ask()
        self.cells_changed.emit()


def _makes(job: Job, request: StudyRequest) -> bool:
    """Whether a job is of the same study, of the same tracks and labels."""
    import msgspec

    from core.studies.request import StudyRequest

    try:
        other = msgspec.json.decode(job.request, type=StudyRequest)
    except (msgspec.DecodeError, ValueError):
        return False
    return (other.study, other.query, other.field) == (request.study, request.query, request.field)
