"""Advice about a program that can run all the same: never blame, always something to do."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
    # Without effect, or with another one than it seems
    "Q7001": Entry(
        "I store a value in `{name}`, but nothing reads it.",
        "Use `{name}` further down, or delete this line.",
        {
            "object": (
                "I create the object `{name}`, but nothing uses it.",
                "Call one of its actions, or delete this line.",
            ),
            "changed": (
                "I change `{name}`, but nothing ever looks at its value.",
                "Use it, for instance with `output {name}`, or delete the lines that change it.",
            ),
            "call": (
                "I keep what `{action}` gives me in `{name}`, but nothing reads it.",
                "Use `{name}` further down, or write only the call.",
            ),
            "quoted": (
                'Nothing reads the variable `{name}`. In line {line} I found `"{name}"` between '
                "quotes: that is a text, not the variable.",
                "If you mean the variable there, write `{name}` without quotes.",
            ),
        },
    ),
    "Q7002": Entry(
        "Nothing reads the field `{name}` of the class `{class_name}`.",
        "Use it in an action of the class, or delete this line.",
        {
            "object": (
                "I create the object `{name}` for each `{class_name}`, but nothing uses it.",
                "Call one of its actions, or delete this line.",
            )
        },
    ),
    "Q7003": Entry(
        "I give `{name}` the value that it has already.",
        "Write another value on the right side of `=`, or delete this line.",
        {
            "field": (
                "Both times `{name}` is the parameter here, so the field `{name}` keeps its old "
                "value.",
                "Write `me:{name} = {name}`.",
            )
        },
    ),
    "Q7004": Entry(
        "`{action}` gives a value and changes nothing; here nobody takes the value.",
        "Put it into a variable, or show it: `{better}`.",
        {
            "same": (
                "`{action}` does not change `{name}`: it gives a new value, and here nobody takes "
                "it.",
                "Write `{better}`.",
            )
        },
    ),
    "Q7005": Entry(
        "I divide an integer by an integer here. The result is an integer again: what comes after "
        "the point is lost.",
        "To keep it, make one of the two a number first, with `cast(number, …)`.",
        {
            "literal": (
                "I divide an integer by an integer here. The result is an integer again: what "
                "comes after the point is lost.",
                "To keep it, write `{better}`.",
            )
        },
    ),
    "Q7006": Entry(
        "This condition is always true, so its block always runs.",
        "Compare with a variable that changes, or write the block without `if`.",
        {
            "false": (
                "This condition is never true, so its block never runs.",
                "Compare with a variable that changes.",
            ),
            "never": (
                "This loop does not run even once.",
                "Write how often, for instance `repeat 10 times`, or another condition.",
            ),
        },
    ),
    # Without end or pause
    "Q7101": Entry(
        "Nothing ends this loop: it goes on until the board is stopped.",
        "If it should end by itself, write for instance `repeat 100 times`, or `repeat until` with "
        "a condition that becomes true one day.",
        {
            "no_pause": (
                "Nothing ends this loop and nothing in it waits: it turns as fast as it can until "
                "the board is stopped.",
                "Wait a little at each turn, for instance with `timer:Sleep(100)`, and say when it "
                "should end.",
            )
        },
    ),
    "Q7102": Entry(
        "The condition of this loop depends on `{names}`, and nothing in the loop changes that: "
        "once it has begun, it never ends.",
        "Change `{name}` inside the loop.",
    ),
    "Q7103": Entry(
        "This loop writes at each turn and never waits: so many lines arrive that nobody can read "
        "them.",
        "Wait a little at each turn, for instance with `timer:Sleep(100)`.",
    ),
    "Q7104": Entry(
        "Whenever `{name}` begins, it calls itself again, so it never comes to its end.",
        "Put this call into an `if` whose condition is false one day.",
    ),
    # Parts that the board lacks, and what is too much for it
    "Q7201": Entry(
        variants={
            "screen": (
                "There is no screen on {board_word}: drawing on `{name}` stops the program with an "
                "error.",
                "Show what matters with `output`.",
            ),
            "lights": (
                "There are no lights on {board_word}: using `{name}` stops the program with an "
                "error.",
                "Show what matters with `output`.",
            ),
            "buttons": (
                "There are no buttons on {board_word}: asking `{name}` stops the program with an "
                "error.",
                "Let the camera or the time decide what happens next.",
            ),
            "sound": (
                "There is no loudspeaker on {board_word}: playing on `{name}` stops the program "
                "with an error.",
                "Show what matters with `output`.",
            ),
            "motion": (
                "There is no motion sensor on {board_word}: asking `{name}` stops the program with "
                "an error.",
                "Use another part of the robot, or put the question into `check` and `detect`.",
            ),
            "battery": (
                "There is no battery on {board_word}: asking `{name}` stops the program with an "
                "error.",
                "Put the question into `check` and `detect`.",
            ),
        }
    ),
    "Q7202": Entry(
        "There is no keyboard on {board_word}: here the program stops with an error.",
        "Use the buttons of the board, or write the value into the program.",
    ),
    "Q7203": Entry(
        "This text alone takes {size} KB; {board_word} has about {heap} KB of memory for "
        "everything.",
        "Make it shorter, or put it together while the program runs.",
        {
            "array": (
                "This array alone takes {size} KB; {board_word} has about {heap} KB of memory for "
                "everything.",
                "Make the array smaller.",
            )
        },
    ),
    "Q7204": Entry(
        "With its libraries, this program needs about {needed} KB of memory; {board_word} has "
        "about {heap} KB.",
        "Make it shorter: put what repeats into actions, and use fewer libraries.",
    ),
    "Q7205": Entry(
        "As MicroPython this program is {size} KB long: it takes about {seconds} seconds to reach "
        "{board_word}.",
        "Put what repeats into actions or loops; then it starts sooner.",
    ),
    "Q7206": Entry(
        "A number has only about 7 digits on {board_word}: there `{written}` becomes `{stored}`.",
        "Count big things with an `integer`, or use smaller units.",
    ),
}
