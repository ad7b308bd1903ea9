"""Boards in and out of service: by hand, and by themselves after three programs."""

import pytest
from django.utils.translation import override

from accounts.models import AuditAction, AuditEntry
from device import service
from device.boards import boards_of, count_running_boards
from device.exceptions import BoardRestarted, Interrupted, LinkLost, OutOfService
from device.models import Board
from device.worker import drain_board
from operations.models import Alert
from operations.words import describe_alert
from submissions import remembering
from submissions.models import Submission
from submissions.state import queue_state
from submissions.tests.people import classmates, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def board(db):
    return Board.objects.create(name="board-1", url="socket://127.0.0.1:1")


@pytest.fixture
def programs(classroom, mission, run):
    return [submit(each, mission) for each in classmates(classroom, 4)]


def now(board):
    board.refresh_from_db()
    return board


class TestByHand:
    def test_it_is_audited_and_undone(self, board, teacher):
        assert service.take_out_of_service(board, by=teacher, reason="smells hot")
        assert not now(board).enabled
        assert service.put_into_service(board, by=teacher)
        assert now(board).enabled
        assert list(AuditEntry.objects.order_by("id").values_list("action", "reason")) == [
            (AuditAction.BOARD_DRAINED, "smells hot"),
            (AuditAction.BOARD_RETURNED, ""),
        ]

    def test_twice_is_once(self, board):
        service.take_out_of_service(board)
        assert not service.take_out_of_service(board)
        service.put_into_service(board)
        assert not service.put_into_service(board)

    def test_the_teacher_still_sees_it(self, board, classroom):
        service.take_out_of_service(board)
        assert list(boards_of(classroom)) == [board]

    def test_a_board_whose_address_another_one_has_now_stays_out(self, board):
        service.take_out_of_service(board)
        Board.objects.create(name="board-2", url=board.url)
        with pytest.raises(OutOfService, match="address"):
            service.put_into_service(board)
        assert not now(board).enabled

    def test_out_of_service_it_claims_nothing(self, board, programs):
        service.take_out_of_service(board)
        assert drain_board(board.name) == 0


class TestByItself:
    def fail(self, board, *submissions, error=None):
        return [
            service.program_failed(board, each, error or BoardRestarted()) for each in submissions
        ]

    def test_after_three_different_programs_in_a_row_it_is_out_and_the_teacher_told(
        self, board, programs
    ):
        assert self.fail(board, *programs[:3]) == [False, False, True]
        assert not now(board).enabled
        alert = Alert.objects.get()
        assert (alert.code, alert.subject) == ("board_out_of_service", board.name)
        with override("en"):
            assert "3 programs in a row" in describe_alert(alert)
        assert AuditEntry.objects.get(action=AuditAction.BOARD_DRAINED).actor is None

    def test_one_program_that_brings_it_down_again_and_again_counts_once(self, board, programs):
        self.fail(board, *[programs[0]] * 5)
        assert now(board).failed_programs == [programs[0].pk]
        assert now(board).enabled

    def test_two_programs_by_turns_are_two(self, board, programs):
        self.fail(board, programs[0], programs[1], programs[0], programs[1])
        assert now(board).enabled

    def test_a_program_that_comes_to_its_end_between_them_begins_anew(self, board, programs):
        self.fail(board, *programs[:2])
        service.program_ended(board)
        self.fail(board, *programs[2:])
        assert now(board).enabled

    def test_a_program_that_is_deleted_meanwhile_counts_all_the_same(self, board, programs):
        first = programs[0]
        Submission.objects.filter(pk=first.pk).delete()
        assert self.fail(board, first) == [False]
        assert len(now(board).failed_programs) == 1

    def test_an_emergency_stop_is_no_failure(self, board, programs):
        self.fail(board, *programs, error=Interrupted())
        assert now(board).failed_programs == []

    def test_a_board_that_was_taken_out_meanwhile_is_told_of_once(self, board, programs):
        service.take_out_of_service(board)
        assert self.fail(board, *programs[:3], error=LinkLost()) == [False, False, False]
        assert not Alert.objects.exists()

    def test_back_in_service_it_is_as_good_as_new(self, board, programs):
        self.fail(board, *programs[:3])
        service.put_into_service(board)
        assert now(board).failed_programs == []
        assert Alert.objects.get().ended_at is not None


class TestEstimates:
    def test_two_boards_halve_the_wait(self, board, classroom, programs):
        one = queue_state(classroom.pk)["waiting"][-1]["wait_s"]
        Board.objects.create(name="board-2", url="socket://127.0.0.1:2")
        remembering.forget()
        two = queue_state(classroom.pk)["waiting"][-1]["wait_s"]
        assert two[1] == pytest.approx(one[1] * 2 / 3, abs=1)

    def test_a_board_that_is_stopped_or_out_of_service_shares_nothing(self, board, classroom):
        Board.objects.create(name="board-2", url="socket://127.0.0.1:2", stopped=True)
        Board.objects.create(name="board-3", url="socket://127.0.0.1:3", enabled=False)
        assert count_running_boards(classroom.pk) == 1
