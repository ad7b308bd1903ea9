from quorum_runtime.errors import PhysicsError as PhysicsError
