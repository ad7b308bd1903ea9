"""Writes the pages of the compiler's messages from their examples: `make docs`.

    python tools/write_message_pages.py [FOLDER]     FOLDER is docs/messages by default

Pages of codes that are gone are deleted. Needs the standard library alone.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import page_files  # noqa: E402
from message_pages import pages  # noqa: E402

from quorum.codes import Code  # noqa: E402
from quorum.message_examples import page  # noqa: E402

FOLDER = ROOT / "docs" / "messages"


def all_pages() -> dict[str, str]:
    """Every page by its path below FOLDER."""
    return pages([page(code.number) for code in Code])


def main(arguments: list[str]) -> int:
    """Write the pages; returns the exit status."""
    page_files.write(Path(arguments[0]) if arguments else FOLDER, all_pages())
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
