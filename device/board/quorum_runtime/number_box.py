# Numbers as objects.

from quorum_libraries.language.types.number import Number as box_number  # noqa: F401
