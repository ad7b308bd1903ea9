# Texts as objects.

from quorum_libraries.language.types.text import Text


def box_text(value):
    """An undefined text stays undefined."""
    return None if value is None else Text(value)
