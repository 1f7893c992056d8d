"""Figures that others have reported for what a recipe does, with their protocol. Read in the background."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from core.recipes.recipe import Recipe
    from core.studies.published import Column, Published, Row

MOST = 3
METRICS = {
    "classify": ("accuracy",),
    "tag": ("macro_roc_auc", "macro_average_precision"),
    "regress": ("r2",),
    "caption": ("cider_d", "rouge_l", "bleu_1"),
}
NAMES = {
    "accuracy": "",
    "macro_roc_auc": "ROC-AUC",
    "macro_average_precision": "mAP",
    "r2": "R²",
    "cider_d": "CIDEr-D",
    "rouge_l": "ROUGE-L",
    "bleu_1": "BLEU-1",
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("Teach", text)


def read_published(recipe: Recipe) -> str:
    """In a sentence or two; empty where nobody has reported anything alike."""
    from core.studies.published import list_published

    ranked = sorted(_found(recipe, list_published()), key=lambda found: -found[0])
    if not ranked or (recipe.data.field not in ("genre", "tag") and recipe.task == "classify"):
        return ""
    said, seen = list[str](), set[str]()
    for _, table, row, column in ranked:
        key = f"{row.name} {column.data} {column.metric}"
        if key not in seen and len(said) < MOST:
            seen.add(key)
            said.append(_one(table, row, column))
    judge = _tr("Other music, other labels: judge the recipe by these, not your result.")
    return f"{' '.join(said)} {escape(judge)}"


def _found(recipe: Recipe, tables: tuple[Published, ...]) -> list[tuple[int, Published, Row, Column]]:
    """Those with the same ear first, then those that were taught in the same way."""
    found = []
    wanted = METRICS[recipe.task]
    for table in tables:
        for column in table.columns:
            if column.metric not in wanted[:1] or column.part != "test":
                continue
            for row in table.rows:
                if column.name in row.values:
                    alike = 4 * (bool(row.encoder) and row.encoder == recipe.encoder.name)
                    alike += 2 * (row.tune == recipe.encoder.tune) + (column.split == recipe.data.split != "")
                    if alike >= 4 or recipe.task == "caption":
                        found.append((alike, table, row, column))
    return found


def _one(table: Published, row: Row, column: Column) -> str:
    value = row.values[column.name]
    figure = f"{value:g}\u00a0%" if column.unit == "%" else f"{value:g}"
    metric = NAMES.get(column.metric, column.metric)
    about = [column.data, column.split or _tr("split not stated")]
    about += [_tr("{} tracks").format(f"{column.n:,}")] if column.n else []
    about += (
        [{"frozen": _tr("frozen"), "whole": _tr("fine-tuned"), "lora": "LoRA"}[row.tune]] if row.tune else []
    )
    return f"{escape(row.name)} <b>{escape(f'{metric} {figure}'.strip())}</b> ({escape(', '.join(about))})."
