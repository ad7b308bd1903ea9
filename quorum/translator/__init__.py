"""Turns a checked program into MicroPython.

The program is one function, so that nothing of it stays on the board: it defines the classes and
returns a function that makes the main object and calls Main. See `quorum_runtime.program.run`.
"""

from __future__ import annotations

from collections.abc import Sequence

from quorum import typed_tree as typed
from quorum.compilation import TranslatedProgram
from quorum.diagnostics import Reporter
from quorum.inheritance import ancestors
from quorum.translator.classes import ClassWriter
from quorum.translator.literals import text_literal
from quorum.translator.naming import Names
from quorum.translator.places import places_text
from quorum.translator.runtime import Needs
from quorum.translator.writer import Writer


def translate(program: typed.Program, reporters: Sequence[Reporter]) -> TranslatedProgram:
    """The program in MicroPython, with its line map."""
    names = Names([class_.info for class_ in program.classes])
    needs = Needs()
    body = Writer(depth=1)
    writer = ClassWriter(body, names, needs, program.classes, reporters)
    for class_ in _parents_first(program.classes):
        writer.write(class_)
    body.source = None
    main = writer.new(program.classes[0].info)
    body.blank()
    body.line("def start():")
    with body.indented():
        body.line(f"{main.text}.Main__()")
    body.line("return start")

    whole = Writer()
    whole.line("from quorum_runtime.program import run")
    whole.line("def program():")
    with whole.indented():
        for line in needs.import_lines():
            whole.line(line)
    whole.lines += body.lines
    places = [source for _, source in whole.lines] if needs.places else []
    whole.line(f"run(program, {text_literal(places_text(places))})" if places else "run(program)")
    return TranslatedProgram(
        text="".join(text + "\n" for text, _ in whole.lines),
        line_map=tuple(source for _, source in whole.lines),
    )


def _parents_first(classes: Sequence[typed.Class]) -> list[typed.Class]:
    by_info = {class_.info: class_ for class_ in classes}
    order: dict[typed.Class, None] = {}
    for class_ in classes:
        for info in ancestors(class_.info):
            found = by_info.get(info)
            if found is not None:
                order[found] = None
    return list(order)
