"""What can go wrong with missions.

MissionError
├── MissionNotActive     the mission cannot be started
├── NotInThisClass       extra time for somebody who does not play it
└── ConfigurationError   a setting has a value that cannot be used
"""

from django.utils.translation import gettext_lazy as _


class MissionError(Exception):
    """The mission cannot do that. The text is for the teacher."""


class MissionNotActive(MissionError):
    """The mission is switched off."""

    def __init__(self) -> None:
        super().__init__(_("This mission is switched off. Tick “active” on its page first."))


class NotInThisClass(MissionError):
    """The student does not belong to the classroom of the run."""

    def __init__(self, name: str) -> None:
        super().__init__(_("%(name)s is not a student of this class.") % {"name": name})


class ConfigurationError(MissionError):
    """A row of the settings table holds a value that is not a number, or out of its range."""

    def __init__(self, key: str, value: str, lowest: int, highest: int) -> None:
        super().__init__(
            _(
                "The setting %(key)s is “%(value)s”; it must be a whole number "
                "from %(lowest)d to %(highest)d."
            )
            % {"key": key, "value": value, "lowest": lowest, "highest": highest}
        )
