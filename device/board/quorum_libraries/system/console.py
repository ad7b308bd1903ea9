# Libraries.System.Console: the same output and input as the statements of the language.

from quorum_runtime.formatting import text_of
from quorum_runtime.objects import Object


class Console(Object):
    def Print__text(self, message):
        from quorum_runtime.printing import output

        output(text_of(message))

    def Input__(self):
        return self.Input__text(None)

    def Input__text(self, prompt):
        from quorum_runtime.keyboard import ask

        return ask(prompt)

    def GetConsoleArguments__(self):
        """Nobody starts a board with arguments."""
        from quorum_libraries.containers.array import Array

        return Array()
