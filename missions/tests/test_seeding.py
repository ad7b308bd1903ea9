"""Seeding: the folders come into the database, as often as one likes."""

import pytest
from django.core.management import call_command

from missions import configuration
from missions.content_format import load_all
from missions.exceptions import ConfigurationError
from missions.models import Config, Mission, MissionText

pytestmark = pytest.mark.django_db


def test_every_folder_becomes_a_mission_with_its_texts(capsys):
    call_command("seed_missions")
    contents = load_all()
    assert Mission.objects.count() == len(contents) >= 3
    assert MissionText.objects.count() == 2 * len(contents)
    first = Mission.objects.get(order_num=1)
    assert first.text("fr").title != first.text("en").title
    assert "3 new" in capsys.readouterr().out


def test_seeding_again_changes_nothing():
    call_command("seed_missions")
    before = list(Mission.objects.values())
    call_command("seed_missions")
    assert list(Mission.objects.values()) == before


def test_what_the_teacher_switched_off_stays_off():
    call_command("seed_missions")
    Mission.objects.filter(order_num=2).update(active=False)
    call_command("seed_missions")
    assert not Mission.objects.get(order_num=2).active


def test_settings_get_their_defaults_and_keep_what_the_teacher_chose():
    call_command("seed_missions")
    Config.objects.filter(key="queue_capacity").update(value="40")
    call_command("seed_missions")
    assert configuration.read(configuration.QUEUE_CAPACITY) == 40
    assert Config.objects.count() == len(configuration.SETTINGS)


@pytest.mark.parametrize("value", ["", "many", "0", "-1", "99999999", "1.5"])
def test_a_setting_that_makes_no_sense_is_named_with_its_range(value):
    Config.objects.create(key="queue_capacity", value=value)
    with pytest.raises(ConfigurationError, match="queue_capacity"):
        configuration.read(configuration.QUEUE_CAPACITY)


def test_a_damaged_setting_disturbs_only_who_asks_for_it():
    Config.objects.create(key="queue_capacity", value="many")
    asked = configuration.read_several(configuration.EXECUTION_TIME, configuration.OUTPUT_LIMIT)
    assert asked == {
        setting: setting.default
        for setting in (configuration.EXECUTION_TIME, configuration.OUTPUT_LIMIT)
    }
