"""The environments are made once from what they are made from, and again when that changes."""

import os
import subprocess
from pathlib import Path

import pytest

from setup import environments
from tests.house.tracked import ROOT


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    """An environment as far as the set-up looks at it: an interpreter and a folder of packages."""
    made = tmp_path / ".venv"
    environments.packages_of(made).mkdir(parents=True)
    environments.python_of(made).parent.mkdir()
    environments.python_of(made).touch()
    return made


def test_an_environment_stands_when_made_from_the_same(environment: Path) -> None:
    """The note that is written last tells what it was made from."""
    environments.keep(environment, "lock 1")

    assert environments.stands(environment, "lock 1")
    assert not environments.stands(environment, "lock 2")


def test_an_environment_that_was_broken_off_does_not_stand(environment: Path) -> None:
    """Without its note it is made again."""
    assert not environments.stands(environment, "lock 1")


def test_an_environment_whose_python_went_away_does_not_stand(environment: Path) -> None:
    """A link to an interpreter that an upgrade removed leads nowhere."""
    environments.keep(environment, "lock 1")
    environments.python_of(environment).unlink()
    environments.python_of(environment).symlink_to("/nowhere/python3.11")

    assert not environments.stands(environment, "lock 1")


def test_a_changed_lock_is_noticed(tmp_path: Path) -> None:
    """The digest follows the contents."""
    lock = tmp_path / "requirements.lock"
    lock.write_text("six==1.16.0")
    before = environments.digest(lock)
    lock.write_text("six==1.17.0")

    assert environments.digest(lock) != before


def test_a_small_disk_is_said_before_anything_is_fetched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The message says how much there is, how much is needed, what to do."""
    monkeypatch.setattr(environments, "PRODUCT", tmp_path / "absent")
    monkeypatch.setattr(environments, "ROOM_NEEDED", 2**60)

    with pytest.raises(environments.SetUpError, match=r"GB free, the environments need .* make room"):
        environments.room_for_it()


def test_a_failing_command_says_where_packages_come_from(capfd: pytest.CaptureFixture[str]) -> None:
    """Its own words are not swallowed, and what may be set is named."""
    with pytest.raises(environments.SetUpError, match="pip config list"):
        environments.run("sh", "-c", "echo no such package >&2; exit 3")

    assert "no such package" in capfd.readouterr().err


def machine_with(commands: dict[str, str], folder: Path) -> dict[str, str]:
    """An environment whose PATH holds only the named commands, each a link to the real one or a script."""
    for name, script in commands.items():
        folder.joinpath(name).write_text(f"#!/bin/sh\n{script}\n")
        folder.joinpath(name).chmod(0o755)
    for name in ("sh", "dirname", "tr", "sed", "cat"):
        folder.joinpath(name).symlink_to(f"/usr/bin/{name}")
    return {"PATH": str(folder), "HOME": os.environ["HOME"]}


def start(machine: dict[str, str], *wanted: str) -> subprocess.CompletedProcess[str]:
    """Run setup/start on such a machine."""
    return subprocess.run(["/bin/sh", ROOT / "setup" / "start", *wanted], env=machine, capture_output=True, text=True, check=False)


def test_a_machine_without_python_is_told_what_to_install(tmp_path: Path) -> None:
    """Who may not install is told the line an administrator types."""
    answered = start(machine_with({"id": "echo 1000", "git": "true"}, tmp_path), "product")

    assert answered.returncode == 1
    assert "apt-get install python3 python3-venv\n" in answered.stderr


def test_root_has_it_installed(tmp_path: Path) -> None:
    """With apt and as root the script installs what is missing itself, and says so."""
    log = tmp_path / "apt.log"
    machine = machine_with({"id": "echo 0", "git": "true", "apt-get": f'echo "$@" >> {log}'}, tmp_path)
    answered = start(machine, "product")

    assert "install -y -qq --no-install-recommends python3 python3-venv" in log.read_text()
    assert "asking apt for it" in answered.stdout
    assert answered.returncode == 1  # this apt only took notes, so the Python is still missing


def test_a_python_that_does_not_fit_is_passed_over(tmp_path: Path) -> None:
    """A python3 of another version, or without venv, is as good as none."""
    answered = start(machine_with({"id": "echo 1000", "git": "true", "python3": "exit 1"}, tmp_path), "product")

    assert "lacks: python3 python3-venv" in answered.stderr


def test_a_wrong_word_is_wrong_use() -> None:
    """Only environments that exist can be asked for."""
    assert environments.main(["everything"]) == 2
    assert environments.main([]) == 2


@pytest.mark.parametrize("there", [(None, "libatomic.so.1"), ("/usr/bin/chromium", None)], ids=["no browser", "nothing its driver needs"])
def test_a_machine_without_a_browser_is_told_what_to_install(there: tuple[str | None, str | None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Who may not install is told the line an administrator types, also where only what the browser's driver needs is missing."""
    monkeypatch.setattr(environments.shutil, "which", lambda _command: there[0])
    monkeypatch.setattr(environments, "find_library", lambda _name: there[1])
    monkeypatch.setattr(environments.os, "geteuid", lambda: 1000)

    with pytest.raises(environments.SetUpError, match="apt-get install chromium fonts-noto-cjk libatomic1"):
        environments.find_browser()
