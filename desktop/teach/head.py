"""What is put behind the encoder or writes captions, and how it is trained."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from core.recipes.recipe import Task
from desktop.neighbours.segments import Segments
from desktop.teach.draft import Draft
from desktop.teach.fields import say
from desktop.teach.section import Section
from desktop.teach.settings import is_caption, is_solved, learns_along, settings
from desktop.teach.start import is_published
from desktop.widgets import Button, label

MOST_NAMED = 5


class HeadSection(Section):
    def __init__(self, parent: QWidget, draft: Draft) -> None:
        super().__init__(parent, self.tr("Head"), draft, "head.")
        tr = self.tr
        self.kind = Segments(
            tr("Head"),
            {
                "linear": (tr("Linear"), tr("One layer, learnt step by step")),
                "mlp": (tr("One hidden layer"), tr("A small network, learnt step by step")),
                "logistic": (tr("Logistic"), tr("Solved at once; of numbers: ridge")),
                "svm": (tr("SVM"), tr("Support vectors, solved at once")),
            },
        )
        self.add_line(self.kind)
        self.end()
        self.kind.chosen.connect(self._put_kind)

    def show_draft(self) -> None:
        super().show_draft()
        recipe = self.draft.recipe
        self.setVisible(recipe.task is not Task.CAPTION)
        self.kind.show_chosen(self.draft.get("head.kind"))
        self.kind.buttons["logistic"].setText(
            self.tr("Ridge") if recipe.task is Task.REGRESS else self.tr("Logistic")
        )
        for key in ("logistic", "svm"):
            self.kind.buttons[key].setVisible(not learns_along(recipe))

    @Slot(str)
    def _put_kind(self, key: str) -> None:
        self.draft.put("head.kind", key)


class WriterSection(Section):
    def __init__(self, parent: QWidget, draft: Draft) -> None:
        super().__init__(parent, self.tr("Writer"), draft, "writer.")
        self.end()

    def show_draft(self) -> None:
        super().show_draft()
        self.setVisible(is_caption(self.draft.recipe))


class TrainingSection(Section):
    """Also what was published, and the way back to it."""

    def __init__(self, parent: QWidget, draft: Draft) -> None:
        super().__init__(parent, self.tr("Training"), draft, "training.")
        self.published = label(size=12, tone="text2", wrap=True)
        self.back = Button(self.tr("Use these values"), "flat")
        self.back.setProperty("link", True)
        self.back.clicked.connect(draft.use_base)
        self.end()
        self.rows.insertWidget(self.rows.count() - 1, self.published)
        self.rows.insertWidget(self.rows.count() - 1, self.add_line(self.back))

    def show_draft(self) -> None:
        super().show_draft()
        self.name.setText(self.tr("Training") if not is_solved(self.draft.recipe) else self.tr("Solved"))
        said = self._published()
        self.published.setText(said)
        self.published.setVisible(bool(said))
        self.back.setVisible(bool(said))

    def _words(self) -> dict[str, str]:
        """Of settings that have fields of their own kind."""
        tr = self.tr
        return {
            "encoder.name": tr("encoder"),
            "encoder.tune": tr("tuned"),
            "encoder.layer": tr("layer"),
            "head.kind": tr("head"),
            "data.shares": tr("shares"),
            "data.together": tr("kept together"),
        }

    def _published(self) -> str:
        """Where the draft differs from what it started from, as that has it."""
        draft, known = self.draft, {one.name: one for one in settings()}
        differs = draft.differs()
        changed = [name for name in differs if name in known and known[name].matters(draft.base)]
        others = [name for name in differs if name not in known]
        named = [
            f"{known[name].words.partition(',')[0].strip().lower()} {say(known[name], draft.of_base(name))}"
            for name in changed[:MOST_NAMED]
        ]
        words = self._words()
        named += [f"{words[name]} {_text(draft.of_base(name))}" for name in others if name in words]
        if not named:
            return ""
        rest = len(changed) - MOST_NAMED
        more = self.tr(" and {} more").format(rest) if rest > 0 else ""
        whose = self.tr("Published") if is_published(draft.base) else self.tr("Started from")
        return f"{whose}: {', '.join(named)}{more}."


def _text(value: object) -> str:
    if isinstance(value, list):
        return "/".join(f"{part:g}" if isinstance(part, float) else str(part) for part in value) or "–"
    return str(value)
