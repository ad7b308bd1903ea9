"""Text that a mission gives once for everybody or once per language.

A plain string is the same for all readers; a table `{ fr = "Bonjour", en = "Hello" }` has one
wording per language. Programs may use any of the wordings; messages show the reader's own.
"""

from collections.abc import Mapping

from django.utils.translation import get_language

LANGUAGES = ("fr", "en")

LocalisedText = str | Mapping[str, str]


def in_active_language(text: LocalisedText) -> str:
    """The wording for the reader of the page; French where that is missing."""
    if isinstance(text, str):
        return text
    language = (get_language() or LANGUAGES[0]).split("-")[0]
    return text.get(language) or text[LANGUAGES[0]]


def wordings(text: LocalisedText) -> list[str]:
    """Every wording that a program may use, without repetition."""
    if isinstance(text, str):
        return [text]
    return list(dict.fromkeys(text.values()))
