from quorum_runtime.errors import CastError as CastError
