"""Recordings: a conversation is written down, and held again by the ordinary client."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from device.exceptions import BoardNotFound, BoardStuck, LinkLost, LinkTimeout, RecordingError
from device.link import Board, ProgramRun, RunEnd, open_board, read_recording
from device.link.recorded_port import RecordedPort
from device.link.recording import (
    ENDED,
    IDENTITY,
    LOST,
    OPENED,
    PROGRAM,
    RECEIVED,
    RESET,
    SENT,
    TRACE,
    Entry,
    Recorder,
)
from device.link.recording_port import RecordingPort
from device.tests.conftest import VirtualBoard

PROGRAM_TEXT = 'print("\\x1e" + \'["output","Été"]\')\nprint("plain")\n'
HEADER = '{"recording": 1, "address": "a", "started_at": "2026-11-22T08:00:00+00:00", "seed": "s"}'


def run(board: Board, program: str, time_limit_s: float = 10.0) -> tuple[ProgramRun, bytes]:
    output = bytearray()
    result = board.run(
        program, on_data=output.extend, time_limit_s=time_limit_s, output_limit_bytes=10_000
    )
    return result, bytes(output)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "run.jsonl"


def test_a_recorded_run_can_be_had_again_without_the_board(
    own_virtual_board: VirtualBoard, file: Path
) -> None:
    board = open_board(own_virtual_board.url, record_to=file)
    identity = board.identity
    board.show_scene({"objects": []})
    first = run(board, PROGRAM_TEXT)
    board.close()
    own_virtual_board.stop()

    replayed = open_board(f"recorded:{file}")
    assert replayed.identity == identity
    replayed.show_scene({"objects": []})
    result, output = run(replayed, PROGRAM_TEXT)
    assert (result.ended, result.error_text, output) == (RunEnd.FINISHED, "", first[1])
    replayed.close()


def test_a_recording_tells_the_program_its_trace_its_end_and_the_board(
    own_virtual_board: VirtualBoard, file: Path
) -> None:
    board = open_board(own_virtual_board.url, record_to=file)
    run(board, PROGRAM_TEXT)
    board.close()
    recording = read_recording(file)
    assert recording.header.address == own_virtual_board.url
    assert recording.values(PROGRAM) == [PROGRAM_TEXT]
    assert recording.values(TRACE) == [["output", "Été"], ["plain", "plain"]]
    assert recording.values(ENDED)[0]["ended"] == "finished"
    assert recording.values(IDENTITY)[0]["unique_id"] == board.identity.unique_id


def test_a_program_that_was_interrupted_is_interrupted_again_and_no_time_passes(
    own_virtual_board: VirtualBoard, file: Path
) -> None:
    board = open_board(own_virtual_board.url, record_to=file)
    run(board, "print('on')\nwhile True: pass", time_limit_s=0.5)
    board.close()

    replayed = open_board(f"recorded:{file}")
    result, output = run(replayed, "print('on')\nwhile True: pass", time_limit_s=0.5)
    assert (result.ended, output) == (RunEnd.TIME_LIMIT, b"on\r\n")
    replayed.close()


@pytest.mark.parametrize("swallowed_s", [0.5, 1.3])
def test_a_program_that_took_several_ctrl_c_is_interrupted_again(
    own_virtual_board: VirtualBoard, file: Path, swallowed_s: float
) -> None:
    """How many went out in a second depends on the clock, and nothing else does."""
    stubborn = f"""
import time
until = time.ticks_add(time.ticks_ms(), {int(swallowed_s * 1000)} + 300)
while time.ticks_diff(until, time.ticks_ms()) > 0:
    try:
        while time.ticks_diff(until, time.ticks_ms()) > 0: pass
    except KeyboardInterrupt: pass
