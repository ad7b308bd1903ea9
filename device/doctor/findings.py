"""One line of an examination: what was looked at, whether it is good, and the words for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.formats import number_format

from device.doctor.words import SUBJECTS, WORDS
from device.problems import describe_problem
from missions.checks.camera import algorithm_in_words

# Values that are kept as a number or a code, and said in words.
_SPOKEN: Mapping[str, Callable[[Any], str]] = {
    "algorithm": algorithm_in_words,
    "problem": describe_problem,
}


@dataclass(frozen=True)
class Finding:
    """What the doctor says of one part. `case` names the sentence, `values` are its names."""

    subject: str  # "link", "firmware", "camera" ...
    case: str
    good: bool
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """What was looked at, in the active language."""
        return str(SUBJECTS[self.subject])

    @property
    def text(self) -> str:
        """What was found, or what to do, in the active language."""
        values = {name: _spoken(name, value) for name, value in self.values.items()}
        return str(WORDS[self.subject, self.case]) % values

    def to_json(self) -> dict[str, Any]:
        """The finding without words, for who reads it later in another language."""
        return {
            "subject": self.subject,
            "case": self.case,
            "good": self.good,
            "values": dict(self.values),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Finding":
        """Read what `to_json` has written."""
        return cls(data["subject"], data["case"], data["good"], data["values"])


def _spoken(name: str, value: Any) -> str:
    if name in _SPOKEN:
        return _SPOKEN[name](value)
    return number_format(value, force_grouping=True) if isinstance(value, int) else str(value)
