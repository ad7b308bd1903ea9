"""The examination itself: from the cable inwards, because each part needs the one before."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator

from device.doctor import probes
from device.doctor.findings import Finding
from device.exceptions import DeviceError, Interrupted, LinkError, PlatformError
from device.installation import runtime_files
from device.link import Board
from device.problems import problem_code
from missions.camera_labels import algorithm_number, required_ids
from missions.models import Mission

ECHOES = 4
ECHO_BYTES = 512  # one echo takes 90 ms at 115,200 baud
OLDEST_FIRMWARE = (1, 20)  # has all of the runtime's modules; UIFlow2 2.4.2 is 1.25
LOW_BATTERY = 15  # percent; below it a lens that starts can pull the voltage down
SMALL_HEAP = 40_000  # bytes; the camera's libraries take 35 KB (docs/board-runtime.md)
SMALL_STORAGE = 32_768  # bytes; room for one changed file of the platform


def examine(board: Board, mission: Mission | None) -> list[Finding]:
    """Look at everything; with a mission, also at what its camera must know. Takes under 20 s.

    A part that fails does not end the examination; a board that is lost, or a stop, does. The
    camera of a virtual board sees what the mission’s scene shows.
    """
    if mission is not None and board.identity.is_virtual:
        board.show_scene(mission.scene)
    findings = [Finding("port", "open", True, {"machine": board.identity.machine})]
    for look in _looks(board, mission):
        try:
            findings += look()
        except (LinkError, Interrupted) as error:
            return [*findings, _interrupted(error)]
        except DeviceError as error:  # such as a board that restarted: that is worth the rest, too
            findings.append(_interrupted(error))
    return findings


def unreachable(error: DeviceError) -> list[Finding]:
    """What there is to say of a board that could not be opened."""
    return [Finding("port", "problem", False, {"problem": problem_code(error)})]


def _looks(board: Board, mission: Mission | None) -> list[Callable[[], Iterator[Finding]]]:
    return [
        lambda: _link(board),
        lambda: _runtime(board),
        lambda: _body(board),
        lambda: _camera(board, mission),
        lambda: _screen(board),
    ]


def _interrupted(error: DeviceError) -> Finding:
    return Finding("doctor", "interrupted", False, {"problem": problem_code(error)})


def _link(board: Board) -> Iterator[Finding]:
    text = secrets.token_hex(ECHO_BYTES // 2)
    began = time.monotonic()
    damaged = sum(not probes.echo(board, text) for _ in range(ECHOES))
    answer_ms = round((time.monotonic() - began) * 1000 / ECHOES)
    if damaged:
        yield Finding("link", "damaged", False, {"damaged": damaged, "tries": ECHOES})
    else:
        values = {"bytes": 2 * ECHOES * ECHO_BYTES, "answer_ms": answer_ms}
        yield Finding("link", "clean", True, values)


def _body(board: Board) -> Iterator[Finding]:
    facts = probes.facts(board)
    yield from _firmware(board, facts)
    yield from _space(facts)
    yield _power(facts)


def _firmware(board: Board, facts: probes.Facts) -> Iterator[Finding]:
    identity = board.identity
    if _version(identity.firmware) < OLDEST_FIRMWARE:
        oldest = ".".join(str(part) for part in OLDEST_FIRMWARE)
        values = {"version": identity.firmware, "oldest": oldest}
        yield Finding("firmware", "old", False, values)
    else:
        case = "uiflow" if facts.has_m5 else "plain"
        yield Finding("firmware", case, True, {"version": identity.firmware})
    if identity.boot_option is None:
        yield Finding("start", "none", True)
    else:
        direct = identity.boot_option == 0
        yield Finding("start", "direct" if direct else "menu", direct)


def _version(text: str) -> tuple[int, ...]:
    """The leading numbers of a version such as "1.25.0-preview"."""
    numbers = []
    for part in text.split(".")[:2]:
        digits = "".join(letter for letter in part if letter.isdigit())
        numbers.append(int(digits or 0))
    return tuple(numbers)


def _runtime(board: Board) -> Iterator[Finding]:
    try:
        sent = board.install(runtime_files(board.identity.mpy))
    except PlatformError as error:
        yield Finding("runtime", "failed", False, {"detail": error.detail})
        return
    case = "renewed" if sent else "current"
    yield Finding("runtime", case, True, {"files": len(sent)})


def _space(facts: probes.Facts) -> Iterator[Finding]:
    heap = facts.heap_free_bytes
    enough = heap >= SMALL_HEAP
    yield Finding("memory", "enough" if enough else "short", enough, {"kilobytes": heap // 1000})
    storage = facts.storage_free_bytes
    if storage < 0:
        yield Finding("storage", "damaged", False)
        return
    enough = storage >= SMALL_STORAGE
    values = {"kilobytes": storage // 1000}
    yield Finding("storage", "enough" if enough else "short", enough, values)


def _power(facts: probes.Facts) -> Finding:
    values = {"level": facts.battery_percent}
    if facts.battery_percent < 0:
        return Finding("power", "unknown", True)
    if facts.is_charging:
        return Finding("power", "charging", True, values)
    enough = facts.battery_percent >= LOW_BATTERY
    return Finding("power", "enough" if enough else "low", enough, values)


def _camera(board: Board, mission: Mission | None) -> Iterator[Finding]:
    algorithm = algorithm_number(mission) if mission else None
    answers, learned, trouble = probes.camera(board, algorithm)
    yield Finding("camera", "answers" if answers else "silent", answers)
    if not answers or mission is None or algorithm is None:
        return
    if trouble:
        refused = {"algorithm": algorithm, "detail": trouble}
        yield Finding("algorithm", "refused", False, refused)
        return
    yield Finding("algorithm", "chosen", True, {"algorithm": algorithm})
    needed = required_ids(mission)
    if not needed:
        yield Finding("labels", "none", True)
        return
    # The camera tells how many ids it knows, and it gives them out in order from 1.
    enough = learned >= max(needed)
    known = {"learned": learned, "needed": ", ".join(str(number) for number in sorted(needed))}
    yield Finding("labels", "enough" if enough else "short", enough, known)


def _screen(board: Board) -> Iterator[Finding]:
    try:
        shown = probes.picture(board)
    except PlatformError as error:
        yield Finding("screen", "failed", False, {"detail": error.detail})
        return
    yield Finding("screen", "shown" if shown else "missing", True)
