"""Damage to programs: a piece deleted, doubled, swapped, replaced or added, or the text cut."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from quorum.lexer import RESERVED

PIECE = re.compile(
    r'"[^"]*"|//[^\r\n]*|/\*[\s\S]*?\*/|[ \t\v\r\n]+|\w+(?:\.[0-9]\w*)?|not=|>=|<=|[\s\S]'
)
OTHERS = (
    *("x", "Foo", "name_", "5", "2.5", "2147483648", "1e3", '"a"', "Text", "then", "for", "break"),
    *("=", "not=", "<", ">", ">=", "+", "-", "*", "/", "(", ")", ",", ".", ":", "\n", " "),
    *("==", "!=", "++", ";", "{", "}", "[", "]", "#", "'", '"', "“", "/*", "é", "\u00a0", "🦋"),
)
WORDS = (*sorted(RESERVED), *OTHERS)


def damaged(programs: Sequence[str], number: int, seed: int) -> list[str]:
    """So many damaged programs, always the same ones for a seed."""
    chance = random.Random(seed)
    return [damage(chance.choice(programs), chance) for _ in range(number)]


def damage(program: str, chance: random.Random) -> str:
    """The program with one to three pieces changed."""
    pieces = PIECE.findall(program)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        if pieces:
            change(pieces, chance)
    return "".join(pieces)


def change(pieces: list[str], chance: random.Random) -> None:
    """One change in place."""
    place = chance.randrange(len(pieces))
    match chance.randrange(6):
        case 0:
            del pieces[place]
        case 1:
            pieces.insert(place, pieces[place])
        case 2:
            other = chance.randrange(len(pieces))
            pieces[place], pieces[other] = pieces[other], pieces[place]
        case 3:
            pieces[place] = chance.choice(WORDS)
        case 4:
            pieces[place:place] = [" ", chance.choice(WORDS), " "]
        case _:
            del pieces[place:]
