"""The teacher's desk: one button starts a mission."""

import pytest
from django.test import Client
from django.urls import reverse

from device.models import Board, BoardOrder
from missions.models import MissionRun
from missions.runs import active_run

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(teacher):
    client = Client(headers={"accept-language": "en"})
    client.force_login(teacher)
    return client


def test_the_desk_offers_each_mission_to_each_class(desk, mission, classroom):
    page = desk.get("/admin/").content.decode()
    assert reverse("admin:desk-start", args=[classroom.pk, mission.pk]) in page
    assert classroom.beamer_key in page


def test_one_press_starts_a_mission(desk, mission, classroom):
    response = desk.post(reverse("admin:desk-start", args=[classroom.pk, mission.pk]), follow=True)
    assert active_run(classroom).mission == mission
    assert "Say hello" in response.content.decode()


def test_starting_another_mission_ends_the_one_before(desk, mission, run, classroom):
    desk.post(reverse("admin:desk-start", args=[classroom.pk, mission.pk]))
    run.refresh_from_db()
    assert run.ended_at is not None
    assert MissionRun.objects.filter(classroom=classroom, ended_at=None).count() == 1


def test_a_mission_that_is_switched_off_does_not_start(desk, mission, classroom):
    mission.active = False
    mission.save()
    response = desk.post(reverse("admin:desk-start", args=[classroom.pk, mission.pk]), follow=True)
    assert active_run(classroom) is None
    assert "switched off" in response.content.decode()


def test_a_press_stops_and_another_extends(desk, run):
    before = run.ends_at
    desk.post(reverse("admin:desk-extend", args=[run.pk]))
    run.refresh_from_db()
    assert (run.ends_at - before).total_seconds() == 300
    desk.post(reverse("admin:desk-stop", args=[run.pk]))
    run.refresh_from_db()
    assert run.ended_at is not None


@pytest.mark.parametrize("name", ["desk-start", "desk-stop", "desk-extend"])
def test_a_link_alone_changes_nothing(desk, mission, run, classroom, name):
    arguments = [classroom.pk, mission.pk] if name == "desk-start" else [run.pk]
    assert desk.get(reverse(f"admin:{name}", args=arguments)).status_code == 405


def test_a_student_does_not_get_to_the_desk(student, mission, classroom):
    client = Client()
    client.force_login(student)
    assert client.get("/admin/").status_code == 302
    client.post(reverse("admin:desk-start", args=[classroom.pk, mission.pk]))
    assert active_run(classroom) is None


@pytest.mark.parametrize(
    "page",
    [
        "accounts_user",
        "accounts_classroom",
        "missions_mission",
        "missions_missionrun",
        "missions_config",
        "submissions_submission",
        "submissions_queueentry",
        "submissions_result",
        "device_board",
        "accounts_auditentry",
        "operations_alert",
        "events_event",
    ],
)
def test_a_teacher_opens_every_list_of_the_admin(desk, run, page):
    assert desk.get(reverse(f"admin:{page}_changelist")).status_code == 200


@pytest.mark.parametrize("page", ["submissions_result", "events_event", "submissions_submission"])
def test_what_the_system_recorded_cannot_be_added_by_hand(desk, page):
    assert desk.get(reverse(f"admin:{page}_add")).status_code == 403


def test_a_setting_out_of_range_is_refused_with_its_range(desk, db):
    response = desk.post(
        reverse("admin:missions_config_add"),
        {"key": "queue_capacity", "value": "-5", "description": ""},
    )
    assert response.status_code == 200
    assert "10000" in response.content.decode()


def test_the_beamer_page_opens_with_the_key_only(classroom):
    assert Client().get(f"/beamer/{classroom.beamer_key}/").status_code == 200
    assert Client().get("/beamer/wrong/").status_code == 404


@pytest.mark.parametrize("checks", ['{"kind": "uses"}', '[{"kind": "magic"}]', "[5]"])
def test_a_check_with_a_mistake_is_refused_when_the_mission_is_saved(desk, mission, checks):
    form = desk.get(reverse("admin:missions_mission_change", args=[mission.pk])).context[
        "adminform"
    ]
    fields = {field.name: field.value() or "" for field in form.form}
    fields |= {"checks": checks, "texts-TOTAL_FORMS": 0, "texts-INITIAL_FORMS": 0}
    response = desk.post(reverse("admin:missions_mission_change", args=[mission.pk]), fields)
    assert response.context["adminform"].form.errors["checks"]


@pytest.fixture
def board(db):
    return Board.objects.create(name="board-1", url="socket://127.0.0.1:1")


def test_one_press_stops_the_board_and_another_lets_it_run_again(desk, board, classroom, teacher):
    desk.post(reverse("admin:desk-board-stop", args=[board.pk]))
    board.refresh_from_db()
    assert board.stopped
    assert BoardOrder.objects.get().asked_by == teacher
    desk.post(reverse("admin:desk-board-release", args=[board.pk]))
    board.refresh_from_db()
    assert not board.stopped


def test_the_desk_says_that_the_board_is_stopped_and_offers_the_way_back(desk, board, classroom):
    Board.objects.update(stopped=True)
    page = desk.get("/admin/").content.decode()
    assert "stopped by hand" in page
    assert reverse("admin:desk-board-release", args=[board.pk]) in page
    assert reverse("admin:desk-board-stop", args=[board.pk]) not in page


@pytest.mark.parametrize("name", ["desk-board-stop", "desk-board-release"])
def test_a_link_alone_does_nothing_to_a_board(desk, board, name):
    assert desk.get(reverse(f"admin:{name}", args=[board.pk])).status_code == 405


def test_the_desk_stops_each_board_that_serves_the_class(desk, board, classroom):
    other = Board.objects.create(name="board-2", url="socket://127.0.0.1:2", classroom=classroom)
    page = desk.get("/admin/").content.decode()
    for each in (board, other):
        assert reverse("admin:desk-board-stop", args=[each.pk]) in page
