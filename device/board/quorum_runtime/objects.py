# What every object can do, and what the translated program does with references.


class Object:
    """The ancestor of all classes."""

    def Equals__Object(self, other):
        return defined(self).GetHashCode__() == defined(other).GetHashCode__()

    def GetHashCode__(self):
        # Counted instead of id(): the same program prints the same numbers everywhere.
        code = getattr(self, "hash_code", 0)
        if not code:
            code = self.hash_code = _next_hash_code()
        return code

    def Compare__Object(self, other):
        own = self.GetHashCode__()
        others = defined(other).GetHashCode__()
        return (own > others) - (own < others)


_state = {"hash_code": 0}
_shared = {}


def _next_hash_code():
    _state["hash_code"] += 1
    return _state["hash_code"]


def forget():
    """Begin a new program: no shared objects yet, hash codes from 1."""
    _state["hash_code"] = 0
    _shared.clear()


def shared_object(of_class):
    """The one object of a shared class."""
    found = _shared.get(of_class)
    if found is None:
        found = _shared[of_class] = of_class()
    return found


def share(value):
    """Make an object the one of its class before its fields are filled: they may ask for it."""
    _shared[type(value)] = value


def begin(of_class, value):
    """Make the part of an object that comes from a class of the library.

    MicroPython finds no __init__ where no class of the line has one.
    """
    start = getattr(of_class, "__init__", None)
    if start is not None:
        start(value)


def adopt(heir, of_class):
    """Give a class the inner helpers of a library class that is not its Python base class."""
    for name in dir(of_class):
        if not name.startswith("__") and not hasattr(heir, name):
            setattr(heir, name, getattr(of_class, name))


def defined(value):
    """The value, which must not be undefined."""
    if value is None:
        from quorum_runtime.errors import UndefinedObjectError

        raise UndefinedObjectError()
    return value


def constant(holder, value):
    """A constant read through an object that may be undefined."""
    defined(holder)
    return value


def is_a(value, of_class):
    """isinstance() that also knows parents which are no Python base classes."""
    return isinstance(value, of_class) or of_class in getattr(value, "ancestors", ())


def cast_to(value, of_class, name):
    """The object itself if it is of this class; undefined stays undefined."""
    if value is None or is_a(value, of_class):
        return value
    from quorum_runtime.errors import CastError

    raise CastError("This object is not of the class " + name + ".")
