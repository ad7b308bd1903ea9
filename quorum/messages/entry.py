"""One message of a catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Entry:
    """What is wrong, what to write instead, and other wordings of both by variant name.

    The message is empty where every mistake of this kind has a variant.
    """

    message: str = ""
    hint: str = ""
    variants: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def wordings(self) -> Mapping[str, tuple[str, str]]:
        """All wordings by variant name; the plain one, if there is one, has the name ""."""
        plain = {"": (self.message, self.hint)} if self.message else {}
        return {**plain, **self.variants}
