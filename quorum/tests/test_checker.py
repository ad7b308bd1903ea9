"""What the checker accepts and what it refuses, table by table of the language reference."""

from __future__ import annotations

import pytest

from quorum.tests.programs import compile_text, in_main, mistakes, outputs, places

VALUES = (
    'integer i = 1\nnumber n = 2.0\ntext t = "a"\nboolean b = true\n'
    "Integer io = cast(Integer, 1)\nNumber no = cast(Number, 1.0)\n"
    'Text to = cast(Text, "a")\nBoolean bo = cast(Boolean, true)\nObject o = cast(Object, 1)\n'
)
INTEGER_OR_NUMBER = {"i", "n"}


# --- 4.2 assignment ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "statement",
    [
        "integer x = i",
        "number x = i",
        "number x = n",
        "text x = t",
        "text x = undefined",
        "boolean x = b",
        "Integer x = io",
        "Integer x = undefined",
        "Object x = io",
        "Object x = undefined",
        "o = io",
    ],
)
def test_values_that_fit_are_assigned(statement: str) -> None:
    assert mistakes(VALUES + statement) == []


@pytest.mark.parametrize(
    "statement",
    [
        "integer x = n",
        "integer x = t",
        "integer x = b",
        "integer x = undefined",
        "integer x = io",
        "number x = t",
        "number x = undefined",
        "number x = no",
        "text x = i",
        "text x = b",
        "text x = to",
        "boolean x = i",
        "boolean x = undefined",
        "Integer x = i",
        "Number x = i",
        "Object x = i",
        "Integer x = o",
        "Integer x = no",
        "io = i",
        "i = io",
        "i = n",
        'i = "5"',
    ],
)
def test_nothing_is_boxed_narrowed_or_turned_into_text_by_assignment(statement: str) -> None:
    assert mistakes(VALUES + statement) == ["WRONG_ASSIGNMENT"]


# --- 4.5 operators ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expression", "kind"),
    [
        ("i + i", "integer"),
        ("i - i * i / i mod i", "integer"),
        ("i + n", "number"),
        ("n mod i", "number"),
        ("t + t", "text"),
        ("t + i", "text"),
        ("n + t", "text"),
        ("b + t", "text"),
        ("i < n", "boolean"),
        ("t >= t", "boolean"),
        ("i = n", "boolean"),
        ("b not= b", "boolean"),
        ("t = t", "boolean"),
        ("t = undefined", "boolean"),
        ("undefined not= t", "boolean"),
        ("io = io", "boolean"),
        ("io = undefined", "boolean"),
        ("undefined not= o", "boolean"),
        ("b and b or not b", "boolean"),
        ("-i", "integer"),
        ("-n", "number"),
        ("o is Integer", "boolean"),
        ("io is Object", "boolean"),
    ],
)
def test_operators_give_the_types_of_the_table(expression: str, kind: str) -> None:
    assert mistakes(f"{VALUES}{kind} x = {expression}") == []


@pytest.mark.parametrize(
    ("expression", "code"),
    [
        ("i + b", "OPERATOR_TYPES"),
        ("b + b", "OPERATOR_TYPES"),
        ("t - t", "OPERATOR_TYPES"),
        ("t * i", "OPERATOR_TYPES"),
        ("io + i", "OPERATOR_TYPES"),
        ("io + io", "OPERATOR_TYPES"),
        ("t + to", "OPERATOR_TYPES"),
        ("t + undefined", "OPERATOR_TYPES"),
        ("i = undefined", "OPERATOR_TYPES"),
        ("i = t", "OPERATOR_TYPES"),
        ("i = b", "OPERATOR_TYPES"),
        ("io = o", "OPERATOR_TYPES"),
        ("io = i", "OPERATOR_TYPES"),
        ("b < b", "OPERATOR_TYPES"),
        ("t < i", "OPERATOR_TYPES"),
        ("io < io", "OPERATOR_TYPES"),
        ("i and b", "OPERATOR_TYPES"),
        ("not i", "UNARY_TYPE"),
        ("not i = 2", "UNARY_TYPE"),
        ("-t", "UNARY_TYPE"),
        ("-b", "UNARY_TYPE"),
        ("-io", "UNARY_TYPE"),
        ("i is Integer", "IS_IMPOSSIBLE"),
        ("io is Number", "IS_IMPOSSIBLE"),
        ("io is Nothing", "UNKNOWN_CLASS"),
    ],
)
def test_everything_else_is_refused(expression: str, code: str) -> None:
    assert mistakes(f"{VALUES}output {expression}") == [code]


