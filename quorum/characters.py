"""Characters that look right on paper but are not what the language needs."""

from __future__ import annotations

import unicodedata

# What word processors and phones make of a double or single quote.
DOUBLE_QUOTES = "“”„‟«»″‶＂❝❞〝〞〟״˝"
SINGLE_QUOTES = "‘’‚‛'`´′‵‹›❛❜＇"
SEMICOLONS = ";；؛\u037e"

# Characters that take part in no word and cannot be seen; each with the phrase that names it.
INVISIBLE = {
    "\u00a0": "no_break_space",
    "\u202f": "no_break_space",
    "\u2007": "no_break_space",
    "\u200b": "zero_width",
    "\u200c": "zero_width",
    "\u200d": "zero_width",
    "\u2060": "zero_width",
    "\ufeff": "zero_width",
    "\u00ad": "soft_hyphen",
    "\u2028": "line_separator",
    "\u2029": "line_separator",
    "\u0085": "line_separator",
    "\x0c": "form_feed",
    "\x00": "control_character",
}

# Signs that stand for an operator of Quorum.
SIGNS = {
    "×": "*",
    "✕": "*",
    "✖": "*",
    "⋅": "*",
    "•": "*",
    "∗": "*",
    "·": "*",
    "÷": "/",
    "➗": "/",
    "∕": "/",
    "⁄": "/",
    "➕": "+",
    "−": "-",
    "➖": "-",
    "‒": "-",
    "―": "-",
    "–": "-",
    "—": "-",
    "‐": "-",
    "‑": "-",
    "≤": "<=",
    "⩽": "<=",
    "≦": "<=",
    "≥": ">=",
    "⩾": ">=",
    "≧": ">=",
    "≠": "not=",
    "¬": "not",
    "∧": "and",
    "∨": "or",
    "∶": ":",
    "։": ":",
    "。": ".",
    "٫": ".",
    "、": ",",
    "＝": "=",
    "：": ":",
    "（": "(",
    "）": ")",
    "，": ",",
    "．": ".",
    "＋": "+",
    "＊": "*",
    "／": "/",
    "＜": "<",
    "＞": ">",
    "－": "-",
}

# Letters of other alphabets that cannot be told from Latin ones on the screen.
_TWINS = str.maketrans(
    "АВЕКМНОРСТУХЅІЈԚԜҮаеорсухіјѕԁԛԝһӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹͿοραγνικυϲϳՕՍօոսհցıɡɑ",
    "ABEKMHOPCTYXSIJQWYaeopcyxijsdqwhlABEZHIKMNOPTYXCJopayvikucjOUonuhgiga",
)
_LIGATURES = str.maketrans({"œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE", "ß": "ss", "ø": "o"})


def plain_letters(word: str) -> str:
    """The word in the letters A to Z, digits and `_`, as near as it can be written."""
    decomposed = unicodedata.normalize("NFKD", word.translate(_LIGATURES).translate(_TWINS))
    return "".join(
        letter for letter in decomposed if letter.isascii() and (letter.isalnum() or letter == "_")
    )


def plain_digits(digits: str) -> str:
    """Digits of any alphabet as 0 to 9."""
    return "".join(str(unicodedata.decimal(digit)) for digit in digits)


def has_twin_letters(word: str) -> bool:
    """Whether the word mixes in letters of another alphabet that look like Latin ones."""
    return word.translate(_TWINS) != word


def is_invisible(character: str) -> bool:
    """Whether a reader cannot see the character."""
    if character in INVISIBLE:
        return True
    return unicodedata.category(character) in {"Zs", "Zl", "Zp", "Cf", "Cc", "Cs", "Co", "Cn"}


def invisible_name(character: str) -> str:
    """The phrase that names an invisible character."""
    if character in INVISIBLE:
        return INVISIBLE[character]
    category = unicodedata.category(character)
    return "odd_space" if category == "Zs" else "control_character"
