"""The dialog of methods sheets: which one, its text, copy it or save it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from core.messages import channel
from desktop.forms import Says
from desktop.theme import fixed_font, look
from desktop.widgets import Button, label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from core.store import Collection
    from desktop.kit import Kit
    from desktop.studies.methods import Kind

SIZE = (820, 600)


class MethodsSheet(QDialog):
    def __init__(self, parent: QWidget, kit: Kit, there: Mapping[Kind, int], first: Kind) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Methods sheet"))
        self._kit = kit
        self._turn = 0
        self._folder = Path.home()
        self.which = QComboBox()
        self.text = QPlainTextEdit()
        self.says = Says(18)
        self.copy = Button(self.tr("Copy"), icon_name="copy")
        self.save = Button(self.tr("Save as…"), "main")
        self._build()
        self._fill(there, first)
        self.which.currentIndexChanged.connect(self._read)
        self.copy.clicked.connect(self._copy)
        self.save.clicked.connect(self.ask_save)
        self._read()

    def _build(self) -> None:
        tr = self.tr
        self.which.setAccessibleName(tr("Methods sheet of"))
        self.text.setReadOnly(True)
        self.text.setFont(fixed_font())
        self.text.setAccessibleName(tr("Text of the methods sheet"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.text.setTabChangesFocus(True)
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(8)
        of = label(tr("Methods sheet of"), tone="text2")
        of.setBuddy(self.which)
        head.addWidget(of)
        head.addWidget(self.which, 1)
        close = Button(tr("Close"))
        close.clicked.connect(self.reject)
        foot.setSpacing(8)
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(close)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        column.addWidget(self.says)
        column.addLayout(foot)
        self.resize(*map(look().px, SIZE))

    def _fill(self, there: Mapping[Kind, int], first: Kind) -> None:
        """What is looked at comes first, then every run."""
        tr = self.tr
        named = {"run": tr("Run {}"), "map": tr("Map {}"), "study": tr("Study {}")}
        what: list[tuple[Kind, int]] = [(first, there[first])]
        what += [(kind, number) for kind, number in there.items() if kind != first]
        what += [("run", line.run) for line in self._kit.runs.lines if ("run", line.run) not in what]
        for kind, number in what:
            line = self._kit.runs.line(number) if kind == "run" else None
            said = named[kind].format(number)
            said = self.tr("{}, {}, seed {}").format(said, line.recipe, line.seed) if line else said
            self.which.addItem(said, (kind, number))

    @Slot()
    def _read(self) -> None:
        self._turn += 1
        kind, number = self.which.currentData()
        self.says.say("")
        self.says.hide()
        done, failed = partial(self._came, self._turn), partial(self._failed, self._turn)
        self._kit.workspace.look(partial(read_sheet, kind, number), done, failed)

    def _came(self, turn: int, text: str) -> None:
        if turn == self._turn:
            self.text.setPlainText(text)
            for button in (self.copy, self.save):
                button.setEnabled(True)

    def _failed(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self.text.clear()
            for button in (self.copy, self.save):
                button.setEnabled(False)
            self._complain(str(error))

    def _complain(self, text: str) -> None:
        self.says.show()
        self.says.complain(text)

    @Slot()
    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text.toPlainText())
        self.says.show()
        self.says.say(self.tr("The text is on the clipboard."), "check", "good")

    @Slot()
    def ask_save(self) -> None:
        """The system's own dialog asks before it replaces a file."""
        kind, number = self.which.currentData()
        kinds = self.tr("Text (*.txt);;Markdown (*.md)")
        start = str(self._folder / f"methods of {kind} {number}.txt")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save methods sheet"), start, kinds)
        if chosen:
            self.save_to(Path(chosen), replace=True)

    def save_to(self, path: Path, *, replace: bool = False) -> None:
        """A file that is there stays as it is, unless somebody has agreed to `replace` it."""
        if path.suffix.lower() not in (".txt", ".md"):
            path, replace = path.with_name(f"{path.name}.txt"), False
        if path.exists() and not replace:
            self._complain(self.tr("{} is there already. Choose another name.").format(path))
            return
        self._folder = path.parent
        work = partial(_write, path, self.text.toPlainText())
        turn = self._turn
        self._kit.workspace.read(work, partial(self._saved, turn), partial(self._not_saved, turn))

    def _saved(self, turn: int, path: Path) -> None:
        channel.info(self.tr("The methods sheet was written to {}.").format(path))
        if turn == self._turn:
            self.says.show()
            self.says.say(self.tr("Written to {}.").format(path), "check", "good")

    def _not_saved(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self._complain(str(error))

    def done(self, result: int) -> None:
        self._turn += 1  # answers on their way come too late
        super().done(result)


# In the background


def read_sheet(kind: Kind, number: int, collection: Collection) -> str:
    if kind == "run":
        from core.runs.methods import methods_sheet

        return methods_sheet(collection, number)
    if kind == "map":
        from core.maps.methods import map_sheet

        return map_sheet(collection, number)
    from core.studies.methods import study_sheet

    return study_sheet(collection, number)


def as_markdown(text: str) -> str:
    """Underlined lines become headings, the others a list each on a line of its own."""
    lines, found = text.splitlines(), list[str]()
    for place, line in enumerate(lines):
        below = lines[place + 1] if place + 1 < len(lines) else ""
        if line and below and set(below) == {"-"}:
            found.append(f"## {line}")
        elif line and set(line) == {"-"}:
            found.append("")
        elif line and set(line) == {"="}:
            found.append("---\n")
        else:
            found.append(f"- {line.strip()}" if line else "")
    return "\n".join(found) + "\n"


def _write(path: Path, text: str, _collection: Collection) -> Path:
    from core.store.files import explain_os_errors, write_text

    with explain_os_errors(path):
        write_text(path, as_markdown(text) if path.suffix.lower() == ".md" else text)
    return path
