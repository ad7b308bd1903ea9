"""The student's pages, as a browser without JavaScript gets them."""

import pytest
from django.test import Client
from django.urls import reverse

from submissions import queue
from submissions.models import Submission
from submissions.reports import Ending, RunTimeError, StackLine
from submissions.tests.conftest import HELLO, report

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(student):
    client = Client(headers={"accept-language": "en"})
    client.force_login(student)
    return client


def text(response):
    return response.content.decode()


def test_a_visitor_is_asked_to_log_in(db):
    response = Client().get("/")
    assert response.status_code == 302
    assert response["Location"].startswith("/login/")


def test_the_first_page_shows_the_running_mission(browser, mission, run):
    page = text(browser.get("/"))
    assert "Say hello" in page
    assert reverse("portal:mission", args=[1]) in page


def test_a_page_speaks_french_to_who_asks_for_nothing_else(student, mission):
    client = Client()
    client.force_login(student)
    page = text(client.get("/"))
    assert '<html lang="fr"' in page
    assert "Dire bonjour" in page


def test_the_mission_page_shows_text_and_starter(browser, mission, run):
    page = text(browser.get("/missions/1/"))
    assert "<strong>Bonjour</strong>" in page
    assert "output &quot;?&quot;" in page


def test_html_in_a_mission_is_shown_and_not_obeyed(browser, mission, run):
    mission.texts.filter(language="en").update(description="<script>alert(1)</script>")
    page = text(browser.get("/missions/1/"))
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_a_program_is_submitted_by_the_form_alone(browser, mission, run):
    response = browser.post("/missions/1/", {"code": HELLO.replace("\n", "\r\n")})
    submission = Submission.objects.get()
    assert submission.code == HELLO
    assert response["Location"] == reverse("portal:submission", args=[submission.pk])
    assert browser.get(response["Location"]).status_code == 200


def test_a_program_with_mistakes_comes_back_with_them_and_is_not_lost(browser, mission, run):
    response = browser.post("/missions/1/", {"code": 'ouput "my work"'})
    assert response.status_code == 422
    assert "my work" in text(response)
    assert "diagnostics" in response.context
    assert not Submission.objects.exists()


def test_a_mission_that_is_not_running_says_so(browser, mission):
    page = text(browser.get("/missions/1/"))
    assert "not running" in page
    response = browser.post("/missions/1/", {"code": HELLO})
    assert response.status_code == 409
    assert "Bonjour" in text(response)


def test_a_result_names_the_line_of_an_error(browser, student, mission, run):
    submission = queue.submit_program(student, mission, HELLO).submission
    error = RunTimeError("DivideByZeroError", "", (StackLine(7, "Main"),))
    queue.finish(queue.claim_next("board-1"), report(Ending.ERROR, ("before",), error=error))
    page = text(browser.get(f"/submissions/{submission.pk}/"))
    assert "before" in page
    assert "line 7" in page


def test_a_sent_program_is_shown_with_the_advice_about_it(browser, student, mission, run):
    submission = queue.submit_program(student, mission, "integer apples = 3\n").submission
    page = text(browser.get(f"/submissions/{submission.pk}/"))
    assert "Worth a look" in page
    assert '<a href="#line-1">Line 1</a>' in page
    assert "<code>apples</code>" in page


def test_a_sent_program_without_advice_is_shown_alone(browser, student, mission, run):
    submission = queue.submit_program(student, mission, HELLO).submission
    assert "Worth a look" not in text(browser.get(f"/submissions/{submission.pk}/"))


def test_output_of_a_program_is_never_html(browser, student, mission, run):
    submission = queue.submit_program(student, mission, HELLO).submission
    queue.finish(queue.claim_next("board-1"), report(output=("<img src=x onerror=alert(1)>",)))
    page = text(browser.get(f"/submissions/{submission.pk}/?fragment=1"))
    assert "<img src=x" not in page
    assert "&lt;img src=x" in page


def test_the_page_of_somebody_elses_submission_does_not_exist(browser, other_student, mission, run):
    submission = queue.submit_program(other_student, mission, HELLO).submission
    assert browser.get(f"/submissions/{submission.pk}/").status_code == 404


def test_the_first_page_costs_a_fixed_number_of_queries(
    browser, mission, run, django_assert_max_num_queries
):
    with django_assert_max_num_queries(9):
        browser.get("/")
