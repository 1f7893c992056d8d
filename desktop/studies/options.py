"""What can be chosen before a study is begun: how thorough, which encoders, seeds, labels, tracks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QMenu, QSpinBox, QWidget

from desktop import words
from desktop.theme import look
from desktop.widgets import Button, label

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from core.studies import StudyRequest
    from desktop.studies.read import Opened

MOST_SEEDS = 20
TYPING_MS = 600
QUERY_PX = 110


class Options(QWidget):
    changed = Signal()
    """Another request is wanted: see `request`."""

    def __init__(self) -> None:
        super().__init__()
        self._opened: Opened | None = None
        self._sound = ""
        """The text of the study as it comes."""
        self._is_filling = False
        self.version = QComboBox()
        self.encoders = Button(self.tr("Encoders"), "small")
        self.menu = QMenu(self.encoders)
        self.seeds = QSpinBox()
        self.field = QComboBox()
        self.query = QLineEdit()
        self._pause = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._build()
        self._pause.timeout.connect(self._tell)
        self.version.currentIndexChanged.connect(self._tell)
        self.field.currentIndexChanged.connect(self._tell)
        self.seeds.valueChanged.connect(self._wait)
        self.query.textEdited.connect(self._wait)
        self.query.returnPressed.connect(self._tell)
        self.encoders.setMenu(self.menu)

    def _build(self) -> None:
        tr = self.tr
        self.version.addItem(tr("Sound"), "sound")
        self.version.addItem(tr("Quick"), "quick")
        self.version.setToolTip(
            tr("Quick: one seed, few epochs, no maps. It tells whether the study will go, not what is true.")
        )
        self.field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.seeds.setRange(1, MOST_SEEDS)
        self.seeds.setToolTip(tr("Each seed is another start of the same training: 0, 1, 2 and so on"))
        self.query.setPlaceholderText(tr("all tracks"))
        self.query.setToolTip(tr("Only the tracks that this query finds, such as year:1950..1965"))
        self.query.setMaximumWidth(look().px(QUERY_PX))
        self.encoders.setToolTip(tr("Which encoders take part"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        named = (
            (tr("Version"), self.version),
            ("", self.encoders),
            (tr("Seeds"), self.seeds),
            (tr("Field"), self.field),
            (tr("Tracks"), self.query),
        )
        for name, widget in named:
            widget.setProperty("kind", "small")
            if name:
                words_ = label(name, 12, tone="text2")
                words_.setBuddy(widget)
                widget.setAccessibleName(name)
                row.addWidget(words_)
                if widget is self.field:
                    self._field_words = words_
            row.addWidget(widget)
        row.addStretch(1)

    def show_study(self, opened: Opened, fields: tuple[str, ...], sound: str) -> None:
        """`sound` is the text of the study as it comes; empty where it has no quick version."""
        self._is_filling = True
        self._opened, self._sound = opened, sound
        request, study = opened.request, opened.study
        self.version.setEnabled(bool(sound))
        self.version.setCurrentIndex(1 if sound and request.study != sound else 0)
        self.seeds.setValue(len(request.seeds or study.seeds))
        self.field.clear()
        self.field.addItem(self.tr("as it comes"), "")
        for name in fields:
            self.field.addItem(name, name)
        self.field.setCurrentIndex(max(self.field.findData(request.field), 0))
        for widget in (self.field, self._field_words):
            widget.setVisible(opened.task != "caption")
        self.query.setText(request.query)
        self._fill_menu(opened)
        self._is_filling = False

    def _fill_menu(self, opened: Opened) -> None:
        self.menu.clear()
        wanted = opened.request.encoders
        for name, title, ready in opened.encoders:
            action = self.menu.addAction(title if ready else self.tr("{} (not here)").format(title))
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(name in wanted if wanted else True)
            action.toggled.connect(self._wait)
        self._count()

    def ticks(self) -> list[QAction]:
        return self.menu.actions()

    def _count(self) -> None:
        ticks = self.ticks()
        chosen = sum(tick.isChecked() for tick in ticks)
        said = self.tr("Encoders: {} of {}").format(words.number(chosen), words.number(len(ticks)))
        self.encoders.setText(said)
        self.encoders.setAccessibleName(said)

    @Slot()
    def _wait(self) -> None:
        self._count()
        if not self._is_filling:
            self._pause.start()

    @Slot()
    def _tell(self) -> None:
        self._pause.stop()
        if not self._is_filling and self._opened is not None:
            self.changed.emit()

    def halt(self) -> None:
        self._pause.stop()

    def request(self) -> StudyRequest:
        """As it is set up now; raises RequestProblem for what makes no sense."""
        from core.studies import StudyRequest, read_study, write_study
        from core.studies.quick import quick

        assert self._opened is not None
        text = self._sound or self._opened.request.study
        was_quick = self._opened.request.study != text
        study = read_study(text)
        is_quick = bool(self._sound) and self.version.currentData() == "quick"
        if is_quick:
            study = quick(study)
            text = write_study(study)
        count = self.seeds.value()
        if is_quick != was_quick:  # the other version has seeds of its own
            count = len(study.seeds)
        usual = study.seeds if count == len(study.seeds) else tuple(range(count))
        ticks = self.ticks()
        chosen = tuple(str(tick.data()) for tick in ticks if tick.isChecked())
        return StudyRequest(
            text,
            () if usual == study.seeds else usual,
            () if len(chosen) == len(ticks) else chosen,
            self.query.text().strip(),
            self.field.currentData() or "",
            self._opened.request.out,
        )
