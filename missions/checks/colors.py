"""The colors of the library class Color, by their names in Quorum."""

import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from missions.checks.fields import FieldProblem, Fields, unknown_word

# Name in Quorum -> (value, word). A test compares the values with the library's own file.
COLORS = {
    "BLACK": (0x000000, gettext_noop("black")),
    "WHITE": (0xFFFFFF, gettext_noop("white")),
    "RED": (0xFF0000, gettext_noop("red")),
    "GREEN": (0x00FF00, gettext_noop("green")),
    "BLUE": (0x0000FF, gettext_noop("blue")),
    "YELLOW": (0xFFFF00, gettext_noop("yellow")),
    "ORANGE": (0xFFA500, gettext_noop("orange")),
    "PURPLE": (0x800080, gettext_noop("purple")),
    "PINK": (0xFFC0CB, gettext_noop("pink")),
    "CYAN": (0x00FFFF, gettext_noop("cyan")),
    "GRAY": (0x808080, gettext_noop("gray")),
    "BROWN": (0xA52A2A, gettext_noop("brown")),
}
OFF = 0

_NAMES = {value: name for name, (value, _word) in COLORS.items()}
_HEXADECIMAL = re.compile(r"#[0-9A-Fa-f]{6}")


def read_color(fields: Fields, name: str = "color") -> str:
    """A color as a mission writes it: a name of Quorum or "#1E90FF"."""
    written = fields.text(name)
    if written not in COLORS and not _HEXADECIMAL.fullmatch(written):
        raise FieldProblem(fields.path(name), unknown_word(written, COLORS))
    return written


def color_value(written: str) -> int:
    """The color as 0xRRGGBB."""
    return COLORS[written][0] if written in COLORS else int(written[1:], 16)


def color_in_words(color: int) -> str:
    """The color for a reader: a word where it has one, and how to write it in Quorum."""
    name = _NAMES.get(color)
    if name is None:
        return f"#{color & 0xFFFFFF:06X}"
    return _("%(word)s (%(name)s)") % {"word": _(COLORS[name][1]), "name": name}
