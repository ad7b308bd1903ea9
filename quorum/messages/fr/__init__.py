"""Français. Première personne, court, bienveillant ; le texte est aussi souvent écouté que lu."""

from __future__ import annotations

from quorum.messages.fr import advice, characters, classes, files, grammar, limits, names, types
from quorum.messages.fr.words import WORDS

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
