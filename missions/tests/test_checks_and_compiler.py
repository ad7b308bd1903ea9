"""The checks on programs ask for the words that the compiler really uses."""

import pytest

from missions.checks import Evidence
from missions.checks.program import CONSTRUCTS
from missions.tests.evidence_makers import outcome_of
from tests.board_runs import compiled

PROGRAMS = {
    "repeat times": "repeat 3 times\n    output 1\nend\n",
    "repeat while": "repeat while false\n    output 1\nend\n",
    "repeat until": "repeat until true\n    output 1\nend\n",
    "if": "if true\n    output 1\nend\n",
    "elseif": "if true\n    output 1\nelseif true\n    output 2\nend\n",
    "else": "if true\n    output 1\nelse\n    output 2\nend\n",
    "action": "action Main\n    Greet()\nend\n\naction Greet\n    output 1\nend\n",
    "parameters": "action Main\n    Say(1)\nend\n\naction Say(integer n)\n    output n\nend\n",
    "returns": (
        "action Main\n    output Half(4)\nend\n\n"
        "action Half(integer n) returns integer\n    return n / 2\nend\n"
    ),
    "and": "output true and false\n",
    "or": "output true or false\n",
    "not": "output not true\n",
    "mod": "output 7 mod 2\n",
    "cast": 'output cast(integer, "3")\n',
    "check": "check\n    output 1\ndetect e\n    output 2\nend\n",
    "constant": "constant integer a = 1\noutput a\n",
    "class": "class Main\n    action Main\n        output 1\n    end\nend\n",
}
PLAIN = "output 1\n"


def evidence_of(source: str) -> Evidence:
    return Evidence(output=[], trace=[], facts=compiled(source).facts, source=source)


@pytest.mark.parametrize("construct", sorted(CONSTRUCTS))
def test_a_construct_is_found_in_a_program_that_has_it_and_only_there(construct):
    check = {"kind": "uses", "construct": construct}
    source = PROGRAMS["repeat times" if construct == "repeat" else construct]
    assert outcome_of(check, evidence_of(source)).passed
    assert not outcome_of(check, evidence_of(PLAIN)).passed


def test_a_call_is_found_by_class_and_action_also_at_the_end_of_a_chain():
    source = (
        "use Libraries.Robots.HuskyLens.HuskyLens\n"
        "HuskyLens camera\n"
        "camera:RequestBlocks()\n"
        "output camera:GetBlock(0):GetID()\n"
    )
    for action in ("HuskyLens:RequestBlocks", "HuskyLens:GetBlock", "Block:GetID"):
        assert outcome_of({"kind": "calls", "action": action}, evidence_of(source)).passed
    assert not outcome_of({"kind": "calls", "action": "Block:GetX"}, evidence_of(source)).passed


def test_statements_are_counted():
    source = "integer a = 1\nrepeat 3 times\n    a = a + 1\nend\noutput a\n"
    assert outcome_of({"kind": "at-most-statements", "limit": 4}, evidence_of(source)).passed
    assert not outcome_of({"kind": "at-most-statements", "limit": 3}, evidence_of(source)).passed
