"""At the right: what the texts of a run are worth, beside what can be said without listening."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from core.errors import KnownError
from core.messages import channel
from desktop import words
from desktop.captions.axis import Axis
from desktop.captions.sheet import ScoreLine, Sheet, Variety, read_sheet
from desktop.theme import look
from desktop.widgets import Button, Elided, IconLabel, clear, heading, label, rule, scroller

if TYPE_CHECKING:
    from desktop.captions.reading import WritingRun
    from desktop.kit import Kit


def _tr(text: str) -> str:
    return QCoreApplication.translate("CaptionScores", text)


class ScoresPanel(QWidget):
    repeated_wanted = Signal()
    compare_wanted = Signal()
    methods_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        tr = self.tr
        self.run: int | None = None
        self.sheet: Sheet | None = None
        self._asked = 0
        self._is_stale = False
        self.setAccessibleName(tr("Scores"))
        self.title = heading(tr("Scores"))
        self.quiet = Elided("", 12)
        self.repeated: Button | None = None
        self.compare = Button(tr("Compare runs"), "small", tip=tr("On the page Results"))
        tip = tr("All that others need to get the same figures (Ctrl+Shift+D)")
        self.methods = Button(tr("Methods sheet…"), "small", icon_name="log", tip=tip)
        self._body = QWidget()
        self._rows = QVBoxLayout(self._body)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._build()
        self.compare.clicked.connect(self.compare_wanted)
        self.methods.clicked.connect(self.methods_wanted)
        self._show_nothing()

    def _build(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(12, 9, 8, 9)
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addWidget(self.quiet, 1)
        rows.addLayout(head)
        rows.addWidget(rule())
        area = scroller(self._body)
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        area.setAccessibleName(self.tr("Scores"))
        rows.addWidget(area, 1)
        rows.addWidget(rule())
        foot = QHBoxLayout()
        foot.setContentsMargins(8, 8, 8, 8)
        foot.addWidget(self.compare)
        foot.addStretch(1)
        foot.addWidget(self.methods)
        rows.addLayout(foot)

    # What is shown

    def show_run(self, run: WritingRun | None, kit: Kit) -> None:
        if run is None:
            self.forget()
            return
        if run.run == self.run and not self._is_stale:
            return
        self.run, self._is_stale = run.run, False
        self._asked += 1
        done, failed = partial(self._came, self._asked), partial(self._failed, self._asked)
        kit.workspace.look(partial(read_sheet, run.run), done, failed)

    def look_again(self) -> None:
        """What is shown may no longer be true; it is read anew when a run is shown next."""
        self._is_stale = True

    def _came(self, asked: int, sheet: Sheet) -> None:
        if asked == self._asked and sheet != self.sheet:
            self.sheet = sheet
            self._fill(sheet)

    def _failed(self, asked: int, error: Exception) -> None:
        if not isinstance(error, KnownError):
            channel.failure(error)
        elif asked == self._asked:
            self.sheet = None
            self._show_nothing(str(error))

    def forget(self) -> None:
        self._asked += 1
        self.run = self.sheet = None
        self._show_nothing()

    def _show_nothing(self, why: str = "") -> None:
        clear(self._rows)
        self.repeated = None
        self.quiet.show_text("")
        said = why or self.tr("No run has learnt to write yet. Its texts of the test tracks are scored here.")
        self._add(_note(said))
        self._rows.addStretch(1)
        self.compare.setEnabled(False)
        self.methods.setEnabled(False)

    def _fill(self, sheet: Sheet) -> None:
        clear(self._rows)
        tr = self.tr
        self.repeated = None
        self.compare.setEnabled(True)
        self.methods.setEnabled(True)
        tracks = tr("1 test track with human text") if sheet.tracks == 1 else tr(
            "{} test tracks with human text").format(words.number(sheet.tracks))  # fmt: skip
        self.quiet.show_text(tr("run {} · {}").format(sheet.run, tracks))
        if not sheet.lines:
            self._add(_note(tr("Run {} has no scores: it has not ended, or no test track has a human text.")
                            .format(sheet.run)))  # fmt: skip
        for line in sheet.lines:
            self._add(ScoreRow(line))
        if sheet.variety is not None:
            self._add(self._variety(sheet.variety, sheet))
        self._add(self._notes(sheet))
        self._rows.addStretch(1)

    def _add(self, widget: QWidget) -> None:
        self._rows.addWidget(widget)
        self._rows.addWidget(rule())

    def _variety(self, found: Variety, sheet: Sheet) -> QWidget:
        tr = self.tr
        holder, rows = _holder()
        head = QHBoxLayout()
        head.addWidget(label(tr("Variety"), 12, bold=True))
        head.addStretch(1)
        head.addWidget(label(_of(found.different, found.texts), 12, bold=True))
        rows.addLayout(head)
        said = tr("{} texts are different").format(_of(found.different, found.texts))
        if found.most > 1:
            said = tr("{}; one text was written for {} tracks").format(said, words.number(found.most))
        human = tr("Human texts: {}.").format(_of(found.human_different, found.human))
        rows.addWidget(label(f"{said}. {human}", 12, tone="text2", wrap=True))
        self.repeated = Button(tr("Show repeated texts"), "small")
        self.repeated.setEnabled(sheet.kept_repeated)
        why = tr("No text of this run that is kept was written for several tracks")
        self.repeated.setToolTip("" if sheet.kept_repeated else why)
        self.repeated.clicked.connect(self.repeated_wanted)
        rows.addWidget(self.repeated, 0, Qt.AlignmentFlag.AlignLeft)
        return holder

    def _notes(self, sheet: Sheet) -> QWidget:
        tr = self.tr
        holder, rows = _holder()
        rows.addWidget(_small(tr(
            "Floors. Constant: the one training text that fits best everywhere. Random: another track’s "
            "human text. Nearest: the text of the training track that sounds most like it. Shuffled: this "
            "run’s own text of another track. A score is above them where its whole 95 % interval is."
        )))  # fmt: skip
        for said in lacking_words(sheet):
            rows.addWidget(_small(said))
        rows.addWidget(self._published(sheet))
        return holder

    def _published(self, sheet: Sheet) -> QWidget:
        tr = self.tr
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(label(tr("Published, on MusicCaps"), 11, bold=True), 0, 0)
        names = list(dict.fromkeys(name for quoted in sheet.quoted for name, _ in quoted.values))
        for column, name in enumerate(names, 1):
            grid.addWidget(
                label(score_title(name, ""), 11, tone="text2"), 0, column, Qt.AlignmentFlag.AlignRight
            )
        for row, quoted in enumerate(sheet.quoted, 1):
            grid.addWidget(Elided(quoted.name, 11), row, 0)
            for name, value in quoted.values:
                figure = label(words.number(value, ".3f"), 11, tone="text2")
                grid.addWidget(figure, row, 1 + names.index(name), Qt.AlignmentFlag.AlignRight)
        protocol = _small(tr(
            "2,858 other clips, other texts and other tools: they stand apart and are not to be compared "
            "with those above."
        ))  # fmt: skip
        protocol.setToolTip(sheet.protocol)
        grid.addWidget(protocol, grid.rowCount(), 0, 1, 1 + len(names))
        return holder


class ScoreRow(QWidget):
    """A score with its interval, whether it is above the floors, and where they lie."""

    def __init__(self, line: ScoreLine) -> None:
        super().__init__()
        self.line = line
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 8, 12, 6)
        rows.setSpacing(0)
        title, interval, lost = score_title(line.name, line.about), self._interval(), line.lost_to
        self._head, self._below = QHBoxLayout(), QHBoxLayout()
        self._head.setSpacing(8)
        self._head.addWidget(label(title, 12, bold=True))
        self._head.addWidget(label(figure_words(line, line.value), 12, bold=True))
        self._head.addWidget(label(interval, 12, tone="text2"))
        self._head.addStretch(1)
        verdict = _tr("not above floors") if lost else _tr("above all floors")
        self._verdict = QWidget()
        said = QHBoxLayout(self._verdict)
        said.setContentsMargins(0, 0, 0, 0)
        said.setSpacing(5)
        said.addWidget(IconLabel("warning" if lost else "check", "warn" if lost else "good", 13))
        said.addWidget(label(verdict, 12, tone="warn" if lost else "good"))
        self._head.addWidget(self._verdict)
        if not line.floors:
            self._verdict.hide()
        rows.addLayout(self._head)
        rows.addLayout(self._below)
        rows.addWidget(Axis(line, floor_names(), ".2f" if line.name in SHARES else ".3f"))
        self.setToolTip(self._tip(lost))
        floors = ", ".join(f"{floor_names().get(n, n)} {figure_words(line, v)}" for n, v in line.floors)
        told = f"{title}: {figure_words(line, line.value)}, {interval}; {verdict}. {floors}"
        self.setAccessibleName(told)
        self._is_wide = True

    def minimumSizeHint(self) -> QSize:
        return QSize(look().px(160), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the verdict has no room beside the figures, it stands below them."""
        super().resizeEvent(event)
        beside = self._head if self._is_wide else self._below
        others = self._head.sizeHint().width() + (
            0 if self._is_wide else self._verdict.sizeHint().width() + 8
        )
        is_wide = others <= self.width() - 24
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            beside.removeWidget(self._verdict)
            (self._head if is_wide else self._below).addWidget(self._verdict, 0, Qt.AlignmentFlag.AlignLeft)

    def _interval(self) -> str:
        line = self.line
        if line.low is None or line.high is None:
            return _tr("no interval")
        return f"{figure_words(line, line.low).removesuffix(' %')}–{figure_words(line, line.high)}"

    def _tip(self, lost: tuple[str, ...]) -> str:
        parts = [_tr("Of {}. The bar is the 95 % interval.").format(words.tracks(self.line.n))]
        if lost:
            names = ", ".join(floor_names().get(name, name) for name in lost)
            parts.append(_tr("Not above: {}").format(names))
        return "\n".join([*parts, self.line.method])


