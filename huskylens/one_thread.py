"""A request stays in one thread from the first middleware to the last."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class OneThreadMiddleware:
    """Does nothing, and because it can only be called in a thread, it does much.

    Django calls each middleware outside of the innermost one that is synchronous in the same
    thread. Without one beside our synchronous views, each of them goes from the event loop to the
    thread and back, for the request and for the answer: the last place of `MIDDLEWARE` is for this.
    """

    sync_capable = True
    async_capable = False

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)
