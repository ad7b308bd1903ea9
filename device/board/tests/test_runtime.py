"""The runtime below every translated program: numbers, texts, objects, and the run itself."""

from __future__ import annotations

import gc
import json
import math
import sys
import types
import weakref

import pytest
from quorum_runtime import arithmetic, errors, formatting, objects, parsing, program, stack, texts


def events(capsys: pytest.CaptureFixture[str]) -> list[list[object]]:
    lines = capsys.readouterr().out.split("\n")
    return [json.loads(line[1:]) for line in lines if line.startswith("\x1e")]


# --- numbers ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (0, 0),
        (2**31 - 1, 2**31 - 1),
        (2**31, -(2**31)),
        (-(2**31) - 1, 2**31 - 1),
        (2**64 + 5, 5),
        (-(2**100), 0),
    ],
)
def test_wrap_keeps_32_bits_with_their_sign(value: int, expected: int) -> None:
    assert arithmetic.wrap(value) == expected


@pytest.mark.parametrize(
    ("left", "right", "quotient", "rest"),
    [
        (7, 2, 3, 1),
        (-7, 2, -3, -1),
        (7, -2, -3, 1),
        (-7, -2, 3, -1),
        (-(2**31), -1, -(2**31), 0),
        (0, 5, 0, 0),
    ],
)
def test_integer_division_truncates_and_the_rest_has_the_sign_of_the_left_side(
    left: int, right: int, quotient: int, rest: int
) -> None:
    assert arithmetic.divide(left, right) == quotient
    assert arithmetic.remainder(left, right) == rest


def test_an_integer_divided_by_zero_is_an_error() -> None:
    with pytest.raises(errors.DivideByZeroError):
        arithmetic.divide(1, 0)
    with pytest.raises(errors.DivideByZeroError):
        arithmetic.remainder(1, 0)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (1.0, 0.0, math.inf),
        (-1.0, 0.0, -math.inf),
        (1.0, -0.0, -math.inf),
        (5, 0, math.inf),
        (1.0, 4.0, 0.25),
    ],
)
def test_a_number_divided_by_zero_is_infinite(left: float, right: float, expected: float) -> None:
    assert arithmetic.divide_number(left, right) == expected


def test_nothing_divided_by_nothing_is_no_number() -> None:
    for value in (0.0, -0.0, math.nan):
        assert math.isnan(arithmetic.divide_number(value, 0.0))
    assert math.isnan(arithmetic.remainder_number(5.0, 0.0))
    assert math.isnan(arithmetic.remainder_number(math.inf, 2.0))
    assert arithmetic.remainder_number(-5.5, math.inf) == -5.5


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (3.9, 3),
        (-3.9, -3),
        (1e20, 2**31 - 1),
        (-1e20, -(2**31)),
        (math.nan, 0),
        (math.inf, 2**31 - 1),
    ],
)
def test_truncation_saturates(value: float, expected: int) -> None:
    assert arithmetic.truncate(value) == expected


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.0, "0.0"),
        (-0.0, "-0.0"),
        (1.0, "1.0"),
        (100.0, "100.0"),
        (123.456, "123.456"),
        (0.001, "0.001"),
        (0.00099, "9.9E-4"),
        (9999999.0, "9999999.0"),
        (9999999.5, "9999999.5"),
        (1e7, "1.0E7"),
        (1.25e10, "1.25E10"),
        (1e16, "1.0E16"),
        (1e22, "1.0E22"),
        (1.7976931348623157e308, "1.7976931348623157E308"),
        (2.220446049250313e-16, "2.220446049250313E-16"),
        (-1e-5, "-1.0E-5"),
        (5e-324, "4.9E-324"),
        (2e-323, "2.0E-323"),
        (5e-323, "4.9E-323"),
        (math.inf, "Infinity"),
        (-math.inf, "-Infinity"),
        (math.nan, "NaN"),
    ],
)
def test_numbers_are_written_as_java_writes_them(value: float, shown: str) -> None:
    assert formatting.number_text(value) == shown


