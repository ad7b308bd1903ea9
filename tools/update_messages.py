"""Brings the French catalogues in line with the texts in the code, through Babel.

    python tools/update_messages.py

New texts appear without a translation, texts that are gone disappear. A test
(`tests/test_translations.py`) fails as long as one is missing. Python and templates go to
`django.po`, JavaScript to `djangojs.po`.
"""

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
LOCALE = ROOT / "locale"
# The rooms whose texts go through gettext; quorum/ keeps catalogues of its own.
ROOMS = (
    *("accounts", "device", "display", "events"),
    *("huskylens", "missions", "operations", "submissions"),
)
# Without dates: the file changes when a text does, and not otherwise.
HEADER = """\
# The French texts of HuskyLens Missions. Students are addressed as “tu”, teachers as “vous”.
msgid ""
msgstr ""
"Language: fr\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"

"""
KEYWORDS = {
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "_": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def main() -> int:
    """Update both catalogues; print how many texts wait for a translation."""
    for domain in ("django", "djangojs"):
        path = LOCALE / "fr" / "LC_MESSAGES" / f"{domain}.po"
        catalogue = read_catalogue(path)
        catalogue.update(extract_messages(domain), no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as stream:
            stream.write(HEADER.encode())
            write_po(
                stream,
                catalogue,
                sort_by_file=True,
                include_lineno=False,
                omit_header=True,
                width=100,
            )
        missing = sum(not is_translated(message) for message in catalogue if message.id)
        print(f"{path.relative_to(ROOT)}: {len(catalogue)} texts, {missing} without a translation")
    return 0


def read_catalogue(path: Path) -> Catalog:
    """Return the catalogue in `path`; an empty French one where there is none."""
    if not path.exists():
        return Catalog(locale="fr", domain=path.stem, charset="utf-8", fuzzy=False)
    with path.open("rb") as stream:
        return read_po(stream, locale="fr", domain=path.stem)


def extract_messages(domain: str) -> Catalog:
    """Return every text that the code asks to translate in this domain."""
    catalogue = Catalog(locale="fr", domain=domain, charset="utf-8", fuzzy=False)
    found = _in_javascript() if domain == "djangojs" else (*_in_python(), *_in_templates())
    for path, message, comments, context in sorted(found, key=lambda entry: str(entry[0])):
        place = path.relative_to(ROOT).as_posix()
        catalogue.add(message, locations=[(place, 0)], auto_comments=comments, context=context)
    return catalogue


def is_translated(message: object) -> bool:
    """Whether a message has all its translations, and none that is only a guess."""
    text = message.string  # type: ignore[attr-defined]
    complete = all(text) if isinstance(text, (tuple, list)) else bool(text)
    return complete and not message.fuzzy  # type: ignore[attr-defined]


Found = tuple[Path, object, list[str], str | None]


def _in_python() -> Iterator[Found]:
    for room in ROOMS:
        for path in (ROOT / room).rglob("*.py"):
            if not {"tests", "migrations", "board"} & set(path.parts):
                yield from _extract("python", path, path.read_bytes())


def _in_templates() -> Iterator[Found]:
    from django.utils.translation.template import templatize

    for path in (ROOT / "templates").rglob("*.html"):
        # Django turns a template into calls of gettext between placeholders of the same length.
        calls = templatize(path.read_text(encoding="utf-8"), origin=str(path))
        yield from _extract("javascript", path, calls.encode())


def _in_javascript() -> Iterator[Found]:
    for path in (ROOT / "static" / "src").rglob("*.js"):
        yield from _extract("javascript", path, path.read_bytes())


def _extract(method: str, path: Path, source: bytes) -> Iterator[Found]:
    options = {"encoding": "utf-8"}
    for _line, message, comments, context in extract(
        method, io.BytesIO(source), KEYWORDS, ["Translators:"], options
    ):
        yield path, message, comments, context


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huskylens.settings")
    sys.exit(main())
