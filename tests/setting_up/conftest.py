"""The set-up's modules belong to no package: they are found from tools/, as when they run."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
