"""What the person at the keyboard is told when the set-up can't go on."""

import errno
from pathlib import Path

import pytest
from setting_up import commands, preconditions
from setting_up.problems import SetupProblem, problem_from_os_error, problem_from_output

FOLDER = Path("/somewhere/huskylens")


@pytest.mark.parametrize(
    "output",
    [
        "NewConnectionError: Failed to establish a new connection: [Errno 111] Connection refused",
        "[Errno -3] Temporary failure in name resolution",
        "npm error code ENOTFOUND",
        "npm error code EAI_AGAIN",
    ],
)
def test_a_missing_network_is_told_as_such(output):
    problem = problem_from_output("The Python packages", output, FOLDER)

    assert "could not be downloaded: connect this machine to the Internet" in str(problem)


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("OSError: [Errno 28] No space left on device", "The disk is full"),
        ("npm error code ENOSPC", "The disk is full"),
        ("OSError: [Errno 30] Read-only file system: '.venv'", "can't be written to"),
    ],
)
def test_a_full_disk_and_a_read_only_folder_are_told_as_such(output, said):
    assert said in str(problem_from_output("The Python packages", output, FOLDER))


@pytest.mark.parametrize(
    "output",
    [
        "npm error code SELF_SIGNED_CERT_IN_CHAIN",
        "SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] ...'))"
        " No matching distribution found",
    ],
)
def test_a_network_that_reads_along_is_told_from_a_missing_one(output):
    problem = problem_from_output("The Python packages", output, FOLDER)

    assert "a certificate that this machine does not trust" in str(problem)


def test_an_unknown_failure_is_not_guessed_at():
    assert problem_from_output("The front end", "SyntaxError: line 3", FOLDER) is None


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EROFS, "can't be written to"),
        (errno.EACCES, "can't be written to"),
        (errno.EIO, "The set-up stopped: Input/output error"),
    ],
)
def test_refusals_of_the_operating_system_are_one_sentence(number, said):
    problem = problem_from_os_error(OSError(number, "Input/output error"), FOLDER)

    assert said in str(problem)
    assert "\n" not in str(problem)


def test_a_command_that_fails_for_its_own_reason_shows_its_last_lines(capsys):
    with pytest.raises(SetupProblem, match="sh ended with status 3"):
        commands.run_quietly("The front end", ["sh", "-c", "echo the reason; exit 3"])

    assert "the reason" in capsys.readouterr().err


def test_a_nearly_full_disk_is_told_before_anything_is_downloaded(monkeypatch):
    usage = type("Usage", (), {"free": 1024})
    monkeypatch.setattr(preconditions.shutil, "disk_usage", lambda folder: usage)

    with pytest.raises(SetupProblem, match="The disk is full"):
        preconditions.check_room_on_disk(FOLDER)


def test_a_data_folder_that_can_t_be_made_is_told_with_its_name(monkeypatch, tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    monkeypatch.setenv("DATA_DIR", str(in_the_way / "data"))

    with pytest.raises(SetupProblem, match="The set-up stopped: Not a directory"):
        preconditions.check_folders()


def test_a_port_that_is_no_number_is_refused_before_anything_slow():
    with pytest.raises(SetupProblem, match="is not a port"):
        preconditions.check_address("127.0.0.1", "eighty")
