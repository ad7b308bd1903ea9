"""Mission texts: from Markdown to HTML that is safe to show."""

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

# "js-default" drops raw HTML and refuses links that run code.
_renderer = MarkdownIt("js-default", {"typographer": False})


def to_html(text: str) -> SafeString:
    """Render Markdown; HTML in it is shown as text, never obeyed.

    Headings go one level down: a text begins with `##` and stands in a section of its own (h2).
    """
    environment: dict[str, object] = {}
    tokens = _renderer.parse(text, environment)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(int(token.tag[1:]) + 1, 6)}"
    html = _renderer.renderer.render(tokens, _renderer.options, environment)
    return mark_safe(html)  # noqa: S308  (the renderer escapes everything)