# --- 4.4 casts --------------------------------------------------------------------------------

CASTS = {
    "integer": {"i", "n", "t", "io", "o"},
    "number": {"i", "n", "t", "no", "o"},
    "text": {"i", "n", "t", "b", "undefined", "to", "o"},
    "boolean": {"t", "b", "bo", "o"},
    "Integer": {"i", "undefined", "io", "o"},
    "Number": {"n", "undefined", "no", "o"},
    "Text": {"t", "undefined", "to", "o"},
    "Boolean": {"b", "undefined", "bo", "o"},
    "Object": {"i", "n", "t", "b", "undefined", "io", "no", "to", "bo", "o"},
}
SOURCES = ("i", "n", "t", "b", "undefined", "io", "no", "to", "bo", "o")


@pytest.mark.parametrize("target", CASTS)
@pytest.mark.parametrize("source", SOURCES)
def test_casts_follow_the_table(target: str, source: str) -> None:
    expected = [] if source in CASTS[target] else ["CAST_IMPOSSIBLE"]
    assert mistakes(f"{VALUES}{target} x = cast({target}, {source})") == expected


# --- 4.7 inference ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "expression",
    [
        "5",
        "5.5",
        '"a"',
        "true",
        "i + i",
        "i + i * i",
        "t + t",
        "i < i",
        "cast(integer, t)",
        "t:GetSize()",
        "-i",
        "not b",
        "b and i < n",
        "-(i + i)",
    ],
)
def test_a_first_value_can_give_the_type(expression: str) -> None:
    assert mistakes(f"{VALUES}x = {expression}\noutput x") == []


@pytest.mark.parametrize(
    "expression",
    ["1 + 1.9", "t + 1", "i + n", "i < n", "(1 + 1.5) + 2.0", "undefined", "o", "io", "o is Text"],
)
def test_mixed_operands_objects_and_undefined_give_no_type(expression: str) -> None:
    assert mistakes(f"{VALUES}x = {expression}") == ["CANNOT_INFER"]


# --- 5 variables ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("integer x", "NEEDS_VALUE"),
        ("text x", "NEEDS_VALUE"),
        ("constant integer x", "NEEDS_VALUE"),
        ("constant integer x = 1\nx = 2", "CONSTANT_CHANGED"),
        ("x = 1 + x", "USED_BEFORE_VALUE"),
        ("integer a = a", "USED_BEFORE_VALUE"),
        ("output y", "UNKNOWN_VARIABLE"),
        ("output y + 1\ny = 1", "UNKNOWN_VARIABLE"),
        ("x = 1\ninteger x = 2", "DUPLICATE_VARIABLE"),
        ("x = 1\nif true\ninteger x = 2\nend", "DUPLICATE_VARIABLE"),
        ("if true\ny = 2\nend\noutput y", "UNKNOWN_VARIABLE"),
        ("Color c\noutput c", "CLASS_NEEDS_USE"),
        ("Foo c", "UNKNOWN_CLASS"),
        ('string s = "a"\noutput s + 1', "UNKNOWN_CLASS"),
        ("Integer<text> i", "GENERIC_ARGUMENTS"),
        ("use Libraries.Robots.Nothing\noutput 1", "UNKNOWN_USE"),
        ("output Color", "UNKNOWN_VARIABLE"),
        ("output Integer", "CLASS_IS_NO_VARIABLE"),
        ("output true + 1 and 5", "OPERATOR_TYPES"),
    ],
)
def test_variables_need_a_type_a_value_and_a_name_of_their_own(text: str, code: str) -> None:
    found = mistakes(text)
    assert code in found
    assert len(found) <= 2


