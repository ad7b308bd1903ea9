# Libraries.System.DateTime: a moment, always in universal time (UTC): a board has no time zone.
# It is kept as an integer, because the 32-bit numbers of a board are too coarse for milliseconds.

import time

from quorum_libraries.system.calendar import date_of, days_of, length_of_month
from quorum_runtime.arithmetic import wrap
from quorum_runtime.errors import OutOfBoundsError
from quorum_runtime.objects import Object, cast_to, defined

SECOND = 1000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR
WEEK = 7 * DAY
# A hundred million days before and after 1970.
FARTHEST = 100000000 * DAY

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_WEEKDAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")


def now():
    """Milliseconds since 1970; some boards count from another year."""
    first_day = days_of(time.gmtime(0)[0], 1, 1)
    return first_day * DAY + time.time_ns() // 1000000


def _two(value):
    return ("0" if value < 10 else "") + str(value)


class DateTime(Object):
    def __init__(self):
        self.moment = now()

    def go(self, moment):
        """Change the moment, within what the calendar covers."""
        if not -FARTHEST <= moment <= FARTHEST:
            raise OutOfBoundsError("This moment is too far away.")
        self.moment = moment

    def Now__(self):
        return float(now())

    def GetEpochTime__(self):
        return float(self.moment)

    def SetEpochTime__number(self, milliseconds):
        if not -FARTHEST <= milliseconds <= FARTHEST:  # so is not-a-number
            raise OutOfBoundsError("This moment is too far away.")
        self.moment = int(milliseconds)

    # --- the parts of date and time ---

    def date(self):
        """(year, month, day)"""
        return date_of(self.moment // DAY)

    def GetYear__(self):
        return self.date()[0]

    def GetMonth__(self):
        return self.date()[1]

    def GetDayOfMonth__(self):
        return self.date()[2]

    def GetDayOfWeek__(self):
        return (self.moment // DAY + 4) % 7 + 1  # the first day of 1970 was a Thursday

    def GetHour__(self):
        return self.moment % DAY // HOUR

    def GetMinute__(self):
        return self.moment % HOUR // MINUTE

    def GetSecond__(self):
        return self.moment % MINUTE // SECOND

    def GetTimeZone__(self):
        return 0

    # --- as text ---

    def GetMonthName__(self):
        return _MONTHS[self.GetMonth__() - 1]

    def GetDayOfWeekName__(self):
        return _WEEKDAYS[self.GetDayOfWeek__() - 1]

    def DateToText__(self):
        year, month, day = self.date()
        shown = str(abs(year))
        shown = ("-" if year < 0 else "") + "0" * (4 - len(shown)) + shown
        return shown + "-" + _two(month) + "-" + _two(day)

    def TimeToText__(self):
        parts = (self.GetHour__(), self.GetMinute__(), self.GetSecond__())
        return ":".join([_two(part) for part in parts])

    def ToText__(self):
        return self.DateToText__() + " " + self.TimeToText__()

    # --- moving ---

    def AddSeconds__integer(self, seconds):
        self.go(self.moment + seconds * SECOND)

    def AddMinutes__integer(self, minutes):
        self.go(self.moment + minutes * MINUTE)

    def AddHours__integer(self, hours):
        self.go(self.moment + hours * HOUR)

    def AddDays__integer(self, days):
        self.go(self.moment + days * DAY)

    def AddWeeks__integer(self, weeks):
        self.go(self.moment + weeks * WEEK)

    def AddMonths__integer(self, months):
        """The same day of another month, or the last one when that month is too short."""
        year, month, day = self.date()
        month += months - 1
        year, month = year + month // 12, month % 12 + 1
        day = min(day, length_of_month(year, month))
        self.go(days_of(year, month, day) * DAY + self.moment % DAY)

    def AddYears__integer(self, years):
        self.AddMonths__integer(12 * years)

    def SubtractSeconds__integer(self, seconds):
        self.AddSeconds__integer(-seconds)

    def SubtractMinutes__integer(self, minutes):
        self.AddMinutes__integer(-minutes)

    def SubtractHours__integer(self, hours):
        self.AddHours__integer(-hours)

    def SubtractDays__integer(self, days):
        self.AddDays__integer(-days)

    def SubtractWeeks__integer(self, weeks):
        self.AddWeeks__integer(-weeks)

    def SubtractMonths__integer(self, months):
        self.AddMonths__integer(-months)

    def SubtractYears__integer(self, years):
        self.AddYears__integer(-years)

    # --- comparing ---

    def IsBefore__DateTime(self, other):
        return self.moment < defined(other).moment

    def IsAfter__DateTime(self, other):
        return self.moment > defined(other).moment

    def since(self, other, unit):
        return (self.moment - defined(other).moment) / unit

    def GetSecondsDifference__DateTime(self, other):
        return self.since(other, SECOND)

    def GetMinutesDifference__DateTime(self, other):
        return self.since(other, MINUTE)

    def GetHoursDifference__DateTime(self, other):
        return self.since(other, HOUR)

    def GetDaysDifference__DateTime(self, other):
        return self.since(other, DAY)

    def GetWeeksDifference__DateTime(self, other):
        return self.since(other, WEEK)

    def GetMonthsDifference__DateTime(self, other):
        return float(self.whole_months(other))

    def GetYearsDifference__DateTime(self, other):
        months = self.whole_months(other)
        return float(months // 12 if months >= 0 else -(-months // 12))

    def whole_months(self, other):
        """How many months fit between two moments."""
        if self.moment < defined(other).moment:
            return -other.whole_months(self)
        year, month, day = self.date()
        other_year, other_month, other_day = other.date()
        months = (year - other_year) * 12 + month - other_month
        if (day, self.moment % DAY) < (other_day, other.moment % DAY):
            months -= 1
        return months

    def Equals__Object(self, other):
        return self.moment == cast_to(defined(other), DateTime, "DateTime").moment

    def Compare__Object(self, other):
        moment = cast_to(defined(other), DateTime, "DateTime").moment
        return (self.moment > moment) - (self.moment < moment)

    def GetHashCode__(self):
        return wrap(self.moment ^ (self.moment >> 32))
