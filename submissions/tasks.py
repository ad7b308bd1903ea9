"""Celery tasks of the submissions room."""

from celery import shared_task

from submissions import queue


@shared_task
def take_back_expired() -> None:
    """Take back entries whose worker is gone."""
    queue.take_back_expired()


@shared_task
def sweep() -> None:
    """Do what is overdue."""
    queue.sweep()
