"""The teacher's desk: the first page of the admin. What it shows, and what can be pressed on it."""

from display.desk.site import TeacherSite

__all__ = ["TeacherSite"]
