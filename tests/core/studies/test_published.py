"""Published tables: figures as they were printed, with their intervals, and their errors said."""

from __future__ import annotations

import subprocess
import sys
from decimal import Decimal
from itertools import product
from pathlib import Path

import pytest

import resources
from core.encoders import find_card
from core.errors import RequestProblem
from core.studies import Published, find_published, list_published, read_published

PRINTED = [
    ("encoders-genre", "Wav2Vec 2.0 (Frozen)", "test", 43.50),
    ("encoders-genre", "Wav2Vec 2.0 (Unfrozen)", "test", 67.50),
    ("encoders-genre", "CLAP (Frozen)", "train", 37.00),
    ("encoders-genre", "CLAP (Frozen)", "test", 36.63),
    ("encoders-genre", "MERT (Frozen)", "test", 66.50),
    ("encoders-genre", "MERT (Unfrozen)", "test", 84.00),
    ("gtzan-fault-filtered", "CLMR tutorial, random encoder", "test", 10.7),
    ("gtzan-fault-filtered", "Multi-format, both", "test", 53.1),
    ("gtzan-fault-filtered", "MERT-330M RVQ-VAE", "test", 79.3),
    ("gtzan-fault-filtered", "TTMR", "test", 88.97),
    ("mert", "MERT-95M RVQ-VAE", "arousal", 76.4),
    ("mert", "HuBERT-base music", "key", 14.7),
    ("mert", "MERT-330M RVQ-VAE", "tags_ap", 40.2),
    ("magnatagatune", "CLMR, MLP", "roc", 89.3),
    ("magnatagatune", "CLMR, linear", "ap", 35.6),
    ("encoders-captions", "Wav2Vec 2.0 (Frozen)", "train", 0.6158),
    ("encoders-captions", "Wav2Vec 2.0 (Unfrozen)", "valid", 0.6205),
    ("encoders-captions", "CLAP (Frozen)", "test", 0.6282),
    ("encoders-captions", "CLAP (Unfrozen)", "train", 0.5940),
    ("encoders-captions", "MERT (Frozen)", "valid", 0.6306),
    ("encoders-captions", "MERT (Unfrozen)", "test", 0.5536),
    ("musiccaps-captions", "LP-MusicCaps, supervised", "bleu_4", 0.048),
    ("musiccaps-captions", "LP-MusicCaps, transfer", "bertscore", 0.878),
    ("musiccaps-captions", "Qwen2.5-Omni-7B", "rouge_l", 0.225),
    ("musiccaps-floors", "Constant training caption", "rouge_l", 0.204),
    ("musiccaps-floors", "Training caption with the most similar aspect list", "cider_d", 0.353),
]


def test_every_file_is_a_table_of_that_name() -> None:
    folder = Path(resources.__file__).parent / "published"
    assert [table.name for table in list_published()] == sorted(path.stem for path in folder.glob("*.toml"))


@pytest.mark.parametrize(("table", "row", "column", "value"), PRINTED)
def test_figures_are_as_printed(table: str, row: str, column: str, value: float) -> None:
    (found,) = (each for each in find_published(table).rows if each.name == row)
    assert found.values[column] == value


def test_what_is_in_per_cent_was_not_printed_as_a_share() -> None:
    for table in list_published():
        for column in table.columns:
            most = max(row.values[column.name] for row in table.rows if column.name in row.values)
            assert (column.unit == "%") == (most > 1.0 and column.metric != "cider_d"), (
                table.name,
                column.name,
            )


@pytest.mark.parametrize(
    ("table", "row", "column", "value"),
    [
        ("musiccaps-floors", "Constant training caption", "rouge_l", 0.204),
        ("musiccaps-captions", "LP-MusicCaps, supervised", "bleu_4", 0.048),
        ("magnatagatune", "CLMR, MLP", "roc", 0.893),
    ],
)
def test_a_figure_is_read_as_runs_tell_theirs(table: str, row: str, column: str, value: float) -> None:
    found = find_published(table)
    (mine,) = (each for each in found.rows if each.name == row)
    (judged,) = (each for each in found.columns if each.name == column)
    score = found.score(mine, judged)
    assert score is not None
    assert score.value == value


def test_a_figure_of_two_tables_is_the_same_in_both() -> None:
    """As far as it was printed: MULE has 73.45 in one place and 73.5 in another."""
    seen: dict[tuple[str, str, str, str], float] = {}
    shared = 0
    for table in list_published():
        for row, column in product(table.rows, table.columns):
            if column.split and column.name in row.values:
                key, value = (row.name, column.split, column.part, column.metric), row.values[column.name]
                shared += key in seen
                assert seen.setdefault(key, value) == pytest.approx(value, abs=0.051), key
    assert shared > 10


