# What can go wrong between the board and the lens.
#
#     LensError        what a program is told
#       LensNotFound     nothing answers
#       LensBusy         it answers that it is busy, for too long
#       LensDamaged      it answers, but not what was asked, or in pieces
#       LensNeedsPro     only a HuskyLens Pro can do this
#       LensCannot       this driver cannot do it with a HuskyLens 2
#     Fault            one attempt failed; it is counted, and the drivers try once more

CHECKSUM = "checksum"  # a frame whose sum is wrong
LENGTH = "length"  # a frame with a length that its kind cannot have
CUT = "cut"  # bytes that make no whole frame
UNEXPECTED = "unexpected"  # a whole frame that does not answer this question
SILENCE = "silence"  # nothing in time
BUS = "bus"  # nobody acknowledges, or the data line is stuck
BUSY = "busy"

DAMAGE = (CHECKSUM, LENGTH, CUT, UNEXPECTED)


class Fault(Exception):
    """One answer is missing or cannot be used; `kind` is one of the words above."""

    def __init__(self, kind):
        self.kind = kind


class LensError(Exception):
    """A question to the camera has no answer."""


class LensNotFound(LensError):
    """Nothing answers."""


class LensBusy(LensError):
    """The camera answers that it is busy, for too long."""


class LensDamaged(LensError):
    """Something answers, but what comes is damaged or belongs to another question."""


class LensNeedsPro(LensError):
    """This camera cannot do that; a HuskyLens Pro can."""


class LensCannot(LensError):
    """This driver does not know for certain how a HuskyLens 2 does that."""
