# Libraries.Robots.HuskyLens.HuskyLens

from board_adapter.readable import readable
from huskylens_driver import protocol
from huskylens_driver.results import Results
from quorum_libraries.robots.arrays import array_of
from quorum_libraries.robots.huskylens.arrow import Arrow
from quorum_libraries.robots.huskylens.block import Block
from quorum_libraries.robots.huskylens.connection import Connection
from quorum_runtime.errors import InvalidArgumentError, InvalidLocationError
from quorum_runtime.objects import Object
from quorum_runtime.trace import emit

ALGORITHMS = 7
LINE_TRACKING = 3
HIGHEST_ID = 255
BOTTOM_Y = 210  # the camera writes no text below


class HuskyLens(Object):
    def __init__(self):
        self._camera = Connection()
        self._algorithm = 0
        self._results = Results(0, 0)
        self._shown = None  # the results that the trace has already
        self._names = {}  # (algorithm, id) -> name

    # -- connection

    def Connect__(self):
        return self._camera.over_i2c()

    def Connect__integer_integer(self, data_pin, clock_pin):
        return self._camera.over_i2c(data_pin, clock_pin)

    def ConnectSerial__integer_integer(self, transmit_pin, receive_pin):
        return self._camera.over_serial(transmit_pin, receive_pin)

    def IsConnected__(self):
        return self._camera.is_there()

    # -- what it looks for

    def SelectAlgorithm__integer(self, algorithm):
        if not 0 <= algorithm < ALGORITHMS:
            raise InvalidArgumentError(
                "There is no algorithm %d. Use a name such as camera:FACE_RECOGNITION." % algorithm
            )
        self._camera.ask(lambda driver: driver.select_algorithm(algorithm))
        self._algorithm = algorithm
        self._results = Results(0, 0)
        self._shown = None
        emit("algorithm", algorithm)

    def GetAlgorithm__(self):
        return self._algorithm

    # -- requests

    def Request__(self):
        return self._request(protocol.REQUEST)

    def RequestBlocks__(self):
        return self._request(protocol.REQUEST_BLOCKS)

    def RequestArrows__(self):
        return self._request(protocol.REQUEST_ARROWS)

    def RequestLearned__(self):
        return self._request(protocol.REQUEST_LEARNED)

    def RequestByID__integer(self, id):
        return self._request(protocol.REQUEST_BY_ID, _known_id(id))

    # -- results

    def GetCount__(self):
        return len(self._results.blocks) + len(self._results.arrows)

    def GetCount__integer(self, id):
        return len([seen for seen in self._results.blocks + self._results.arrows if seen[4] == id])

    def GetBlockCount__(self):
        return len(self._results.blocks)

    def GetArrowCount__(self):
        return len(self._results.arrows)

    def GetLearnedCount__(self):
        return self._results.learned

    def HasResult__(self):
        return self.GetCount__() > 0

    def HasResult__integer(self, id):
        return self.GetCount__integer(id) > 0

    def GetBlock__integer(self, index):
        return self._block(_element(self._results.blocks, index, "block"))

    def GetArrow__integer(self, index):
        return self._arrow(_element(self._results.arrows, index, "arrow"))

    def GetBlocks__(self):
        return array_of([self._block(values) for values in self._results.blocks])

    def GetArrows__(self):
        return array_of([self._arrow(values) for values in self._results.arrows])

    def GetFirstBlock__(self):
        blocks = self._results.blocks
        return self._block(blocks[0]) if blocks else None

    def GetLargestBlock__(self):
        largest = None
        for values in self._results.blocks:
            if largest is None or values[2] * values[3] > largest[2] * largest[3]:
                largest = values
        return None if largest is None else self._block(largest)

    def GetBlockByID__integer(self, id):
        for values in self._results.blocks:
            if values[4] == id:
                return self._block(values)
        return None

    # -- teaching, names and texts

    def Learn__integer(self, id):
        id = _known_id(id)
        self._camera.ask(lambda driver: driver.learn(id))

    def Forget__(self):
        self._camera.ask(lambda driver: driver.forget())

    def SetName__integer_text(self, id, name):
        id = _known_id(id)
        self._camera.ask(lambda driver: driver.set_name(id, readable(name)))
        self._names[(self._algorithm, id)] = name

    def GetName__integer(self, id):
        # A HuskyLens 2 tells the names that were given on its own screen.
        return self._names.get((self._algorithm, id)) or self._results.names.get(id, "")

    def Write__text_integer_integer(self, message, x, y):
        x = max(0, min(319, x))
        y = max(0, min(BOTTOM_Y, y))
        self._camera.ask(lambda driver: driver.write_text(readable(message), x, y))

    def ClearText__(self):
        self._camera.ask(lambda driver: driver.clear_text())

    def SavePicture__(self):
        self._camera.ask(lambda driver: driver.save_photo())

    def SaveScreenshot__(self):
        self._camera.ask(lambda driver: driver.save_screenshot())

    # -- what the actions share

    def _request(self, command, id=None):
        self._results = self._camera.ask(lambda driver: driver.request(command, id))
        self._show()
        return self.GetCount__()

    def _show(self):
        """Tell the trace, once for every picture."""
        results = self._results
        seen = (results.frame, results.blocks, results.arrows)
        if seen == self._shown:
            return
        self._shown = seen
        arrows = results.arrows or (self._algorithm == LINE_TRACKING and not results.blocks)
        if arrows:
            emit("arrows", results.frame, results.arrows)
        if results.blocks or not arrows:
            emit("blocks", results.frame, results.blocks)

    def _block(self, values):
        return Block(values, self.GetName__integer(values[4]))

    def _arrow(self, values):
        return Arrow(values, self.GetName__integer(values[4]))


def _known_id(id):
    if not 1 <= id <= HIGHEST_ID:
        raise InvalidArgumentError("An ID is a number from 1 to %d, not %d." % (HIGHEST_ID, id))
    return id


def _element(found, index, what):
    if not 0 <= index < len(found):
        if not found:
            text = "There is no %s: ask HasResult() first." % what
        else:
            text = "There is no %s %d: the last one is %d." % (what, index, len(found) - 1)
        raise InvalidLocationError(text)
    return found[index]
