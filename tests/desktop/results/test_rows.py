"""Rows, axis and sentences, whatever runs there are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from core.evaluation import Comparison, Difference
from core.evaluation.intervals import Score
from core.evaluation.paired import Basis
from core.recipes import find_recipe
from core.recipes.recipe import write_recipe
from core.runs.compare import RunComparison
from core.runs.shown import Figure, RunLine
from desktop.results.asking import weight_words
from desktop.results.axis import axis_of
from desktop.results.comparing import Compared
from desktop.results.figures import signed, value_words
from desktop.results.read import Facts, SplitFacts, _facts
from desktop.results.rows import COLUMNS, Asked, build, cell_words, what_words
from desktop.results.said import compared_words, seeds_words
from desktop.results.work import Weight

APART = SplitFacts("apart", "stratified", ("artist",), 20)
LOOSE = SplitFacts("loose", "stratified", (), 20)
LEAKS = {"loose": {"artist": 3}, "apart": {}}


def line(run: int, value: float | None = 0.5, **other: object) -> RunLine:
    scores = {} if value is None else {"accuracy": Figure(value, value - 0.1, value + 0.1, 20)}
    usual = {"state": "done" if scores else "running", "recipe": "classify", "task": "classify", "seed": 0,
             "device": "cpu", "split": "apart", "scores": scores, "study": None, "job": None, "notes": "",
             "tags": (), "archived": False, "started": None, "ended": None}  # fmt: skip
    return RunLine(run, **(usual | other))  # type: ignore[arg-type]


def facts(run: int, split: SplitFacts | None = APART, text: str = "", field: str = "genre") -> Facts:
    majority = {"majority": {"accuracy": Figure(0.2, 0.1, 0.3, 20)}}
    return Facts(run, "Classify tracks", field, "frozen", 0, "mlp", "MERT-95M", text, split, False, majority)


runs_of = st.lists(
    st.tuples(
        st.one_of(st.none(), st.floats(0, 1)),
        st.sampled_from([APART, LOOSE, None]),
        st.booleans(),
        st.sampled_from(["genre", "style"]),
    ),
    min_size=1,
    max_size=8,
)


@given(runs_of, st.sampled_from(COLUMNS), st.booleans(), st.booleans(), st.booleans())
def test_every_run_of_a_subject_stands_once(runs, sort, down, controls, archived):
    lines = [line(i, value, archived=put_away) for i, (value, _, put_away, _) in enumerate(runs, 1)]
    known = {i: facts(i, split, field=field) for i, (_, split, _, field) in enumerate(runs, 1)}
    asked = Asked(subject="classify:genre", controls=controls, archived=archived, sort=sort, down=down)
    table = build(lines[::-1], known, LEAKS, asked, 1)
    field = table.subject.partition(":")[2]
    wanted = {one.run for one in lines if known[one.run].field == field and (archived or not one.archived)}
    shown = [row.run for row in table.rows if not row.control]
    assert sorted(shown) == sorted(wanted)
    assert all(cell_words(row, column, table) is not None for row in table.rows for column in COLUMNS)
    if not controls:
        assert all(not row.control for row in table.rows)
    if sort == "figure":
        values = [row.figure.value for row in table.rows if row.figure and not row.reason]
        assert values == sorted(values, reverse=down)
        comparable = [not row.reason for row in table.rows if row.figure]
        assert comparable == sorted(comparable, reverse=True)


def test_a_writer_has_no_layer_of_its_own():
    recipe = write_recipe(find_recipe("caption"))
    told = _facts(1, recipe, {}, APART, trained=False, controls={})
    assert what_words(told) == "Frozen, writer"
    assert what_words(facts(1)) == "Frozen, hidden layer"


def test_what_is_still_made_stands_above_and_what_failed_below():
    lines = [line(4, None, state="failed"), line(3, None), line(2, 0.4), line(1, 0.6)]
    table = build(lines, {i: facts(i) for i in range(1, 5)}, LEAKS, Asked(controls=False))
    assert [row.run for row in table.rows] == [3, 1, 2, 4]
    assert [cell_words(row, "state", table) for row in table.rows] == ["Running", "Done", "Done", "Failed"]
    assert cell_words(table.rows[0], "figure", table) == ""


def test_split_deleted_is_not_comparable():
    lines = [line(2, 0.4, split=None), line(1, 0.6)]
    table = build(lines, {1: facts(1), 2: facts(2, None)}, LEAKS, Asked(), 1)
    assert {row.run: row.reason for row in table.rows} == {1: "", 2: "Split deleted: not comparable"}


@given(
    st.sampled_from(["accuracy", "macro_roc_auc", "r2", "mae", "cider_d"]),
    st.lists(st.tuples(st.floats(-5, 50), st.floats(0, 3)), max_size=6),
)
def test_the_axis_holds_what_is_drawn_and_rises(name, values):
    figures = [Figure(value, value - width, value + width, 9) for value, width in values]
    axis = axis_of(name, figures)
    assert axis.low < axis.high
    assert list(axis.ticks) == sorted(set(axis.ticks))
    assert all(0 <= axis.place(figure.value) <= 1 for figure in figures)
    if name in ("mae", "cider_d"):
        assert all(axis.low <= figure.value <= axis.high for figure in figures)


@given(st.floats(-1, 1))
def test_values_are_said_with_a_true_minus(value):
    said = value_words("r2", value)
    assert "-" not in said
    assert float(said.replace("\N{MINUS SIGN}", "-")) == round(value, 3)
    assert signed("-0.0") == "0.0"


def compared(gap: float, *, whole: bool) -> Compared:
    def one(groups: int | None) -> RunComparison:
        score = Score(gap, gap - 0.05, gap + 0.05, 457)
        found = Comparison(457, groups, {"accuracy": Difference(score, 0.03, Basis.SWAPS)}, {}, None)
        return RunComparison(3, 7, "test", "classify", ({}, {}), found)

    return Compared(one(None), one(15) if whole else None)


def test_the_sentence_of_two_runs():
    said = compared_words(compared(0.063, whole=True), "accuracy")
    assert said.first == "B is 6.3 points above A"
    assert said.rest == (
        "on the same 457 test tracks. 95 % interval: 1.3 to 11.3 if tracks are independent, "
        "1.3 to 11.3 if whole artists are drawn (15 artists)."
    )
    assert said.more == "p = 0.03 (runs changing places at random)."
    below = compared_words(compared(-0.063, whole=False), "accuracy")
    assert below.first == "B is 6.3 points below A"
    assert below.rest.endswith("95 % interval: \N{MINUS SIGN}11.3 to \N{MINUS SIGN}1.3.")
    assert compared_words(compared(0.0, whole=False), "accuracy").first == "B and A are level"


def test_what_seeds_can_tell():
    three = [line(i, 0.5 + i / 100, seed=i) for i in range(3)]
    assert "One seed each: three are needed" in seeds_words(three[:1], three[:1], "accuracy", same=False)
    assert "Seeds: 1 of A, 3 of B" in seeds_words(three[:1], three, "accuracy", same=False)
    said = seeds_words(three, three, "accuracy", same=False)
    assert said == "Over all seeds (3 of A, 3 of B): A 51.0 on average, B 51.0."


@given(st.integers(0, 3), st.integers(0, 2), st.integers(0, 2), st.booleans())
def test_what_goes_is_said_whole(checkpoints, captions, labels, encoder):
    said = weight_words(Weight(checkpoints, 4_200_000, 600, captions, labels, encoder))
    assert "its curves and scores" in said
    assert "600 predictions" in said
    assert ("4.2 MB" in said) == bool(checkpoints)
    assert ("caption" in said) == bool(captions)
    assert ("accepted" in said) == bool(labels)
    assert ("the encoder that it has trained" in said) == encoder
    assert "{" not in said
