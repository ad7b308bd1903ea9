"""English. First person, short, kind; the text is read aloud as often as it is read."""

from __future__ import annotations

from quorum.messages.en import advice, characters, classes, files, grammar, limits, names, types
from quorum.messages.en.words import WORDS

__all__ = ["ENTRIES", "WORDS"]

ENTRIES = {
    **files.ENTRIES,
    **characters.ENTRIES,
    **grammar.ENTRIES,
    **names.ENTRIES,
    **types.ENTRIES,
    **classes.ENTRIES,
    **limits.ENTRIES,
    **advice.ENTRIES,
}
