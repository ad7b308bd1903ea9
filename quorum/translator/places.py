"""The line map for a program that asks for the way to its errors itself.

Otherwise only the host needs the map, and the board is spared it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from quorum.compilation import SourceLine


def places_text(line_map: Sequence[SourceLine | None]) -> str:
    """What `quorum_runtime.stack.places` reads: a line of text for each stretch of an action."""
    numbered = enumerate(line_map, start=1)
    return "\n".join(
        "\t".join([*action, *_pairs(list(lines))])
        for action, lines in groupby(numbered, key=lambda entry: _action(entry[1]))
        if action
    )


def _action(place: SourceLine | None) -> tuple[str, ...]:
    """File, class and action, without the characters that divide the text."""
    if place is None:
        return ()
    file = place.file.replace("\t", " ").replace("\n", " ")
    return file, place.class_name, place.action


def _pairs(lines: Sequence[tuple[int, SourceLine | None]]) -> list[str]:
    """`first:line` wherever the distance of the translated to the Quorum lines changes."""
    pairs: list[str] = []
    distance: int | None = None
    for number, place in lines:
        if place is not None and place.line - number != distance:
            distance = place.line - number
            pairs.append(f"{number}:{place.line}")
    return [*pairs, f"{lines[-1][0] + 1}:0"]
