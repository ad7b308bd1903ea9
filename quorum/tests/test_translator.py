"""What translated programs do. They run here on CPython; the board runs the same text."""

from __future__ import annotations

import ast

import pytest

from quorum.tests.programs import compile_text, in_main, outputs, run_text, value_of

# --- values -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expression", "shown"),
    [
        ("5", "5"),
        ("-5", "-5"),
        ("true", "true"),
        ("not true", "false"),
        ('"a\\n"', "a\\n"),
        ("5.0", "5.0"),
        ("0.1 + 0.2", "0.30000000000000004"),
        ("-15.0", "-15.0"),
        ("1.0e10", "1.0E10"),
        ("10000000.0", "1.0E7"),
        ("9999999.0", "9999999.0"),
        ("0.001", "0.001"),
        ("0.0001", "1.0E-4"),
        ("1.5e300 * 1.0e100", "Infinity"),
        ("-1.0 / 0.0", "-Infinity"),
        ("0.0 / 0.0", "NaN"),
        ("1 / 0.0", "Infinity"),
        ("-0.0", "-0.0"),
        ("5.5 mod 0.0", "NaN"),
        ("-7.5 mod 2", "-1.5"),
        ("7 / 2", "3"),
        ("-7 / 2", "-3"),
        ("7 / -2", "-3"),
        ("-7 mod 2", "-1"),
        ("7 mod -2", "1"),
        ("7 / 2.0", "3.5"),
        ("2147483647 + 1", "-2147483648"),
        ("-2147483647 - 2", "2147483647"),
        ("65536 * 65536", "0"),
        ("46341 * 46341", "-2147479015"),
        ("(-2147483647 - 1) / -1", "-2147483648"),
        ("-(-2147483647 - 1)", "-2147483648"),
        ("2147483647 * 2147483647 * 2147483647", "2147483647"),
        ("1 + 2 * 3 - 4", "3"),
        ("10 - (4 - 3)", "9"),
        ("2 * (3 + 4)", "14"),
        ("100 / 10 / 2", "5"),
        ("100 / (10 / 2)", "20"),
        ("17 mod 10 mod 4", "3"),
        ("-7 mod 7 = 0", "true"),
        ("-7 mod 2 not= 0", "true"),
        ("7 mod 2 = 0", "false"),
        ("1 + 1.5", "2.5"),
        ('"a" + 1 + 2', "a12"),
        ('1 + 2 + "a"', "3a"),
        ('"x" + 1.0 + true', "x1.0true"),
        ('"a" < "b"', "true"),
        ('"a" = "a"', "true"),
        ("3 = 3.0", "true"),
        ("(1 < 2) = (3 < 4)", "true"),
        ("1 < 2 = true", "true"),
        ("not (1 = 2) and 1 = 1", "true"),
        ("true or false and false", "true"),
        ("(true or false) and false", "false"),
        ("cast(integer, 3.99)", "3"),
        ("cast(integer, -3.99)", "-3"),
        ("cast(integer, 1.0e20)", "2147483647"),
        ("cast(integer, 0.0 / 0.0)", "0"),
        ('cast(integer, "-12")', "-12"),
        ('cast(integer, "+12")', "12"),
        ('cast(number, "2.5")', "2.5"),
        ('cast(number, "1.0E3")', "1000.0"),
        ('cast(boolean, "true")', "true"),
        ("cast(text, 5.0)", "5.0"),
        ("cast(number, 5)", "5.0"),
    ],
)
def test_expressions_have_the_value_that_quorum_gives_them(expression: str, shown: str) -> None:
    assert value_of(expression) == shown


@pytest.mark.parametrize("value", ["1.5", " 5", "", "x", "99999999999", "2147483648", "1_0", "٣"])
def test_a_text_that_is_no_integer_raises_a_cast_error(value: str) -> None:
    assert outputs(f'output cast(integer, "{value}")') == ["! CastError"]


