"""Programs inherit from every class of the library, alone and beside another parent."""

from __future__ import annotations

import pytest

from quorum import library
from quorum.inheritance import bindings_for, table_of
from quorum.tests.programs import compile_text, outputs
from quorum.types import (
    NOTHING,
    TEXT,
    ActionInfo,
    ClassInfo,
    ClassType,
    Type,
    is_primitive,
    substitute,
)

_CLASSES = [
    info
    for name in sorted(library.class_names())
    if (info := library.load(name)) is not None and not info.shared
]
# The robots' classes need their hardware to be made.
_PLAIN = [info for info in _CLASSES if not info.package.startswith("Libraries.Robots.")]
_VALUES = {"integer": "1", "number": "1.5", "text": '"a"', "boolean": "true"}
_PARENT = 'class Named\naction GetName returns text\nreturn "named"\nend\nend'


def of_texts(info: ClassInfo) -> ClassType:
    """The class with texts for its type variables."""
    return ClassType(info, tuple(TEXT for _ in info.variables))


def written(kind: Type) -> str:
    """The type as programs write it without a `use` line."""
    if not isinstance(kind, ClassType):
        return str(kind)
    arguments = ", ".join(map(written, kind.arguments))
    return f"{kind.info.full_name}<{arguments}>" if arguments else kind.info.full_name


def heir(info: ClassInfo, members: str, *, beside: str = "") -> str:
    """A class of the program that inherits, with the same type variables."""
    own = written(info.as_type).replace(info.full_name, "Heir")
    return f"class {own} is {beside}{written(info.as_type)}\n{members}\nend"


def replaced(action: ActionInfo, info: ClassInfo) -> str:
    """The action written anew: it says its name and gives a plain value."""
    bindings = bindings_for(info.as_type, action.owner)
    parameters = ", ".join(
        f"{written(substitute(kind, bindings))} {name}" for name, kind in action.parameters
    )
    returns = substitute(action.returns, bindings)
    lines = [f"action {action.name}({parameters})", f'output "own {action.name}"']
    if returns != NOTHING:
        lines[0] += f" returns {written(returns)}"
        lines.append(f"return {_VALUES.get(str(returns), 'undefined')}")
    return "\n".join([*lines, "end"])


def call(action: ActionInfo, info: ClassInfo) -> str:
    """A call on `thing`, with variables that tell overloads apart where objects are passed."""
    bindings = bindings_for(of_texts(info), action.owner)
    lines, arguments = ["if true"], []
    for place, (_, declared) in enumerate(action.parameters):
        kind = substitute(declared, bindings)
        if is_primitive(kind):
            arguments.append(_VALUES[str(kind)])
        else:
            lines.append(f"{written(kind)} a{place} = undefined")
            arguments.append(f"a{place}")
    return "\n".join([*lines, f"thing:{action.name}({', '.join(arguments)})", "end"])


def name_of(info: ClassInfo) -> str:
    return info.full_name


@pytest.mark.parametrize("info", _PLAIN, ids=name_of)
@pytest.mark.parametrize("beside", ["", "Named, "], ids=["alone", "second"])
def test_an_object_of_an_heir_can_be_made(info: ClassInfo, beside: str) -> None:
    blueprints = [action for action in table_of(info).values() if action.blueprint]
    members = "\n".join(replaced(action, info) for action in blueprints)
    kind = written(of_texts(info))
    text = f"""
    {kind.replace(info.full_name, "Heir")} heir
    {kind} thing = heir
    output thing is Heir
    output thing is {info.full_name}
    """
    files = {"heir": heir(info, members, beside=beside), "named": _PARENT}
    assert outputs(text, **files) == ["true", "true"]


@pytest.mark.parametrize("info", _CLASSES, ids=name_of)
def test_every_action_can_be_replaced(info: ClassInfo) -> None:
    """A call through a variable of the library's class reaches the program's action."""
    actions = list(table_of(info).values())
    kind = written(of_texts(info))
    start = f"{kind.replace(info.full_name, 'Heir')} heir\n{kind} thing = heir"
    text = "\n".join([start, *(call(action, info) for action in actions)])
    class_ = heir(info, "\n".join(replaced(action, info) for action in actions))
    if info in _PLAIN:
        said = [f"own {action.name}" for action in actions]
        assert outputs(text, heir=class_) == said
    else:
        assert compile_text(text, heir=class_).diagnostics == ()
