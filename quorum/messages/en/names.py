"""Variables, fields, actions and classes by their names."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
    "Q3001": Entry(
        "I found `{name}`, but I do not know a variable of this name.",
        "Give it a value first, for instance `{name} = 0`. "
        'If it is a text, put it between quotes: `"{name}"`.',
        {
            "near": (
                "I found `{name}`, but I do not know a variable of this name.",
                "Did you mean `{better}`?",
            ),
            "word": (
                "I found `{name}`, but Quorum does not know this word.",
                "In Quorum, write `{better}`.",
            ),
            "object": (
                "I found `{name}`, but I do not know an object of this name.",
                "Declare it first with its class, for instance `{class_name} {name}`.",
            ),
            "gone": (
                "I found `{name}`, but the variable of line {line} exists only inside its block.",
                "Give it its first value before the block, then it is known here too.",
            ),
        },
    ),
    "Q3002": Entry(
        "I was looking for a field `{name}`, but `{class_name}` has none of this name.",
        "Check the name. An action is written with parentheses: `{name}()`.",
        {
            "near": (
                "I was looking for a field `{name}`, but `{class_name}` has none of this name.",
                "Did you mean `{better}`?",
            ),
            "me": (
                "I was looking for the field `{name}`, but the class `{class_name}` "
                "does not declare it.",
                "Declare it at the top of the class, for instance `integer {name} = 0`.",
            ),
            "inherited": (
                "I found `{name}`, a field of the parent `{owner}`; "
                "by its name alone I do not see it here.",
                "Write `parent:{owner}:{name}`.",
            ),
            "parent": (
                "I was looking for a field `{name}` in `{class_name}`, "
                "but it belongs to one of its parents.",
                "After the object, write `{better}`.",
            ),
            "action": (
                "I was looking for a field `{name}`, but in `{class_name}` this is an action.",
                "Write it with parentheses: `{better}`.",
            ),
        },
    ),
    "Q3003": Entry(
        "I was looking for an action `{name}`, but `{class_name}` has none of this name.",
        "Check the name in the list of the actions of `{class_name}`.",
        {
            "near": (
                "I was looking for an action `{name}`, but `{class_name}` has none of this name.",
                "Did you mean `{better}`?",
            ),
            "near_own": (
                "I was looking for an action `{name}`, but I did not find it in this program.",
                "Did you mean `{better}`?",
            ),
            "own": (
                "I was looking for an action `{name}`, but I did not find it in this program.",
                "Write the action, or name the object that has it: `object:{name}()`.",
            ),
            "statement": (
                "I was looking for an action `{name}`, but I do not know one.",
                "Did you mean the statement `{better}`? It is written without parentheses.",
            ),
            "class": (
                "I found `{name}` with parentheses, but `{name}` is a class and cannot be called.",
                "Make an object of it: `{name} {variable}`.",
            ),
            "field": (
                "I found `{name}` with parentheses, but in `{class_name}` this is a field, "
                "not an action.",
                "Leave out the parentheses.",
            ),
            "blueprint": (
                "I was to call `{name}` of the parent `{class_name}`, "
                "but there it is a blueprint, without statements.",
                "Call the action without `parent`.",
            ),
        },
    ),
    "Q3004": Entry(
        "I was reading the call of `{name}`, but it does not take ({found}).",
        "It takes this: `{expected}`.",
        {
            "several": (
                "I was reading the call of `{name}`, but it does not take ({found}).",
                "It takes one of these: `{others}`.",
            ),
            "none": (
                "I was reading the call of `{name}`, but I found nothing between its parentheses.",
                "It takes this: `{expected}`.",
            ),
            "none_several": (
                "I was reading the call of `{name}`, but I found nothing between its parentheses.",
                "It takes one of these: `{others}`.",
            ),
            "takes_none": (
                "I was reading the call of `{name}` and expected nothing between its parentheses, "
                "but I found ({found}).",
                "Write `{name}()`.",
            ),
        },
    ),
    "Q3005": Entry(
        "I found `{name}`, but I do not know a class or a type of this name.",
        "The types are `integer`, `number`, `text`, `boolean` and the classes of the `use` lines.",
        {
            "near": (
                "I found `{name}`, but I do not know a class or a type of this name.",
                "Did you mean `{better}`?",
            ),
            "near_use": (
                "I found `{name}`, but I do not know a class of this name.",
                "Did you mean `{better}`? It needs a `use` line at the top.",
            ),
            "primitive": (
                "I found the type `{name}`, but Quorum does not know it.",
                "In Quorum, write `{better}`.",
            ),
            "statement": (
                "I was reading a statement, but I do not know the word `{name}`.",
                "Did you mean `{better}`?",
            ),
            "untyped": (
                "I found `{name}`, but in Quorum a variable needs no such word.",
                "Write only the name, `=` and the value, for instance `x = 5`.",
            ),
        },
    ),
    "Q3006": Entry(
        "I found the class `{name}`: I know it, but the program does not use it yet.",
        "Write at the top of the program: `{better}`",
    ),
    "Q3007": Entry(
        "I was looking for the library `{name}`, but I do not know it.",
        "Check the name of the library.",
        {
            "near": (
                "I was looking for the library `{name}`, but I do not know it.",
                "Did you mean `{better}`?",
            )
        },
    ),
    "Q3008": Entry(
        "I know two classes `{name}`, and I cannot tell which one you mean: `{one}` or `{other}`.",
        "Write the whole name of the one you mean, for instance `{one}`.",
    ),
    "Q3009": Entry(
        "I already know a variable `{name}`, from line {line}.",
        "Choose another name. To change its value, write only `{name} = ...`, without the type.",
    ),
    "Q3010": Entry(
        "I found two parameters with the same name, `{name}`.",
        "Choose another name for one of them.",
    ),
    "Q3011": Entry(
        "I already know an action `{name}` without parameters in this class.",
        "Choose another name, or remove one of the two.",
        {
            "types": (
                "I already know an action `{name}` with the parameters ({types}) in this class.",
                "Choose another name, or remove one of the two.",
            )
        },
    ),
    "Q3012": Entry(
        "I already know a class `{name}` in this program.",
        "Choose another name for one of them.",
    ),
    "Q3013": Entry(
        "I already know a field `{name}` in this class.",
        "Choose another name, or remove one of the two.",
    ),
    "Q3014": Entry(
        "I found `{name}` here, before it has a value.",
        "Give it a value in an earlier line.",
    ),
    "Q3015": Entry(
        "I found two actions that take ({found}) equally well: `{one}` and `{other}`.",
        "Use `cast` to make clear which type you mean.",
    ),
    "Q3016": Entry(
        "I found the field `{name}`, but it is private: only the class `{class_name}` may use it.",
        "Write `public` before the field, or call an action of the class.",
    ),
    "Q3017": Entry(
        "I found the action `{name}`, but it is private: "
        "only the class `{class_name}` may call it.",
        "Remove `private` before the action, or call another one.",
    ),
    "Q3018": Entry(
        "I was looking for the parent `{name}`, but `{class_name}` does not inherit from it.",
        "After `parent:`, write a class that stands after `is`.",
    ),
    "Q3019": Entry(
        "I was looking for a variable `{name}`, but this is an action.",
        "Write it with parentheses: `{name}()`.",
    ),
    "Q3020": Entry(
        "I found the class `{name}`, but here I expected an object.",
        "Make an object first: `{name} {variable}`. Then write `{variable}` here.",
    ),
}
