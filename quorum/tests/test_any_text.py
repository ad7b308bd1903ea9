"""The compiler never fails, whatever it is given; and a text it accepts can be translated."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quorum import SourceFile, compile_program
from quorum.tests.fuzzing import WORDS, examine, mutant, right_programs

MUTANTS = 2000

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
    examine([SourceFile("main.quorum", text)])


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


@pytest.mark.parametrize("first", range(0, MUTANTS, 100))
def test_any_damage_to_right_programs_is_survived(first: int) -> None:
    """Words, lines, values and characters removed, doubled, replaced, mixed with other programs.

    `make fuzz` goes through many more of them.
    """
    for number in range(first, first + 100):
        examine(mutant(number))


def test_every_right_program_is_translated_into_names_of_the_translator() -> None:
    for program in right_programs():
        assert examine(list(program)).program is not None, program[0].text


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
