"""What a student's pages tell of the queue: replaced, paused, repeated, cancelled, invalid."""

import re
import uuid
from datetime import timedelta

import pytest
from django.test import Client

from events.models import Event
from missions.runs import give_extra_time
from submissions import queue
from submissions.models import Submission
from submissions.pages import mission_context
from submissions.reports import Ending
from submissions.states import Status
from submissions.tests.conftest import HELLO, report
from submissions.tests.people import solve, submit

pytestmark = pytest.mark.django_db

OTHER = 'output "Bonsoir"\n'


@pytest.fixture
def browser(student):
    client = Client(headers={"accept-language": "en"})
    client.force_login(student)
    return client


def text(response):
    return response.content.decode()


def page_of(browser, submission):
    return text(browser.get(f"/submissions/{submission.pk}/"))


@pytest.fixture
def waiting(student, mission, run):
    return queue.submit_program(student, mission, HELLO).submission


def test_a_second_program_is_refused_and_offered_as_a_replacement(browser, waiting):
    response = browser.post("/missions/1/", {"code": OTHER})
    assert response.status_code == 409
    assert "Replace it with this one (it keeps its place)" in text(response)
    assert re.search(r'name="replace"[^>]*data-replace\s*>', text(response))


def test_nothing_is_offered_for_replacement_where_nothing_waits(browser, mission, run):
    assert re.search(r'name="replace"[^>]*hidden>', text(browser.get("/missions/1/")))


def test_the_form_alone_replaces_a_waiting_program(browser, waiting):
    browser.post("/missions/1/", {"code": OTHER, "replace": "1"})
    waiting.refresh_from_db()
    assert waiting.status == Status.CANCELLED
    assert Submission.objects.get(status=Status.WAITING).code == OTHER
    assert "You have replaced this program with a newer one" in page_of(browser, waiting)


