"""Walking over the tokens: looking, taking, expecting, failing."""

from __future__ import annotations

from typing import NoReturn

from quorum.codes import Code
from quorum.diagnostics import Reporter
from quorum.lexer import END_OF_FILE, IDENTIFIER, INTEGER, NUMBER, RESERVED, TEXT, Lexed, Token
from quorum.syntax_tree import Identifier, QualifiedName, Span

# Deeper than this nobody writes. The board has little stack for parentheses inside each other;
# Python reads no more than a hundred indentations, and a few of them come from the translation.
DEEPEST_EXPRESSION = 40
DEEPEST_BLOCK = 60

# Going back to a missing value reads tokens again; more than this would take too long.
MOST_READ_AGAIN = 20_000


class Abandon(Exception):
    """The statement being read makes no sense from here on; the mistake has been reported."""


class TooDeep(Exception):
    """The program is nested deeper than the compiler follows; reading stops."""


def reserved_name(token: Token, role: str) -> dict[str, str]:
    """A word of Quorum that stands where a name belongs, as arguments of a message."""
    return {"name": token.text, "better": f"my{token.text.capitalize()}", "role_word": role}


class TokenReader:
    """The tokens of one source and the place where the parser stands."""

    def __init__(self, lexed: Lexed, reporter: Reporter) -> None:
        self.tokens = lexed.tokens
        self.reporter = reporter
        self.position = 0
        self.token: Token = self.tokens[0]
        self.depth = 0
        self.block_depth = 0
        # Where a value was needed and `name =` stood at the start of a line: perhaps a statement.
        self.value_missing_at: int | None = None
        self.read_again = 0
        # A line on which something was reported already: what follows there is its consequence.
        self.told_lines = {mistake.line for mistake in reporter.found}

    # --- looking and taking ---

    def peek(self, distance: int = 1) -> Token:
        """The token so many places further on."""
        place = min(self.position + distance, len(self.tokens) - 1)
        return self.tokens[place]

    def previous(self) -> Token:
        """The token taken last (the first one of the file when none was)."""
        return self.tokens[max(self.position - 1, 0)]

    def take(self) -> Token:
        """Take the token the parser stands on."""
        token = self.token
        if token.kind != END_OF_FILE:
            self.position += 1
            self.token = self.tokens[self.position]
        return token

    def accept(self, kind: str) -> bool:
        """Take the token if it is of this kind."""
        if self.token.kind == kind:
            self.take()
            return True
        return False

    def replace(self, kind: str) -> None:
        """Read the current token as this reserved word."""
        token = self.token._replace(kind=kind, text=kind)
        self.tokens[self.position] = token
        self.token = token

    def span_from(self, start: int) -> Span:
        """From an offset to the end of the token taken last."""
        return start, max(start, self.previous().end)

    def same_line(self, token: Token) -> bool:
        """Whether the token stands on the line of the token taken last."""
        return self.reporter.line(token.start) == self.reporter.line(
            max(self.previous().end - 1, 0)
        )

    # --- mistakes ---

    def repaired(self, code: Code, span: Span, **arguments: str) -> None:
        """Report a mistake whose meaning is clear."""
        self.told_lines.add(self.reporter.line(span[0]))
        self.reporter.error(code, span, **arguments)

    def report(self, code: Code, span: Span, **arguments: str) -> None:
        """Report a mistake that leaves a hole in the tree.

        When the statement went on over a line end where a value was missing, that is the mistake,
        and the parser goes back there.
        """
        self.reporter.broken = True
        again = self.position - (self.value_missing_at or self.position)
        if self.value_missing_at is not None and self.read_again + again <= MOST_READ_AGAIN:
            self.read_again += again
            self.position, self.value_missing_at = self.value_missing_at, None
            self.token = self.tokens[self.position]
            before = self.previous()
            if self._news(before.span):
                self.reporter.failure(
                    Code.EXPECTED_VALUE, before.span, before=before.text, **self.found()
                )
            raise Abandon
        if self._news(span):
            self.reporter.failure(code, span, **arguments)

    def fail(self, code: Code, span: Span, **arguments: str) -> NoReturn:
        """Report a mistake and give up the statement."""
        self.report(code, span, **arguments)
        raise Abandon

    def _news(self, span: Span) -> bool:
        line = self.reporter.line(span[0])
        if line in self.told_lines:
            return False
        self.told_lines.add(line)
        return True

    def found(self) -> dict[str, str]:
        """The current token as arguments of a message."""
        token = self.token
        if token.kind == END_OF_FILE:
            return {"found_word": "end_of_file"}
        return (
            {"found_word": f"`{token.text or token.kind}`"}
            if token.kind != TEXT
            else {"found_word": f'"{token.text}"'}
        )

    def place(self) -> Span:
        """Where to show that something is missing: at the token, or behind the one before.

        A token on a later line is not the culprit, so the last one of the line is shown.
        """
        if self.position and (self.token.kind == END_OF_FILE or self.token.first):
            return self.previous().span
        return self.token.span

    # --- small pieces ---

    def expect(self, symbol: str, after_word: str) -> None:
        """Take a symbol, or say that it is missing."""
        if not self.accept(symbol):
            self.fail(
                Code.EXPECTED_SYMBOL,
                self.place(),
                symbol=symbol,
                place_word=after_word,
                **self.found(),
            )

    def close(self, opening: Token) -> None:
        """Take the `)` of an opening parenthesis."""
        if self.token.kind == ")":
            self.take()
            return
        if (
            self.token.kind == ","
            and self.previous().kind == INTEGER
            and self.peek().kind == INTEGER
            and self.peek().start == self.token.end
        ):
            self.decimal_comma()
        self.fail(
            Code.UNCLOSED_PARENTHESIS,
            opening.span,
            line=str(self.reporter.line(opening.start)),
            **self.found(),
        )

    def decimal_comma(self) -> NoReturn:
        """`3,5` where `3.5` is meant."""
        whole, part = self.previous(), self.peek()
        self.fail(
            Code.DECIMAL_COMMA,
            (whole.start, part.end),
            text=f"{whole.text},{part.text}",
            better=f"{whole.text}.{part.text}",
        )

    def identifier(self, role: str) -> Identifier:
        """A name that the program gives to something (`role` names it in the message)."""
        token = self.token
        if token.kind == IDENTIFIER:
            self.take()
            if token.text.endswith("_"):
                self.repaired(
                    Code.NAME_ENDS_WITH_UNDERSCORE,
                    token.span,
                    name=token.text,
                    better=token.text.rstrip("_") or "name",
                )
            return Identifier(token.span, token.text)
        if token.kind in RESERVED and not (token.first and self.position):
            self.take()
            self.report(Code.RESERVED_NAME, token.span, **reserved_name(token, role))
            return Identifier(token.span, token.text)
        if token.kind in {INTEGER, NUMBER}:
            self.name_starts_with_digit()
        return self.fail(Code.EXPECTED_NAME, self.place(), role_word=role, **self.found())

    def name_starts_with_digit(self) -> NoReturn:
        """`2fast`: digits directly followed by letters."""
        token, rest = self.token, self.peek()
        glued = rest.kind == IDENTIFIER and rest.start == token.end
        name = token.text + (rest.text if glued else "")
        self.fail(
            Code.NAME_STARTS_WITH_DIGIT,
            (token.start, rest.end if glued else token.end),
            name=name,
            better=(rest.text if glued else "x") + token.text.replace(".", "_"),
        )

    def qualified_name(self, role: str) -> QualifiedName:
        """`a.b.c`"""
        first = self.token
        if first.kind != IDENTIFIER:
            if first.kind in RESERVED and not (first.first and self.position):
                self.fail(Code.RESERVED_NAME, first.span, **reserved_name(first, role))
            self.fail(Code.EXPECTED_NAME, self.place(), role_word=role, **self.found())
        self.take()
        parts = [first.text]
        while self.token.kind == "." and self.peek().kind == IDENTIFIER:
            self.take()
            parts.append(self.take().text)
        if self.token.kind == "." and self.peek().kind in RESERVED and not self.peek().first:
            self.take()
            word = self.take()
            self.fail(Code.RESERVED_NAME, word.span, **reserved_name(word, role))
        return QualifiedName((first.start, self.previous().end), tuple(parts))
