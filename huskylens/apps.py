"""App configurations of the project itself."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class ProjectConfig(AppConfig):
    """Holds what belongs to no room: the command that runs the embedded system."""

    name = "huskylens"


class AdminSiteConfig(AdminConfig):
    """Replaces Django's admin site with the teacher's desk."""

    default_site = "display.desk.TeacherSite"