@pytest.mark.parametrize("text", ["0", "+5", "-5", "007", "-2147483648", "0000000000000005"])
def test_integers_are_read(text: str) -> None:
    assert parsing.parse_integer(text) == int(text)


@pytest.mark.parametrize("text", [None, "", "+", "-", "1.0", " 1", "1 ", "2147483648", "9" * 5000])
def test_everything_else_is_no_integer(text: str | None) -> None:
    with pytest.raises(errors.CastError):
        parsing.parse_integer(text)


# --- texts and objects ------------------------------------------------------------------------


def test_hash_codes_of_texts_count_utf16_units() -> None:
    assert texts.text_hash("") == 0
    assert texts.text_hash("Hello") == 69609650
    assert texts.text_hash("🤖") == 31 * 0xD83E + 0xDD16


def test_comparing_with_an_undefined_text_is_an_error() -> None:
    with pytest.raises(errors.UndefinedObjectError):
        texts.compare_text("a", None)


def test_objects_are_equal_to_themselves_alone_and_keep_their_hash_code() -> None:
    one, other = objects.Object(), objects.Object()
    assert one.Equals__Object(one)
    assert not one.Equals__Object(other)
    assert one.GetHashCode__() == one.GetHashCode__() != 0
    assert one.Compare__Object(other) == -other.Compare__Object(one) != 0


def test_errors_are_objects_too() -> None:
    error = errors.CastError()
    assert error.GetErrorMessage__()
    error.SetErrorMessage__text("own")
    assert str(error) == "own"
    assert error.Equals__Object(error)
    assert isinstance(error, errors.Error)


# --- the run ----------------------------------------------------------------------------------


def test_a_program_ends_with_its_time(capsys: pytest.CaptureFixture[str]) -> None:
    program.run(lambda: lambda: None)
    (last,) = events(capsys)
    assert last[0] == "end"
    assert isinstance(last[1], int)


@pytest.mark.parametrize(
    ("statement", "name", "message"),
    [
        ("raise errors.Error('too far')", "Error", "too far"),
        ("raise errors.CastError()", "CastError", errors.CastError.message),
        ("None.Clear__()", "UndefinedObjectError", None),
        ("raise MemoryError()", "MemoryError", ""),
        ("raise type('c_TooHot', (errors.Error,), {})('hot')", "TooHot", "hot"),
    ],
)
def test_an_error_is_told_with_the_lines_of_the_program_innermost_first(
    capsys: pytest.CaptureFixture[str], statement: str, name: str, message: str | None
) -> None:
    text = (
        "def program():\n    def inner():\n"
        f"        {statement}\n    def start():\n        inner()\n"
    )
    text += "    return start\n"
    namespace: dict[str, object] = {"errors": errors}
    exec(compile(text, "<stdin>", "exec"), namespace)
    program.run(namespace["program"])
    error, last = events(capsys)
    assert error[:2] == ["error", name]
    if message is not None:
        assert error[2] == message
    assert error[3] == [3, 5]
    assert last[0] == "end"


def test_an_endless_recursion_is_told_with_few_lines(capsys: pytest.CaptureFixture[str]) -> None:
    namespace: dict[str, object] = {}
    exec(compile("def f():\n    f()\n", "<stdin>", "exec"), namespace)
    program.run(lambda: namespace["f"])
    error, _ = events(capsys)
    assert error[1] == "RecursionError"
    assert error[3] == [2] * stack.MOST_LINES


def test_what_micropython_prints_about_an_error_gives_the_same_lines() -> None:
    printed = (
        "Traceback (most recent call last):\n"
        '  File "<stdin>", line 30, in <module>\n'
        '  File "quorum_runtime/program.py", line 24, in run\n'
        '  File "<stdin>", line 7, in Main__\n'
        "Error: too far\n"
    )
    assert stack._lines_of_text(printed) == [30, 7]


