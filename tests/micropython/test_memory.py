"""What the pre-flight takes the libraries to weigh is what they weigh on MicroPython."""

from __future__ import annotations

import pytest

from quorum.preflight.memory import heap_needed
from tests.micropython import Program, run_programs

RUNTIME = "import quorum_runtime.program, quorum_runtime.printing"
# The model is rough: advice is given only where a program is clearly beyond the memory.
TOLERANCE_BYTES = 8_000


def held(library_classes: list[str]) -> int:
    """Bytes on the heap of a fresh interpreter after the runtime and these classes are loaded."""
    modules = [f"quorum_libraries.{name}".lower() for name in library_classes]
    imports = "\n".join([RUNTIME, *(f"import {module}" for module in modules)])
    empty, loaded = run_programs([Program("pass"), Program(imports)], virtual=True)
    assert loaded.events == ()
    return loaded.heap_bytes - empty.heap_bytes


@pytest.mark.parametrize(
    "library_classes",
    [
        [],
        ["Robots.M5Stack.Color"],
        ["Robots.M5Stack.Screen", "Robots.M5Stack.Color", "Robots.M5Stack.Timer"],
        ["Robots.HuskyLens.HuskyLens", "Robots.HuskyLens.Block", "Robots.M5Stack.Screen"],
        ["Containers.Array"],
        ["Containers.Array", "Containers.List", "Containers.HashTable", "Containers.Stack"],
        ["Compute.Math", "Compute.Random"],
        ["System.DateTime", "System.Console", "System.File", "System.Properties"],
    ],
    ids=" ".join,
)
def test_libraries_weigh_what_the_pre_flight_takes_them_to(library_classes: list[str]) -> None:
    expected = heap_needed([f"Libraries.{name}" for name in library_classes], "")
    assert abs(expected - held(library_classes)) < TOLERANCE_BYTES
