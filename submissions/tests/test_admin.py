"""The admin: records are read there, and go with whom they belong to."""

import pytest
from django.contrib.admin.models import DELETION, LogEntry
from django.db import IntegrityError
from django.db.models import QuerySet
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from accounts.models import Classroom, User
from device.models import Board, BoardOrder, OrderKind
from missions.models import Mission
from missions.runs import end_run, start_run
from submissions import queue
from submissions.models import Submission
from submissions.tests.people import solve, submit

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def desk(teacher):
    client = Client(headers={"accept-language": "en"})
    client.force_login(teacher)
    return client


def deletion(kind, row):
    return reverse(f"admin:{kind}_delete", args=[row.pk])


def test_a_teacher_deletes_a_student_with_all_that_was_sent(
    desk, student, other_student, mission, run
):
    solve(student, mission)
    submit(student, mission)
    waiting = submit(other_student, mission)
    page = desk.get(deletion("accounts_user", student)).content.decode()
    assert "Submission" in page
    assert "Yes, I’m sure" in page

    desk.post(deletion("accounts_user", student), {"post": "yes"})

    assert not User.objects.filter(pk=student.pk).exists()
    assert list(Submission.objects.all()) == [waiting]
    assert queue.place_in_queue(waiting)[0] == 1
    assert queue.restore().is_empty


def test_a_result_that_comes_while_its_student_is_deleted_is_told(
    desk, student, mission, run, monkeypatch
):
    solve(student, mission)
    delete = User.delete

    def meet_a_result(user, *args, **kwargs):
        monkeypatch.undo()
        raise IntegrityError("a result refers to it")

    monkeypatch.setattr(User, "delete", meet_a_result)
    answer = desk.post(deletion("accounts_user", student), {"post": "yes"}, follow=True)
    assert "delete it again" in answer.content.decode()
    assert User.delete is delete
    desk.post(deletion("accounts_user", student), {"post": "yes"})
    assert not User.objects.filter(pk=student.pk).exists()


def test_a_result_that_comes_while_several_students_are_deleted_is_told(
    desk, student, other_student, mission, run, monkeypatch
):
    solve(student, mission)
    delete = QuerySet.delete

    def meet_a_result(rows):
        if rows.model is not User:
            return delete(rows)
        monkeypatch.undo()
        raise IntegrityError("a result refers to it")

    monkeypatch.setattr(QuerySet, "delete", meet_a_result)
    users = reverse("admin:accounts_user_changelist")
    chosen = {
        "action": "delete_selected",
        "_selected_action": [student.pk, other_student.pk],
        "post": "yes",
    }
    answer = desk.post(users, chosen, follow=True)
    assert "delete it again" in answer.content.decode()
    assert not LogEntry.objects.filter(action_flag=DELETION).exists()
    desk.post(users, chosen)
    assert not User.objects.filter(pk__in=[student.pk, other_student.pk]).exists()


def test_a_class_goes_with_its_runs_once_nobody_is_in_it(desk, other_classroom, mission):
    end_run(start_run(mission, other_classroom))
    desk.post(deletion("accounts_classroom", other_classroom), {"post": "yes"})
    assert not Classroom.objects.filter(pk=other_classroom.pk).exists()


def test_a_class_with_students_stays(desk, classroom, student):
    page = desk.get(deletion("accounts_classroom", classroom)).content.decode()
    assert "Cannot delete" in page


def test_a_board_goes_with_its_orders(desk):
    board = Board.objects.create(name="board-1", url="socket://127.0.0.1:1", enabled=False)
    BoardOrder.objects.create(board=board, kind=OrderKind.RESET, asked_at="2026-11-27T08:00Z")
    desk.post(deletion("device_board", board), {"post": "yes"})
    assert not Board.objects.exists()


def test_a_mission_whose_programs_wait_stays_also_for_a_superuser(student, mission, run):
    submit(student, mission)
    client = Client(headers={"accept-language": "en"})
    client.force_login(User.objects.create_superuser("root", "secret-root"))
    page = client.get(deletion("missions_mission", mission)).content.decode()
    assert "Cannot delete" in page
    client.post(deletion("missions_mission", mission), {"post": "yes"})
    assert Mission.objects.filter(pk=mission.pk).exists()


@pytest.mark.parametrize("kind", ["submission", "queueentry", "result"])
def test_a_record_itself_is_not_deleted(desk, student, mission, run, kind):
    submission = solve(student, mission)
    row = {"submission": submission, "queueentry": submission.entry, "result": submission.result}
    url = reverse(f"admin:submissions_{kind}_delete", args=[row[kind].pk])
    assert desk.post(url, {"post": "yes"}).status_code == 403
    assert Submission.objects.filter(pk=submission.pk).exists()


def test_the_record_of_actions_is_read_class_by_class(desk, classroom, other_classroom, teacher):
    for room in (classroom, other_classroom):
        queue.pause_queue(room, by=teacher, reason=f"reason of {room.name}")
    url = reverse("admin:accounts_auditentry_changelist")
    page = desk.get(url, {"classroom": classroom.pk}).content.decode()
    assert "reason of Papillons" in page
    assert "reason of Libellules" not in page
    assert "reason of Libellules" in desk.get(url).content.decode()


def test_records_are_named_in_the_language_of_the_reader(student, mission, run):
    submission = solve(student, mission)
    with override("fr"):
        names = [str(submission.steps.first()), str(submission.entry), str(submission.result)]
    assert names == [
        "en attente – envoyé",
        f"{submission.pk} – terminé",
        f"{submission.pk} – arrivé à sa fin",
    ]
