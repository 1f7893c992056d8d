"""The dialog "Teach": what to learn left, what would become of it right, what to do with it below."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from core.errors import KnownError
from core.messages import channel, message_for
from core.recipes.recipe import Recipe, Task, read_recipe, write_recipe
from core.recipes.request import TrainRequest
from desktop.teach import said, work
from desktop.teach.command_line import command_lines
from desktop.teach.consequences import Consequences
from desktop.teach.controls import read_seeds
from desktop.teach.draft import Draft
from desktop.teach.facts import Facts, read_facts
from desktop.teach.foot import Foot
from desktop.teach.form import Form
from desktop.teach.keeping import keep, kept_of
from desktop.theme import look
from desktop.widgets import pane, scroller

if TYPE_CHECKING:
    from core.recipes.preview import Preview
    from desktop.changes import Changes
    from desktop.kit import Kit

SIZE = (1200, 648)
LEFT_PX = 636
SETTLE_MS = 250


class TeachDialog(QDialog):
    """Not modal: the Player and the jobs stay in reach."""

    submitted = Signal(bool)
    """A run is on its way; whether it is to be watched."""
    encoders_wanted = Signal()

    def __init__(self, parent: QWidget, kit: Kit) -> None:
        super().__init__(parent)
        self.kit = kit
        self.facts: Facts | None = None
        self.preview: Preview | None = None
        self._previewed: Recipe | None = None
        """What `preview` is of."""
        self._asking: Recipe | None = None
        self._given: tuple[str, int | None] | None = None
        self._wish: bool | None = None
        """Start was pressed before the preview had come: begin as soon as it allows it, and watch or not."""
        self.draft = Draft(self)
        self.form = Form()
        self.right = Consequences()
        self.foot = Foot()
        self._soon = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._soon.timeout.connect(self._ask)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Teach {}").format(self.kit.workspace.name))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        left, right = pane(), pane()
        for side, body in ((left, self.form), (right, self.right)):
            inside = QVBoxLayout(side)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.addWidget(scroller(body))
            middle.addWidget(side)
        left.setFixedWidth(look().px(LEFT_PX))
        rows.addLayout(middle, 1)
        rows.addWidget(self.foot)
        self.form.fill(self.draft, self.kit)
        self.right.fill(self.draft, self.kit)
        self.resize(self.usual_size())

    def usual_size(self) -> QSize:
        room = self.screen().availableGeometry().size() - QSize(8, 40)
        return QSize(look().px(SIZE[0]), look().px(SIZE[1])).boundedTo(room)

    def _connect(self) -> None:
        form, foot, workspace = self.form, self.foot, self.kit.workspace
        self.draft.changed.connect(self._show_draft)
        form.start.run_wanted.connect(self._copy_run)
        form.start.file_wanted.connect(self._open_file)
        form.task.chosen.connect(self._choose_task)
        form.encoder.encoders_wanted.connect(self.encoders_wanted)
        form.controls.seeds_changed.connect(self._show_seeds)
        self.right.remedy_wanted.connect(self.right.split.keep_together)
        self.right.mend_wanted.connect(self._mend)
        foot.device.activated.connect(self._ask)
        foot.save.clicked.connect(self._ask_save)
        foot.copy.clicked.connect(self._copy_line)
        foot.cancel.clicked.connect(self.reject)
        foot.queue.clicked.connect(partial(self._submit, watch=False))
        foot.start.clicked.connect(partial(self._submit, watch=True))
        workspace.changed.connect(self._look_again)
        workspace.closing.connect(self.close)
        for news in (self.kit.filter.found_changed, self.kit.selection.changed):
            news.connect(self._show_sources)

    # Coming and going

    def come(self, devices: Sequence[str], recipe_text: str | None = None, seed: int | None = None) -> None:
        """As it was left, or with a recipe that is given; of `devices` the first is the fastest."""
        before = self.device
        self.foot.show_devices(devices)
        if self.device != before:
            self._previewed = None
        self._given = None if recipe_text is None else (recipe_text, seed)
        self.setWindowTitle(self.tr("Teach {}").format(self.kit.workspace.name))
        self.facts, self._wish = None, None
        self._show_state()
        self._read_facts()
        self.show()
        self.raise_()
        self.activateWindow()
        self.form.start.preset.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def device(self) -> str:
        return self.foot.device.currentText()

    def teach_from(self, track_ids: frozenset[int]) -> None:
        """The next facts that come are of these tracks."""
        self.form.labels.wanted = track_ids

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends what is typed in a field; with Ctrl it starts the training."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.foot.start.click()
            elif isinstance(self.focusWidget(), QAbstractButton):
                super().keyPressEvent(event)
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._soon.stop()
        self.form.labels.stop()
        if self.facts is not None and self.kit.workspace.folder is not None:
            base = self.draft.base
            texts = write_recipe(self.draft.recipe), write_recipe(base), self.draft.whence
            keep(self.kit.workspace.folder, *texts, self.form.controls.seeds.text())

    @Slot(object)
    def _look_again(self, changes: Changes) -> None:
        if self.isVisible() and (changes.tracks or changes.labels or changes.captions or changes.playlists):
            self._previewed = None
            self._read_facts()

    def _read_facts(self) -> None:
        self.kit.workspace.look(read_facts, self._know)

    def _know(self, facts: Facts) -> None:
        first, self.facts = self.facts is None, facts
        self.form.show_facts(facts)
        self.right.split.show_facts(facts)
        if first:
            self._begin(facts)
        self._show_sources()
        self.form.labels.use_wanted()
        self._show_draft()

    def _begin(self, facts: Facts) -> None:
        if self._given is not None:
            text, seed = self._given
            try:
                self.start(read_recipe(text), self.tr("The settings of a run"), seed)
            except KnownError as error:
                channel.failure(error)
            return
        folder = self.kit.workspace.folder
        kept = kept_of(folder, facts) if folder is not None else None
        if kept is not None:
            self.draft.start(kept.recipe, kept.whence, base=kept.base)
            self.form.controls.show_seeds(kept.seeds)
        else:
            self.draft.start(work.first_recipe(facts, self.kit.colouring.colours.field))

    def start(self, recipe: Recipe, whence: str, seed: int | None) -> None:
        self.draft.start(recipe, whence)
        if seed is not None:
            self.form.controls.show_seeds(str(seed))

    # Where it starts from

    @Slot(int)
    def _copy_run(self, run: int) -> None:
        done = partial(self._copied, run)
        self.kit.workspace.look(partial(work.recipe_of, run), done, self._not_started)

    def _copied(self, run: int, found: tuple[str, int]) -> None:
        text, seed = found
        try:
            self.start(read_recipe(text), self.tr("Run {}").format(run), seed)
        except KnownError as error:
            self._not_started(error)

    @Slot(object)
    def _open_file(self, path: Path) -> None:
        done = partial(self._opened, path)
        self.kit.workspace.look(partial(work.recipe_in, path), done, self._not_started)

    def _opened(self, path: Path, recipe: Recipe) -> None:
        self.draft.start(recipe, path.name)

    def _not_started(self, error: Exception) -> None:
        message = message_for(error)
        self.form.start.complaint.show_text(message.text if message else "")

    @Slot(object)
    def _choose_task(self, task: Task) -> None:
        known = self.facts.teachable(task) if self.facts else []
        names = [fact.name for fact in known]
        usual = Draft().of_task(task)
        field = usual if usual in names or not names else names[0]
        self.draft.choose_task(task, field)

    # What would become of it

    @Slot()
    def _show_sources(self) -> None:
        if self.facts is not None:
            found = self.kit.filter
            self.form.labels.show_sources(found.asked.text, len(found.ids), self.kit.selection.chosen)

    @Slot()
    def _show_draft(self) -> None:
        self._wish = None
        self.form.show_draft()
        self.right.split.show_draft()
        if self.facts is not None and self.draft.recipe != self._previewed and self.isVisible():
            self._soon.start()
        self._show_state()

    @Slot()
    def _ask(self) -> None:
        """One preview at a time: the next is asked for when this one has come."""
        if self._asking is None and not self.draft.problems:
            recipe, device = self.draft.recipe, self.device
            self._asking = recipe
            done, failed = partial(self._came, recipe, device), partial(self._failed, recipe)
            self.kit.workspace.look(partial(work.outlook, recipe, device), done, failed)

    def _came(self, recipe: Recipe, device: str, found: tuple[Preview, str]) -> None:
        self._asking = None
        if not self.isVisible():
            return
        if (recipe, device) != (self.draft.recipe, self.device):  # too late: something else is asked by now
            self._soon.start()
            return
        self.preview, published = found
        self._previewed = recipe
        self.right.show_preview(self.preview, device, published)
        self.form.controls.show_costs(said.controls(self.preview.cost))
        self._show_state()
        if self._wish is not None:
            self._submit(watch=self._wish)

    def _failed(self, recipe: Recipe, error: Exception) -> None:
        self._asking = None
        if recipe == self.draft.recipe:
            self._previewed = None
        channel.failure(error)

    @Slot(dict)
    def _mend(self, values: dict[str, object]) -> None:
        self.draft.put_all(values)

    # Whether it can begin

    @Slot()
    def _show_seeds(self) -> None:
        self._wish = None
        self._show_state()

    @Slot()
    def _show_state(self) -> None:
        waiting = self._is_waiting() and not self._wrong()
        self.foot.show_state(self.why_not(), waiting=waiting, runs=len(self._seeds()))

    def _seeds(self) -> tuple[int, ...]:
        return read_seeds(self.form.controls.seeds.text())[0]

    def _is_waiting(self) -> bool:
        return self.facts is None or (not self.draft.problems and self._previewed != self.draft.recipe)

    def _wrong(self) -> str:
        """What the preview cannot mend: a field that will not do, an encoder that is not here."""
        reasons = (*self.draft.problems.values(), self.form.wrong(), self.form.encoder.missing())
        return next(filter(None, reasons), "")

    def why_not(self) -> str:
        """Why it cannot be taught so; empty when it can."""
        if self.facts is None:
            return self.tr("Looking at the collection…")
        if reason := self._wrong():
            return reason
        if self._previewed != self.draft.recipe or self.preview is None:
            return self.tr("Looking at what would become of it…")
        return self.preview.problem

    # What is done with it

    def _submit(self, _checked: bool = False, *, watch: bool) -> None:
        self._wish = watch if self._is_waiting() else None  # what was typed last is looked at first
        if self.why_not():
            return
        text, workspace = write_recipe(self.draft.recipe), self.kit.workspace
        for seed in self._seeds():
            title = self.tr("Teach {}, seed {}").format(said.what(self.draft.recipe), seed)
            workspace.submit("train", TrainRequest(text, seed), title=title, device=self.device)
        self.accept()
        self.submitted.emit(watch)

    @Slot()
    def _copy_line(self) -> None:
        folder = self.kit.workspace.folder
        if folder is not None:
            text = command_lines(folder, self.draft.recipe, self._seeds() or (0,), self.device)
            QGuiApplication.clipboard().setText(text)
            self.foot.tell(self.tr("The command line is on the clipboard."))

    @Slot()
    def _ask_save(self) -> None:
        dialog = QFileDialog(self, self.tr("Save as recipe"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Recipes (*.toml)"))
        dialog.setDefaultSuffix("toml")
        dialog.selectFile(f"{self.draft.recipe.name}.toml")
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    @Slot(str)
    def save_to(self, name: str) -> None:
        path = Path(name)
        recipe = msgspec.structs.replace(self.draft.recipe, name=work.name_for(path, self.draft.recipe.name))
        done = partial(self._saved, path)
        self.kit.workspace.look(partial(work.save, path, write_recipe(recipe)), done)

    def _saved(self, path: Path, _nothing: None) -> None:
        self.foot.tell(self.tr("Saved as {}.").format(path.name))
