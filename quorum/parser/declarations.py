"""Reading a whole file: header, then a class, statements or actions."""

from __future__ import annotations

from bisect import bisect_right

from quorum.codes import Code
from quorum.diagnostics import Reporter
from quorum.lexer import END_OF_FILE, IDENTIFIER, Lexed, Token
from quorum.parser.expressions import PRIMITIVES
from quorum.parser.statements import StatementReader
from quorum.parser.tokens import Abandon, TooDeep
from quorum.syntax_tree import (
    ActionDeclaration,
    Assignment,
    ClassDeclaration,
    Declaration,
    Identifier,
    Member,
    OnCreate,
    Parameter,
    ParentName,
    Program,
    QualifiedName,
    SoloCall,
    TypeName,
)

_ACTION_STARTERS = frozenset({"action", "on", "blueprint", "system"})


class ProgramReader(StatementReader):
    """One source file."""

    def __init__(
        self,
        lexed: Lexed,
        reporter: Reporter,
        class_name: str,
        known_classes: frozenset[str] = frozenset(),
    ) -> None:
        super().__init__(lexed, reporter, known_classes)
        self.class_name = class_name
        self._comments = lexed.comments
        self._comment_ends = [end for _, end in lexed.comments]

    def program(self) -> Program:
        """The whole file; mistakes have been reported."""
        package: QualifiedName | None = None
        uses: list[QualifiedName] = []
        class_ = self.implicit_class(0, ())
        try:
            package = self.header_lines(uses)
            class_ = self.unit(uses)
        except (Abandon, TooDeep):
            pass
        return Program((0, self.tokens[-1].end), package, tuple(uses), class_)

    # --- header ---

    def header_lines(self, uses: list[QualifiedName]) -> QualifiedName | None:
        """`package` and `use` lines: the package is the first or the last one."""
        package: QualifiedName | None = None
        is_last = False
        while self.token.kind in {"package", "use"}:
            word = self.take()
            if is_last and word.kind == "use":
                self.report(Code.HEADER_TOO_LATE, word.span, word="use", variant="sides")
            try:
                name = self.qualified_name(word.kind)
            except Abandon:
                self.skip(started=True)
                continue
            if self.token.kind == "." and not self.token.first:
                self.report(Code.EXPECTED_NAME, self.place(), role_word="use", **self.found())
                self.skip(started=True)
            elif word.kind == "use":
                uses.append(name)
            elif package is not None:
                self.report(Code.HEADER_TOO_LATE, word.span, word="package", variant="twice")
            else:
                package = name
                is_last = bool(uses)
        return package

    def late_header(self) -> None:
        """`use` below the first statement."""
        word = self.take()
        self.report(Code.HEADER_TOO_LATE, word.span, word=word.kind)
        self.skip_line()

    # --- the three shapes ---

    def unit(self, uses: list[QualifiedName]) -> ClassDeclaration:
        """A class, statements or actions."""
        if self.token.kind == END_OF_FILE:
            self.report(Code.EMPTY_PROGRAM, self.token.span)
            return self.implicit_class(0, ())
        self.repair_start()
        if self.token.kind in {"public", "private"} and self.peek().kind in {"class", "shared"}:
            word = self.take()
            self.report(Code.STRAY_WORD, word.span, word=word.kind, variant="before_class")
        if self.token.kind in {"class", "shared"}:
            return self.class_unit()
        if self.at_action():
            return self.actions_unit()
        return self.statements_unit()

    def repair_start(self) -> None:
        """`Class Main`, `Action Main`: the same words with the wrong letters."""
        token = self.token
        if (
            token.kind == IDENTIFIER
            and token.text.lower() in {"class", "action"}
            and token.text not in self.known_classes
            and self.peek().kind == IDENTIFIER
            and self.peek(2).kind not in {"=", "."}
        ):
            self.replace_misspelt(token.text.lower())

    def at_action(self) -> bool:
        """Whether an action declaration begins here."""
        kind = self.token.kind
        if kind in {"public", "private"}:
            kind = self.peek().kind
        return kind in _ACTION_STARTERS

    def implicit_class(self, end: int, members: tuple[Member, ...]) -> ClassDeclaration:
        """The class around a program without one; it is named like the file."""
        name = Identifier((0, 0), self.class_name)
        return ClassDeclaration((0, end), False, name, (), (), members, True, "")

    def statements_unit(self) -> ClassDeclaration:
        """Statements only: they are the action Main."""
        opening = Token(END_OF_FILE, "", self.token.start, self.token.start, True)
        statements = list(self.block(opening, frozenset()))
        while self.token.kind != END_OF_FILE:
            if self.token.kind in {"use", "package"}:
                self.late_header()
            elif self.token.kind in {"class", "shared"}:
                self.report(Code.MIXED_PROGRAM, self.token.span, variant="class")
                self.read_and_drop_class()
            else:
                self.report(Code.MIXED_PROGRAM, self.token.span, variant="statements")
                self.read_and_drop_action()
            statements += self.block(opening, frozenset())
        end = self.tokens[-1].end
        name = Identifier((opening.start, opening.start), "Main")
        main = ActionDeclaration(
            (opening.start, end), None, False, False, name, (), None, tuple(statements), ""
        )
        return self.implicit_class(end, (main,))

    def read_and_drop_action(self) -> None:
        try:
            self.action()
        except Abandon:
            self.skip(started=True)

    def read_and_drop_class(self) -> None:
        try:
            self.class_declaration()
        except Abandon:
            self.skip(started=True)

    def actions_unit(self) -> ClassDeclaration:
        """Actions only."""
        members: list[Member] = []
        while self.token.kind != END_OF_FILE:
            if self.at_action():
                self.add_member(members)
            elif self.token.kind in {"use", "package"}:
                self.late_header()
            elif self.token.kind in {"class", "shared"}:
                self.report(Code.MIXED_PROGRAM, self.token.span, variant="class")
                self.read_and_drop_class()
            else:
                self.statement_outside(Code.MIXED_PROGRAM, "actions")
        return self.implicit_class(self.tokens[-1].end, tuple(members))

    def statement_outside(self, code: Code, variant: str) -> None:
        """A statement where only actions (and fields) may stand: tell once, read it, drop it."""
        place = self.token.span
        known = self.reporter.broken
        self.repair_word()
        if self.token.kind in {"end", "else", "elseif", "detect", "always"}:
            self.stray_closer()
            return
        self.recovering_statement()
        # A word that was only misspelt has been told about; the place of the statement has not.
        if not (self.reporter.broken and not known):
            self.report(code, place, variant=variant)

    def class_unit(self) -> ClassDeclaration:
        """Exactly one class; behind it only comments."""
        class_ = self.class_declaration()
        if self.token.kind in {"class", "shared"}:
            self.report(Code.ONE_CLASS_PER_FILE, self.token.span)
        elif self.token.kind == "end" and self.suspects:
            self.stray_closer()
        elif self.token.kind in {"use", "package"}:
            self.late_header()
        elif self.token.kind != END_OF_FILE:
            self.report(Code.JUNK_AFTER_PROGRAM, self.token.span, **self.found())
        return class_

    # --- classes ---

    def class_declaration(self) -> ClassDeclaration:
        """`[shared] class Name [<T>] [is parents] members end`"""
        documentation = self.documentation()
        start = self.token
        shared = self.accept("shared")
        opening = self.token
        self.expect("class", "after_shared")
        name = self.identifier("class")
        parameters: list[Identifier] = []
        parents: list[ParentName] = []
        try:
            if self.accept("<"):
                parameters.append(self.identifier("type_parameter"))
                while self.accept(","):
                    parameters.append(self.identifier("type_parameter"))
                self.expect(">", "type_arguments")
            if self.accept("is"):
                parents.append(self.parent())
                while self.accept(","):
                    parents.append(self.parent())
        except Abandon:
            self.skip_line()
        members = self.members()
        self.end(opening)
        return ClassDeclaration(
            self.span_from(start.start),
            shared,
            name,
            tuple(parameters),
            tuple(parents),
            tuple(members),
            False,
            documentation,
        )

    def parent(self) -> ParentName:
        name = self.qualified_name("class")
        arguments: tuple[TypeName, ...] = ()
        if self.token.kind == "<":
            arguments = self.type_arguments()
        return ParentName(self.span_from(name.span[0]), name, arguments)

    def members(self) -> list[Member]:
        """Fields and actions up to the `end` of the class, which stays."""
        members: list[Member] = []
        while self.token.kind not in {END_OF_FILE, "end"}:
            if self.at_action():
                self.add_member(members)
                continue
            if self.token.kind in {"class", "shared", "package", "use"}:
                break
            token = self.token
            if token.kind == IDENTIFIER and self.peek().kind not in {"=", ".", "<", IDENTIFIER}:
                self.repair_word()
            if self.token.kind == "end":
                break
            if self.is_field():
                statement = self.recovering_statement()
                if isinstance(statement, Declaration | Assignment):
                    members.append(statement)
                elif isinstance(statement, SoloCall):
                    self.call_outside(statement)
            else:
                self.statement_outside(Code.STATEMENT_IN_CLASS, "")
        return members

    def is_field(self) -> bool:
        """Whether a declaration or an assignment begins here."""
        kind, following = self.token.kind, self.peek().kind
        if kind in {"constant", "public", "private"} or kind in PRIMITIVES:
            return True
        if kind in {"me", "parent"}:
            return following == ":"
        return kind == IDENTIFIER and (
            following in {"=", ":", "<", IDENTIFIER}
            or (following == "." and not self.is_dotted_call())
        )

    def call_outside(self, statement: SoloCall) -> None:
        """A call in a class, outside of its actions; an assignment may begin like it."""
        self.report(Code.STATEMENT_IN_CLASS, statement.span)

    def add_member(self, members: list[Member]) -> None:
        """One action declaration or `on create`."""
        place = self.position
        try:
            members.append(self.action())
        except Abandon:
            self.depth = 0
            self.skip(started=self.position > place)

    # --- actions ---

    def action(self) -> ActionDeclaration | OnCreate:
        """`[access] [blueprint | system] action ...` or `on create`"""
        documentation = self.documentation()
        start = self.token
        if start.kind == "on":
            return self.on_create()
        access = self.take().kind if self.token.kind in {"public", "private"} else None
        blueprint = self.accept("blueprint")
        system = not blueprint and self.accept("system")
        if self.token.kind in {"public", "private", "on"}:
            access = self.misplaced_word(access)
            if self.token.kind == "on":
                return self.on_create()
        opening = self.token
        self.expect("action", "before_action")
        if self.token.kind == "(" or (self.token.first and not self.at_action_name()):
            self.report(Code.ACTION_NEEDS_NAME, opening.span)
            name = Identifier(opening.span, "action")
        else:
            name = self.identifier("action")
        parameters, returns = self.action_head()
        if blueprint or system:
            return ActionDeclaration(
                self.span_from(start.start),
                access,
                blueprint,
                system,
                name,
                parameters,
                returns,
                None,
                documentation,
            )
        block = self.block(opening, frozenset({"end"}))
        self.end(opening)
        return ActionDeclaration(
            self.span_from(start.start),
            access,
            False,
            False,
            name,
            parameters,
            returns,
            block,
            documentation,
        )

    def misplaced_word(self, access: str | None) -> str | None:
        """`blueprint public action`, `public on create`: tell about it, read what is meant."""
        self.report(
            Code.EXPECTED_SYMBOL,
            self.token.span,
            symbol="action",
            place_word="before_action",
            variant="create" if self.token.kind == "on" else "access",
            **self.found(),
        )
        return access if self.token.kind == "on" else self.take().kind

    def at_action_name(self) -> bool:
        """Whether the name of an action stands here, at the start of a line; or a statement."""
        return self.token.kind == IDENTIFIER and self.peek().kind not in {"=", ":", ".", "<"}

    def action_head(self) -> tuple[tuple[Parameter, ...], TypeName | None]:
        """Parameters and result; a broken head does not hide the block behind it."""
        parameters: list[Parameter] = []
        returns: TypeName | None = None
        try:
            opening = self.token
            if self.accept("("):
                if self.token.kind != ")":
                    parameters.append(self.parameter())
                    while self.accept(","):
                        parameters.append(self.parameter())
                self.close(opening)
            word = self.token
            if word.kind == IDENTIFIER and word.text in {"return", "returning", "retourne"}:
                self.replace_misspelt("returns")
            elif word.kind == "return" and not word.first and self.peek().kind in PRIMITIVES:
                self.repaired(
                    Code.UNKNOWN_STATEMENT,
                    word.span,
                    name="return",
                    better="returns",
                    variant="near",
                )
                self.replace("returns")
            if self.accept("returns"):
                returns = self.type_name()
            elif self.token.kind == ":" and self.peek().first:
                self.drop_then()
        except Abandon:
            self.depth = 0
            self.skip_line()
        return tuple(parameters), returns

    def parameter(self) -> Parameter:
        """`type name`"""
        start = self.token
        if start.kind == IDENTIFIER and self.peek().kind in {",", ")"}:
            self.fail(Code.EXPECTED_TYPE, start.span, variant="parameter", name=start.text)
        written = self.type_name()
        name = self.identifier("parameter")
        return Parameter(self.span_from(start.start), written, name)

    def on_create(self) -> OnCreate:
        """`on create block end`"""
        start = self.take()
        if not self.accept("create"):
            self.report(
                Code.EXPECTED_SYMBOL,
                self.place(),
                symbol="create",
                place_word="after_on",
                **self.found(),
            )
            self.skip_line()
        block = self.block(start, frozenset({"end"}))
        self.end(start)
        return OnCreate(self.span_from(start.start), block)

    def documentation(self) -> str:
        """The text of the block comment right before the current token."""
        start = self.token.start
        place = bisect_right(self._comment_ends, start) - 1
        if place < 0:
            return ""
        begin, end = self._comments[place]
        text = self.reporter.source.text
        if text[end:start].strip():
            return ""
        lines = text[begin + 2 : end - 2].strip("*").splitlines()
        return " ".join(line.strip() for line in lines if line.strip())
