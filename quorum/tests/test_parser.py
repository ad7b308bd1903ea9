"""The grammar: what is read, how operators bind, and one diagnostic for one mistake."""

from __future__ import annotations

import pytest

from quorum import syntax_tree as tree
from quorum.diagnostics import Reporter
from quorum.parser import parse
from quorum.sources import SourceFile
from quorum.tests.programs import NAMES, places


def parsed(text: str) -> tree.Program:
    reporter = Reporter(SourceFile("main.quorum", text))
    program = parse(reporter, "main")
    assert [NAMES[found.code] for found in reporter.found] == []
    return program


def statements(text: str) -> tuple[tree.Statement, ...]:
    (main,) = parsed(text).class_.members
    assert isinstance(main, tree.ActionDeclaration)
    assert main.block is not None
    return main.block


def shape(node: tree.Expression) -> str:
    """An expression with all its parentheses."""
    match node:
        case tree.Binary():
            return f"({shape(node.left)} {node.operator} {shape(node.right)})"
        case tree.Unary():
            return f"({node.operator} {shape(node.operand)})"
        case tree.IsTest():
            return f"({shape(node.operand)} is {node.class_name.text})"
        case tree.Chain():
            start = "me:" if node.me else ""
            start += f"{node.holder.name}:" if node.holder else ""
            start += f"parent:{node.parent.text}:" if node.parent else ""
            return start + ":".join(
                link.name.name
                + ("" if link.arguments is None else f"({', '.join(map(shape, link.arguments))})")
                for link in node.links
            )
        case tree.Cast():
            return f"cast({node.type.text}, {shape(node.operand)})"
        case tree.Me():
            return "me"
        case tree.Input():
            return "input()"
        case tree.UndefinedLiteral():
            return "undefined"
        case tree.Broken():
            return "?"
        case _:
            return str(node.value)


def expression(text: str) -> str:
    (statement,) = statements("output " + text)
    assert isinstance(statement, tree.Output)
    return shape(statement.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a or b and c", "(a or (b and c))"),
        ("a and b or c", "((a and b) or c)"),
        ("not a = b", "((not a) = b)"),
        ("not (a = b)", "(not (a = b))"),
        ("- a * b", "((- a) * b)"),
        ("a - - b", "(a - (- b))"),
        ("a--b", "(a - (- b))"),
        ("a - b - c", "((a - b) - c)"),
        ("a + b * c mod d", "(a + ((b * c) mod d))"),
        ("a = b + 1 and c not= d", "((a = (b + 1)) and (c not= d))"),
        ("a is T = b", "((a is T) = b)"),
        ("a = b is T", "(a = (b is T))"),
        ("a < b is T", "((a < b) is T)"),
        ("a < b < c", "((a < b) < c)"),
        ("a is p.q.T and b", "((a is p.q.T) and b)"),
        ("cast(Array<integer>, a + b)", "cast(Array<integer>, (a + b))"),
        ("me:a:b(1):c", "me:a:b(1):c"),
        ("parent:P:f(1):g()", "parent:P:f(1):g()"),
        ("a:parent:p.P:x", "a:parent:p.P:x"),
        ("f(a, g(), -1)", "f(a, g(), (- 1))"),
        ("(a\n+\nb)", "(a + b)"),
        ("input(a)", "input()"),
        ("me", "me"),
        ("undefined", "undefined"),
    ],
)
def test_operators_bind_as_in_quorum(text: str, expected: str) -> None:
    assert expression(text) == expected


def test_a_line_that_begins_with_a_minus_continues_the_expression() -> None:
    (statement,) = statements("x = a\n- b")
    assert isinstance(statement, tree.Assignment)
    assert shape(statement.value) == "(a - b)"


def test_statements_may_share_a_line_and_be_broken_anywhere() -> None:
    assert len(statements("x = 1 y = 2 if x = y output x end output\ny")) == 4


def test_output_takes_a_parenthesised_expression() -> None:
    assert expression("(5)") == "5"


