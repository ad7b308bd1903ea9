"""What the students hand in."""

import random
from dataclasses import dataclass

from tests.acceptance.processes import ROOT
from tests.acceptance.programs import ENDLESS, FLOOD, HELLO, HELLO_WITH_A_MISTAKE

SLOW = """use Libraries.Robots.M5Stack.Screen
use Libraries.Robots.M5Stack.Timer

Screen screen
Timer timer
output "I begin"
timer:Sleep(1500)
output "Bonjour"
screen:OutputLine("Bonjour")
"""
WRONG = (ROOT / "missions/content/01-say-hello/wrong-only-output.quorum").read_text("utf-8")
ERROR = """integer apples = 5
integer children = 0
output "Each gets"
output apples / children
"""
CRASHING = """class Main
    action Main
        output Deeper(1)
    end

    action Deeper(integer level) returns integer
        return Deeper(level + 1) + 1
    end
end
"""


@dataclass(frozen=True)
class Program:
    """A program, its kind for the report, and whether the compiler takes it."""

    kind: str
    code: str
    compiles: bool = True


# The endless ones are rare: each takes a board for ten seconds.
PROGRAMS = (
    (Program("good", HELLO), 12),
    (Program("slow", SLOW), 4),
    (Program("wrong", WRONG), 6),
    (Program("error", ERROR), 5),
    (Program("crashing", CRASHING), 3),
    (Program("endless", ENDLESS), 1),
    (Program("flood", FLOOD), 1),
    (Program("does not compile", HELLO_WITH_A_MISTAKE, compiles=False), 2),
)


def choose(chance: random.Random) -> Program:
    """One of them, by their weights."""
    programs, weights = zip(*PROGRAMS, strict=True)
    return chance.choices(programs, weights)[0]
