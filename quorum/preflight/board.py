"""What the chosen board lacks, and what is too much for it (Q7201 to Q7206)."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from quorum import syntax_tree as tree
from quorum import typed_tree as typed
from quorum.boards import Board, Part
from quorum.codes import Code
from quorum.preflight.memory import array_bytes, heap_needed, is_big_array, is_big_text
from quorum.preflight.subject import Subject
from quorum.preflight.walk import walk

_M5STACK = "Libraries.Robots.M5Stack."
_CONSOLE = "Libraries.System.Console"
_PART_OF_CLASS = {
    "Screen": Part.SCREEN,
    "Light": Part.LIGHTS,
    "Button": Part.BUTTONS,
    "Sound": Part.SOUND,
    "MotionSensor": Part.MOTION,
    "Battery": Part.BATTERY,
}
# Every board can measure the temperature of its own chip.
_WITHOUT_PART = frozenset({"MotionSensor:GetTemperature"})

# A program that is on its way for longer is noticed by those who wait behind it.
_LONG_WAY_SECONDS = 2


def too_much(
    subjects: Sequence[Subject], checked: typed.Program, program: str, board: Board
) -> None:
    """Warn of what will be missing on the board, or not fit onto it. `program` is MicroPython."""
    _missing_parts(subjects, checked, board)
    _missing_keyboard(subjects, checked, board)
    told = _big_values(subjects, board)
    if board.short_numbers:
        _changed_numbers(subjects, board)
    if not told:
        _size(subjects[0], checked, program, board)


def _warn(subject: Subject, code: Code, span: tree.Span, board: Board, **arguments: str) -> None:
    subject.reporter.warning(code, span, board_word=f"board_{board.name}", **arguments)


# --- parts ------------------------------------------------------------------------------------


def _missing_parts(subjects: Sequence[Subject], checked: typed.Program, board: Board) -> None:
    asked = {call.partition(":")[0] for call in checked.calls - _WITHOUT_PART}
    for name, part in _PART_OF_CLASS.items():
        if name in asked and not board.has(part):
            subject, span = _first_use(subjects, _M5STACK + name)
            _warn(subject, Code.BOARD_LACKS, span, board, name=name, variant=part.value)


def _missing_keyboard(subjects: Sequence[Subject], checked: typed.Program, board: Board) -> None:
    if board.has(Part.KEYBOARD):
        return
    for subject in subjects:
        inputs = (
            node.span for node in walk(subject.written.class_) if isinstance(node, tree.Input)
        )
        first = next(inputs, None)
        if first is not None:
            _warn(subject, Code.INPUT_WITHOUT_KEYBOARD, first, board)
            return
    if "Console:Input" in checked.calls:
        subject, span = _first_use(subjects, _CONSOLE)
        _warn(subject, Code.INPUT_WITHOUT_KEYBOARD, span, board)


def _first_use(subjects: Sequence[Subject], full_name: str) -> tuple[Subject, tree.Span]:
    """The `use` line of a library class; the name of the main class where there is none."""
    package = full_name.rpartition(".")[0]
    for subject in subjects:
        for use in subject.written.uses:
            if use.text in {full_name, f"{package}.all"}:
                return subject, use.span
    return subjects[0], subjects[0].first_word


# --- memory and the way to the board ------------------------------------------------------------


def _big_values(subjects: Sequence[Subject], board: Board) -> bool:
    """Texts and arrays that are too big for the heap; whether there are any."""
    told = False
    for subject in subjects:
        for span, size, variant in (*_big_texts(subject, board), *_big_arrays(subject, board)):
            kilobytes = str(round(size / 1000))
            heap = str((board.heap_bytes or 0) // 1000)
            _warn(subject, Code.BIG_VALUE, span, board, size=kilobytes, heap=heap, variant=variant)
            told = True
    return told


def _big_texts(subject: Subject, board: Board) -> Iterator[tuple[tree.Span, int, str]]:
    if not is_big_text(_size_in_memory(subject.reporter.source.text), board):
        return
    for node in walk(subject.written.class_):
        if isinstance(node, tree.TextLiteral):
            size = _size_in_memory(node.value)
            if is_big_text(size, board):
                yield node.span, size, ""


def _size_in_memory(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _big_arrays(subject: Subject, board: Board) -> Iterator[tuple[tree.Span, int, str]]:
    for node, offset in subject.with_places():
        if isinstance(node, typed.Call):
            size = array_bytes(node)
            if is_big_array(size, board):
                yield subject.span(offset), size, "array"


def _size(main: Subject, checked: typed.Program, program: str, board: Board) -> None:
    needed = heap_needed(checked.library_classes, program)
    if board.heap_bytes is not None and needed > board.heap_bytes:
        _warn(
            main,
            Code.PROGRAM_TOO_BIG,
            main.first_word,
            board,
            needed=str(round(needed / 1000)),
            heap=str(board.heap_bytes // 1000),
        )
    elif board.wire_bytes_per_second is not None:
        seconds = len(program) / board.wire_bytes_per_second
        if seconds > _LONG_WAY_SECONDS:
            _warn(
                main,
                Code.LONG_WAY,
                main.first_word,
                board,
                seconds=str(round(seconds)),
                size=str(round(len(program) / 1000)),
            )


# --- numbers ----------------------------------------------------------------------------------


def _changed_numbers(subjects: Sequence[Subject], board: Board) -> None:
    """Numbers that are another one in 32 bits, not only less exact after the point."""
    for subject in subjects:
        for node in walk(subject.written.class_):
            if isinstance(node, tree.NumberLiteral):
                stored = _in_32_bits(node.value)
                if stored is not None:
                    _warn(
                        subject,
                        Code.NUMBER_CHANGED,
                        node.span,
                        board,
                        written=subject.text(node.span),
                        stored=stored,
                    )


def _in_32_bits(value: float) -> str | None:
    """What becomes of a number where that is more than a rounding of its fraction."""
    try:
        short = struct.unpack("<f", struct.pack("<f", value))[0]
    except OverflowError:
        return "Infinity"
    if value and not short:
        return "0.0"
    is_whole = value.is_integer()
    return repr(short) if is_whole and short != value else None
