"""What can be done with captions: judged, edited, played, written anew, exported; each also as a command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QMenu

from core.errors import KnownError
from core.messages import channel
from desktop import words
from desktop.captions import edits
from desktop.captions.reading import WritingRun, read_runs
from desktop.captions.write_dialog import WriteDialog
from desktop.commands import Command
from desktop.icons import icon
from desktop.player.passage import Passage
from desktop.track.sources import span_words

if TYPE_CHECKING:
    from core.library.caption_lines import Line
    from core.library.journal import Edit
    from core.recipes.describing import CaptionRequest
    from core.store import Collection
    from desktop.captions.page import CaptionsPage

AT_ONCE = 500
"""So many excerpts are played in order at most."""
FILTERS = "CSV (*.csv);;JSON (*.json);;TSV (*.tsv)"


class Acts(QObject):
    def __init__(self, page: CaptionsPage) -> None:
        super().__init__(page)
        self._page = page
        self._kit = page.kit
        self._drafts: dict[int, str] = {}
        """By line: what somebody has begun to write there and neither kept nor left."""
        self._kit.commands.offer("teach", self._commands())
        table, text = page.table, page.table.text
        table.played.connect(self.play)
        table.accepted.connect(self.accept_chosen)
        table.rejected.connect(self.reject_chosen)
        table.write_wanted.connect(self.write_human)
        table.menu_wanted.connect(self._show_menu)
        text.accept_wanted.connect(self.settle)
        text.reject_wanted.connect(self.reject_open)
        text.again_wanted.connect(self.write_again)
        text.left.connect(self._drop_draft)
        page.chosen.accepted.connect(self.accept_chosen)
        page.chosen.rejected.connect(self.reject_chosen)
        page.chosen.again_wanted.connect(self.write_again)
        page.chosen.played.connect(self.play_in_order)
        page.head.write_wanted.connect(self.ask_to_write)
        page.head.export_wanted.connect(self.ask_export)
        page.scores.compare_wanted.connect(self._compare)
        page.scores.methods_wanted.connect(self._methods)

    def _commands(self) -> list[Command]:
        tr = self.tr
        return [
            Command("write_captions", tr("&Write captions…"), tr("Let a run describe tracks in words"),
                    self.ask_to_write, icon_name="edit", needs_collection=True),
            Command("accept_captions", tr("Accept the chosen captions"), tr("On the page Captions"),
                    self.accept_chosen, needs_collection=True, listed=False),
            Command("play_captions", tr("Play the chosen captions in order"), tr("On the page Captions"),
                    self.play_in_order, needs_collection=True, listed=False),
            Command("export_captions", tr("&Export captions…"), tr("Those that the page Captions shows"),
                    self.ask_export, icon_name="export", needs_collection=True),
        ]  # fmt: skip

    def show_offers(self) -> None:
        page, nothing = self._page, self.tr("No caption is chosen on the page Captions")
        lines = page.table.chosen()
        enable = self._kit.commands.enable
        if self._kit.workspace.summary is None:
            return
        enable("accept_captions", reason="" if any(line.caption for line in lines) else nothing)
        enable("play_captions", reason="" if lines else nothing)
        enable("export_captions", reason="" if page.model.lines else self.tr("No caption is shown"))
        page.head.export.setEnabled(bool(page.model.lines))

    # Drafts

    def keep_draft(self) -> None:
        """Another line is opened: what was begun at the one before is kept for whoever comes back."""
        text = self._page.table.text
        if text.says is None:
            return
        draft = text.draft
        if draft is None:
            self._drafts.pop(text.says.line.key, None)
        else:
            self._drafts[text.says.line.key] = draft

    def draft_of(self, key: int) -> str | None:
        return self._drafts.get(key)

    @Slot()
    def _drop_draft(self) -> None:
        if self._page.table.text.says is not None:
            self._drafts.pop(self._page.table.text.says.line.key, None)

    # Judging

    @Slot(str)
    def settle(self, text: str) -> None:
        """The open text is right so; the next line is opened."""
        says = self._page.table.text.says
        if says is None or says.machine is None:
            return
        self._drafts.pop(says.line.key, None)
        changed = text != says.machine.text
        work = partial(edits.settle, says.machine.id, text) if changed else partial(
            edits.accept, [says.machine.id]
        )  # fmt: skip
        self._edit(work)
        self._go_on()

    @Slot()
    def accept_chosen(self) -> None:
        page = self._page
        lines = [line for line in page.table.chosen() if line.caption]
        if len(lines) == 1 and page.table.text.says is not None and page.table.text.is_changed:
            self.settle(page.table.text.text.toPlainText().strip())
        elif lines:
            self._edit(partial(edits.accept, [line.caption for line in lines]))
            if len(lines) == 1:
                self._go_on()

    @Slot()
    def reject_open(self) -> None:
        says = self._page.table.text.says
        if says is not None and says.machine is not None:
            rejected = not says.machine.rejected
            self._edit(partial(edits.reject, [says.machine.id], rejected))
            if rejected:
                self._go_on()

    @Slot()
    def reject_chosen(self) -> None:
        lines = [line for line in self._page.table.chosen() if line.caption]
        if len(lines) == 1:
            self.reject_open()
        elif lines:
            self._edit(partial(edits.reject, [line.caption for line in lines], True))

    def _go_on(self) -> None:
        """To the next line; the keyboard waits at the table."""
        table = self._page.table
        if table.row + 1 < len(self._page.model.lines):
            table.go_to(table.row + 1)
        table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _edit(self, work: Callable[[Collection], Edit | None]) -> None:
        self._page.head.complain("")
        self._kit.history.edit(work, failed=self._refused)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, KnownError):
            self._page.head.complain(str(error))
        else:
            channel.failure(error)

    @Slot()
    def write_human(self) -> None:
        """A person says what the current line speaks of."""
        line = self._page.table.line
        if line is not None:
            editor = self._page.table.write_human()
            editor.kept.connect(partial(self._keep_human, line))

    def _keep_human(self, line: Line, text: str) -> None:
        self._page.table.drop_human()
        self._page.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edit(partial(edits.add, line.track_id, line.start_s, line.end_s, text))

    # Playing

    def _passage(self, line: Line) -> Passage:
        if line.start_s is None or line.end_s is None:
            return Passage(line.track_id, why=self.tr("Caption of the whole track"))
        why = self.tr("Caption of {}").format(span_words(line.start_s, line.end_s))
        return Passage(line.track_id, line.start_s, line.end_s, why)

    @Slot(int)
    def play(self, row: int) -> None:
        """Just these seconds; once more: pause."""
        line = self._page.model.lines[row]
        if self._page.table.is_heard(line):
            self._kit.player.toggle()
            return
        self._kit.selection.make_current(line.track_id)
        self._kit.player.play([self._passage(line)])

    @Slot()
    def play_in_order(self) -> None:
        """Those that are chosen, or from the current line on."""
        table, lines = self._page.table, self._page.table.chosen()
        if len(lines) < 2:
            lines = self._page.model.lines[max(table.row, 0) :]
        if lines:
            self._kit.player.play([self._passage(line) for line in lines[:AT_ONCE]])

    @Slot()
    def loop(self) -> None:
        line = self._page.table.line
        if line is not None:
            self._kit.player.play([self._passage(line)])
            self._kit.player.toggle_loop()

    # Writing

    @Slot()
    def ask_to_write(self) -> None:
        """Which run, of which tracks, how."""
        self._ask(())

    @Slot()
    def write_again(self) -> None:
        self._ask(tuple(dict.fromkeys(line.track_id for line in self._page.table.chosen())))

    def _ask(self, tracks: Sequence[int]) -> None:
        """A run may have learnt to write since the page was last seen."""
        self._kit.workspace.look(read_runs, partial(self._open, tuple(tracks)))

    def _open(self, tracks: tuple[int, ...], runs: tuple[WritingRun, ...]) -> None:
        page = self._page
        window = page.window()
        dialog = WriteDialog(window, self._kit, runs, page.head.run, tracks, page.writing.seconds_each)
        dialog.agreed.connect(self._write)
        dialog.teach_wanted.connect(self._teach)
        dialog.open()

    @Slot(object, str)
    def _write(self, request: CaptionRequest, device: str) -> None:
        """Its texts are looked at while they come."""
        title = self.tr("Write captions, run {}").format(request.run)
        self._kit.workspace.submit("caption", request, title=title, device=device)
        self._page.expect(request.run)

    @Slot()
    def _teach(self) -> None:
        self._kit.commands.actions["teach"].trigger()

    # Elsewhere

    @Slot()
    def ask_export(self) -> None:
        page = self._page
        if not page.model.lines:
            return
        name = self.tr("captions of run {}").format(page.head.run) if page.head.run else self.tr("captions")
        start = Path.home() / f"{self._kit.workspace.name} {name}.csv".replace("/", "-")
        path, chosen = QFileDialog.getSaveFileName(page, self.tr("Export captions"), str(start), FILTERS)
        if path:
            ending = next((one for one in (".json", ".tsv") if one in chosen), ".csv")
            self.export(Path(path if Path(path).suffix else f"{path}{ending}"))

    def export(self, path: Path) -> None:
        """The texts that are shown, and the human texts beside them."""
        lines = self._page.model.lines
        captions = [line.caption for line in lines if line.caption]
        tracks = list(dict.fromkeys(line.track_id for line in lines))
        work = partial(edits.export, str(path), captions, tracks)
        self._kit.workspace.read(work, partial(self._exported, path), self._refused)

    def _exported(self, path: Path, number: int) -> None:
        channel.info(self.tr("{} captions written to {}.").format(words.number(number), path.name))

    @Slot()
    def _compare(self) -> None:
        run = self._page.scores.run
        if run is not None:
            self._kit.runs.look_at(run, self._kit.runs.beside)
            self._kit.commands.actions["page_results"].trigger()

    @Slot()
    def _methods(self) -> None:
        run = self._page.scores.run
        if run is not None:
            self._kit.runs.look_at(run, self._kit.runs.beside)
        self._kit.commands.actions["methods"].trigger()

    @Slot(object)
    def _show_menu(self, place: object) -> None:
        tr, table = self.tr, self._page.table
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        lines = table.chosen()
        machine = any(line.caption for line in lines)
        menu.addAction(icon("play"), tr("Play the excerpt"), partial(self.play, table.row))
        menu.addAction(icon("loop"), tr("Play it round and round"), self.loop)
        menu.addAction(icon("playlist"), tr("Play in order from here"), self.play_in_order)
        menu.addSeparator()
        if machine:
            menu.addAction(icon("check"), tr("Accept"), self.accept_chosen)
            menu.addAction(icon("close"), tr("Reject"), self.reject_chosen)
        menu.addAction(icon("edit"), tr("Write again…") if machine else tr("Write…"), self.write_again)
        menu.addAction(icon("person"), tr("Add a human text"), self.write_human)
        menu.addSeparator()
        menu.addAction(icon("list"), tr("Select these tracks"), self._select)
        menu.popup(place)  # type: ignore[arg-type]

    @Slot()
    def _select(self) -> None:
        self._kit.selection.choose(line.track_id for line in self._page.table.chosen())

    def forget(self) -> None:
        self._drafts.clear()
