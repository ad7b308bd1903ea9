"""Programs that put something inside itself, or one behind the other, as often as you like."""

from __future__ import annotations

from typing import NamedTuple


class Repeated(NamedTuple):
    """`before`, many times `opening`, `inside`, as many times `closing`, then `after`.

    In `opening`, `#` is replaced by 0, 1, 2 …
    """

    before: str
    opening: str
    inside: str = ""
    closing: str = ""
    after: str = ""

    def text(self, count: int) -> str:
        """The program with so many of them."""
        numbered = "#" in self.opening
        opened = (
            "".join(self.opening.replace("#", str(number)) for number in range(count))
            if numbered
            else self.opening * count
        )
        return f"{self.before}{opened}{self.inside}{self.closing * count}{self.after}"


_ARRAY = "use Libraries.Containers.Array\n"
_CALL = "action Main\noutput "
_ECHO = "\nend\naction F(integer x) returns integer\nreturn x\nend\n"

# What goes inside itself.
DEEP = {
    "parentheses": Repeated("output ", "(", "1", ")"),
    "open parentheses": Repeated("output ", "("),
    "parentheses on the right": Repeated("output ", "1 + (", "1", ")"),
    "if": Repeated("", "if true\n", "", "end\n"),
    "if in one line": Repeated("", "if true ", "", "end "),
    "open if": Repeated("", "if true\n"),
    "if in else": Repeated("", "if true\nelse\n", "", "end\n"),
    "else if in two words": Repeated("if true\n", "else if true\n", "", "end\n", "end\n"),
    "repeat times": Repeated("", "repeat 2 times\n", "", "end\n"),
    "repeat while": Repeated("", "repeat while true\n", "", "end\n"),
    "repeat without times": Repeated("", "repeat 2\n", "", "end\n"),
    "check": Repeated("", "check\n", "", "detect e\nend\n"),
    "check in detect": Repeated("", "check\ndetect e\n", "", "end\n"),
    "check in always": Repeated("", "check\nalways\n", "", "end\n"),
    "calls in arguments": Repeated(_CALL, "F(", "1", ")", _ECHO),
    "open calls": Repeated("output ", "F("),
    "types": Repeated(_ARRAY, "Array<", "integer", ">", " x\noutput x:GetSize()"),
    "open types": Repeated(_ARRAY, "Array<"),
    "casts": Repeated("output ", "cast(integer, ", "1", ")"),
    "inputs": Repeated("output ", "input(", "", ")"),
    "minus": Repeated("x = 1\noutput ", "-", "x"),
    "minus in parentheses": Repeated("x = 1\noutput ", "-(", "x", ")"),
    "not": Repeated("output ", "not ", "true"),
    "not in parentheses": Repeated("output ", "not (", "true", ")"),
    "brackets": Repeated("x = ", "["),
    "braces": Repeated("", "if true {\n", "", "}\n"),
    "for of other languages": Repeated("", "for i in x\n", "", "end\n"),
    "classes": Repeated("", "class A\n", "", "end\n"),
    "actions": Repeated("", "action A\n", "", "end\n"),
    "comments": Repeated("", "/*", "", "*/"),
}

# What follows one another.
LONG = {
    "closed parentheses": Repeated("output 1", ")"),
    "end": Repeated("", "end\n"),
    "else": Repeated("if true\n", "else\n", "", "", "end\n"),
    "elseif": Repeated("x = 1\nif x = 0\n", "elseif x = 1 output 1 ", "", "", "end\n"),
    "chain of fields": Repeated("x = a", ":a"),
    "chain of calls": Repeated('text a = "x"\noutput a', ":Trim()"),
    "chain of dots": Repeated("x = a", ".a"),
    "chain of me": Repeated("", "me:"),
    "chain of parents": Repeated("", "parent:"),
    "sum": Repeated("output 1", " + 1"),
    "text sum": Repeated('output "a"', " + 1"),
    "mixed sum": Repeated("output 1", " + 1 * 2"),
    "divisions": Repeated("output 1", " / 1"),
    "and": Repeated("output true", " and true"),
    "comparisons": Repeated("output 1", " = 1"),
    "is": Repeated("Object o\noutput o", " is Object"),
    "parents": Repeated("class Main is Object", ", P#", "", "", "\nend"),
    "the same parent": Repeated("class Main is Object", ", Object", "", "", "\nend"),
    "type parameters": Repeated("class Main<T", ", T#", ">\naction Main\nend\nend"),
    "parameters": Repeated("action Main\nend\naction F(text p", ", text p#", ")\nend"),
    "arguments": Repeated("F(1", ", #", ")"),
    "classes of a detect": Repeated("check\ndetect e is Error", " or Error", "\nend"),
    "parts of a package": Repeated("package a", ".a", "\noutput 1"),
    "use": Repeated("", _ARRAY, "output 1"),
    "unknown use": Repeated("", "use a.b#\n", "output 1"),
    "the same action": Repeated("action Main\nend\n", "action A\nend\n"),
    "variables": Repeated("", "v# = #\n", "output v0"),
    "unknown variables": Repeated("", "output u#\n"),
    "misspelt variables": Repeated("score = 1\n", "output scoer\n"),
    "misspelt words": Repeated("", "ouput 1\n"),
    "words": Repeated("", "a "),
    "quotes": Repeated('"', '""'),
    "quotes of a word processor": Repeated("", "“"),
    "no-break spaces": Repeated("", "x\u00a0=\u00a01\n"),
    "accents": Repeated("", "é# = 1\n"),
    "semicolons": Repeated("", "x = 1;\n"),
    "counting of other languages": Repeated("x = 1\n", "x += 1\nx++\n"),
    "statements behind return": Repeated("action Main\n", "return now\n", "end"),
    "one long name": Repeated("output ", "x"),
    "one long number": Repeated("output ", "1"),
    "one long text": Repeated('output "', "x", '"'),
    "one long comment": Repeated("//", "x", "\noutput 1"),
    "blanks": Repeated("", " "),
    "empty lines": Repeated("", "\n"),
}

CONSTRUCTS = DEEP | LONG
