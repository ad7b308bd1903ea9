"""Every way in which a board is known to fail (reference/device.md, section D), injected.

One test for each: what is noticed, that the board is usable again, what becomes of the program. Its
times go into the report of the run; `make bench-board` prints them as a table (docs/failures.md).
Modes that only concern the link are tested beside it, and named at the end of this file.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest

from device import connections
from device.boards import use_embedded_board
from device.exceptions import PortBusy
from device.link import RunEnd, open_board
from device.models import Board, BoardState
from device.tests.conftest import VirtualBoard, start_virtual_board
from device.tests.workplace import Workplace
from submissions import queue
from submissions.models import Result, Submission
from submissions.reports import Ending
from submissions.states import Status
from submissions.tests.conftest import HELLO

pytestmark = pytest.mark.django_db(transaction=True)

FOREVER = """output "start"
repeat while true
end
"""
TWO_SECONDS = """use Libraries.Robots.M5Stack.Timer
Timer timer
output "start"
timer:Sleep(2000)
output "Bonjour"
"""

Told = Callable[..., None]


@pytest.fixture
def peer() -> Iterator[VirtualBoard]:
    """A virtual board that the test may treat badly."""
    running = start_virtual_board("--seed", "1")
    yield running
    running.stop()


@pytest.fixture
def place(peer, transactional_db, monkeypatch) -> Iterator[Workplace]:
    """The worker of that board, with a board that is ready."""
    with Workplace(use_embedded_board(peer.url), peer.control, monkeypatch) as workplace:
        workplace.ready()
        yield workplace


@pytest.fixture
def tell(record_property) -> Told:
    """Put a line of the failure table into the report."""

    def told(mode: int, program: str, noticed_s: float = 0.0, usable_s: float = 0.0) -> None:
        record_property("failure_mode", mode)
        record_property("noticed_s", round(noticed_s, 2))
        record_property("usable_s", round(usable_s, 2))
        record_property("program", program)

    return told


def result_of(submission: Submission) -> Result:
    submission.refresh_from_db()
    return submission.result


def patient(mission, seconds: int):
    mission.execution_time_limit = seconds
    mission.save()
    return mission


def test_1_a_cable_pulled_in_mid_run(place, student, mission, run, tell):
    submission = place.submit(student, patient(mission, 20), TWO_SECONDS)
    place.said("start")
    pulled = place.cause("unplug", "1s")
    noticed = place.told("LinkLost") - pulled
    usable = place.ready() - (pulled + 1.0)
    place.finished(submission)
    assert result_of(submission).ending == Ending.FINISHED
    assert submission.status == Status.PASSED
    tell(1, "runs again, judged once", noticed, usable)


def test_1_a_cable_pulled_while_nothing_runs(place, tell):
    pulled = place.cause("unplug", "1s")
    noticed = place.told("LinkLost") - pulled
    tell(1, "none was running", noticed, place.ready() - (pulled + 1.0))


def test_2_a_program_without_end(place, student, mission, run, tell):
    submission = place.submit(student, patient(mission, 1), FOREVER)
    place.said("start")
    ended = place.finished(submission)
    usable = place.ready() - ended
    assert result_of(submission).ending == Ending.TIME_LIMIT
    tell(2, "ends by its time limit", 0.0, usable)


def test_3_a_program_that_ctrl_c_does_not_stop(place, student, other_student, mission, run, tell):
    submission = place.submit(student, patient(mission, 1), FOREVER)
    place.said("start")
    deaf = place.cause("deaf")
    noticed = place.told("BoardStuck", "LinkTimeout") - deaf
    assert result_of(submission).ending == Ending.TIME_LIMIT
    place.until(lambda: Board.objects.get().state == BoardState.FAILED)
    pressed = place.press_reset()
    usable = place.ready() - pressed
    following = place.submit(other_student, mission, HELLO)
    place.finished(following)
    assert result_of(following).success
    tell(3, "ends by its time limit", noticed, usable)


def test_4_an_interpreter_that_hangs(place, student, mission, run, tell):
    submission = place.submit(student, patient(mission, 1), FOREVER)
    place.said("start")
    stuck = place.cause("stuck")
    noticed = place.told("BoardStuck", "LinkTimeout") - stuck
    assert result_of(submission).ending == Ending.TIME_LIMIT
    place.until(lambda: Board.objects.get().state == BoardState.FAILED)
    pressed = place.press_reset()
    tell(4, "ends by its time limit", noticed, place.ready() - pressed)


def test_5_a_flood_of_output(place, student, mission, run, tell):
    submission = place.submit(student, mission, 'repeat while true\n    output "Bonjour"\nend\n')
    ended = place.finished(submission)
    assert result_of(submission).ending == Ending.OUTPUT_LIMIT
    assert submission.result.output_truncated
    tell(5, "ends by its output limit", 0.0, place.ready() - ended)


def test_6_a_platform_that_is_slow_to_read(place, student, mission, run, monkeypatch, tell):
    """Whatever is done with the output meanwhile, a thread keeps draining the port."""
    lines = 400
    code = f'integer i = 0\nrepeat {lines} times\n    output "line " + i\n    i = i + 1\nend\n'
    # As long as a USB board waits for its host before it throws output away (A7).
    monkeypatch.setattr("device.engine.deliver_live", lambda *_: time.sleep(0.5))
    submission = place.submit(student, mission, code + 'output "Bonjour"\n')
    ended = place.finished(submission)
    assert len(result_of(submission).output.split("\n")) == lines + 1
    tell(6, "nothing of its output is lost", 0.0, place.ready() - ended)


def test_7_a_program_that_uses_up_the_memory(place, student, mission, run, tell):
    code = (
        "use Libraries.Containers.Array\nArray<text> all\ntext piece = \"x\"\n"
        "repeat 28 times\n    piece = piece + piece\nend\nall:Add(piece)\n"
    )  # fmt: skip
    submission = place.submit(student, mission, code)
    ended = place.finished(submission)
    assert result_of(submission).error["class"] == "MemoryError"
    tell(7, "ends by an error of its own", 0.0, place.ready() - ended)


def test_8_a_recursion_without_end(place, student, mission, run, tell):
    code = (
        "class Main\n    action Main\n        Dive(0)\n    end\n"
        "    action Dive(integer depth)\n        Dive(depth + 1)\n    end\nend\n"
    )
    submission = place.submit(student, mission, code)
    ended = place.finished(submission)
    assert result_of(submission).error["class"] == "RecursionError"
    assert len(submission.result.error["stack"]) <= 20
    tell(8, "ends by an error of its own", 0.0, place.ready() - ended)


@pytest.mark.parametrize("fault", ["brownout", "crash"])
def test_10_a_board_that_restarts_in_mid_run(place, student, mission, run, fault, tell):
    submission = place.submit(student, patient(mission, 20), TWO_SECONDS)
    place.said("start")
    fell = place.cause(fault)
    noticed = place.interrupted(submission) - fell
    usable = place.ready() - fell
    place.finished(submission)
    assert result_of(submission).success
    tell(10, "runs again, judged once", noticed, usable)


def test_11_a_board_that_restarts_again_and_again(place, student, mission, run, tell):
    submission = place.submit(student, patient(mission, 20), TWO_SECONDS)
    place.said("start")
    began = place.cause("boot_loop", "3s")
    noticed = place.told("BootLoop") - began
    assert Board.objects.get().state == BoardState.FAILED
    usable = place.ready() - (began + 3.0)
    place.finished(submission)
    assert result_of(submission).success
    tell(11, "runs again, judged once", noticed, usable)


def test_12_noise_on_the_line(place, student, mission, run, tell):
    submission = place.submit(student, patient(mission, 20), TWO_SECONDS)
    place.said("start")
    place.cause("garbage", "200")
    ended = place.finished(submission)
    assert result_of(submission).success
    tell(12, "its result stands", 0.0, place.ready() - ended)


@pytest.mark.parametrize("fault", ["no_raw_paste", "old_firmware"])
def test_13_a_firmware_without_raw_paste(place, student, mission, run, fault, tell):
    place.cause(fault)
    place.cause("unplug", "100ms")  # what the link knows of a board, it knows of a connection
    place.told("LinkLost")
    place.ready()
    submission = place.submit(student, mission, HELLO)
    place.finished(submission)
    assert result_of(submission).success
    tell(13, "runs, sent in plain raw mode")


def test_16_and_21_what_a_killed_worker_left_behind(
    peer, transactional_db, monkeypatch, student, mission, run, tell
):
    """Its program still runs on the board, its entry still says running."""
    board = use_embedded_board(peer.url)
    submission = queue.submit_program(student, patient(mission, 20), TWO_SECONDS).submission
    queue.claim_next(board.name)
    left = open_board(board.url)
    with pytest.raises(ZeroDivisionError):
        left.run(
            "print('left over')\nwhile True: pass",
            on_data=lambda data: 1 // 0,
            time_limit_s=60,
            output_limit_bytes=1000,
        )
    left.close()
    came = time.monotonic()
    with Workplace(board, peer.control, monkeypatch) as place:
        usable = place.ready() - came
        place.finished(submission)
    assert result_of(submission).success
    tell(21, "runs again, judged once", 0.0, usable)


def test_17_and_27_a_board_that_starts_with_its_menu(
    transactional_db, monkeypatch, student, mission, run, tell
):
    peer = start_virtual_board("--fault", "launcher")
    try:
        with Workplace(use_embedded_board(peer.url), peer.control, monkeypatch) as place:
            began = time.monotonic()
            usable = place.ready() - began
            submission = place.submit(student, mission, HELLO)
            place.finished(submission)
            assert result_of(submission).success
            assert connections.connect(place.board).identity.boot_option == 0
    finally:
        peer.stop()
    tell(17, "runs; the menu is switched off for good", 0.0, usable)


def test_18_and_22_another_board_at_the_address(place, tell):
    """A real board is known by its id; this one is made to look like a real one."""
    place.until(lambda: Board.objects.get().unique_id != "")
    Board.objects.update(is_virtual=False, unique_id="0123456789ab")
    connections_lost = place.cause("unplug", "100ms")
    noticed = place.told("WrongBoard") - connections_lost
    assert Board.objects.get().state == BoardState.FAILED
    Board.objects.update(unique_id="")
    usable = place.ready() - connections_lost
    tell(18, "waits; no other board runs it", noticed, usable)


def test_20_another_program_holds_the_board(peer, transactional_db, monkeypatch, tell):
    other = open_board(peer.url)
    with Workplace(use_embedded_board(peer.url), peer.control, monkeypatch) as place:
        began = time.monotonic()
        noticed = place.told("PortBusy") - began
        other.close()
        closed = time.monotonic()
        usable = place.ready() - closed
    tell(20, "waits", noticed, usable)


def test_22_two_who_want_the_board(place, tell):
    with pytest.raises(PortBusy):
        open_board(place.board.url)
    assert Board.objects.get().state == BoardState.READY
    tell(22, "undisturbed: the second is refused")


def test_23_a_camera_that_does_not_answer(place, student, mission, run, tell):
    mission.scene = {"unplugged": [{"from_ms": 0, "until_ms": 86_400_000}]}
    mission.save()
    code = (
        "use Libraries.Robots.HuskyLens.HuskyLens\nHuskyLens camera\n"
        "camera:SelectAlgorithm(camera:FACE_RECOGNITION)\n"
    )
    submission = place.submit(student, mission, code)
    ended = place.finished(submission)
    assert result_of(submission).error["class"] == "InputOutputError"
    tell(23, "ends by an error that says what to check", 0.0, place.ready() - ended)


def test_24_a_board_that_waits_for_a_firmware(place, student, mission, run, tell):
    submission = place.submit(student, patient(mission, 20), TWO_SECONDS)
    place.said("start")
    began = place.cause("rom_loader")
    noticed = place.told("WaitingForDownload") - began
    place.until(lambda: Board.objects.get().state == BoardState.FAILED)
    pressed = place.press_reset()
    usable = place.ready() - pressed
    place.finished(submission)
    assert result_of(submission).success
    tell(24, "runs again, judged once", noticed, usable)


@pytest.mark.parametrize("fault", ["full_disk", "damaged_disk"])
def test_25_a_file_system_that_takes_nothing(transactional_db, monkeypatch, fault, tell):
    peer = start_virtual_board("--fault", fault)
    try:
        with Workplace(use_embedded_board(peer.url), peer.control, monkeypatch) as place:
            began = time.monotonic()
            noticed = place.told("InstallationFailed") - began
            assert Board.objects.get().state == BoardState.FAILED
            mended = place.cause(fault, "off")
            usable = place.ready() - mended
    finally:
        peer.stop()
    tell(25, "waits", noticed, usable)


def test_26_a_clock_that_was_never_set(place, student, mission, run, tell):
    code = (
        "use Libraries.System.DateTime\nDateTime moment\nmoment:Now()\n"
        'if moment:GetYear() > 2024\n    output "Bonjour"\nend\n'
    )
    submission = place.submit(student, mission, code)
    place.finished(submission)
    assert result_of(submission).success
    tell(26, "reads the time of the platform")


# -- modes that concern the link alone


def run_raw(board: Board, program: str):
    """Run MicroPython as it is; Quorum programs cannot do these things."""
    return connections.connect(board).run(
        program, on_data=lambda data: None, time_limit_s=10, output_limit_bytes=10_000
    )


def test_9_a_program_that_ends_the_interpreter(peer, transactional_db, tell):
    board = use_embedded_board(peer.url)
    assert run_raw(board, "raise SystemExit").ended is RunEnd.FINISHED
    assert run_raw(board, "print('next')").error_text == ""
    connections.disconnect_all()
    tell(9, "counts as ended")


def test_14_a_mistake_found_while_the_program_is_still_on_its_way(peer, transactional_db, tell):
    board = use_embedded_board(peer.url)
    program = "x = = 1\n" + "y = 2\n" * 2000
    assert "SyntaxError" in run_raw(board, program).error_text
    assert run_raw(board, "print('next')").error_text == ""
    connections.disconnect_all()
    tell(14, "its error is read; cannot come from the translator")


def test_15_control_bytes_in_the_output(peer, transactional_db, tell):
    board = use_embedded_board(peer.url)
    run = run_raw(board, r"print('a\x04\x04b')")
    assert (run.ended, run.error_text) == (RunEnd.FINISHED, "")
    connections.disconnect_all()
    tell(15, "its output is whole; Quorum's is escaped on the board")


def test_17_a_start_that_was_interrupted_leaves_no_trace_in_the_next_results(
    place, student, other_student, mission, run, tell
):
    """Without its boot.py a board does not know the way to the platform's files."""
    submission = place.submit(student, patient(mission, 20), TWO_SECONDS)
    place.said("start")
    place.cause("half_boot")
    place.cause("brownout")
    place.finished(submission)
    following = place.submit(other_student, mission, HELLO)
    place.finished(following)
    assert result_of(submission).success
    assert result_of(following).success
    tell(17, "runs again, judged once")
