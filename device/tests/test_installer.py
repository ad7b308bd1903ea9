"""What the installer does to the files of a board, whose file system is a folder here."""

from __future__ import annotations

import builtins
import errno
from pathlib import Path
from typing import Any

import pytest

from device.exceptions import InstallationFailed, PlatformError
from device.link import installer
from device.tests.folder_board import FolderBoard

FILES = {
    "runtime/__init__.py": b"",
    "runtime/one.py": b"value = 1\n" * 700,
    "runtime/parts/data.bin": bytes(range(256)) * 9,
    "drivers/lens.py": b"lens = 2\n",
}


@pytest.fixture
def board(tmp_path: Path) -> FolderBoard:
    return FolderBoard(tmp_path / "lib")


def test_an_empty_board_gets_all_files(board: FolderBoard) -> None:
    assert board.install(FILES) == sorted(FILES)
    assert board.files() == FILES


def test_one_question_is_enough_when_nothing_has_changed(board: FolderBoard) -> None:
    board.install(FILES)
    assert board.install(FILES) == []
    asked, forget = board.programs
    assert len(asked) < 1500
    assert forget.startswith("del ")


def test_only_what_differs_is_sent(board: FolderBoard) -> None:
    board.install(FILES)
    (board.folder / "drivers/lens.py").write_bytes(b"lens = 3\n")
    assert board.install(FILES) == ["drivers/lens.py"]
    assert board.files() == FILES
    assert "runtime/one.py" not in "".join(board.programs)


def test_the_source_beside_a_compiled_file_goes_and_so_do_files_of_older_versions(
    board: FolderBoard,
) -> None:
    board.install({"runtime/one.py": b"1", "runtime/old.py": b"", "runtime/parts/x.py": b""})
    changed = board.install({"runtime/one.mpy": b"M"})
    assert changed == ["runtime/old.py", "runtime/one.mpy", "runtime/one.py", "runtime/parts/x.py"]
    assert board.files() == {"runtime/one.mpy": b"M"}


def test_files_of_somebody_else_stay(board: FolderBoard) -> None:
    board.install(FILES)
    (board.folder / "mine.py").write_bytes(b"")
    (board.folder / "drivers2").mkdir()
    (board.folder / "drivers2" / "mine.py").write_bytes(b"")
    assert board.install(FILES) == []
    assert board.files().keys() == {*FILES, "mine.py", "drivers2/mine.py"}


def test_half_a_file_that_was_left_behind_goes(board: FolderBoard) -> None:
    board.install(FILES)
    (board.folder / "runtime/one.py").unlink()
    (board.folder / "runtime/one.py.new").write_bytes(b"val")
    assert board.install(FILES) == ["runtime/one.py", "runtime/one.py.new"]
    assert board.files() == FILES


def test_the_installer_leaves_no_names_on_the_board(board: FolderBoard) -> None:
    board.install(FILES)
    board.install(FILES)
    assert [name for name in board.names if name.lower().startswith("_") and name[1] != "_"] == []


@pytest.mark.parametrize(
    ("number", "meaning"),
    [
        (errno.ENOSPC, "its storage is full"),
        (errno.EIO, "its storage is damaged"),
        (errno.EROFS, "its storage can only be read"),
    ],
)
def test_a_storage_that_refuses_is_told_in_words_and_no_half_file_gets_its_name(
    board: FolderBoard, monkeypatch: pytest.MonkeyPatch, number: int, meaning: str
) -> None:
    board.install(FILES)

    def write_half(path: str, mode: str = "r") -> Any:
        if "w" in mode:
            Path(path).write_bytes(b"half")
            raise OSError(number, "ENAME")
        return Path(path).open(mode)

    monkeypatch.setattr(builtins, "open", write_half)
    with pytest.raises(InstallationFailed, match=meaning):
        board.install({**FILES, "runtime/one.py": b"value = 2\n"})
    monkeypatch.undo()
    assert board.files() == FILES


def test_a_board_without_memory_for_it_is_told_in_words(
    board: FolderBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    def execute(source: str, **_: float) -> str:
        raise PlatformError("finished: MemoryError: memory allocation failed")

    monkeypatch.setattr(board, "execute", execute)
    with pytest.raises(InstallationFailed, match="its memory is full"):
        board.install(FILES)


def test_a_trouble_that_has_no_words_of_its_own_is_told_in_those_of_the_board(
    board: FolderBoard,
) -> None:
    board.install(FILES)
    (board.folder / "drivers/lens.py").unlink()
    (board.folder / "drivers/lens.py.new").mkdir()
    with pytest.raises(InstallationFailed, match="IsADirectoryError"):
        board.install(FILES)


def test_a_file_that_arrives_damaged_is_named(
    board: FolderBoard, monkeypatch: pytest.MonkeyPatch
) -> None:
    lens = board.folder / "drivers/lens.py"
    execute = board.execute

    def spoil(source: str, *, timeout_s: float = 10.0) -> str:
        if lens.exists():
            lens.write_bytes(b"spoiled")
        return execute(source, timeout_s=timeout_s)

    monkeypatch.setattr(board, "execute", spoil)
    with pytest.raises(InstallationFailed, match=r"arrived damaged: drivers/lens\.py"):
        board.install(FILES)


@pytest.mark.parametrize("path", ["/boot.py", "../boot.py", "runtime/../../boot.py", "a//b", "./a"])
def test_no_path_leads_out_of_the_library_folder(board: FolderBoard, path: str) -> None:
    with pytest.raises(InstallationFailed, match="not a path below"):
        board.install({path: b""})
    assert board.programs == []


def test_no_exchange_is_longer_than_a_small_board_can_take(board: FolderBoard) -> None:
    board.install({**FILES, "runtime/noise.bin": _noise(20_000)})
    assert max(map(len, board.programs)) <= installer.BATCH_CHARACTERS


def _noise(count: int) -> bytes:
    """Bytes that cannot be packed."""
    value, made = 1, bytearray()
    for _ in range(count):
        value = value * 1103515245 + 12345 & 0x7FFFFFFF
        made.append(value >> 16 & 0xFF)
    return bytes(made)