@pytest.mark.parametrize(
    "text",
    [
        "x = 1",
        "me:x = 1",
        "a:x = 1",
        "parent:P:x = 1",
        "a:parent:P:x = 1",
        "integer x = 1",
        "constant integer x = 1",
        "private integer x = 1",
        "public constant text x = cast(text, 1)",
        "Array<Array<integer>> x",
        "a.b.C<integer, D> x = undefined",
        "f()",
        "me:f()",
        "a:b:f(1):g()",
        "parent:P:f()",
        "a:parent:P:f()",
        "me:a:parent:P:f()",
        "if a elseif b else end",
        "repeat 3 times end",
        "repeat while a end",
        "repeat until a end",
        "check detect e end",
        "check detect e is A or b.B detect f always end",
        "check always end",
        "return now",
        "return 5",
        "say 5",
        'alert("x")',
    ],
)
def test_every_statement_of_the_grammar_is_read(text: str) -> None:
    assert len(statements(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "class A end",
        "shared class A is B, c.C<T> end",
        "class A<T, U> is B<T> integer x = 1 y = 2 private T z end",
        "class A on create end public action f(integer a, T b) returns C<T> end end",
        "class A blueprint action f private blueprint action g returns integer end",
        "class A system action f(integer a) end",
        "package a.b use c.D use e.all class A end",
        "use c.D package a.b class A end",
        "action Main end action f end",
        "public action Main end private action f end",
        "on create end action Main end",
        "/* before */ class A end // after",
    ],
)
def test_every_declaration_of_the_grammar_is_read(text: str) -> None:
    parsed(text)


def test_a_comment_before_an_action_is_its_documentation() -> None:
    class_ = parsed("class A\n/* one\n   two */\naction f end\naction g end end").class_
    first, second = class_.members
    assert isinstance(first, tree.ActionDeclaration)
    assert first.documentation == "one two"
    assert isinstance(second, tree.ActionDeclaration)
    assert second.documentation == ""


