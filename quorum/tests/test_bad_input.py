"""Bad input of every kind ends in a diagnostic: files, names of files, circles, depth, size."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quorum import SourceFile
from quorum.cli import main
from quorum.decoding import MOST_BYTES, decode_source, read_source
from quorum.diagnostics import Diagnostic
from quorum.sources import LONGEST_SOURCE
from quorum.tests.fuzzing import examine
from quorum.tests.nesting import CONSTRUCTS, Repeated
from quorum.tests.programs import mistakes, outputs, places

DEPTH = 10_000


def code_of(read: SourceFile | Diagnostic) -> str:
    assert isinstance(read, Diagnostic)
    assert read.message("fr")
    return read.code


# --- files --------------------------------------------------------------------------------------


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    assert code_of(read_source(str(tmp_path / "missing.quorum"))) == "Q0004"


def test_a_folder_is_told(tmp_path: Path) -> None:
    assert code_of(read_source(str(tmp_path))) == "Q0004"


def test_a_file_in_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.quorum").write_text("output 1\n")
    assert code_of(read_source(str(tmp_path / "a.quorum" / "b.quorum"))) == "Q0004"


def test_a_name_that_no_file_can_have_is_told() -> None:
    assert code_of(read_source("a\x00b.quorum")) == "Q0004"
    assert code_of(read_source("")) == "Q0004"
    assert code_of(read_source("x" * 5000)) == "Q0004"


def test_the_command_tells_about_every_file_that_it_cannot_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "good.quorum").write_text("output 1\n")
    (tmp_path / "bad.quorum").write_bytes(b"\xff")
    names = [str(tmp_path / name) for name in ("good.quorum", "bad.quorum", "", "missing.quorum")]
    assert main(["run", *names, "--language", "en"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert [line[-5:] for line in told.err.split("\n") if line.startswith(str(tmp_path))] == [
        "Q0002",
        "Q0004",
        "Q0004",
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff", "Q0002"),
        (b'output "caf\xe9"\n', "Q0002"),
        (b"output 1\n\x80", "Q0002"),
        (b"output \xed\xa0\x80\n", "Q0002"),
        ("output 1\n".encode("utf-16"), "Q0002"),
        ("output 1\n".encode("utf-32"), "Q0002"),
        ("output 1\n".encode("utf-16-be"), "Q0001"),
        ("output 1\n".encode("utf-16-le"), "Q0001"),
        (b"output 1\n\x00", "Q0001"),
        (b"\x7fELF\x02\x01\x01\x00\x00", "Q0001"),
        (b"\x89PNG\r\n\x1a\n", "Q0002"),
        (b"x" * (MOST_BYTES + 1), "Q0005"),
    ],
)
def test_what_is_no_program_text_is_told(data: bytes, code: str) -> None:
    assert code_of(decode_source(data, "main.quorum")) == code


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n", b" \t\r\n", b"// nothing\n/* */"])
def test_a_file_without_a_statement_is_told(data: bytes) -> None:
    source = decode_source(data, "main.quorum")
    assert isinstance(source, SourceFile)
    assert [each.code for each in examine([source]).diagnostics] == ["Q2001"]


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(st.binary(max_size=200))
def test_any_bytes_are_survived(data: bytes) -> None:
    read = decode_source(data, "main.quorum")
    if isinstance(read, SourceFile):
        examine([read])
    else:
        assert read.message("fr")
        assert read.message("en")


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=40))
def test_any_name_of_a_file_is_survived(name: str) -> None:
    assert examine([SourceFile(name, "output 1\n")]).program is not None or name.endswith("_")
    examine([SourceFile("main.quorum", "output 1\n"), SourceFile(name, "class A\nend\n")])


# --- several files ------------------------------------------------------------------------------


def test_the_same_file_given_twice_is_told_once() -> None:
    source = SourceFile("main.quorum", "output 1\n")
    assert [each.code for each in examine([source, source]).diagnostics] == ["Q3012"]


def test_two_classes_that_use_each_other_are_no_mistake() -> None:
    assert outputs(
        "use garden.Bee\nclass Main\naction Main\nBee bee\nbee:Fly()\nend\nend\n",
        Bee="package garden\nuse house.Hive\nclass Bee\naction Fly\nHive hive\n"
        'output hive:Name(me)\nend\naction Name returns text\nreturn "bee"\nend\nend\n',
        Hive="package house\nuse garden.Bee\nclass Hive\naction Name(Bee bee) returns text\n"
        'return "hive of the " + bee:Name()\nend\nend\n',
    ) == ["hive of the bee"]


def test_a_class_may_use_itself_and_its_own_package() -> None:
    text = "package a\nuse a.Main\nuse a.all\nclass Main\naction Main\noutput 1\nend\nend\n"
    assert outputs(text) == ["1"]


@pytest.mark.parametrize("count", [1, 2, 3, 200])
def test_a_circle_of_parents_is_told_in_each_class_of_it(count: int) -> None:
    names = ["Main", *(f"C{number}" for number in range(1, count))]
    others = {
        name: f"class {name} is {names[(place + 1) % count]}\nend\n"
        for place, name in enumerate(names)
    }
    main = others.pop("Main").replace("\nend", "\naction Main\nend\nend")
    assert places(main, **others) == [("INHERITANCE_CYCLE", 1, 7)] * count


def test_a_long_line_of_parents_works() -> None:
    others = {f"C{n}": f"class C{n} is C{n + 1}\nend\n" for n in range(400)}
    last = 'class C400\naction Tell\noutput "far"\nend\nend\n'
    assert outputs("C0 c\nc:Tell()\n", **others, C400=last) == ["far"]


# --- depth and size -----------------------------------------------------------------------------


@pytest.mark.parametrize("construct", CONSTRUCTS.values(), ids=CONSTRUCTS)
def test_ten_thousand_of_anything_work_or_end_in_a_diagnostic(construct: Repeated) -> None:
    examine([SourceFile("main.quorum", construct.text(DEPTH))])


@pytest.mark.parametrize("construct", CONSTRUCTS.values(), ids=CONSTRUCTS)
def test_as_many_as_the_language_needs_are_no_matter(construct: Repeated) -> None:
    examine([SourceFile("main.quorum", construct.text(30))])


@pytest.mark.parametrize("piece", ["x", "x ", "1", '"', "é", "\u00a0", "(", "\n", "/*"])
def test_ten_million_characters_are_told_and_not_read(piece: str) -> None:
    text = piece * (10_000_000 // len(piece))
    assert mistakes(text) == ["FILE_TOO_LONG"]


def test_the_longest_file_that_is_read_may_be_a_single_line() -> None:
    before, after = 'text a = "', '" output a:GetSize()'
    size = LONGEST_SOURCE - len(before) - len(after)
    assert outputs(before + "x" * size + after) == [str(size)]
