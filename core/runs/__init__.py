"""What runs have left in a collection: curves, checkpoints, scores, predictions. Imports no torch."""

from core.runs.book import archive_run, begin_run, delete_run, note_run, run_of_job, set_state, tag_run
from core.runs.checkpoints import CheckpointInfo, find_checkpoint, keep_checkpoint, list_checkpoints
from core.runs.curves import EpochRow, forget_after, read_curves, write_epochs
from core.runs.predictions import PredictionRow, outcome, read_predictions, write_predictions
from core.runs.scores import (
    ScoreRow,
    read_scores,
    rows_of_classes,
    rows_of_numbers,
    rows_of_tags,
    write_scores,
)

__all__ = [
    "CheckpointInfo",
    "EpochRow",
    "PredictionRow",
    "ScoreRow",
    "archive_run",
    "begin_run",
    "delete_run",
    "find_checkpoint",
    "forget_after",
    "keep_checkpoint",
    "list_checkpoints",
    "note_run",
    "outcome",
    "read_curves",
    "read_predictions",
    "read_scores",
    "rows_of_classes",
    "rows_of_numbers",
    "rows_of_tags",
    "run_of_job",
    "set_state",
    "tag_run",
    "write_epochs",
    "write_predictions",
    "write_scores",
]
