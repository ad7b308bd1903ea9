"""How programs are translated. What they do is in the corpus: see `test_corpus`."""

from __future__ import annotations

import ast

import pytest

from quorum.tests.programs import compile_text, in_main, outputs, run_text

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
