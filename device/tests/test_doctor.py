"""The board doctor: each line is good, or says what to do with the hands."""

import pytest
from django.utils import translation

from device.doctor import Finding, examine, unreachable
from device.doctor.words import WORDS
from device.exceptions import BoardRestarted, LinkLost, PlatformError, PortDenied
from device.link import Board

NEEDS_TWO = {
    "algorithm": "OBJECT_CLASSIFICATION",
    "checks": [{"kind": "recognised-id", "ids": [1, 2]}],
}
TWO_LEARNED = [
    {"algorithm": "object_classification", "id": 1},
    {"algorithm": "object_classification", "id": 2},
]


def cases(findings: list[Finding]) -> dict[str, str]:
    return {finding.subject: finding.case for finding in findings}


def mission_with(mission, **fields):
    for name, value in fields.items():
        setattr(mission, name, value)
    return mission


def test_a_board_that_is_well_is_good_in_every_line(shared_board: Board) -> None:
    shared_board.show_scene({})
    findings = examine(shared_board, None)
    assert all(finding.good for finding in findings)
    assert set(cases(findings)) == {
        "port", "link", "firmware", "start", "memory", "storage", "power", "runtime", "camera",
        "screen",
    }  # fmt: skip


@pytest.mark.django_db
def test_a_camera_that_knows_the_objects_of_the_mission_is_good(shared_board, mission):
    seen = mission_with(mission, **NEEDS_TWO, scene={"objects": TWO_LEARNED})
    findings = examine(shared_board, seen)
    assert cases(findings)["algorithm"] == "chosen"
    assert cases(findings)["labels"] == "enough"


@pytest.mark.django_db
def test_a_camera_that_has_learned_too_little_is_to_be_taught(shared_board, mission):
    seen = mission_with(mission, **NEEDS_TWO, scene={"objects": TWO_LEARNED[:1]})
    findings = examine(shared_board, seen)
    labels = next(finding for finding in findings if finding.subject == "labels")
    assert not labels.good
    with translation.override("en"):
        assert labels.text.startswith("Teach the camera the objects of this mission")
        assert "1, 2" in labels.text


@pytest.mark.django_db
def test_a_mission_without_learned_objects_needs_none(shared_board, mission):
    mission_with(mission, algorithm="FACE_RECOGNITION", checks=[], scene={})
    assert cases(examine(shared_board, mission))["labels"] == "none"


def test_a_camera_whose_cable_is_out_is_named_with_what_to_check(shared_board: Board) -> None:
    shared_board.show_scene({"unplugged": [{"from_ms": 0, "until_ms": 86_400_000}]})
    findings = examine(shared_board, None)
    assert [finding.subject for finding in findings if not finding.good] == ["camera"]


def test_a_battery_that_is_low_is_told(shared_board: Board) -> None:
    shared_board.show_scene({"battery": 5, "charging": False})
    assert cases(examine(shared_board, None))["power"] == "low"


def test_the_test_picture_is_on_the_screen(shared_board: Board) -> None:
    examine(shared_board, None)
    calls = shared_board.execute("import M5\nprint(M5.calls)", 5.0)
    assert "HuskyLens Missions" in calls


def test_a_board_that_is_lost_in_between_ends_the_examination(shared_board, monkeypatch):
    def gone(*_):
        raise LinkLost("pulled")

    monkeypatch.setattr("device.doctor.probes.camera", gone)
    last = examine(shared_board, None)[-1]
    assert (last.subject, last.good, last.values["problem"]) == ("doctor", False, "LinkLost")


def test_a_part_that_fails_does_not_hide_the_others(shared_board, monkeypatch):
    def broken(*_):
        raise PlatformError("no module")

    monkeypatch.setattr("device.doctor.probes.camera", broken)
    found = cases(examine(shared_board, None))
    assert found["doctor"] == "interrupted"
    assert found["screen"] == "shown"


def test_a_board_that_restarts_meanwhile_keeps_what_was_found(shared_board, monkeypatch):
    def restarted(*_):
        raise BoardRestarted("rst:0x1")

    monkeypatch.setattr("device.doctor.probes.picture", restarted)
    found = cases(examine(shared_board, None))
    assert found["camera"] == "answers"
    assert found["doctor"] == "interrupted"


def test_an_emergency_stop_ends_an_examination(shared_board):
    with shared_board.interruptible(lambda: True):
        last = examine(shared_board, None)[-1]
    assert (last.subject, last.values["problem"]) == ("doctor", "Interrupted")


def test_a_cable_that_changes_bytes_is_to_be_replaced(shared_board, monkeypatch):
    answers = iter([True, False, True, True])
    monkeypatch.setattr("device.doctor.probes.echo", lambda *_: next(answers))
    link = next(f for f in examine(shared_board, None) if f.subject == "link")
    assert not link.good
    with translation.override("en"):
        assert link.text.startswith("Use another USB cable")


def test_a_port_that_cannot_be_opened_says_why():
    with translation.override("en"):
        assert "dialout" in unreachable(PortDenied())[0].text


def test_a_finding_survives_its_way_through_the_database():
    finding = Finding("labels", "short", False, {"learned": 1, "needed": "1, 2"})
    assert Finding.from_json(finding.to_json()) == finding


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize(("subject", "case"), WORDS)
def test_every_sentence_takes_the_values_that_it_gets(subject, case, language):
    numbers = dict.fromkeys(
        ("bytes", "answer_ms", "damaged", "tries", "level", "kilobytes", "files", "learned"), 3
    )
    words = {
        "machine": "M",
        "version": "1",
        "oldest": "1",
        "detail": "d",
        "needed": "1",
        "mission": "m",
    }
    values = {**numbers, **words, "algorithm": 6, "problem": "LinkLost"}
    with translation.override(language):
        finding = Finding(subject, case, True, values)
        assert finding.title
        assert "%" not in finding.text.replace(" %", "").replace("\xa0%", "")
