"""The board's files and the virtual hardware are imported by their names on the board."""

from __future__ import annotations

import sys
from pathlib import Path

BOARD = Path(__file__).parent.parent

for folder in (BOARD, BOARD / "virtual"):
    if str(folder) not in sys.path:
        sys.path.insert(0, str(folder))