def test_a_form_that_is_sent_twice_is_one_program(browser, mission, run):
    key = re.search(r'name="key" value="([^"]+)"', text(browser.get("/missions/1/")))[1]
    answers = [browser.post("/missions/1/", {"code": HELLO, "key": key}) for _ in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert Submission.objects.get().idempotency_key == key


def test_an_old_form_with_another_program_is_another_program(browser, waiting):
    key = str(uuid.uuid4())
    queue.cancel(waiting)
    browser.post("/missions/1/", {"code": HELLO, "key": key})
    queue.finish(queue.claim_next("board-1"), report(output=("Bonjour",)))
    assert browser.post("/missions/1/", {"code": OTHER, "key": key}).status_code == 302
    assert Submission.objects.filter(status=Status.WAITING).get().code == OTHER


def test_a_strange_key_of_a_form_does_no_harm(browser, mission, run):
    assert browser.post("/missions/1/", {"code": HELLO, "key": "<b>" * 99}).status_code == 302


def test_the_receipt_is_shown_short_and_in_full(browser, waiting):
    page = page_of(browser, waiting)
    assert f">{str(waiting.receipt)[:8]}<" in page
    assert f"Receipt in full: {waiting.receipt}" in page


def test_a_pause_is_told_to_who_waits(browser, waiting, classroom):
    sentence = "The teacher has paused the queue; your program keeps its place."
    assert sentence not in text(browser.get("/missions/1/"))
    queue.pause_queue(classroom)
    assert sentence in text(browser.get("/missions/1/"))


def test_a_program_that_ran_twice_says_why_and_that_it_was_judged_once(browser, waiting):
    queue.give_back(queue.claim_next("board-1"), "LinkLost")
    assert "The board was lost, so it runs again" in page_of(browser, waiting)
    queue.finish(queue.claim_next("board-1"), report(output=("Bonjour",)))
    page = page_of(browser, waiting)
    assert "The board was lost, so it ran again. It was judged once." in page


def test_an_interruption_of_the_platform_is_not_blamed_on_the_board(browser, waiting):
    queue.give_back(queue.claim_next("board-1"), "worker ended", counted=False)
    queue.finish(queue.claim_next("board-1"), report(output=("Bonjour",)))
    assert "It was interrupted, so it ran again." in page_of(browser, waiting)


def test_a_program_that_was_put_aside_says_after_how_many_tries(browser, waiting):
    for _ in range(queue.INTERRUPTIONS_LIMIT):
        queue.give_back(queue.claim_next("board-1"), "LinkLost")
    assert "It was interrupted 3 times, then put aside." in page_of(browser, waiting)


def test_a_program_that_ran_once_tells_no_story(browser, waiting):
    queue.finish(queue.claim_next("board-1"), report(output=("Bonjour",)))
    page = page_of(browser, waiting)
    assert "ran again" not in page
    assert "judged once" not in page


def test_a_cancelled_program_says_by_whom(browser, waiting, teacher, classroom):
    queue.cancel(waiting, by=teacher)
    assert "Your teacher has cancelled this program." in page_of(browser, waiting)


def test_a_program_of_an_emptied_queue_says_so(browser, waiting, teacher, classroom):
    queue.reset_queue(classroom, by=teacher)
    assert "Your teacher has emptied the queue." in page_of(browser, waiting)


def test_a_program_that_the_emergency_stop_ended_says_it_once(browser, waiting):
    queue.finish(queue.claim_next("board-1"), report(Ending.STOPPED))
    page = page_of(browser, waiting)
    assert page.count("data-summary") == 1
    assert "Your program was stopped." in page


def test_an_invalid_result_says_so_and_solves_nothing(browser, waiting, teacher):
    queue.finish(queue.claim_next("board-1"), report(output=("Bonjour",)))
    waiting.refresh_from_db()
    queue.invalidate_result(waiting, by=teacher)
    assert "Your teacher has declared this result invalid" in page_of(browser, waiting)
    assert "butterfly--caught" not in text(browser.get("/missions/1/"))


def test_a_repetition_says_who_wanted_it(browser, waiting, teacher):
    queue.finish(queue.claim_next("board-1"), report(Ending.FINISHED))
    waiting.refresh_from_db()
    again = queue.repeat(waiting, by=teacher)
    assert "Repeated by the teacher." in page_of(browser, again)


def test_the_time_on_the_page_is_the_students_own(browser, student, run, mission):
    give_extra_time(run, student, timedelta(minutes=7))
    page = text(browser.get("/missions/1/"))
    assert 'data-extra-s="420"' in page
    assert (run.ends_at + timedelta(minutes=7)).strftime("%M:%S") in page
    assert 'data-extra-s="420"' in text(browser.get("/"))


def test_extra_time_is_told_to_its_student_alone_and_in_full(student, run):
    for _ in range(2):
        give_extra_time(run, student, timedelta(minutes=2))
    event = Event.objects.filter(kind="run.extra_time").order_by("id").last()
    assert event.user_id == student.pk
    assert event.payload == {
        "run": run.pk,
        "ends_at": (run.ends_at + timedelta(minutes=4)).isoformat(),
        "extra_s": 240,
    }


def test_the_page_says_how_long_a_program_may_run_whoever_decides_it(browser, run, mission):
    mission.execution_time_limit = None
    mission.save()
    assert "A program may run for 10 seconds." in text(browser.get("/missions/1/"))


def test_the_mission_page_costs_a_fixed_number_of_queries(
    browser, waiting, mission, run, django_assert_max_num_queries
):
    with django_assert_max_num_queries(20):
        browser.get("/missions/1/")


def test_the_way_of_a_program_is_told_in_french_as_well(student, waiting):
    queue.give_back(queue.claim_next("board-1"), "LinkLost")
    queue.finish(queue.claim_next("board-1"), report(output=("Bonjour",)))
    client = Client(headers={"accept-language": "fr"})
    client.force_login(student)
    sentence = (
        "La carte a disparu, donc il a tourné une nouvelle fois. Il n’a été jugé qu’une fois."
    )
    assert sentence in page_of(client, waiting)


def test_what_the_teacher_repeats_does_not_come_into_the_editor(student, mission, run):
    first = solve(student, mission)
    submit(student, mission, 'output "newer"\n')
    queue.finish(queue.claim_next("board-1"), report())
    queue.repeat(first)
    assert mission_context(student, mission)["code"] == 'output "newer"\n'