def cases() -> list[tuple[Published, str, Decimal, int, str]]:
    """Accuracies on a number of tracks that is known."""
    return [
        (table, row.name, Decimal(repr(row.values[column.name])), column.n, row.note)
        for table in list_published()
        for row, column in product(table.rows, table.columns)
        if column.metric == "accuracy" and column.n and column.name in row.values
    ]


def fits(value: Decimal, n: int) -> bool:
    """Whether so many of so many tracks make it, rounded or cut off."""
    digit = Decimal(1).scaleb(int(value.as_tuple().exponent))
    return any(abs(value - Decimal(100 * hits) / n) < digit for hits in range(n + 1))


def test_an_accuracy_that_no_number_of_tracks_makes_has_a_note() -> None:
    odd = {(table.name, name): note for table, name, value, n, note in cases() if not fits(value, n)}
    assert set(odd) == {
        ("encoders-genre", "CLAP (Frozen)"),
        ("gtzan-fault-filtered", "Multi-format, audio"),
        ("gtzan-fault-filtered", "MuQ, small data"),
    }
    assert all(odd.values())


def test_intervals_of_290_clips_are_as_wide_as_they_are() -> None:
    """Half widths of Wilson's interval, worked out by hand: 4.6 points at 0.8, 5.8 at 0.5."""
    table = find_published("gtzan-fault-filtered")
    for name, half in (("Jukebox-5B", 0.046), ("SampleCNN from scratch", 0.0575)):
        (row,) = (each for each in table.rows if each.name == name)
        score = table.score(row, table.columns[0])
        assert score is not None
        assert score.n == 290
        assert score.low is not None
        assert score.high is not None
        assert (score.high - score.low) / 2 == pytest.approx(half, abs=0.0005)
        assert score.low < score.value < score.high


def test_what_is_no_share_of_tracks_has_no_interval() -> None:
    table = find_published("mert")
    (row,) = (each for each in table.rows if each.name == "MERT-95M RVQ-VAE")
    (arousal,) = (column for column in table.columns if column.name == "arousal")
    score = table.score(row, arousal)
    assert score is not None
    assert (score.value, score.low, score.high, score.n) == (0.764, None, None, 0)


def test_its_encoders_are_there_and_its_splits_have_names() -> None:
    named = [row.encoder for table in list_published() for row in table.rows if row.encoder]
    assert len([find_card(name) for name in named]) == len(named) > 10
    assert {column.split for table in list_published() for column in table.columns} == {
        "",
        "GTZAN fault-filtered",
        "GTZAN random 800/200",
        "MagnaTagATune 12:1:3",
        "MusicCaps official",
        "MusicCaps random 70/10/20",
    }


GOOD = """
name = "any"
title = "Any"
source = "Somewhere"
columns = [{ name = "test", title = "Test accuracy", data = "Any", metric = "accuracy", n = 10 }]
rows = [{ name = "One", values = { test = 50.0 } }, { name = "Two", values = {} }]
"""


def test_a_row_without_a_value_has_no_score() -> None:
    table = read_published(GOOD)
    first, second = (table.score(row, table.columns[0]) for row in table.rows)
    assert first is not None
    assert (first.value, first.n) == (0.5, 10)
    assert second is None


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('name = "any"', 'name = "any"\nsauce = "x"', "unknown field sauce"),
        ("n = 10", "m = 10", "unknown field m at columns[0]"),
        (
            "values = { test = 50.0 }",
            "values = { tset = 50.0 }",
            "One has a value of tset, which is no column",
        ),
        ('name = "Two"', 'name = "One"', "there are two rows called One"),
        ("test = 50.0", 'test = "50"', "Expected float, got str"),
        ('title = "Any"', "title = ", "Invalid value"),
    ],
)
def test_what_cannot_be_read_is_said(before: str, after: str, said: str) -> None:
    text = GOOD.replace(before, after, 1)
    assert text != GOOD
    with pytest.raises(RequestProblem, match="The table cannot be read: ") as caught:
        read_published(text)
    assert said in str(caught.value)
    assert not {"`", "$"} & set(str(caught.value))


def test_a_table_that_is_not_there() -> None:
    with pytest.raises(RequestProblem, match="There is no published table called encoders-genres") as caught:
        find_published("encoders-genres")
    assert caught.value.hint == "Did you mean encoders-genre?"
    with pytest.raises(RequestProblem) as caught:
        find_published("zzz")
    assert "gtzan-fault-filtered, magnatagatune, mert" in caught.value.hint


def test_reading_them_imports_nothing_heavy() -> None:
    code = (
        "import sys, core.studies; core.studies.list_published(); "
        "print([m for m in ('torch', 'sklearn', 'scipy') if m in sys.modules])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown.strip() == "[]"
