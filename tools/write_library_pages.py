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

import page_files  # noqa: E402
from library_pages import pages  # noqa: E402

from quorum.reference import SignatureError, read_library  # noqa: E402

FOLDER = ROOT / "docs" / "library"


def stale_pages(folder: Path) -> dict[Path, str | None]:
    """The pages that are not as they should be: path -> new text, or None where one has to go.

    Raises SignatureError.
    """
    return page_files.stale(folder, pages(read_library()))


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]) if arguments else FOLDER
    try:
        wanted = pages(read_library())
    except SignatureError as error:
        print(error, file=sys.stderr)
        return 1
    page_files.write(folder, wanted)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
