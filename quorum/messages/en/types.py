"""Values and their types."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
    "Q4001": Entry(
        "I found `{operator}` between {a_left} and {a_right}, and they do not go together.",
        "Write two values that go together, for instance two numbers or two texts.",
        {
            "text_number": (
                "I found `{operator}` between {a_left} and {a_right}, and they do not go together.",
                "Turn the text into a number first: `cast({numeric}, ...)`.",
            ),
            "logic": (
                "I expected a condition on both sides of `{operator}`, "
                "but I found {a_left} and {a_right}.",
                "Write a comparison on both sides, for instance `x > 0 {operator} x < 10`.",
            ),
            "boolean": (
                "I found `{operator}` between {a_left} and {a_right}, and they do not go together.",
                "A boolean is true or false: use it with `and`, `or`, `not` or `=`.",
            ),
            "object": (
                "I found `{operator}` between {a_left} and {a_right}, and they do not go together.",
                "An object is no value: call one of its actions, for instance `GetValue()`.",
            ),
            "classes": (
                "I was to compare {a_left} with {a_right}, but both must have the same class.",
                "Use `is` to ask for the class, or `cast` to make both the same class.",
            ),
            "undefined": (
                "I found `{operator}` between {a_left} and {a_right}, and they do not go together.",
                "Only a text or an object can be `undefined`, and only `=` and `not=` ask for it.",
            ),
        },
    ),
    "Q4002": Entry(
        "After the minus sign I expected an integer or a number, but I found {a_found}.",
        "Put the minus sign before an integer or a number.",
        {
            "not": (
                "After `not` I expected a condition, but I found {a_found}.",
                "Put parentheses around a comparison: `not (a = b)`.",
            )
        },
    ),
    "Q4003": Entry(
        "`{name}` holds {a_expected}, but I found {a_found}.",
        "Write {a_expected} after the `=`.",
        {
            "to_text": (
                "`{name}` holds {a_expected}, but I found {a_found}.",
                "Turn the value into a text: `cast(text, ...)`.",
            ),
            "from_text": (
                "`{name}` holds {a_expected}, but I found a text.",
                "Turn the text into a value: `cast({expected}, ...)`. "
                "A number is written without quotes.",
            ),
            "truncate": (
                "`{name}` holds {a_expected}, but I found a number with a point.",
                "Declare `{name}` as `number`, or drop the decimals: `cast(integer, ...)`.",
            ),
            "box": (
                "`{name}` holds {a_expected}, but I found {a_found}.",
                "Write `cast({expected}, ...)`, if the class can hold such a value.",
            ),
            "unbox": (
                "`{name}` holds {a_expected}, but I found {a_found}.",
                "Call an action of the object that gives {a_expected}, for instance `GetValue()`.",
            ),
            "undefined": (
                "`{name}` holds {a_expected}, and that can never be `undefined`.",
                "Write {a_expected} after the `=`.",
            ),
        },
    ),
    "Q4004": Entry(
        "I was looking for a type for `{name}`, but this value does not show it clearly.",
        "Write the type before the name: `{type} {name} = ...`.",
        {
            "object": (
                "I was looking for a type for `{name}`; for an object I do not choose it myself.",
                "Write the class before the name: `{type} {name} = ...`.",
            ),
            "undefined": (
                "I was looking for a type for `{name}`, but `undefined` does not show it.",
                "Write the type before the name, for instance `text {name} = undefined`.",
            ),
        },
    ),
    "Q4005": Entry(
        "I was reading the variable `{name}`, but I did not find its first value.",
        "Write for instance `{type} {name} = {example}`.",
    ),
    "Q4006": Entry(
        "I found a new value for `{name}`, but it is a constant (line {line}).",
        "Remove the word `constant` there, or use another variable.",
        {
            "field": (
                "I found a new value for `{name}`, but it is a constant.",
                "Remove the word `constant` where it is declared, or use another variable.",
            )
        },
    ),
    "Q4007": Entry(
        "After `{word}` I expected a condition, but I found {a_found}.",
        "A condition is true or false, for instance `x = 5`.",
        {
            "number": (
                "After `{word}` I expected a condition, but I found {a_found}.",
                "Compare the value with something, for instance `x > 0`.",
            )
        },
    ),
    "Q4008": Entry(
        "Before `times` I expected an integer, but I found {a_found}.",
        "Write an integer such as 3, or use `cast(integer, ...)`.",
    ),
    "Q4009": Entry(
        "After `{word}` I expected a condition, but I found {a_found}.",
        "A condition is true or false, for instance `x < 10`.",
        {
            "number": (
                "After `{word}` I expected a condition, but I found {a_found}.",
                "Compare the value with something, for instance `x < 10`. "
                "To repeat so many times, write `repeat 10 times`.",
            )
        },
    ),
    "Q4010": Entry(
        "`{word}` shows texts, numbers and booleans, but I found {a_type}.",
        "Call an action of the object that gives a text or a number.",
        {
            "undefined": (
                "`{word}` shows texts, numbers and booleans, but I found `undefined`.",
                "Write a text, a number or a variable.",
            )
        },
    ),
    "Q4011": Entry(
        "I was reading `cast`, but I cannot turn {a_found} into {a_expected}.",
        "`cast` goes between integer, number and text, and from text to boolean.",
        {
            "object": (
                "I was reading `cast`, but I cannot turn {a_found} into {a_expected}.",
                "Call an action of the object that gives {a_expected}.",
            )
        },
    ),
    "Q4012": Entry(
        "I was reading `is`, but {a_found} can never be {a_expected}: "
        "the two classes have nothing in common.",
        "After `is`, write a class that inherits from `{found}`.",
        {
            "primitive": (
                "I was reading `is` and expected an object before it, but I found {a_found}.",
                "Compare a value with `=`.",
            )
        },
    ),
    "Q4013": Entry(
        "I expected a value here, but the action `{name}` gives none.",
        "Call it in a line of its own, or write `returns` and a type after its name.",
        {
            "chain": (
                "I expected an object before the `:`, but the action there gives no result.",
                "Call the two actions in two lines.",
            )
        },
    ),
    "Q4014": Entry(
        "The action `{name}` returns {a_expected}, but I found {a_found}.",
        "Write {a_expected} after `return`.",
        {
            "to_text": (
                "The action `{name}` returns {a_expected}, but I found {a_found}.",
                "Turn the value into a text: `cast(text, ...)`.",
            ),
            "from_text": (
                "The action `{name}` returns {a_expected}, but I found a text.",
                "Turn the text into a value: `cast({expected}, ...)`.",
            ),
            "truncate": (
                "The action `{name}` returns {a_expected}, but I found a number with a point.",
                "Write `returns number`, or drop the decimals: `cast(integer, ...)`.",
            ),
            "box": (
                "The action `{name}` returns {a_expected}, but I found {a_found}.",
                "Write `cast({expected}, ...)`, if the class can hold such a value.",
            ),
            "unbox": (
                "The action `{name}` returns {a_expected}, but I found {a_found}.",
                "Call an action of the object that gives {a_expected}.",
            ),
            "undefined": (
                "The action `{name}` returns {a_expected}, and that can never be `undefined`.",
                "Write {a_expected} after `return`.",
            ),
        },
    ),
    "Q4015": Entry(
        "I found `return now`, but the action `{name}` must return {a_expected}.",
        "Write `return` and a value.",
    ),
    "Q4016": Entry(
        "I found {a_found} after `return`, but the action `{name}` returns nothing.",
        "Write `returns {found}` after the parameters of the action, or `return now` here.",
        {
            "main": (
                "I found {a_found} after `return`, but `{name}` cannot return anything.",
                "Write `return now` to end here.",
            )
        },
    ),
    "Q4017": Entry(
        "I was reading `alert` and expected a text or an error, but I found {a_found}.",
        'Write a text between quotes, for instance `alert("Too far!")`.',
    ),
    "Q4018": Entry(
        "I was looking for the field `{name}`, but {a_type} has no fields.",
        "Perhaps you mean an action: `{name}()`.",
    ),
    "Q4019": Entry(
        "I found `{name}`, an action of objects, but here it is called on {a_type}.",
        "Use the value itself; to change it, write `=`.",
    ),
    "Q4021": Entry(
        "I was reading `input` and expected a text to show, but I found {a_found}.",
        "Write a question between quotes.",
    ),
    "Q4022": Entry(
        "I was reading the class `{name}`, which takes {expected} types between `<` and `>`, "
        "but I found {found}.",
        "Write {expected} types with commas between them, for instance `{name}<integer, text>`.",
        {
            "one": (
                "I was reading the class `{name}`, which takes one type between `<` and `>`, "
                "but I found {found}.",
                "Write one type, for instance `{name}<integer>`.",
            ),
            "none": (
                "I found types between `<` and `>`, but the class `{name}` takes none.",
                "Write `{name}` alone.",
            ),
            "raw": (
                "I found the class `{name}`, but I do not know what kind of values it holds.",
                "Write the type where it is declared, for instance `{name}<integer>`.",
            ),
        },
    ),
    "Q4023": Entry(
        "I was to make an object of the type `{type}`, but it stands for any class.",
        "Write `{type} {name} = undefined`.",
    ),
}
