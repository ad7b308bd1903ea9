"""The page that the projector shows."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.models import Classroom


@never_cache
@require_safe
def beamer(request: HttpRequest, key: str) -> HttpResponse:
    """Whoever has the key may watch: the page shows display names only."""
    classroom = get_object_or_404(Classroom, beamer_key=key)
    context = {
        "classroom": classroom,
        "key": key,
        "socket_path": f"/ws/beamer/{key}/",
        "join_url": request.build_absolute_uri(reverse("portal:home")),
    }
    return render(request, "display/beamer.html", context)
