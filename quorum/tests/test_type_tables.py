"""The tables of the language, cell by cell: which types go together, and what becomes of them."""

from __future__ import annotations

from itertools import combinations

import pytest

from quorum.tests.programs import NAMES, compile_text, outputs
from quorum.tests.type_tables import (
    ANIMALS,
    FORMS,
    PRIMITIVES,
    TYPES,
    cell,
    group,
    mistakes_in,
    table,
    value,
)

# --- operators --------------------------------------------------------------------------------

ARITHMETIC = """
          integer  number  text  boolean  undefined  object
integer   integer  number  -     -        -          -
number    number   number  -     -        -          -
text      -        -       -     -        -          -
boolean   -        -       -     -        -          -
undefined -        -       -     -        -          -
object    -        -       -     -        -          -
"""
SUM = """
          integer  number  text  boolean  undefined  object
integer   integer  number  text  -        -          -
number    number   number  text  -        -          -
text      text     text    text  text     -          -
boolean   -        -       text  -        -          -
undefined -        -       -     -        -          -
object    -        -       -     -        -          -
"""
ORDER = """
          integer  number   text     boolean  undefined  object
integer   boolean  boolean  -        -        -          -
number    boolean  boolean  -        -        -          -
text      -        -        boolean  -        -          -
boolean   -        -        -        -        -          -
undefined -        -        -        -        -          -
object    -        -        -        -        -          -
"""
EQUALITY = """
          integer  number   text     boolean  undefined
integer   boolean  boolean  -        -        -
number    boolean  boolean  -        -        -
text      -        -        boolean  -        boolean
boolean   -        -        -        boolean  -
undefined -        -        boolean  -        -
object    -        -        -        -        boolean
"""
LOGIC = """
          integer  number   text     boolean  undefined  object
integer   -        -        -        -        -          -
number    -        -        -        -        -          -
text      -        -        -        -        -          -
boolean   -        -        -        boolean  -          -
undefined -        -        -        -        -          -
object    -        -        -        -        -          -
"""
OPERATORS = {
    "+": SUM,
    "-": ARITHMETIC,
    "*": ARITHMETIC,
    "/": ARITHMETIC,
    "mod": ARITHMETIC,
    ">": ORDER,
    ">=": ORDER,
    "<": ORDER,
    "<=": ORDER,
    "=": EQUALITY,
    "not=": EQUALITY,
    "and": LOGIC,
    "or": LOGIC,
}


def result(operator: str, left: str, right: str) -> str:
    """The type of an operation; objects of one class can be told apart, and any two `T`."""
    if operator in ("=", "not="):
        objects = {group(left), group(right)} == {"object"}
        if objects and (left == right or {left, right} == {"Object", "T"}):
            return "boolean"
        if {left, right} == {"Array<integer>", "Array<text>"}:
            return "boolean"
        if left == "undefined" and group(right) == "object":
            return "boolean"
    return cell(table(OPERATORS[operator]), left, right)


@pytest.mark.parametrize("left", TYPES)
@pytest.mark.parametrize("operator", OPERATORS)
def test_an_operator_takes_exactly_its_types(operator: str, left: str) -> None:
    """The type of the result shows in the variable that takes it: numbers go into no integer."""
    lines, expected = [], []
    for place, right in enumerate(TYPES):
        kind = result(operator, left, right)
        target = "boolean" if kind == "-" else kind
        lines.append(f"{target} x{place} = {value(left)} {operator} {value(right)}")
        expected.append("OPERATOR_TYPES" if kind == "-" else "")
        if kind == "number":
            lines.append(f"integer y{place} = {value(left)} {operator} {value(right)}")
            expected.append("WRONG_ASSIGNMENT")
    assert mistakes_in(lines) == expected


@pytest.mark.parametrize("kind", TYPES)
def test_not_takes_a_boolean_and_minus_a_number(kind: str) -> None:
    lines = [f"boolean x = not {value(kind)}", f"number y = -{value(kind)}"]
    assert mistakes_in(lines) == [
        "" if kind == "boolean" else "UNARY_TYPE",
        "" if kind in ("integer", "number") else "UNARY_TYPE",
    ]


# --- assignment and return --------------------------------------------------------------------

