# The actions of booleans, as functions of the value.

from quorum_libraries.language.types.arguments import boolean_of
from quorum_runtime.formatting import boolean_text


def GetText__(value):
    return boolean_text(value)


def Equals__Object(value, other):
    return value == boolean_of(other)


def Compare__Object(value, other):
    return int(value) - int(boolean_of(other))


def GetHashCode__(value):
    return 1231 if value else 1237
