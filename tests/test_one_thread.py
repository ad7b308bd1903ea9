"""A request is answered in one thread, as its middleware and its view are synchronous."""

import threading

import pytest
from django.test import AsyncClient
from django.utils.deprecation import MiddlewareMixin

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.asyncio]


async def test_no_middleware_goes_to_the_event_loop_and_back(monkeypatch):
    threads = set()
    call = MiddlewareMixin.__call__

    def noted(middleware, request):
        threads.add(threading.current_thread())
        return call(middleware, request)

    monkeypatch.setattr(MiddlewareMixin, "__call__", noted)
    response = await AsyncClient().get("/login/")
    assert response.status_code == 200
    assert len(threads) == 1
    assert threading.current_thread() not in threads
