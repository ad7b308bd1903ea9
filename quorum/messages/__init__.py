"""The words of the compiler, in French and English.

A catalogue maps a code number to an `Entry`. Templates are filled with the arguments of the
diagnostic; an argument whose name ends in `_word` is the key of a phrase in the catalogue's
WORDS. `{a_found}` is the type in the argument `found` with its article: "an integer". The
argument `variant` chooses one of several wordings of the same mistake.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

from quorum.messages.entry import Entry

LANGUAGES = ("fr", "en")
DEFAULT_LANGUAGE = "en"


def entries(language: str) -> Mapping[str, Entry]:
    """The catalogue of one of LANGUAGES; it is only read for somebody who needs a message."""
    found: Mapping[str, Entry] = import_module(f"quorum.messages.{language}").ENTRIES
    return found


def phrases(language: str) -> Mapping[str, str]:
    """The phrases that stand for arguments, in one of LANGUAGES."""
    found: Mapping[str, str] = import_module(f"quorum.messages.{language}").WORDS
    return found


def known_language(language: str) -> str:
    """The catalogue for a language tag: "fr-ch" reads French, an unknown one reads English."""
    short = language.lower().replace("_", "-").split("-")[0]
    return short if short in LANGUAGES else DEFAULT_LANGUAGE


class _Values(dict[str, str]):
    """The arguments of a template; `a_found` is the type named by `found` with its article."""

    def __init__(self, arguments: Mapping[str, str], words: Mapping[str, str]) -> None:
        super().__init__(
            (name, words.get(value, value) if name.endswith("_word") else value)
            for name, value in arguments.items()
        )
        self._words = words

    def __missing__(self, name: str) -> str:
        kind = self[name.removeprefix("a_")] if name.startswith("a_") else ""
        if not kind:
            raise KeyError(name)
        phrase = self._words.get(f"type_{kind}", self._words["type_class"])
        return phrase.replace("{}", kind)


def _fill(template: str, arguments: Mapping[str, str], language: str) -> str:
    return template.format_map(_Values(arguments, phrases(language)))


def _texts(code: str, arguments: Mapping[str, str], language: str) -> tuple[str, str]:
    entry = entries(language)[code]
    variant = entry.variants.get(arguments.get("variant", ""))
    return variant if variant is not None else (entry.message, entry.hint)


def message(code: str, arguments: Mapping[str, str], language: str) -> str:
    """The sentence that says what is wrong."""
    language = known_language(language)
    return _fill(_texts(code, arguments, language)[0], arguments, language)


def hint(code: str, arguments: Mapping[str, str], language: str) -> str:
    """The sentence that says what to write instead; empty where that is not known."""
    language = known_language(language)
    return _fill(_texts(code, arguments, language)[1], arguments, language)
