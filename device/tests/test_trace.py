"""What the host makes of the stream that a program writes."""

from __future__ import annotations

import pytest

from device.trace import MAX_LINE_CHARACTERS, TraceEvent, TraceReader


def read(*pieces: bytes) -> list[tuple[str, tuple[object, ...]]]:
    reader = TraceReader()
    events = [event for piece in pieces for event in reader.feed(piece)]
    return [(event.kind, event.values) for event in events + reader.finish()]


def test_a_trace_line_becomes_an_event() -> None:
    assert read(b'\x1e["screen","text","Hi",10,20,2,255]\r\n') == [
        ("screen", ("text", "Hi", 10, 20, 2, 255))
    ]


def test_the_stream_may_be_cut_anywhere_even_inside_a_letter() -> None:
    stream = '\x1e["output","é蝶"]\r\nplain é\n'.encode()
    pieces = [stream[i : i + 1] for i in range(len(stream))]
    assert read(*pieces) == [("output", ("é蝶",)), ("plain", ("plain é",))]


def test_text_before_a_trace_line_is_plain() -> None:
    assert read(b'loading...\x1e["output","x"]\n') == [
        ("plain", ("loading...",)),
        ("output", ("x",)),
    ]


@pytest.mark.parametrize(
    "record", [b"{}", b"[]", b"[1]", b'["output"', b"nonsense", b"[" * 100_000]
)
def test_what_only_looks_like_a_trace_line_is_plain(record: bytes) -> None:
    assert {kind for kind, _ in read(b"\x1e" + record + b"\n")} == {"plain"}


def test_an_unfinished_line_comes_at_the_end() -> None:
    reader = TraceReader()
    assert reader.feed(b"abc") == []
    assert reader.finish() == [TraceEvent("plain", ("abc",))]


def test_a_line_without_an_end_does_not_grow_for_ever() -> None:
    reader = TraceReader()
    assert len(reader.feed(b"x" * (MAX_LINE_CHARACTERS + 1))) == 1


def test_bytes_that_are_no_text_are_marked() -> None:
    assert read(b"\xff\xfe\n") == [("plain", ("\ufffd\ufffd",))]


def test_what_a_database_cannot_keep_is_replaced() -> None:
    assert read(b'\x1e["output","a\\u0000b\\ud800c",["\\u0000"],NaN]\n') == [
        ("output", ("a\ufffdb\ufffdc", ["\ufffd"], None))
    ]


def test_plain_text_has_no_zero_bytes_either() -> None:
    assert TraceReader().feed(b"\x00noise\n") == [TraceEvent("plain", ("\ufffdnoise",))]


def test_a_line_that_was_cut_at_the_end_is_not_shown_as_output() -> None:
    reader = TraceReader()
    assert reader.feed(b'\x1e["output","one"]\nplain\x1e["output","a long te') == [
        TraceEvent("output", ("one",))
    ]
    assert reader.finish() == [TraceEvent("plain", ("plain",))]
