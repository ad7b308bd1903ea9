"""The API of missions and submissions."""

from django.urls import path

from submissions import api

urlpatterns = [
    path("check", api.CheckView.as_view(), name="api-check"),
    path("missions", api.MissionListView.as_view(), name="api-missions"),
    path("missions/<int:mission_id>/submit", api.SubmitView.as_view(), name="api-submit"),
    path("submissions/<int:submission_id>", api.SubmissionView.as_view(), name="api-submission"),
    path("queue", api.QueueView.as_view(), name="api-queue"),
]