@pytest.fixture
def adapter(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A board adapter that a program before has imported; what is asked of it."""
    calls: list[str] = []
    module = types.ModuleType("board_adapter")
    module.tidy = lambda: calls.append("tidy")  # type: ignore[attr-defined]
    module.reset = lambda well: calls.append(f"reset {well}")  # type: ignore[attr-defined]
    module.silence = lambda: calls.append("silence")  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "board_adapter", module)
    return calls


def test_the_hardware_is_tidied_before_every_program_and_reset_after_it(
    adapter: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    program.run(lambda: lambda: None)
    assert adapter == ["tidy", "reset True"]


def test_the_hardware_learns_of_a_bad_end(
    adapter: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    program.run(lambda: None.start)  # type: ignore[attr-defined]
    assert adapter == ["tidy", "reset False"]


def interrupted() -> None:
    raise KeyboardInterrupt


def test_an_interrupt_passes_through_but_the_hardware_is_silenced(
    adapter: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(KeyboardInterrupt):
        program.run(lambda: interrupted)
    assert adapter == ["tidy", "reset False"]
    assert events(capsys) == []


def test_a_second_interrupt_does_not_keep_the_hardware_from_being_silenced(
    adapter: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def reset(well: bool) -> None:
        adapter.append(f"reset {well}")
        if len(adapter) == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["board_adapter"], "reset", reset)
    with pytest.raises(KeyboardInterrupt):
        program.run(lambda: lambda: None)
    assert adapter == ["tidy", "reset True", "reset False"]


@pytest.mark.parametrize("moment", ["tidy", "reset"])
def test_hardware_that_cannot_be_reset_is_a_mistake_of_the_platform(
    adapter: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    moment: str,
) -> None:
    def broken(well: bool = True) -> None:
        raise OSError(19)

    monkeypatch.setattr(sys.modules["board_adapter"], moment, broken)
    program.run(lambda: lambda: None)
    error, last = events(capsys)
    assert error[:3] == ["error", "python:OSError", "19"]
    assert last[0] == "end"


def test_the_board_can_be_silenced_without_a_program(adapter: list[str]) -> None:
    program.silence()
    assert adapter == ["silence"]


def test_a_program_without_hardware_touches_no_adapter(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "board_adapter", raising=False)
    program.run(lambda: lambda: None)
    assert "board_adapter" not in sys.modules


def test_shared_objects_and_hash_codes_do_not_outlive_a_program(
    capsys: pytest.CaptureFixture[str],
) -> None:
    class Shared(objects.Object):
        pass

    seen: list[object] = []

    def start() -> None:
        seen.append(objects.shared_object(Shared))
        assert objects.shared_object(Shared) is seen[-1]
        assert objects.Object().GetHashCode__() == 1

    program.run(lambda: start)
    program.run(lambda: start)
    assert seen[0] is not seen[1]
    assert [event[0] for event in events(capsys)] == ["end", "end"]


def repl_after(program_text: str, **names: object) -> dict[str, object]:
    """The names that lie in the REPL after it has run a program."""
    left: dict[str, object] = {"__name__": "__main__", **names}
    run = "from quorum_runtime.program import run\n"
    exec(compile(run + program_text + "run(program)\n", "<stdin>", "exec"), left)
    return left


def test_no_name_of_a_program_nor_of_anybody_else_is_left_in_the_repl(
    capsys: pytest.CaptureFixture[str],
) -> None:
    names = repl_after("def program():\n    return lambda: None\n", typed_by_hand=1)
    assert set(names) <= {"__name__", "__builtins__"}
    assert [event[0] for event in events(capsys)] == ["end"]


def test_what_a_program_held_can_be_collected_when_it_has_ended(
    capsys: pytest.CaptureFixture[str],
) -> None:
    seen: list[weakref.ref[type]] = []
    text = (
        "def program():\n"
        "    from quorum_runtime.objects import Object, shared_object\n"
        "    class c_Shared(Object):\n        pass\n"
        "    __see__(c_Shared)\n"
        "    return lambda: shared_object(c_Shared)\n"
    )
    repl_after(text, __see__=lambda of_class: seen.append(weakref.ref(of_class)))
    gc.collect()
    assert [reference() for reference in seen] == [None]
