"""All that is known of one encoder: its card in words, what it has encoded here, what a check found."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from core.embedding import SetInfo
from core.encoders import BuiltIn, Card, Local
from core.encoders.weights import own_folder
from desktop import words
from desktop.encoders.model import Row
from desktop.theme import look
from desktop.widgets import IconLabel, clear, label


@dataclass(frozen=True)
class Finding:
    """Of a check, as the child process says it."""

    name: str
    ok: bool
    sentence: str


class Details(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._rows.setSpacing(8)

    def show_row(self, row: Row | None, findings: tuple[Finding, ...] = ()) -> None:
        clear(self._rows)
        if row is None:
            return
        self._rows.addWidget(label(row.card.title, 15, bold=True, wrap=True))
        self._rows.addWidget(_text(row.card.hears))
        if findings:
            self._rows.addWidget(self._make_findings(findings))
        self._rows.addWidget(self._make_facts(row))
        self._rows.addStretch(1)

    def _make_facts(self, row: Row) -> QWidget:
        facts = QWidget()
        grid = QGridLayout(facts)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, look().px(72))
        grid.setColumnStretch(1, 1)
        said = {name: text for name, text in self._facts(row).items() if text}
        for line, (name, text) in enumerate(said.items()):
            grid.addWidget(label(name, 12, tone="text2"), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_text(text), line, 1)
        return facts

    def _facts(self, row: Row) -> dict[str, str]:
        card, tr = row.card, self.tr
        return {
            tr("Name"): card.name,
            tr("Takes"): tr("excerpts of {} s at {} Hz").format(
                f"{card.window_s:.3g}", words.number(card.rate_hz)
            ),
            tr("Gives"): self._gives(card),
            tr("Licence"): card.licence,
            tr("Weights"): self._weights(row),
            tr("Encoded"): "\n".join(self._set(found) for found in row.sets if found.tracks),
            tr("Text"): tr("Can be asked with words.") if card.text else "",
            tr("Tags"): ", ".join(card.tags),
            tr("Values"): ", ".join(card.dimensions),
        }

    def _gives(self, card: Card) -> str:
        values = self.tr("{} values").format(words.number(card.dimension))
        if len(card.layers) == 1:
            return values
        usual = card.layers[card.usual_layer]
        return self.tr("{} in each of {} layers, {} to {}; usually {}").format(
            values, len(card.layers), card.layers[0], card.layers[-1], usual
        )

    def _weights(self, row: Row) -> str:
        card = row.card
        if isinstance(card.source, BuiltIn):
            return self.tr("needs none")
        if row.item.ready or isinstance(card.source, Local):
            return row.item.reason
        return self.tr("not here; they go to {}").format(own_folder(card))

    def _set(self, found: SetInfo) -> str:
        layers = (
            self.tr("1 layer") if len(found.layers) == 1 else self.tr("{} layers").format(len(found.layers))
        )
        excerpts = self.tr("excerpts of {} s").format(f"{found.window_s:.3g}")
        return ", ".join((words.tracks(found.tracks), layers, excerpts, words.size(found.size_bytes)))

    def _make_findings(self, findings: tuple[Finding, ...]) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(2, 1)
        for line, finding in enumerate(findings):
            sign = IconLabel("check", "good") if finding.ok else IconLabel("warning", "warn")
            sign.setAccessibleName(self.tr("holds") if finding.ok else self.tr("does not hold"))
            grid.addWidget(sign, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label(finding.name, 12), line, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_text(finding.sentence, "text2"), line, 2)
        return table


def _text(text: str, tone: str = "text") -> QWidget:
    result = label(text, 12, tone="text2" if tone == "text2" else "text", wrap=True)
    result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return result
