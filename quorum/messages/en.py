"""English. First person, short, kind; the text is read aloud as often as it is read."""

from __future__ import annotations

from quorum.messages.entry import Entry

WORDS = {
    # what was found
    "end_of_file": "the end of the program",
    # characters that cannot be seen
    "no_break_space": "a no-break space",
    "zero_width": "a character without width",
    "soft_hyphen": "a soft hyphen",
    "line_separator": "a line end of another kind",
    "form_feed": "a form feed",
    "control_character": "a control character",
    "odd_space": "a space of another width",
    # blocks that need an `end`
    "block_if": "the `if`",
    "block_repeat": "the loop",
    "block_check": "the `check`",
    "block_action": "the action",
    "block_class": "the class",
    "block_on": "the `on create`",
    # what a name is for
    "variable": "a variable",
    "class": "a class",
    "action": "an action",
    "parameter": "a parameter",
    "member": "a field or an action",
    "type_parameter": "a type parameter",
    "detect": "the caught error",
    "package": "a package",
    "use": "a class of a library",
    "value": "a value",
    # places
    "after_cast": "after `cast`",
    "inside_cast": "between the type and the value of `cast`",
    "after_input": "after `input`",
    "after_alert": "after `alert`",
    "after_parent": "after `parent`",
    "after_parent_class": "after the name of the parent",
    "type_arguments": "after the types in `<` and `>`",
    "type_arguments_blank": "with a space between `>` and `=`",
    "after_shared": "here",
    "before_action": "here",
    "after_on": "after `on`",
}

ENTRIES = {
    # Reading files
    "Q0001": Entry(
        "I cannot read {file}: it is not a text.",
        "Open your program in a text editor and save it as plain text.",
    ),
    "Q0002": Entry(
        "I cannot read {file}: here is a byte that is no UTF-8 text.",
        'Save the file with the encoding "UTF-8".',
        {
            "utf16": (
                "I cannot read {file}: it was saved as UTF-16.",
                'Save the file with the encoding "UTF-8".',
            )
        },
    ),
    "Q0003": Entry("I was given no program to read.", "Give me at least one file."),
    "Q0004": Entry(
        "I cannot open the file {file}.", "Check the name of the file and the folder it is in."
    ),
    # Characters
    "Q1001": Entry(
        "I do not know the character `{character}` here.",
        "Remove it, or write it inside a text between double quotes.",
    ),
    "Q1002": Entry(
        "I found the quote {character} of a word processor.",
        'Write the straight double quote " on both sides of a text.',
        {
            "single": (
                "I found the quote {character}, but texts stand between double quotes.",
                'Write the double quote " on both sides of a text.',
            )
        },
    ),
    "Q1003": Entry(
        "Here is {character_word} ({number}), which cannot be seen.",
        "Delete it and write an ordinary space if one is needed.",
    ),
    "Q1004": Entry(
        "The letter `{character}` in `{word}` comes from another alphabet; it only looks right.",
        "Write `{better}` again on your keyboard.",
        {
            "sign": (
                "I do not know the sign {character}.",
                "Write `{better}` instead.",
            )
        },
    ),
    "Q1005": Entry(
        "The name `{word}` contains the letter `{character}`, which I do not allow in names.",
        "Names have only the letters a to z and A to Z, digits and `_`: write `{better}`.",
        {
            "no_letters": (
                "I cannot read the name `{word}`: it has no letters from a to z.",
                "Names have only the letters a to z and A to Z, digits and `_`.",
            )
        },
    ),
    "Q1006": Entry(
        "I was reading the text that begins here and did not find its closing quote.",
        'Write " at the end of the text.',
    ),
    "Q1007": Entry(
        "I was reading the comment that begins here and did not find its end.",
        "Write `*/` where the comment ends.",
    ),
    "Q1008": Entry(
        "I was reading the number `{text}`, but a digit is missing beside the point.",
        "Write `{better}`.",
    ),
    "Q1009": Entry(
        "I cannot read the number `{text}`.",
        "A number with an exponent looks like `1.0e3`.",
        {
            "better": (
                "I cannot read the number `{text}`: before the `e` it needs a point.",
                "Write `{better}`.",
            )
        },
    ),
    "Q1010": Entry(
        "`{operator}` belongs to another language.",
        "In Quorum, write `{better}`.",
        {
            "combined": (
                "`{operator}` belongs to another language.",
                "In Quorum, write the whole assignment: `{better}`.",
            ),
            "power": (
                "I do not know the operator `**`.",
                "Use Libraries.Compute.Math and call its action RaiseToPower.",
            ),
        },
    ),
    "Q1011": Entry(
        "`#` begins no comment in Quorum.",
        "Begin a comment with `//`.",
    ),
    "Q1012": Entry(
        "I need no `;` in Quorum.",
        "Remove the `;`: the end of a statement needs no sign.",
    ),
    "Q1013": Entry(
        "Blocks do not stand between braces in Quorum.",
        "Leave out the opening brace, and write `end` instead of the closing one.",
    ),
    # Grammar
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
    # Names
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
    # Types
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
    # Classes and actions
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
    # Honest limits
    "Q6002": Entry(
        "I understand `input`, but the board has no keyboard.",
        "Use the buttons of the board, or write the value into the program.",
    ),
    "Q6003": Entry(
        "This expression is too long for me.",
        "Put a part of it into a variable first.",
    ),
    # The platform
    "Q9001": Entry(
        "I made a mistake myself while reading your program. It is not your fault.",
        "Tell your teacher. You can also try to write the last change in another way.",
    ),
}
