"""The board's files are imported by their names on the board."""

from __future__ import annotations

import sys

from quorum.host import BOARD_FILES

if str(BOARD_FILES) not in sys.path:
    sys.path.append(str(BOARD_FILES))