STORING = """
               integer  number  text  boolean  undefined  Integer  Number  Text  Boolean  Object  Animal  Dog  Cat  T
integer        yes      -       -     -        -          -        -       -     -        -       -       -    -    -
number         yes      yes     -     -        -          -        -       -     -        -       -       -    -    -
text           -        -       yes   -        yes        -        -       -     -        -       -       -    -    -
boolean        -        -       -     yes      -          -        -       -     -        -       -       -    -    -
Integer        -        -       -     -        yes        yes      -       -     -        -       -       -    -    -
Number         -        -       -     -        yes        -        yes     -     -        -       -       -    -    -
Text           -        -       -     -        yes        -        -       yes   -        -       -       -    -    -
Boolean        -        -       -     -        yes        -        -       -     yes      -       -       -    -    -
Object         -        -       -     -        yes        yes      yes     yes   yes      yes     yes     yes  yes  yes
Animal         -        -       -     -        yes        -        -       -     -        -       yes     yes  yes  -
Dog            -        -       -     -        yes        -        -       -     -        -       -       yes  -    -
Cat            -        -       -     -        yes        -        -       -     -        -       -       -    yes  -
Array<integer> -        -       -     -        yes        -        -       -     -        -       -       -    -    -
Array<text>    -        -       -     -        yes        -        -       -     -        -       -       -    -    -
T              -        -       -     -        yes        yes      yes     yes   yes      yes     yes     yes  yes  yes
"""  # noqa: E501


def stored(target: str, kind: str) -> bool:
    """Whether a variable takes a value: no boxing, and generic arguments agree exactly."""
    if "Array" in kind:
        return target in (kind, "Object", "T")
    return cell(table(STORING), target, kind) == "yes"


@pytest.mark.parametrize("target", [kind for kind in TYPES if kind != "undefined"])
def test_a_variable_takes_exactly_its_types(target: str) -> None:
    declared = [f"{target} x{place} = {value(kind)}" for place, kind in enumerate(TYPES)]
    assigned = [f"{value(target)} = {value(kind)}" for kind in TYPES]
    fields = [f"me:field = {value(kind)}" for kind in TYPES]
    first = value(target) if target in PRIMITIVES else "undefined"
    first = {"integer": "1", "number": "1.0", "text": '""', "boolean": "true"}.get(target, first)
    found = mistakes_in([*declared, *assigned, *fields], f"{target} field = {first}")
    assert found == 3 * ["" if stored(target, kind) else "WRONG_ASSIGNMENT" for kind in TYPES]


@pytest.mark.parametrize("target", [kind for kind in TYPES if kind != "undefined"])
def test_an_action_returns_exactly_the_types_that_a_variable_takes(target: str) -> None:
    for kind in TYPES:
        parameter = "" if kind == "undefined" else f"({kind} {value(kind)})"
        action = f"action Give{parameter} returns {target}\nreturn {value(kind)}\nend"
        text = f"use Libraries.Containers.Array\nclass Box<T>\n{action}\nend"
        found = compile_text("output 1", Box=text, **ANIMALS).diagnostics
        expected = [] if stored(target, kind) else ["WRONG_RETURN"]
        assert [NAMES[each.code] for each in found] == expected, f"{kind} as {target}"


# --- arguments --------------------------------------------------------------------------------

# The cost of each conversion from an argument (column) to a parameter (row).
PASSING = """
               integer  number  text  boolean  undefined  Integer  Number  Text  Boolean  Object  Animal  Dog  Cat  T
integer        0        -       -     -        -          2        -       -     -        -       -       -    -    -
number         3        0       -     -        -          -        2       -     -        -       -       -    -    -
text           -        -       0     -        0          -        -       2     -        -       -       -    -    -
boolean        -        -       -     0        -          -        -       -     2        -       -       -    -    -
Integer        2        -       -     -        0          0        -       -     -        -       -       -    -    -
Number         -        2       -     -        0          -        0       -     -        -       -       -    -    -
Text           -        -       2     -        0          -        -       0     -        -       -       -    -    -
Boolean        -        -       -     2        0          -        -       -     0        -       -       -    -    -
Object         4        4       4     4        0          1        1       1     1        0       1       1    1    1
Animal         -        -       -     -        0          -        -       -     -        -       0       1    1    -
Dog            -        -       -     -        0          -        -       -     -        -       -       0    -    -
Cat            -        -       -     -        0          -        -       -     -        -       -       -    0    -
T              4        4       4     4        0          1        1       1     1        1       1       1    1    0
"""  # noqa: E501
PARAMETERS = [row for row, column in table(PASSING) if column == "integer"]
ARGUMENTS = [column for row, column in table(PASSING) if row == "integer"]