@pytest.mark.parametrize("value", ["x", "", "nan", "inf", "1_0", "1e", "1,5", "."])
def test_a_text_that_is_no_number_raises_a_cast_error(value: str) -> None:
    assert outputs(f'output cast(number, "{value}")') == ["! CastError"]


@pytest.mark.parametrize("value", ["True", "1", ""])
def test_a_text_that_is_no_boolean_raises_a_cast_error(value: str) -> None:
    assert outputs(f'output cast(boolean, "{value}")') == ["! CastError"]


@pytest.mark.parametrize("a", [-2147483647, -7, -1, 0, 1, 7, 2147483647])
@pytest.mark.parametrize("b", [-2147483647, -3, -1, 1, 3, 2147483647])
def test_division_of_variables_truncates_toward_zero(a: int, b: int) -> None:
    quotient = abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)
    text = f"a = {a}\nb = {b}\noutput a / b\noutput a mod b\noutput a / 3 + a mod 3"
    third = abs(a) // 3 * (-1 if a < 0 else 1)
    expected = [quotient, a - quotient * b, third + a - third * 3]
    assert outputs(text) == [str(value) for value in expected]


@pytest.mark.parametrize("operator", ["/", "mod"])
def test_integer_division_by_zero_raises_an_error(operator: str) -> None:
    assert outputs(f"x = 0\noutput 5 {operator} x") == ["! DivideByZeroError"]


def test_integers_wrap_wherever_they_are_stored_or_passed() -> None:
    text = in_main(
        """
        integer x = 2147483647
        x = x + 1
        output x
        output F(x - 1)
        if x - 1 > 0
            output "positive"
        end
        """
    ).replace("class Main\n", "class Main\naction F(integer a) returns integer\nreturn a\nend\n")
    assert outputs(text) == ["-2147483648", "2147483647", "positive"]


def test_products_of_many_factors_wrap_once_and_right() -> None:
    product = " * ".join(["x"] * 40)
    expected = (123457**40 + 2**31) % 2**32 - 2**31
    assert value_of(product, "x = 123457") == str(expected)


def test_undefined_text_is_shown_as_undefined() -> None:
    assert outputs('text t = undefined\noutput t\noutput "a" + t') == ["undefined", "aundefined"]


@pytest.mark.parametrize(
    ("call", "shown"),
    [
        ("t:GetSize()", "5"),
        ("t:IsEmpty()", "false"),
        ("t:GetCharacter(1)", "e"),
        ("t:GetSubtext(2)", "llo"),
        ("t:GetSubtext(1, 3)", "el"),
        ("t:GetSubtext(5)", "! InvalidLocationError"),
        ("t:GetSubtext(1, 6)", "! InvalidLocationError"),
        ("t:GetCharacter(5)", "! InvalidLocationError"),
        ("t:GetCharacter(-1)", "! InvalidLocationError"),
        ('t:Contains("ll")', "true"),
        ('t:StartsWith("He")', "true"),
        ('t:EndsWith("He")', "false"),
        ('t:IndexOf("l")', "2"),
        ('t:IndexOf("l", 3)', "3"),
        ('t:IndexOf("x")', "-1"),
        ('t:IndexOf("l", 5)', "! InvalidLocationError"),
        ('t:Replace("l", "L")', "HeLLo"),
        ("t:ToUpperCase()", "HELLO"),
        ("t:ToLowerCase()", "hello"),
        ('t:EqualsIgnoringCase("HELLO")', "true"),
        ('t:Compare("Hellp")', "-1"),
        ('t:Equals("Hello")', "true"),
        ("t:GetHashCode()", "69609650"),
        ("t:GetUnicodeInteger(0)", "72"),
        ("t:GetUnicodeValue(233)", "é"),
        ("t:GetDoubleQuote()", '"'),
        ("t:GetTab() + t:GetLineFeed()", "\t\n"),
        ("i:GetText()", "42"),
        ("i:GetNumber()", "42.0"),
        ("i:Equals(42)", "true"),
        ("i:Compare(43)", "-1"),
        ("i:GetHashCode()", "42"),
        ("i:GetHex()", "2a"),
        ("i:GetBinary()", "101010"),
        ("i:BitCount()", "3"),
        ("i:Reverse()", "1409286144"),
        ("i:RotateRight(4)", "-1610612734"),
        ("i:HighestOneBit()", "32"),
        ("i:LeadingZeros()", "26"),
        ("i:TrailingZeros()", "1"),
        ("n:GetInteger()", "2"),
        ("n:GetText()", "2.5"),
        ("n:GetHashCode()", "1074003968"),
        ("n:GetMaximumValue()", "1.7976931348623157E308"),
        ("b:GetText()", "true"),
        ("b:GetHashCode()", "1231"),
        ("b:Compare(false)", "1"),
        ("b:Equals(5)", "! CastError"),
    ],
)
def test_actions_can_be_called_on_primitive_values(call: str, shown: str) -> None:
    before = 't = "Hello"\ni = 42\nn = 2.5\nb = true'
    assert value_of(call, before) == shown


