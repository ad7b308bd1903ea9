"""Reading the fields of a TOML table that a teacher wrote; a mistake is told with its remedy."""

from collections.abc import Collection, Mapping
from difflib import get_close_matches
from typing import Any

from django.utils.translation import gettext as _

from missions.checks.localised import LANGUAGES, LocalisedText

MAX_TEXT_LENGTH = 200
MAX_LIST_LENGTH = 30

_REQUIRED: Any = object()


class FieldProblem(Exception):
    """One field of a table is wrong; `problem` is a sentence that says what to write."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"{field}: {problem}" if field else problem)
        self.field = field
        self.problem = problem


class Fields:
    """One table; a question marks its field as known, `finish` names what nobody asked for.

    All methods raise FieldProblem when the field is missing (and has no default) or is wrong.
    """

    def __init__(self, table: Any, path: str = "") -> None:
        if not isinstance(table, Mapping):
            raise FieldProblem(path, _('Write a table here, for instance { fr = "…", en = "…" }.'))
        self._table = table
        self._path = path
        self._known: set[str] = set()

    def path(self, name: str) -> str:
        return f"{self._path}.{name}" if self._path else name

    def has(self, name: str) -> bool:
        self._known.add(name)
        return name in self._table

    def raw(self, name: str, default: Any = _REQUIRED) -> Any:
        if self.has(name):
            return self._table[name]
        if default is _REQUIRED:
            raise FieldProblem(self.path(name), _("This field is missing. Add it."))
        return default

    def text(self, name: str, default: Any = _REQUIRED, max_length: int = MAX_TEXT_LENGTH) -> str:
        value = self.raw(name, default)
        if value is default:
            return value
        return _checked_text(value, self.path(name), max_length)

    def localised(self, name: str, default: Any = _REQUIRED) -> LocalisedText:
        """A text, or a table with the text in each language."""
        value = self.raw(name, default)
        return value if value is default else _checked_localised(value, self.path(name))

    def per_language(self, name: str) -> dict[str, str]:
        """A table with the text in each language; one text for all is not enough here."""
        value = self.raw(name)
        if not isinstance(value, Mapping):
            raise FieldProblem(
                self.path(name), _('Write the text in both languages: { fr = "…", en = "…" }.')
            )
        return dict(_checked_localised(value, self.path(name)))  # type: ignore[arg-type]

    def localised_list(self, name: str) -> list[LocalisedText]:
        return [
            _checked_localised(value, f"{self.path(name)}[{position}]")
            for position, value in enumerate(self._list(name), start=1)
        ]

    def text_list(self, name: str) -> list[str]:
        """A list of texts; one text alone is a list of one."""
        if isinstance(self.raw(name), str):
            return [self.text(name)]
        return [
            _checked_text(value, f"{self.path(name)}[{position}]", MAX_TEXT_LENGTH)
            for position, value in enumerate(self._list(name), start=1)
        ]

    def list_of_tables(self, name: str) -> list[Any]:
        """The tables of a list as they are written, for somebody else to read."""
        return self._list(name)

    def tables(self, name: str) -> "list[Fields]":
        return [
            Fields(value, f"{self.path(name)}[{position}]")
            for position, value in enumerate(self._list(name), start=1)
        ]

    def integer(self, name: str, minimum: int, maximum: int, default: Any = _REQUIRED) -> int:
        value = self.raw(name, default)
        if value is default:
            return value
        if type(value) is not int or not minimum <= value <= maximum:
            raise FieldProblem(
                self.path(name),
                _("Write a whole number from %(minimum)d to %(maximum)d, without quotes.")
                % {"minimum": minimum, "maximum": maximum},
            )
        return value

    def integer_list(self, name: str, minimum: int, maximum: int) -> list[int]:
        values = self._list(name)
        if not all(type(value) is int and minimum <= value <= maximum for value in values):
            raise FieldProblem(
                self.path(name),
                _("Write whole numbers from %(minimum)d to %(maximum)d, without quotes.")
                % {"minimum": minimum, "maximum": maximum},
            )
        return values

    def number(self, name: str, minimum: float, default: Any = _REQUIRED) -> float:
        value = self.raw(name, default)
        if value is default:
            return value
        if not _is_number(value) or value < minimum:
            raise FieldProblem(
                self.path(name),
                _("Write a number of at least %(minimum)s, without quotes.") % {"minimum": minimum},
            )
        return value

    def number_list(self, name: str) -> list[float]:
        values = self._list(name)
        if not all(_is_number(value) for value in values):
            raise FieldProblem(self.path(name), _("Write numbers without quotes, like [3, 12.5]."))
        return values

    def boolean(self, name: str, default: bool) -> bool:
        value = self.raw(name, default)
        if not isinstance(value, bool):
            raise FieldProblem(self.path(name), _("Write true or false, without quotes."))
        return value

    def choice(self, name: str, choices: Collection[str], default: Any = _REQUIRED) -> str:
        value = self.raw(name, default)
        if value is default:
            return value
        if value not in choices:
            raise FieldProblem(self.path(name), unknown_word(value, choices))
        return value

    def finish(self) -> None:
        """Raises FieldProblem for a field that has no meaning here: most often a typing mistake."""
        for name in self._table:
            if name not in self._known:
                raise FieldProblem(self.path(name), unknown_word(name, self._known))

    def _list(self, name: str) -> list[Any]:
        values = self.raw(name)
        if not isinstance(values, list) or not 1 <= len(values) <= MAX_LIST_LENGTH:
            raise FieldProblem(
                self.path(name),
                _("Write a list in square brackets with 1 to %(maximum)d values.")
                % {"maximum": MAX_LIST_LENGTH},
            )
        return values


def unknown_word(word: Any, choices: Collection[str]) -> str:
    """A sentence for a word that is none of the choices; the nearest one first, if one is near."""
    near = get_close_matches(str(word), choices, n=1)
    if near:
        return _("I do not know “%(word)s”. Do you mean “%(near)s”?") % {
            "word": word,
            "near": near[0],
        }
    return _("I do not know “%(word)s”. Possible: %(choices)s.") % {
        "word": word,
        "choices": ", ".join(sorted(choices)),
    }


def _is_number(value: Any) -> bool:
    return type(value) in (int, float) and value == value and abs(value) < 1e15


def _checked_text(value: Any, path: str, max_length: int) -> str:
    if not isinstance(value, str) or not value.strip():
        raise FieldProblem(path, _("Write a text in quotes."))
    if len(value) > max_length:
        raise FieldProblem(
            path,
            _("The text is too long: at most %(maximum)d characters.") % {"maximum": max_length},
        )
    return value


def _checked_localised(value: Any, path: str) -> LocalisedText:
    if not isinstance(value, Mapping):
        return _checked_text(value, path, MAX_TEXT_LENGTH)
    fields = Fields(value, path)
    texts = {language: fields.text(language) for language in LANGUAGES}
    fields.finish()
    return texts
