"""The options of `python -m device.virtual`: what is wrong is said in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from device.virtual.command_line import parse
from device.virtual.faults import KINDS


def refusal(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    with pytest.raises(SystemExit) as end:
        parse(arguments)
    assert end.value.code == 2
    return capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--baud", "fast"], "argument --baud: 'fast' is not a whole number"),
        (["--baud", "1"], "argument --baud: a line has 300 to 10000000 baud, not 1"),
        (["--memory", "much"], "argument --memory: 'much' is not a size: write for instance 64M"),
        (["--memory", "1M"], "argument --memory: a board needs at least 64M of memory, not 1M"),
        (["--listen", "here"], "argument --listen: 'here' is not HOST:PORT"),
        (["--control", "h:99999"], "argument --control: 'h:99999' is not HOST:PORT"),
        (["--fault", "fire"], "argument --fault: there is no fault 'fire': --list-faults shows"),
        (["--seed", "-1"], "argument --seed: '-1' is not a whole number"),
        (["--clock", "wall"], "argument --clock: invalid choice: 'wall'"),
        (["--colour"], "unrecognized arguments: --colour"),
    ],
)
def test_a_mistake_is_one_sentence_and_status_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str], sentence: str
) -> None:
    said = refusal(capsys, *arguments)
    assert said.startswith(sentence)
    assert said.count("\n") == 1


def test_a_scene_with_a_mistake_is_told_with_its_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "room.toml").write_text("loop_ms = -1\n")
    said = refusal(capsys, "--scene", str(tmp_path / "room.toml"))
    assert "room.toml" in said
    assert "loop_ms" in said


def test_every_option_reaches_the_board() -> None:
    setup = parse(
        [
            *("--listen", "[::1]:5", "--control", ":0", "--rfc2217"),
            *("--fault", "stuck", "--fault", "crash@run2"),
            *("--baud", "115200", "--memory", "128M"),
            *("--seed", "7", "--clock", "virtual"),
        ]
    )
    assert setup.listen == ("::1", 5)
    assert setup.control == ("127.0.0.1", 0)
    assert [planned.fault.kind.name for planned in setup.faults] == ["stuck", "crash"]
    assert setup.rfc2217
    options = setup.options
    assert (options.baud, options.seed, options.clock) == (115_200, 7, "virtual")
    assert options.memory_bytes == 128 * 1024 * 1024


def test_the_list_of_faults_has_a_line_for_each(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        parse(["--list-faults"])
    assert end.value.code == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0].partition(":")[0] for line in lines] == list(KINDS)
    assert (
        "unplug:VALUE        the cable is out for VALUE; the program runs on (VALUE: 1s)" in lines
    )


def test_the_help_explains_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["--help"])
    said = capsys.readouterr().out
    for option in ("--listen", "--control", "--scene", "--baud", "--fault", "--seed", "--clock"):
        assert option in said
