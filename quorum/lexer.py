"""Cuts a text into tokens, in one pass, and repairs what is clearly meant otherwise.

A repaired mistake is reported where it stands and the tokens go on as if the right character had
been written, so that one mistake is told once.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from quorum import characters
from quorum.codes import Code
from quorum.diagnostics import LONGEST_ARGUMENT, Reporter

_RESERVED_WORDS = """
    action alert always and blueprint boolean cast check class constant create detect else elseif
    end false if input integer is me mod not now number on or output package parent private public
    repeat return returns say shared system text times true undefined until use while
"""
RESERVED = frozenset(_RESERVED_WORDS.split())

IDENTIFIER = "identifier"
INTEGER = "integer literal"
NUMBER = "number literal"
TEXT = "text literal"
END_OF_FILE = "end of file"


class Token(NamedTuple):
    """`kind` is the text itself for reserved words and operators, else one of the names above.

    `first` tells that nothing but white space and comments stands before it on its line.
    """

    kind: str
    text: str
    start: int
    end: int
    first: bool

    @property
    def span(self) -> tuple[int, int]:
        return self.start, self.end


class Lexed(NamedTuple):
    """The tokens (the last one is END_OF_FILE), the block comments and two facts for recovery."""

    tokens: list[Token]
    comments: list[tuple[int, int]]
    has_long_text: bool  # a text literal goes over a line end
    unclosed: bool  # the last text literal has no end


_TOKEN = re.compile(
    r"""
      (?P<space>[ \t\v\r\n]+)
    | (?P<not_equal>not=(?!=))
    | (?P<word>[^\W\d][\w\u0300-\u036f]*)
    | (?P<number>[0-9]+\.[0-9]+(?:e[+-]?[0-9]+)?)
    | (?P<bad_number>[0-9]+\.(?![0-9]))
    | (?P<bad_exponent>[0-9]+e[0-9]+)
    | (?P<integer>[0-9]+)
    | (?P<text>"[^"]*")
    | (?P<line_comment>//[^\r\n]*)
    | (?P<block_comment>/\*)
    | (?P<foreign>===|!==|==|!=|=>|=<|:=|\+=|-=|\*=|/=|\+\+|\*\*|&&?|\|\|?|%|!)
    | (?P<operator>>=|<=|[-+*/=<>(),.:\[\]])
    | (?P<other>[\s\S])
    """,
    re.VERBOSE,
)
_SHORT_TEXT = re.compile(r'"[^"\r\n]*"')
# Where a text between the wrong quotes ends: at such a quote, or at least with its line.
_SINGLE_CLOSER = re.compile(f"[\r\n{characters.SINGLE_QUOTES}]")
_DOUBLE_CLOSER = re.compile(f'[\r\n"{characters.DOUBLE_QUOTES}]')
_LINE = re.compile(r"[^\r\n]*")
_LINE_END = re.compile(r"[\r\n]")
_ELSE = re.compile(r"\s*else")
_HALF_CHARACTER = re.compile("[\ud800-\udfff]")

# What other languages write, and what Quorum writes instead.
_FOREIGN = {
    "===": "=",
    "!==": "not=",
    "==": "=",
    "!=": "not=",
    "=>": ">=",
    "=<": "<=",
    ":=": "=",
    "&": "and",
    "&&": "and",
    "|": "or",
    "||": "or",
    "%": "mod",
    "!": "not",
}
# These are repaired to `=`, but the hint shows the whole statement.
_COMBINED = {"+=": "+", "-=": "-", "*=": "*", "/=": "/"}


class Lexer:
    """One pass over one text."""

    def __init__(self, reporter: Reporter, *, short_texts: bool = False) -> None:
        self._text = reporter.source.text
        self._reporter = reporter
        self._short_texts = short_texts
        self._tokens: list[Token] = []
        self._comments: list[tuple[int, int]] = []
        self._first = True
        self._told: set[str] = set()
        self._open_braces = 0
        self._has_long_text = False
        self._unclosed = False

    def run(self) -> Lexed:
        """All tokens of the text."""
        text = self._text
        match_at = _TOKEN.match
        tokens = self._tokens
        position = 0
        length = len(text)
        while position < length:
            match = match_at(text, position)
            if match is None:  # cannot happen: the last alternative takes any character
                break
            end = match.end()
            kind = match.lastgroup
            if kind == "space":
                if not self._first and _LINE_END.search(text, position, end):
                    self._first = True
                position = end
                continue
            if kind == "word":
                word = match.group()
                if word.isascii():
                    token_kind = word if word in RESERVED else IDENTIFIER
                    tokens.append(Token(token_kind, word, position, end, self._first))
                    self._first = False
                else:
                    self._foreign_word(word, position, end)
            elif kind in {"operator", "not_equal"}:
                operator = match.group()
                tokens.append(Token(operator, operator, position, end, self._first))
                self._first = False
            else:
                end = self._rare(kind or "other", position, end)
            position = end
        tokens.append(Token(END_OF_FILE, "", length, length, True))
        return Lexed(tokens, self._comments, self._has_long_text, self._unclosed)

    def _add(self, kind: str, text: str, start: int, end: int) -> None:
        self._tokens.append(Token(kind, text, start, end, self._first))
        self._first = False

    def _rare(self, kind: str, start: int, end: int) -> int:
        """Everything that is not a word, an operator or white space; returns where it ends."""
        text = self._text[start:end]
        if kind == "integer":
            self._add(INTEGER, text, start, end)
        elif kind == "number":
            if self._text.startswith("e", end):
                self._reporter.error(Code.EXPONENT_FORM, (start, end + 1), text=text + "e")
            self._add(NUMBER, text, start, end)
        elif kind == "text":
            return self._text_literal(start, end)
        elif kind == "line_comment":
            pass
        elif kind == "block_comment":
            return self._block_comment(start)
        elif kind == "foreign":
            self._foreign(text, start, end)
        elif kind == "bad_number":
            self._reporter.error(
                Code.NUMBER_WITHOUT_DIGITS, (start, end), text=text, better=text + "0"
            )
            self._add(NUMBER, text + "0", start, end)
        elif kind == "bad_exponent":
            before, _, power = text.partition("e")
            self._reporter.error(
                Code.EXPONENT_FORM,
                (start, end),
                text=text,
                better=f"{before}.0e{power}",
                variant="better",
            )
            self._add(NUMBER, f"{before}.0e{power}", start, end)
        else:
            return self._other(text, start, end)
        return end

    def _text_literal(self, start: int, end: int) -> int:
        content = self._text[start + 1 : end - 1]
        if "\n" in content or "\r" in content:
            self._has_long_text = True
            if self._short_texts:
                match = _SHORT_TEXT.match(self._text, start)
                if match is None:
                    return self._unclosed_text(start)
                end = match.end()
                content = self._text[start + 1 : end - 1]
        if not content.isascii():
            half = _HALF_CHARACTER.search(self._text, start, end)
            if half is not None:
                self._invisible(half.group(), half.start(), half.end())
        self._add(TEXT, content, start, end)
        return end

    def _unclosed_text(self, start: int) -> int:
        """A quote whose partner is missing: the text is taken to end with the line."""
        match = _LINE.match(self._text, start)
        end = match.end() if match else len(self._text)
        line = self._text[start:end].rstrip()
        content = line[1:]
        for offset, character in enumerate(line[1:], start + 1):
            if character in characters.DOUBLE_QUOTES:
                self._wrong_quote(character, offset)
                self._add(TEXT, self._text[start + 1 : offset], start, offset + 1)
                return offset + 1
        self._reporter.error(Code.UNCLOSED_TEXT, (start, start + len(line)), text=content)
        self._unclosed = True
        self._add(TEXT, content, start, start + len(line))
        # A closing parenthesis swallowed by the text would only be missed a second time.
        if content.endswith(")") and "(" not in content:
            self._add(")", ")", start + len(line) - 1, start + len(line))
        return end

    def _block_comment(self, start: int) -> int:
        end = self._text.find("*/", start + 2)
        if end < 0:
            self._reporter.failure(Code.UNCLOSED_COMMENT, (start, start + 2))
            return len(self._text)
        end += 2
        self._comments.append((start, end))
        if not self._first and _LINE_END.search(self._text, start, end):
            self._first = True
        return end

    def _foreign_word(self, word: str, start: int, end: int) -> None:
        """A word with letters outside A to Z: told once for each word, then read in plain ones."""
        plain = characters.plain_letters(word)
        if plain.isdigit():
            self._sign(word, start, end, plain)
            return
        if plain and plain[0].isdigit():
            plain = "_" + plain
        if word not in self._told:
            self._told.add(word)
            offset = next(i for i, letter in enumerate(word) if not letter.isascii())
            twin = characters.has_twin_letters(word) and bool(plain)
            self._reporter.error(
                Code.LOOK_ALIKE if twin else Code.LETTER_NOT_ALLOWED,
                (start + offset, start + offset + 1) if twin else (start, end),
                character=word[offset],
                word=word,
                better=plain,
                variant="" if plain else "no_letters",
            )
        name = plain or f"name_{start}"
        self._add(name if name in RESERVED else IDENTIFIER, name, start, end)

    def _foreign(self, text: str, start: int, end: int) -> None:
        """An operator of another language."""
        if text in _COMBINED:
            name = self._tokens[-1].text if self._tokens else "x"
            match = _LINE.match(self._text, end, end + LONGEST_ARGUMENT)
            rest = match.group().strip() if match else ""
            self._reporter.failure(
                Code.FOREIGN_OPERATOR,
                (start, end),
                operator=text,
                better=f"{name} = {name} {_COMBINED[text]} {rest or '...'}",
                variant="combined",
            )
            self._add("=", "=", start, end)
        elif text == "++":
            self._add("++", "++", start, end)
        elif text == "**":
            self._reporter.failure(
                Code.FOREIGN_OPERATOR, (start, end), operator=text, variant="power"
            )
            self._add("*", "*", start, end)
        else:
            better = _FOREIGN[text]
            self._reporter.error(Code.FOREIGN_OPERATOR, (start, end), operator=text, better=better)
            self._add(better, better, start, end)

    def _wrong_quote(self, character: str, offset: int) -> None:
        self._reporter.error(
            Code.WRONG_QUOTES,
            (offset, offset + 1),
            character=character,
            variant="single" if character in characters.SINGLE_QUOTES else "",
        )

    def _other(self, character: str, start: int, end: int) -> int:
        """A character that no token of Quorum begins with."""
        if character == '"':
            # The text has no end anywhere: read again, one line for each text.
            self._has_long_text = True
            return self._unclosed_text(start)
        if character in characters.DOUBLE_QUOTES or character in characters.SINGLE_QUOTES:
            return self._quoted(character, start)
        if character == "#":
            self._reporter.error(Code.FOREIGN_COMMENT, (start, end))
            match = _LINE.match(self._text, start)
            return match.end() if match else end
        if character in characters.SEMICOLONS:
            self._tell_once(Code.SEMICOLON, start, end)
        elif character in "{}":
            self._brace(character, start, end)
        elif character in characters.SIGNS:
            self._sign(character, start, end, characters.SIGNS[character])
        elif character.isdecimal():
            while self._text[end : end + 1].isdecimal():
                end += 1
            digits = self._text[start:end]
            self._sign(digits, start, end, characters.plain_digits(digits))
        elif characters.is_invisible(character):
            return self._invisible(character, start, end)
        else:
            self._reporter.failure(Code.INVALID_CHARACTER, (start, end), character=character)
        return end

    def _sign(self, written: str, start: int, end: int, better: str) -> None:
        """A sign or a digit of another alphabet: told, and read as the one that is meant."""
        self._reporter.error(
            Code.LOOK_ALIKE,
            (start, end),
            character=written,
            word=written,
            better=better,
            variant="sign",
        )
        self._add(INTEGER if better.isdigit() else better, better, start, end)

    def _tell_once(self, code: Code, start: int, end: int) -> None:
        """A habit of another language shows on every line; once is enough."""
        if code.number not in self._told:
            self._told.add(code.number)
            self._reporter.error(code, (start, end))

    def _brace(self, character: str, start: int, end: int) -> None:
        """`{` is dropped and its `}` reads `end`; told once."""
        self._tell_once(Code.BRACES, start, end)
        if character == "{":
            self._open_braces += 1
            return
        if self._open_braces:
            self._open_braces -= 1
            # `} else {` closes nothing in Quorum: the word `else` is enough.
            if not _ELSE.match(self._text, end):
                self._add("end", "end", start, end)

    def _invisible(self, character: str, start: int, end: int) -> int:
        """Characters that nobody sees; a run of them is one mistake, told once for each line."""
        while end < len(self._text) and self._text[end] == character:
            end += 1
        key = f"{character}{self._reporter.line(start)}"
        if key not in self._told:
            self._told.add(key)
            self._reporter.error(
                Code.INVISIBLE_CHARACTER,
                (start, end),
                character_word=characters.invisible_name(character),
                number=f"U+{ord(character):04X}",
            )
        return end

    def _quoted(self, character: str, start: int) -> int:
        """A text between the wrong quotes: told at the first one, read to the last one."""
        single = character in characters.SINGLE_QUOTES
        closer = (_SINGLE_CLOSER if single else _DOUBLE_CLOSER).search(self._text, start + 1)
        end = closer.start() if closer else len(self._text)
        self._wrong_quote(character, start)
        content = self._text[start + 1 : end]
        if character == "«":
            content = content.strip("\u00a0\u202f ")
        if closer and closer.group() not in "\r\n":
            end += 1
        self._add(TEXT, content, start, end)
        return end
