"""Database, missions, static files and demo accounts: brought up to date, and then left alone."""

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from accounts.models import User
from huskylens.embedded import preparation
from huskylens.embedded.exceptions import NotPrepared
from missions.models import Mission

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folders(tmp_path, monkeypatch, settings):
    """Stamps, static files and their sources in a folder of the test's own."""
    source = tmp_path / "source"
    source.mkdir()
    (source / "app.css").write_text("body { color: black }")
    settings.STATICFILES_DIRS = [source]
    settings.STATIC_ROOT = tmp_path / "gathered"
    monkeypatch.setattr(preparation, "STAMPS", tmp_path / "stamps")
    return tmp_path


@pytest.fixture
def said() -> list[str]:
    return []


def test_a_first_preparation_brings_missions_static_files_and_people(said, folders):
    preparation.prepare(said.append)

    assert Mission.objects.count() >= 3
    assert User.objects.filter(username="prof").exists()
    assert (folders / "gathered" / "staticfiles.json").exists()


def test_a_second_preparation_has_nothing_to_do(said):
    preparation.prepare(said.append)
    said.clear()

    preparation.prepare(said.append)

    assert said == []


def test_what_a_teacher_has_edited_stays(said):
    preparation.prepare(said.append)
    Mission.objects.filter(order_num=1).update(time_limit=77)

    preparation.prepare(said.append)

    assert Mission.objects.get(order_num=1).time_limit == 77


def test_an_emptied_database_gets_its_missions_back(said):
    preparation.prepare(said.append)
    Mission.objects.all().delete()

    preparation.prepare(said.append)

    assert Mission.objects.exists()


def test_a_changed_style_is_gathered_again(said, folders):
    preparation.prepare(said.append)
    (folders / "source" / "app.css").write_text("body { color: white }")

    preparation.prepare(said.append)

    gathered = [path.read_text() for path in (folders / "gathered").glob("app.*.css")]
    assert gathered == ["body { color: white }"]


def test_accounts_are_left_out_where_nobody_wants_them(said):
    preparation.prepare(said.append, with_accounts=False)

    assert not User.objects.exists()


def test_a_database_that_is_older_than_the_program_is_not_served(monkeypatch):
    monkeypatch.setattr(preparation, "pending_migrations", lambda: 2)

    with pytest.raises(NotPrepared, match="type make setup"):
        preparation.require_prepared()


def test_a_full_disk_is_told_in_one_sentence(monkeypatch):
    def fail(say):
        raise OSError(28, "No space left on device", "data/stamps")

    monkeypatch.setattr(preparation, "seed_missions", fail)

    with pytest.raises(CommandError, match="No space left on device \\(data/stamps\\)"):
        call_command("prepare")
