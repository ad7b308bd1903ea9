"""The same small programs twice: in Quorum, and as somebody would write them by hand in Python.

What a translated program costs is measured against the second. `LIMIT` stands for how often the
work is done. Where nothing else is said, both are a class with methods.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Pair:
    """One kind of work; `aimed` tells that the project promises a speed for it."""

    name: str
    limit: int
    quorum: str
    python: str
    aimed: bool = False


_COUNTING = """action Main
    integer total = 0
    integer i = 0
    repeat while i < LIMIT
        total = total + i mod 7
        i = i + 1
    end
    output total
end
"""
_COUNTING_BY_HAND = """class Main:
    def main(self):
        total = 0
        i = 0
        while i < LIMIT:
            total = total + i % 7
            i = i + 1
        print(total)
"""

_TIMES = """action Main
    integer total = 0
    repeat LIMIT times
        total = total + 3
    end
    output total
end
"""
_TIMES_BY_HAND = """class Main:
    def main(self):
        total = 0
        for _ in range(LIMIT):
            total = total + 3
        print(total)
"""

_FIBONACCI = """action Main
    output Fibonacci(LIMIT)
end
action Fibonacci(integer n) returns integer
    if n < 2
        return n
    end
    return Fibonacci(n - 1) + Fibonacci(n - 2)
end
"""
_FIBONACCI_BY_HAND = """class Main:
    def main(self):
        print(self.fibonacci(LIMIT))
    def fibonacci(self, n):
        if n < 2:
            return n
        return self.fibonacci(n - 1) + self.fibonacci(n - 2)
"""
_FIBONACCI_AS_FUNCTION = """def fibonacci(n):
    if n < 2:
        return n
    return fibonacci(n - 1) + fibonacci(n - 2)
class Main:
    def main(self):
        print(fibonacci(LIMIT))
"""

_SUM = """action Main
    integer total = 0
    repeat LIMIT times
        total = total + Sum(50) mod 5
    end
    output total
end
action Sum(integer n) returns integer
    if n = 0
        return 0
    end
    return n + Sum(n - 1)
end
"""
_SUM_BY_HAND = """class Main:
    def main(self):
        total = 0
        for _ in range(LIMIT):
            total = total + self.sum(50) % 5
        print(total)
    def sum(self, n):
        if n == 0:
            return 0
        return n + self.sum(n - 1)
"""

_FIELDS = """class Main
    private integer count = 0
    private integer odd = 0
    action Main
        integer i = 0
        repeat while i < LIMIT
            count = count + 1
            if i mod 2 = 1
                odd = odd + i
            end
            i = i + 1
        end
        output count + odd
    end
end
"""
_FIELDS_BY_HAND = """class Main:
    def __init__(self):
        self.count = 0
        self.odd = 0
    def main(self):
        i = 0
        while i < LIMIT:
            self.count = self.count + 1
            if i % 2 == 1:
                self.odd = self.odd + i
            i = i + 1
        print(self.count + self.odd)
"""

_CALLS = """class Main
    private integer level = 0
    action Rise(integer by)
        level = level + by
    end
    action GetLevel returns integer
        return level
    end
    action Main
        integer i = 0
        repeat while i < LIMIT
            Rise(i)
            if GetLevel() > 1000
                Rise(-1000)
            end
            i = i + 1
        end
        output GetLevel()
    end
end
"""
_CALLS_BY_HAND = """class Main:
    def __init__(self):
        self.level = 0
    def rise(self, by):
        self.level = self.level + by
    def get_level(self):
        return self.level
    def main(self):
        i = 0
        while i < LIMIT:
            self.rise(i)
            if self.get_level() > 1000:
                self.rise(-1000)
            i = i + 1
        print(self.get_level())
"""

_TEXTS = """action Main
    text all = ""
    integer i = 0
    repeat while i < LIMIT
        all = all + "step " + i + ", "
        if all:GetSize() > 500
            all = ""
        end
        i = i + 1
    end
    output all
end
"""
_TEXTS_BY_HAND = """class Main:
    def main(self):
        all = ""
        i = 0
        while i < LIMIT:
            all = all + "step " + str(i) + ", "
            if len(all) > 500:
                all = ""
            i = i + 1
        print(all)
"""

_NUMBERS = """action Main
    number x = 0.5
    number sum = 0.0
    repeat LIMIT times
        x = x * 3.7 * (1.0 - x)
        sum = sum + x / 2
    end
    output sum
end
"""
_NUMBERS_BY_HAND = """class Main:
    def main(self):
        x = 0.5
        sum = 0.0
        for _ in range(LIMIT):
            x = x * 3.7 * (1.0 - x)
            sum = sum + x / 2
        print(sum)
"""

_ARRAY = """use Libraries.Containers.Array
action Main
    Array<integer> values
    integer i = 0
    repeat while i < LIMIT
        values:Add(i * 3)
        i = i + 1
    end
    integer sum = 0
    i = 0
    repeat while i < values:GetSize()
        sum = sum + values:Get(i)
        i = i + 1
    end
    output sum
end
"""
_ARRAY_BY_HAND = """class Main:
    def main(self):
        values = []
        i = 0
        while i < LIMIT:
            values.append(i * 3)
            i = i + 1
        sum = 0
        i = 0
        while i < len(values):
            sum = sum + values[i]
            i = i + 1
        print(sum)
"""

PAIRS = (
    Pair("counting loop (repeat while)", 200_000, _COUNTING, _COUNTING_BY_HAND, aimed=True),
    Pair("counting loop (repeat times)", 300_000, _TIMES, _TIMES_BY_HAND, aimed=True),
    Pair("recursion: Fibonacci, a method", 20, _FIBONACCI, _FIBONACCI_BY_HAND, aimed=True),
    Pair("recursion: Fibonacci, a function", 20, _FIBONACCI, _FIBONACCI_AS_FUNCTION, aimed=True),
    Pair("recursion: sum of 1 to 50", 400, _SUM, _SUM_BY_HAND, aimed=True),
    Pair("integer fields", 60_000, _FIELDS, _FIELDS_BY_HAND),
    Pair("calls of actions", 30_000, _CALLS, _CALLS_BY_HAND),
    Pair("joined texts", 60_000, _TEXTS, _TEXTS_BY_HAND),
    Pair("numbers", 100_000, _NUMBERS, _NUMBERS_BY_HAND),
    Pair("an Array, by location", 20_000, _ARRAY, _ARRAY_BY_HAND),
)
