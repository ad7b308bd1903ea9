"""Words of other languages, and misspelt ones, with the word of Quorum that is meant."""

from __future__ import annotations

from quorum.suggest import nearest

# Words that begin a statement or close a block.
STATEMENT_WORDS = (
    "if",
    "elseif",
    "else",
    "end",
    "repeat",
    "check",
    "detect",
    "always",
    "return",
    "output",
    "say",
    "alert",
    "constant",
    "integer",
    "number",
    "text",
    "boolean",
)
CLOSING_WORDS = ("end", "else", "elseif", "detect", "always")
OPENING_WORDS = ("action", "class", "if", "repeat", "check")

# What people write who know another language, or the word in their own one.
FOREIGN_WORDS = {
    "print": "output",
    "println": "output",
    "printf": "output",
    "echo": "output",
    "puts": "output",
    "write": "output",
    "display": "output",
    "show": "output",
    "afficher": "output",
    "affiche": "output",
    "ecrire": "output",
    "ecris": "output",
    "dire": "say",
    "dis": "say",
    "elif": "elseif",
    "elsif": "elseif",
    "elsief": "elseif",
    "sinonsi": "elseif",
    "sinon": "else",
    "si": "if",
    "fin": "end",
    "endif": "end",
    "endwhile": "end",
    "endfor": "end",
    "endrepeat": "end",
    "finsi": "end",
    "repeter": "repeat",
    "repete": "repeat",
    "loop": "repeat",
    "try": "check",
    "except": "detect",
    "catch": "detect",
    "finally": "always",
    "raise": "alert",
    "throw": "alert",
    "retourner": "return",
    "renvoyer": "return",
    "retourne": "return",
    "renvoie": "return",
    "const": "constant",
}

# Statements of other languages that open a block which an `end` will close here.
FOREIGN_BLOCKS = {
    "for": "for",
    "foreach": "for",
    "pour": "for",
    "tantque": "while",
    "def": "function",
    "function": "function",
    "func": "function",
    "fn": "function",
    "sub": "function",
    "procedure": "function",
    "fonction": "function",
    "switch": "switch",
    "match": "switch",
    "select": "switch",
}
FOREIGN_LINES = {
    "import": "import",
    "from": "import",
    "include": "import",
    "using": "import",
    "require": "import",
    "break": "break",
    "continue": "break",
    "stop": "break",
    "pass": "pass",
}


def meant_statement(word: str) -> str | None:
    """The statement word that was probably meant by an unknown one."""
    lower = word.lower()
    if lower in FOREIGN_WORDS:
        return FOREIGN_WORDS[lower]
    if lower in STATEMENT_WORDS:
        return lower
    return nearest(word, STATEMENT_WORDS)


def meant_closing(word: str) -> str | None:
    """`end`, `else` ... when the unknown word is near enough to one of them."""
    lower = word.lower()
    meant = FOREIGN_WORDS.get(lower)
    if meant is None and lower in CLOSING_WORDS:
        meant = lower
    if meant is None and len(word) > 2:
        meant = nearest(word, CLOSING_WORDS)
    return meant if meant in CLOSING_WORDS else None


def meant_opening(word: str) -> str | None:
    """`action`, `class`, `repeat` ... when the unknown word is near enough to one of them."""
    lower = word.lower()
    if lower in OPENING_WORDS:
        return lower
    meant = FOREIGN_WORDS.get(lower)
    if meant is None and len(word) > 2:
        meant = nearest(word, OPENING_WORDS)
    return meant if meant in OPENING_WORDS else None


_PRIMITIVES = ("integer", "number", "text", "boolean")
_TYPE_WORDS = {
    "int": "integer",
    "entier": "integer",
    "float": "number",
    "double": "number",
    "nombre": "number",
    "string": "text",
    "str": "text",
    "texte": "text",
    "char": "text",
    "bool": "boolean",
    "booleen": "boolean",
}


def meant_type(word: str) -> str | None:
    """The primitive type that was probably meant by an unknown class name."""
    return _TYPE_WORDS.get(word.lower()) or nearest(word, _PRIMITIVES)
