"""Quorum programs of a wanted length, as a class would write them: for measuring the compiler."""

from __future__ import annotations

from collections.abc import Iterator

from quorum import SourceFile

# A class of more lines than this goes into a file of its own, as people do it.
LINES_OF_A_FILE = 250

# What a lesson begins with: 30 lines, no class, no action.
_FIRST_STEPS = """use Libraries.Robots.M5Stack.Screen
use Libraries.Robots.M5Stack.Color

// Draws a staircase and counts its steps.
Screen screen
Color color
integer steps = 0
integer x = 10
integer y = 200
text name = "Ada"

screen:Clear()
repeat while x < screen:GetWidth() - 30
    screen:DrawLine(x, y, x + 20, y, color:GREEN)
    screen:DrawLine(x + 20, y, x + 20, y - 15, color:GREEN)
    x = x + 20
    y = y - 15
    steps = steps + 1
end

number average = 0.0
if steps > 0
    average = 300.0 / steps
end
output name + " climbs " + steps + " steps"
if average > 20.0
    output "They are wide: " + average
else
    output "They are narrow: " + average
end
"""

_ACTION = """
    // Looks {n} at what the station has counted so far.
    action Count{n}(integer limit, text label) returns integer
        integer sum = 0
        integer i = {n}
        repeat while i < limit
            if i mod 3 = 0
                sum = sum + i * 2
            elseif i mod 5 = 0 and sum > 100
                sum = sum - i / 2
            else
                count = count + 1
            end
            i = i + 1
        end
        if sum > best
            best = sum
            names:Add(label + " " + sum)
        end
        return sum
    end
"""
_TEXTS = """
    // Tells about the station number {n}.
    action Describe{n}(text name) returns text
        text result = "Station " + name + ": "
        repeat 3 times
            result = result + average + ", "
        end
        average = (average + {n}.5) / 2
        return result:ToUpperCase()
    end
"""
_ERRORS = """
    action Careful{n}(integer place)
        check
            Integer value = values:Get(place)
            count = count + cast(integer, value)
            if value:Equals(count)
                alert("that is too much")
            end
        detect e is InvalidLocationError
            output "Nothing at " + place + ": " + e:GetErrorMessage()
        detect other
            output "Otherwise " + {n}
        end
    end
"""
_PATTERNS = (_ACTION, _TEXTS, _ERRORS)
_HEAD = """use Libraries.Containers.Array
use Libraries.Language.Errors.InvalidLocationError

class {name}
    private integer count = 0
    private integer best = 0
    private number average = 0.0
    private Array<text> names
    private Array<Integer> values
"""
_MAIN = """
    action Main
        integer total = Count0(20, "first")
        output "total " + total
        output Describe1("north")
        Careful2(total)
{others}    end
"""


def program(lines: int, *, one_file: bool = False) -> list[SourceFile]:
    """A program of exactly so many lines: the main class and, if it is long, further classes."""
    if lines == _FIRST_STEPS.count("\n"):
        return [SourceFile("Main.quorum", _FIRST_STEPS)]
    longest = lines if one_file else LINES_OF_A_FILE
    files = -(-lines // longest)
    names = [f"Station{number}" for number in range(1, files)]
    sources = []
    for name in names:
        sources.append(_file(name, longest, None))
        lines -= longest
    return [_file("Main", lines, names), *sources]


def _file(name: str, lines: int, others: list[str] | None) -> SourceFile:
    """A class of so many lines; the main class uses the other ones."""
    text = _HEAD.format(name=name)
    if others is not None:
        made = "".join(
            f"        {other} station{n}\n        station{n}:Careful2({n})\n"
            for n, other in enumerate(others)
        )
        text += _MAIN.format(others=made)
    for member in _members():
        if text.count("\n") + member.count("\n") >= lines:
            break
        text += member
    missing = lines - text.count("\n") - 1
    text += "".join(f"    // line {n} of the notes\n" for n in range(missing))
    return SourceFile(f"{name}.quorum", text + "end\n")


def _members() -> Iterator[str]:
    number = 0
    while True:
        yield _PATTERNS[number % len(_PATTERNS)].format(n=number)
        number += 1
