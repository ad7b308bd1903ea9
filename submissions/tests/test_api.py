"""The API: one form of errors, and a clear one for everything that is not a program."""

import json

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils.translation import override

from missions.runs import end_run
from submissions import queue
from submissions.models import Submission
from submissions.signals import board_kind_wanted
from submissions.tests.conftest import HELLO, report

pytestmark = pytest.mark.django_db

UNUSED = "integer apples = 3\n"


@pytest.fixture
def api(student):
    client = Client(headers={"accept-language": "en"})
    client.force_login(student)
    return client


def post(client, path, body, content_type="application/json"):
    data = json.dumps(body) if content_type == "application/json" else body
    return client.post(f"/api/v1/{path}", data, content_type=content_type)


@pytest.fixture
def board_kind():
    """What somebody who knows the boards would answer; empty at first."""
    kinds: list[str] = []

    def answer(**_kwargs):
        return kinds[-1] if kinds else ""

    board_kind_wanted.connect(answer)
    yield kinds
    board_kind_wanted.disconnect(answer)


class TestSubmit:
    def test_a_program_gets_a_receipt(self, api, mission, run):
        response = post(api, f"missions/{mission.pk}/submit", {"code": HELLO})
        assert response.status_code == 201
        body = response.json()
        assert body["position"] == 1
        assert Submission.objects.get().pk == body["submission"]

    def test_a_program_may_be_the_body_itself(self, api, mission, run):
        response = post(api, f"missions/{mission.pk}/submit", HELLO, "text/plain")
        assert response.status_code == 201
        assert Submission.objects.get().code == HELLO

    def test_a_program_with_advice_is_accepted(self, api, mission, run):
        response = post(api, f"missions/{mission.pk}/submit", {"code": UNUSED})
        assert response.status_code == 201

    def test_mistakes_come_back_with_their_places(self, api, mission, run):
        response = post(api, f"missions/{mission.pk}/submit", {"code": "integer x = true"})
        assert response.status_code == 422
        body = response.json()
        assert body["error"]["code"] == "does_not_compile"
        assert body["diagnostics"][0]["line"] == 1
        assert not Submission.objects.exists()

    @pytest.mark.parametrize(
        ("body", "content_type", "status", "code"),
        [
            (b'output "\xff\xfe"', "text/plain", 400, "parse_error"),
            (b'{"code": "\xff"}', "application/json; charset=utf-8", 400, "parse_error"),
            (b"[1, 2]", "application/json; charset=utf-8", 400, "parse_error"),
            (b'{"code": 5}', "application/json; charset=utf-8", 400, "parse_error"),
            (b"{", "application/json; charset=utf-8", 400, "parse_error"),
            (b"\x00\x01\x02", "text/plain", 422, "program_not_text"),
            (b"", "text/plain", 422, "program_empty"),
            (b"x" * 100_000, "text/plain", 413, "program_too_large"),
            (b"x" * 2_000_000, "text/plain", 400, "parse_error"),
            (b"a=1", "application/x-www-form-urlencoded", 415, "unsupported_media_type"),
        ],
    )
    def test_what_is_no_program_gets_a_clear_error(
        self, api, mission, run, body, content_type, status, code
    ):
        response = post(api, f"missions/{mission.pk}/submit", body, content_type)
        assert response.status_code == status
        assert response.json()["error"]["code"] == code
        assert response.json()["error"]["message"]
        assert not Submission.objects.exists()

    def test_without_a_run_the_answer_says_so(self, api, mission):
        response = post(api, f"missions/{mission.pk}/submit", {"code": HELLO})
        assert (response.status_code, response.json()["error"]["code"]) == (409, "no_run_active")

    def test_after_the_end_the_answer_says_so(self, api, mission, run):
        end_run(run)
        response = post(api, f"missions/{mission.pk}/submit", {"code": HELLO})
        assert (response.status_code, response.json()["error"]["code"]) == (409, "run_over")

    def test_a_second_program_is_refused_while_the_first_waits(self, api, mission, run):
        post(api, f"missions/{mission.pk}/submit", {"code": HELLO})
        response = post(api, f"missions/{mission.pk}/submit", {"code": HELLO})
        assert (response.status_code, response.json()["error"]["code"]) == (409, "already_waiting")

    def test_refusals_speak_the_language_of_the_browser(self, api, mission):
        french = api.post(
            f"/api/v1/missions/{mission.pk}/submit",
            {"code": HELLO},
            content_type="application/json",
            headers={"accept-language": "fr"},
        )
        english = post(api, f"missions/{mission.pk}/submit", {"code": HELLO})
        assert french.json()["error"]["message"] != english.json()["error"]["message"]

    def test_nobody_submits_without_logging_in(self, mission, run):
        response = post(Client(), f"missions/{mission.pk}/submit", {"code": HELLO})
        assert response.status_code == 401

    def test_an_expired_token_is_to_be_renewed(self, mission, run):
        response = Client().post(
            f"/api/v1/missions/{mission.pk}/submit",
            json.dumps({"code": HELLO}),
            content_type="application/json",
            headers={"authorization": "Bearer of.old.times"},
        )
        assert (response.status_code, response.json()["error"]["code"]) == (401, "token_not_valid")

    def test_a_missing_mission_is_not_found(self, api):
        assert post(api, "missions/999/submit", {"code": HELLO}).status_code == 404

    def test_a_token_of_the_api_lets_a_program_in(self, student, mission, run):
        token = Client().post(
            "/api/v1/auth/token",
            json.dumps({"username": "ada", "password": "secret-ada"}),
            content_type="application/json",
        )
        response = Client().post(
            f"/api/v1/missions/{mission.pk}/submit",
            json.dumps({"code": HELLO}),
            content_type="application/json",
            headers={"authorization": f"Bearer {token.json()['access']}"},
        )
        assert response.status_code == 201

    def test_a_database_that_is_away_is_told_with_what_to_do(self, api, mission, run, monkeypatch):
        def away(*_args, **_options):
            raise OperationalError("the server closed the connection")

        monkeypatch.setattr("submissions.api.queue.submit_program", away)
        response = post(api, f"missions/{mission.pk}/submit", {"code": HELLO})
        assert (response.status_code, response.json()["error"]["code"]) == (503, "database_away")
        assert response.headers["Retry-After"] == "5"


