"""From what a student sends to a program that may be queued."""

from quorum import Compilation, SourceFile, compile_program
from submissions.exceptions import DoesNotCompile, ProgramEmpty, ProgramNotText, ProgramTooLarge
from submissions.signals import board_kind_wanted

MAIN_FILE = "Main.quorum"

# Tab, line feed, form feed and carriage return are the only control characters a text has.
_TEXT_CONTROLS = frozenset("\t\n\f\r")


def compile_text(code: str, board: str = "") -> Compilation:
    """Compile one program text under the name that all pages use. Never raises.

    Args:
        board: a name of quorum.boards; the warnings are then about this kind of board.
    """
    return compile_program([SourceFile(MAIN_FILE, code)], board=board)


def board_kind_of(classroom_id: int | None) -> str:
    """Return on which kind of board a classroom's programs run; empty where nobody knows."""
    if classroom_id is None:
        return ""
    answers = board_kind_wanted.send(sender=None, classroom_id=classroom_id)
    return next((kind for _receiver, kind in answers if kind), "")


def require_text(code: str, size_limit: int) -> None:
    """Refuse what is not a text of a sensible size.

    Args:
        size_limit: in bytes of UTF-8.

    Raises:
        ProgramNotText, ProgramTooLarge, ProgramEmpty
    """
    try:
        size = len(code.encode("utf-8"))
    except UnicodeEncodeError:  # a lone surrogate: JSON can carry it, no file can
        raise ProgramNotText from None
    if size > size_limit:
        raise ProgramTooLarge(size, size_limit)
    if any(character < " " and character not in _TEXT_CONTROLS for character in code):
        raise ProgramNotText
    if not code.strip():
        raise ProgramEmpty


def require_program(code: str, size_limit: int) -> Compilation:
    """Return the compiled program.

    Raises:
        ProgramNotText, ProgramTooLarge, ProgramEmpty, DoesNotCompile
    """
    require_text(code, size_limit)
    compilation = compile_text(code)
    if compilation.program is None:
        raise DoesNotCompile(compilation.diagnostics)
    return compilation
