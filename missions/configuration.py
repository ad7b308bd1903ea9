"""The settings that a teacher may change while the system runs: known keys, ranges, defaults."""

from dataclasses import dataclass

from missions.exceptions import ConfigurationError
from missions.models import Config


@dataclass(frozen=True)
class Setting:
    """One whole-number setting, its meaning and the range in which it makes sense."""

    key: str
    default: int
    lowest: int
    highest: int
    description: str


CODE_SIZE_LIMIT = Setting(
    "code_size_limit", 16_384, 256, 65_536, "Largest program that is accepted, in bytes of UTF-8."
)
OUTPUT_LIMIT = Setting(
    "output_limit", 65_536, 1_024, 1_000_000, "What a program may send from the board, in bytes."
)
QUEUE_CAPACITY = Setting(
    "queue_capacity", 200, 1, 10_000, "How many programs may wait at the same time."
)
ATTEMPT_DELAY = Setting(
    "attempt_delay",
    20,
    0,
    600,
    "Seconds that each earlier attempt at the mission lets others go first.",
)
SUBMISSIONS_PER_MINUTE = Setting(
    "submissions_per_minute", 10, 1, 1_000, "How many programs a student may send in a minute."
)
EXECUTION_TIME = Setting(
    "execution_time",
    10,
    1,
    600,
    "Seconds that a program may run where its mission says nothing else.",
)
SETTINGS = (
    CODE_SIZE_LIMIT,
    OUTPUT_LIMIT,
    QUEUE_CAPACITY,
    ATTEMPT_DELAY,
    SUBMISSIONS_PER_MINUTE,
    EXECUTION_TIME,
)


def read(setting: Setting) -> int:
    """Return a setting's value: the row of the table, or the default where there is none.

    Raises:
        ConfigurationError: the row holds something that cannot be used.
    """
    return read_several(setting)[setting]


def read_several(*settings: Setting) -> dict[Setting, int]:
    """Return the values of these settings, in one query; what the others hold does not matter.

    Raises:
        ConfigurationError: a row holds something that cannot be used.
    """
    asked = Config.objects.filter(key__in=[setting.key for setting in settings])
    rows = dict(asked.values_list("key", "value"))
    return {
        setting: validate(setting, rows[setting.key]) if setting.key in rows else setting.default
        for setting in settings
    }


def validate(setting: Setting, value: str) -> int:
    """Return `value` as a number in the setting's range.

    Raises:
        ConfigurationError: it is not a whole number, or out of range.
    """
    try:
        number = int(value)
    except ValueError:
        raise ConfigurationError(setting.key, value, setting.lowest, setting.highest) from None
    if not setting.lowest <= number <= setting.highest:
        raise ConfigurationError(setting.key, value, setting.lowest, setting.highest)
    return number


def find(key: str) -> Setting | None:
    """Return the setting with this key, None where no code reads such a key."""
    return next((setting for setting in SETTINGS if setting.key == key), None)


def seed() -> None:
    """Add a row with the default value for each setting that has none."""
    for setting in SETTINGS:
        Config.objects.get_or_create(
            key=setting.key,
            defaults={"value": str(setting.default), "description": setting.description},
        )