def test_sibling_blocks_may_use_the_same_name_with_another_type() -> None:
    assert mistakes('if true\nx = 1\nelse\nx = "a"\nend\nrepeat 2 times\nx = 1.5\nend') == []


def test_an_untyped_assignment_in_a_block_changes_the_outer_variable() -> None:
    assert outputs("x = 1\nif true\nx = 2\nend\noutput x") == ["2"]


def test_a_wrong_variable_is_told_once_and_does_not_spread() -> None:
    assert mistakes("x = foo + 1\noutput x * 2\ny = x\nif y > 3\nend") == ["UNKNOWN_VARIABLE"]


# --- fields -----------------------------------------------------------------------------------


def in_class(members: str) -> str:
    return f"class Main\n{members}\naction Main\nend\nend\n"


@pytest.mark.parametrize(
    "members",
    [
        "integer x = 1",
        "COUNT = 2\naction F returns integer\nreturn COUNT\nend",
        "x = 1\ny = x + 1",
        "integer x = F()\naction F returns integer\nreturn 1\nend",
        "integer x = 1\naction F(integer x)\nme:x = x\nend",
        "Main other = undefined\naction F\nother:x = 1\nend\ninteger x = 0",
        "public constant integer X = 5\naction F\noutput me:X\nend",
        "on create\nreturn now\nend",
    ],
)
def test_classes_have_fields_and_actions(members: str) -> None:
    assert mistakes(in_class(members)) == []


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ("integer x", "NEEDS_VALUE"),
        ("integer x = x", "USED_BEFORE_VALUE"),
        ("integer x = y\ninteger y = 1", "USED_BEFORE_VALUE"),
        ("integer x = 1\ninteger x = 2", "DUPLICATE_FIELD"),
        ("x = 1 + 1.5", "CANNOT_INFER"),
        ("constant integer X = 1\naction F\nX = 2\nend", "CONSTANT_CHANGED"),
        ("constant integer X = 1\naction F\nme:X = 2\nend", "CONSTANT_CHANGED"),
        ("action F\nme:y = 2\nend", "UNKNOWN_FIELD"),
        ("action F\noutput me:y\nend", "UNKNOWN_FIELD"),
        ("on create\nend\non create\nend", "SECOND_ON_CREATE"),
        ("on create\nreturn 5\nend", "RETURN_WITHOUT_RETURNS"),
        ("action F\nend\naction F\nend", "DUPLICATE_ACTION"),
        ("action F(integer a)\nend\naction F(integer b)\nend", "DUPLICATE_ACTION"),
        ("action F(integer a, text a)\nend", "DUPLICATE_PARAMETER"),
        ("system action F", "SYSTEM_ACTION"),
        ("blueprint action F", "OPEN_BLUEPRINTS"),
    ],
)
def test_classes_are_refused_when_they_contradict_themselves(members: str, code: str) -> None:
    assert mistakes(in_class(members)) == [code]


# --- 6 actions --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("", "MISSING_RETURN"),
        ("if true\nreturn 1\nend", "MISSING_RETURN"),
        ("if true\nreturn 1\nelseif false\nreturn 2\nend", "MISSING_RETURN"),
        ("repeat while true\nreturn 1\nend", "MISSING_RETURN"),
        ("check\nreturn 1\ndetect e\nreturn 2\nend", "MISSING_RETURN"),
        ("return 1\noutput 2", "UNREACHABLE"),
        ('alert("x")\nreturn 2', "UNREACHABLE"),
        ("if true\nreturn 1\nelse\nreturn 2\nend\nreturn 3", "UNREACHABLE"),
        ('return "a"', "WRONG_RETURN"),
        ("return 1.5", "WRONG_RETURN"),
        ("return undefined", "WRONG_RETURN"),
        ("return cast(Integer, 1)", "WRONG_RETURN"),
        ("return now", "RETURN_NOW_NEEDS_VALUE"),
    ],
)
def test_an_action_with_a_result_returns_it_on_every_path(body: str, code: str) -> None:
    text = f"action Main\nend\naction F returns integer\n{body}\nend"
    assert mistakes(text) == [code]


