"""The Django project: settings from the environment, URLs, ASGI, the Celery app."""

from huskylens.celery import app as celery_app

__all__ = ["celery_app"]
