# What happened while a program ran, each with its time; the last programs' things go with the first
# one of the next program.

import virtual_time

KEPT = 200


class Log:
    def __init__(self):
        self.entries = []  # the newest last; only ever replaced or lengthened, for other threads
        self._program = None

    def add(self, *entry):
        """Note something, with the milliseconds since the program began behind it."""
        if self._program != virtual_time.starts:
            self._program = virtual_time.starts
            self.entries = []
        elif len(self.entries) >= KEPT:
            self.entries = self.entries[-KEPT // 2 :]
        self.entries.append(list(entry) + [virtual_time.peek_ms()])
