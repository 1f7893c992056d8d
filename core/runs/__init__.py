"""What runs have left in a collection: curves, checkpoints, scores, predictions. Imports no torch."""

from core.runs.accept import accept_predictions
from core.runs.book import archive_run, begin_run, delete_run, note_run, run_of_job, set_state, tag_run
from core.runs.checkpoints import CheckpointInfo, find_checkpoint, keep_checkpoint, list_checkpoints
from core.runs.compare import Pair, RunComparison, artists_of, compare_pair, compare_runs, read_pair
from core.runs.curves import EpochRow, forget_after, read_curves, write_epochs
from core.runs.export import export_run
from core.runs.methods import methods_sheet
from core.runs.predictions import PredictionRow, outcome, read_predictions, write_predictions
from core.runs.scores import (
    ScoreRow,
    read_scores,
    rows_of_captions,
    rows_of_classes,
    rows_of_numbers,
    rows_of_tags,
    write_scores,
)
from core.runs.shown import Figure, RunInfo, RunLine, list_runs, read_run
from core.runs.told import forget_told, keep_told, read_told, told_epochs

__all__ = [
    "CheckpointInfo",
    "EpochRow",
    "Figure",
    "Pair",
    "PredictionRow",
    "RunComparison",
    "RunInfo",
    "RunLine",
    "ScoreRow",
    "accept_predictions",
    "archive_run",
    "artists_of",
    "begin_run",
    "compare_pair",
    "compare_runs",
    "delete_run",
    "export_run",
    "find_checkpoint",
    "forget_after",
    "forget_told",
    "keep_checkpoint",
    "keep_told",
    "list_checkpoints",
    "list_runs",
    "methods_sheet",
    "note_run",
    "outcome",
    "read_curves",
    "read_pair",
    "read_predictions",
    "read_run",
    "read_scores",
    "read_told",
    "rows_of_captions",
    "rows_of_classes",
    "rows_of_numbers",
    "rows_of_tags",
    "run_of_job",
    "set_state",
    "tag_run",
    "told_epochs",
    "write_epochs",
    "write_predictions",
    "write_scores",
]
