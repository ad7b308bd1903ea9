"""Files that cannot be read."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
    "Q0001": Entry(
        "I was reading `{file}`, but here I found something that is not text.",
        "Open your program in a text editor and save it as plain text.",
    ),
    "Q0002": Entry(
        "I was reading `{file}`, but I cannot make out this character: "
        "the file is not saved as UTF-8.",
        'Open the file in your editor and save it again with the encoding "UTF-8".',
        {
            "utf16": (
                "I was reading `{file}`, but it is saved as UTF-16 and I read UTF-8.",
                'Open the file in your editor and save it again with the encoding "UTF-8".',
            )
        },
    ),
    "Q0003": Entry(
        "I expected a program to read, but I was given no file.",
        "Give me at least one file.",
    ),
    "Q0004": Entry(
        "I wanted to read `{file}`, but I cannot open it.",
        "Check the name of the file and the folder it is in.",
    ),
    "Q0005": Entry(
        "I was reading `{file}`, but it has more than {limit} characters, and I stop there.",
        "Put parts of it into classes, each in a file of its own.",
    ),
}