@pytest.mark.parametrize(
    "body",
    [
        "return 1",
        'alert("x")',
        "if true\nreturn 1\nelse\nreturn 2\nend",
        "if b\nif b\nreturn 1\nelse\nreturn 2\nend\nelseif b\nreturn 2\nelse\nreturn 3\nend",
        "repeat while true\nreturn 1\nend\nreturn 2",
    ],
)
def test_paths_that_end_are_recognised(body: str) -> None:
    assert mistakes(f"action Main\nend\naction F(boolean b) returns integer\n{body}\nend") == []


@pytest.mark.parametrize(
    ("call", "code"),
    [
        ("Foo()", "UNKNOWN_ACTION"),
        ("G(1)", "WRONG_ARGUMENTS"),
        ("H()", "WRONG_ARGUMENTS"),
        ('H("a")', "WRONG_ARGUMENTS"),
        ("H(1, 2)", "WRONG_ARGUMENTS"),
        ("output G()", "NO_RESULT"),
        ("x = G()", "NO_RESULT"),
        ("G():F()", "NO_RESULT"),
        ("output G", "ACTION_WITHOUT_PARENTHESES"),
        ("A(1, 1)", "AMBIGUOUS_CALL"),
        ("print(5)", "UNKNOWN_ACTION"),
        ("N(undefined)", "WRONG_ARGUMENTS"),
        ("5 = 5", None),
    ],
)
def test_calls_must_fit_an_action(call: str, code: str | None) -> None:
    text = (
        f"action Main\n{call}\nend\naction G\nend\naction H(integer a)\nend\n"
        "action A(integer a, number b)\nend\naction A(number a, integer b)\nend\n"
        "action N(integer a)\nend\n"
    )
    if code is None:
        assert mistakes(text) != []
    else:
        assert mistakes(text) == [code]


@pytest.mark.parametrize(
    ("argument", "chosen"),
    [("1", "integer"), ("1.5", "number"), ('"a"', "text"), ("true", "object")],
)
def test_the_cheapest_overload_is_chosen(argument: str, chosen: str) -> None:
    text = f"""
action Main
    F({argument})
end
action F(integer a)
    output "integer"
end
action F(number a)
    output "number"
end
action F(text a)
    output "text"
end
action F(Object a)
    output "object"
end
"""
    assert outputs(text) == [chosen]


def test_an_integer_is_boxed_before_it_is_widened() -> None:
    text = """
action Main
    F(5)
end
action F(Integer a)
    output "box " + a:GetValue()
end
action F(number a)
    output "number"
end
"""
    assert outputs(text) == ["box 5"]


# --- 8 control flow ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("if 1\nend", "CONDITION_NOT_BOOLEAN"),
        ("if true\nelseif 1\nend", "CONDITION_NOT_BOOLEAN"),
        ('repeat "a" times\nend', "TIMES_NOT_INTEGER"),
        ("repeat 1.5 times\nend", "TIMES_NOT_INTEGER"),
        ("repeat while 5\nend", "LOOP_NOT_BOOLEAN"),
        ("repeat until 5\nend", "LOOP_NOT_BOOLEAN"),
        ("alert(5)", "WRONG_ALERT"),
        ("output undefined", "NOT_SHOWABLE"),
        ("output me", "NOT_SHOWABLE"),
        ("say me", "NOT_SHOWABLE"),
        ("check\ndetect e is Integer\nend", "NOT_AN_ERROR"),
        ("check\ndetect e is CastError\nend", "CLASS_NEEDS_USE"),
        ("check\ndetect e is Error\ndetect f\nend", "DETECT_TWICE"),
        ("check\ndetect e is Error or Error\nend", "DETECT_TWICE"),
        ("input()", "NOT_A_STATEMENT"),
        ("return 5", "RETURN_WITHOUT_RETURNS"),
        ("integer x = 5\nx:SetValue(6)", "BOX_ACTION_ON_PRIMITIVE"),
        ("integer x = 5\noutput x:value", "FIELD_ON_PRIMITIVE"),
        ("integer x = 5\nx:y = 1", "FIELD_ON_PRIMITIVE"),
    ],
)
def test_statements_need_the_right_types(text: str, code: str) -> None:
    assert mistakes(text) == [code]


