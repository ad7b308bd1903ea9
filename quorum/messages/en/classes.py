"""Classes, actions and errors."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
    "Q5001": Entry(
        "I do not know where to begin: `{class_name}` has no action `Main`.",
        "Write `action Main`, the statements, and `end`.",
        {
            "case": (
                "The program begins in the action `Main`, but this one is called `{name}`.",
                "Write `Main` with a capital M.",
            ),
            "parameters": (
                "The program begins in the action `Main`, so it can have no parameters.",
                "Write `action Main` without parentheses.",
            ),
        },
    ),
    "Q5002": Entry(
        "The action `{name}` promises {expected}, but it can end without a `return`.",
        "Write a `return` as its last statement.",
    ),
    "Q5003": Entry(
        "This statement is never reached: the `{word}` of line {line} has already left the action.",
        "Remove it, or put it before line {line}.",
    ),
    "Q5004": Entry(
        "The class has already an `on create`.",
        "Put the statements of both into one.",
    ),
    "Q5005": Entry(
        "The class `{name}` is its own ancestor.",
        "Remove one of the names after `is`.",
    ),
    "Q5006": Entry(
        "`{class_name}` gets the action `{name}` from two parents: `{one}` and `{other}`.",
        "Write an action `{name}` in `{class_name}` that says which one is meant.",
    ),
    "Q5007": Entry(
        "The blueprint `{name}` hides an action that the parent `{parent}` has already written.",
        "Remove the blueprint, or give it another name.",
    ),
    "Q5008": Entry(
        "`{name}` replaces the action of `{parent}`, which returns {expected}; "
        "this one returns {found}.",
        "Both must return the same type.",
        {
            "nothing": (
                "`{name}` replaces the action of `{parent}`, which returns nothing.",
                "Remove `returns` here.",
            )
        },
    ),
    "Q5009": Entry(
        "`{name}` is a shared class, so it cannot be a parent.",
        "Declare an object of it instead.",
    ),
    "Q5010": Entry(
        "I cannot make an object of `{name}`: nobody has written its action `{action}`.",
        "Write the action, or use a class that has it.",
    ),
    "Q5011": Entry(
        "`{name}` is no error, so `detect` cannot catch it.",
        "After `is` stands `Error` or a class that inherits from it.",
    ),
    "Q5012": Entry(
        "`{name}` is caught twice in the same `check`.",
        "Keep only one of them.",
        {
            "all": (
                "Two `detect` blocks catch everything.",
                "Keep only one of them.",
            )
        },
    ),
    "Q5013": Entry(
        "The parent `{name}` needs {expected} type parameters of this class between `<` and `>`.",
        "Write the names that stand after the name of this class.",
        {
            "diamond": (
                "This class inherits `{name}` in two different ways.",
                "Use the same type parameter on both ways.",
            )
        },
    ),
    "Q5014": Entry(
        "`{name}` is a `system` action: only the libraries of Quorum have them.",
        "Remove `system` and write the statements of the action.",
    ),
    "Q5015": Entry(
        "The parent `{name}` is named twice.",
        "Remove one of them.",
    ),
}
