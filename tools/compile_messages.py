"""Compiles translation catalogues (.po to .mo) through Babel, so that GNU gettext is not needed.

    python tools/compile_messages.py [FOLDER]     FOLDER is locale/ by default

Catalogues whose compiled form is not older are left alone. Status 1 and a line for each catalogue
that can't be read.
"""

import os
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po


def compile_catalogue(source: Path) -> bool:
    """Compiles one catalogue next to it; returns whether there was something to do.

    The compiled file appears whole or not at all. Raises PoFileError, OSError.
    """
    target = source.with_suffix(".mo")
    # The time of the source is taken before reading it: a change meanwhile is compiled next time.
    changed_ns = source.stat().st_mtime_ns
    if target.exists() and target.stat().st_mtime_ns >= changed_ns:
        return False
    with source.open("rb") as stream:
        catalogue = read_po(stream, abort_invalid=True)
    unfinished = target.with_suffix(".mo.new")
    with unfinished.open("wb") as stream:
        write_mo(stream, catalogue)
    os.replace(unfinished, target)
    return True


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parents[1] / "locale"
    status = 0
    for source in sorted(folder.rglob("*.po")):
        try:
            if compile_catalogue(source):
                print(f"compiled {source.relative_to(folder)}")
        except (PoFileError, OSError, ValueError) as error:
            print(f"{source}: {error}", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
