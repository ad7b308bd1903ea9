"""Programs made by chance, and what each must output: `by_chance` with statements and actions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from textwrap import indent
from typing import Any

from quorum.tests.by_chance import (
    BOOLEAN,
    FIELD,
    INTEGER,
    KINDS,
    TOP,
    Action,
    Expression,
    ExpressionMaker,
    Names,
    State,
    StoppedError,
    cut,
    shown,
)

_GUARDED_ROUNDS = 6


class _ReturnError(Exception):
    """An action ends with this value."""

    def __init__(self, value: Any) -> None:
        super().__init__()
        self.value = value


@dataclass(frozen=True)
class Statement:
    """Its text, and what it does."""

    text: str
    do: Callable[[State], None]


@dataclass(frozen=True)
class ProgramByChance:
    """`lines` is what it outputs, `error` the class of the error that ends it, or empty."""

    text: str
    lines: list[str]
    error: str


def program_by_chance(seed: int) -> ProgramByChance:
    """Always the same for the same number. Raises TooLongError for some numbers."""
    return _ProgramMaker(seed).program()


def _inside(block: Statement) -> str:
    return indent(block.text, "    ")


class _ProgramMaker(ExpressionMaker):
    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self._made = 0
        self._returns = ""  # the kind that the action returns, where a return may stand

    def program(self) -> ProgramByChance:
        """A class with fields, some actions and Main."""
        fields = {self._name(FIELD): self._kind() for _ in range(self.chance.randint(1, 4))}
        values = {name: self.leaf(kind, {}) for name, kind in fields.items()}
        texts = [f"{fields[name]} {name} = {value.text}" for name, value in values.items()]
        actions = [self._action(fields) for _ in range(self.chance.randint(1, 4))]
        main = self._block(fields, self.chance.randint(5, 12), 3)
        actions.append(f"action Main\n{_inside(main)}end")
        self.chance.shuffle(actions)
        state = State({name: value.value(State()) for name, value in values.items()})
        error = ""
        try:
            main.do(state)
        except StoppedError as stopped:
            (error,) = stopped.args
        text = "\n".join(["class Main", *texts, *actions, "end\n"])
        return ProgramByChance(text, state.lines, error)

    def _name(self, begin: str) -> str:
        self._made += 1
        return f"{begin}{self._made}"

    def _kind(self) -> str:
        return self.chance.choice([INTEGER, *KINDS])

    def _action(self, fields: Names) -> str:
        """The text of an action that the expressions made from now on may call."""
        kind = self._kind()
        parameters = [(self._name("given"), self._kind()) for _ in range(self.chance.randint(0, 3))]
        names = {**fields, **dict(parameters)}
        self._returns = kind
        block = self._block(names, self.chance.randint(1, 5), 2)
        self._returns = ""
        result = self.fitting(kind, names)

        def run(state: State) -> Any:
            try:
                block.do(state)
            except _ReturnError as returned:
                return returned.value
            return result.given_to(kind, state)

        action = Action(self._name("Act"), kind, parameters, run)
        self.actions.append(action)
        listed = ", ".join(f"{kind} {name}" for name, kind in parameters)
        head = f"action {action.name}({listed}) returns {kind}"
        return f"{head}\n{_inside(block)}    return {result.text}\nend"

    def _block(self, around: Names, length: int, depth: int) -> Statement:
        names = dict(around)
        makers = [self._declare, self._assign, self._assign, self._count, self._output]
        if depth:
            makers += [self._if, self._times, self._rounds, self._guarded, self._check, self._leave]
        made = [self.chance.choice(makers)(names, depth - 1) for _ in range(length)]

        def do(state: State) -> None:
            for statement in made:
                state.step()
                statement.do(state)

        return Statement("".join(f"{statement.text}\n" for statement in made), do)

    def _declare(self, names: Names, _: int) -> Statement:
        kind, name = self._kind(), self._name("local")
        value = self.fitting(kind, names)
        inferred = value.alike and value.kind == kind and self.chance.random() < 0.4
        names[name] = kind
        return self._set(name, kind, value, "" if inferred else f"{kind} ")

    def _assign(self, names: Names, depth: int) -> Statement:
        free = [name for name in names if not name.startswith("round")]
        if not free:
            return self._declare(names, depth)
        name = self.chance.choice(free)
        begin = "me:" if name.startswith(FIELD) and self.chance.random() < 0.3 else ""
        return self._set(name, names[name], self.fitting(names[name], names), begin)

    def _count(self, names: Names, depth: int) -> Statement:
        """A variable goes up or down by a constant."""
        free = [name for name in names if names[name] == INTEGER and not name.startswith("round")]
        if not free:
            return self._assign(names, depth)
        name, step = self.chance.choice(free), self.chance.choice([1, 1, 2, 1000, TOP])
        sign = self.chance.choice([1, -1])

        def value(state: State) -> int:
            return cut(int(state.values[name]) + sign * step)

        text = f"{name} {'+' if sign > 0 else '-'} {step}"
        return self._set(name, INTEGER, Expression(INTEGER, text, 0, value), "")

    def _set(self, name: str, kind: str, value: Expression, begin: str) -> Statement:
        def do(state: State) -> None:
            state.values[name] = value.given_to(kind, state)

        return Statement(f"{begin}{name} = {value.text}", do)

    def _output(self, names: Names, _: int) -> Statement:
        value = self.expression(self._kind(), names)
        return Statement(
            f"output {value.text}", lambda state: state.lines.append(shown(value.value(state)))
        )

    def _if(self, names: Names, depth: int) -> Statement:
        branches = [
            (self.expression(BOOLEAN, names), self._block(names, self.chance.randint(0, 3), depth))
            for _ in range(self.chance.randint(1, 3))
        ]
        otherwise = self._block(names, self.chance.randint(0, 2), depth)
        text = "".join(f"elseif {test.text}\n{_inside(block)}" for test, block in branches)
        text = text.removeprefix("else")
        if otherwise.text:
            text += f"else\n{_inside(otherwise)}"

        def do(state: State) -> None:
            taken = (block for test, block in branches if test.value(state))
            next(taken, otherwise).do(state)

        return Statement(f"{text}end", do)

    def _times(self, names: Names, depth: int) -> Statement:
        left, block = self.expression(INTEGER, names), self._block(names, 2, depth)

        def do(state: State) -> None:
            times = left.value(state)
            for _ in range(times - times // 5 * 5 if times > 0 else 0):
                block.do(state)

        return Statement(f"repeat {left.at(99)} mod 5 times\n{_inside(block)}end", do)

    def _rounds(self, names: Names, depth: int) -> Statement:
        """A loop that counts to a constant."""
        name = self._name("round")
        start, rounds = self.chance.choice([0, 1, -3, TOP - 10]), self.chance.randrange(6)
        step = self.chance.choice([1, 1, -1, 2])
        word, sign = ("while", "<" if step > 0 else ">"), ("until", "=")
        (loop, compared), stop = self.chance.choice([word, sign]), start + step * rounds
        block = self._block({**names, name: INTEGER}, self.chance.randint(1, 3), depth)

        def do(state: State) -> None:
            for value in range(start, stop, step):
                state.step()
                state.values[name] = value
                block.do(state)

        head = f"integer {name} = {start}\nrepeat {loop} {name} {compared} {stop}\n"
        return Statement(f"{head}{_inside(block)}    {name} = {name} + {step}\nend", do)

    def _guarded(self, names: Names, depth: int) -> Statement:
        """A loop with any condition, which ends after some rounds at the latest."""
        name, test = self._name("round"), self.expression(BOOLEAN, names)
        block = self._block({**names, name: INTEGER}, self.chance.randint(1, 3), depth)

        def do(state: State) -> None:
            state.values[name] = 0
            while state.values[name] < _GUARDED_ROUNDS and test.value(state):
                state.step()
                state.values[name] += 1
                block.do(state)

        head = f"integer {name} = 0\nrepeat while {name} < {_GUARDED_ROUNDS} and ({test.text})\n"
        return Statement(f"{head}    {name} = {name} + 1\n{_inside(block)}end", do)

    def _check(self, names: Names, depth: int) -> Statement:
        """Where a return stands in a `detect`, `always` is skipped; here none stands there."""
        tried = self._block(names, self.chance.randint(1, 3), depth)
        returns, self._returns = self._returns, ""
        caught, always = (self._block(names, self.chance.randint(0, 2), depth) for _ in range(2))
        self._returns = returns
        catches = self.chance.random() < 0.8

        def attempt(state: State) -> None:
            try:
                tried.do(state)
            except StoppedError:
                if not catches:
                    raise
                caught.do(state)

        def do(state: State) -> None:
            try:
                attempt(state)
            except (StoppedError, _ReturnError):
                always.do(state)
                raise
            always.do(state)

        text = f"check\n{_inside(tried)}"
        if catches:
            text += f"detect {self._name('error')}\n{_inside(caught)}"
        if always.text or not catches:
            text += f"always\n{_inside(always)}"
        return Statement(f"{text}end", do)

    def _leave(self, names: Names, _: int) -> Statement:
        """An error or a return under a condition."""
        test = self.expression(BOOLEAN, names)
        kind = self._returns
        value = self.fitting(kind, names) if kind else None

        def do(state: State) -> None:
            if not test.value(state):
                return
            if value is None:
                raise StoppedError("Error")
            raise _ReturnError(value.given_to(kind, state))

        way = 'alert("by chance")' if value is None else f"return {value.text}"
        return Statement(f"if {test.text}\n    {way}\nend", do)
