"""The messages of the compiler as Markdown pages: one for each code, and an index, per language.

Pure: from the examples of `quorum.message_examples` to texts. `write_message_pages.py` writes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from library_pages import prose

from quorum.diagnostics import Diagnostic
from quorum.message_examples import MAIN, Example, Given, MessagePage

LANGUAGES = ("fr", "en")
INDEX = "README"


@dataclass(frozen=True)
class Words:
    """What the pages say in one language besides titles, explanations and messages."""

    title: str
    introduction: str
    other_language: str
    all_messages: str
    code: str
    about: str
    groups: Mapping[str, str]
    wrong: str
    message: str
    right: str
    forms: str
    form: str
    see: str
    file: str
    place: str
    place_in_file: str
    unreadable: str
    given: Mapping[Given, str]


WORDS = {
    "fr": Words(
        title="Les messages du compilateur",
        introduction="Quand un programme ne va pas, je dis ce que je lisais, ce que j’ai trouvé et "
        "ce que tu peux écrire à la place. Chaque message a un code, comme `Q3001`. Sa page "
        "explique ce qu’il veut dire, avec un programme qui le reçoit et un programme qui va bien.",
        other_language="English",
        all_messages="Tous les messages",
        code="Code",
        about="De quoi il s’agit",
        groups={
            "Q0": "Les fichiers",
            "Q1": "Les caractères, les textes et les nombres",
            "Q2": "L’ordre des mots",
            "Q3": "Les noms",
            "Q4": "Les valeurs et leurs types",
            "Q5": "Les classes et les actions",
            "Q6": "Les limites",
            "Q7": "Des conseils pour un programme qui va bien",
            "Q9": "Le compilateur lui-même",
        },
        wrong="Un programme qui reçoit ce message",
        message="Le message",
        right="Un programme qui va bien",
        forms="Le même message sous d’autres formes",
        form="Forme {number}",
        see="À voir aussi",
        file="Le fichier `{file}` :",
        place="À la ligne {line}, colonne {column} :",
        place_in_file="Dans le fichier `{file}`, à la ligne {line}, colonne {column} :",
        unreadable="Ce fichier contient autre chose que du texte UTF-8 ; on voit `\ufffd` à ces "
        "endroits.",
        given={
            Given.NO_FILE: "Aucun fichier n’a été donné au compilateur.",
            Given.MISSING_FILE: "Le fichier `main.quorum` n’existe pas.",
            Given.LONG_FILE: "Le fichier `main.quorum` compte plus d’un million de caractères.",
            Given.COMPILER_MISTAKE: "N’importe quel programme, si le compilateur lui-même échoue.",
        },
    ),
    "en": Words(
        title="The messages of the compiler",
        introduction="When something is wrong with a program, I say what I was reading, what I "
        "found and what you can write instead. Every message has a code, such as `Q3001`. Its page "
        "explains what it means, with a program that gets it and a program that is right.",
        other_language="Français",
        all_messages="All messages",
        code="Code",
        about="What it is about",
        groups={
            "Q0": "Files",
            "Q1": "Characters, texts and numbers",
            "Q2": "The order of the words",
            "Q3": "Names",
            "Q4": "Values and their types",
            "Q5": "Classes and actions",
            "Q6": "Limits",
            "Q7": "Advice about a program that is right",
            "Q9": "The compiler itself",
        },
        wrong="A program that gets this message",
        message="The message",
        right="A program that is right",
        forms="The same message in other forms",
        form="Form {number}",
        see="See also",
        file="The file `{file}`:",
        place="In line {line}, column {column}:",
        place_in_file="In the file `{file}`, line {line}, column {column}:",
        unreadable="This file holds something else than UTF-8 text; `\ufffd` stands in those "
        "places.",
        given={
            Given.NO_FILE: "The compiler was given no file.",
            Given.MISSING_FILE: "The file `main.quorum` does not exist.",
            Given.LONG_FILE: "The file `main.quorum` has more than a million characters.",
            Given.COMPILER_MISTAKE: "Any program, when the compiler itself fails.",
        },
    ),
}


def pages(all_pages: Sequence[MessagePage]) -> dict[str, str]:
    """All pages by their path, such as fr/Q3001.md; also the index of each language."""
    titles = {page.code: page.titles for page in all_pages}
    found: dict[str, str] = {}
    for language in LANGUAGES:
        found[f"{language}/{INDEX}.md"] = _text(_index(all_pages, language))
        for page in all_pages:
            found[f"{language}/{page.code}.md"] = _text(_page(page, language, titles))
    return found


def _text(blocks: Iterable[str]) -> str:
    return "\n\n".join(blocks) + "\n"


def _other_language(language: str, name: str) -> str:
    other = LANGUAGES[1 - LANGUAGES.index(language)]
    return f"[{WORDS[language].other_language}](../{other}/{name}.md)"


def _index(all_pages: Sequence[MessagePage], language: str) -> Iterator[str]:
    words = WORDS[language]
    yield f"# {words.title}"
    yield _other_language(language, INDEX)
    yield words.introduction
    for group, heading in words.groups.items():
        yield f"## {heading}"
        rows = [
            f"| [{page.code}]({page.code}.md) | {prose(page.titles[language])} |"
            for page in all_pages
            if page.code.startswith(group)
        ]
        yield "\n".join([f"| {words.code} | {words.about} |", "| --- | --- |", *rows])


def _page(
    page: MessagePage, language: str, titles: Mapping[str, Mapping[str, str]]
) -> Iterator[str]:
    words = WORDS[language]
    yield f"# {page.code} – {prose(page.titles[language])}"
    yield f"{_other_language(language, page.code)} · [{words.all_messages}]({INDEX}.md)"
    yield prose(" ".join(page.explanations[language].split("\n")))
    yield f"## {words.wrong}"
    yield from _program(page.wrong, words)
    yield f"## {words.message}"
    yield from _messages(page.wrong, language)
    yield f"## {words.right}"
    yield from _program(page.right, words)
    if page.variants:
        yield f"## {words.forms}"
        for number, variant in enumerate(page.variants, 1):
            yield f"### {words.form.format(number=number)}"
            yield from _program(variant, words)
            yield from _messages(variant, language)
    if page.see:
        yield f"## {words.see}"
        yield "\n".join(
            f"- [{code}]({code}.md) – {prose(titles[code][language])}" for code in page.see
        )


def _program(example: Example, words: Words) -> Iterator[str]:
    if example.given is not Given.FILES:
        yield words.given[example.given]
    for name in example.files:
        if name != MAIN or len(example.files) > 1:
            yield words.file.format(file=name)
        if example.text(name).encode() != example.files[name]:
            yield words.unreadable
        yield f"```quorum\n{example.excerpt(name)}```"


def _messages(example: Example, language: str) -> Iterator[str]:
    several = len(example.files) > 1
    for told in example.told():
        yield from _message(told, language, several=several)


def _message(told: Diagnostic, language: str, *, several: bool) -> Iterator[str]:
    words = WORDS[language]
    place = words.place_in_file if several else words.place
    yield place.format(file=told.file, line=told.line, column=told.column)
    sentences = [told.message(language), told.hint(language)]
    yield "\n>\n".join(f"> {prose(sentence)}" for sentence in sentences if sentence)
