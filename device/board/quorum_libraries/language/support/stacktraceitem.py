# Libraries.Language.Support.StackTraceItem: one action that was under way when an error was raised.

from quorum_runtime.formatting import text_of
from quorum_runtime.objects import Object


class StackTraceItem(Object):
    def __init__(self, file="", of_class="", action="", line=0):
        self.file = file
        self.of_class = of_class
        self.action = action
        self.line = line

    def GetFileName__(self):
        return self.file

    def SetFileName__text(self, name):
        self.file = name

    def GetClassName__(self):
        return self.of_class

    def SetClassName__text(self, name):
        self.of_class = name

    def GetActionName__(self):
        return self.action

    def SetActionName__text(self, name):
        self.action = name

    def GetMethodName__(self):
        return self.action

    def SetMethodName__text(self, name):
        self.action = name

    def GetLineNumber__(self):
        return self.line

    def SetLineNumber__integer(self, line):
        self.line = line

    def GetText__(self):
        """`Garden:Water (garden.quorum, line 7)`"""
        action = text_of(self.of_class) + ":" + text_of(self.action)
        return action + " (" + text_of(self.file) + ", line " + str(self.line) + ")"


def trace_of(error):
    """The way to an error as an Array of items, the place of the error first."""
    from quorum_libraries.containers.array import Array
    from quorum_runtime.stack import places

    trace = Array()
    trace.fill([StackTraceItem(*place) for place in places(error)])
    return trace


def lines_of_trace(trace):
    """The trace as text, each item on a new line."""
    return "".join(["\n    at " + item.GetText__() for item in trace.values if item is not None])
