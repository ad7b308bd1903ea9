"""Mission texts: from Markdown to HTML that is safe to show."""

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

# "js-default" drops raw HTML and refuses links that run code.
_renderer = MarkdownIt("js-default", {"typographer": False})


def to_html(text: str) -> SafeString:
    """Render Markdown; HTML in it is shown as text, never obeyed."""
    return mark_safe(_renderer.render(text))  # noqa: S308  (the renderer escapes everything)
