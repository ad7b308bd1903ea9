"""Classes, their students and their programs, written straight into the database."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from importlib import import_module

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.hashers import make_password
from django.utils import timezone

from accounts.models import Classroom, Role, User
from missions import configuration
from missions.checks import validate_check
from missions.models import Config, Mission, MissionRun
from missions.runs import start_run
from submissions.models import QueueEntry, Submission
from submissions.queue import PATIENCE

HELLO = 'output "Bonjour"\n'
SECOND_OF_SLEEP = """use Libraries.Robots.M5Stack.Timer
Timer timer
timer:Sleep(1000)
output "Bonjour"
"""
CLASS_SIZE = 30
BATCH = 5_000
_numbers = itertools.count(1)


@dataclass(frozen=True)
class Class:
    """A classroom that plays a mission."""

    classroom: Classroom
    run: MissionRun
    students: Sequence[User]


def prepare_mission() -> Mission:
    """A mission that one line solves and that no bench outlasts; limits that no bench meets."""
    for setting in (configuration.QUEUE_CAPACITY, configuration.SUBMISSIONS_PER_MINUTE):
        Config.objects.update_or_create(key=setting.key, defaults={"value": str(setting.highest)})
    mission, _ = Mission.objects.get_or_create(
        slug="bench",
        defaults={
            "title": "Bench",
            "order_num": 99,
            "time_limit": 86_400,
            "checks": [validate_check({"kind": "output-contains", "lines": ["Bonjour"]})],
        },
    )
    return mission


def make_classes(count: int, size: int, mission: Mission) -> list[Class]:
    """Classes of so many students each; the mission has started in all of them."""
    now = timezone.now()
    numbers = list(itertools.islice(_numbers, count))
    classrooms = Classroom.objects.bulk_create(
        [Classroom(name=f"Class {number}") for number in numbers], BATCH
    )
    runs = MissionRun.objects.bulk_create(
        [
            MissionRun(
                mission=mission,
                classroom=classroom,
                started_at=now,
                ends_at=now + timedelta(days=1),
            )
            for classroom in classrooms
        ],
        BATCH,
    )
    password = make_password(None)
    users = User.objects.bulk_create(
        [
            User(
                username=f"s{number}-{seat}",
                display_name=f"Student {seat}",
                role=Role.STUDENT,
                classroom=classroom,
                password=password,
            )
            for number, classroom in zip(numbers, classrooms, strict=True)
            for seat in range(size)
        ],
        BATCH,
    )
    seats = [users[begin : begin + size] for begin in range(0, len(users), size)]
    return [Class(*each) for each in zip(classrooms, runs, seats, strict=True)]


def play_again(group: Class) -> Class:
    """The class with a new run of its mission, in which nobody has handed anything in."""
    run = start_run(group.run.mission, group.classroom)
    return Class(group.classroom, run, group.students)


def let_wait(classes: Sequence[Class], code: str = HELLO) -> None:
    """Put a program of every student into the queue: the first of each class, then the second …"""
    now = timezone.now()
    turns = [
        (group.run, student)
        for seat in zip(*(g.students for g in classes), strict=True)
        for group, student in zip(classes, seat, strict=True)
    ]
    submissions = Submission.objects.bulk_create(
        [
            Submission(
                user=student,
                mission_id=run.mission_id,
                run=run,
                code=code,
                attempt_number=1,
                submitted_at=now,
            )
            for run, student in turns
        ],
        BATCH,
    )
    QueueEntry.objects.bulk_create(
        [
            QueueEntry(
                classroom_id=submission.run.classroom_id,
                submission=submission,
                turn_at=now + timedelta(microseconds=place),
                created_at=now,
                due_at=now + PATIENCE,
                reason="submitted",
            )
            for place, submission in enumerate(submissions)
        ],
        BATCH,
    )


def log_in(user: User) -> str:
    """The cookies of a browser in which somebody has logged in."""
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.save()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}; csrftoken={CSRF_TOKEN}"


CSRF_TOKEN = "b" * 32  # any secret will do, as long as cookie and header agree
