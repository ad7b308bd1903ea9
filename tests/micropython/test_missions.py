"""The programs of every mission do the same on both hosts, down to the last event of the trace.

The time is simulated, so the numbers of the camera's pictures and the time of execution are equal
too. Missions are found by their folders.
"""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path

import pytest

from quorum import SourceFile, compile_program
from quorum.host import Event
from tests.micropython import Program, run_programs
from tests.micropython.this_python import SIMULATED_TIME, run_programs_here

CONTENT = Path(__file__).resolve().parents[2] / "missions" / "content"
PROGRAMS = sorted(CONTENT.glob("*/*.quorum"))

SWITCH_ON = """
import virtual_scene
virtual_scene.show({scene!r})
"""


@cache
def translated() -> dict[Path, Program]:
    """Every program of every mission, with its scene put up before it."""
    programs = {}
    for path in PROGRAMS:
        program = compile_program([SourceFile(path.name, path.read_text("utf-8"))]).program
        assert program is not None, path
        scene = tomllib.loads((path.parent / "scene.toml").read_text("utf-8"))
        programs[path] = Program(program.text, SWITCH_ON.format(scene=json.dumps(scene)))
    return programs


@cache
def runs_here() -> dict[Path, tuple[Event, ...]]:
    """All programs, run in one process of this Python."""
    runs = run_programs_here(list(translated().values()), setup=SIMULATED_TIME)
    return dict(zip(translated(), runs, strict=True))


@cache
def runs_on_micropython() -> dict[Path, tuple[Event, ...]]:
    """All programs, run in one interpreter."""
    runs = run_programs(list(translated().values()), virtual=True, setup=SIMULATED_TIME)
    return {path: run.events for path, run in zip(translated(), runs, strict=True)}


@pytest.mark.parametrize("path", PROGRAMS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_program_of_a_mission_leaves_the_same_trace_on_both_hosts(path: Path) -> None:
    assert runs_here()[path] == runs_on_micropython()[path]
    assert runs_here()[path][-1].kind == "end"


def test_every_mission_has_programs() -> None:
    missions = {path.parent for path in CONTENT.glob("*/mission.toml")}
    assert missions == {path.parent for path in PROGRAMS}
