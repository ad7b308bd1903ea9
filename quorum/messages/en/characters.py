"""Characters, texts and numbers."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
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
}
