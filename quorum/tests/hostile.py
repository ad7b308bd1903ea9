"""Programs whose names and texts would be dangerous if they became code; both hosts run them."""

from __future__ import annotations

import builtins
import keyword
from dataclasses import dataclass

from quorum import SourceFile
from quorum.lexer import RESERVED
from quorum.library import ALWAYS_VISIBLE


@dataclass(frozen=True)
class Hostile:
    """A program, and the texts that it must output, one for each `output`."""

    title: str
    source: SourceFile
    outputs: tuple[str, ...]

    def __str__(self) -> str:
        return self.title


# --- names --------------------------------------------------------------------------------------

# What the translator and the runtime call their own things, and names that Python obeys.
_OF_THE_TRANSLATOR = (
    *("w", "run", "program", "start", "self", "output_text", "boolean_text", "constant", "begin"),
    *("ancestors", "left", "result", "error_1", "deeper_1", "left_1", "v_x", "f_x", "c_Main"),
    *("Main__", "Main__integer", "start_c_Main", "box_integer", "quorum_runtime", "defined"),
    *("__init", "__class", "__dict", "__import", "__name", "_x", "__slots", "_0x", "X_1"),
)
_LONG = "x" * 5000
_PYTHON = (*keyword.kwlist, *keyword.softkwlist, *vars(builtins))


def _is_a_name(word: str) -> bool:
    """Whether a Quorum program may use the word for what it likes."""
    return word.isascii() and word.isidentifier() and word not in RESERVED and word[-1] != "_"


NAMES = tuple(sorted({word for word in (*_PYTHON, *_OF_THE_TRANSLATOR, _LONG) if _is_a_name(word)}))
_TAKEN_CLASSES = {name.rpartition(".")[2] for name in ALWAYS_VISIBLE}


def _program_of_names(name: str) -> Hostile:
    """The name is that of a package, a class, a field, an action, a parameter and variables."""
    class_name = f"{name}X" if name in _TAKEN_CLASSES else name
    text = f"""package {name}.{name}
class {class_name}<T{name}>
    public integer {name} = 1
    T{name} kept = undefined
    action Main
        integer before = {name} + {name}(2)
        integer {name} = 4
        output before + {name} * 10 + me:{name} * 100
        check
            alert("{name}")
        detect e{name}
            text m{name} = e{name}:GetErrorMessage()
            output m{name}
        end
        {class_name}<text> other
        other:{name} = 7
        other:Keep("kept")
        output other:{name} + other:Get()
    end
    action {name}(integer {name}) returns integer
        repeat 1 times
            {name} = {name} + me:{name}
        end
        return {name}
    end
    action Keep(T{name} {name})
        kept = {name}
    end
    action Get returns T{name}
        return kept
    end
end
"""
    title = name if len(name) < 50 else f"{name[:10]} ({len(name)} letters)"
    return Hostile(title, SourceFile("main.quorum", text), ("144", name, "7kept"))


# --- texts --------------------------------------------------------------------------------------

TEXTS = (
    *("", " ", "'", "'''", "`", "\\", "\\\\", "\\n", "\\x41", "\\u0041", "\\N{DIGIT ONE}", "\\'"),
    *("{}", "{0}", "{x}", "{{", "}}", "%", "%s", "%(x)s", "%%", "$x", "${x}", "f'{1}'", "#", "//"),
    *("/* */", "__import__('os')", "'); import os; ('", "\\'); import os #", "exec(1)"),
    *("\n", "\r", "\r\n", "\t", "\v", "\f", "two\nlines\r\nand\rmore", "\n\n", "end\nend\n"),
    *(chr(code) for code in range(32)),
    *("\x7f", "\x80", "\xa0", "\xad", "\xff", "é", "œ", "ß", "İ", "e\u0301", "漢字", "עברית"),
    *(
        "\u200b",
        "\u202e",
        "\u2028",
        "\u2029",
        "\ufeff",
        "\ufffd",
        "\uffff",
        "🐝",
        "👩‍🚀",
        "\U0010ffff",
    ),
    *("\x03", "\x04", "\x1e", "\x1e[1]", "\x04\x04>", "OK\x04\x04>", "\x01\x02\x03", "a\x00b"),
    *("undefined", "null", "None", "True", "-1", "1e9", "[]", "x" * 10_000),
)


def _program_of_text(text: str) -> Hostile:
    """The text is shown, joined, compared, passed on, stored and raised."""
    source = f"""class Main
    text field = "{text}"
    constant text FIXED = "{text}"
    action Main
        output "{text}"
        text local = "<" + "{text}" + ">"
        output local
        output Same("{text}") and field = FIXED
        output field:GetSize()
        check
            alert("{text}")
        detect e
            output e:GetErrorMessage()
        end
    end
    action Same(text other) returns boolean
        return other = field
    end
end
"""
    expected = (text, f"<{text}>", "true", str(len(text)), text)
    title = ascii(text) if len(text) < 50 else f"{text[:10]} ({len(text)} letters)"
    return Hostile(title, SourceFile("main.quorum", source), expected)


def _program_of_many_parameters() -> Hostile:
    """All types of the parameters are in the name of the translated action."""
    names = [f"p{place}" for place in range(100)]
    text = f"""action Main
    output Sum({", ".join("1" for _ in names)})
end
action Sum({", ".join(f"integer {name}" for name in names)}) returns integer
    return {" + ".join(names)}
end
action Sum({", ".join(f"number {name}" for name in names)}) returns number
    return {" + ".join(names)}
end
"""
    return Hostile("a hundred parameters", SourceFile("main.quorum", text), ("100",))


PROGRAMS = (
    *map(_program_of_names, NAMES),
    *map(_program_of_text, TEXTS),
    _program_of_many_parameters(),
)