while True: pass
"""
    board = open_board(own_virtual_board.url, record_to=file)
    first = run(board, stubborn, time_limit_s=0.3)
    board.close()
    replayed = open_board(f"recorded:{file}")
    again = run(replayed, stubborn, time_limit_s=0.3)
    assert (again[0].ended, again[1]) == (first[0].ended, first[1])
    replayed.close()


def test_a_link_that_was_lost_is_lost_again(own_virtual_board: VirtualBoard, file: Path) -> None:
    board = open_board(own_virtual_board.url, record_to=file)
    program = "print('on')\nwhile True: pass"

    def kill(data: bytes) -> None:
        own_virtual_board.process.kill()

    with pytest.raises(LinkLost):
        board.run(program, on_data=kill, time_limit_s=60, output_limit_bytes=100)
    board.close()

    replayed = open_board(f"recorded:{file}")
    with pytest.raises(LinkLost):
        run(replayed, program)
    assert not replayed.is_alive()


def test_a_board_that_never_came_back_is_closed_without_a_word_and_its_recording_stays(
    own_virtual_board: VirtualBoard, file: Path
) -> None:
    board = open_board(own_virtual_board.url, record_to=file)
    own_virtual_board.stop()
    with pytest.raises(BoardNotFound):
        board.recover()
    board.close()
    assert read_recording(file).values(OPENED) == [True]


def test_a_deaf_program_and_the_recovery_from_it_can_be_had_again(
    own_virtual_board: VirtualBoard, file: Path
) -> None:
    deaf = "import micropython\nmicropython.kbd_intr(-1)\nwhile True: pass"
    board = open_board(own_virtual_board.url, record_to=file)
    with pytest.raises(BoardStuck):
        run(board, deaf, time_limit_s=0.1)
    board.recover()
    board.close()

    replayed = open_board(f"recorded:{file}")
    with pytest.raises(BoardStuck):
        run(replayed, deaf, time_limit_s=0.1)
    replayed.recover()
    replayed.close()


def test_what_is_asked_otherwise_does_not_fit_the_recording(
    own_virtual_board: VirtualBoard, file: Path
) -> None:
    board = open_board(own_virtual_board.url, record_to=file)
    run(board, "print(1)")
    board.close()
    replayed = open_board(f"recorded:{file}")
    with pytest.raises(RecordingError, match=r"sent b'print\(2\)'; recorded is b'print\(1\)'"):
        run(replayed, "print(2)")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "it is empty"),
        ("{}", "line 1: no header"),
        ("[1]", "line 1: no header"),
        (HEADER.replace('"recording": 1', '"recording": 2'), "version 2; this platform reads 1"),
        (HEADER.replace("2026-11-22T", "yesterday "), "line 1: no header"),
        (HEADER + "\n{", "line 2"),
        (HEADER + '\n{"at": 0.1, "opened": true}\n{"sent": "x"}', "line 3: 'at'"),
        (HEADER + '\n{"at": 0.1}', "line 2"),
        (HEADER + '\n{"at": 0.1, "said": "x"}', "nothing is called 'said'"),
        (HEADER + '\n{"at": 0.1, "sent": ""}', "sent nothing"),
        (HEADER + '\n{"at": 0.1, "sent": 5}', "sent nothing"),
        (HEADER + '\n{"at": 0.1, "sent": "→"}', "line 2"),
        (HEADER + '\n{"at": "soon", "sent": "x"}', "line 2"),
        (HEADER + '\n{"at": 0.1, "lost": "LinkLost"}', "lost without a name"),
    ],
)
def test_a_damaged_recording_says_where(file: Path, text: str, complaint: str) -> None:
    file.write_text(text, "utf-8")
    with pytest.raises(RecordingError, match=complaint) as raised:
        open_board(f"recorded:{file}")
    assert str(file) in raised.value.detail


def test_a_recording_that_is_not_there_says_so(file: Path) -> None:
    with pytest.raises(RecordingError, match="No such file"):
        open_board(f"recorded:{file}")


def test_a_recording_that_cannot_be_written_says_so(
    own_virtual_board: VirtualBoard, tmp_path: Path
) -> None:
    with pytest.raises(RecordingError, match="Is a directory"):
        open_board(own_virtual_board.url, record_to=tmp_path)


def test_a_recording_that_cannot_be_continued_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    recorder = Recorder(folder / "run.jsonl", "a")
    (folder / "run.jsonl").unlink()
    folder.rmdir()
    with pytest.raises(RecordingError, match="No such file"):
        recorder.write(OPENED, True)


def test_a_reset_by_the_cable_is_recorded_and_replayed(file: Path) -> None:
    now = iter(range(100))
    recorder = Recorder(file, "a", clock=lambda: float(next(now)))
    port = RecordingPort(RecordedPort([Entry(RESET, True)]), recorder)
    assert port.reset()
    port.close()
    replayed = RecordedPort(read_recording(file).entries).open()
    assert replayed.reset()
    assert not replayed.reset()  # only once
    assert replayed.clock() == 2.0


def test_ctrl_c_may_come_earlier_than_in_the_recording_and_nothing_else_may() -> None:
    entries = [Entry(OPENED, True), Entry(RECEIVED, "busy"), Entry(SENT, "\x03")]
    port = RecordedPort(entries).open()
    port.write(b"\x03")
    assert port.read(1.0) == b"busy"
    assert port.finished

    port = RecordedPort(entries).open()
    with pytest.raises(RecordingError, match="recorded is received 'busy'"):
        port.write(b"\x04")


def test_one_ctrl_c_more_than_in_the_recording_is_not_taken_for_what_was_sent_next() -> None:
    port = RecordedPort([Entry(SENT, "\x03"), Entry(RECEIVED, "busy"), Entry(SENT, "x")])
    port.write(b"\x03")
    port.write(b"\x03")
    assert port.read(1.0) == b"busy"
    port.write(b"x")
    assert port.finished


def test_a_ctrl_c_after_the_last_word_of_a_recording_is_passed_over() -> None:
    port = RecordedPort([Entry(RECEIVED, "done")])
    port.write(b"\x03")
    assert port.read(1.0) == b"done"


def test_the_board_says_nothing_before_its_time() -> None:
    port = RecordedPort([Entry(RECEIVED, "late", at=5.0)])
    assert port.read(2.0) == b""
    assert port.read(2.0) == b""
    assert port.read(2.0) == b"late"
    assert port.clock() == 5.0


def test_a_recording_is_over_when_it_ends() -> None:
    port = RecordedPort([])
    assert port.read(1.0) == b""
    with pytest.raises(RecordingError, match="recorded is its end"):
        port.write(b"more")
    with pytest.raises(RecordingError, match="not opened here"):
        port.open()


def test_a_link_that_was_lost_while_the_client_spoke_is_lost_then() -> None:
    port = RecordedPort([Entry(SENT, "a"), Entry(LOST, ["LinkTimeout", "too slow"])])
    port.write(b"a")
    with pytest.raises(LinkTimeout, match="too slow"):
        port.write(b"b")
    with pytest.raises(LinkLost):
        port.read(1.0)


def test_a_loss_of_an_unknown_kind_is_a_damaged_recording() -> None:
    port = RecordedPort([Entry(LOST, ["OSError", ""])])
    with pytest.raises(RecordingError, match="OSError"):
        port.read(1.0)


def test_every_line_of_a_recording_is_json_with_a_time(
    own_virtual_board: VirtualBoard, file: Path
) -> None:
    open_board(own_virtual_board.url, record_to=file).close()
    header, *entries = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert header["recording"] == 1
    times = [entry["at"] for entry in entries]
    assert times == sorted(times)
