"""Celery tasks of the missions room."""

from celery import shared_task

from missions import runs


@shared_task
def end_overdue_runs() -> None:
    """End the runs whose time is over."""
    runs.end_overdue_runs()
