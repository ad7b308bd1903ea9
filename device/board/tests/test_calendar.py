"""The calendar of Libraries.System.DateTime, against the one of this Python."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

import pytest
from quorum_libraries.system.calendar import date_of, days_of, length_of_month

EPOCH = date(1970, 1, 1)


def test_every_day_of_four_hundred_years_has_its_date() -> None:
    day = date(1800, 1, 1)
    while day < date(2200, 1, 1):
        number = (day - EPOCH).days
        assert date_of(number) == (day.year, day.month, day.day)
        assert days_of(day.year, day.month, day.day) == number
        day += timedelta(days=1)


@pytest.mark.parametrize("number", range(-100_000_000, 100_000_001, 999_983))
def test_far_days_come_back_from_their_date(number: int) -> None:
    assert days_of(*date_of(number)) == number


@pytest.mark.parametrize("year", [1900, 2000, 2023, 2024, 2100])
def test_months_are_as_long_as_they_are(year: int) -> None:
    lengths = [length_of_month(year, month) for month in range(1, 13)]
    assert lengths == [calendar.monthrange(year, month)[1] for month in range(1, 13)]
