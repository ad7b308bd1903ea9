"""Values and their types."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
    "Q4001": Entry(
        "`{operator}` does not go with {left} and {right}.",
        "It needs two values that go together, for instance two numbers or two texts.",
        {
            "text_number": (
                "`{operator}` does not go with {left} and {right}.",
                "Turn the text into a number first: `cast({numeric}, ...)`.",
            ),
            "logic": (
                "`{operator}` needs two conditions, but I found {left} and {right}.",
                "Write a comparison on both sides, for instance `x > 0 {operator} x < 10`.",
            ),
            "boolean": (
                "`{operator}` does not go with {left} and {right}.",
                "A boolean is true or false: use it with `and`, `or`, `not` or `=`.",
            ),
            "object": (
                "`{operator}` does not go with {left} and {right}.",
                "An object is no value: call one of its actions, for instance `GetValue()`.",
            ),
            "classes": (
                "I cannot compare {left} with {right}: they are different classes.",
                "Use `is` to ask for the class, or `cast` to make both the same class.",
            ),
            "undefined": (
                "`{operator}` does not go with {left} and {right}.",
                "Only a text or an object can be `undefined`, and only `=` and `not=` ask for it.",
            ),
        },
    ),
    "Q4002": Entry(
        "I cannot put a minus sign before {found}.",
        "Put it before an integer or a number.",
        {
            "not": (
                "I cannot put `not` before {found}.",
                "`not` belongs to a condition. With a comparison it needs parentheses: "
                "`not (a = b)`.",
            )
        },
    ),
    "Q4003": Entry(
        "`{name}` holds {expected}, but this value is {found}.",
        "Write a value of the type {expected}.",
        {
            "to_text": (
                "`{name}` holds {expected}, but this value is {found}.",
                "Turn the value into a text: `cast(text, ...)`.",
            ),
            "from_text": (
                "`{name}` holds {expected}, but this value is a text.",
                "Turn the text into a value: `cast({expected}, ...)`. "
                "A number is written without quotes.",
            ),
            "truncate": (
                "`{name}` holds {expected}, but this value is a number with a point.",
                "Declare `{name}` as number, or drop the decimals: `cast(integer, ...)`.",
            ),
            "box": (
                "`{name}` holds an object of the class {expected}, but this value is {found}.",
                "Write `cast({expected}, ...)`, if the class can hold such a value.",
            ),
            "unbox": (
                "`{name}` holds {expected}, but this value is an object of the class {found}.",
                "Call an action of the object that gives {expected}, for instance `GetValue()`.",
            ),
            "undefined": (
                "`{name}` holds {expected}, so it cannot be `undefined`.",
                "Write a value of the type {expected}.",
            ),
        },
    ),
    "Q4004": Entry(
        "I cannot see which type `{name}` should have.",
        "Write the type before the name: `{type} {name} = ...`",
        {
            "object": (
                "I do not choose the type of a variable for objects myself.",
                "Write the class before the name: `{type} {name} = ...`",
            ),
            "undefined": (
                "`undefined` does not say which type `{name}` has.",
                "Write the type before the name, for instance `text {name} = undefined`.",
            ),
        },
    ),
    "Q4005": Entry(
        "`{name}` needs a first value.",
        "Write for instance `{type} {name} = {example}`.",
    ),
    "Q4006": Entry(
        "`{name}` is a constant (line {line}), so it cannot change.",
        "Remove the word `constant` there, or use another variable.",
        {
            "field": (
                "`{name}` is a constant, so it cannot change.",
                "Remove the word `constant` where it is declared, or use another variable.",
            )
        },
    ),
    "Q4007": Entry(
        "After `{word}` I expected a condition, but this is {found}.",
        "A condition is true or false, for instance `x = 5`.",
        {
            "number": (
                "After `{word}` I expected a condition, but this is {found}.",
                "Compare the value with something, for instance `x > 0`.",
            )
        },
    ),
    "Q4008": Entry(
        "Before `times` I expected an integer, but this is {found}.",
        "Write an integer such as 3, or use `cast(integer, ...)`.",
    ),
    "Q4009": Entry(
        "After `{word}` I expected a condition, but this is {found}.",
        "A condition is true or false, for instance `x < 10`.",
        {
            "number": (
                "After `{word}` I expected a condition, but this is {found}.",
                "Compare the value with something, for instance `x < 10`. "
                "To repeat so many times, write `repeat 10 times`.",
            )
        },
    ),
    "Q4010": Entry(
        "`{word}` cannot show an object of the class {type}.",
        "Call an action of the object that gives a text or a number.",
        {
            "undefined": (
                "`{word}` cannot show `undefined`.",
                "Write a text, a number or a variable.",
            )
        },
    ),
    "Q4011": Entry(
        "I cannot turn {found} into {expected}.",
        "`cast` goes between integer, number and text, and from text to boolean.",
        {
            "object": (
                "I cannot turn an object of the class {found} into {expected}.",
                "Call an action of the object that gives {expected}.",
            )
        },
    ),
    "Q4012": Entry(
        "This {found} can never be a {expected}: the two classes have nothing in common.",
        "After `is` stands a class that inherits from {found}.",
        {
            "primitive": (
                "`is` asks for the class of an object, but this is {found}.",
                "Compare a value with `=`.",
            )
        },
    ),
    "Q4013": Entry(
        "The action `{name}` gives no result, so it cannot be used as a value.",
        "Call it in a line of its own, or write `returns` and a type after its name.",
        {
            "chain": (
                "The action before this gives no result, so nothing can follow it.",
                "Call the two actions in two lines.",
            )
        },
    ),
    "Q4014": Entry(
        "The action `{name}` returns {expected}, but this value is {found}.",
        "Return a value of the type {expected}.",
        {
            "to_text": (
                "The action `{name}` returns {expected}, but this value is {found}.",
                "Turn the value into a text: `cast(text, ...)`.",
            ),
            "from_text": (
                "The action `{name}` returns {expected}, but this value is a text.",
                "Turn the text into a value: `cast({expected}, ...)`.",
            ),
            "truncate": (
                "The action `{name}` returns {expected}, but this value is a number with a point.",
                "Write `returns number`, or drop the decimals: `cast(integer, ...)`.",
            ),
            "box": (
                "The action `{name}` returns an object of the class {expected}, "
                "but this value is {found}.",
                "Write `cast({expected}, ...)`, if the class can hold such a value.",
            ),
            "unbox": (
                "The action `{name}` returns {expected}, "
                "but this value is an object of the class {found}.",
                "Call an action of the object that gives {expected}.",
            ),
            "undefined": (
                "The action `{name}` returns {expected}, so it cannot return `undefined`.",
                "Return a value of the type {expected}.",
            ),
        },
    ),
    "Q4015": Entry(
        "The action `{name}` must return {expected}, so `return now` is not enough.",
        "Write `return` and a value.",
    ),
    "Q4016": Entry(
        "The action `{name}` returns nothing, but here it returns {found}.",
        "Write `returns {found}` after the parameters of the action, or write `return now`.",
    ),
    "Q4017": Entry(
        "`alert` needs a text or an error, but this is {found}.",
        'Write a text between quotes, for instance alert("Too far!").',
    ),
    "Q4018": Entry(
        "A value of the type {type} has no field `{name}`.",
        "Perhaps you mean an action: `{name}()`.",
    ),
    "Q4019": Entry(
        "`{name}` belongs to objects and cannot be called on a plain {type}.",
        "Use the value itself; to change it, write `=`.",
    ),
    "Q4020": Entry(
        "I cannot call `{name}` on `undefined`.",
        "Call the action on an object.",
    ),
    "Q4021": Entry(
        "`input` needs a text to show, but this is {found}.",
        "Write a question between quotes.",
    ),
    "Q4022": Entry(
        "The class `{name}` needs {expected} types between `<` and `>`, but I found {found}.",
        "Write one type for each, for instance `{name}<integer>`.",
        {
            "none": (
                "The class `{name}` takes no types between `<` and `>`.",
                "Write `{name}` alone.",
            ),
            "raw": (
                "I do not know what kind of values this `{name}` holds.",
                "Write the type where it is declared, for instance `{name}<integer>`.",
            ),
        },
    ),
    "Q4023": Entry(
        "I cannot make an object of the type `{type}`: it stands for any class.",
        "Write `{type} {name} = undefined`.",
    ),
}
