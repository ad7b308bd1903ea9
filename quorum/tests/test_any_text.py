"""The compiler never fails, whatever it is given; and a text it accepts can be translated."""

from __future__ import annotations

import ast
import random

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quorum import SourceFile, compile_program
from quorum.lexer import RESERVED

OPERATORS = "+ - * / = not= > >= < <= ( ) , . : [ ] { } ; # ' \" « » “ ” == != && ++ += // /* */"
PIECES = 'x y z Main Array Integer Text Object Error f 5 2.5 "text" "a 0 2147483648 1e5 é \u00a0'

WORDS = [
    *sorted(RESERVED),
    *OPERATORS.split(" "),
    *PIECES.split(" "),
    "\n",
    "\n",
    "\n",
    "Screen",
    "use Libraries.Robots.M5Stack.Screen\n",
    "Screen screen\n",
    "screen:Clear()\n",
    "action Main\n",
    "class A\n",
    "end\n",
    "repeat 3 times\n",
    "x = 5\n",
    "me:x",
    "parent:Object:Equals(me)",
]

PROGRAM = """use Libraries.Robots.M5Stack.Screen
use Libraries.Language.Errors.CastError
class Main is Object
    Screen screen
    public integer count = 5
    constant number half = 0.5
    on create
        count = count + 1
    end
    action Main
        integer x = cast(integer, "12")
        repeat while x > 0 and not (x = 3)
            x = x - 1
            if x mod 2 = 0
                screen:Output("x " + x, 1, 2)
            elseif x < count
                output me:Twice(x)
            else
                output half * x
            end
        end
        check
            alert("oh")
        detect e is CastError
            output e:GetErrorMessage()
        always
            say "done"
        end
    end
    action Twice(integer n) returns integer
        return n * 2
    end
end
"""


def survives(text: str) -> None:
    compilation = compile_program([SourceFile("main.quorum", text)])
    for found in compilation.diagnostics:
        assert found.code != "Q9001", text
        assert found.line >= 1
        assert found.column >= 1
        assert (found.end_line, found.end_column) >= (found.line, found.column)
        for language in ("fr", "en"):
            assert found.message(language)
            found.hint(language)
    if not compilation.diagnostics:
        assert compilation.program is not None
        ast.parse(compilation.program.text)


anything = settings(deadline=None, max_examples=300, suppress_health_check=list(HealthCheck))


@anything
@given(st.text(st.characters(exclude_categories=[])))
@example("\ud800")
@example("output \ud800")
@example("x\x00")
def test_any_characters_are_survived(text: str) -> None:
    survives(text)


@anything
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_words_are_survived(words: list[str]) -> None:
    survives(" ".join(words))


@anything
@given(st.integers(0, 2**32))
def test_any_damage_to_a_program_is_survived(seed: int) -> None:
    """Words removed, doubled, swapped or replaced in a program that was right."""
    chance = random.Random(seed)
    tokens = PROGRAM.replace("\n", " \n ").split(" ")
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(tokens))
        match chance.randrange(4):
            case 0:
                del tokens[place]
            case 1:
                tokens.insert(place, tokens[place])
            case 2:
                other = chance.randrange(len(tokens))
                tokens[place], tokens[other] = tokens[other], tokens[place]
            case _:
                tokens[place] = chance.choice(WORDS)
    survives(" ".join(tokens))


@anything
@given(st.integers(0, len(PROGRAM)), st.integers(0, 5))
def test_a_program_cut_or_pierced_anywhere_is_survived(place: int, size: int) -> None:
    survives(PROGRAM[:place])
    survives(PROGRAM[:place] + PROGRAM[place + size :])


@anything
@given(st.integers(0, len(PROGRAM) - 1), st.characters(exclude_categories=[]))
def test_a_program_with_any_wrong_character_is_survived(place: int, character: str) -> None:
    survives(PROGRAM[:place] + character + PROGRAM[place + 1 :])


def test_the_undamaged_program_is_right() -> None:
    assert compile_program([SourceFile("main.quorum", PROGRAM)]).diagnostics == ()


@pytest.mark.parametrize(
    "character", ['"', "/*", "'", "«", "(", "{", "}", "if ", "a.", "a:", "\u00a0 "]
)
def test_long_repetitions_of_a_character_are_survived(character: str) -> None:
    survives(character * 20000)


def test_no_sources_is_a_diagnostic() -> None:
    assert [found.code for found in compile_program([]).diagnostics] == ["Q0003"]
