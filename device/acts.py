"""What can be done with a board besides running programs: by an order, or by a command directly.

Each act takes the open link and the argument of the order, and returns whether it went well and
what to tell, as JSON. Who reads the answer finds the words for it.
"""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

from device.doctor import Finding, examine, unreachable
from device.exceptions import DeviceError, PlatformError
from device.installation import runtime_files
from device.link import Board as LinkedBoard
from device.models import OrderKind
from device.problems import problem_code
from missions.models import Mission

EXECUTE_S = 10.0  # for a command of a technician, where none is asked for
LONGEST_EXECUTE_S = 60.0

Answer = tuple[bool, dict[str, Any]]


def perform(kind: str, linked: LinkedBoard, argument: Mapping[str, Any]) -> Answer:
    """Do what an order asks. Raises DeviceError when the board cannot be talked to."""
    return _ACTS[OrderKind(kind)](linked, argument)


def refusal(kind: str, error: DeviceError) -> Answer:
    """The answer to an order that could not be carried out because of the board."""
    problem: dict[str, Any] = {"problem": problem_code(error), "detail": error.detail}
    if kind == OrderKind.EXAMINE:
        problem["findings"] = [finding.to_json() for finding in unreachable(error)]
    return False, problem


def _silence(linked: LinkedBoard, argument: Mapping[str, Any]) -> Answer:
    linked.silence()
    return True, {}


def _reset(linked: LinkedBoard, argument: Mapping[str, Any]) -> Answer:
    """A soft reset, or the reset line where `hard` is asked for; proved by an answer."""
    hard = bool(argument.get("hard"))
    if hard and not linked.hard_reset():
        return False, {"problem": "NoResetLine"}
    if not hard:
        linked.soft_reset()
    linked.check()
    return True, {"hard": hard}


def _describe(linked: LinkedBoard, argument: Mapping[str, Any]) -> Answer:
    return True, dataclasses.asdict(linked.identity)


def _examine(linked: LinkedBoard, argument: Mapping[str, Any]) -> Answer:
    slug = argument.get("mission") or ""
    # The folder of a mission has a number before its name; both are understood.
    mission = Mission.objects.filter(slug__in=[slug, slug.lstrip("0123456789-")]).first()
    if slug and mission is None:
        return False, {
            "findings": [Finding("labels", "unknown", False, {"mission": slug}).to_json()]
        }
    findings = examine(linked, mission)
    return (
        all(finding.good for finding in findings),
        {"findings": [finding.to_json() for finding in findings]},
    )


def _install(linked: LinkedBoard, argument: Mapping[str, Any]) -> Answer:
    return True, {"changed": linked.install(runtime_files(linked.identity.mpy))}


def _execute(linked: LinkedBoard, argument: Mapping[str, Any]) -> Answer:
    limit_s = min(float(argument.get("limit_s", EXECUTE_S)), LONGEST_EXECUTE_S)
    try:
        return True, {"output": linked.execute(str(argument["code"]), limit_s)}
    except PlatformError as error:
        return False, {"error": error.detail}


_ACTS: Mapping[OrderKind, Callable[[LinkedBoard, Mapping[str, Any]], Answer]] = {
    OrderKind.SILENCE: _silence,
    OrderKind.RESET: _reset,
    OrderKind.DESCRIBE: _describe,
    OrderKind.EXAMINE: _examine,
    OrderKind.INSTALL: _install,
    OrderKind.EXECUTE: _execute,
}
