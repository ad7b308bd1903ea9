"""What may be a second old."""

from submissions import remembering
from submissions.remembering import REMEMBERED_S, remembered


def test_it_is_read_once_in_a_second_and_then_again(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(remembering.time, "monotonic", lambda: now[0])
    reads = iter(range(10))
    assert [remembered("a", lambda: next(reads)) for _ in range(3)] == [0, 0, 0]
    now[0] += REMEMBERED_S
    assert remembered("a", lambda: next(reads)) == 1


def test_each_key_has_its_own():
    assert remembered("a", lambda: 1) == 1
    assert remembered("b", lambda: 2) == 2
