"""Damaged programs: right ones with words, lines or characters changed, and what must hold then.

The same number always gives the same mutant, so a failure is found again by its number:
`python tools/fuzz.py --only NUMBER`.
"""

from __future__ import annotations

import ast
import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from quorum import SourceFile, compile_program
from quorum.codes import Code
from quorum.compilation import Compilation, TranslatedProgram
from quorum.lexer import RESERVED
from quorum.message_examples import page
from quorum.messages import LANGUAGES
from quorum.tests.corpus import cases

MISSIONS = Path(__file__).parents[2] / "missions" / "content"

Program = list[SourceFile]
Mutation = Callable[[random.Random, str], str]

_PIECE = re.compile(r'\n|[ \t]+|"[^"\n]*"|\w+|.', re.DOTALL)
_OPERATORS = "+ - * / = not= > >= < <= ( ) , . : [ ] { } ; # ' \" == != && ++ += // /* */"
_VALUES = 'x Main Array Integer Error f 5 2.5 "text" "a 0 2147483648 1e5 undefined me'
# Characters that are not what they seem, or that other programs would trip over.
_ODD_CHARACTERS = (
    "\x00\x03\x04\x0c\x1b\x1e\x7f\u00a0\u00ad\u200b\u202e\u2028\ufeff\ud800\U0001f41d"
    "“”«»‘’éßœ×−оАｘ１²٣\\\"'`{}%$@~^"
)
_VALUES_OF_KIND = {
    r"\b\d+(?:\.\d+)?\b": ("0", "1", "-1", "2147483647", "0.5", "1.0e300", "12345678.9"),
    r'"[^"]*"': ('""', '"x"', '"5"', '"é"', '"a\nb"', '"\\\\"', '"%s{}"'),
    r" (?:[-+*/=<>]|<=|>=|not=|mod|and|or) ": (" + ", " / ", " mod ", " = ", " > ", " and "),
    r"\b(?:integer|number|text|boolean)\b": ("integer", "number", "text", "boolean", "Object"),
    r"\b(?:true|false|undefined|me)\b": ("true", "false", "undefined", "me"),
}
_KINDS = tuple(_VALUES_OF_KIND)
WORDS = (
    *sorted(RESERVED),
    *_OPERATORS.split(" "),
    *_VALUES.split(" "),
    *("\n", "\n", "\n", "Screen", "me:x", "parent:Object:Equals(me)"),
    *("use Libraries.Robots.M5Stack.Screen\n", "Screen screen\n", "screen:Clear()\n"),
    *("action Main\n", "class A\n", "repeat 3 times\n", "x = 5\n", "end\n"),
)


# --- programs to begin with ---------------------------------------------------------------------


@cache
def right_programs() -> tuple[tuple[SourceFile, ...], ...]:
    """All right programs there are: the corpus, the missions, the examples of the messages."""
    found: list[Program] = [case.sources for case in cases() if not case.refused]
    found += [[_read(path)] for path in sorted(MISSIONS.glob("*/*.quorum"))]
    for code in Code:
        files = page(code.number).right.files
        found.append([SourceFile(name, text.decode()) for name, text in files.items()])
    return tuple(tuple(program) for program in found)


def _read(path: Path) -> SourceFile:
    return SourceFile(path.name, path.read_text(encoding="utf-8"))


# --- damage -------------------------------------------------------------------------------------


def mutant(number: int) -> Program:
    """The damaged program with this number."""
    chance = random.Random(number)
    program = list(chance.choice(right_programs()))
    for _ in range(chance.choice((1, 1, 1, 2, 3, 5))):
        place = chance.randrange(len(program))
        damage = chance.choice(_MUTATIONS)
        program[place] = SourceFile(program[place].name, damage(chance, program[place].text))
    if chance.random() < 0.02:
        chance.shuffle(program)
    return program


def _change_a_word(chance: random.Random, text: str) -> str:
    """A word removed, doubled, replaced, or put somewhere else."""
    pieces = _PIECE.findall(text) or [" "]
    place = chance.randrange(len(pieces))
    match chance.randrange(5):
        case 0:
            del pieces[place]
        case 1:
            pieces.insert(place, pieces[place])
        case 2:
            pieces[place] = chance.choice(WORDS)
        case 3:
            pieces.insert(place, f" {chance.choice(WORDS)} ")
        case _:
            other = chance.randrange(len(pieces))
            pieces[place], pieces[other] = pieces[other], pieces[place]
    return "".join(pieces)


