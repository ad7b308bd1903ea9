"""Demo accounts: generated passwords, shown once, never changed by a second run."""

import pytest

from accounts.demo import create_demo_accounts
from accounts.models import Role, User

pytestmark = pytest.mark.django_db


def test_a_teacher_and_five_students_get_passwords_of_their_own():
    accounts = create_demo_accounts()
    assert [account.role for account in accounts].count(Role.STUDENT) == 5
    assert [account.role for account in accounts].count(Role.TEACHER) == 1
    assert len({account.password for account in accounts}) == 6
    for account in accounts:
        assert User.objects.get(username=account.username).check_password(account.password)


def test_a_second_run_changes_nothing():
    create_demo_accounts()
    before = list(User.objects.values_list("username", "password"))
    assert {account.password for account in create_demo_accounts()} == {None}
    assert list(User.objects.values_list("username", "password")) == before


def test_new_passwords_replace_the_old_ones_when_asked_for():
    old = create_demo_accounts()
    new = create_demo_accounts(reset_passwords=True)
    ada = User.objects.get(username="ada")
    passwords = {account.username: account.password for account in old}
    assert not ada.check_password(passwords["ada"])
    assert ada.check_password({a.username: a.password for a in new}["ada"])
