"""The page that the projector shows."""

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from accounts.models import Classroom


def _qr_code(url: str) -> SafeString:
    """Return the code as inline SVG, black on white: a negative is not read by every camera."""
    svg = segno.make(url, error="m").svg_inline(omitsize=True, dark="#000", light="#fff", border=3)
    return mark_safe(svg)  # noqa: S308  (drawn by segno: paths and numbers)


@never_cache
@require_safe
def beamer(request: HttpRequest, key: str) -> HttpResponse:
    """Whoever has the key may watch: the page shows display names only."""
    classroom = get_object_or_404(Classroom, beamer_key=key)
    join_url = settings.PUBLIC_URL or request.build_absolute_uri(reverse("portal:home"))
    context = {
        "classroom": classroom,
        "key": key,
        "socket_path": f"/ws/beamer/{key}/",
        "join_address": join_url.removeprefix("http://").rstrip("/"),
        "join_qr_code": _qr_code(join_url),
    }
    return render(request, "display/beamer.html", context)
