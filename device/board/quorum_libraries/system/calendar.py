# Days counted from the first of January 1970, and their dates in the Gregorian calendar.
# Years are counted from March here: the leap day is then the last day of its year.

_DAYS_OF_400_YEARS = 146097
_FROM_YEAR_0 = 719468  # days from 0000-03-01 to 1970-01-01


def days_of(year, month, day):
    """The number of a day."""
    if month <= 2:
        year -= 1
    cycle, year_of_cycle = divmod(year, 400)
    month_from_march = (month + 9) % 12
    day_of_year = (153 * month_from_march + 2) // 5 + day - 1
    leap_days = year_of_cycle // 4 - year_of_cycle // 100
    return cycle * _DAYS_OF_400_YEARS + year_of_cycle * 365 + leap_days + day_of_year - _FROM_YEAR_0


def date_of(days):
    """(year, month, day) of the day with this number."""
    cycle, day_of_cycle = divmod(days + _FROM_YEAR_0, _DAYS_OF_400_YEARS)
    leap_days = day_of_cycle // 1460 - day_of_cycle // 36524 + day_of_cycle // 146096
    year_of_cycle = (day_of_cycle - leap_days) // 365
    day_of_year = day_of_cycle - (365 * year_of_cycle + year_of_cycle // 4 - year_of_cycle // 100)
    month_from_march = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * month_from_march + 2) // 5 + 1
    month = (month_from_march + 2) % 12 + 1
    return cycle * 400 + year_of_cycle + (1 if month <= 2 else 0), month, day


def length_of_month(year, month):
    """How many days a month has."""
    if month == 12:
        return 31
    return days_of(year, month + 1, 1) - days_of(year, month, 1)
