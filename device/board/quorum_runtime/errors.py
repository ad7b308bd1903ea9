# The errors of Quorum. On the board they are also the classes of Libraries.Language.Errors.

from quorum_runtime.objects import Object


class Error(Exception):
    """The ancestor of all errors; `message` is what the program or the runtime says about it."""

    message = "Something went wrong."
    trace = None

    def __init__(self, message=None):
        if message is not None:
            self.message = message

    def __str__(self):
        return "undefined" if self.message is None else self.message

    def GetErrorMessage__(self):
        return self.message

    def SetErrorMessage__text(self, message):
        self.message = message

    def GetStackTrace__(self):
        if self.trace is None:
            from quorum_libraries.language.support.stacktraceitem import trace_of

            return trace_of(self)
        return self.trace

    def SetStackTrace__Array(self, trace):
        self.trace = trace

    def GetStackTraceMessage__(self):
        from quorum_libraries.language.support.stacktraceitem import lines_of_trace

        return "Error: " + str(self) + lines_of_trace(self.GetStackTrace__())

    def OutputStackTrace__(self):
        from quorum_runtime.printing import output

        output(self.GetStackTraceMessage__())

    # A class has one native base class, so the actions of Object come as references.
    Equals__Object = Object.Equals__Object
    GetHashCode__ = Object.GetHashCode__
    Compare__Object = Object.Compare__Object


class CastError(Error):
    message = "This value cannot become a value of the other type."


class UndefinedObjectError(Error):
    message = "The object is undefined."


class InvalidLocationError(Error):
    message = "The location is outside."


class DivideByZeroError(Error):
    message = "An integer cannot be divided by zero."


class OutOfBoundsError(Error):
    message = "The value is outside of what is allowed."


class InvalidArgumentError(Error):
    message = "The action cannot use this value."


class InvalidPathError(Error):
    message = "The path is not valid."


class InputOutputError(Error):
    message = "Something outside of the program did not answer."


class FileNotFoundError(Error):
    message = "The file does not exist."


class EndOfFileError(Error):
    message = "The file ended too early."


class ParseError(Error):
    message = "The text could not be understood."


class ConcurrencyError(Error):
    message = "Two parts of the program disturbed each other."


class MatrixError(Error):
    message = "The calculation with matrices is impossible."


class PhysicsError(Error):
    message = "The calculation of the physical world is impossible."
