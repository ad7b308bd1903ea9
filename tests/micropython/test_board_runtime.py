"""The runtime on real MicroPython: its trace, its REPL, and its files compiled and installed."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import cast

import pytest

from device.exceptions import InstallationFailed
from device.installation import runtime_files
from device.link.installer import install
from device.link.raw_repl import RawRepl
from quorum import SourceFile, compile_program
from quorum.host import Event
from tests.micropython import Program, run_programs
from tests.micropython.this_python import SIMULATED_TIME

MISSIONS = Path(__file__).parent.parent.parent / "missions" / "content"
MPY = 774  # sys.implementation._mpy of this MicroPython: version 6, sub-version 3, no native code


def printed(text: str, files: Mapping[str, bytes] | None = None) -> list[str]:
    """What a piece of Python prints there, errors and all."""
    (run,) = run_programs([Program(text)], files=files)
    return [str(event.values[0]) for event in run.events]


def test_no_text_can_end_its_line_or_begin_another_on_micropython_either() -> None:
    codes = [*range(0x20), 0x22, 0x5C, *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF]
    text = f"from quorum_runtime.trace import emit\nfor code in {codes}: emit('output', chr(code))"
    (run,) = run_programs([Program(text)])
    assert run.events == tuple(Event("output", (chr(code),)) for code in codes)


def test_a_flood_tells_what_is_missing_on_micropython_too() -> None:
    text = (
        "from quorum_runtime.trace import begin, emit\nbegin()\n"
        "for number in range(20000): emit('light', 0, number)\nemit('end', 1)"
    )
    (run,) = run_programs([Program(text)])
    missing = sum(event.values[0] for event in run.events if event.kind == "dropped")
    lights = [event.values[1] for event in run.events if event.kind == "light"]
    assert missing > 0
    assert missing + len(lights) == 20000
    assert lights == sorted(lights)
    assert (lights[-1], run.events[-1]) == (19999, Event("end", (1,)))


def test_a_program_leaves_no_names_in_the_repl_of_micropython() -> None:
    text = (
        "from quorum_runtime.program import run\ntyped_by_hand = 1\n"
        "def program():\n    return lambda: None\nrun(program)\nprint(sorted(globals()))"
    )
    assert printed(text)[1:] == ["['__name__']"]


def test_a_source_hides_the_compiled_file_beside_it() -> None:
    """So the installer has to remove it."""
    compiled = {"quorum_runtime/__init__.mpy": b"", **(runtime_files(MPY))}
    files = {**compiled, "quorum_runtime/trace.py": b"RECORD = 'the source'"}
    text = "from quorum_runtime import trace\nprint(trace.RECORD)"
    assert printed(text, files) == ["the source"]


def test_the_firmware_is_one_that_takes_compiled_files() -> None:
    assert printed("import sys\nprint(sys.implementation._mpy)") == [str(MPY)]
    assert all(path.endswith(".mpy") for path in runtime_files(MPY))


@pytest.mark.parametrize("path", sorted(MISSIONS.glob("*/solution.quorum")), ids=str)
def test_a_mission_runs_the_same_from_compiled_files(path: Path) -> None:
    translated = compile_program([SourceFile("Main.quorum", path.read_text("utf-8"))]).program
    assert translated is not None
    scene = tomllib.loads(path.with_name("scene.toml").read_text("utf-8"))
    program = Program(
        translated.text, f"import virtual_scene\nvirtual_scene.show({json.dumps(scene)!r})"
    )
    (from_sources,) = run_programs([program], virtual=True, setup=SIMULATED_TIME)
    (compiled,) = run_programs(
        [program], virtual=True, setup=SIMULATED_TIME, files=runtime_files(MPY)
    )
    assert from_sources.events[-1].kind == "end"
    assert compiled.events == from_sources.events


def test_a_traceback_from_a_compiled_file_names_the_file_of_the_board() -> None:
    text = "import quorum_runtime.program\nquorum_runtime.program.run(None)"
    told = "".join(printed(text, runtime_files(MPY)))
    assert 'File "quorum_runtime/program.py", line' in told


class Listening:
    """A board on which an old file lies; it only writes down what it should execute."""

    def __init__(self) -> None:
        self.programs: list[str] = []

    def execute(self, source: str, *, timeout_s: float = 10.0) -> str:
        self.programs.append(source)
        return "quorum_runtime/old.py 0123\n"


def test_micropython_understands_what_the_installer_sends() -> None:
    files = {**runtime_files(MPY), "quorum_runtime/every_byte.bin": bytes(range(256)) * 40}
    listening = Listening()
    with pytest.raises(InstallationFailed):  # nothing has arrived anywhere
        install(cast(RawRepl, listening), "/lib", files)
    # Its last question is for the SHA-256 of each file.
    told = printed("".join(listening.programs), {"lib/quorum_runtime/old.py": b""})
    told = [line for line in told if line]
    expected = [f"{path} {sha256(data).hexdigest()}" for path, data in sorted(files.items())]
    assert told[-len(expected) :] == expected
    assert " " not in told[-len(expected) - 1]  # the old file is not listed any more
