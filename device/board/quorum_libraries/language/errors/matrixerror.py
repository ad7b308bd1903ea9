from quorum_runtime.errors import MatrixError as MatrixError
