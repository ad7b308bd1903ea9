"""Turns the bytes of a file into a source text, or says why that is impossible."""

from __future__ import annotations

import codecs

from quorum.codes import Code
from quorum.diagnostics import Diagnostic, diagnostic
from quorum.sources import LONGEST_SOURCE, LineIndex, SourceFile

_OTHER_ENCODINGS = (
    codecs.BOM_UTF32_LE,
    codecs.BOM_UTF32_BE,
    codecs.BOM_UTF16_LE,
    codecs.BOM_UTF16_BE,
)


# No file with more bytes can be short enough, and no more of a file is ever read.
MOST_BYTES = 4 * LONGEST_SOURCE


def read_source(name: str) -> SourceFile | Diagnostic:
    """The file of this name as a source file, or a diagnostic for one that cannot be read."""
    try:
        with open(name, "rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (OSError, ValueError):  # a name with a zero character is a ValueError
        return unreadable(name)
    return decode_source(data, name)


def decode_source(data: bytes, name: str) -> SourceFile | Diagnostic:
    """The source file, or a diagnostic for a file that is no UTF-8 text.

    A byte order mark at the beginning is accepted and dropped.
    """
    if len(data) > MOST_BYTES:
        return _mistake(Code.FILE_TOO_LONG, name, "")
    if data.startswith(_OTHER_ENCODINGS):
        return _mistake(Code.NOT_UTF8, name, "", variant="utf16")
    data = data.removeprefix(codecs.BOM_UTF8)
    zero = data.find(b"\x00")
    if zero >= 0:
        return _mistake(Code.NOT_TEXT, name, data[:zero].decode("utf-8", "replace"))
    try:
        return SourceFile(name, data.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        return _mistake(Code.NOT_UTF8, name, before)


def unreadable(name: str) -> Diagnostic:
    """The diagnostic for a file that is missing, a folder, or closed to us."""
    return _mistake(Code.UNREADABLE_FILE, name, "")


def _mistake(code: Code, name: str, before: str, *, variant: str = "") -> Diagnostic:
    """A diagnostic right behind the text that could be read."""
    source = SourceFile(name, before)
    place = len(before)
    index = LineIndex(before)
    arguments = {"file": name, "variant": variant, "limit": str(LONGEST_SOURCE)}
    return diagnostic(code, source, index, (place, place), arguments)
