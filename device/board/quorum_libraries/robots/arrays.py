# Results that are several values. Arrays and boxes are read only by programs that ask for them.


def array_of(objects):
    """An Array with these objects."""
    from quorum_libraries.containers.array import Array

    array = Array()
    array.fill(objects)
    return array


def array_of_numbers(values):
    """An Array<number> with these values."""
    from quorum_libraries.language.types.number import Number

    return array_of([Number(float(value)) for value in values])
