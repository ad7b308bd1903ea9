"""Variables, fields, actions and classes by their names."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
    "Q3001": Entry(
        "I do not know a variable `{name}`.",
        "Give it a value first, for instance `{name} = 0`.",
        {
            "near": (
                "I do not know a variable `{name}`.",
                "Did you mean `{better}`?",
            ),
            "word": (
                "I do not know `{name}`.",
                "In Quorum, write `{better}`.",
            ),
            "object": (
                "I do not know an object `{name}`.",
                "Declare it first: the name of its class, then `{name}`.",
            ),
            "gone": (
                "The variable `{name}` of line {line} exists only inside its block.",
                "Give it its first value before the block, then it is known here too.",
            ),
        },
    ),
    "Q3002": Entry(
        "`{class_name}` has no field `{name}`.",
        "Check the name. An action is written with parentheses: `{name}()`.",
        {
            "near": (
                "`{class_name}` has no field `{name}`.",
                "Did you mean `{better}`?",
            ),
            "me": (
                "The class `{class_name}` has no field `{name}`.",
                "Declare the field at the top of the class.",
            ),
            "inherited": (
                "The field `{name}` belongs to the parent `{owner}`.",
                "Write `parent:{owner}:{name}`.",
            ),
            "parent": (
                "The field `{name}` belongs to a parent of `{class_name}`.",
                "Write `{better}` after the object.",
            ),
            "action": (
                "`{name}` is an action of `{class_name}`, so it needs parentheses.",
                "Write `{better}`.",
            ),
        },
    ),
    "Q3003": Entry(
        "`{class_name}` has no action `{name}`.",
        "Check the name in the list of the actions of `{class_name}`.",
        {
            "near": (
                "`{class_name}` has no action `{name}`.",
                "Did you mean `{better}`?",
            ),
            "near_own": (
                "I do not know an action `{name}` in this program.",
                "Did you mean `{better}`?",
            ),
            "own": (
                "I do not know an action `{name}` in this program.",
                "Write the action, or name the object that has it: `object:{name}()`.",
            ),
            "statement": (
                "I do not know an action `{name}`.",
                "Did you mean the statement `{better}`? It is written without parentheses.",
            ),
            "class": (
                "`{name}` is a class, so it cannot be called.",
                "Make an object of it: `{name} {variable}`",
            ),
            "field": (
                "`{name}` is a field of `{class_name}`, no action.",
                "Leave out the parentheses.",
            ),
            "blueprint": (
                "`{name}` is a blueprint in `{class_name}`: it has no statements there.",
                "Call the action without `parent`.",
            ),
        },
    ),
    "Q3004": Entry(
        "`{name}` does not take ({found}).",
        "It takes this: `{expected}`",
        {
            "several": (
                "`{name}` does not take ({found}).",
                "It takes one of these: `{others}`",
            ),
            "none": (
                "`{name}` needs values between its parentheses.",
                "It takes this: `{expected}`",
            ),
            "none_several": (
                "`{name}` needs values between its parentheses.",
                "It takes one of these: `{others}`",
            ),
            "takes_none": (
                "`{name}` takes nothing between its parentheses.",
                "Write `{name}()`.",
            ),
        },
    ),
    "Q3005": Entry(
        "I do not know a class or a type `{name}`.",
        "The types are `integer`, `number`, `text`, `boolean` and the classes of the `use` lines.",
        {
            "near": (
                "I do not know a class or a type `{name}`.",
                "Did you mean `{better}`?",
            ),
            "near_use": (
                "I do not know a class `{name}`.",
                "Did you mean `{better}`? It needs a `use` line at the top.",
            ),
            "primitive": (
                "I do not know the type `{name}`.",
                "In Quorum, write `{better}`.",
            ),
            "statement": (
                "I do not know the word `{name}`.",
                "Did you mean `{better}`?",
            ),
            "untyped": (
                "Variables need no word `{name}` in Quorum.",
                "Write only the name, `=` and the value, for instance `x = 5`.",
            ),
        },
    ),
    "Q3006": Entry(
        "I know the class `{name}`, but the program does not use it yet.",
        "Write at the top of the program: {better}",
    ),
    "Q3007": Entry(
        "I do not know the library `{name}`.",
        "Check the name of the library.",
        {
            "near": (
                "I do not know the library `{name}`.",
                "Did you mean `{better}`?",
            )
        },
    ),
    "Q3008": Entry(
        "There are two classes `{name}`: `{one}` and `{other}`.",
        "Write the whole name of the one you mean.",
    ),
    "Q3009": Entry(
        "There is already a variable `{name}`, in line {line}.",
        "Choose another name. To change its value, write only `{name} = ...`, without the type.",
    ),
    "Q3010": Entry(
        "Two parameters have the same name `{name}`.",
        "Choose another name for one of them.",
    ),
    "Q3011": Entry(
        "There is already an action `{name}` without parameters.",
        "Choose another name, or remove one of the two.",
        {
            "types": (
                "There is already an action `{name}` with the parameters ({types}).",
                "Choose another name, or remove one of the two.",
            )
        },
    ),
    "Q3012": Entry(
        "There is already a class `{name}` in this program.",
        "Choose another name for one of them.",
    ),
    "Q3013": Entry(
        "The class has already a field `{name}`.",
        "Choose another name, or remove one of the two.",
    ),
    "Q3014": Entry(
        "`{name}` is used here before it has a value.",
        "Give it a value in an earlier line.",
    ),
    "Q3015": Entry(
        "I cannot choose between two actions for ({found}): `{one}` and `{other}`.",
        "Use `cast` to make clear which type you mean.",
    ),
    "Q3016": Entry(
        "The field `{name}` is private: only the class `{class_name}` may use it.",
        "Write `public` before the field, or call an action of the class.",
    ),
    "Q3017": Entry(
        "The action `{name}` is private: only the class `{class_name}` may call it.",
        "Remove `private` before the action, or call another one.",
    ),
    "Q3018": Entry(
        "`{name}` is no parent of `{class_name}`.",
        "After `parent:` stands a class that is named after `is`.",
    ),
    "Q3019": Entry(
        "`{name}` is an action, so it needs parentheses.",
        "Write `{name}()`.",
    ),
    "Q3020": Entry(
        "`{name}` is a class, but here I expected an object.",
        "Make an object first: `{name} {variable}`. Then write `{variable}` here.",
    ),
}