# --- statements -------------------------------------------------------------------------------


def test_loops_repeat() -> None:
    text = """
        i = 0
        repeat 3 times
            i = i + 1
            output i
        end
        repeat while i < 5
            i = i + 1
        end
        repeat until i = 0
            i = i - 1
        end
        output i
        repeat 0 times
            output "never"
        end
        repeat -3 times
            output "never"
        end
        """
    assert outputs(text) == ["1", "2", "3", "0"]


def test_the_count_of_a_loop_is_taken_once() -> None:
    assert outputs("n = 2\nrepeat n times\nn = n + 1\nend\noutput n") == ["4"]


def test_if_takes_the_first_branch_that_holds() -> None:
    text = """
        i = 0
        repeat 4 times
            i = i + 1
            if i = 1
                output "one"
            elseif i < 3
                output "two"
            elseif i = 3
                output "three"
            else
                output "many"
            end
        end
        """
    assert outputs(text) == ["one", "two", "three", "many"]


def test_and_and_or_stop_as_soon_as_the_result_is_known() -> None:
    text = """
        action Main
            if false and Say("a")
            end
            if true or Say("b")
            end
            if true and Say("c")
            end
        end
        action Say(text t) returns boolean
            output t
            return true
        end
        """
    assert outputs(text) == ["c"]


def test_actions_call_each_other_and_themselves() -> None:
    text = """
        action Main
            output Fibonacci(15)
        end
        action Fibonacci(integer n) returns integer
            if n < 2
                return n
            end
            return Fibonacci(n - 1) + Fibonacci(n - 2)
        end
        """
    assert outputs(text) == ["610"]


def test_a_parameter_may_be_assigned_and_the_caller_keeps_its_value() -> None:
    text = """
        action Main
            x = 1
            F(x)
            output x
        end
        action F(integer x)
            x = 5
            output x
        end
        """
    assert outputs(text) == ["5", "1"]


def test_say_is_shown_like_output() -> None:
    assert outputs('say "hello"\nsay 5') == ["hello", "5"]


# --- check ------------------------------------------------------------------------------------

