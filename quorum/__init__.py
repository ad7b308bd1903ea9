"""The Quorum compiler: checks programs, translates them to MicroPython, explains mistakes."""

from quorum.compilation import Compilation, ProgramFacts, SourceLine, TranslatedProgram
from quorum.compiler import compile_program
from quorum.decoding import decode_source
from quorum.diagnostics import Diagnostic, Severity
from quorum.sources import SourceFile

__all__ = [
    "Compilation",
    "Diagnostic",
    "ProgramFacts",
    "Severity",
    "SourceFile",
    "SourceLine",
    "TranslatedProgram",
    "compile_program",
    "decode_source",
]
