"""The student's pages."""

from django.urls import path

from submissions import views

app_name = "portal"
urlpatterns = [
    path("", views.home, name="home"),
    path("missions/<int:order>/", views.mission, name="mission"),
    path("submissions/<int:submission_id>/", views.submission, name="submission"),
]
