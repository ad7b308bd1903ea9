"""The cast of the tests: people and missions by their role."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from django.core.cache import cache
from django.utils import timezone, translation

from accounts.models import Classroom, Role, User
from missions.checks import validate_check
from missions.models import Mission, MissionRun, MissionText
from missions.runs import start_run
from submissions import remembering


@pytest.fixture(autouse=True)
def _quick_password_hashes(settings):
    """The real hash takes half a second on purpose."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture(scope="session")
def _journals(tmp_path_factory) -> Iterator[Path]:
    """A new folder for each test, made only by those that write a journal."""
    base = tmp_path_factory.mktemp("journals")
    return (base / str(number) for number in count())


@pytest.fixture(autouse=True)
def _journal_of_its_own(settings, _journals):
    settings.JOURNAL_DIR = next(_journals)


@pytest.fixture(autouse=True)
def _nothing_remembered():
    """Each test numbers its submissions from one again."""
    cache.clear()
    remembering.forget()


@pytest.fixture(autouse=True)
def _language_of_the_settings():
    """What a page of an earlier test was asked in must not be the language of this one."""
    translation.deactivate()


@pytest.fixture
def classroom(db) -> Classroom:
    return Classroom.objects.create(name="Papillons")


@pytest.fixture
def other_classroom(db) -> Classroom:
    return Classroom.objects.create(name="Libellules")


@pytest.fixture
def student(classroom) -> User:
    return User.objects.create_user(
        "ada", "secret-ada", display_name="Ada", role=Role.STUDENT, classroom=classroom
    )


@pytest.fixture
def other_student(classroom) -> User:
    return User.objects.create_user(
        "blaise", "secret-blaise", display_name="Blaise", role=Role.STUDENT, classroom=classroom
    )


@pytest.fixture
def outsider(other_classroom) -> User:
    """A student of another class."""
    return User.objects.create_user(
        "odile", "secret-odile", display_name="Odile", role=Role.STUDENT, classroom=other_classroom
    )


@pytest.fixture
def teacher(db) -> User:
    return User.objects.create_user("prof", "secret-prof", display_name="Prof", role=Role.TEACHER)


@pytest.fixture
def mission(db) -> Mission:
    """A mission that is solved by printing Bonjour."""
    mission = Mission.objects.create(
        slug="01-test",
        title="Dire bonjour",
        description="Affiche **Bonjour**.",
        order_num=1,
        time_limit=600,
        starter='output "?"\n',
        checks=[validate_check({"kind": "output-contains", "lines": ["Bonjour"]})],
    )
    MissionText.objects.create(
        mission=mission, language="fr", title="Dire bonjour", description="Affiche **Bonjour**."
    )
    MissionText.objects.create(
        mission=mission, language="en", title="Say hello", description="Print **Bonjour**."
    )
    return mission


@pytest.fixture
def run(mission, classroom) -> MissionRun:
    """The mission, running in the classroom since now."""
    return start_run(mission, classroom, timezone.now())
