"""The library: signature files that can be read, and an implementation on the board for each."""

from __future__ import annotations

import importlib
import sys

import pytest

from quorum import library
from quorum.host import BOARD_FILES
from quorum.tests.programs import mistakes, outputs
from quorum.translator.naming import action_name, library_module
from quorum.types import BOX_NAMES, is_primitive

NAMES = sorted(library.class_names())


@pytest.mark.parametrize("name", NAMES)
def test_every_signature_file_declares_its_class(name: str) -> None:
    info = library.load(name)
    assert info is not None
    assert info.full_name == name


@pytest.mark.parametrize("name", NAMES)
def test_every_action_is_implemented_on_the_board(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path, str(BOARD_FILES / "virtual")])
    info = library.load(name)
    assert info is not None
    class_ = getattr(importlib.import_module(library_module(info)), info.name)
    for overloads in info.actions.values():
        for action in overloads:
            if action.system:
                assert callable(getattr(class_, action_name(action), None)), action.signature


@pytest.mark.parametrize("primitive", BOX_NAMES)
def test_actions_of_primitives_are_functions_too(primitive: object) -> None:
    assert is_primitive(primitive)  # type: ignore[arg-type]
    info = library.load(BOX_NAMES[primitive])  # type: ignore[index]
    module = importlib.import_module(f"quorum_runtime.{primitive}_actions")
    assert info is not None
    for overloads in info.actions.values():
        for action in overloads:
            if action.name not in {"GetValue", "SetValue"}:
                assert callable(getattr(module, action_name(action), None)), action.signature


# --- containers -------------------------------------------------------------------------------

USES = "use Libraries.Containers.all\nuse Libraries.Containers.Support.Comparison\n"
ARRAY = USES + "Array<integer> a\na:Add(30)\na:Add(10)\na:Add(20)\n"
SHOW = "i = 0\nrepeat a:GetSize() times\noutput a:Get(i)\ni = i + 1\nend\n"


@pytest.mark.parametrize(
    ("statements", "shown"),
    [
        (SHOW, ["30", "10", "20"]),
        ("a:Sort()\n" + SHOW, ["10", "20", "30"]),
        ("a:Add(1, 5)\n" + SHOW, ["30", "5", "10", "20"]),
        ("a:AddToFront(5)\na:Set(1, 6)\n" + SHOW, ["5", "6", "10", "20"]),
        ("a:RemoveAt(1)\n" + SHOW, ["30", "20"]),
        ("output a:Remove(10)\noutput a:Remove(11)\n" + SHOW, ["true", "false", "30", "20"]),
        ("output a:Has(20)\noutput a:GetFirstLocation(20)", ["true", "2"]),
        ("output a:GetFromFront() + a:GetFromEnd()", ["50"]),
        ("a:SetSize(4)\noutput a:GetSize()\noutput a:Get(3)", ["4", "! UndefinedObjectError"]),
        ("output a:Get(3)", ["! InvalidLocationError"]),
        ("a:Add(5, 1)", ["! InvalidLocationError"]),
        ("a:Empty()\noutput a:IsEmpty()\na:GetFromEnd()", ["true", "! InvalidLocationError"]),
        ("Array<integer> b = a:CopyToArray()\nb:Add(1)\noutput a:GetSize()", ["3"]),
        ("Array<integer> b = cast(Array<integer>, a:Copy())\noutput b:Get(0)", ["30"]),
        (
            "Iterator<integer> it = a:GetIterator()\nrepeat while it:HasNext()\n"
            "output it:Next()\nend\noutput it:GetCurrent()\nit:Next()",
            ["30", "10", "20", "20", "! InvalidLocationError"],
        ),
    ],
)
def test_arrays_hold_values_in_their_order(statements: str, shown: list[str]) -> None:
    assert outputs(ARRAY + statements) == shown


def test_sorting_is_stable_and_follows_an_own_order() -> None:
    main = """
        use Libraries.Containers.Array
        class Main
            action Main
                Array<text> words
                words:Add("ccc")
                words:Add("a")
                words:Add("bbb")
                words:Add("bb")
                ByLength order
                words:Sort(order)
                i = 0
                repeat words:GetSize() times
                    output words:Get(i)
                    i = i + 1
                end
            end
        end
        """
    order = """
        use Libraries.Containers.Support.Comparison
        class ByLength is Comparison
            action Compare(Object one, Object other) returns integer
                Text first = cast(Text, one)
                Text second = cast(Text, other)
                if first:GetSize() > second:GetSize()
                    return 1
                elseif first:GetSize() < second:GetSize()
                    return -1
                end
                return 0
            end
        end
        """
    assert outputs(main, order=order) == ["a", "bb", "ccc", "bbb"]