# --- 3 main -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "class A\nend",
        "action main\nend",
        "action Main(integer x)\nend",
        "class A\naction F\nend\nend",
    ],
)
def test_a_program_needs_an_action_main(text: str) -> None:
    assert mistakes(text) == ["MISSING_MAIN"]


def test_a_file_name_that_ends_with_an_underscore_is_refused() -> None:
    found = compile_text("output 1", name="robot_.quorum").diagnostics
    assert [each.code for each in found] == ["Q2018"]


@pytest.mark.parametrize("name", ["01-sälü.quorum", "é.quorum", "end.quorum", "", "a/b/M.quorum"])
def test_any_other_file_name_will_do(name: str) -> None:
    assert compile_text("output 1", name=name).diagnostics == ()


# --- libraries --------------------------------------------------------------------------------

ROBOT = """use Libraries.Robots.M5Stack.Screen
use Libraries.Robots.M5Stack.Color
use Libraries.Robots.HuskyLens.all
Screen screen
Color color
HuskyLens camera
"""


@pytest.mark.parametrize(
    "statement",
    [
        "screen:Clear()",
        "screen:Clear(color:RED)",
        'screen:Output("a", 1, 2)',
        'screen:Output("a", 1, 2, screen:LARGE, color:FromRedGreenBlue(1, 2, 3))',
        "camera:SelectAlgorithm(camera:FACE_RECOGNITION)",
        "camera:RequestBlocks()",
        "n = camera:RequestBlocks() + 1",
        "Block face = camera:GetBlock(0)",
        "output camera:GetBlock(0):GetX()",
        "if camera:HasResult() and camera:GetFirstBlock() not= undefined\nend",
        "Libraries.Robots.HuskyLens.Block face = undefined",
    ],
)
def test_robot_programs_are_accepted(statement: str) -> None:
    assert mistakes(ROBOT + statement) == []


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("screen:Claer()", "UNKNOWN_ACTION"),
        ('screen:Output("a")', "WRONG_ARGUMENTS"),
        ("screen:Clear(color:REED)", "UNKNOWN_FIELD"),
        ("screen:Clear(Color:RED)", "CLASS_IS_NO_VARIABLE"),
        ("screem:Clear()", "UNKNOWN_VARIABLE"),
        ("face = camera:GetBlock(0)", "CANNOT_INFER"),
        ("color:RED = 5", "CONSTANT_CHANGED"),
        ("screen.Clear()", "DOT_INSTEAD_OF_COLON"),
        ("output camera.GetCount()", "DOT_INSTEAD_OF_COLON"),
        ("Timer timer", "CLASS_NEEDS_USE"),
        ("output camera:GetCount + 1", "UNKNOWN_FIELD"),
        ("screen:Clear", "FIELD_IS_NO_STATEMENT"),
        ("color:FromRedGreenBlue(1, 2, 3)", None),
    ],
)
def test_mistakes_with_the_robot_are_named(statement: str, code: str | None) -> None:
    assert mistakes(ROBOT + statement) == ([] if code is None else [code])


def test_the_place_of_a_wrong_action_is_its_name() -> None:
    assert places(ROBOT + "    screen:Claer()") == [("UNKNOWN_ACTION", 7, 12)]


# --- several classes --------------------------------------------------------------------------

DOG = """
class Dog is Animal
    action Sound returns text
        return "Wau"
    end
end
"""
ANIMAL = """
class Animal
    private integer legs = 4
    public text name = "?"
    action Sound returns text
        return "..."
    end
    private action Secret
    end
    action GetLegs returns integer
        return legs
    end
end
"""


