"""The demo classroom: enough people to try everything on a new machine."""

import secrets
from dataclasses import dataclass

from django.db import transaction

from accounts.models import Classroom, Role, User

DEMO_CLASSROOM = "Papillons"
DEMO_TEACHER = ("prof", "Prof")
DEMO_STUDENTS = (
    ("ada", "Ada"),
    ("blaise", "Blaise"),
    ("chloe", "Chloé"),
    ("djamila", "Djamila"),
    ("emil", "Emil"),
)

# Letters and digits that nobody confuses when copying them from a screen or hearing them.
READABLE_CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789"
PASSWORD_LENGTH = 10


@dataclass(frozen=True)
class DemoAccount:
    """One demo account; `password` is None when the account was there and keeps its password."""

    username: str
    display_name: str
    role: str
    password: str | None


def generate_password() -> str:
    """Return a password of about 49 bits that can be read aloud."""
    return "".join(secrets.choice(READABLE_CHARACTERS) for _ in range(PASSWORD_LENGTH))


@transaction.atomic
def create_demo_accounts(reset_passwords: bool = False) -> list[DemoAccount]:
    """Create the demo classroom, its teacher and students; existing ones stay as they are.

    With `reset_passwords`, existing accounts get a new password too.
    """
    classroom, _ = Classroom.objects.get_or_create(name=DEMO_CLASSROOM)
    people = [
        (*DEMO_TEACHER, Role.TEACHER),
        *((*student, Role.STUDENT) for student in DEMO_STUDENTS),
    ]
    accounts = []
    for username, display_name, role in people:
        user, created = User.objects.get_or_create(
            username=username,
            defaults={
                "display_name": display_name,
                "role": role,
                "classroom": classroom if role == Role.STUDENT else None,
            },
        )
        password = None
        if created or reset_passwords:
            password = generate_password()
            user.set_password(password)
            user.save(update_fields=["password"])
        accounts.append(DemoAccount(username, user.display_name, role, password))
    return accounts