def _change_a_line(chance: random.Random, text: str) -> str:
    """A line removed, doubled, moved, or taken from another program."""
    lines = text.split("\n")
    place, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            del lines[place]
        case 1:
            lines.insert(other, lines[place])
        case 2:
            lines[place], lines[other] = lines[other], lines[place]
        case _:
            lines.insert(place, chance.choice(_any_text(chance).split("\n")))
    return "\n".join(lines)


def _change_a_character(chance: random.Random, text: str) -> str:
    """A character removed, replaced or inserted."""
    place = chance.randrange(len(text) + 1)
    new = chance.choice((*_ODD_CHARACTERS, chr(chance.randrange(32, 127)), ""))
    return text[:place] + new + text[place + chance.randrange(2) :]


def _cut(chance: random.Random, text: str) -> str:
    """Only the beginning, only the end, or without a piece in the middle."""
    one, other = sorted(chance.randrange(len(text) + 1) for _ in range(2))
    return chance.choice((text[:one], text[other:], text[:one] + text[other:]))


def _graft(chance: random.Random, text: str) -> str:
    """The end of another program behind the beginning of this one."""
    other = _any_text(chance)
    return text[: chance.randrange(len(text) + 1)] + other[chance.randrange(len(other) + 1) :]


def _change_a_value(chance: random.Random, text: str) -> str:
    """A number, a text, an operator or a type replaced by another one of its kind."""
    group = re.compile(chance.choice(_KINDS))
    found = list(group.finditer(text))
    if not found:
        return text
    old, new = chance.choice(found), chance.choice(found).group()
    if chance.random() < 0.5:
        new = chance.choice(_VALUES_OF_KIND[group.pattern])
    return text[: old.start()] + new + text[old.end() :]


def _rename(chance: random.Random, text: str) -> str:
    """One of its words everywhere another one of its words."""
    words = re.findall(r"[A-Za-z]\w*", text) or ["x"]
    old, new = chance.choice(words), chance.choice((*words, *WORDS))
    return re.sub(rf"\b{old}\b", lambda _: new, text)


def _any_text(chance: random.Random) -> str:
    return chance.choice(chance.choice(right_programs())).text


_MUTATIONS: tuple[Mutation, ...] = (
    *(_change_a_word, _change_a_word, _change_a_value, _change_a_value, _change_a_value),
    *(_change_a_line, _change_a_character, _cut, _graft, _rename),
)


# --- what must hold -----------------------------------------------------------------------------

# All that a translated program may name besides what it imports: what the translator makes up and
# what it takes from Python. No word of a student's program is among them; those have a form of
# their own, described in `quorum.translator.naming`.
_MADE_UP = frozenset(
    {"ancestors", "left", "program", "result", "self", "start", "w", "_", "__init__"}
)
_OF_PYTHON = frozenset({"float", "int", "isinstance", "len", "range", "str", "super"})
_NAME = re.compile(
    r"[vfc]_\w+|start_c_\w+|(?:[A-Za-z]|_0)\w*__\w*|(?:error|deeper|left)_[0-9]+", re.ASCII
)


def examine(program: Program, board: str = "") -> Compilation:
    """Compile a program and see that everything promised holds; raises AssertionError if not."""
    compilation = compile_program(program, board=board)
    ends = {source.name: len(re.split(r"\r\n|\r|\n", source.text)) for source in program}
    for told in (*compilation.diagnostics, *compilation.warnings):
        assert told.code != Code.INTERNAL.number, "the compiler failed"
        assert 1 <= told.line <= told.end_line <= ends[told.file], f"place of {told.code}"
        assert (told.end_line, told.end_column) >= (told.line, told.column) >= (1, 1), told.code
        for language in LANGUAGES:
            assert told.message(language), f"no message of {told.code}"
            assert told.hint(language), f"no hint of {told.code}"
    assert (compilation.program is None) == bool(compilation.diagnostics)
    if compilation.program is not None:
        check_translation(compilation.program)
    return compilation


def check_translation(program: TranslatedProgram) -> None:
    """The translated program is Python, in ASCII, and names nothing that the translator did not."""
    assert program.text.isascii(), "the translated program is not ASCII"
    assert len(program.line_map) == program.text.count("\n"), "the line map does not fit"
    module = ast.parse(program.text)
    compile(module, "program", "exec")
    imported = {
        alias.asname or alias.name
        for node in ast.walk(module)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    foreign = {
        name
        for name in map(_name_in, ast.walk(module))
        if name not in imported | _MADE_UP | _OF_PYTHON and not _NAME.fullmatch(name)
    }
    assert not foreign, f"names that the translator does not make: {sorted(foreign)}"


def _name_in(node: ast.AST) -> str:
    """The name that a node of the Python tree carries; `self` where it carries none."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
            return name
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
            return name
    return "self"
