"""The command line: what comes out where, and the exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent

GOOD = 'output "Grüezi"\noutput 7 / 2\n'
BAD = "output scor\nscore = 1\n"
STOPS = """action Main
    output "before"
    F(0)
end
action F(integer x)
    output 1 / x
end
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.quorum").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.quorum").write_text(BAD, encoding="utf-8")
    (tmp_path / "stops.quorum").write_text(STOPS, encoding="utf-8")
    return tmp_path


def quorum(folder: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [sys.executable, "-m", "quorum", *arguments],
        cwd=folder,
        env=environment,
        input=typed,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_check_is_silent_about_a_good_program(folder: Path) -> None:
    done = quorum(folder, "check", "good.quorum")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_check_tells_mistakes_on_standard_error(folder: Path) -> None:
    done = quorum(folder, "check", "bad.quorum", "--language", "fr")
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.splitlines()[:3] == [
        "bad.quorum:1:8: Q3001",
        "    output scor",
        "           ^^^^",
    ]


def test_check_speaks_json(folder: Path) -> None:
    done = quorum(folder, "check", "bad.quorum", "--json", "--language", "en")
    (found,) = json.loads(done.stderr)
    assert (found["code"], found["line"], found["column"]) == ("Q3001", 1, 8)
    assert found["severity"] == "error"
    assert quorum(folder, "check", "good.quorum", "--json").stderr == "[]\n"


def test_check_gives_advice_and_the_status_stays_0(folder: Path) -> None:
    (folder / "idle.quorum").write_text("integer apples = 3\n")
    done = quorum(folder, "check", "idle.quorum", "--language", "fr")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.splitlines()[:3] == [
        "idle.quorum:1:9: Q7001 (conseil)",
        "    integer apples = 3",
        "            ^^^^^^",
    ]


def test_json_says_which_are_warnings(folder: Path) -> None:
    (folder / "idle.quorum").write_text("integer apples = 3\n")
    done = quorum(folder, "check", "idle.quorum", "--json")
    (found,) = json.loads(done.stderr)
    assert (done.returncode, found["code"], found["severity"]) == (0, "Q7001", "warning")


def test_the_advice_is_about_the_board_that_is_named(folder: Path) -> None:
    (folder / "tilt.quorum").write_text(
        "use Libraries.Robots.M5Stack.MotionSensor\nMotionSensor sensor\noutput sensor:GetTiltX()\n"
    )
    told = quorum(folder, "check", "tilt.quorum", "--board", "basic", "--language", "en").stderr
    assert told.startswith("tilt.quorum:1:5: Q7201 (advice)\n")
    assert "There is no motion sensor on the M5Stack Basic" in told
    assert quorum(folder, "check", "tilt.quorum", "--board", "cores3").stderr == ""
    assert quorum(folder, "check", "tilt.quorum").stderr == ""


def test_run_gives_advice_before_the_program_starts(folder: Path) -> None:
    (folder / "idle.quorum").write_text("integer apples = 3\noutput 5\n")
    done = quorum(folder, "run", "idle.quorum", "--language", "en")
    assert (done.returncode, done.stdout) == (0, "5\n")
    assert "Q7001 (advice)" in done.stderr


def test_run_shows_the_output(folder: Path) -> None:
    done = quorum(folder, "run", "good.quorum")
    assert (done.returncode, done.stdout, done.stderr) == (0, "Grüezi\n3\n", "")


def test_run_tells_where_a_program_stopped(folder: Path) -> None:
    done = quorum(folder, "run", "stops.quorum", "--language", "en")
    assert done.returncode == 2
    assert done.stdout == "before\n"
    assert done.stderr.startswith("Line 6, in the action F: ")


def test_run_shows_the_calls_that_led_to_an_error(folder: Path) -> None:
    done = quorum(folder, "run", "stops.quorum", "--language", "en")
    assert done.stderr.splitlines()[1:] == [
        "The calls that led here, the last one first:",
        "    F, line 6",
        "    Main, line 3",
    ]


def test_run_tells_an_endless_recursion_without_a_word_of_python(folder: Path) -> None:
    (folder / "mirror.quorum").write_text(
        "class Mirror\nMirror inside\naction Main\noutput inside = undefined\nend\nend\n"
    )
    done = quorum(folder, "run", "mirror.quorum", "--language", "en")
    assert done.returncode == 2
    assert done.stderr.splitlines()[0].startswith("Line 2: I followed actions")
    assert done.stderr.splitlines()[2] == "    on create, line 2 (20 times)"


def test_run_stops_a_program_that_keeps_too_much(folder: Path) -> None:
    (folder / "hoard.quorum").write_text('text a = "ab"\nrepeat while true\na = a + a\nend\n')
    done = quorum(folder, "run", "hoard.quorum", "--language", "en")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("Line 3: I have no memory")


def test_run_reads_what_is_typed_and_shows_the_question(folder: Path) -> None:
    (folder / "ask.quorum").write_text('output "Hello " + input("Name? ")\n', encoding="utf-8")
    done = quorum(folder, "run", "ask.quorum", typed="Zoé\n")
    assert (done.returncode, done.stdout) == (0, "Name? Hello Zoé\n")


def test_run_says_that_nothing_more_is_typed(folder: Path) -> None:
    (folder / "ask.quorum").write_text('text a = input("")\n')
    done = quorum(folder, "run", "ask.quorum", "--language", "fr")
    assert done.returncode == 2
    assert done.stderr.startswith("Ligne 1\u00a0: `input` attend une ligne")


def test_run_ends_silently_when_nobody_reads_its_output_any_more(folder: Path) -> None:
    (folder / "many.quorum").write_text('repeat 100000 times\noutput "x"\nend\n')
    with subprocess.Popen(
        [sys.executable, "-m", "quorum", "run", "many.quorum"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline() == "x\n"
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 141


@pytest.mark.parametrize("command", ["run", "translate"])
def test_a_full_disk_is_told_in_a_sentence(folder: Path, command: str) -> None:
    (folder / "one.quorum").write_text("output 1\n")
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "quorum", command, "one.quorum"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "en_US.UTF-8"},
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert done.returncode == 74
    assert done.stderr.startswith("I cannot go on, because this machine says: No space left")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("name", "content"),
    [("no.toml", None), ("bad.toml", b"x = ["), ("bad.json", b"{"), ("bytes.toml", b"\xff")],
)
def test_a_scene_that_cannot_be_read_is_told_before_the_program_runs(
    folder: Path, name: str, content: bytes | None
) -> None:
    (folder / "one.quorum").write_text("output 1\n")
    if content is not None:
        (folder / name).write_bytes(content)
    done = quorum(folder, "run", "one.quorum", "--scene", name, "--language", "en")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"I was to read the scene `{name}`, but I cannot: ")
    assert done.stderr.count("\n") == 1