def test_numbers_widen_on_their_way_into_an_array_of_numbers() -> None:
    assert outputs(USES + "Array<number> a\na:Add(5)\noutput a:Get(0)") == ["5.0"]


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ('a:Set(0, "x")', "WRONG_ARGUMENTS"),
        ("a:Set(0, 1.5)", "WRONG_ARGUMENTS"),
        ("Integer x = a:Get(0)", "WRONG_ASSIGNMENT"),
        ("Array<number> n = a", "WRONG_ASSIGNMENT"),
        ("Array<integer, text> n", "GENERIC_ARGUMENTS"),
        ("Array raw\nraw:Add(5)", "GENERIC_ARGUMENTS"),
        ("Iterator<text> t = a:GetIterator()", "WRONG_ASSIGNMENT"),
        ("Iterator<integer> x", "OPEN_BLUEPRINTS"),
        ("a:Add(undefined)", "WRONG_ARGUMENTS"),
    ],
)
def test_containers_keep_the_type_they_were_given(statement: str, code: str) -> None:
    assert mistakes(ARRAY + statement) == [code]


def test_lists_stacks_and_queues_give_their_values_back() -> None:
    text = USES + (
        'List<text> l\nl:Add("b")\nl:AddToFront("a")\nl:Set(2, "c")\n'
        "output l:RemoveFromFront() + l:RemoveFromEnd() + l:Get(0)\n"
        "Stack<integer> s\ns:Push(1)\ns:Push(2)\noutput s:Pop()\noutput s:Peek()\n"
        "Queue<integer> q\nq:Add(1)\nq:Add(2)\noutput q:RemoveFromFront()\n"
        "output q:GetSize()\nq:Empty()\noutput q:RemoveFromFront()"
    )
    assert outputs(text) == ["acb", "2", "1", "1", "1", "! UndefinedObjectError"]


def test_a_table_shows_its_entries_in_the_order_of_its_buckets() -> None:
    """Integers hash to themselves: bucket = h ^ h>>20 ^ h>>12 ^ ..., here h ^ h>>7 ^ h>>4."""
    text = USES + (
        'HashTable<integer, text> h\ni = 20\nrepeat 5 times\nh:Add(i, "v" + i)\ni = i - 3\nend\n'
        'h:Add(20, "new")\n'
        "Iterator<integer> keys = h:GetKeyIterator()\nrepeat while keys:HasNext()\n"
        'integer key = keys:Next()\noutput key + " " + h:GetValue(key)\nend\n'
        "output h:GetSize()\noutput h:HasKey(5)\noutput h:RemoveKey(8)\noutput h:GetSize()"
    )

    def bucket(h: int) -> int:
        return (h ^ h >> 7 ^ h >> 4) & 7

    keys = sorted([20, 17, 14, 11, 8], key=bucket)
    lines = [f"{key} {'new' if key == 20 else f'v{key}'}" for key in keys]
    assert outputs(text) == [*lines, "5", "false", "v8", "4"]


@pytest.mark.parametrize(
    ("text", "delimiter", "pieces"),
    [
        ("a,b", ",", ["a", "b"]),
        ("a,,b,", ",", ["a", "", "b"]),
        ("", ",", [""]),
        (",", ",", [""]),
        ("a-->b", "-->", ["a", "b"]),
    ],
)
def test_texts_are_split(text: str, delimiter: str, pieces: list[str]) -> None:
    program = (
        f'use Libraries.Containers.Array\ntext t = "{text}"\n'
        f'Array<text> a = t:Split("{delimiter}")\n'
        'i = 0\nrepeat a:GetSize() times\noutput "[" + a:Get(i) + "]"\ni = i + 1\nend\n'
    )
    assert outputs(program) == [f"[{piece}]" for piece in pieces]


@pytest.mark.parametrize(
    ("call", "shown"),
    [
        ("bits:And(12, 10)", "8"),
        ("bits:ExclusiveOr(12, 10)", "6"),
        ("bits:Negate(0)", "-1"),
        ("bits:ShiftLeft(1, 31)", "-2147483648"),
        ("bits:ShiftRight(-8, 1)", "-4"),
        ("bits:ShiftRightPositive(-1, 28)", "15"),
    ],
)
def test_bits_are_those_of_32_bit_integers(call: str, shown: str) -> None:
    text = f"use Libraries.Compute.BitwiseOperations\nBitwiseOperations bits\noutput {call}"
    assert outputs(text) == [shown]
