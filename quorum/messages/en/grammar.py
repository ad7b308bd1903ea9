"""The order of the words."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
    "Q2001": Entry(
        "The program is empty.",
        'Begin with a statement, for instance: output "Hello"',
    ),
    "Q2002": Entry(
        "I was reading {block_word} of line {line} and did not find its `end`.",
        "Write `end` after line {last_line}, as far to the left as `{opening}`.",
        {
            "else_if": (
                "`else if` begins a second `if`, and an `end` is missing.",
                "Write `elseif` in one word.",
            )
        },
    ),
    "Q2003": Entry(
        "I did not expect `{word}` here.",
        "Look at what stands just before it: perhaps something is missing there.",
        {
            "end": (
                "This `end` closes nothing: every block is closed already.",
                "Remove this `end`, or look for the `if`, `repeat` or `action` that is missing.",
            ),
            "else": (
                "This `else` belongs to no `if`.",
                "Remove the `else`, or check that no `end` stands before it.",
            ),
            "elseif": (
                "This `elseif` belongs to no `if`.",
                "Begin with `if`, or check that no `end` stands before it.",
            ),
            "detect": (
                "This `detect` belongs to no `check`.",
                "Begin with `check`, or check that no `end` stands before it.",
            ),
            "always": (
                "This `always` belongs to no `check`.",
                "Begin with `check`, or check that no `end` stands before it.",
            ),
            "times": (
                "I found `times` without `repeat`.",
                "A loop looks like this: repeat 3 times",
            ),
            "parenthesis": (
                "This closing parenthesis has no partner.",
                "Remove it, or write the opening parenthesis `(`.",
            ),
            "before_type": (
                "I do not know the word `{word}` before a type.",
                "Remove `{word}`.",
            ),
        },
    ),
    "Q2004": Entry(
        "After `{before}` I expected a value, but I found {found_word}.",
        "Write a value there: a number, a text between quotes, a variable or a call.",
    ),
    "Q2005": Entry(
        "I expected the name of {role_word}, but I found {found_word}.",
        "A name begins with a letter, for instance `score`.",
    ),
    "Q2006": Entry(
        "`{name}` is a word of Quorum itself, so it cannot be the name of {role_word}.",
        "Choose another name, for instance `my{name}`.",
    ),
    "Q2007": Entry(
        "I do not know a statement that begins with `{name}`.",
        "A statement is for instance `output ...`, `x = ...` or `robot:Move()`.",
        {
            "near": (
                "I do not know the word `{name}`.",
                "Did you mean `{better}`?",
            ),
            "alone": (
                "`{name}` alone is no statement.",
                "To call an action, write `{name}()`. To change a variable, write `{name} = ...`.",
            ),
        },
    ),
    "Q2008": Entry(
        "I expected a statement here, but I found {found_word}.",
        "A statement says what to do, for instance `output ...` or `x = ...`.",
        {
            "value": (
                "This is a value, but no statement: I found {found_word}.",
                "Say what to do with the value, for instance `output ...` or `x = ...`.",
            ),
            "me": (
                "`me` alone is no statement.",
                "Write what to do with the object, for instance `me:x = 5`.",
            ),
            "parent": (
                "`parent` cannot stand in the middle of a chain.",
                "Put the object into a variable, then write `variable:parent:Class:Action()`.",
            ),
        },
    ),
    "Q2009": Entry(
        "I did not find the `)` that closes this parenthesis; I found {found_word} instead.",
        "Write `)` where the parenthesis ends.",
    ),
    "Q2010": Entry(
        "I expected `{symbol}` {place_word}, but I found {found_word}.",
        "Write `{symbol}` there.",
    ),
    "Q2011": Entry(
        "I do not need the word `{word}` here.",
        "Remove `{word}`.",
        {
            "then": (
                "In Quorum there is no `{word}`.",
                "Remove `{word}`: the block begins right after the condition.",
            ),
            "colon": (
                "No `:` stands at the end of a line in Quorum.",
                "Remove the `:`. The block ends with `end`.",
            ),
            "end": (
                "`end` alone is enough.",
                "Write `end` instead of `{word}`.",
            ),
            "while": (
                "A loop does not begin with `{word}` in Quorum.",
                "Write `repeat {word}`.",
            ),
        },
    ),
    "Q2012": Entry(
        "I was reading the loop `repeat {text}` and expected the word `times`, "
        "but I found {found_word}.",
        "Write `repeat {text} times`, or `repeat while` with a condition.",
        {
            "count": (
                "I do not know how often to repeat.",
                "Write for instance `repeat 3 times` or `repeat while x < 10`.",
            )
        },
    ),
    "Q2013": Entry(
        "`{word}` belongs to another language.",
        "",
        {
            "for": (
                "There is no `{word}` loop in Quorum.",
                "Write `repeat 10 times`, or `repeat while i < 10` with a variable that counts.",
            ),
            "while": (
                "There is no `{word}` in Quorum.",
                "Write `repeat while` and a condition.",
            ),
            "function": (
                "`{word}` begins no action in Quorum.",
                "Write `action Name(integer x)`, the statements, and `end`.",
            ),
            "switch": (
                "There is no `{word}` in Quorum.",
                "Write `if`, `elseif` and `else`.",
            ),
            "import": (
                "There is no `{word}` in Quorum.",
                "Write `use` and the name of the library at the top of the program.",
            ),
            "break": (
                "There is no `{word}` in Quorum: a loop ends by its condition.",
                "Write the condition after `repeat while` or `repeat until`.",
            ),
            "pass": (
                "There is no `{word}` in Quorum: a block may be empty.",
                "Remove `{word}`.",
            ),
        },
    ),
    "Q2014": Entry(
        "A program has either statements or actions, not both.",
        "Put the statements into `action Main ... end`.",
        {
            "statements": (
                "An action begins here, but the program has begun with statements.",
                "Put the statements into `action Main ... end`, then both go together.",
            ),
            "actions": (
                "This statement stands outside of the actions.",
                "Put it into `action Main ... end`.",
            ),
            "class": (
                "A class begins here, but the file has begun with something else.",
                "Put the class into a file of its own, or put everything into the class.",
            ),
        },
    ),
    "Q2015": Entry(
        "One file holds one class, and here begins a second one.",
        "Put the second class into a file of its own.",
    ),
    "Q2016": Entry(
        "The class is over, but then I found {found_word}.",
        "Everything belongs between `class` and its `end`.",
    ),
    "Q2017": Entry(
        "The integer {text} is too big: 2147483647 is the largest one.",
        "Write a smaller integer, or a number with a point such as `{text}.0`.",
        {
            "smallest": (
                "I read the integer before its minus sign, and 2147483648 is too big.",
                "Write `-2147483647 - 1`.",
            )
        },
    ),
    "Q2018": Entry(
        "The name `{name}` ends with `_`, which is not allowed.",
        "Write `{better}`.",
        {
            "file": (
                "The program is named like its file, and the name `{name}` ends with `_`.",
                "Rename the file, for instance to `{better}`.",
            )
        },
    ),
    "Q2019": Entry(
        "I cannot compare twice in a row with `{operator}`.",
        "Use `and` and parentheses, for instance `(a = b) and (b = c)`.",
        {
            "is": (
                "After `is` and a class I expected no operator.",
                "Put parentheses around the test, for instance `(a is Block) and b`.",
            )
        },
    ),
    "Q2020": Entry(
        "`{first}` and `{second}` cannot stand one after the other.",
        "Use parentheses, for instance `{first} ({second} x)`.",
    ),
    "Q2021": Entry(
        "After `return` I expected a value or the word `now`.",
        "Write `return now` to leave the action, or `return` and the result.",
    ),
    "Q2022": Entry(
        "This `check` has neither `detect` nor `always`.",
        "Write `detect e` and what to do when something goes wrong, before the `end`.",
    ),
    "Q2023": Entry(
        "This statement stands in the class, but outside of its actions.",
        "In a class there are only variables and actions: put the statement into an action.",
    ),
    "Q2024": Entry(
        "`{text}` is a value, but no statement.",
        "To call an action, write `{text}()`. To change the value, write `{text} = ...`.",
    ),
    "Q2025": Entry(
        "I cannot change `{text}`: there are too many steps before the `=`.",
        "Put the object into a variable first, then write `variable:field = ...`.",
    ),
    "Q2026": Entry(
        "The `{word}` line comes too late.",
        "Write all `use` lines at the top of the program.",
        {
            "twice": (
                "This is a second `package` line.",
                "Keep only one `package` line.",
            )
        },
    ),
    "Q2027": Entry(
        "There are too many parentheses inside each other: I follow at most {limit}.",
        "Put a part of it into a variable first.",
        {
            "block": (
                "Too many blocks stand inside each other.",
                "Move the inner blocks into an action of their own.",
            )
        },
    ),
    "Q2028": Entry(
        "I was reading the number `{text}`: a number is written with a point, not with a comma.",
        "Write `{better}`.",
    ),
    "Q2029": Entry(
        "I was reading `{name}`, but a name cannot begin with a digit.",
        "Begin with a letter, for instance `{better}`.",
    ),
    "Q2030": Entry(
        "I was reading `{text}`: in Quorum, a colon stands between an object and its action.",
        "Write `{better}`.",
    ),
    "Q2031": Entry(
        "Square brackets are not used in Quorum.",
        "",
        {
            "index": (
                "I cannot read an element with square brackets.",
                "Call an action, for instance `names:Get(0)`.",
            ),
            "literal": (
                "I cannot read a list between square brackets.",
                "Use Libraries.Containers.Array and add the values one by one.",
            ),
        },
    ),
    "Q2032": Entry(
        "I expected a type, but I found {found_word}.",
        "A type is `integer`, `number`, `text`, `boolean` or the name of a class.",
        {
            "undefined": (
                "`undefined` is a value, but no type.",
                "Write `integer`, `number`, `text`, `boolean` or the name of a class.",
            ),
            "constant": (
                "Before the name I expected a type, but I found {found_word}.",
                "Write the type too, for instance `constant integer x = 5`.",
            ),
            "parameter": (
                "The parameter `{name}` has no type.",
                "Write its type before it, for instance `integer {name}`.",
            ),
        },
    ),
    "Q2033": Entry(
        "I do not know `{name}`: small and capital letters are different in Quorum.",
        "Write `{better}`.",
    ),
    "Q2034": Entry(
        "I cannot count `{name}` up or down this way.",
        "Write `{better}`.",
    ),
    "Q2035": Entry(
        "I was reading an action, but it has no name.",
        "Write its name after `action`, for instance `action Main`.",
    ),
    "Q2037": Entry(
        "I cannot put a value into `{text}`: it is the result of an action.",
        "On the left of `=` stands a variable.",
    ),
}
