"""Medians, percentiles, and the verdict on an aim."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True)
class Figures:
    """What a number of times say together."""

    median: float
    p90: float
    p95: float
    longest: float

    @classmethod
    def of(cls, values: Sequence[float]) -> "Figures":
        if len(values) < 2:
            return cls(*[values[0] if values else float("nan")] * 4)
        twentieths = quantiles(values, n=20, method="inclusive")
        return cls(median(values), twentieths[17], twentieths[18], max(values))


def verdict(figure: float, limit: float, unit: str = "ms") -> str:
    """The aim, and plainly whether it was reached."""
    return f"{'kept' if figure < limit else 'MISSED'} (< {limit:g} {unit})"


def verdicts(figures: Figures, median_limit: float, p95_limit: float) -> str:
    """The same for an aim that has a median and a p95."""
    return f"median {verdict(figures.median, median_limit)}, p95 {verdict(figures.p95, p95_limit)}"


def header(first: str, columns: Sequence[str], width: int = 9) -> str:
    """The line above a table: a wide column of names, then one for each figure."""
    return f"{first:<46}" + "".join(f"{column:>{width}}" for column in columns)


def line(name: str, figures: Sequence[float], verdict: str = "", width: int = 9) -> str:
    """One line of it; figures under 100 with a decimal."""
    cells = "".join(f"{_number(figure):>{width}}" for figure in figures)
    return f"{name:<46}{cells}   {verdict}".rstrip()


def _number(figure: float) -> str:
    if isinstance(figure, int):
        return str(figure)
    return f"{figure:.2f}" if figure < 10 else f"{figure:.1f}" if figure < 100 else f"{figure:.0f}"
