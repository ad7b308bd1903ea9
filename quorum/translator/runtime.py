"""Where the helpers of the runtime live, and which of them a program needs."""

from __future__ import annotations

MODULES = {
    "arithmetic": (
        "divide",
        "divide_number",
        "remainder",
        "remainder_number",
        "truncate",
        "wrap",
    ),
    "boolean_box": ("box_boolean",),
    "boxes": ("unbox", "unbox_text"),
    "errors": ("Error",),
    "formatting": ("boolean_text", "number_text", "text_of"),
    "integer_box": ("box_integer",),
    "keyboard": ("ask",),
    "number_box": ("box_number",),
    "objects": (
        "Object",
        "adopt",
        "begin",
        "cast_to",
        "constant",
        "defined",
        "is_a",
        "share",
        "shared_object",
    ),
    "parsing": ("parse_boolean", "parse_integer", "parse_number"),
    "printing": ("output",),
    "text_box": ("box_text",),
    "texts": ("compare_text",),
}
_MODULE_OF = {name: module for module, names in MODULES.items() for name in names}


class Needs:
    """The helpers and library classes that one program imports."""

    def __init__(self) -> None:
        self._helpers: set[str] = set()
        self._modules: set[str] = set()
        self._classes: dict[str, tuple[str, str]] = {}
        # Whether the program asks its errors where they come from.
        self.places = False

    def helper(self, name: str) -> str:
        """A function or class of the runtime."""
        self._helpers.add(name)
        return name

    def actions(self, primitive: str) -> str:
        """The module with the actions of a primitive type."""
        module = f"{primitive}_actions"
        self._modules.add(module)
        return module

    def library_class(self, module: str, name: str, alias: str) -> str:
        """A class of `quorum_libraries`."""
        self._classes[alias] = (module, name)
        return alias

    def import_lines(self) -> list[str]:
        """The import statements, sorted."""
        lines: list[str] = []
        for module in MODULES:
            names = sorted(name for name in self._helpers if _MODULE_OF[name] == module)
            if names:
                lines.append(f"from quorum_runtime.{module} import {', '.join(names)}")
        lines += [f"from quorum_runtime import {module}" for module in sorted(self._modules)]
        for alias, (module, name) in sorted(self._classes.items()):
            renamed = "" if alias == name else f" as {alias}"
            lines.append(f"from {module} import {name}{renamed}")
        return lines
