"""The board doctor: looks at a board from the cable to the picture on its screen.

Each line of what it finds is good, or says what to do with the hands.
"""

from device.doctor.examination import examine, unreachable
from device.doctor.findings import Finding

__all__ = ["Finding", "examine", "unreachable"]