CHECKS = "use Libraries.Language.Errors.all\n"


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ('check\nalert("x")\ndetect e\noutput e:GetErrorMessage()\nend', ["x"]),
        ("check\noutput 1\ndetect e\noutput 2\nend", ["1"]),
        ("check\nalways\noutput 3\nend", ["3"]),
        (
            "check\noutput 5 / zero\ndetect e is CastError\noutput 1\n"
            "detect e is DivideByZeroError\noutput 2\nend",
            ["2"],
        ),
        (
            "check\noutput 5 / zero\ndetect e\noutput 1\ndetect f is DivideByZeroError\n"
            "output 2\nend",
            ["2"],
        ),
        (
            "check\noutput 5 / zero\ndetect e is CastError or DivideByZeroError\noutput 2\nend",
            ["2"],
        ),
        ("check\noutput 5 / zero\ndetect e is CastError\noutput 2\nend", ["! DivideByZeroError"]),
        (
            "check\noutput 5 / zero\ndetect e is CastError\noutput 2\nalways\noutput 3\nend",
            ["3", "! DivideByZeroError"],
        ),
        (
            'check\nalert("a")\ndetect e\nalert("b")\nalways\noutput "z"\nend',
            ["z", "! Error"],
        ),
        (
            'check\ncheck\nalert("a")\ndetect e\nalert(e)\nend\ndetect e\n'
            "output e:GetErrorMessage()\nend",
            ["a"],
        ),
        ("check\ncheck\nalways\noutput 1\nend\nalways\noutput 2\nend", ["1", "2"]),
        (
            'CastError c\nc:SetErrorMessage("own")\ncheck\nalert(c)\ndetect e is CastError\n'
            "output e:GetErrorMessage()\nend",
            ["own"],
        ),
        ("Error e = undefined\nalert(e)", ["! UndefinedObjectError"]),
    ],
)
def test_errors_are_caught_where_the_program_says(body: str, shown: list[str]) -> None:
    assert outputs(CHECKS + "zero = 0\n" + body) == shown


@pytest.mark.parametrize(
    ("block", "shown"),
    [
        ('check\nreturn 1\ndetect e\noutput "d"\nalways\noutput "a"\nend', ["a", "1"]),
        ('check\nalert("x")\ndetect e\nreturn 2\nalways\noutput "a"\nend', ["2"]),
        ('check\nalert("x")\ndetect e\noutput "d"\nalways\noutput "a"\nend', ["d", "a", "9"]),
        (
            'check\ncheck\nalert("x")\ndetect e\nreturn 2\nalways\noutput "in"\nend\n'
            'always\noutput "out"\nend',
            ["out", "2"],
        ),
    ],
)
def test_a_return_in_a_detect_block_skips_its_always(block: str, shown: list[str]) -> None:
    text = f"action Main\noutput F()\nend\naction F returns integer\n{block}\nreturn 9\nend\n"
    assert outputs(text) == shown


def test_calling_an_action_on_undefined_raises_an_error() -> None:
    assert outputs("Object o = undefined\noutput o:GetHashCode()") == ["! UndefinedObjectError"]


def test_an_endless_recursion_ends_with_an_error_of_its_own() -> None:
    text = "action Main\nF()\nend\naction F\nF()\nend"
    assert outputs(text) == ["! RecursionError"]


# --- classes ----------------------------------------------------------------------------------


def test_objects_have_fields_of_their_own() -> None:
    text = """
        class Main
            Counter one
            Counter two
            action Main
                one:Add(5)
                two:Add(1)
                one:Add(1)
                output one:GetValue()
                output two:GetValue()
                two:label = "zwei"
                output one:label + two:label
            end
        end
        """
    counter = """
        class Counter
            integer value = 0
            public text label = "eins"
            action Add(integer value)
                me:value = me:value + value
            end
            action GetValue returns integer
                return value
            end
        end
        """
    assert outputs(text, counter=counter) == ["6", "1", "einszwei"]


FAMILY = {
    "a": """
        class A
            integer x = Show("field of A")
            on create
                output "create A " + Name()
            end
            action Show(text t) returns integer
                output t
                return 1
            end
            action Name returns text
                return "A"
            end
            action Other returns text
                return "other " + Name()
            end
        end
        """,
    "b": """
        class B is A
            integer x = Show("field of B")
            on create
                output "create B"
            end
            action Name returns text
                return "B, " + parent:A:Name()
            end
            action X returns integer
                return x + parent:A:x
            end
        end
        """,
}


def test_ancestors_are_made_before_their_heirs_and_actions_are_virtual() -> None:
    text = in_main("B b\noutput b:Other()\nA a = b\noutput a:Name()\noutput b:X()")
    assert outputs(text, **FAMILY) == [
        "field of A",
        "create A B, A",
        "field of B",
        "create B",
        "other B, A",
        "B, A",
        "2",
    ]