BLOCK = "MISSING_END"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ("EMPTY_PROGRAM", 1, 1)),
        ("// nothing\n", ("EMPTY_PROGRAM", 2, 1)),
        ("repeat 3 times\n  output 1\n", (BLOCK, 1, 1)),
        ("if 1 = 1\n  output 1\n", (BLOCK, 1, 1)),
        ("action Main\n  if true\n    output 1\n  output 2\nend\n", (BLOCK, 2, 3)),
        ("action Main\n  output 1\naction F\n  output 2\nend\n", (BLOCK, 1, 1)),
        ("class A\n  action Main\n    output 1\n  end\n", (BLOCK, 1, 1)),
        ("output 1\nend\n", ("STRAY_WORD", 2, 1)),
        ("output 1\nelse\noutput 2\n", ("STRAY_WORD", 2, 1)),
        ("x = \noutput 1\n", ("EXPECTED_VALUE", 1, 3)),
        ("x = 5 +\noutput 1\n", ("EXPECTED_VALUE", 1, 7)),
        ("output\n", ("EXPECTED_VALUE", 1, 1)),
        ("output 5 +* 3\n", ("EXPECTED_VALUE", 1, 11)),
        ("output (5 + 3\noutput 1\n", ("UNCLOSED_PARENTHESIS", 1, 8)),
        ("output 5 + 3)\n", ("STRAY_WORD", 1, 13)),
        ("integer = 5\n", ("RESERVED_NAME", 1, 1)),
        ("integer (5)\n", ("EXPECTED_NAME", 1, 9)),
        ("integer end = 5\n", ("RESERVED_NAME", 1, 9)),
        ("text text = 5\n", ("RESERVED_NAME", 1, 6)),
        ("x = text\n", ("RESERVED_NAME", 1, 5)),
        ("outptu 5\n", ("UNKNOWN_STATEMENT", 1, 1)),
        ('print "x"\n', ("UNKNOWN_STATEMENT", 1, 1)),
        ("Output 5\n", ("WRONG_CASE", 1, 1)),
        ("if true\noutput 1\nEnd\n", ("WRONG_CASE", 3, 1)),
        ("if true\noutput 1\nedn\n", ("UNKNOWN_STATEMENT", 3, 1)),
        ("if true\noutput 1\nels\noutput 2\nend\n", ("UNKNOWN_STATEMENT", 3, 1)),
        ("if true\noutput 1\nelif false\noutput 2\nend\n", ("UNKNOWN_STATEMENT", 3, 1)),
        ("if true\noutput 1\nelse if false\noutput 2\nend\n", ("MISSING_END", 3, 1)),
        ("if true then\noutput 1\nend\n", ("WORD_TOO_MUCH", 1, 9)),
        ("if true:\noutput 1\nend\n", ("WORD_TOO_MUCH", 1, 8)),
        ("if true\noutput 1\nend if\n", ("WORD_TOO_MUCH", 3, 5)),
        ("while true\noutput 1\nend\n", ("WORD_TOO_MUCH", 1, 1)),
        ("repeat 3\noutput 1\nend\n", ("REPEAT_NEEDS_KIND", 1, 8)),
        ("repeat 3 tmies\noutput 1\nend\n", ("UNKNOWN_STATEMENT", 1, 10)),
        ("for i in range(3)\noutput 1\nend\n", ("FOREIGN_STATEMENT", 1, 1)),
        ("for i = 1 to 3\noutput 1\nend\n", ("FOREIGN_STATEMENT", 1, 1)),
        ("def f(x)\noutput 1\nend\n", ("FOREIGN_STATEMENT", 1, 1)),
        ("import time\noutput 1\n", ("FOREIGN_STATEMENT", 1, 1)),
        ("repeat 3 times\nbreak\nend\n", ("FOREIGN_STATEMENT", 2, 1)),
        ("x = 1\nx += 2\n", ("FOREIGN_OPERATOR", 2, 3)),
        ("x = 1\nx++\n", ("INCREMENT", 2, 1)),
        ("x = 1\nx--\noutput x\n", ("INCREMENT", 2, 1)),
        ("a = b = c = d\n", ("CHAINED_COMPARISON", 1, 11)),
        ("output - - 5\n", ("DOUBLE_PREFIX", 1, 8)),
        ("output not not true\n", ("DOUBLE_PREFIX", 1, 8)),
        ('output "" + + ""\n', ("EXPECTED_VALUE", 1, 13)),
        ("action Main\nreturn\nend\n", ("RETURN_NEEDS_VALUE", 2, 1)),
        ("check\noutput 1\nend\n", ("CHECK_NEEDS_DETECT", 1, 1)),
        ("foo\n", ("UNKNOWN_STATEMENT", 1, 1)),
        ("a:b\n", ("FIELD_IS_NO_STATEMENT", 1, 1)),
        ("a:b:c = 1\n", ("ASSIGNMENT_TOO_FAR", 1, 1)),
        ("f() = 1\n", ("ASSIGNMENT_TO_VALUE", 1, 1)),
        ("5\n", ("NOT_A_STATEMENT", 1, 1)),
        ('"x"\n', ("NOT_A_STATEMENT", 1, 1)),
        ("f() + 1\n", ("NOT_A_STATEMENT", 1, 5)),
        ("output 1\nuse a.b\n", ("HEADER_TOO_LATE", 2, 1)),
        ("output 2147483648\n", ("INTEGER_TOO_BIG", 1, 8)),
        ("output -2147483648\n", ("INTEGER_TOO_BIG", 1, 9)),
        ("output 99999999999999999999\n", ("INTEGER_TOO_BIG", 1, 8)),
        ("number x = 3,5\n", ("DECIMAL_COMMA", 1, 12)),
        ("f(3,5\noutput 1\n", ("UNCLOSED_PARENTHESIS", 1, 2)),
        ("integer 2x = 5\n", ("NAME_STARTS_WITH_DIGIT", 1, 9)),
        ("2x = 5\n", ("NAME_STARTS_WITH_DIGIT", 1, 1)),
        ("output 2x\n", ("NAME_STARTS_WITH_DIGIT", 1, 8)),
        ("output .5\n", ("NUMBER_WITHOUT_DIGITS", 1, 8)),
        ("a[0] = 1\n", ("SQUARE_BRACKETS", 1, 2)),
        ("output a[0]\n", ("SQUARE_BRACKETS", 1, 9)),
        ("x = [1, 2]\n", ("SQUARE_BRACKETS", 1, 5)),
        ("action Main\noutput 1\nend\noutput 2\n", ("MIXED_PROGRAM", 4, 1)),
        ("output 2\naction F\noutput 1\nend\n", ("MIXED_PROGRAM", 2, 1)),
        ("class A\nend\nclass B\nend\n", ("ONE_CLASS_PER_FILE", 3, 1)),
        ("class A\nend\noutput 1\n", ("JUNK_AFTER_PROGRAM", 3, 1)),
        ("class A\noutput 1\naction Main\nend\nend\n", ("STATEMENT_IN_CLASS", 2, 1)),
        ("class A\nf()\naction Main\nend\nend\n", ("STATEMENT_IN_CLASS", 2, 1)),
        ("class A\naction\noutput 1\nend\nend\n", ("ACTION_NEEDS_NAME", 2, 1)),
        ("acton Main\noutput 1\nend\n", ("UNKNOWN_STATEMENT", 1, 1)),
        ("Action Main\noutput 1\nend\n", ("WRONG_CASE", 1, 1)),
        ("repeet(3)\noutput 1\nend\n", ("UNKNOWN_STATEMENT", 1, 1)),
        ("action Main(x)\noutput 1\nend\n", ("EXPECTED_TYPE", 1, 13)),
        (
            "action Go return integer\nreturn 1\nend\naction Main\nend\n",
            ("UNKNOWN_STATEMENT", 1, 11),
        ),
        ("undefined x = 5\n", ("NOT_A_STATEMENT", 1, 1)),
        ("constant x = 5\n", ("EXPECTED_TYPE", 1, 10)),
        ('alert "x"\n', ("EXPECTED_SYMBOL", 1, 7)),
        ("x_ = 5\n", ("NAME_ENDS_WITH_UNDERSCORE", 1, 1)),
        ("output cast(integer 5)\n", ("EXPECTED_SYMBOL", 1, 21)),
        ("Array<integer>= x\n", ("EXPECTED_SYMBOL", 1, 14)),
    ],
)
def test_one_mistake_is_told_once_and_in_its_place(
    text: str, expected: tuple[str, int, int]
) -> None:
    assert places(text) == [expected]


