"""The control channel: orders, answers, and what a board tells about itself."""

from __future__ import annotations

import base64
from collections.abc import Iterator

import pytest

from device.tests.virtual_peer import Hand, Peer, running_peer


@pytest.fixture(scope="module")
def peer() -> Iterator[Peer]:
    with running_peer() as peer:
        yield peer


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("press A", "an order is one JSON object in one line"),
        ("[1]", "an order is one JSON object in one line"),
        ('{"do": "fault", "name": "flood"}', "there is no fault 'flood': --list-faults shows them"),
        ('{"do": "fault", "name": "unplug", "value": 5}', "'5' is not a duration: write for"),
        (
            '{"do": "scene", "scene": {"objects": [{"algorithm": "smell"}]}}',
            "scene: objects[0].algorithm: must be one of",
        ),
        ('{"do": "dance"}', "there is no order 'dance'; there are fault, lens_fault, look"),
        ('{"do": ["x"]}', "there is no order \"['x']\"; there are"),
    ],
)
def test_a_wrong_order_is_answered_with_a_sentence(peer: Peer, line: str, sentence: str) -> None:
    answer = peer.hand.say(line)
    assert answer["ok"] is False
    assert answer["error"].startswith(sentence)


def test_several_hands_can_be_at_the_same_board(peer: Peer) -> None:
    other = Hand(peer.control_address)
    assert other.do("state") == peer.hand.do("state")
    other.close()


def test_the_state_tells_what_has_happened() -> None:
    with running_peer() as peer:
        line = peer.raw_line()
        line.run("print(1)")
        line.soft_reset()
        line.start("while True: pass")
        state = peer.hand.wait_for("programs", 2)
        assert state["power"] == "on"
        assert state["mode"] == "raw"
        assert state["busy"] == "running"
        assert state["running"] is True
        assert state["connected"] is True
        assert state["resets"] == ["power on", "soft reset"]
        assert state["bytes_in"] == len(b"\r\x03\x03\x01print(1)\x04\x04while True: pass\x04")


def test_a_program_can_ask_where_the_control_channel_is(peer: Peer) -> None:
    line = peer.raw_line()
    where = line.run("import virtual_board\nprint(virtual_board.control)")
    line.close()
    assert where == peer.control_address + "\n"


def test_a_finger_on_the_reset_button_ends_every_program(peer: Peer) -> None:
    line = peer.raw_line()
    line.start("import micropython\nmicropython.kbd_intr(-1)\nprint('on')\nwhile True: pass")
    line.read_until(b"on\r\n")
    peer.hand.do("reset")
    line.read_until(b">>> ")
    assert peer.hand.do("state")["resets"][-1] == "button"
    line.close()


def test_the_hardware_obeys_while_a_program_runs(peer: Peer) -> None:
    line = peer.raw_line()
    line.start(
        "import M5\nM5.begin()\nM5.Speaker.tone(440, 50)\nprint('on')\n"
        "while not M5.Touch.getCount(): M5.update()\nprint('touched')"
    )
    line.read_until(b"on\r\n")
    peer.hand.do("press", button="A", duration_ms=10_000)
    assert line.finish() == "touched\n"
    assert [sound[:2] for sound in peer.hand.do("look")["sounds"]] == [[440, 50]]
    assert base64.b64decode(peer.hand.do("screen")["png"]).startswith(b"\x89PNG")
    line.close()


def test_what_the_hardware_cannot_do_is_told_in_its_words(peer: Peer) -> None:
    answer = peer.hand.say('{"do": "press", "button": "D", "duration_ms": 1}')
    assert answer["ok"] is False
    assert "button must be A, B or C" in answer["error"]


def test_hardware_that_is_switched_off_says_so(peer: Peer) -> None:
    peer.hand.fault("rom_loader")
    answer = peer.hand.say('{"do": "look"}')
    assert answer == {"ok": False, "error": "the board does not run now"}
    peer.hand.do("reset")
