"""Classes, actions and errors."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
    "Q5001": Entry(
        "I was looking for the place to begin, but `{class_name}` has no action `Main`.",
        "Write `action Main`, the statements, and `end`.",
        {
            "case": (
                "I was looking for the action `Main` to begin with, but I found `{name}`.",
                "Write `Main` with a capital M.",
            ),
            "parameters": (
                "I was to begin in the action `Main`, but it has parameters "
                "and I have nothing to give it.",
                "Write `action Main` without parentheses.",
            ),
            "returns": (
                "I was to begin in the action `Main`, but it promises a result "
                "and there is nobody to take it.",
                "Write `action Main` without `returns`.",
            ),
        },
    ),
    "Q5002": Entry(
        "The action `{name}` promises {a_expected}, but I found a way to its end "
        "without a `return`.",
        "Write a `return` as its last statement.",
    ),
    "Q5003": Entry(
        "I never reach this statement: the `{word}` of line {line} has already left the action.",
        "Remove it, or put it before line {line}.",
    ),
    "Q5004": Entry(
        "I found a second `on create` in this class.",
        "Put the statements of both into one.",
    ),
    "Q5005": Entry(
        "I was following the parents of `{name}` and came back to `{name}`.",
        "Remove one of the names after `is`.",
    ),
    "Q5006": Entry(
        "I found the action `{name}` in two parents of `{class_name}`, `{one}` and `{other}`, "
        "and I do not know which one to take.",
        "Write an action `{name}` in `{class_name}` that says which one is meant.",
        {
            "several": (
                "I found the actions `{name}` in two parents of `{class_name}`, `{one}` and "
                "`{other}`, and I do not know which ones to take.",
                "Write these actions in `{class_name}`, or remove one of the two parents.",
            )
        },
    ),
    "Q5007": Entry(
        "I found the blueprint `{name}`, but it hides an action that the parent `{parent}` "
        "has already written.",
        "Remove the blueprint, or give it another name.",
    ),
    "Q5008": Entry(
        "I found `{name}`, which replaces the action of `{parent}`: "
        "that one returns {a_expected}, this one {a_found}.",
        "Write the same type in both.",
        {
            "nothing": (
                "I found `{name}`, which replaces the action of `{parent}`: "
                "that one returns nothing.",
                "Remove `returns` here.",
            )
        },
    ),
    "Q5009": Entry(
        "I found `{name}` as a parent, but it is a shared class: there is only one object of it.",
        "Declare an object of it instead.",
    ),
    "Q5010": Entry(
        "I was to make an object of `{name}`, but nobody has written its action `{action}`.",
        "Write the action, or use a class that has it.",
    ),
    "Q5011": Entry(
        "I was reading `detect`, but `{name}` is no error, so I could never catch it.",
        "After `is`, write `Error` or a class that inherits from it.",
    ),
    "Q5012": Entry(
        "I found `{name}` twice in the same `check`.",
        "Keep only one of them.",
        {
            "all": (
                "I found two `detect` blocks that catch everything.",
                "Keep only one of them.",
            )
        },
    ),
    "Q5013": Entry(
        "I was reading the parent `{name}` and expected {expected} type parameters "
        "of this class between `<` and `>`.",
        "Write the names that stand after the name of this class.",
        {
            "one": (
                "I was reading the parent `{name}` and expected one type parameter "
                "of this class between `<` and `>`.",
                "Write the name that stands after the name of this class.",
            ),
            "none": (
                "I found types between `<` and `>`, but the parent `{name}` takes none.",
                "Write `{name}` alone.",
            ),
            "diamond": (
                "I followed the parents and reached `{name}` in two ways, "
                "with two different type parameters.",
                "Use the same type parameter on both ways.",
            ),
        },
    ),
    "Q5014": Entry(
        "I found `{name}`, a `system` action, but only the libraries of Quorum have them.",
        "Remove `system` and write the statements of the action.",
    ),
    "Q5015": Entry(
        "I found the parent `{name}` twice.",
        "Remove one of them.",
    ),
}
