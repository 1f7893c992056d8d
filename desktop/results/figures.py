"""What the page of results calls figures, tasks, controls and states, and how it writes their values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop import words

if TYPE_CHECKING:
    from core.runs.shown import Figure

SHARES = frozenset(
    {"accuracy", "top_k_accuracy", "balanced_accuracy", "macro_f1", "weighted_f1", "calibration_error",
     "precision", "recall", "f1", "recall_at_1", "recall_at_5", "recall_at_10"}
)  # fmt: skip
"""Said in per cent; everything else as it is."""
CONSTANT = ("majority", "prior", "mean", "constant_caption")
"""What is said without listening, by any task: the line of chance."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Results", text)


def figure_words(name: str) -> str:
    """`Macro F1`; a name that is not known, without its underlines."""
    known = {
        "loss": _tr("Loss"),
        "pieces": _tr("Right pieces of words"),
        "accuracy": _tr("Accuracy"),
        "macro_f1": _tr("Macro F1"),
        "weighted_f1": _tr("Weighted F1"),
        "balanced_accuracy": _tr("Balanced accuracy"),
        "top_k_accuracy": _tr("Among the likeliest"),
        "calibration_error": _tr("Calibration error"),
        "log_loss": _tr("Log loss"),
        "brier": _tr("Brier"),
        "macro_roc_auc": _tr("ROC-AUC"),
        "micro_roc_auc": _tr("ROC-AUC of all pairs"),
        "macro_average_precision": _tr("mAP"),
        "micro_average_precision": _tr("Precision of all pairs"),
        "r2": _tr("R²"),
        "mae": _tr("Mean error"),
        "rmse": _tr("Root of squared error"),
        "pearson": _tr("Correlation"),
        "spearman": _tr("Correlation of ranks"),
        "concordance": _tr("Concordance"),
        "cider_d": _tr("CIDEr-D"),
        "rouge_l": _tr("ROUGE-L"),
        "bleu_1": _tr("BLEU-1"),
        "bleu_2": _tr("BLEU-2"),
        "bleu_3": _tr("BLEU-3"),
        "bleu_4": _tr("BLEU-4"),
        "recall_at_1": _tr("Found at once"),
        "recall_at_5": _tr("Found among 5"),
        "recall_at_10": _tr("Found among 10"),
        "median_rank": _tr("Middle rank"),
        "mean_reciprocal_rank": _tr("Mean of 1 / rank"),
    }
    return known.get(name) or name.replace("_", " ").capitalize()


def heading(name: str) -> str:
    """With its unit: `Accuracy %`."""
    return f"{figure_words(name)} %" if name in SHARES else figure_words(name)


def shown(name: str, value: float) -> float:
    return value * 100 if name in SHARES else value


def value_words(name: str, value: float | None) -> str:
    """`72.0`, or `0.873`; empty where there is none."""
    if value is None:
        return ""
    return signed(words.number(shown(name, value), ",.1f" if name in SHARES else _form(value)))


def interval_words(name: str, figure: Figure | None) -> str:
    """`67.7–75.9`; where a side is below nought, in words."""
    if figure is None or figure.low is None or figure.high is None:
        return ""
    low, high = value_words(name, figure.low), value_words(name, figure.high)
    return f"{low}–{high}" if figure.low >= 0 else _tr("{} to {}").format(low, high)


def signed(text: str) -> str:
    """With a true minus, which nought does not have."""
    if not text.strip("-0.,"):
        text = text.removeprefix("-")
    return text.replace("-", "\N{MINUS SIGN}")


def _form(value: float) -> str:
    return ",.1f" if abs(value) >= 10 else ",.3f"


def task_words(task: str, field: str) -> str:
    """What runs of one kind do: they share an axis."""
    known = {
        "classify": _tr("Classify {}"),
        "tag": _tr("Tag {}"),
        "regress": _tr("Estimate {}"),
        "caption": _tr("Write captions"),
    }
    return known.get(task, f"{task} {{}}").format(field).strip()


def control_words(name: str) -> str:
    known = {
        "majority": _tr("Majority label"),
        "prior": _tr("Shares of the training part"),
        "mean": _tr("Mean of the training part"),
        "random labels": _tr("Labels drawn at random"),
        "shuffled labels": _tr("Taught by shuffled labels"),
        "random encoder": _tr("Random encoder"),
        "descriptors": _tr("Descriptors alone"),
        "constant_caption": _tr("One caption for all"),
        "random_caption": _tr("Captions drawn at random"),
        "nearest_caption": _tr("Caption of the nearest track"),
        "shuffled": _tr("Captions of other tracks"),
    }
    return known.get(name) or name.replace("_", " ").capitalize()


def control_encoder(name: str) -> str:
    """What a control hears with."""
    heard = {
        "random encoder": _tr("untrained"),
        "descriptors": _tr("descriptors"),
        "shuffled labels": _tr("as its run"),
        "nearest_caption": _tr("as its run"),
        "shuffled": _tr("as its run"),
    }
    return heard.get(name, _tr("none"))


def state_words(state: str) -> tuple[str, str, str]:
    """What is said, the sign and its tint."""
    known = {
        "waiting": (_tr("Waiting"), "clock", "text2"),
        "running": (_tr("Running"), "running", "accent"),
        "paused": (_tr("Paused"), "pause", "text2"),
        "interrupted": (_tr("Interrupted"), "warning", "warn"),
        "done": (_tr("Done"), "check", "good"),
        "stopped": (_tr("Stopped, kept"), "stop", "text2"),
        "cancelled": (_tr("Cancelled"), "close", "text2"),
        "failed": (_tr("Failed"), "error", "bad"),
    }
    return known.get(state, (state, "info", "text2"))


def part_words(part: str) -> str:
    return {"train": _tr("train part"), "valid": _tr("valid part"), "test": _tr("test part")}.get(part, part)
