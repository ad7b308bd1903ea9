"""In which line of a TOML document a value stands, which the parser of the library does not tell.

The document must be right: this reads only as much of TOML as it takes to find the places.
"""

from __future__ import annotations

import re
import tomllib

from device.scenes.fields import Path

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_TEXT = re.compile(
    # With three quotes the text may end with up to two more.
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}'
    r"|'''(?:[^']|'(?!''))*'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_OTHER_VALUE = re.compile(r"[^,\]}\n#]+")  # numbers, dates, true and false


class TomlLines:
    """Finds the lines of all values; the first line has the number 1."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._lines: dict[Path, int] = {(): 1}
        self._elements: dict[Path, int] = {}  # list of tables -> how many there are so far
        self._read_document()

    def line_of(self, path: Path) -> int:
        """The line of a value; of what contains it where the value itself is missing."""
        while path not in self._lines:
            path = path[:-1]
        return self._lines[path]

    def _read_document(self) -> None:
        table: Path = ()
        while self._more():
            if self._next_is("["):
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> Path:
        """`[table]` or `[[element of a list of tables]]`: the path of what follows."""
        start = self._at
        is_element = self._text.startswith("[[", start)
        self._at += 2 if is_element else 1
        path: Path = ()
        keys = self._keys()
        for number, key in enumerate(keys, start=1):
            path = (*path, key)
            self._note(path, start)
            if is_element and number == len(keys):
                self._elements[path] = self._elements.get(path, 0) + 1
            if path in self._elements:
                path = (*path, self._elements[path] - 1)
                self._note(path, start)
        self._at += 2 if is_element else 1
        return path

    def _pair(self, table: Path) -> None:
        """`key = value`, where the key may be dotted."""
        start, path = self._at, table
        for key in self._keys():
            path = (*path, key)
            self._note(path, start)
        self._at += 1  # the equals sign
        self._value(path)

    def _keys(self) -> list[str]:
        keys = []
        while True:
            self._more()
            found = _TEXT.match(self._text, self._at)
            if found is None:
                found = _BARE_KEY.match(self._text, self._at)
                assert found is not None
                keys.append(found[0])
            else:
                keys.append(tomllib.loads(f"text = {found[0]}")["text"])
            self._at = found.end()
            self._more()
            if not self._next_is("."):
                return keys
            self._at += 1

    def _value(self, path: Path) -> None:
        self._more()
        if self._next_is("["):
            self._list(path)
        elif self._next_is("{"):
            self._inline_table(path)
        else:
            found = _TEXT.match(self._text, self._at) or _OTHER_VALUE.match(self._text, self._at)
            assert found is not None
            self._at = found.end()

    def _list(self, path: Path) -> None:
        self._at += 1
        place = 0
        while self._more() and not self._next_is("]"):
            self._note((*path, place), self._at)
            self._value((*path, place))
            self._pass_comma()
            place += 1
        self._at += 1

    def _inline_table(self, path: Path) -> None:
        self._at += 1
        while self._more() and not self._next_is("}"):
            self._pair(path)
            self._pass_comma()
        self._at += 1

    def _pass_comma(self) -> None:
        if self._more() and self._next_is(","):
            self._at += 1

    def _more(self) -> bool:
        """Pass over blanks, line ends and comments; whether anything comes after them."""
        blank = _BLANK.match(self._text, self._at)
        assert blank is not None
        self._at = blank.end()
        return self._at < len(self._text)

    def _next_is(self, sign: str) -> bool:
        return self._text.startswith(sign, self._at)

    def _note(self, path: Path, at: int) -> None:
        self._lines.setdefault(path, self._text.count("\n", 0, at) + 1)
