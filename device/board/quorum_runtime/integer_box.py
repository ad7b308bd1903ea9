# Integers as objects.

from quorum_libraries.language.types.integer import Integer as box_integer  # noqa: F401
