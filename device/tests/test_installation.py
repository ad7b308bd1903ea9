"""What belongs on a board."""

from __future__ import annotations

from device.installation import runtime_files


def test_a_board_gets_runtime_libraries_and_drivers_but_no_virtual_hardware() -> None:
    files = runtime_files()
    assert "quorum_runtime/trace.py" in files
    assert "huskylens_driver/driver.py" in files
    assert "quorum_libraries/robots/m5stack/screen.py" in files
    assert "board_adapter/__init__.py" in files
    assert {path.split("/")[0] for path in files} == {
        "quorum_runtime",
        "quorum_libraries",
        "board_adapter",
        "huskylens_driver",
    }
    assert not [path for path in files if "test" in path or "virtual" in path]