@pytest.mark.parametrize("parameter", PARAMETERS)
def test_a_parameter_takes_exactly_its_types(parameter: str) -> None:
    costs = [table(PASSING)[parameter, argument] for argument in ARGUMENTS]
    lines = [f"Take({value(argument)})" for argument in ARGUMENTS]
    members = f"action Take({parameter} it)\nend"
    expected = ["WRONG_ARGUMENTS" if cost == "-" else "" for cost in costs]
    assert mistakes_in(lines, members) == expected


@pytest.mark.parametrize("parameter", ["Array<integer>", "Array<text>"])
def test_type_arguments_of_an_argument_agree_exactly(parameter: str) -> None:
    lines = [f"Take({value(argument)})" for argument in TYPES]
    right = (parameter, "undefined")
    expected = ["" if argument in right else "WRONG_ARGUMENTS" for argument in TYPES]
    assert mistakes_in(lines, f"action Take({parameter} it)\nend") == expected


def chosen(parameters: tuple[str, str], argument: str) -> str:
    """Which of two overloads a call takes, or the mistake that it is."""
    costs = {
        parameter: int(cost)
        for parameter in parameters
        if (cost := table(PASSING)[parameter, argument]) != "-"
    }
    if not costs:
        return "WRONG_ARGUMENTS"
    best = [parameter for parameter, cost in costs.items() if cost == min(costs.values())]
    return best[0] if len(best) == 1 else "AMBIGUOUS_CALL"


@pytest.mark.parametrize(
    "parameters", list(combinations([each for each in PARAMETERS if each != "T"], 2))
)
def test_the_cheaper_of_two_overloads_is_called(parameters: tuple[str, str]) -> None:
    actions = "\n".join(
        f'action Take({parameter} it) returns text\nreturn "{parameter}"\nend'
        for parameter in parameters
    )
    expected = [chosen(parameters, argument) for argument in ARGUMENTS]
    lines = [f"output Take({value(argument)})" for argument in ARGUMENTS]
    wrong = [each if each in NAMES.values() else "" for each in expected]
    assert mistakes_in(lines, actions) == wrong
    right = [
        (line, name)
        for line, argument, name in zip(lines, ARGUMENTS, expected, strict=True)
        if name not in NAMES.values() and argument != "T"
    ]
    program = ["class Main", "action Main", *SAMPLES, *(line for line, _ in right), "end"]
    assert outputs("\n".join([*program, actions, "end"]), **ANIMALS) == [name for _, name in right]


SAMPLES = [
    "integer ainteger = 1",
    "number anumber = 1.5",
    'text atext = "a"',
    "boolean aboolean = true",
    *(f"{kind} {value(kind)}" for kind in (*FORMS, "Object", "Animal", "Dog", "Cat")),
]


# --- type variables that stand for a type --------------------------------------------------------


@pytest.mark.parametrize("bound", PARAMETERS)
def test_a_container_takes_what_its_type_takes_and_integers_for_numbers(bound: str) -> None:
    costs = {argument: table(PASSING)[bound, argument] for argument in ARGUMENTS}
    if bound == "Number":
        costs["integer"] = "3"
    lines = [f"Array<{bound}> array", *(f"array:Add({value(argument)})" for argument in ARGUMENTS)]
    wrong = ["WRONG_ARGUMENTS" if cost == "-" else "" for cost in costs.values()]
    assert mistakes_in(lines) == ["", *wrong]


@pytest.mark.parametrize("bound", PARAMETERS)
def test_a_container_gives_exactly_its_type(bound: str) -> None:
    targets = [kind for kind in TYPES if kind != "undefined"]
    lines = [f"{target} x{i} = array:Get(0)" for i, target in enumerate(targets)]
    expected = ["" if stored(target, bound) else "WRONG_ASSIGNMENT" for target in targets]
    assert mistakes_in([f"Array<{bound}> array", *lines]) == ["", *expected]


@pytest.mark.parametrize("bound", PARAMETERS)
def test_a_field_of_a_type_variable_is_written_as_its_type_and_read_as_an_object(
    bound: str,
) -> None:
    targets = [kind for kind in TYPES if kind != "undefined"]
    written = [f"other:it = {value(kind)}" for kind in TYPES]
    read = [f"{target} x{i} = other:it" for i, target in enumerate(targets)]
    lines = [f"Pair<{bound}> other", *written, *read]
    found = mistakes_in(lines, pair="class Pair<U>\npublic U it = undefined\nend")
    takes = ["" if stored(bound, kind) else "WRONG_ASSIGNMENT" for kind in TYPES]
    gives = ["" if target in ("Object", "T") else "WRONG_ASSIGNMENT" for target in targets]
    assert found == ["", *takes, *gives]
