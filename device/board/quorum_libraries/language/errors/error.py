from quorum_runtime.errors import Error
