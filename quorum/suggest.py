"""The nearest known word to an unknown one."""

from __future__ import annotations

from collections.abc import Iterable

# Comparing with more words than this would make a mistake expensive.
MOST_CANDIDATES = 300
LONGEST_WORD = 40


def distance(one: str, other: str, limit: int) -> int:
    """Edits (insert, delete, replace, swap neighbours) between two words, or `limit` + 1."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before_last: list[int] = []
    last = list(range(len(other) + 1))
    for row, left in enumerate(one, 1):
        current = [row]
        for column, right in enumerate(other, 1):
            cost = min(
                last[column] + 1, current[column - 1] + 1, last[column - 1] + (left != right)
            )
            if row > 1 and column > 1 and left == other[column - 2] and one[row - 2] == right:
                cost = min(cost, before_last[column - 2] + 1)
            current.append(cost)
        if min(current) > limit:
            return limit + 1
        before_last, last = last, current
    return last[-1]


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """The candidate that was probably meant, or None. Case is a smaller mistake than letters."""
    if not word or len(word) > LONGEST_WORD:
        return None
    lower = word.lower()
    limit = 1 if len(word) <= 4 else 2 if len(word) <= 8 else 3
    best: tuple[int, int, str] | None = None
    compared = 0
    for candidate in candidates:
        longer = len(candidate) - len(word)
        if candidate == word or longer < -limit or len(candidate) > LONGEST_WORD:
            continue
        compared += 1
        if compared > MOST_CANDIDATES:
            break
        edits = distance(lower, candidate.lower(), limit)
        if edits > limit and len(word) > 2 and candidate.lower().startswith(lower):
            edits = limit  # the beginning of a longer name
        if edits > limit or edits >= len(candidate):
            continue
        rank = (edits, distance(word, candidate, LONGEST_WORD), candidate)
        if best is None or rank < best:
            best = rank
    return best[2] if best else None
