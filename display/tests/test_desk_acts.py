"""The teacher's hands on the desk: each press is one act, recorded with its reason."""

import pytest
from django.test import Client
from django.urls import reverse

from accounts.models import AuditAction, AuditEntry, Role, User
from device.models import Board, WorkerProbe
from display.desk.site import ACTS
from events.alerts import raise_alert
from missions.runs import active_run, extra_time, start_run
from operations.models import Alert
from submissions import queue
from submissions.models import QueuePause, Submission
from submissions.states import Status
from submissions.tests.conftest import HELLO, report

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(teacher):
    client = Client(headers={"accept-language": "en"})
    client.force_login(teacher)
    return client


@pytest.fixture
def waiting(student, mission, run):
    return queue.submit_program(student, mission, HELLO).submission


@pytest.fixture
def solved(waiting):
    queue.finish(queue.claim_next("board-1"), report(output=("Bonjour",)))
    waiting.refresh_from_db()
    return waiting


def press(desk, name, *arguments, **fields):
    """Press a button of the desk, and return the page that follows."""
    response = desk.post(reverse(f"admin:desk-{name}", args=arguments), fields, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def entry(action):
    return AuditEntry.objects.get(action=action)


def test_a_pause_is_seen_recorded_and_undone(desk, classroom, teacher, run):
    page = press(desk, "queue-pause", classroom.pk, reason=" A quiz ")
    assert "The queue is paused." in page
    assert QueuePause.objects.filter(classroom=classroom).exists()
    assert entry(AuditAction.QUEUE_PAUSED).actor == teacher
    assert entry(AuditAction.QUEUE_PAUSED).reason == "A quiz"
    page = press(desk, "queue-resume", classroom.pk)
    assert "The queue goes on." in page
    assert not QueuePause.objects.exists()


def test_an_act_leads_back_to_its_section_and_tells_there_what_came_of_it(desk, classroom, run):
    section = f"queue-{classroom.pk}"
    address = reverse("admin:desk-queue-pause", args=[classroom.pk])
    response = desk.post(address, {"section": section})
    assert response["Location"] == f"/admin/#{section}"
    page = desk.get("/admin/").content.decode()
    assert page.count("every program keeps its place.</span>") == 1
    assert page.index(f'id="{section}"') < page.index("every program keeps its place.</span>")


@pytest.mark.parametrize("section", ["//evil.example", "queue-1#x", "nowhere-1", "queue-"])
def test_a_section_that_does_not_exist_leads_to_the_top(desk, classroom, section):
    address = reverse("admin:desk-queue-pause", args=[classroom.pk])
    assert desk.post(address, {"section": section})["Location"] == "/admin/"


def test_an_emptied_queue_says_how_many_programs_that_were(desk, classroom, waiting):
    assert "1 program was cancelled" in press(desk, "queue-empty", classroom.pk)
    waiting.refresh_from_db()
    assert waiting.status == Status.CANCELLED


def test_a_program_goes_to_the_front(desk, waiting, other_student, mission):
    last = queue.submit_program(other_student, mission, HELLO).submission
    page = press(desk, "program-front", last.pk)
    assert "The program of Blaise is next." in page
    assert queue.claim_next("board-1").submission == last
    assert "does not wait any more" in press(desk, "program-front", last.pk)


def test_a_program_is_cancelled_once(desk, waiting, teacher):
    assert "The program of Ada is cancelled" in press(desk, "program-cancel", waiting.pk)
    assert entry(AuditAction.CANCELLED).actor == teacher
    assert "has its result already" in press(desk, "program-cancel", waiting.pk)


def test_a_program_is_repeated_but_not_twice_at_a_time(desk, solved):
    assert "waits to run again" in press(desk, "program-repeat", solved.pk)
    assert Submission.objects.get(status=Status.WAITING).repeats == solved
    assert "repeat this one afterwards" in press(desk, "program-repeat", solved.pk)


def test_a_result_is_declared_invalid_and_valid_again(desk, solved):
    page = press(desk, "program-invalid", solved.pk, reason="copied")
    assert "counts nothing now" in page
    assert "Valid again" in page
    assert entry(AuditAction.INVALIDATED).reason == "copied"
    assert "counts again" in press(desk, "program-valid", solved.pk)
    solved.refresh_from_db()
    assert solved.points > 0


def test_a_program_without_a_result_has_none_to_declare_invalid(desk, waiting):
    assert "no result yet" in press(desk, "program-invalid", waiting.pk)


def test_a_mission_begins_again_with_an_empty_queue(desk, waiting, run, classroom):
    assert "begins again" in press(desk, "restart", run.pk)
    waiting.refresh_from_db()
    assert waiting.status == Status.CANCELLED
    assert active_run(classroom) != run


@pytest.mark.parametrize(("fields", "status"), [({}, "waiting"), ({"afresh": "1"}, "cancelled")])
def test_a_mission_starts_with_or_without_the_queue_of_before(
    desk, waiting, classroom, mission, fields, status
):
    press(desk, "start", classroom.pk, mission.pk, **fields)
    waiting.refresh_from_db()
    assert waiting.status == status


def test_one_student_gets_extra_time(desk, run, student, other_student):
    page = press(desk, "extra-time", run.pk, student=student.pk, minutes=5, reason="dyslexia")
    assert "Ada has 5 minutes more." in page
    assert extra_time(run, student).total_seconds() == 300
    assert not extra_time(run, other_student)
    assert entry(AuditAction.EXTRA_TIME_GIVEN).reason == "dyslexia"


@pytest.mark.parametrize("minutes", ["0", "61", "-5", "", "five", "1e9", "5.5", "9" * 5000])
def test_extra_time_is_a_sensible_number_of_minutes(desk, run, student, minutes):
    page = press(desk, "extra-time", run.pk, student=student.pk, minutes=minutes)
    assert "from 1 to 60" in page
    assert not extra_time(run, student)


def test_extra_time_is_for_a_student_of_the_class(desk, run, outsider):
    for chosen in (outsider.pk, "", "x", "9" * 40):
        page = press(desk, "extra-time", run.pk, student=chosen, minutes=5)
        assert "Choose a student first." in page


@pytest.fixture
def board(db):
    return Board.objects.create(name="board-1", url="socket://127.0.0.1:1")


def test_a_board_rests_and_comes_back(desk, board, classroom, teacher):
    assert "takes no further program" in press(desk, "board-rest", board.pk, reason="hot")
    page = desk.get("/admin/").content.decode()
    assert "out of service" in page
    assert reverse("admin:desk-board-return", args=[board.pk]) in page
    assert entry(AuditAction.BOARD_DRAINED).reason == "hot"
    assert "is in service again" in press(desk, "board-return", board.pk)
    assert entry(AuditAction.BOARD_RETURNED).actor == teacher


def test_a_board_whose_address_is_taken_stays_out_of_service(desk, board, classroom):
    resting = Board.objects.create(name="board-2", url=board.url, enabled=False)
    page = press(desk, "board-return", resting.pk)
    assert "Another board in service has the address of board-2" in page


def test_an_alert_stands_on_its_classs_desk_until_it_is_seen(desk, classroom, other_classroom):
    raise_alert("waiting_too_long", "x", classroom.pk, number=2, minutes=10, paused=False)
    page = desk.get("/admin/").content.decode()
    sentence = "2 programs have waited for more than 10 minutes."
    # Once to be read, once in the name of the button.
    assert page.count(sentence) == 2
    assert f'id="live-alerts-{classroom.pk}"' in page
    page = press(desk, "alert-seen", Alert.objects.get().pk)
    assert sentence not in page
    assert Alert.objects.get().seen_by == "Prof"


def test_what_concerns_all_classes_stands_once_on_top(desk, classroom, other_classroom):
    raise_alert("journal_unwritable", "journal", details="full")
    page = desk.get("/admin/").content.decode()
    assert page.index("The disk takes nothing more") < page.index(classroom.name)


def test_a_silent_worker_stands_on_the_desk_and_its_alert_is_not_told_twice(desk, classroom):
    WorkerProbe.objects.create(celery_queue="board.board-1", answered_at=None)
    raise_alert("worker_silent", "board.board-1", misses=2)
    page = desk.get("/admin/").content.decode()
    assert page.count("<span data-alert-text>The worker of board-1 does not take programs") == 1
    assert reverse("admin:desk-alert-seen", args=[Alert.objects.get().pk]) not in page


def test_every_act_is_a_press_and_for_teachers_alone(desk, student, waiting, run, classroom, board):
    visitor = Client()
    visitor.force_login(student)
    raise_alert("journal_unwritable", "journal", details="full")
    numbers = {
        "classroom_id": classroom.pk,
        "mission_id": run.mission_id,
        "run_id": run.pk,
        "submission_id": waiting.pk,
        "board_id": board.pk,
        "alert_id": Alert.objects.get().pk,
        "gesture": "a",
    }
    for address, _act, name in ACTS:
        arguments = {key: value for key, value in numbers.items() if f":{key}>" in address}
        url = reverse(f"admin:desk-{name}", kwargs=arguments)
        assert desk.get(url).status_code == 405
        assert visitor.post(url)["Location"].startswith("/admin/login/")
    assert AuditEntry.objects.filter(actor=student).count() == 0


def test_the_parts_that_change_are_those_of_the_page(desk, waiting, solved_of, classroom):
    page = desk.get("/admin/").content.decode()
    facts = desk.get(reverse("admin:desk-facts")).content.decode()
    parts = [line.strip() for line in facts.splitlines() if "data-live-part" in line]
    assert len(parts) == 8
    assert all(part in page for part in parts)
    assert "csrfmiddlewaretoken" not in facts


@pytest.fixture
def solved_of(classroom, mission, run):
    """Lets so many students hand in, and solve the mission."""

    def solve(number):
        for index in range(number):
            somebody = User.objects.create_user(
                f"s{index}", display_name=f"S{index}", role=Role.STUDENT, classroom=classroom
            )
            queue.submit_program(somebody, mission, HELLO)
            queue.finish(queue.claim_next("board-1"), report(output=("Bonjour",)))
            queue.submit_program(somebody, mission, HELLO)

    return solve


def test_the_desk_costs_as_many_queries_for_thirty_students_as_for_one(
    desk, board, solved_of, django_assert_max_num_queries
):
    solved_of(30)
    with django_assert_max_num_queries(30):
        page = desk.get(reverse("admin:desk-facts")).content.decode()
    assert page.count("Repeat<") == 30
    assert "received 60 = judged 30 + cancelled 0 + still open 30." in page


def test_the_list_of_results_has_an_end(desk, solved_of, monkeypatch):
    monkeypatch.setattr("display.desk.facts.RESULTS_SHOWN", 2)
    solved_of(3)
    page = desk.get("/admin/").content.decode()
    assert page.count("Repeat<") == 2
    assert "All submissions" in page


def test_the_history_of_a_submission_is_read_in_the_admin(desk, solved):
    address = reverse("admin:submissions_submission_change", args=[solved.pk])
    page = desk.get(address).content.decode()
    assert "taken by a board" in page
    assert (
        str(solved.receipt)
        in desk.get(reverse("admin:submissions_submission_changelist")).content.decode()
    )


def test_the_words_for_starting_a_mission_follow_what_is_open(desk, mission, classroom):
    facts = reverse("admin:desk-facts")
    assert "the open one ends" not in desk.get(facts).content.decode()
    start_run(mission, classroom)
    assert "the open one ends" in desk.get(facts).content.decode()