class TestCheck:
    def test_a_right_program_has_no_errors(self, api):
        response = post(api, "check", {"code": HELLO})
        assert response.json() == {"diagnostics": []}

    def test_an_empty_editor_is_no_mistake(self, api):
        assert post(api, "check", {"code": "  \n"}).json() == {"diagnostics": []}

    def test_messages_come_in_the_language_asked_for(self, api):
        def message(language):
            response = api.post(
                "/api/v1/check",
                {"code": 'ouput "x"'},
                content_type="application/json",
                headers={"accept-language": language},
            )
            return response.json()["diagnostics"][0]["message"]

        assert message("fr") != message("en")

    def test_advice_about_a_right_program_comes_as_a_warning(self, api):
        (found,) = post(api, "check", {"code": UNUSED}).json()["diagnostics"]
        assert (found["severity"], found["code"]) == ("warning", "Q7001")

    def test_a_program_with_mistakes_gets_no_advice_yet(self, api):
        found = post(api, "check", {"code": UNUSED + "ouput 5\n"}).json()["diagnostics"]
        assert {each["severity"] for each in found} == {"error"}

    def test_the_advice_is_about_the_board_of_the_classroom(self, api, board_kind):
        code = "use Libraries.Robots.M5Stack.Sound\nSound sound\nsound:Beep()\n"
        assert post(api, "check", {"code": code}).json() == {"diagnostics": []}
        board_kind.append("plain")
        (found,) = post(api, "check", {"code": code}).json()["diagnostics"]
        assert found["code"] == "Q7201"

    def test_somebody_without_a_classroom_gets_the_advice_for_every_board(self, teacher):
        client = Client()
        client.force_login(teacher)
        assert len(post(client, "check", {"code": UNUSED}).json()["diagnostics"]) == 1


class TestReading:
    def test_a_result_says_what_was_printed_and_what_the_checks_found(
        self, api, student, mission, run
    ):
        submission = queue.submit_program(student, mission, HELLO).submission
        queue.finish(queue.claim_next("board-1"), report(output=("Bonjour",)))
        body = api.get(f"/api/v1/submissions/{submission.pk}").json()
        assert body["status"] == "passed"
        assert body["points"] == 30
        assert body["result"]["output"] == ["Bonjour"]
        assert [check["passed"] for check in body["result"]["checks"]] == [True]

    def test_a_student_does_not_see_the_submission_of_another(
        self, api, other_student, mission, run
    ):
        submission = queue.submit_program(other_student, mission, HELLO).submission
        assert api.get(f"/api/v1/submissions/{submission.pk}").status_code == 404

    def test_a_teacher_sees_every_submission(self, student, teacher, mission, run):
        submission = queue.submit_program(student, mission, HELLO).submission
        client = Client()
        client.force_login(teacher)
        assert client.get(f"/api/v1/submissions/{submission.pk}").status_code == 200

    def test_the_queue_shows_who_waits(self, api, student, mission, run):
        queue.submit_program(student, mission, HELLO)
        body = api.get("/api/v1/queue").json()
        assert [entry["name"] for entry in body["queue"]["waiting"]] == ["Ada"]

    def test_missions_say_which_one_is_running(self, api, mission, run):
        (entry,) = api.get("/api/v1/missions").json()["missions"]
        assert entry["state"] == "running"
        with override("en"):
            assert entry["title"] == mission.text().title
