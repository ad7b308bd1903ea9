"""Comparing what a program says with what a mission expects, kindly but exactly."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from django.utils.translation import gettext as _

from missions.checks.localised import LocalisedText, wordings

# Below this likeness a line is something else, not a mistyped version of what was expected.
CLOSE_ENOUGH = 0.6

_TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "…": "..."})
_NUMBER = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?!\.?\d)")
MAX_QUOTED_LENGTH = 80


def normalised(text: str, ignore_case: bool = False) -> str:
    """The text without differences that nobody can see or hear: kinds of blanks and apostrophes."""
    text = unicodedata.normalize("NFC", text).translate(_TYPOGRAPHY)
    text = " ".join(text.split())
    return text.casefold() if ignore_case else text


def is_equal(expected: LocalisedText, line: str, ignore_case: bool) -> bool:
    said = normalised(line, ignore_case)
    return any(normalised(wording, ignore_case) == said for wording in wordings(expected))


def is_contained(
    expected: LocalisedText, line: str, ignore_case: bool, whole_words: bool = False
) -> bool:
    """Whether one of the wordings is somewhere in the line, on request as whole words."""
    said = normalised(line, ignore_case)
    for wording in wordings(expected):
        sought = re.escape(normalised(wording, ignore_case))
        if re.search(rf"(?<!\w){sought}(?!\w)" if whole_words else sought, said):
            return True
    return False


def closest(expected: LocalisedText, lines: Sequence[str]) -> str | None:
    """The line that looks like a mistyped version of what was expected, None when none does."""
    best, best_likeness = None, CLOSE_ENOUGH
    for line in lines:
        for wording in wordings(expected):
            for part in _parts(normalised(line, True), len(wording.split())):
                matcher = SequenceMatcher(None, normalised(wording, True), part)
                if matcher.quick_ratio() >= best_likeness and matcher.ratio() >= best_likeness:
                    best, best_likeness = line, matcher.ratio()
    return best


def _parts(line: str, word_count: int) -> Iterator[str]:
    """The line itself and every run of as many words as the expected text has."""
    yield line
    words = line.split()
    for start in range(min(len(words) - word_count + 1, 50)):
        yield " ".join(words[start : start + word_count])


def numbers_in(line: str) -> list[float]:
    """The numbers that a line tells, as Quorum writes them ("12.5", "-3")."""
    return [float(number) for number in _NUMBER.findall(line)]


def number_as_text(number: float) -> str:
    return (
        f"{number:g}" if abs(number) < 1e6 else str(int(number) if number.is_integer() else number)
    )


def quoted(text: str) -> str:
    """A text short enough to stand inside a sentence."""
    text = " ".join(text.split())
    return text if len(text) <= MAX_QUOTED_LENGTH else text[: MAX_QUOTED_LENGTH - 1] + "…"


def listed(items: Iterable[object]) -> str:
    """The items as a person says them: "1, 2 and 3"."""
    texts = [str(item) for item in items]
    return _(" and ").join([", ".join(texts[:-1]), texts[-1]] if texts[1:] else texts)
