# The actions of texts, as functions of the value, which may be undefined. Positions count from 0.

from quorum_libraries.language.types.arguments import text_of_object
from quorum_runtime.objects import defined
from quorum_runtime.parsing import parse_integer, parse_number
from quorum_runtime.texts import text_hash


def _outside(location, size):
    from quorum_runtime.errors import InvalidLocationError

    raise InvalidLocationError(
        "The location "
        + str(location)
        + " is outside: the text has "
        + str(size)
        + (" character." if size == 1 else " characters.")
    )


def _refuse(message):
    from quorum_runtime.errors import InvalidArgumentError

    raise InvalidArgumentError(message)


def GetSize__(value):
    return len(defined(value))


def IsEmpty__(value):
    return not defined(value)


def GetCharacter__integer(value, index):
    size = len(defined(value))
    if not 0 <= index < size:
        _outside(index, size)
    return value[index]


def GetSubtext__integer(value, start):
    size = len(defined(value))
    if not 0 <= start < size:
        _outside(start, size)
    return value[start:]


def GetSubtext__integer_integer(value, start, stop):
    size = len(defined(value))
    if not 0 <= start <= size:
        _outside(start, size)
    if not start <= stop <= size:
        _outside(stop, size)
    return value[start:stop]


def Contains__text(value, part):
    return defined(part) in defined(value)


def StartsWith__text(value, part):
    return defined(value).startswith(defined(part))


def EndsWith__text(value, part):
    return defined(value).endswith(defined(part))


def IndexOf__text(value, part):
    return defined(value).find(defined(part))


def IndexOf__text_integer(value, part, start):
    size = len(defined(value))
    if not 0 <= start < size:
        _outside(start, size)
    return value.find(defined(part), start)


def Replace__text_text(value, old, new):
    return defined(value).replace(defined(old), defined(new))


def Split__text(value, delimiter):
    return Split__text_boolean(value, delimiter, False)


def Split__text_boolean(value, delimiter, include):
    """The pieces; without `include` an empty one at the end is left out, except the only one."""
    if not defined(delimiter):
        _refuse("The delimiter is empty.")
    pieces = defined(value).split(delimiter)
    if not include and len(pieces) > 1 and not pieces[-1]:
        pieces.pop()
    return _array(pieces)


def SplitIntoLines__(value):
    return Split__text(value, "\n")


def _array(texts):
    from quorum_libraries.containers.array import Array
    from quorum_libraries.language.types.text import Text

    result = Array()
    result.fill([Text(text) for text in texts])
    return result


# The letters beyond ASCII need a table, which most programs never load.


def ToLowerCase__(value):
    from quorum_runtime.letters import lower

    return lower(defined(value))


def ToUpperCase__(value):
    from quorum_runtime.letters import upper

    return upper(defined(value))


def Trim__(value):
    from quorum_runtime.letters import trim

    return trim(defined(value))


def EqualsIgnoringCase__Object(value, other):
    return _without_case(value) == _without_case(text_of_object(other))


def CompareIgnoringCase__Object(value, other):
    return _compare(_without_case(value), _without_case(text_of_object(other)))


def _without_case(value):
    """Through the capitals, because several small letters may share one."""
    return ToLowerCase__(ToUpperCase__(value))


def ParseInteger__(value):
    return parse_integer(defined(value))


def ParseNumber__(value):
    return parse_number(defined(value))


def ParseBoolean__(value):
    return defined(value) == "true"


def GetLineFeed__(value):
    return "\n"


def GetCarriageReturn__(value):
    return "\r"


def GetTab__(value):
    return "\t"


def GetDoubleQuote__(value):
    return '"'


def GetUnicodeValue__integer(value, code):
    # The codes from 0xD800 to 0xDFFF are halves of characters and none themselves.
    if not 0 <= code <= 0x10FFFF or 0xD800 <= code <= 0xDFFF:
        _refuse("There is no character with the number " + str(code) + ".")
    return chr(code)


def GetUnicodeInteger__integer(value, index):
    return ord(GetCharacter__integer(value, index))


def Equals__Object(value, other):
    return defined(value) == text_of_object(other)


def Compare__Object(value, other):
    return _compare(defined(value), text_of_object(other))


def _compare(one, other):
    return (one > other) - (one < other)


def GetHashCode__(value):
    return text_hash(defined(value))
