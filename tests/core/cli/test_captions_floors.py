"""The command `captions-floors`: on a table that can be checked by hand, and on the real one."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from core.cli.main import run
from core.evaluation import Score, caption_scores, constant_caption
from core.studies.musiccaps import ANNOTATOR, ASPECTS, CONSTANT, NEAREST, RANDOM, _beside, read_clips
from core.studies.published import find_published
from tests.core.cli.conftest import Ask, Say

MUSICCAPS = Path(__file__).parents[4] / "shared" / "data" / "musiccaps" / "musiccaps-public.csv"
COLUMNS = ("ytid", "start_s", "end_s", "aspect_list", "caption", "author_id", "is_audioset_eval")
ROWS = [
    ("a", 0, 10, "['sad', 'piano']", "A sad piano plays slowly.", 1, "False"),
    ("b", 0, 10, "['loud drums', 'fast']", "Loud drums drive a fast song.", 2, "False"),
    ("c", 0, 10, "['a sad piano']", "The piano is slow and sad.", 1, "True"),
    ("d", 0, 10, "['drums', 'fast']", "A fast song, with drums!", 2, "True"),
    ("e", 0, 10, "no list", "Nobody else wrote so.", 3, "True"),
]


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "musiccaps.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *ROWS])
    return path


def test_every_floor_is_what_its_captions_are_worth(table: Path, ask: Ask) -> None:
    found = ask("captions-floors", str(table))
    assert (found["train"], found["judged"], found["strangers"], found["seed"]) == (2, 3, 1, 0)
    ours = {(one["floor"], one["figure"]): one["ours"]["value"] for one in found["figures"]}
    assert {floor for floor, _ in ours} == {RANDOM, CONSTANT, ANNOTATOR, ASPECTS, NEAREST}
    references = [[row[4]] for row in ROWS[2:]]
    learnt = [row[4] for row in ROWS[:2]]
    expected = {
        ASPECTS: ["a sad piano", "drums, fast", ""],
        NEAREST: [learnt[0], learnt[1], learnt[0]],
    }
    for floor, said in expected.items():
        figures = caption_scores(said, references, seed=0, resamples=2).figures
        for name, score in figures.items():
            assert (floor, name) in ours or score is None
            assert score is None or ours[floor, name] == pytest.approx(score.value)
    constant = [caption_scores([text] * 3, references, seed=0, resamples=2).figures for text in learnt]
    assert ours[CONSTANT, "rouge_l"] in [each["rouge_l"].value for each in constant]
    assert set(found["methods"]) == {name for _, name in ours}


def test_both_columns_are_shown(table: Path, say: Say) -> None:
    status, out, told = say("captions-floors", str(table), "--draws", "2")
    assert (status, told) == (0, "")
    assert "3 clips judge captions that were made of 2 others without a sound." in out
    assert "published" in out
    line = next(line for line in out.splitlines() if line.startswith(f"{ASPECTS} ") and "BLEU-1" in line)
    assert " 0.206 " in line
    assert line.rstrip().endswith("no")
    assert "The annotators of 1 clips wrote no training caption" in out


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("author_id", "author", "musiccaps.csv is not the table of MusicCaps: it has no column author_id."),
        (",1,False", "", "musiccaps.csv breaks off in line 2."),
        (",False", ",True", "musiccaps.csv has 5 clips that judge and 0 to learn from."),
        (",True", ",False", "musiccaps.csv has 0 clips that judge and 5 to learn from."),
        ("Nobody", "\udcff", "musiccaps.csv cannot be read as a table"),
    ],
)
@pytest.mark.may_log("told")
def test_a_wrong_table_is_said_in_a_sentence(
    table: Path, say: Say, before: str, after: str, said: str
) -> None:
    text = table.read_text()
    assert before in text
    table.write_bytes(text.replace(before, after).encode(errors="surrogateescape"))
    status, out, told = say("captions-floors", str(table))
    assert (status, out) == (1, "")
    assert said in told


@pytest.mark.may_log("told")
def test_a_table_that_is_not_there(say: Say, tmp_path: Path) -> None:
    status, _, told = say("captions-floors", str(tmp_path / "nowhere.csv"))
    assert status == 1
    assert "nowhere.csv cannot be read as a table" in told


@pytest.mark.skipif(not MUSICCAPS.exists(), reason="the table lies beside the project, where there is one")
def test_the_real_table_has_the_published_floors(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["captions-floors", str(MUSICCAPS), "--json"]) == 0
    found = json.loads(capfd.readouterr().out)
    assert (found["train"], found["judged"], found["strangers"]) == (2663, 2858, 145)
    told = {(one["floor"], one["figure"]): one for one in found["figures"] if one["published"] is not None}
    assert len(told) == 29
    for (floor, figure), one in told.items():
        # The constant caption that was published is another draw than this seed's.
        assert one["agrees"] or (floor == CONSTANT and one["other_seed"] == 1), (floor, figure)
        if floor != CONSTANT:
            assert one["ours"]["value"] == pytest.approx(one["published"], abs=0.01), (floor, figure)


@pytest.mark.skipif(not MUSICCAPS.exists(), reason="the table lies beside the project, where there is one")
def test_the_constant_caption_that_was_published() -> None:
    """All six figures to the last digit: nothing is left for a tokeniser to differ in."""
    clips = read_clips(MUSICCAPS)
    said = constant_caption([clip.caption for clip in clips if not clip.evaluated], seed=1)
    references = [[clip.caption] for clip in clips if clip.evaluated]
    found = caption_scores([said] * len(references), references, retrieval=False, seed=0, resamples=0).figures
    (row,) = (row for row in find_published("musiccaps-floors").rows if row.name == CONSTANT)
    for figure, published in row.values.items():
        assert found[figure].value == pytest.approx(published, abs=0.001), figure


def test_a_draw_agrees_in_all_figures_or_not_at_all() -> None:
    (row,) = (row for row in find_published("musiccaps-floors").rows if row.name == CONSTANT)
    same: dict[str, Score | None] = {
        name: Score(value + 0.009, None, None, 1) for name, value in row.values.items()
    }
    off = same | {"bleu_2": Score(0.2, None, None, 1)}
    found = list(_beside(CONSTANT, off, {4: off, 5: same, 6: same}))
    assert [(one.figure, one.agrees, one.other_seed) for one in found if one.figure != "cider_d"] == [
        *(("bleu_1", True, None), ("bleu_2", False, 5), ("bleu_3", True, None), ("bleu_4", True, None)),
        ("rouge_l", True, None),
    ]
    assert (found[1].least, found[1].greatest) == (pytest.approx(0.122), 0.2)
    assert [one.other_seed for one in _beside(CONSTANT, off, {4: off})] == [None] * 6
