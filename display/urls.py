"""The beamer page."""

from django.urls import path

from display import views

app_name = "display"
urlpatterns = [path("beamer/<str:key>/", views.beamer, name="beamer")]
