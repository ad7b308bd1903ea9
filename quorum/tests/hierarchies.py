"""Programs of classes that inherit from each other in all ways, and what they print.

What is expected comes from a small model of the language's rules: an action that another one
replaces does not count, two that are left are a mistake, and the parts of an object are made
ancestors first, from left to right.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

ACTIONS = ("Alpha", "Beta")


@dataclass(frozen=True)
class Kind:
    """A class: its parents, and the lines of the actions that it writes itself.

    A line is a text to print, an action that is called, or (parent, action) of a call through
    `parent`.
    """

    name: str
    parents: tuple[Kind, ...]
    actions: dict[str, tuple[str | tuple[Kind, str], ...]]

    def __hash__(self) -> int:
        return hash(self.name)

    def line(self) -> list[Kind]:
        """The class and its ancestors, in the order in which their parts are made."""
        found: list[Kind] = []
        for parent in self.parents:
            found += [each for each in parent.line() if each not in found]
        return [*found, self]

    def writers(self, action: str) -> list[Kind]:
        """The classes whose version of the action counts: more than one is a mistake."""
        if action in self.actions:
            return [self]
        found = {writer for parent in self.parents for writer in parent.writers(action)}
        return [
            one
            for one in sorted(found, key=lambda kind: kind.name)
            if not any(one in other.line() for other in found if other is not one)
        ]

    def source(self) -> str:
        parents = f" is {', '.join(parent.name for parent in self.parents)}" if self.parents else ""
        lines = [f"class {self.name}{parents}", f'    text own = "{self.name}"']
        lines += ["    on create", f'        output "new " + own + " in " + {ACTIONS[0]}Name()']
        lines += [
            "    end",
            f"    action {ACTIONS[0]}Name returns text",
            f'        return "{self.name}"',
        ]
        lines += ["    end"]
        for action, body in self.actions.items():
            lines += [f"    action {action}", *map(_written, body), "    end"]
        return "\n".join([*lines, "end"])


def _written(line: str | tuple[Kind, str]) -> str:
    if isinstance(line, tuple):
        return f"        parent:{line[0].name}:{line[1]}()"
    return f"        {line}()" if line in ACTIONS else f'        output "{line} " + own'


@dataclass(frozen=True)
class Hierarchy:
    """A program, its files by name without extension, and the lines that it prints."""

    main: str
    files: dict[str, str]
    lines: list[str]


def hierarchy(seed: int) -> Hierarchy:
    """One program; the same seed gives the same one."""
    chance = Random(seed)
    kinds: list[Kind] = []
    for number in range(chance.randint(3, 7)):
        parents = tuple(chance.sample(kinds, min(len(kinds), chance.randint(0, 3))))
        kinds.append(_kind(f"C{number}", parents, chance))
    statements, lines = [], []
    for kind in kinds:
        statements.append(f"{kind.name} {kind.name.lower()}")
        lines += [f"new {part.name} in {kind.name}" for part in kind.line()]
        for action in ACTIONS:
            if kind.writers(action):
                seen = chance.choice([part for part in kind.line() if part.writers(action)])
                variable = f"seen{len(statements)}"
                statements.append(f"{seen.name} {variable} = {kind.name.lower()}")
                statements.append(f"{variable}:{action}()")
                lines += printed(kind, kind.writers(action)[0], action)
    return Hierarchy("\n".join(statements), {kind.name: kind.source() for kind in kinds}, lines)


def _kind(name: str, parents: tuple[Kind, ...], chance: Random) -> Kind:
    kind = Kind(name, parents, {})
    for place, action in enumerate(ACTIONS):
        if len(kind.writers(action)) > 1 or chance.random() < 0.4:
            body: list[str | tuple[Kind, str]] = [f"{name} {action}"]
            above = [each for each in kind.line()[:-1] if each.writers(action)]
            if above and chance.random() < 0.5:
                body.append((chance.choice(above), action))
            # Only the later action is called, so that no call comes back.
            later = ACTIONS[place + 1 :]
            if later and kind.writers(later[0]) and chance.random() < 0.7:
                body.append(later[0])
            kind.actions[action] = tuple(body)
    return kind


def printed(of: Kind, writer: Kind, action: str) -> list[str]:
    """What an object of the class prints when it does one version of an action."""
    lines: list[str] = []
    for line in writer.actions[action]:
        if isinstance(line, tuple):
            lines += printed(of, line[0].writers(line[1])[0], line[1])
        elif line in ACTIONS:
            lines += printed(of, of.writers(line)[0], line)
        else:
            lines.append(f"{line} {writer.name}")
    return lines
