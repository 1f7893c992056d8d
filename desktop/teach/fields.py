"""The plain fields of a recipe's settings: each shows what the draft holds and puts in what is changed."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from desktop.teach.draft import Draft
from desktop.teach.settings import Setting
from desktop.theme import look
from desktop.widgets import label

WHOLE_PX, REAL_PX, LIST_PX, TEXT_PX = 62, 62, 130, 150


class Cell(QWidget):
    """A setting with its words before it and its unit behind it; gone where it does not matter."""

    entered = Signal(object)
    """The Setting that the keyboard or the mouse has come to."""

    def __init__(self, parent: QWidget, setting: Setting, draft: Draft) -> None:
        super().__init__(parent)
        self.setting, self._draft = setting, draft
        self._showing = False
        self.editor = self._make()
        small(self.editor)
        self.editor.setAccessibleName(setting.words.strip() or setting.name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, look().px(8), 0)
        row.setSpacing(6)
        if not isinstance(self.editor, QCheckBox):
            said = label(setting.words, 12, tone="text2")
            said.setBuddy(self.editor)
            row.addWidget(said)
        row.addWidget(self.editor)
        if setting.unit and not isinstance(self.editor, QCheckBox):
            row.addWidget(label(setting.unit, 12, tone="text2"))

    def _make(self) -> QSpinBox | QComboBox | QCheckBox | QLineEdit:
        setting = self.setting
        if setting.kind == "whole":
            whole = Spin()
            whole.setRange(int(setting.low), int(setting.high))
            whole.setSpecialValueText(setting.zero if not setting.low else "")
            whole.setKeyboardTracking(False)
            whole.setFixedWidth(look().px(WHOLE_PX + (14 if setting.high > 9999 else 0)))
            whole.valueChanged.connect(self._put_whole)
            return whole
        if setting.kind == "choice":
            choice = QComboBox()
            for value, said in zip(setting.choices, setting.said, strict=True):
                choice.addItem(said, value)
            choice.activated.connect(self._put_choice)
            return choice
        if setting.kind == "switch":
            switch = QCheckBox(setting.words)
            switch.clicked.connect(self._put_switch)
            return switch
        line = QLineEdit()
        wide = {"list": LIST_PX, "text": TEXT_PX}.get(setting.kind, REAL_PX)
        line.setFixedWidth(look().px(wide))
        line.setPlaceholderText(setting.zero)
        line.textEdited.connect(self._put_text)
        return line

    # What the draft holds

    def show_draft(self, *, more: bool) -> None:
        """Also whether it matters, and what it was in what was started from."""
        draft, setting = self._draft, self.setting
        self.setVisible(setting.matters(draft.recipe) and (more or not setting.rare or self._is_own()))
        bad = setting.name in draft.problems
        _mark(self.editor, bad=bad)
        if (not bad and not self.editor.hasFocus()) or self._value() != draft.get(setting.name):
            self._show(draft.get(setting.name), keep=bad)
        usual = say(setting, draft.of_base(setting.name))
        tip = self.tr("{}. {} has {}.").format(
            setting.help.rstrip("."), draft.base.title or draft.base.name, usual
        )
        self.editor.setToolTip(draft.problems.get(setting.name) or tip)
        self.setToolTip(tip)

    def _is_own(self) -> bool:
        return bool(self._draft.get(self.setting.name) != self._draft.of_base(self.setting.name))

    def _show(self, value: object, *, keep: bool) -> None:
        self._showing = True
        if isinstance(self.editor, QSpinBox):
            self.editor.setValue(int(value))  # type: ignore[call-overload]
        elif isinstance(self.editor, QComboBox):
            self.editor.setCurrentIndex(max(self.editor.findData(value), 0))
        elif isinstance(self.editor, QCheckBox):
            self.editor.setChecked(bool(value))
        elif not keep:
            self.editor.setText(write(self.setting, value))
        self._showing = False

    def _value(self) -> object:
        if isinstance(self.editor, QSpinBox):
            return self.editor.value()
        if isinstance(self.editor, QComboBox):
            return self.editor.currentData()
        if isinstance(self.editor, QCheckBox):
            return self.editor.isChecked()
        try:
            return read(self.setting, self.editor.text())
        except ValueError:
            return None

    # What a person changes

    @Slot(int)
    def _put_whole(self, value: int) -> None:
        self._put(value)

    @Slot(int)
    def _put_choice(self, _place: int) -> None:
        assert isinstance(self.editor, QComboBox)
        self._put(self.editor.currentData())

    @Slot(bool)
    def _put_switch(self, on: bool) -> None:
        self._put(on)

    @Slot(str)
    def _put_text(self, text: str) -> None:
        try:
            value = read(self.setting, text)
        except ValueError as error:
            self._draft.refuse(self.setting.name, str(error))
            return
        self._put(value)

    def _put(self, value: object) -> None:
        draft, name = self._draft, self.setting.name
        if not self._showing and (value != draft.get(name) or name in draft.problems):
            draft.put(name, value)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit(self.setting)


class Spin(QSpinBox):
    """Says its numbers as its neighbours do; the wheel only turns it when it has the keyboard."""

    def wheelEvent(self, event) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def small(widget: QWidget) -> None:
    """As inputs in panes are."""
    widget.setProperty("kind", "small")
    widget.setFont(look().font(12))


def _mark(editor: QWidget, *, bad: bool) -> None:
    if bool(editor.property("bad")) != bad:
        editor.setProperty("bad", bad)
        editor.style().unpolish(editor)
        editor.style().polish(editor)


# Values and their text


def read(setting: Setting, text: str) -> object:
    """Raises ValueError with a sentence."""
    text = text.strip()
    if setting.kind == "text":
        if not text:
            raise ValueError(_say("{} is empty.").format(setting.words))
        return text
    if setting.kind == "list":
        return _read_list(setting, text)
    if not text and setting.zero:
        return 0.0
    return _number(setting, text)


def _read_list(setting: Setting, text: str) -> list[object]:
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if not parts:
        raise ValueError(_say("{} holds one at least.").format(setting.words))
    if setting.name in ("writer.named", "head.kernels"):
        odd = [part for part in parts if setting.name == "head.kernels" and part not in ("linear", "rbf")]
        if odd:
            raise ValueError(_say("Kernels are linear and rbf, not {}.").format(odd[0]))
        return list(parts)
    values = [_number(setting, part) for part in parts]
    if setting.name == "head.strengths" and min(values) <= 0:
        raise ValueError(_say("{} are above 0.").format(setting.words))
    return list(values)


def _number(setting: Setting, text: str) -> float:
    try:
        value = float(text.replace(",", "."))
    except ValueError:
        raise ValueError(
            _say("{} is a number, not {}.").format(setting.words, text or _say("nothing"))
        ) from None
    if not setting.low <= value <= setting.high:
        raise ValueError(
            _say("{} lies between {} and {}.").format(setting.words, f"{setting.low:g}", f"{setting.high:g}")
        )
    if setting.name == "encoder.window_s" and 0 < value < 0.1:
        raise ValueError(_say("An excerpt lasts 0.1 s at least."))
    return value


def write(setting: Setting, value: object) -> str:
    if isinstance(value, list):
        return ", ".join(part if isinstance(part, str) else f"{part:g}" for part in value)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return "" if not value and setting.zero else _plain(float(value))
    return str(value)


def _plain(value: float) -> str:
    """1e-5 rather than 1e-05; short where nothing is lost."""
    short = f"{value:g}"
    exact = short if float(short) == value else repr(value)
    return exact.replace("e-0", "e-").replace("e+0", "e")


def say(setting: Setting, value: object) -> str:
    """In a sentence: with unit, a choice by its words."""
    if setting.kind == "choice":
        return dict(zip(setting.choices, setting.said, strict=True)).get(str(value), str(value))
    if setting.kind == "switch":
        return _say("yes") if value else _say("no")
    if not value and setting.zero:
        return setting.zero
    said = write(setting, value)
    return f"{said} {setting.unit}".strip()


def _say(text: str) -> str:
    from PySide6.QtCore import QCoreApplication

    return QCoreApplication.translate("Teach", text)
