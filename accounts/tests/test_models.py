"""Users: what the database itself refuses, and what a role may do."""

import pytest
from django.db import IntegrityError, transaction

from accounts.models import Role, User

pytestmark = pytest.mark.django_db


def test_a_student_without_a_classroom_is_refused_by_the_database():
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("x", display_name="X", role=Role.STUDENT)


def test_an_unknown_role_is_refused_by_the_database(classroom):
    with pytest.raises(IntegrityError), transaction.atomic():
        User.objects.create_user("x", display_name="X", role="wizard", classroom=classroom)


def test_teachers_enter_the_admin_and_students_do_not(student, teacher):
    assert teacher.is_staff
    assert not student.is_staff


def test_a_teacher_manages_missions_and_rewrites_no_result(teacher):
    assert teacher.has_perm("missions.change_mission")
    assert teacher.has_perm("submissions.view_result")
    assert not teacher.has_perm("submissions.change_result")


def test_a_teacher_who_may_not_log_in_any_more_may_do_nothing(teacher):
    teacher.is_active = False
    assert not teacher.has_perm("missions.change_mission")


def test_two_classrooms_never_share_a_beamer_key(classroom, other_classroom):
    assert classroom.beamer_key != other_classroom.beamer_key
