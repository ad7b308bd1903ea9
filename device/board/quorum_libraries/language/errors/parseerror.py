from quorum_runtime.errors import ParseError
