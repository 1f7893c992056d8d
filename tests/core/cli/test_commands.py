"""The command line as scripts and people meet it; where it matters as real processes."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from core import __version__, places
from core.cli.main import app, run
from core.store import Collection
from tests.core.cli.conftest import Ask, Say
from tests.core.tracks import add_tracks

COMMAND = [sys.executable, "-P", "-m", "core.cli"]


def soundings(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | variables
    return subprocess.run(
        [*COMMAND, *arguments], capture_output=True, text=True, env=environment, check=False
    )


def test_new_verify_backup_and_jobs(say: Say, ask: Ask, tmp_path: Path) -> None:
    folder = str(tmp_path / "my coast")
    assert ask("new", folder, "--name", "Coastal archive") == {
        "collection": folder,
        "name": "Coastal archive",
    }
    assert say("verify", folder)[:2] == (0, "0 files checked; all are as they should be.\n")
    backed_up = ask("backup", folder, "--to", str(tmp_path / "stick"))
    assert (backed_up["state"], backed_up["result"]["files"]) == ("done", 1)
    verified = soundings("verify", backed_up["result"]["folder"])
    assert (verified.returncode, verified.stdout) == (0, "0 files checked; all are as they should be.\n")
    jobs = ask("jobs", folder)
    assert [(job["job"], job["kind"], job["state"]) for job in jobs] == [
        (2, "backup", "done"),
        (1, "verify", "done"),
    ]
    assert {"done", "total"} <= set(jobs[0])
    assert "Verify files" in say("jobs", folder).out
    assert "job 1 verify" in say("jobs", folder, "log", "1").out


@pytest.mark.may_log("told")
@pytest.mark.parametrize(
    ("arguments", "status", "sentence"),
    [
        (["verify", "nowhere"], 1, "holds no collection. Choose a folder that holds collection.sqlite"),
        (["nonsense"], 2, "No such command 'nonsense'"),
        (["verify"], 2, "Missing argument 'DIR'"),
        (["verify", "x", "--nonsense"], 2, "No such option"),
        (["settings", "theme", "purple"], 1, "The preference theme has a value that does not fit"),
        (["settings", "themes"], 1, "There is no preference called themes. Did you mean theme?"),
        (["open", "nowhere"], 1, "The window is not part of this installation."),
    ],
)
def test_what_cannot_be_is_one_sentence(
    say: Say,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    status: int,
    sentence: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    done = say(*arguments)
    assert (done.status, done.out) == (status, "")
    assert sentence in done.told
    assert "Traceback" not in done.told


def test_a_program_ends_with_its_status_and_a_sentence(tmp_path: Path) -> None:
    failed = soundings("verify", str(tmp_path / "nowhere"))
    assert (failed.returncode, failed.stdout) == (1, "")
    assert "holds no collection. Choose a folder that holds collection.sqlite" in failed.stderr
    assert failed.stderr.count("\n") == 1
    misused = soundings("verify")
    assert (misused.returncode, misused.stdout) == (2, "")
    assert "Missing argument 'DIR'" in misused.stderr


@pytest.mark.may_log("told")
def test_jobs_that_are_not_there(say: Say, collection: Collection) -> None:
    folder = str(collection.folder)
    assert say("jobs", folder).out == "No jobs yet.\n"
    assert say("jobs", folder, "--json").out == "[]\n"
    missing = say("jobs", folder, "show", "7")
    assert missing == (1, "", "There is no job 7 in this collection. See soundings jobs.\n")
    assert say("jobs", folder, "cancel").status == 2
    assert say("verify", folder).status == 0
    again = say("jobs", folder, "resume", "1")
    assert again == (1, "", "Job 1 (Verify files) is done and cannot be resumed. Start it anew.\n")


def start_long_job(collection: Collection, tmp_path: Path) -> tuple[subprocess.Popen[str], str]:
    """`verify` over one file that never ends, so that there is time to do things to it."""
    add_tracks(collection, tmp_path / "audio", 3)
    endless = tmp_path / "audio" / "track 0001.wav"
    endless.unlink()
    endless.symlink_to("/dev/zero")
    folder = str(collection.folder)
    program = subprocess.Popen(
        [*COMMAND, "verify", folder],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        log = collection.folder / "logs" / "job-000001.log"
        if log.exists() and "job 1 verify" in log.read_text():
            time.sleep(0.3)
            return program, folder
        time.sleep(0.02)
    raise AssertionError("the job did not start")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs /dev/zero")
class TestLongJob:
    def test_ctrl_c_cancels(self, say: Say, ask: Ask, collection: Collection, tmp_path: Path) -> None:
        program, folder = start_long_job(collection, tmp_path)
        os.killpg(program.pid, signal.SIGINT)  # as a terminal does: to the whole group
        _, told = program.communicate(timeout=20)
        assert program.returncode == 130
        assert told.splitlines() == ["Cancelling…", "Verify files was cancelled."]
        assert ask("jobs", folder)[0]["state"] == "cancelled"

    def test_a_polite_end_pauses(self, say: Say, ask: Ask, collection: Collection, tmp_path: Path) -> None:
        program, folder = start_long_job(collection, tmp_path)
        program.terminate()
        program.communicate(timeout=20)
        assert program.returncode == 128 + signal.SIGTERM
        assert ask("jobs", folder)[0]["state"] == "paused"
        (tmp_path / "audio" / "track 0001.wav").unlink()
        resumed = say("jobs", folder, "resume", "1")
        assert resumed.out == "3 files checked: 2 as they should be, 1 missing.\n"

    def test_another_program_pauses_and_cancels(
        self, say: Say, ask: Ask, collection: Collection, tmp_path: Path
    ) -> None:
        program, folder = start_long_job(collection, tmp_path)
        assert ask("jobs", folder)[0]["state"] == "running"
        assert say("jobs", folder, "pause", "1").out == "Verify files is paused.\n"
        _, told = program.communicate(timeout=20)
        assert program.returncode == 1
        assert f"Resume it with: soundings jobs {folder} resume 1" in told
        assert say("jobs", folder, "cancel", "1").out == "Verify files is cancelled.\n"


def test_version_and_help(say: Say) -> None:
    assert say("--version") == (0, f"soundings {__version__}\n", "")
    status, out, _ = say("--help")
    assert status == 0
    assert "Example: soundings open" in out


def commands() -> list[str]:
    return sorted(info.name or "" for info in app.registered_commands)


@pytest.mark.parametrize("command", commands())
def test_every_command_has_help_with_an_example(command: str, say: Say) -> None:
    status, shown, _ = say(command, "--help")
    assert status == 0
    assert f"Example: soundings {command}" in shown
    assert command == "open" or "--json" in shown


def test_every_command_is_in_the_readme() -> None:
    readme = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
    missing = [command for command in commands() if not re.search(rf"soundings {command}\b", readme)]
    assert missing == []


def test_the_window_is_opened_through_what_is_given() -> None:
    opened: list[Path | None] = []

    def window(folder: Path | None) -> int:
        opened.append(folder)
        return 5

    assert run([], window) == 5
    assert run(["open", "coast"], window) == 5
    assert run(["open", "--demo"], window) == 5
    assert opened == [None, Path("coast"), places.demo_folder()]
    assert run(["open"], window) == run(["open", "coast", "--demo"], window) == 2


def test_settings_are_shown_and_set(say: Say, ask: Ask) -> None:
    assert say("settings", "theme", "dark").status == 0
    assert ask("settings", "theme") == {"theme": "dark"}
    assert "Follow the system" in say("settings").out


@pytest.mark.may_log("bug|told")
def test_a_bug_is_one_sentence_and_a_traceback_in_the_log(
    home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    def window(folder: Path | None) -> int:
        raise ZeroDivisionError

    assert run([], window) == 1
    assert capfd.readouterr().err == ""  # the window listens by then
    assert "ZeroDivisionError" in (home / "logs" / "soundings.log").read_text()


def test_doctor_answers_in_json_with_what_to_do() -> None:
    done = soundings("doctor", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    report = json.loads(done.stdout)
    assert report["ok"] is True
    checks = {check["name"]: check for check in report["checks"]}
    assert {
        "Soundings",
        "Python",
        "Sound output",
        "Audio files",
        "torch",
        "Devices",
        "Models",
        "Disk",
    } <= set(checks)
    assert checks["Devices"]["found"].count("cpu (") == 1
    assert [name for name, check in checks.items() if not check["ok"] and not check["mend"]] == []
    assert {"name", "ok", "found", "mend", "without"} <= set(checks["Disk"])


def test_doctor_survives_what_is_broken(tmp_path: Path) -> None:
    (tmp_path / "soundfile.py").write_text("raise OSError('libsndfile is gone')")
    (tmp_path / "torch.py").write_text("raise RuntimeError('driver mismatch')")
    done = soundings("doctor", PYTHONPATH=str(tmp_path))
    assert done.returncode == 0
    assert "cannot be examined: OSError: libsndfile is gone" in done.stdout
    assert "cannot be examined: RuntimeError: driver mismatch" in done.stdout
