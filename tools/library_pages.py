"""The reference of the library as Markdown pages: one for each class, and an index, per language.

Pure: from the data of `quorum.reference` to texts. `write_library_pages.py` writes them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from quorum.doc_comments import Example
from quorum.reference import ActionReference, ClassReference, FieldReference

INDEX = "README"
OBJECT = "Libraries.Language.Object"
_PROSE_SIGN = re.compile(r"([\\*_<\[\]|])")


@dataclass(frozen=True)
class Words:
    """What the pages say in one language besides the comments themselves."""

    library: str
    introduction: str
    other_language: str
    all_classes: str
    class_: str
    page_of_class: str
    purpose: str
    package: str
    use_line: str
    always_visible: str
    parents: str
    shared: str
    example: str
    reads: str
    prints: str
    constants: str
    variables: str
    name: str
    type: str
    value: str
    meaning: str
    overview: str
    action: str
    returns: str
    gives_back: str
    nothing: str
    details: str
    blueprint: str
    inherited: str
    inherited_from: str
    written_by: str


WORDS = {
    "en": Words(
        library="The Quorum library",
        introduction="Every class that a program can use, package by package. To use a class, "
        "write its `use` line at the top of your program.",
        other_language="Français",
        all_classes="All classes",
        class_="Class",
        page_of_class="The class `{title}`",
        purpose="What it is for",
        package="Package:",
        use_line="To use it:",
        always_visible="Every program knows this class without a `use` line.",
        parents="Inherits from:",
        shared="This class is shared: all variables of this class hold the same one object.",
        example="Example:",
        reads="When somebody types:",
        prints="This program outputs:",
        constants="Constants",
        variables="Variables",
        name="Name",
        type="Type",
        value="Value",
        meaning="Meaning",
        overview="Actions at a glance",
        action="Action",
        returns="Gives back",
        gives_back="Gives back:",
        nothing="nothing",
        details="Actions one by one",
        blueprint="A class that inherits from this one has to write this action.",
        inherited="Inherited actions",
        inherited_from="From {parent}:",
        written_by="This page is written by `make docs` from `{file}`.",
    ),
    "fr": Words(
        library="La bibliothèque de Quorum",
        introduction="Toutes les classes qu’un programme peut utiliser, paquet par paquet. Pour "
        "utiliser une classe, écris sa ligne `use` en haut de ton programme.",
        other_language="English",
        all_classes="Toutes les classes",
        class_="Classe",
        page_of_class="La classe `{title}`",
        purpose="À quoi elle sert",
        package="Paquet\u00a0:",
        use_line="Pour l’utiliser\u00a0:",
        always_visible="Tous les programmes connaissent cette classe sans ligne `use`.",
        parents="Hérite de\u00a0:",
        shared="Cette classe est partagée\u00a0: toutes les variables de cette classe contiennent "
        "le même objet.",
        example="Exemple\u00a0:",
        reads="Quand quelqu’un tape\u00a0:",
        prints="Ce programme affiche\u00a0:",
        constants="Constantes",
        variables="Variables",
        name="Nom",
        type="Type",
        value="Valeur",
        meaning="Signification",
        overview="Les actions en bref",
        action="Action",
        returns="Donne",
        gives_back="Donne\u00a0:",
        nothing="rien",
        details="Les actions une par une",
        blueprint="Une classe qui hérite de celle-ci doit écrire cette action.",
        inherited="Actions héritées",
        inherited_from="De {parent}\u00a0:",
        written_by="Cette page est écrite par `make docs` à partir de `{file}`.",
    ),
}
LANGUAGES = tuple(WORDS)


def pages(classes: Sequence[ClassReference]) -> dict[str, str]:
    """All pages: path below docs/library -> text."""
    return {
        f"{language}/{name}.md": text
        for language in LANGUAGES
        for name, text in _Library(classes, language).pages()
    }


def page_names(full_names: Iterable[str]) -> dict[str, str]:
    """Full name -> name of the page: the simple name, with as much of its package as it needs.

    Two names that differ in capitals only count as equal: some file systems do not tell them apart.
    """
    names = {full_name: full_name.rpartition(".")[2] for full_name in full_names}
    while True:
        times = Counter(name.lower() for name in names.values())
        equal = [full for full, name in names.items() if times[name.lower()] > 1 and full != name]
        if not equal:
            return names
        for full_name in equal:
            parts = names[full_name].count(".") + 2
            names[full_name] = ".".join(full_name.split(".")[-parts:])


def prose(text: str) -> str:
    """Text of a comment, with the signs escaped that Markdown would obey; `code` stays."""
    parts = text.split("`")
    parts[::2] = [_PROSE_SIGN.sub(r"\\\1", part) for part in parts[::2]]
    return "`".join(parts)


def anchor(heading: str) -> str:
    """The name under which a heading can be linked to."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def _call(action: ActionReference) -> str:
    """`GetBlock(integer index)`"""
    inside = ", ".join(f"{each.type} {each.name}" for each in action.parameters)
    return f"{action.name}({inside})"


def _block(language: str, text: str) -> str:
    return f"```{language}\n{text}\n```"


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


