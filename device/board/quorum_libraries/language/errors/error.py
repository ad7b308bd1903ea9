from quorum_runtime.errors import Error as Error
