"""The real `mpremote` command as a client of the virtual board."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from device.tests.virtual_peer import Peer, running_peer

Mpremote = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def peer() -> Iterator[Peer]:
    with running_peer() as peer:
        yield peer


@pytest.fixture
def mpremote(peer: Peer, tmp_path: Path) -> Mpremote:
    def call(*arguments: str) -> subprocess.CompletedProcess[str]:
        peer.hand.wait_for("connected", False)
        return subprocess.run(
            [sys.executable, "-m", "mpremote", "connect", peer.url, *arguments],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            timeout=60,
        )

    return call


def said(result: subprocess.CompletedProcess[str]) -> str:
    assert result.returncode == 0, result
    return result.stdout


def test_exec_and_run_show_what_a_program_prints(mpremote: Mpremote, tmp_path: Path) -> None:
    (tmp_path / "long.py").write_text("x = 1\n" * 300 + "print('from a file', x)\n")
    assert said(mpremote("exec", "print(1)", "run", "long.py")) == "1\nfrom a file 1\n"


def test_an_error_in_a_program_is_shown_and_is_the_exit_status(mpremote: Mpremote) -> None:
    result = mpremote("exec", "print('before')\n1 / 0")
    assert result.returncode == 1
    assert result.stdout.startswith("before\nTraceback")
    assert result.stdout.endswith("ZeroDivisionError: division by zero\n")


def test_a_syntax_error_in_a_long_program_is_shown(mpremote: Mpremote, tmp_path: Path) -> None:
    (tmp_path / "wrong.py").write_text("x = 1\n" * 300 + "y = 2)\n" + "z = 3\n" * 300)
    result = mpremote("run", "wrong.py")
    assert result.returncode == 1
    assert 'File "<stdin>", line 301\nSyntaxError: ' in result.stdout


def test_files_are_copied_listed_read_and_removed(mpremote: Mpremote, tmp_path: Path) -> None:
    (tmp_path / "there.txt").write_text("Élève\n" * 100)
    steps = "fs cp there.txt : + fs mkdir :box + fs cp there.txt :box/again.txt + fs ls :box"
    assert "         800 again.txt\n" in said(mpremote(*steps.split()))
    steps = "fs cat there.txt + fs cp :box/again.txt back.txt + fs rm :there.txt + fs ls"
    listing = said(mpremote(*steps.split()))
    assert listing.startswith("Élève\n" * 100)
    assert "there.txt" not in listing.rpartition("ls :")[2]
    assert (tmp_path / "back.txt").read_text() == "Élève\n" * 100


def test_a_file_that_is_not_there_is_told_by_its_name(mpremote: Mpremote) -> None:
    result = mpremote("fs", "cat", "nothing.txt")
    assert result.returncode == 1
    assert "nothing.txt: No such file or directory" in result.stderr


def test_resume_keeps_what_a_program_has_left_and_a_new_connection_does_not(
    mpremote: Mpremote,
) -> None:
    said(mpremote("exec", "kept = 5"))
    assert said(mpremote("resume", "exec", "print(kept)")) == "5\n"
    assert mpremote("exec", "print(kept)").returncode == 1


def test_soft_reset_forgets(mpremote: Mpremote) -> None:
    steps = ["exec", "kept = 5", "soft-reset", "exec", "print('kept' in globals())"]
    assert said(mpremote(*steps)) == "False\n"
