"""In which line of a TOML document a value stands."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from device.scenes.toml_lines import TomlLines

PROJECT = Path(__file__).resolve().parents[2]


def paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The paths of everything in a parsed document."""
    yield path
    if isinstance(value, dict):
        for key, part in value.items():
            yield from paths(part, (*path, key))
    elif isinstance(value, list):
        for place, part in enumerate(value):
            yield from paths(part, (*path, place))


def lines(text: str) -> dict[str, int]:
    """The line of each value, by its path with dots."""
    found = TomlLines(text)
    every = [path for path in paths(tomllib.loads(text)) if path]
    return {".".join(str(step) for step in path): found.line_of(path) for path in every}


def test_keys_stand_where_they_are_written() -> None:
    assert lines("# a comment\n\na = 1\nb = true  # [c]\n") == {"a": 3, "b": 4}


def test_tables_and_lists_of_tables_begin_at_their_headers() -> None:
    text = (
        "top = 1\n[one]\na = 1\n\n[[many]]\na = 2\n\n[[many]]\n[many.deep]\nb = 3\n[ one . two ]\n"
    )
    assert lines(text) == {
        "top": 1,
        "one": 2,
        "one.a": 3,
        "one.two": 11,
        "many": 5,
        "many.0": 5,
        "many.0.a": 6,
        "many.1": 8,
        "many.1.deep": 9,
        "many.1.deep.b": 10,
    }


def test_lists_of_tables_lie_inside_each_other() -> None:
    text = "[[a]]\n[[a.b]]\nx = 1\n[[a.b]]\nx = 2\n[[a]]\n[[a.b]]\nx = 3\n"
    found = lines(text)
    assert [found[path] for path in ("a.0.b.0.x", "a.0.b.1.x", "a.1.b.0.x")] == [3, 5, 8]


def test_values_of_lists_and_inline_tables_have_lines_of_their_own() -> None:
    text = (
        "moves = [\n  # first\n  { at = 1, x = 2 },\n  {at=3,\tto=[4,\n 5]}, # last\n]\nend = 1\n"
    )
    assert lines(text) == {
        "moves": 1,
        "moves.0": 3,
        "moves.0.at": 3,
        "moves.0.x": 3,
        "moves.1": 4,
        "moves.1.at": 4,
        "moves.1.to": 4,
        "moves.1.to.0": 4,
        "moves.1.to.1": 5,
        "end": 7,
    }


def test_keys_may_be_quoted_and_dotted() -> None:
    text = "a . 'b c'.\"d\\u0020e\" = 1\na.f = 2\n['g.h']\n\"\" = 3\n"
    assert lines(text) == {"a": 1, "a.b c": 1, "a.b c.d e": 1, "a.f": 2, "g.h": 3, "g.h.": 4}


@pytest.mark.parametrize(
    "value",
    [
        '"] } # = [[x]] \\" \\\\"',
        "'] } # \\'",
        '"""\n[a]\n"" \\""" x = 1\n""""',
        '"""ends with two quotes"""""',
        "'''\n[b] ' '' \\\n'''''",
        '""',
        "''",
        "2026-11-27 10:00:00",
        "-1_000.5e3",
        '["a]", \'b[\', """c\n]"""]',
        "{ a = '}', b = [\"{\"] }",
        "[[1, 2], [],\n\n[3,],\n]",
        "{}",
    ],
)
def test_what_stands_in_a_value_is_not_taken_for_something_else(value: str) -> None:
    text = f"first = {value} # the end\nnext = 1\r\n[table]\nlast = 2"
    found = lines(text)
    after = value.count("\n")
    assert (found["first"], found["next"], found["table.last"]) == (1, 2 + after, 4 + after)


def test_what_is_missing_is_found_where_it_should_stand() -> None:
    found = TomlLines("a = 1\n[[b]]\nc = 2\n")
    assert found.line_of(("b", 0, "missing")) == 2
    assert found.line_of(("missing",)) == 1


@pytest.mark.parametrize(
    "file",
    [
        PROJECT / "pyproject.toml",
        *sorted((PROJECT / "missions" / "content").glob("*/*.toml")),
        *sorted((PROJECT / "quorum" / "messages" / "examples").glob("*/*.toml"))[:20],
    ],
    ids=lambda file: file.relative_to(PROJECT).as_posix(),
)
def test_every_value_of_a_real_document_is_found_in_a_line_that_names_it(file: Path) -> None:
    text = file.read_text("utf-8")
    found = TomlLines(text)
    rows = text.split("\n")
    for path in paths(tomllib.loads(text)):
        if path and isinstance(path[-1], str):
            assert path in found._lines
            assert path[-1] in rows[found.line_of(path) - 1]
