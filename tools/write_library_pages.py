"""Writes the reference pages of the Quorum library from its signature files: `make docs`.

    python tools/write_library_pages.py [FOLDER]     FOLDER is docs/library by default

Pages of classes that are gone are deleted. A comment that cannot be read is told with its file and
line, and then nothing is written. Needs the standard library alone.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from library_pages import LANGUAGES, pages  # noqa: E402

from quorum.reference import SignatureError, read_library  # noqa: E402

FOLDER = ROOT / "docs" / "library"


def stale_pages(folder: Path) -> dict[Path, str | None]:
    """The pages that are not as they should be: path -> new text, or None where one has to go.

    Raises SignatureError.
    """
    wanted = {folder / path: text for path, text in pages(read_library()).items()}
    there = {path for language in LANGUAGES for path in (folder / language).glob("*.md")}
    stale: dict[Path, str | None] = dict.fromkeys(there - wanted.keys())
    stale |= {
        path: text
        for path, text in wanted.items()
        if path not in there or path.read_text(encoding="utf-8") != text
    }
    return dict(sorted(stale.items()))


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]) if arguments else FOLDER
    try:
        stale = stale_pages(folder)
    except SignatureError as error:
        print(error, file=sys.stderr)
        return 1
    for path, text in stale.items():
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        print(f"{'deleted' if text is None else 'wrote'} {path.relative_to(folder)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
