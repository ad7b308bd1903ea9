"""What `make` answers before anything slow happens."""

import os
import socket
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def make(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("MAKE")}
    return subprocess.run(
        ["make", "--no-print-directory", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )


def told(done: subprocess.CompletedProcess[str]) -> list[str]:
    """The lines on standard error that are not make's own."""
    return [line for line in done.stderr.splitlines() if not line.startswith("make")]


def test_make_alone_lists_the_targets():
    done = make()

    assert done.returncode == 0
    for target in (
        *("run", "test", "unit", "coverage", "lint"),
        *("format", "screenshots", "passwords", "clean"),
    ):
        assert f"\n  {target} " in done.stdout


def test_a_port_in_use_stops_make_run_with_one_sentence_before_any_set_up():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]

        done = make("run", f"PORT={port}")

    assert done.returncode != 0
    assert done.stdout == ""
    (sentence,) = told(done)
    assert f"Port {port} is in use" in sentence


@pytest.mark.parametrize("setting", ["PORT=http", "PORT=0", "HOST=192.0.2.77"])
def test_an_address_that_can_t_be_used_is_told_in_one_sentence(setting):
    done = make("run", setting)

    assert done.returncode != 0
    assert len(told(done)) == 1
