"""Characters, texts and numbers."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
    "Q1001": Entry(
        "I found the character `{character}`, and I do not know what it should do here.",
        "Remove it. To show it, write it inside a text between double quotes.",
    ),
    "Q1002": Entry(
        'I found {character}, the quote of a word processor; I expected the straight quote ".',
        'Write the straight double quote " on both sides of the text.',
        {
            "single": (
                'I found {character}; around a text I expected the double quote ".',
                'Write the straight double quote " on both sides of the text.',
            )
        },
    ),
    "Q1003": Entry(
        "I found {character_word} here ({number}). It cannot be seen, but I stumble over it.",
        "Delete it, and type an ordinary space if one is needed.",
    ),
    "Q1004": Entry(
        "I was reading `{word}`: its letter `{character}` comes from another alphabet "
        "and only looks right.",
        "Type `{better}` again on your keyboard.",
        {
            "sign": (
                "I found the sign {character}, which Quorum does not have.",
                "Write `{better}` instead.",
            )
        },
    ),
    "Q1005": Entry(
        "I was reading the name `{word}`, but I found the letter `{character}` in it: "
        "names have only the letters a to z.",
        "Write `{better}`. Letters from a to z and A to Z, digits and `_` are fine; "
        "accents are not.",
        {
            "no_letters": (
                "I was reading the name `{word}`, but I found no letter from a to z in it.",
                "Choose a name with letters from a to z, for instance `score`.",
            )
        },
    ),
    "Q1006": Entry(
        "I was reading the text that begins here, but I did not find its closing quote.",
        'Write " at the end of the text.',
    ),
    "Q1007": Entry(
        "I was reading the comment that begins here, but I did not find its end.",
        "Write `*/` where the comment ends.",
    ),
    "Q1008": Entry(
        "I was reading the number `{text}`, but I expected a digit on each side of the point.",
        "Write `{better}`.",
    ),
    "Q1009": Entry(
        "I was reading the number `{text}`, but I found no digits after the `e`.",
        "A number with an exponent is written for instance `1.0e3`.",
        {
            "better": (
                "I was reading the number `{text}`, but I expected a point before the `e`.",
                "Write `{better}`.",
            )
        },
    ),
    "Q1010": Entry(
        "I found `{operator}`, which belongs to another language.",
        "In Quorum, write `{better}`.",
        {
            "combined": (
                "I found `{operator}`, which belongs to another language.",
                "In Quorum, write it in full: `{better}`.",
            ),
            "power": (
                "I found `**`, but Quorum has no sign for powers.",
                "Write `use Libraries.Compute.Math` at the top, then `Math math` "
                "and for instance `math:RaiseToPower(2, 3)`.",
            ),
        },
    ),
    "Q1011": Entry(
        "I found `#`, but in Quorum a comment begins with `//`.",
        "Write `//` instead of `#`.",
    ),
    "Q1012": Entry(
        "I found `;`, but I do not need it: nothing marks the end of a statement in Quorum.",
        "Remove every `;` of the program.",
    ),
    "Q1013": Entry(
        "I found a curly brace, but in Quorum the word `end` closes a block.",
        "Remove the brace that opens, and write `end` instead of the one that closes.",
    ),
}
