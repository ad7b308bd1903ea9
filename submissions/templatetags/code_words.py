"""Messages carry program text between backticks; pages show it as code."""

import re

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

_CODE = re.compile(r"`([^`]+)`")


@register.filter
def code_words(message: str) -> SafeString:
    """Return the message, escaped, with its program text in `code` elements."""
    return mark_safe(_CODE.sub(r"<code>\1</code>", escape(message)))  # noqa: S308  (escaped)
