"""Generated pages on disk: which of them are not as they should be, and writing those again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def stale(folder: Path, pages: Mapping[str, str]) -> dict[Path, str | None]:
    """The pages below `folder` that differ: path -> new text, or None where one has to go.

    `pages` holds the texts by their path in the folder, such as fr/README.md.
    """
    wanted = {folder / path: text for path, text in pages.items()}
    there = {path for name in {path.parent for path in wanted} for path in name.glob("*.md")}
    found: dict[Path, str | None] = dict.fromkeys(there - wanted.keys())
    found |= {
        path: text
        for path, text in wanted.items()
        if path not in there or path.read_text(encoding="utf-8") != text
    }
    return dict(sorted(found.items()))


def write(folder: Path, pages: Mapping[str, str]) -> None:
    """Write what is stale, delete what is left over, and print what was done."""
    for path, text in stale(folder, pages).items():
        if text is None:
            path.unlink()
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        print(f"{'deleted' if text is None else 'wrote'} {path.relative_to(folder)}")
