# What can go wrong between the board and the lens.


class LensError(Exception):
    """Something is wrong with the camera; the text says what to do."""


class LensNotFound(LensError):
    """Nothing answers."""


class LensBusy(LensError):
    """The camera answers that it is busy, for too long."""


class LensNeedsPro(LensError):
    """This camera cannot do that; a HuskyLens Pro can."""