@pytest.mark.parametrize(
    "statement",
    [
        "Animal a\noutput a:Sound()",
        "Animal a = d",
        "Dog x = cast(Dog, a)",
        "output (a is Dog)",
        "output (d is Animal)",
        "output a:name",
        'a:name = "Rex"',
        "output d:parent:Animal:Sound()",
        "output d:parent:Animal:name",
        "Take(d)",
    ],
)
def test_classes_of_several_files_work_together(statement: str) -> None:
    text = in_main("Animal a\nDog d\n" + statement).replace(
        "class Main\n", "class Main\naction Take(Animal a)\nend\n"
    )
    if statement.startswith(("Animal a\n", "Animal a =")):
        text = text.replace("Animal a\nDog d\n", "Dog d\n")
    assert mistakes(text, animal=ANIMAL, dog=DOG) == []


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("Dog x = a", "WRONG_ASSIGNMENT"),
        ("output a:legs", "PRIVATE_FIELD"),
        ("a:legs = 3", "PRIVATE_FIELD"),
        ("a:Secret()", "PRIVATE_ACTION"),
        ("output d:name", "UNKNOWN_FIELD"),
        ("output a:parent:Dog:Sound()", "NOT_A_PARENT"),
        ("output d:parent:Dog:Sound()", "NOT_A_PARENT"),
        ("if a = d\nend", "OPERATOR_TYPES"),
        ("Main m = cast(Main, a)", "CAST_IMPOSSIBLE"),
        ("output a is Main", "IS_IMPOSSIBLE"),
    ],
)
def test_classes_keep_their_borders(statement: str, code: str) -> None:
    text = in_main("Animal a\nDog d\n" + statement)
    assert mistakes(text, animal=ANIMAL, dog=DOG) == [code]


@pytest.mark.parametrize(
    ("others", "code"),
    [
        ({"a": "class A is B\nend", "b": "class B is A\nend"}, "INHERITANCE_CYCLE"),
        ({"a": "class A is Nothing\nend"}, "UNKNOWN_CLASS"),
        ({"a": "shared class A\nend", "b": "class B is A\nend"}, "SHARED_PARENT"),
        ({"a": "class A\nend", "b": "class A\nend"}, "DUPLICATE_CLASS"),
        (
            {
                "a": "class A\naction F\nend\nend",
                "b": "class B\naction F\nend\nend",
                "c": "class C is A, B\nend",
            },
            "INHERITANCE_AMBIGUOUS",
        ),
        (
            {
                "a": "class A\naction F\nend\nend",
                "b": "class B is A\nblueprint action F\nend",
            },
            "BLUEPRINT_HIDES",
        ),
        (
            {
                "a": "class A\naction F returns integer\nreturn 1\nend\nend",
                "b": 'class B is A\naction F returns text\nreturn ""\nend\nend',
            },
            "OVERRIDE_RETURN",
        ),
        (
            {
                "a": "class A\nblueprint action F\nend",
                "b": "class B\naction G\nA a\nend\nend",
            },
            "OPEN_BLUEPRINTS",
        ),
        ({"a": "class A is Object, Object\nend"}, "DUPLICATE_PARENT"),
        ({"a": "class A<T>\naction F\nT x\nend\nend"}, "CREATE_GENERIC"),
        ({"a": "class A<T>\nend", "b": "class B is A<integer>\nend"}, "PARENT_ARGUMENTS"),
    ],
)
def test_inheritance_is_checked(others: dict[str, str], code: str) -> None:
    found = mistakes("output 1", **others)
    assert found
    assert set(found) == {code}


@pytest.mark.parametrize(
    "others",
    [
        {
            "a": "class A\naction F\nend\nend",
            "b": "class B\naction F\nend\nend",
            "c": "class C is A, B\naction F\nparent:A:F()\nend\nend",
        },
        {
            "a": "class A\naction F\nend\nend",
            "b": "class B\nblueprint action F\nend",
            "c": "class C is A, B\nend",
            "d": "class D\naction G\nC c\nend\nend",
        },
        {"a": "class A<T>\nT x = undefined\nend", "b": "class B<U> is A<U>\nend"},
    ],
)
def test_parents_may_bring_the_same_action_when_it_is_clear_which_one_counts(
    others: dict[str, str],
) -> None:
    assert mistakes("output 1", **others) == []
