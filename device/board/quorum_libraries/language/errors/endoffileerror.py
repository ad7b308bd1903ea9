from quorum_runtime.errors import EndOfFileError as EndOfFileError
