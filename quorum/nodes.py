"""How the nodes of the two trees are made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

_Class = TypeVar("_Class")


@dataclass_transform(eq_default=False, frozen_default=True)
def node(class_: type[_Class]) -> type[_Class]:
    """A class whose objects are never changed and are equal only to themselves.

    The type checker sees to the first. Letting Python do it (`frozen=True`) would make each object
    three times as expensive to make, and the seventy classes four times as slow to import: the
    command would answer noticeably later.
    """
    return dataclass(eq=False, repr=False, slots=True)(class_)
