"""Signatures of library classes, kept in a folder from one start of the command to the next.

A file for each class: lines that say the signature, an empty line, and the whole text that it was
read from. It is believed only as long as that is still the text of the library, so nothing has to
be deleted when the library changes. The first line says which reader made it.

Whatever is wrong with a file or with the folder, the signature is read from the library again. The
files are data: every word of them is checked before it is used.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from zlib import crc32

from quorum.signatures import ActionSignature, ClassSignature, Constant, FieldSignature

_NAME = "quorum-signatures"
_YES, _NO = "yes", "no"
_SIGNS = str.maketrans("<>,.", "    ")

# What reads a signature from a file of the library; what it read before a change is not believed.
_READERS = ("signatures.py", "lexer.py", "parser")


def usual_folder() -> str:
    """Where this machine keeps such files for the person who is logged in; may be empty."""
    known = os.environ.get("XDG_CACHE_HOME", "")
    if sys.platform == "win32":
        known = known or os.environ.get("LOCALAPPDATA", "")
    own = "Library/Caches" if sys.platform == "darwin" else ".cache"
    folder = known or os.path.join(os.path.expanduser("~"), own)
    return os.path.join(folder, _NAME) if os.path.isabs(folder) else ""


class SignatureCache:
    """The files in one folder. Nothing here raises: without a cache it only takes longer."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._reader = _reader()

    def find(self, full_name: str, text: str) -> ClassSignature | None:
        """The signature in this text, if it was kept."""
        try:
            with open(self._path(full_name), encoding="utf-8", newline="") as file:
                head, _, rest = file.read().partition("\n")
            kept, _, source = rest.partition("\n\n")
            if source != text or head != self._head(rest):
                return None
            signature = _signature(kept)
        except (OSError, ValueError):
            return None
        return signature if f"{signature.package}.{signature.name}" == full_name else None

    def keep(self, full_name: str, text: str, signature: ClassSignature) -> None:
        """Keep a signature, for processes to come. Others may read or write the same file now."""
        path = self._path(full_name)
        own = f"{path}.{os.getpid()}"
        try:
            rest = "\n".join(_lines(signature)) + "\n\n" + text
            os.makedirs(self._folder, mode=0o700, exist_ok=True)
            with open(own, "x", encoding="utf-8", newline="") as file:
                file.write(f"{self._head(rest)}\n{rest}")
            os.replace(own, path)
        except (OSError, ValueError):
            return

    def _path(self, full_name: str) -> str:
        return os.path.join(self._folder, full_name)

    def _head(self, rest: str) -> str:
        return f"{_NAME} {self._reader} {crc32(rest.encode())}"


def _reader() -> str:
    """Differs between any two versions of the modules that read signatures."""
    here = os.path.dirname(__file__)
    paths = [os.path.join(here, name) for name in _READERS]
    paths += [entry.path for entry in os.scandir(paths[-1]) if entry.name.endswith(".py")]
    states = map(os.stat, sorted(paths))
    return str(crc32(repr([(each.st_size, each.st_mtime_ns) for each in states]).encode()))


# --- writing ----------------------------------------------------------------------------------


def _lines(signature: ClassSignature) -> Iterator[str]:
    yield _line("class", signature.name, signature.package, _flag(signature.shared))
    yield _line("uses", *signature.uses)
    yield _line("variables", *signature.variables)
    yield _line("parents", *signature.parents)
    for field in signature.fields:
        flags = [_flag(field.public), _flag(field.constant)]
        yield _line("field", field.name, field.type, *flags, _constant(field.literal))
    for action in signature.actions:
        flags = [_flag(action.public), _flag(action.blueprint), _flag(action.system)]
        parameters = [word for parameter in action.parameters for word in parameter]
        yield _line("action", action.name, action.returns, *flags, *parameters)


def _line(*words: str) -> str:
    if not all(word.isprintable() for word in words):
        raise ValueError("a text with a tab or a line end cannot be kept")
    return "\t".join(words)


def _flag(value: bool) -> str:
    return _YES if value else _NO


def _constant(value: Constant) -> str:
    """With a letter for its type."""
    if isinstance(value, bool):
        return f"b{_flag(value)}"
    if isinstance(value, str):
        return f"t{value}"
    if value is None:
        return ""
    return f"i{value}" if isinstance(value, int) else f"n{value!r}"


# --- reading: ValueError for anything that was not written by the functions above -----------------


def _signature(text: str) -> ClassSignature:
    rows = [line.split("\t") for line in text.split("\n")]
    (_, name, package, shared), (_, *uses), (_, *variables), (_, *parents), *members = rows
    if [row[0] for row in rows[:4]] != ["class", "uses", "variables", "parents"]:
        raise ValueError("the lines are not in order")
    fields = [row for row in members if row[0] == "field"]
    actions = [row for row in members if row[0] == "action"]
    if len(fields) + len(actions) != len(members):
        raise ValueError("an unknown line")
    return ClassSignature(
        name=_word(name),
        package=_words(package),
        shared=_truth(shared),
        uses=tuple(map(_words, uses)),
        variables=tuple(map(_word, variables)),
        parents=tuple(map(_words, parents)),
        fields=tuple(map(_field, fields)),
        actions=tuple(_action(row) for row in actions),
    )


def _field(row: list[str]) -> FieldSignature:
    _, name, kind, public, constant, literal = row
    return FieldSignature(
        _word(name), _words(kind), _truth(public), _truth(constant), _value(literal)
    )


def _action(row: list[str]) -> ActionSignature:
    _, name, returns, public, blueprint, system, *words = row
    parameters = zip(map(_words, words[::2]), map(_word, words[1::2]), strict=True)
    return ActionSignature(
        name=_word(name),
        returns=_words(returns) if returns else "",
        public=_truth(public),
        blueprint=_truth(blueprint),
        system=_truth(system),
        parameters=tuple(parameters),
    )


def _word(text: str) -> str:
    """A name."""
    if text.isascii() and text.isidentifier():
        return text
    raise ValueError(f"{text!r} is no name")


def _words(text: str) -> str:
    """A type or a package: names with signs between them."""
    for name in text.translate(_SIGNS).split():
        _word(name)
    return text


def _truth(text: str) -> bool:
    if text in {_YES, _NO}:
        return text == _YES
    raise ValueError(f"{text!r} is neither yes nor no")


def _value(text: str) -> Constant:
    letter, rest = text[:1], text[1:]
    if letter == "b":
        return _truth(rest)
    if letter == "t":
        return rest
    if letter == "i":
        return int(rest)
    if letter == "n":
        return float(rest)
    if text:
        raise ValueError(f"{text!r} is no constant")
    return None
