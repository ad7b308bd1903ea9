"""The clock of leases and deadlines: one for all processes, wherever they run.

Workers of a school can run on several machines whose clocks differ, and a clock can be put right
while programs run. On PostgreSQL the server's clock decides; SQLite is one machine anyway.
"""

from datetime import datetime
from typing import Any

from django.db import connection
from django.db.models.functions import Now
from django.utils import timezone


def lease_time() -> datetime:
    """Return the time by which leases are given and judged; asks PostgreSQL."""
    if connection.vendor != "postgresql":
        return timezone.now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        (moment,) = cursor.fetchone()
    return moment


def lease_moment() -> Any:
    """Return the same time as an expression for an UPDATE, which needs no question before it."""
    return Now() if connection.vendor == "postgresql" else timezone.now()