def test_several_mistakes_are_all_told() -> None:
    text = "output 5 +\noutput 1\nrepeat 3\n  x = )\nend\nouput 7\n"
    assert places(text) == [
        ("EXPECTED_VALUE", 1, 10),
        ("REPEAT_NEEDS_KIND", 3, 8),
        ("EXPECTED_VALUE", 4, 7),
        ("UNKNOWN_STATEMENT", 6, 1),
    ]


def test_a_value_missing_at_the_end_of_a_line_is_found_there() -> None:
    assert places("x =\ny = 5 +\nz = (1\noutput 1\n") == [
        ("EXPECTED_VALUE", 1, 3),
        ("EXPECTED_VALUE", 2, 7),
        ("UNCLOSED_PARENTHESIS", 3, 5),
    ]


def test_a_broken_condition_does_not_hide_its_block() -> None:
    text = "if 5 >\n  output 1\nelse\n  output 2\nend\n"
    assert places(text) == [("EXPECTED_VALUE", 1, 6)]


def test_a_missing_end_names_the_last_line_of_its_block() -> None:
    from quorum.tests.programs import compile_text

    text = "action Main\n  if true\n    output 1\n    output 2\n  output 3\nend\n"
    (found,) = compile_text(text).diagnostics
    assert found.arguments["last_line"] == "4"


@pytest.mark.parametrize(
    "text",
    [
        "output " + "(" * 500 + "1" + ")" * 500,
        "if true " * 500,
        "output " + "f(" * 500,
        "Array<" * 500,
        "output " + "cast(integer," * 500,
    ],
)
def test_deep_nesting_is_a_diagnostic(text: str) -> None:
    assert [code for code, _, _ in places(text)] == ["TOO_DEEP"]


def test_long_sums_and_chains_are_no_nesting() -> None:
    assert places("output " + " + ".join(["1"] * 1000)) == []
    assert places("if " + " and ".join(["true"] * 1000) + " end") == []
    assert places("output " + ' + "x" + '.join(["1"] * 500)) == []
    many = "x = 0\nif x = 1\n" + "".join(f"elseif x = {n}\n" for n in range(499)) + "end\n"
    assert places(many) == []


def test_sums_and_chains_that_python_could_not_follow_are_told() -> None:
    assert places("output " + " + ".join(["1"] * 1001)) == [("EXPRESSION_TOO_LONG", 1, 4006)]
    apart = "output 1\n" * 2 + "output " + " + ".join(["1"] * 600)
    assert places(apart) == []
    nested = "output (" + " + ".join(["1"] * 600) + ")" + " + 1" * 600
    assert [code for code, _, _ in places(nested)] == ["EXPRESSION_TOO_LONG"]
    many = "x = 0\nif x = 1\n" + "".join(f"elseif x = {n}\n" for n in range(500)) + "end\n"
    assert places(many) == [("TOO_DEEP", 502, 8)]
