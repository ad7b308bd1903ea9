"""The words of the compiler, in French and English.

A catalogue maps a code number to an `Entry`. Templates are filled with the arguments of the
diagnostic; an argument whose name ends in `_word` is the key of a phrase in the catalogue's
WORDS. The argument `variant` chooses one of several wordings of the same mistake.
"""

from __future__ import annotations

from collections.abc import Mapping

from quorum.messages.en import ENTRIES as ENGLISH_ENTRIES
from quorum.messages.en import WORDS as ENGLISH_WORDS
from quorum.messages.entry import Entry
from quorum.messages.fr import ENTRIES as FRENCH_ENTRIES
from quorum.messages.fr import WORDS as FRENCH_WORDS

CATALOGUES: Mapping[str, Mapping[str, Entry]] = {"fr": FRENCH_ENTRIES, "en": ENGLISH_ENTRIES}
WORDS: Mapping[str, Mapping[str, str]] = {"fr": FRENCH_WORDS, "en": ENGLISH_WORDS}
LANGUAGES = tuple(CATALOGUES)
DEFAULT_LANGUAGE = "en"


def known_language(language: str) -> str:
    """The catalogue for a language tag: "fr-ch" reads French, an unknown one reads English."""
    short = language.lower().replace("_", "-").split("-")[0]
    return short if short in CATALOGUES else DEFAULT_LANGUAGE


def _fill(template: str, arguments: Mapping[str, str], language: str) -> str:
    words = WORDS[language]
    values = {
        name: words.get(value, value) if name.endswith("_word") else value
        for name, value in arguments.items()
    }
    return template.format_map(values)


def _texts(code: str, arguments: Mapping[str, str], language: str) -> tuple[str, str]:
    entry = CATALOGUES[language][code]
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