SHARES = ("recall_at_10", "attribute_accuracy")


def figure_words(line: ScoreLine, value: float) -> str:
    if line.name in SHARES:
        return f"{words.number(100 * value, '.1f')} %"
    return words.number(value, ".3f")


def floor_names() -> dict[str, str]:
    return {
        "constant caption": _tr("constant"),
        "random caption": _tr("random"),
        "nearest caption": _tr("nearest"),
        "shuffled audio": _tr("shuffled"),
    }


def score_title(name: str, about: str) -> str:
    titles = {
        "cider_d": "CIDEr-D",
        "bleu_1": "BLEU-1",
        "bleu_4": "BLEU-4",
        "rouge_l": "ROUGE-L",
        "recall_at_10": _tr("Own track among 10"),
        "attribute_accuracy": _tr("Names the {}").format(about),
        "attribute_micro_f1": _tr("Names each {} (F1)").format(about),
    }
    return titles.get(name, name)


def lacking_words(sheet: Sheet) -> list[str]:
    """Why a score that somebody may look for is not there."""
    said = [
        _tr("METEOR is not shown: its synonyms come from a dictionary that is not part of Soundings."),
        _tr("BERTScore and SPICE are not shown: each needs a model of its own, and other versions of it "
            "give other figures."),
    ]  # fmt: skip
    there = {line.about for line in sheet.lines if line.about}
    why = _tr("Whether the {} is named is not shown: no test track has one that counts.")
    return [*said, *(why.format(field) for field in sheet.named if sheet.lines and field not in there)]


def _of(some: int, whole: int) -> str:
    return _tr("{} of {}").format(words.number(some), words.number(whole))


def _holder() -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    rows = QVBoxLayout(holder)
    rows.setContentsMargins(12, 10, 12, 10)
    rows.setSpacing(6)
    return holder, rows


def _small(text: str) -> QWidget:
    return label(text, 11, tone="text2", wrap=True)


def _note(text: str) -> QWidget:
    holder, rows = _holder()
    rows.addWidget(label(text, 12, tone="text2", wrap=True))
    return holder
