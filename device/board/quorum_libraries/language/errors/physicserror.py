from quorum_runtime.errors import PhysicsError
