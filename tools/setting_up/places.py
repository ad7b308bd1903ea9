"""Where things lie in a clone of the project."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
STAMPS = ENVIRONMENT / "stamps"
NODE_MODULES = ROOT / "node_modules"
BUILD = ROOT / "static" / "build"
LOCALE = ROOT / "locale"


def data_folder() -> Path:
    """Where the running system keeps its database and journal (DATA_DIR, else data/)."""
    return Path(os.environ.get("DATA_DIR") or ROOT / "data")
