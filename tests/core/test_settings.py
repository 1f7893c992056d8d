"""Preferences: declared once, checked everywhere, never lost."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from core import settings
from core.errors import SettingsProblem
from core.messages import Message

preferences = st.builds(
    settings.Preferences,
    theme=st.sampled_from(["system", "light", "dark"]),
    detailed_log=st.booleans(),
    model_folder=st.text(max_size=20).filter(lambda s: s.isprintable()),
    worker_idle_min=st.integers(0, 1000),
    backups_kept=st.integers(1, 100),
)


@hypothesis_settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chosen=preferences)
def test_what_is_saved_comes_back(home: Path, chosen: settings.Preferences) -> None:
    settings.save(chosen)
    assert settings.load() == chosen


def test_only_what_differs_is_written_and_the_unknown_is_kept(home: Path) -> None:
    path = settings.settings_path()
    path.parent.mkdir(parents=True)
    path.write_text('from_the_future = 3\ntheme = "dark"\n')
    assert settings.load().theme == "dark"
    settings.set_value("theme", "system")
    settings.set_value("backups_kept", "9")
    assert tomllib.loads(path.read_text()) == {"from_the_future": 3, "backups_kept": 9}


@pytest.mark.may_log("told")
@pytest.mark.parametrize("text", ["theme = ", 'theme = "purple"', "backups_kept = 0", "theme = 3", "\x00"])
def test_a_broken_file_is_told_of_and_counts_as_empty(home: Path, messages: list[Message], text: str) -> None:
    path = settings.settings_path()
    path.parent.mkdir(parents=True)
    path.write_text(text)
    assert settings.load() == settings.Preferences()
    (message,) = messages
    assert message.level == "warning"
    assert message.text.startswith(("Preferences in ", "The preference "))


@pytest.mark.may_log("told")
def test_one_bad_value_harms_no_other(home: Path, messages: list[Message]) -> None:
    path = settings.settings_path()
    path.parent.mkdir(parents=True)
    path.write_text('theme = "sepia"\nbackups_kept = 9\nstop_grace_s = 33\nmodel_folder = "/models"\n')
    assert settings.load() == settings.Preferences(backups_kept=9, stop_grace_s=33, model_folder="/models")
    settings.set_value("detailed_log", "true")
    kept = tomllib.loads(path.read_text())
    assert kept == {
        "theme": "sepia",
        "backups_kept": 9,
        "stop_grace_s": 33,
        "model_folder": "/models",
        "detailed_log": True,
    }


@pytest.mark.may_log("told")
def test_a_file_that_cannot_be_read_is_put_aside(home: Path, messages: list[Message]) -> None:
    path = settings.settings_path()
    path.parent.mkdir(parents=True)
    path.write_text("theme = ")
    settings.set_value("theme", "dark")
    assert settings.load().theme == "dark"
    assert path.with_suffix(".toml.broken").read_text() == "theme = "


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("backups_kept", "many", "The preference backups_kept has a value that does not fit"),
        ("backups_kept", "1000", "expected int <= 100"),
        ("theme", "purple", "invalid enum value"),
        ("them", "dark", "There is no preference called them. Did you mean theme?"),
        ("zzz", "1", "There is no preference called zzz."),
    ],
)
def test_values_that_do_not_fit(name: str, text: str, sentence: str) -> None:
    with pytest.raises(SettingsProblem) as told:
        settings.set_value(name, text)
    assert sentence in str(told.value)
    assert settings.load() == settings.Preferences()


def test_a_folder_that_cannot_be_written(home: Path) -> None:
    home.mkdir()
    (home / "config").write_text("a file where the folder should be")
    with pytest.raises(SettingsProblem, match="cannot be saved"):
        settings.save(settings.Preferences(theme="dark"))


def test_everything_is_declared_with_words() -> None:
    for declared in settings.declared():
        assert declared.label
        assert declared.description.endswith(".")
        assert (declared.kind == "choice") == bool(declared.choices)
        assert (declared.kind == "number") == (declared.high is not None)
