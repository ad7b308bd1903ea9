"""Blocks deep inside each other: more than Python itself nests in one function."""

from __future__ import annotations

import pytest

from quorum import SourceFile, compile_program
from quorum.checker.statements import DEEPEST_CHECK
from quorum.diagnostics import Reporter
from quorum.parser import parse
from quorum.parser.tokens import DEEPEST_BLOCK
from quorum.tests.corpus import Case, cases
from quorum.tests.programs import mistakes, outputs, run_compiled
from quorum.translator.deep import DEEPEST

# A statement that opens a block, and what closes it; each adds one to `n` where it closes.
BLOCKS = {
    "if": ("if n > -1\ninteger x{0} = n\n", "n = n + 1\nend\n"),
    "repeat": ("repeat 1 times\n", "n = n + 1\nend\n"),
    "while": ("boolean go{0} = true\nrepeat while go{0}\ngo{0} = false\n", "n = n + 1\nend\n"),
    "check": ("check\n", "detect e{0}\noutput 1\nalways\nn = n + 1\nend\n"),
    "detect": ('check\nalert("x")\ndetect e{0}\n', "always\nn = n + 1\nend\n"),
    "chosen": (
        'check\nalert("x")\ndetect a{0} is Libraries.Language.Errors.CastError\ndetect b{0}\n',
        "always\nn = n + 1\nend\n",
    ),
}
# The block of the action counts too, and one is left for an `if` in the middle.
MOST = DEEPEST_BLOCK - 2
NESTS = [
    ["if"] * MOST,
    ["repeat"] * MOST,
    ["while"] * MOST,
    ["check"] * DEEPEST_CHECK,
    ["detect"] * DEEPEST_CHECK,
    ["chosen"] * DEEPEST_CHECK + ["while"] * (MOST - DEEPEST_CHECK),
    ["repeat"] * (MOST - DEEPEST_CHECK) + ["chosen"] * DEEPEST_CHECK,
    ["chosen", "while", "if", "repeat"] * DEEPEST_CHECK,
]


def _program(nest: list[str], innermost: str) -> str:
    opened = "".join(BLOCKS[kind][0].format(place) for place, kind in enumerate(nest))
    closed = "".join(BLOCKS[kind][1].format(place) for place, kind in reversed([*enumerate(nest)]))
    head = "action Main\noutput Go()\nend\naction Go returns integer\ninteger n = 0\n"
    return f"{head}{opened}{innermost}{closed}return n\nend\n"


@pytest.mark.parametrize("nest", NESTS, ids=lambda nest: f"{len(nest)} {'-'.join(nest[:3])}")
def test_blocks_deep_inside_each_other_do_what_they_do_alone(nest: list[str]) -> None:
    assert outputs(_program(nest, "n = n + 1000\n"))[-1] == str(1000 + len(nest))


@pytest.mark.parametrize("nest", NESTS, ids=lambda nest: f"{len(nest)} {'-'.join(nest[:3])}")
def test_a_return_leaves_all_of_them(nest: list[str]) -> None:
    leave = "n = n + 7000\nif n > 0\nreturn n\nend\n"
    # The result is worked out before any `always` block runs.
    assert outputs(_program(nest, leave))[-1] == "7000"


def test_deeper_blocks_are_refused_politely() -> None:
    assert mistakes(_program(["if"] * DEEPEST_BLOCK, "")) == ["TOO_DEEP"]
    assert mistakes(_program(["check"] * (DEEPEST_CHECK + 1), "")) == ["TOO_DEEP"]


def _is_of_statements(case: Case) -> bool:
    class_ = parse(Reporter(case.sources[0]), "main").class_
    return class_.implicit and not case.sources[0].text.startswith(("use", "package", "action"))


WHOLE = [
    case
    for case in cases()
    if case.area in {"arithmetic", "control", "errors", "scope", "variables"}
    and not case.refused
    and _is_of_statements(case)
]


@pytest.mark.parametrize("case", WHOLE, ids=str)
def test_a_whole_program_does_the_same_deep_inside_blocks(case: Case) -> None:
    main, *others = case.sources
    depth = DEEPEST + 3
    text = "repeat 1 times\n" * depth + main.text + "end\n" * depth
    program = compile_program([SourceFile(main.name, text), *others]).program
    assert program is not None
    run = run_compiled(program, case.reads)
    assert (run.lines, run.error) == (case.prints, case.stops)
