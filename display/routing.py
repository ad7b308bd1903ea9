"""Addresses of the websockets."""

from django.urls import path

from display.consumers import BeamerConsumer, PortalConsumer

websocket_urlpatterns = [
    path("ws/portal/", PortalConsumer.as_asgi()),
    path("ws/beamer/<str:key>/", BeamerConsumer.as_asgi()),
]
