"""What the board cannot do, and mistakes of the platform itself."""

from __future__ import annotations

from quorum.messages.entry import Entry

ENTRIES = {
    # Honest limits
    "Q6003": Entry(
        "I was reading this expression, but it is too long for me to follow.",
        "Put a part of it into a variable first.",
    ),
    # The platform
    "Q9001": Entry(
        "I made a mistake myself while reading your program. It is not your fault.",
        "Tell your teacher. You can also try to write the last change in another way.",
    ),
}