class _Library:
    """All classes in one language."""

    def __init__(self, classes: Sequence[ClassReference], language: str) -> None:
        self._classes = classes
        self._language = language
        self._words = WORDS[language]
        self._names = page_names(each.full_name for each in classes)
        # Simple names that mean one class only.
        self._full_names = {
            name: full_name for full_name, name in self._names.items() if "." not in name
        }
        self._by_name: Mapping[str, ClassReference] = {each.full_name: each for each in classes}

    def pages(self) -> Iterator[tuple[str, str]]:
        yield INDEX, self._joined(self._index())
        for each in self._classes:
            yield self._names[each.full_name], self._joined(self._page(each))

    def _joined(self, parts: Iterable[str]) -> str:
        return "\n\n".join(parts) + "\n"

    def _other_page(self, name: str) -> str:
        other = next(language for language in LANGUAGES if language != self._language)
        return f"[{self._words.other_language}](../{other}/{name}.md)"

    def _link(self, full_name: str) -> str:
        name = self._names.get(full_name)
        simple = full_name.rpartition(".")[2]
        return f"[`{simple}`]({name}.md)" if name else f"`{simple}`"

    # --- the index ---

    def _index(self) -> Iterator[str]:
        words = self._words
        yield f"# {words.library}"
        yield self._other_page(INDEX)
        yield words.introduction
        for package in sorted({each.package for each in self._classes}):
            yield f"## `{package}`"
            yield _table(
                (words.class_, words.purpose),
                (
                    (self._link(each.full_name), prose(each.documentation.summary(self._language)))
                    for each in self._classes
                    if each.package == package
                ),
            )

    # --- a class ---

    def _page(self, each: ClassReference) -> Iterator[str]:
        words = self._words
        yield f"# {words.page_of_class.format(title=each.title)}"
        other = self._other_page(self._names[each.full_name])
        yield f"{other} · [{words.all_classes}]({INDEX}.md)"
        yield from map(prose, each.documentation.paragraphs(self._language))
        yield "\n".join(self._facts(each))
        yield from self._example(each.documentation.example)
        yield from self._fields(words.constants, each.constants)
        yield from self._fields(words.variables, each.variables)
        if each.actions:
            yield f"## {words.overview}"
            yield self._overview(each.actions)
            yield f"## {words.details}"
            for action in each.actions:
                yield from self._action(action)
        yield from self._inherited(each)
        yield words.written_by.format(file=f"quorum/library/{each.file}")

    def _facts(self, each: ClassReference) -> Iterator[str]:
        words = self._words
        yield f"- {words.package} `{each.package}`"
        if each.always_visible:
            yield f"- {words.always_visible}"
        else:
            yield f"- {words.use_line} `use {each.full_name}`"
        if each.parents:
            yield f"- {words.parents} {', '.join(map(self._link, each.parents))}"
        if each.shared:
            yield f"- {words.shared}"

    def _example(self, example: Example | None) -> Iterator[str]:
        if example is None:
            return
        yield self._words.example
        yield _block("quorum", example.program.rstrip("\n"))
        if example.reads:
            yield self._words.reads
            yield _block("text", "\n".join(example.reads))
        if example.prints is not None:
            yield self._words.prints
            yield _block("text", "\n".join(example.prints))

    def _fields(self, title: str, fields: Sequence[FieldReference]) -> Iterator[str]:
        if not fields:
            return
        words = self._words
        yield f"## {title}"
        yield _table(
            (words.name, words.type, words.value, words.meaning),
            (
                (
                    f"`{field.name}`",
                    f"`{field.type}`",
                    f"`{field.value}`" if field.value else words.nothing,
                    prose(" ".join(field.documentation.paragraphs(self._language))),
                )
                for field in fields
            ),
        )

    def _overview(self, actions: Sequence[ActionReference]) -> str:
        words = self._words
        return _table(
            (words.action, words.returns, words.meaning),
            (
                (
                    f"[`{_call(action)}`](#{anchor(_call(action))})",
                    f"`{action.returns}`" if action.returns else words.nothing,
                    prose(action.documentation.summary(self._language)),
                )
                for action in actions
            ),
        )

    def _action(self, action: ActionReference) -> Iterator[str]:
        words = self._words
        yield f"### `{_call(action)}`"
        yield from map(prose, action.documentation.paragraphs(self._language))
        if action.returns:
            yield f"{words.gives_back} {self._type(action.returns)}"
        if action.blueprint:
            yield words.blueprint
        yield from self._example(action.documentation.example)

    def _type(self, written: str) -> str:
        """A type, with links to the pages of its classes."""
        names = [name for name in re.findall(r"\w+", written) if name in self._full_names]
        links = [self._link(self._full_names[name]) for name in names]
        if names == [written]:
            return links[0]
        return f"`{written}`" + (f" ({', '.join(links)})" if links else "")

    def _inherited(self, each: ClassReference) -> Iterator[str]:
        """What the class can do because its parents can."""
        parents = list(self._ancestors(each))
        if not parents:
            return
        yield f"## {self._words.inherited}"
        lines = []
        for parent in parents:
            names = sorted({action.name for action in parent.actions})
            from_parent = self._words.inherited_from.format(parent=self._link(parent.full_name))
            lines.append(f"- {from_parent} {', '.join(f'`{name}`' for name in names)}")
        yield "\n".join(lines)

    def _ancestors(self, each: ClassReference) -> Iterator[ClassReference]:
        """All classes above that have actions, the nearest first; Object is the last one."""
        waiting, seen = list(each.parents), {each.full_name, OBJECT}
        while waiting:
            name = waiting.pop(0)
            parent = self._by_name.get(name)
            if parent is not None and name not in seen:
                seen.add(name)
                waiting += parent.parents
                if parent.actions:
                    yield parent
        if each.full_name != OBJECT and OBJECT in self._by_name:
            yield self._by_name[OBJECT]