DIAMOND = {
    "top": "class Top\npublic integer n = 0\non create\nparent:Object:GetHashCode()\n"
    'output "Top"\nend\naction F returns text\nreturn "Top"\nend\n'
    'action G returns text\nreturn "G"\nend\nend',
    "left": 'class Left is Top\non create\noutput "Left"\nend\n'
    'action H returns text\nreturn "H"\nend\nend',
    "right": 'class Right is Top\non create\noutput "Right"\nend\n'
    'action F returns text\nreturn "Right"\nend\nend',
    "bottom": 'class Bottom is Left, Right\non create\noutput "Bottom"\nend\nend',
}


def test_a_diamond_has_each_ancestor_once_and_the_most_derived_action() -> None:
    text = in_main(
        "Bottom b\noutput b:F() + b:G() + b:H()\nRight r = b\noutput r:F()\n"
        "Top t = b\noutput t is Right\nRight again = cast(Right, t)\n"
        "b:parent:Top:n = 5\noutput r:parent:Top:n\noutput b:parent:Top:F()"
    ).replace("output t is Right", "output (t is Right)")
    assert outputs(text, **DIAMOND) == [
        "Top",
        "Left",
        "Right",
        "Bottom",
        "RightGH",
        "Right",
        "true",
        "5",
        "Top",
    ]


def test_a_wrong_cast_between_classes_raises_a_cast_error() -> None:
    text = in_main("A a\nB b = cast(B, a)")
    assert outputs(text, **FAMILY)[-1] == "! CastError"


def test_own_error_classes_are_raised_and_caught() -> None:
    text = """
        class Main
            action Main
                check
                    TooHot hot
                    hot:SetErrorMessage("42 degrees")
                    alert(hot)
                detect e is TooHot
                    output "hot: " + e:GetErrorMessage()
                    TooHot again = cast(TooHot, e)
                    output again:GetDegrees()
                end
                TooHot last
                alert(last)
            end
        end
        """
    hot = """
        class TooHot is Error
            integer degrees = 42
            action GetDegrees returns integer
                return degrees
            end
        end
        """
    assert outputs(text, hot=hot) == ["hot: 42 degrees", "42", "! TooHot"]


def test_a_shared_class_has_one_object() -> None:
    text = in_main("Bank a\nBank b\na:Add(5)\noutput b:Get()\noutput (a = b)")
    bank = (
        "shared class Bank\ninteger sum = 0\naction Add(integer n)\nsum = sum + n\nend\n"
        "action Get returns integer\nreturn sum\nend\nend"
    )
    assert outputs(text, bank=bank) == ["5", "true"]


def test_classes_of_the_same_name_live_in_different_packages() -> None:
    text = "use one.Thing\nThing a\ntwo.Thing b\noutput a:F() + b:F()"
    one = 'package one\nclass Thing\ntext x = "1"\naction F returns text\nreturn x\nend\nend'
    two = 'package two\nclass Thing\ntext x = "2"\naction F returns text\nreturn x\nend\nend'
    assert outputs(text, one=one, two=two) == ["12"]


def test_a_generic_class_keeps_values_of_the_type_it_was_given() -> None:
    text = in_main(
        "Box<integer> i\ni:Put(5)\ninteger x = i:Take() + 1\noutput x\n"
        'Box<text> t\noutput t:Take()\nt:Put("a")\noutput t:Take() + "b"\n'
        "Box<number> n\nn:Put(5)\noutput n:Take()\n"
        "Box<Box<integer>> b\nb:Put(i)\noutput b:Take():Take()\n"
        "Box<integer> empty\noutput empty:Take()"
    )
    box = (
        "class Box<T>\nT value = undefined\naction Put(T value)\nme:value = value\nend\n"
        "action Take returns T\nreturn value\nend\nend"
    )
    assert outputs(text, box=box) == [
        "6",
        "undefined",
        "ab",
        "5.0",
        "5",
        "! UndefinedObjectError",
    ]


