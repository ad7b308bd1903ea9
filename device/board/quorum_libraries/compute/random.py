# Libraries.Compute.Random: the Mersenne Twister MT19937 with 32 bits.

import time
from array import array

from quorum_runtime.arithmetic import remainder_number, truncate, wrap
from quorum_runtime.objects import Object

_SIZE = 624
_SHIFT = 397


class Random(Object):
    def __init__(self):
        clock = time.ticks_us() if hasattr(time, "ticks_us") else time.monotonic_ns() // 1000
        self.start(clock % 2147483647)

    def start(self, seed):
        """Fill the state from a seed of 32 bits."""
        # An array of machine words: as a list, the state would take a fifth of a board's memory.
        state = array("I", bytes(4 * _SIZE))
        state[0] = seed
        for index in range(1, _SIZE):
            before = state[index - 1]
            state[index] = (1812433253 * (before ^ (before >> 30)) + index) & 0xFFFFFFFF
        self.state = state
        self.index = _SIZE

    def twist(self):
        state = self.state
        for index in range(_SIZE):
            value = (state[index] & 0x80000000) | (state[(index + 1) % _SIZE] & 0x7FFFFFFF)
            twisted = state[(index + _SHIFT) % _SIZE] ^ (value >> 1)
            if value & 1:
                twisted ^= 0x9908B0DF
            state[index] = twisted
        self.index = 0

    def next(self):
        """The next 32 bits."""
        if self.index >= _SIZE:
            self.twist()
        value = self.state[self.index]
        self.index += 1
        value ^= value >> 11
        value ^= (value << 7) & 0x9D2C5680
        value ^= (value << 15) & 0xEFC60000
        return value ^ (value >> 18)

    def SetSeed__number(self, seed):
        self.start(truncate(remainder_number(seed, 2147483647.0)) & 0xFFFFFFFF)

    def RandomInteger__(self):
        return self.next() >> 1

    def RandomNumber__(self):
        return self.RandomInteger__() / 2147483647.0

    def RandomBoolean__(self):
        return bool(self.next() & 1)

    def RandomInteger__integer(self, maximum):
        return truncate(self.RandomNumber__() * wrap(maximum + 1))

    def RandomIntegerBetween__integer_integer(self, minimum, maximum):
        return wrap(self.RandomInteger__integer(wrap(maximum - minimum)) + minimum)

    def RandomListOfIntegers__integer(self, size):
        from quorum_libraries.language.types.integer import Integer

        return _list([Integer(self.RandomInteger__()) for _ in range(size)])

    def RandomListOfNumbers__integer(self, size):
        from quorum_libraries.language.types.number import Number

        return _list([Number(self.RandomNumber__()) for _ in range(size)])


def _list(values):
    from quorum_libraries.containers.list import List

    result = List()
    result.values.extend(values)
    return result
