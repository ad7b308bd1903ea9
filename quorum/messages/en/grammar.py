"""The order of the words."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
    "Q2001": Entry(
        "I wanted to read the program, but it is empty.",
        'Begin with a statement, for instance `output "Hello"`.',
    ),
    "Q2002": Entry(
        "I was reading {block_word} of line {line}, but I did not find its `end`.",
        "Write `end` after line {last_line}, as far to the left as `{opening}`.",
        {
            "else_if": (
                "I found `else if`: this begins a second `if`, and one `end` is missing.",
                "Write `elseif` in one word.",
            )
        },
    ),
    "Q2003": Entry(
        "I found `{word}`, but I did not expect it here.",
        "Remove it, or look at what stands just before it: perhaps something is missing there.",
        {
            "end": (
                "I found an `end` that closes nothing: every block is closed already.",
                "Remove this `end`, or look for the `if`, `repeat` or `action` that is missing.",
            ),
            "else": (
                "I found an `else`, but no `if` that it belongs to.",
                "Write an `if` before it, or look for an `end` too many just before it.",
            ),
            "elseif": (
                "I found an `elseif`, but no `if` that it belongs to.",
                "Begin with `if`, or look for an `end` too many just before it.",
            ),
            "detect": (
                "I found a `detect`, but no `check` that it belongs to.",
                "Begin with `check`, or look for an `end` too many just before it.",
            ),
            "always": (
                "I found an `always`, but no `check` that it belongs to.",
                "Begin with `check`, or look for an `end` too many just before it.",
            ),
            "times": (
                "I found `times`, but no `repeat` before it.",
                "A loop is written like this: `repeat 3 times`.",
            ),
            "parenthesis": (
                "I found a `)`, but not the `(` that belongs to it.",
                "Remove it, or write the `(` that opens.",
            ),
            "before_type": (
                "I found the word `{word}` before a type, but I do not need it.",
                "Remove `{word}`.",
            ),
            "before_class": (
                "I found `{word}` in front of a class, but every class can be used by all others.",
                "Remove `{word}`; it is for fields and actions.",
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
        "I found `{name}` as the name of {role_word}, but it is a word of Quorum itself.",
        "Choose another name, for instance `{better}`.",
    ),
    "Q2007": Entry(
        "I was reading a statement, but I know none that begins with `{name}`.",
        "A statement is for instance `output ...`, `x = ...` or `robot:Move()`.",
        {
            "near": (
                "I was reading a statement, but I do not know the word `{name}`.",
                "Did you mean `{better}`?",
            ),
            "alone": (
                "I found `{name}` alone, but that does not tell me what to do.",
                "To call an action, write `{name}()`. To change a variable, write `{name} = ...`.",
            ),
        },
    ),
    "Q2008": Entry(
        variants={
            "value": (
                "I found {found_word}: this is a value, but nothing tells me what to do with it.",
                "Say what to do with the value, for instance `output ...` or `x = ...`.",
            ),
            "me": (
                "I found `me` alone, but that does not tell me what to do.",
                "Write what to do with the object, for instance `me:x = 5`.",
            ),
            "parent": (
                "I found `parent` in the middle of a chain, but I can only read it at the front.",
                "Put the object into a variable, then write `variable:parent:Class:Action()`.",
            ),
            "me_parent": (
                "I found `me:` in front of `parent:`, but `parent:` means this object already.",
                "Remove `me:` and begin with `parent:`.",
            ),
        },
    ),
    "Q2009": Entry(
        "I was reading what is inside this parenthesis, but I found {found_word} before its `)`.",
        "Write `)` where the parenthesis ends.",
    ),
    "Q2010": Entry(
        "I expected `{symbol}` {place_word}, but I found {found_word}.",
        "Write `{symbol}` there.",
        {
            "create": (
                "I found a word in front of `on create`, but `on create` always stands alone: "
                "it runs by itself when an object is made.",
                "Remove what stands in front of `on create`.",
            ),
            "access": (
                "I expected `action` here, but I found {found_word}.",
                "Write {found_word} first, then `blueprint` or `system`, then `action`.",
            ),
        },
    ),
    "Q2011": Entry(
        variants={
            "then": (
                "I found `{word}`, but I do not need it: "
                "the block begins right after the condition.",
                "Remove `{word}`.",
            ),
            "colon": (
                "I found a `:` at the end of the line, but I do not need it.",
                "Remove the `:`. The block ends with the word `end`.",
            ),
            "end": (
                "I found `{word}`, but `end` alone is enough for me.",
                "Write `end` instead of `{word}`.",
            ),
            "while": (
                "I found a loop that begins with `{word}`, but I expected `repeat` before it.",
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
                "I was reading a loop, but I do not know how often to repeat.",
                "Write for instance `repeat 3 times` or `repeat while x < 10`.",
            )
        },
    ),
    "Q2013": Entry(
        variants={
            "for": (
                "I found `{word}`, but in Quorum a loop begins with `repeat`.",
                "Write `repeat 10 times`, or `repeat while i < 10` with a variable that counts.",
            ),
            "while": (
                "I found `{word}`, but in Quorum such a loop begins with `repeat while`.",
                "Write `repeat while` and a condition.",
            ),
            "function": (
                "I found `{word}`, but in Quorum an action begins with the word `action`.",
                "Write `action Name(integer x)`, the statements, and `end`.",
            ),
            "switch": (
                "I found `{word}`, but in Quorum I choose with `if`.",
                "Write `if`, `elseif` and `else`.",
            ),
            "import": (
                "I found `{word}`, but in Quorum the word `use` brings a library.",
                "Write `use` and the name of the library at the top of the program.",
            ),
            "break": (
                "I found `{word}`, but in Quorum a loop ends only by its condition.",
                "Write the condition after `repeat while` or `repeat until`.",
            ),
            "pass": (
                "I found `{word}`, but I do not need it: a block may be empty.",
                "Remove `{word}`.",
            ),
        },
    ),
    "Q2014": Entry(
        variants={
            "statements": (
                "I found an action, but the program has begun with statements.",
                "Put the statements into `action Main ... end`, then both go together.",
            ),
            "actions": (
                "I found a statement outside of the actions.",
                "Put it into `action Main ... end`.",
            ),
            "class": (
                "I found a class, but the file has begun with something else.",
                "Put the class into a file of its own, or put everything into the class.",
            ),
        },
    ),
    "Q2015": Entry(
        "I found a second class here, but one file holds one class.",
        "Put the second class into a file of its own.",
    ),
    "Q2016": Entry(
        "I had read the class to its end, but then I found {found_word}.",
        "Put everything between `class` and its `end`.",
    ),
    "Q2017": Entry(
        "I was reading the integer {text}, but it is too big: 2147483647 is the largest one.",
        "Write a smaller integer, or a number with a point such as `{text}.0`.",
        {
            "smallest": (
                "I was reading 2147483648 before its minus sign, and that is too big.",
                "Write `-2147483647 - 1`.",
            )
        },
    ),
    "Q2018": Entry(
        "I was reading the name `{name}`, but a name cannot end with `_`.",
        "Write `{better}`.",
        {
            "file": (
                "I named the program after its file, `{name}`, but a name cannot end with `_`.",
                "Rename the file, for instance to `{better}`.",
            )
        },
    ),
    "Q2019": Entry(
        "I was reading a comparison, but then I found a second `{operator}`.",
        "Compare one after the other and join both with `and`, for instance `(a = b) and (b = c)`.",
        {
            "is": (
                "I was reading a test with `is`, but after the class I found an operator.",
                "Put parentheses around the test, for instance `(a is Block) and b`.",
            )
        },
    ),
    "Q2020": Entry(
        "I found `{first}` directly before `{second}`, but I can read only one of them at a time.",
        "Use parentheses, for instance `{first} ({second} x)`.",
    ),
    "Q2021": Entry(
        "After `return` I expected a value or the word `now`.",
        "Write `return now` to leave the action, or `return` and the result.",
    ),
    "Q2022": Entry(
        "I was reading a `check`, but I found neither `detect` nor `always` in it.",
        "Write `detect e` and what to do when something goes wrong, before the `end`.",
    ),
    "Q2023": Entry(
        "I found a statement in the class, but outside of its actions.",
        "In a class there are only variables and actions: put the statement into an action.",
    ),
    "Q2024": Entry(
        "I found the value `{text}`, but nothing tells me what to do with it.",
        "To call an action, write `{text}()`. To change the value, write `{text} = ...`.",
    ),
    "Q2025": Entry(
        "I was to change `{text}`, but that is too many steps away for me.",
        "Put the object into a variable first, then write `variable:field = ...`.",
    ),
    "Q2026": Entry(
        "I found this `{word}` line too late: I expected it before the first statement.",
        "Move it to the top of the program.",
        {
            "twice": (
                "I found a second `package` line.",
                "Keep only one `package` line.",
            ),
            "sides": (
                "I found `use` lines before and behind the `package` line.",
                "Move the `package` line to the top, before all `use` lines.",
            ),
        },
    ),
    "Q2027": Entry(
        "I found more than {limit} parentheses inside each other, and I cannot follow any deeper.",
        "Put a part of it into a variable first.",
        {
            "block": (
                "I found too many blocks inside each other, and I cannot follow any deeper.",
                "Move the inner blocks into an action of their own.",
            ),
            "branches": (
                "I found more than {limit} branches in one `if`, and I cannot follow any further.",
                "Put some of them into an action of their own.",
            ),
        },
    ),
    "Q2028": Entry(
        "I was reading the number `{text}`, but I found a comma where I expected a point.",
        "Write `{better}`.",
    ),
    "Q2029": Entry(
        "I was reading `{name}`, but a name cannot begin with a digit.",
        "Begin with a letter, for instance `{better}`.",
    ),
    "Q2030": Entry(
        "I was reading `{text}`, but I expected a colon between an object and its action.",
        "Write `{better}`.",
    ),
    "Q2031": Entry(
        variants={
            "index": (
                "I found square brackets, but in Quorum an action gives one of the values.",
                "Write for instance `names:Get(0)`.",
            ),
            "literal": (
                "I found a list between square brackets, but in Quorum "
                "the values go into an array one by one.",
                "Write `use Libraries.Containers.Array` at the top, then `Array<integer> list` "
                "and for instance `list:Add(5)`.",
            ),
        },
    ),
    "Q2032": Entry(
        "I expected a type, but I found {found_word}.",
        "A type is `integer`, `number`, `text`, `boolean` or the name of a class.",
        {
            "undefined": (
                "I expected a type, but `undefined` is a value.",
                "Write `integer`, `number`, `text`, `boolean` or the name of a class.",
            ),
            "constant": (
                "I expected a type before the name, but I found {found_word}.",
                "Write the type too, for instance `constant integer x = 5`.",
            ),
            "parameter": (
                "I was reading the parameter `{name}`, but I did not find its type.",
                "Write its type before it, for instance `integer {name}`.",
            ),
        },
    ),
    "Q2033": Entry(
        "I do not know `{name}`: small and capital letters are different in Quorum.",
        "Write `{better}`.",
    ),
    "Q2034": Entry(
        "I found a sign that counts `{name}` up or down, but Quorum does not have it.",
        "Write `{better}`.",
    ),
    "Q2035": Entry(
        "I was reading an action, but I did not find its name.",
        "Write its name after `action`, for instance `action Main`.",
    ),
    "Q2037": Entry(
        "I was to put a value into `{text}`, but that is the result of an action.",
        "Write a variable on the left of `=`.",
    ),
}
