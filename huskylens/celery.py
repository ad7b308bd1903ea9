"""The Celery app. Work is found in the database; a message only says that there may be some."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "huskylens.settings")

app = Celery("huskylens")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
