"""Sending a program over a bad line: it is taken once, or not at all."""

import json
import socket

import pytest

from .programs import HELLO
from .waiting import wait_for

pytestmark = pytest.mark.acceptance

KEY = "a-key-of-one-press"


def send(system, visitor, body: bytes, length: int) -> socket.socket:
    """Send a request that announces `length` bytes; nobody has read the answer yet."""
    head = (
        f"POST /api/v1/missions/{visitor.mission_id(1)}/submit HTTP/1.1\r\n"
        f"Host: 127.0.0.1:{system.port}\r\n"
        f"Authorization: {visitor.authorization}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {length}\r\n"
        f"Idempotency-Key: {KEY}\r\n\r\n"
    )
    connection = socket.create_connection(("127.0.0.1", system.port))
    connection.sendall(head.encode() + body)
    return connection


def journal_lines(system) -> list[dict]:
    return [
        json.loads(line)
        for path in sorted((system.data / "submissions").glob("*.jsonl"))
        for line in path.read_text().splitlines()
    ]


def test_a_line_that_breaks_in_the_middle_of_a_program_leaves_nothing(system, teacher, ada):
    teacher.start_mission(1)
    body = json.dumps({"code": HELLO}).encode()

    send(system, ada, body[:-8], len(body)).close()

    assert ada.submit_with_key(1, HELLO, KEY).status == 201
    assert [line["key"] for line in journal_lines(system) if line["fact"] == "accepted"] == [KEY]


def test_an_answer_that_was_lost_is_asked_for_again_with_the_same_key(system, teacher, ada):
    teacher.start_mission(1)
    body = json.dumps({"code": HELLO}).encode()
    line = send(system, ada, body, len(body))
    wait_for("the program in the journal", lambda: journal_lines(system))
    accepted = journal_lines(system)[0]
    line.close()

    again = ada.submit_with_key(1, HELLO, KEY)

    assert again.status == 200, again.text
    assert again.json["receipt"] == accepted["receipt"]
    assert ada.wait_for_result(again.json["submission"])["status"] == "passed"


def test_a_line_that_breaks_right_after_the_program_takes_it_once_or_not_at_all(
    system, teacher, ada
):
    teacher.start_mission(1)
    body = json.dumps({"code": HELLO}).encode()
    send(system, ada, body, len(body)).close()

    again = ada.submit_with_key(1, HELLO, KEY)

    assert again.status in (200, 201), again.text
    ada.wait_for_result(again.json["submission"])
    assert [line["fact"] for line in journal_lines(system)] == ["accepted", "judged"]


def test_what_a_power_cut_took_from_the_database_comes_back_from_the_journal(system, teacher, ada):
    """SQLite may lose its last transactions: here its write-ahead log is lost as a whole."""
    teacher.start_mission(1)
    before = ada.submit(1, HELLO)
    ada.wait_for_result(before)
    system.stop()
    saved = {path: path.read_bytes() for path in system.data.glob("huskylens.sqlite3*")}
    system.start()
    lost = ada.submit_with_key(1, 'output "Salut"\n', KEY).json
    ada.wait_for_result(lost["submission"])
    system.process.kill()
    for path in system.data.glob("huskylens.sqlite3*"):
        path.unlink()
    for path, content in saved.items():
        path.write_bytes(content)

    system.start()

    again = ada.submit_with_key(1, 'output "Salut"\n', KEY).json
    assert again["receipt"] == lost["receipt"]
    assert ada.submission(again["submission"])["result"]["output"] == ["Salut"]
    assert "Restored from the journal: 1 programs" in system.process.output
