"""What the board cannot do, and mistakes of the platform itself."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
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