def test_mathematics_and_chance_are_in_the_library() -> None:
    text = """
        use Libraries.Compute.Math
        use Libraries.Compute.Random
        Math math
        output math:SquareRoot(16)
        output math:Round(2.5)
        output math:Round(-2.5)
        output math:Round(3.14159, 2)
        output math:RoundToNearestInteger(2.5)
        output math:RaiseToPower(2, 10)
        output math:MaximumOf(3, 4)
        output math:AbsoluteValue(-3)
        output math:Factorial(13)
        output math:Logarithm(1000)
        output math:SquareRoot(-1)
        output math:pi
        Random random
        random:SetSeed(5489)
        output random:RandomInteger()
        """
    assert outputs(text) == [
        "4.0",
        "3.0",
        "-2.0",
        "3.14",
        "2.0",
        "1024.0",
        "4.0",
        "3",
        "1932053504",
        "3.0",
        "NaN",
        "3.141592653589793",
        str(3499211612 >> 1),
    ]


# --- safety and lines -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    ["\\", "\\n\\x00", "'", "é☃🤖", "\t", "\x00\x04\x1e", "{0}%s", "#", "\r\n", "\u2028"],
)
def test_any_text_arrives_unchanged(value: str) -> None:
    compilation = compile_text(f'output "{value}"')
    assert compilation.program is not None
    assert compilation.program.text.isascii()
    assert compilation.program.text.replace("\n", "").isprintable()
    assert outputs(f'output "{value}"') == [value]


@pytest.mark.parametrize(
    "name",
    ["self", "print", "exec", "None", "import", "lambda", "w", "run", "program", "_a", "__init__x"],
)
def test_no_name_of_a_program_means_anything_to_python(name: str) -> None:
    text = f"""
        class Main
            integer {name} = 1
            action Main
                {name} = {name} + 1
                output {name}
                {name}(5)
            end
            action {name}(integer {name})
                output {name}
            end
        end
        """
    assert outputs(text) == ["2", "5"]


def test_a_translated_program_contains_only_names_of_a_known_form() -> None:
    text = in_main("Object exec\ninteger eval = 5\nopen(eval)").replace(
        "class Main\n", "class Main\naction open(integer sys)\noutput sys\nend\n"
    )
    program = compile_text(text).program
    assert program is not None
    names = {node.id for node in ast.walk(ast.parse(program.text)) if isinstance(node, ast.Name)}
    assert names <= {"v_exec", "v_eval", "v_sys", "self", "Object", "c_Main"} | {
        "start",
        "run",
        "program",
        "output",
        "str",
    }


def test_every_line_of_the_program_knows_its_quorum_line() -> None:
    text = "action Main\n    F(0)\nend\n\naction F(integer x)\n    y = 1\n    output 1 / x\nend\n"
    program = compile_text(text).program
    assert program is not None
    (error,) = [event for event in run_text(text) if event.kind == "error"]
    found = [program.source_line(line) for line in error.values[2]]
    places = [(place.line, place.action) for place in found if place is not None]
    assert places == [(7, "F"), (2, "Main")]


def test_facts_tell_what_a_program_uses() -> None:
    text = """
        use Libraries.Robots.HuskyLens.HuskyLens
        HuskyLens camera
        repeat 3 times
            if camera:RequestBlocks() > 0
                output "yes"
            else
                output "no"
            end
        end
        """
    facts = compile_text(text).facts
    assert facts is not None
    assert facts.statement_count == 5
    assert {"repeat times", "if", "else", "output"} <= facts.constructs
    assert not {"class", "action", "repeat while"} & facts.constructs
    assert facts.library_classes == {"Libraries.Robots.HuskyLens.HuskyLens"}
    assert facts.calls == {"HuskyLens:RequestBlocks"}


def test_the_last_event_is_the_time_it_took() -> None:
    events = run_text("output 1")
    assert [event.kind for event in events] == ["output", "end"]
    assert isinstance(events[-1].values[0], int)