def test_a_program_without_end_ends_with_the_command_that_is_killed(folder: Path) -> None:
    (folder / "endless.quorum").write_text('output "on"\nrepeat while true\nend\n')
    with subprocess.Popen(
        [sys.executable, "-m", "quorum", "run", "endless.quorum"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,  # the program inherits it, so it stays open as long as it runs
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as command:
        assert command.stdin is not None
        assert command.stdout is not None
        assert command.stdout.readline() == b"on\n"
        command.kill()
        command.wait()
        with pytest.raises(BrokenPipeError):
            while True:
                os.write(command.stdin.fileno(), b"x")


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_run_does_without_the_streams_that_are_closed(folder: Path, closed: str) -> None:
    """As a service without a terminal starts it."""
    run = subprocess.run(
        ["sh", "-c", f'exec "$0" -m quorum run good.quorum {closed}', sys.executable],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    shown = "" if ">&-" in closed.replace("2>&-", "") else "Grüezi\n3\n"
    assert (run.returncode, run.stdout, run.stderr) == (0, shown, "")


def test_run_does_not_start_a_program_with_mistakes(folder: Path) -> None:
    done = quorum(folder, "run", "bad.quorum")
    assert done.returncode == 1
    assert done.stdout == ""


def test_run_gives_the_trace_as_json(folder: Path) -> None:
    done = quorum(folder, "run", "good.quorum", "--json")
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert events[:2] == [["output", "Grüezi"], ["output", "3"]]
    assert events[2][0] == "end"


def test_run_finds_the_virtual_hardware_and_shows_the_scene(folder: Path) -> None:
    (folder / "robot.quorum").write_text(
        "use Libraries.Robots.HuskyLens.HuskyLens\nuse Libraries.Robots.M5Stack.Screen\n"
        "HuskyLens camera\nScreen screen\ncamera:SelectAlgorithm(camera:FACE_RECOGNITION)\n"
        'screen:Output("faces", 1, 2)\noutput camera:RequestBlocks()\n'
    )
    done = quorum(folder, "run", "robot.quorum", "--board", "virtual", "--json")
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert ["algorithm", 0] in events
    assert [event for event in events if event[0] == "screen"]
    assert ["output", "0"] in events


def test_translate_writes_micropython(folder: Path) -> None:
    done = quorum(folder, "translate", "good.quorum")
    assert done.returncode == 0
    assert done.stdout.startswith("from quorum_runtime.program import run\n")
    compile(done.stdout, "<stdin>", "exec")


def test_further_files_are_the_other_classes(folder: Path) -> None:
    (folder / "main.quorum").write_text("Dog d\noutput d:Sound()\n")
    (folder / "dog.quorum").write_text(
        'class Dog\naction Sound returns text\nreturn "Wau"\nend\nend\n'
    )
    done = quorum(folder, "run", "main.quorum", "dog.quorum")
    assert (done.returncode, done.stdout) == (0, "Wau\n")


@pytest.mark.parametrize("data", [b"\x00\x01", b"output \xff", b"\xff\xfeo\x00"])
def test_a_file_that_is_no_text_is_a_mistake(folder: Path, data: bytes) -> None:
    (folder / "x.quorum").write_bytes(data)
    done = quorum(folder, "check", "x.quorum", "--json")
    assert done.returncode == 1
    assert json.loads(done.stderr)[0]["code"] in {"Q0001", "Q0002"}


def test_a_missing_file_is_a_mistake(folder: Path) -> None:
    done = quorum(folder, "check", "nothing.quorum", "--json")
    assert done.returncode == 1
    assert json.loads(done.stderr)[0]["code"] == "Q0004"


def test_a_byte_order_mark_is_no_part_of_the_program(folder: Path) -> None:
    (folder / "x.quorum").write_bytes(b"\xef\xbb\xbfoutput 5\r\n")
    assert quorum(folder, "run", "x.quorum").stdout == "5\n"


def test_check_reads_only_what_a_good_program_needs(folder: Path) -> None:
    """Modules that take long to import come when something needs them: `check` answers at once."""
    heavy = {"json", "logging", "pathlib", "subprocess", "tempfile", "tomllib", "urllib", "hashlib"}
    script = (
        "import sys; from quorum.cli import main; main(['check', 'good.quorum']); "
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path.append({str(ROOT)!r}); {script}"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    read = set(done.stdout.split())
    assert read & heavy == set()
    assert {name for name in read if name.startswith(("quorum.messages.", "quorum.host"))} == {
        "quorum.messages.entry"
    }
