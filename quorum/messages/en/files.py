"""Files that cannot be read."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
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
}
