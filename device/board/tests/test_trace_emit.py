"""The trace as it leaves the board."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from quorum_runtime import errors, program, trace
from quorum_runtime.trace import emit
from virtual_room import Room, room

__all__ = ["room"]

# Whatever could end a line, a text or an answer of the raw REPL; or is half a character.
DANGEROUS = [
    *map(chr, [*range(0x20), 0x22, 0x5C, *range(0x7F, 0xA0)]),
    "\u2028",
    "\u2029",
    "\ud800",
]


def flood(count: int = 2000) -> None:
    """Draw more than the budget has and more than can wait."""
    for number in range(count):
        emit("screen", "pixel", number, 0, 0)


def test_an_event_is_one_compact_line(capsys: pytest.CaptureFixture[str]) -> None:
    emit("blocks", 7, [(1, 2, 3, 4, 5)])
    assert capsys.readouterr().out == '\x1e["blocks",7,[[1,2,3,4,5]]]\n'


@pytest.mark.parametrize("text", DANGEROUS, ids=lambda text: f"U+{ord(text):04X}")
def test_no_text_can_end_its_line_or_begin_another(
    capsys: pytest.CaptureFixture[str], text: str
) -> None:
    emit("output", f"a{text}b")
    written = capsys.readouterr().out
    assert [code for code in written[1:-1].encode() if code < 32] == []
    assert json.loads(written[1:]) == ["output", f"a{text}b"]


def test_the_message_and_the_class_of_an_error_cannot_either(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail() -> None:
        raise type("c_\x1e\n\x04", (errors.Error,), {})("\x1e[]\n\x04")

    program.run(lambda: fail)
    error, end, _ = capsys.readouterr().out.split("\n")
    assert json.loads(error[1:])[:3] == ["error", "\x1e\n\x04", "\x1e[]\n\x04"]
    assert end.startswith('\x1e["end",')


# --- more than the line carries -----------------------------------------------------------------


def test_a_program_that_draws_within_the_budget_loses_nothing(room: Room) -> None:
    for number in range(2000):
        emit("screen", "pixel", number, 0, 0)
        room.clock.now += 3
    assert [event[2] for event in room.trace()] == list(range(2000))


def test_beyond_the_budget_the_line_stays_free(room: Room) -> None:
    flood()
    written = sum(len(json.dumps(event)) for event in room.trace())
    assert trace.BURST_BYTES - 100 < written < trace.BURST_BYTES + 1000


def test_the_last_events_arrive_at_the_end_and_the_missing_ones_are_counted_at_their_place(
    room: Room,
) -> None:
    flood()
    emit("end", 1)
    events = room.trace()
    (place,) = [index for index, event in enumerate(events) if event[0] == "dropped"]
    before, after = events[:place], events[place + 1 : -1]
    assert events[-1] == ["end", 1]
    assert after[-1] == ["screen", "pixel", 1999, 0, 0]
    assert [event[2] for event in before] == list(range(len(before)))
    assert [event[2] for event in after] == list(range(2000 - len(after), 2000))
    assert events[place] == ["dropped", 2000 - len(before) - len(after)]


def test_what_waits_leaves_before_what_a_program_outputs(room: Room) -> None:
    flood()
    room.trace()
    emit("output", "now")
    assert [event[0] for event in room.trace()][-2:] == ["screen", "output"]


def test_output_is_never_held_back_whatever_was_drawn(room: Room) -> None:
    flood()
    for number in range(5000):
        emit("output", str(number))
    said = [event[1] for event in room.trace() if event[0] == "output"]
    assert said == [str(number) for number in range(5000)]


def test_what_waits_leaves_as_time_passes(room: Room) -> None:
    flood()
    room.trace()
    room.clock.now += 1000
    trace.send_held()
    assert room.trace()[-1] == ["screen", "pixel", 1999, 0, 0]
    emit("light", -1, 0)
    assert room.trace() == [["light", -1, 0]]


def test_an_interrupted_program_leaves_its_last_state(room: Room) -> None:
    def drawing() -> None:
        flood()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        program.run(lambda: drawing)
    assert room.trace()[-1] == ["screen", "pixel", 1999, 0, 0]


def test_a_new_program_begins_with_all_of_the_budget_and_nothing_of_the_last_one(
    room: Room,
) -> None:
    flood()
    room.trace()
    trace.begin()
    emit("screen", "clear", 0)
    assert room.trace() == [["screen", "clear", 0]]


def test_long_texts_that_wait_take_no_more_memory_than_one_of_them(room: Room) -> None:
    for number in range(20):
        emit("screen", "text", f"{number}" * 5000)
    room.trace()
    emit("end", 1)
    assert [event[0] for event in room.trace()] == ["dropped", "screen", "end"]


# --- what is written about it -------------------------------------------------------------------

BOARD = Path(__file__).parent.parent
GUIDE = BOARD.parent.parent / "docs" / "board-runtime.md"
EMIT = re.compile(r'\bemit\(\s*"(\w+)"|RECORD \+ \'\["(\w+)"')


def test_the_guide_knows_every_event() -> None:
    sources = [path.read_text("utf-8") for path in BOARD.glob("[!tv]*/**/*.py")]
    kinds = {kind for text in sources for found in EMIT.findall(text) for kind in found if kind}
    told = set(re.findall(r"^\| `(\w+)` \|", GUIDE.read_text("utf-8"), re.MULTILINE))
    assert {"output", "dropped", "screen", "blocks", "end"} <= kinds
    assert kinds <= told


def test_a_long_text_is_written_in_pieces_that_a_ctrl_c_can_come_between(monkeypatch) -> None:
    pieces: list[str] = []
    monkeypatch.setattr(trace.sys.stdout, "write", pieces.append)
    trace.emit("output", "x" * 5000)
    assert max(map(len, pieces)) == trace.PIECE
    assert "".join(pieces) == '\x1e["output","' + "x" * 5000 + '"]\n'


def test_the_budget_counts_bytes_and_not_letters(monkeypatch) -> None:
    """MicroPython writes letters beyond ASCII as they are."""
    monkeypatch.setattr(trace.json, "dumps", lambda line, **_: "蝶" * 100)
    trace.begin()
    before = trace._budget
    trace.emit("screen", "text")
    assert before - trace._budget >= 300
