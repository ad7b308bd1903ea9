"""What keeps the harness itself from doing something.

ChaosError
├── NotPossible     this machine does not let us: that fault is left out
└── NotDone         a fault that could not be done this time
"""


class ChaosError(Exception):
    """The harness cannot do something; the message says what."""


class NotPossible(ChaosError):
    """This machine does not let us."""


class NotDone(ChaosError):
    """A fault did not happen, because what it breaks was not there."""
