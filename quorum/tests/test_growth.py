"""What is written inside itself again and again takes size and time in proportion."""

from __future__ import annotations

import pytest

from quorum.tests.programs import compile_text

FEW, MANY = 6, 18
MAIN = """use Libraries.Containers.Array
class Main
    public Main next = undefined
    Array<Main> all
    Array<integer> places
    action Plus(integer x) returns integer
        return x + 1
    end
    action Boxed(Integer x) returns Integer
        return x
    end
    action Self(Main x) returns Main
        return me
    end
    action Me returns Main
        return me
    end
    action Try(integer i, integer j, number n, number m, text t, boolean b)
        STATEMENT
    end
    action Main
        Try(1, 2, 3, 4, "a", true)
    end
end
"""
# A statement is what comes first, then `again` as often as wanted, the middle, and as often `end`.
NESTED = {
    "a chain of calls": ("output Me()", ":Me()", ":Plus(1)", ""),
    "a chain of fields": ("output next", ":next", ":Plus(1)", ""),
    "a chain through an array": ("output all:Get(0)", ":all:Get(0)", ":Plus(1)", ""),
    "calls as arguments": ("output ", "Plus(", "i", ")"),
    "calls of an object as arguments": ("output ", "next:Plus(", "i", ")"),
    "calls that box and unbox": ("Integer found = ", "Boxed(Plus(", "Boxed(1)", "))"),
    "objects as arguments": ("Main found = ", "next:Self(", "next", "):Me()"),
    "places of places": ("output ", "places:Get(", "0", ")"),
    "a chain of text actions": ("output t", ":Trim()", "", ""),
    "texts as arguments": ("output ", "t:Replace(t, ", "t", ")"),
    "a chain of divisions of integers": ("output t:GetSize()", " / j", "", ""),
    "a chain of divisions of numbers": ("output n", " / m", "", ""),
    "a chain of remainders": ("output t:GetSize()", " mod j", "", ""),
    "a chain of remainders of numbers": ("output n", " mod m", "", ""),
    "divisions by divisions": ("output ", "i / (1 + t:GetSize() mod ", "j", ")"),
    "divisions of numbers by divisions": ("output ", "n / (m + n / ", "m", ")"),
    "products of sums": ("output ", "(", "i", " + j * i)"),
    "negatives": ("output ", "-(", "i * j", ")"),
    "negatives of numbers": ("output ", "-(", "n * m", ")"),
    "comparisons": ("output ", "(i < j) = (", "b", ")"),
    "conditions": ("output ", "b and (", "b", " or i = j)"),
    "joined texts": ("output ", "i + (", "t", " + n)"),
    "casts": ("output ", "cast(integer, cast(text, ", "i", "))"),
    "questions": ("output ", "input(", "t", ")"),
    "branches": ("i = 1 ", "if i = j\ni = i * j\nelse\n", "output i\n", "end\n"),
    "loops": ("i = 1 ", "repeat while i < j\ni = i * j\n", "output i\n", "end\n"),
}


@pytest.mark.parametrize("kind", NESTED)
def test_the_translation_grows_in_proportion(kind: str) -> None:
    begin, again, middle, end = NESTED[kind]
    sizes = []
    for times in (0, FEW, MANY):
        statement = begin + again * times + middle + end * times
        if begin.startswith("Plus("):
            statement += ")"
        program = compile_text(MAIN.replace("STATEMENT", statement)).program
        assert program is not None
        # Without spaces: what lies deep inside blocks is indented by so many.
        sizes.append(len("".join(program.text.split())))
    nothing, few, many = sizes
    assert many - nothing < 2 * MANY / FEW * (few - nothing)
