"""What all acts of the desk have in common: who acts, why, and the way back to where it was done.

Each section of the desk is one form, which names the section; its buttons name what they do by
their own address. So the teacher comes back to the section acted on, and reads there what came of
it.
"""

import re

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from accounts.models import AuditEntry, User

SECTIONS = ("alerts", "boards", "mission", "queue", "results")
_SECTION = re.compile(rf"({'|'.join(SECTIONS)})-\d+")


def actor(request: HttpRequest) -> User:
    """Return the teacher who acts."""
    assert isinstance(request.user, User)
    return request.user


def reason_of(request: HttpRequest) -> str:
    """Return why, in the teacher's words; may be empty."""
    return request.POST.get("reason", "").strip()[: AuditEntry.REASON_LENGTH]


def back(request: HttpRequest, level: int, text: str) -> HttpResponse:
    """Go back to the section of the desk that was acted on, with a message there.

    Args:
        level: of `django.contrib.messages`.
    """
    section = request.POST.get("section", "")
    if not _SECTION.fullmatch(section):
        section = ""
    messages.add_message(request, level, text, extra_tags=section)
    address = reverse("admin:index")
    return HttpResponseRedirect(f"{address}#{section}" if section else address)
