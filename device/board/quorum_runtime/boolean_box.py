# Booleans as objects.

from quorum_libraries.language.types.boolean import Boolean as box_boolean  # noqa: F401
