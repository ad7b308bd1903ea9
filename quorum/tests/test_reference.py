"""The reader of signature files: what they say as data, and what is wrong in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from quorum.doc_comments import CommentMistake, Documentation, read_comment
from quorum.reference import (
    ActionReference,
    ParameterReference,
    SignatureError,
    read_class,
    read_library,
)

LAMP = """\
package Libraries.Toys

use Libraries.Toys.Parts.Switch

/* A lamp.
   @fr Une lampe. */
shared class Lamp<T> is Switch, Thing
    /* The light of a candle.
       @fr La lumière d’une bougie. */
    public constant integer CANDLE = -7 + 12

    public text color = "red"
    integer secret = 0

    /* Shines as long as it is told.

       Then it is dark.
       @fr Brille aussi longtemps qu’on le lui dit.
       @example
       use Libraries.Toys.Clock
       Lamp<text> lamp
       if true
           output lamp:Shine(lamp:CANDLE, "red")
       end
       @prints
       dark

       again */
    system action Shine(integer seconds, Array<T> colors) returns text

    private system action Break
    blueprint action Repair
end
"""


def written(folder: Path, text: str, full_name: str = "Libraries.Toys.Lamp") -> Path:
    path = folder.joinpath(*full_name.split(".")).with_suffix(".quorum")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return folder


def problems(folder: Path, text: str) -> list[str]:
    with pytest.raises(SignatureError) as caught:
        read_class("Libraries.Toys.Lamp", written(folder, text))
    return str(caught.value).split("\n")


def mistake(comment: str) -> tuple[int, str]:
    with pytest.raises(CommentMistake) as caught:
        read_comment(comment, 10)
    return caught.value.line, str(caught.value)


def test_a_class_is_told_with_its_parents_and_public_parts(tmp_path: Path) -> None:
    lamp = read_class("Libraries.Toys.Lamp", written(tmp_path, LAMP))
    assert (lamp.full_name, lamp.title, lamp.shared) == ("Libraries.Toys.Lamp", "Lamp<T>", True)
    assert lamp.parents == ("Libraries.Toys.Parts.Switch", "Libraries.Toys.Thing")
    assert lamp.documentation == Documentation(("A lamp.",), ("Une lampe.",))
    assert [(each.name, each.type, each.value) for each in lamp.constants] == [
        ("CANDLE", "integer", "-7 + 12")
    ]
    assert [(each.name, each.value) for each in lamp.variables] == [("color", '"red"')]
    assert [each.name for each in lamp.actions] == ["Shine", "Repair"]
    assert (lamp.file, lamp.line) == ("Libraries/Toys/Lamp.quorum", 7)


def test_an_action_is_told_with_its_parameters_and_its_result(tmp_path: Path) -> None:
    shine, repair = read_class("Libraries.Toys.Lamp", written(tmp_path, LAMP)).actions
    assert shine.signature == "Shine(integer seconds, Array<T> colors) returns text"
    assert shine.parameters[1] == ParameterReference("Array<T>", "colors")
    assert not shine.blueprint
    assert repair == ActionReference("Repair", (), "", True, Documentation(), 32)


def test_the_example_of_an_action_becomes_a_whole_program(tmp_path: Path) -> None:
    shine = read_class("Libraries.Toys.Lamp", written(tmp_path, LAMP)).actions[0]
    example = shine.documentation.example
    assert example is not None
    assert example.program == (
        "use Libraries.Toys.Lamp\n"
        "use Libraries.Toys.Clock\n"
        "\n"
        "Lamp<text> lamp\n"
        "if true\n"
        '    output lamp:Shine(lamp:CANDLE, "red")\n'
        "end\n"
    )
    assert example.prints == ("dark", "", "again")
    assert example.line == 20


def test_the_examples_of_a_class_come_with_what_they_belong_to(tmp_path: Path) -> None:
    lamp = read_class("Libraries.Toys.Lamp", written(tmp_path, LAMP))
    assert [what for what, _ in lamp.examples()] == [lamp.actions[0].signature]


def test_a_class_that_every_program_sees_needs_no_use_line(tmp_path: Path) -> None:
    text = (
        "package Libraries.Language\n"
        "/* All.\n   @example\n   output 1 */\n"
        "class Object\nend\n"
    )  # fmt: skip
    root = written(tmp_path, text, "Libraries.Language.Object")
    (found,) = read_class("Libraries.Language.Object", root).examples()
    assert found[1].program == "output 1\n"
    assert found[1].prints is None


def test_paragraphs_are_separated_by_blank_lines() -> None:
    found = read_comment(" One.\n   Still one.\n\n   Two.\n   @fr Un.\n\n   Deux. ", 1)
    assert found.en == ("One. Still one.", "Two.")
    assert found.fr == ("Un.", "Deux.")
    assert found.summary("en") == "One."
    assert found.paragraphs("fr") == ("Un.", "Deux.")


def test_what_is_not_translated_yet_is_told_in_english() -> None:
    found = read_comment("* The value e.g. 2.5, rounded: see below ", 1)
    assert found.summary("fr") == "The value e.g. 2.5, rounded: see below"


def test_what_the_program_reads_is_told_too() -> None:
    found = read_comment("A\n  @example\n  output input()\n  @reads\n  Ada\n  @prints\n  Ada", 1)
    assert found.example is not None
    assert found.example.reads == ("Ada",)


def test_a_printed_line_may_begin_with_an_at_sign_and_keeps_its_blanks() -> None:
    found = read_comment('A\n  @example\n  output "  @home"\n  @prints\n    @home\n  b ', 1)
    assert found.example is not None
    assert found.example.prints == ("  @home", "b")


@pytest.mark.parametrize(
    ("comment", "line", "told"),
    [
        ("One.\n@de Eins.", 11, "@de is not known; known are @example, @fr, @prints, @reads"),
        ("One.\n@fr Un.\n@fr Deux.", 12, "@fr stands here twice"),
        ("\n@fr Un.", 10, "there is no English text"),
        ("One.\n@fr\n@example\nx = 1", 11, "there is no text after @fr"),
        ("One.\n@example", 11, "there is no text after @example"),
        ("One.\n@prints\n5", 11, "@prints needs an @example before it"),
        ("One.\n@example x = 1", 11, "the lines of @example begin below it"),
        (
            "One.\n  @example\n  x = 1\n output x",
            13,
            "this line is further to the left than @example",
        ),
    ],
)
def test_a_mistake_in_a_comment_is_told_with_its_line(comment: str, line: int, told: str) -> None:
    assert mistake(comment) == (line, told)


def test_all_problems_of_a_file_are_told_with_file_and_line(tmp_path: Path) -> None:
    text = LAMP.replace("@fr Une lampe", "@it Una lampada").replace("@prints", "@fr Fini.\n")
    assert problems(tmp_path, text) == [
        "Libraries/Toys/Lamp.quorum:6: @it is not known; known are @example, @fr, @prints, @reads",
        "Libraries/Toys/Lamp.quorum:25: @fr stands here twice",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("package Libraries.Toys class Lamb end", ":1: declares Libraries.Toys.Lamb"),
        ("class Lamp\n", ":1: I was reading"),
    ],
)
def test_a_file_that_is_no_signature_file_is_told(tmp_path: Path, text: str, told: str) -> None:
    (problem,) = problems(tmp_path, text)
    assert problem.startswith("Libraries/Toys/Lamp.quorum" + told)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(SignatureError, match=r"Lamp\.quorum:1: cannot be read"):
        read_class("Libraries.Toys.Lamp", tmp_path)


def test_the_whole_library_can_be_read() -> None:
    assert "Libraries.Robots.HuskyLens.HuskyLens" in [each.full_name for each in read_library()]
