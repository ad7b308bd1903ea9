"""The board's files are imported by their names on the board."""

from __future__ import annotations

import os
import sys

import pytest

from quorum.host import BOARD_FILES

if str(BOARD_FILES) not in sys.path:
    sys.path.append(str(BOARD_FILES))


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Commands that the tests start keep nothing in the folders of whoever runs the tests."""
    os.environ["XDG_CACHE_HOME"] = str(tmp_path_factory.mktemp("cache"))
