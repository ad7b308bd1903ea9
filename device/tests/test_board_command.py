"""`manage.py board`: what a technician types, reads and gets as exit status."""

import io
import threading
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from device import connections
from device.boards import use_embedded_board
from device.keeper import Keeper
from device.models import Board

pytestmark = pytest.mark.django_db(transaction=True)

ACTS = ("list", "info", "doctor", "install", "exec", "reset", "trace", "stop")


@pytest.fixture(autouse=True)
def _english_terminal(monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def board_of_the_platform(board):
    """The board, its port held by a worker of the platform."""
    keeper = Keeper(board.name)
    connections.connect(board)
    keeper.start()
    yield board
    keeper.stop()


def run(*arguments: str) -> tuple[int, str]:
    """The exit status and what stands on the terminal."""
    output = io.StringIO()
    try:
        call_command("board", *arguments, stdout=output)
    except SystemExit as end:
        return int(end.code or 0), output.getvalue()
    return 0, output.getvalue()


@pytest.mark.parametrize("act", ACTS)
def test_every_act_explains_itself(act, capsys):
    with pytest.raises(SystemExit) as ended:
        call_command("board", act, "--help")
    assert ended.value.code == 0
    assert len(capsys.readouterr().out.splitlines()) > 4


def test_the_help_is_french_where_the_machine_is(monkeypatch, capsys):
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    with pytest.raises(SystemExit):
        call_command("board", "--help")
    assert "arrêt d’urgence" in capsys.readouterr().out


def test_list_shows_the_boards_with_their_state(board):
    status, text = run("list")
    assert status == 0
    assert board.name in text
    assert "not connected" in text


def test_info_tells_who_answers(board):
    status, text = run("info", board.name)
    assert status == 0
    assert "Virtual M5Stack CoreS3" in text


def test_a_board_may_be_meant_by_its_address_alone(running_board, transactional_db):
    assert run("info", running_board.url)[0] == 0


def test_the_only_board_need_not_be_named(board):
    assert run("info")[0] == 0


def test_a_board_that_nobody_knows_is_asked_for_with_those_that_there_are(board):
    with pytest.raises(CommandError, match="board-1") as refused:
        run("info", "board-7")
    assert refused.value.returncode == 2


def test_an_address_where_nothing_is_says_what_to_do(transactional_db):
    with pytest.raises(CommandError, match="plug in its cable") as refused:
        run("info", "/dev/serial/by-id/no-such-board")
    assert refused.value.returncode == 3


def test_exec_shows_what_the_piece_prints(board):
    assert run("exec", board.name, "--code", "print(6 * 7)") == (0, "42\n")


def test_exec_reads_a_file(board, tmp_path: Path):
    file = tmp_path / "piece.py"
    file.write_text("print('from a file')")
    assert run("exec", board.name, "--file", str(file)) == (0, "from a file\n")


def test_exec_of_a_piece_with_a_mistake_shows_it_and_fails(board):
    status, text = run("exec", board.name, "--code", "1 / 0")
    assert status == 1
    assert "ZeroDivisionError" in text


def test_a_file_that_is_not_there_is_named(board):
    with pytest.raises(CommandError, match=r"missing\.py"):
        run("exec", board.name, "--file", "missing.py")


def test_a_file_that_is_no_text_is_told(board, tmp_path: Path):
    file = tmp_path / "picture.png"
    file.write_bytes(b"\x89PNG\xff")
    with pytest.raises(CommandError, match="UTF-8") as refused:
        run("exec", board.name, "--file", str(file))
    assert refused.value.returncode == 2


@pytest.mark.parametrize("limit", ["nan", "inf", "-1", "0", "61", "soon"])
def test_a_limit_is_a_number_of_seconds(board, limit):
    with pytest.raises(CommandError, match="no number of seconds"):
        run("exec", board.name, "--limit", limit, "--code", "1")


def test_a_piece_that_takes_too_long_is_told_in_words(board):
    status, text = run("exec", board.name, "--limit", "0.3", "--code", "while True: pass")
    assert status == 1
    assert text.startswith("Its time was over.")


def test_a_command_that_is_broken_off_leaves_nothing_running(board, monkeypatch):
    def break_off(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("device.acts.perform", break_off)
    assert run("exec", board.name, "--code", "1")[0] == 130


def test_list_tells_of_boards_that_run_nothing(board):
    Board.objects.update(stopped=True)
    assert "stopped by hand" in run("list")[1]
    Board.objects.update(enabled=False)
    assert "out of service" in run("list")[1]


def test_install_sends_what_is_missing_and_then_nothing(own_virtual_board, transactional_db):
    status, text = run("install", own_virtual_board.url)
    assert status == 0
    assert "quorum_runtime/trace.py" in text
    assert run("install", own_virtual_board.url)[1] == "Files changed: 0.\n"


def test_doctor_tells_line_by_line_and_succeeds(board):
    status, text = run("doctor", board.name)
    assert status == 0
    assert {line.split()[0] for line in text.splitlines()} == {"good"}


def test_doctor_does_not_know_every_mission(board):
    status, text = run("doctor", board.name, "--mission", "no-such-folder")
    assert status == 1
    assert "no-such-folder" in text


def test_doctor_compares_the_camera_with_a_mission(board, mission):
    mission.algorithm = "FACE_RECOGNITION"
    mission.save()
    assert "Algorithm" in run("doctor", board.name, "--mission", mission.slug)[1]


def test_doctor_fails_when_something_is_to_mend(own_virtual_board, transactional_db):
    board = use_embedded_board(own_virtual_board.url)
    connections.connect(board).show_scene({"battery": 3, "charging": False})
    connections.disconnect_all()
    status, text = run("doctor", board.name)
    assert status == 1
    assert "mend" in text


def test_reset_starts_the_board_again(board):
    run("exec", board.name, "--code", "kept = 1")
    assert run("reset", board.name)[0] == 0
    assert run("exec", board.name, "--code", "print('kept' in globals())")[1] == "False\n"


def test_a_hard_reset_needs_a_finger_where_there_is_no_line(board):
    status, text = run("reset", board.name, "--hard")
    assert status == 1
    assert "reset button" in text


def test_stop_silences_a_board_that_nobody_holds(board):
    status, text = run("stop", board.name)
    assert status == 0
    assert "silent" in text
    board.refresh_from_db()
    assert board.stopped


def test_reset_lets_a_stopped_board_run_again(board):
    run("stop", board.name)
    assert "may run programs again" in run("reset", board.name)[1]
    board.refresh_from_db()
    assert not board.stopped


def test_what_the_platform_holds_is_asked_by_an_order(board_of_the_platform):
    name = board_of_the_platform.name
    assert run("exec", name, "--code", "print('by order')") == (0, "by order\n")
    assert run("info", name)[0] == 0
    assert run("doctor", name)[0] == 0
    assert run("reset", name)[0] == 0


def test_stop_reaches_a_board_that_the_platform_holds(board_of_the_platform):
    status, text = run("stop", board_of_the_platform.name)
    assert status == 0
    assert "silent, after" in text


def test_a_holder_that_does_not_answer_is_told(board, monkeypatch):
    monkeypatch.setattr("device.console.targets.ORDER_WAIT_S", 0.0)
    connections.connect(board)
    with pytest.raises(CommandError, match="does not answer") as refused:
        run("info", board.name)
    assert refused.value.returncode == 3


def test_trace_shows_what_a_program_does(board, tmp_path: Path):
    program = tmp_path / "hello.quorum"
    program.write_text('output "Bonjour"\n')
    status, text = run("trace", board.name, "--program", str(program))
    assert status == 0
    assert "output" in text
    assert "Bonjour" in text


def test_a_program_is_not_traced_on_a_board_that_the_platform_holds(
    board_of_the_platform, tmp_path: Path
):
    program = tmp_path / "hello.quorum"
    program.write_text('output "Bonjour"\n')
    with pytest.raises(CommandError, match="out of service"):
        run("trace", board_of_the_platform.name, "--program", str(program))


def test_trace_of_a_program_with_a_mistake_names_the_line(board, tmp_path: Path):
    program = tmp_path / "wrong.quorum"
    program.write_text("ouput 1\n")
    status, text = run("trace", board.name, "--program", str(program))
    assert status == 1
    assert "wrong.quorum:1:" in text


def test_a_recorded_trace_can_be_played_without_the_board(board, tmp_path: Path):
    program, kept = tmp_path / "hello.quorum", tmp_path / "hello.recording"
    program.write_text('output "Bonjour"\n')
    run("trace", board.name, "--program", str(program), "--record", str(kept))
    status, text = run("trace", f"recorded:{kept}", "--program", str(program))
    assert status == 0
    assert "Bonjour" in text


def test_trace_without_a_program_shows_the_last_result(board, student, mission, run):
    """`run` is here the mission's; the command is called by its full name."""
    from device.worker import drain_board
    from submissions import queue
    from submissions.tests.conftest import HELLO

    output = io.StringIO()
    queue.submit_program(student, mission, HELLO)
    drain_board(board.name)
    call_command("board", "trace", board.name, stdout=output)
    assert "Bonjour" in output.getvalue()


def test_trace_of_a_board_that_has_run_nothing_says_so(board):
    status, text = run("trace", board.name)
    assert status == 1
    assert "No program has run" in text


def test_two_commands_do_not_disturb_each_other(board_of_the_platform):
    answers = []

    def ask(number: int) -> None:
        answers.append(run("exec", board_of_the_platform.name, "-c", f"print({number})")[1])

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == ["0\n", "1\n", "2\n", "3\n"]
    assert Board.objects.get().state == "ready"
