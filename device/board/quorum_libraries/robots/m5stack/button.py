# Libraries.Robots.M5Stack.Button

from board_adapter import board
from quorum_libraries.robots import arguments
from quorum_runtime.objects import Object
from quorum_runtime.trace import emit

ANY = -1
STEP_MS = 10


class Button(Object):
    def IsPressed__integer(self, button):
        button = _number(button)
        board().poll()
        return arguments.present(board().button_is_down(button), "buttons")

    def IsAPressed__(self):
        return self.IsPressed__integer(0)

    def IsBPressed__(self):
        return self.IsPressed__integer(1)

    def IsCPressed__(self):
        return self.IsPressed__integer(2)

    def WasPressed__integer(self, button):
        button = _number(button)
        return arguments.present(board().was_pressed(button), "buttons")

    def WaitForPress__integer(self, button):
        self._wait(_number(button), (button,))

    def WaitForAnyPress__(self):
        return self._wait(ANY, (0, 1, 2))

    def _wait(self, told, wanted):
        """Wait for a new press: what was pressed before the question does not count."""
        for button in wanted:
            arguments.present(board().was_pressed(button), "buttons")
        emit("waiting", "button", told)
        while True:
            board().sleep_ms(STEP_MS)
            for button in wanted:
                if board().was_pressed(button):
                    return button


def _number(button):
    return arguments.in_range(button, 0, 2, "button")
