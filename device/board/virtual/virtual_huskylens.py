# A HuskyLens that answers the real byte protocol and sees the scene.
#
# Written from the protocol's description and on purpose without the driver's code: a mistake in
# one of the two shows. Frame: 55 AA 11 LENGTH COMMAND DATA... SUM, numbers little endian.

import virtual_scene
import virtual_time
from virtual_lens import Lens, ascii_text, is_over, with_sum, word, words

REQUEST = 0x20  # to 0x28: everything, blocks, arrows; then learned; then one id
INFO, BLOCK, ARROW = 0x29, 0x2A, 0x2B
KNOCK, ALGORITHM, OK = 0x2C, 0x2D, 0x2E
NAME, PHOTO, SAVE_MODEL, LOAD_MODEL = 0x2F, 0x30, 0x32, 0x33
TEXT, CLEAR_TEXT, LEARN, FORGET, SCREENSHOT = 0x34, 0x35, 0x36, 0x37, 0x39
IS_PRO, VERSION, BUSY, NEED_PRO = 0x3B, 0x3C, 0x3D, 0x3E

FIRMWARE = b"0.5.1"
ALGORITHMS = 7  # 0 to 6; QR codes and bar codes need a Pro
ALGORITHMS_OF_PRO = 9
LOADING_MS = 60  # an algorithm is loaded: OK comes after this
FIRST_PICTURE_MS = 200  # and this long after that the first picture has been looked at
CARD_MS = 300  # writing to the memory card
MOST_TEXTS = 10
# A command with less data than it needs is not answered.
LEAST_DATA = {ALGORITHM: 2, NAME: 3, SAVE_MODEL: 2, LOAD_MODEL: 2, TEXT: 4, LEARN: 2}


class VirtualHuskyLens(Lens):
    HEADER = b"\x55\xaa\x11"
    LENGTH_AT = 3
    EXTRA = 6
    ADDRESS = 0x32

    def _start(self):
        super()._start()
        self._loading = None  # since when, for how long no picture has been looked at

    def _frame_number(self):
        """Of the last picture, 16 bits; 0 while an algorithm has not seen one yet."""
        if self._loading is not None and not is_over(self._loading):
            return 0
        self._loading = None
        return virtual_scene.frame()

    def answer(self, frame):
        command, data = frame[4], frame[5:-1]
        if len(data) < LEAST_DATA.get(command, 2 if REQUEST + 6 <= command < INFO else 0):
            return 0, []
        if REQUEST <= command < INFO:
            return 0, self._report(command, data)
        if command == ALGORITHM:
            return self._select(word(data))
        if command == IS_PRO:
            return 0, [_frame(IS_PRO, words([int(virtual_scene.is_pro())]))]
        if command == VERSION and not data:
            return 0, [_frame(VERSION, FIRMWARE)]
        if command in (PHOTO, SCREENSHOT, SAVE_MODEL, LOAD_MODEL):
            self._use_card(command, data)
            return CARD_MS, [_frame(OK)]
        if command in (KNOCK, VERSION, NAME, TEXT, CLEAR_TEXT, LEARN, FORGET):
            self._obey(command, data)
            return 0, [_frame(OK)]
        return 0, []  # not answered, as on the real lens

    def instead(self, fault, frame):
        if fault == "busy":
            return [_frame(BUSY)]
        if fault == "need_pro":
            return [_frame(NEED_PRO)]
        if REQUEST <= frame[4] < INFO:
            return [_frame(OK)]
        return [_frame(INFO, words([0, 0, self._frame_number(), 0, 0]))]

    def _select(self, algorithm):
        if algorithm >= (ALGORITHMS_OF_PRO if virtual_scene.is_pro() else ALGORITHMS):
            return 0, [_frame(NEED_PRO)]
        self.algorithm = algorithm
        self._loading = (virtual_time.moment(), LOADING_MS + FIRST_PICTURE_MS)
        return LOADING_MS, [_frame(OK)]

    def _use_card(self, command, data):
        if command == SAVE_MODEL:
            self.memory.save(self.algorithm, word(data))
        elif command == LOAD_MODEL:
            self.memory.load(self.algorithm, word(data))

    def _obey(self, command, data):
        if command == LEARN:
            self.memory.learn(self.algorithm, word(data))
        elif command == FORGET:
            self.memory.forget(self.algorithm)
        elif command == NAME:
            self.memory.name(self.algorithm, data[0], ascii_text(data[2 : 1 + data[1]]))
        elif command == TEXT:
            x = data[2] + (255 if data[1] else 0)
            self._write(ascii_text(data[4 : 4 + data[0]]), x, data[3])
        elif command == CLEAR_TEXT:
            self.texts = []

    def _write(self, text, x, y):
        """A text replaces the one at its place; the eleventh replaces the oldest."""
        others = [other for other in self.texts if other[1:] != (x, y)]
        self.texts = (others + [(text, x, y)])[-MOST_TEXTS:]

    def _report(self, command, data):
        kind = (command - REQUEST) % 3  # 0 everything, 1 blocks, 2 arrows
        arrows = self.algorithm == virtual_scene.ARROWS
        number = self._frame_number()
        seen = self.memory.seen(self.algorithm) if self._loading is None else []
        if (kind == 1 and arrows) or (kind == 2 and not arrows):
            seen = []
        if REQUEST + 3 <= command <= REQUEST + 5:
            seen = [thing for thing in seen if thing[0]]
        elif command > REQUEST + 5:
            seen = [thing for thing in seen if thing[0] == word(data)]
        frames = [
            _frame(INFO, words([len(seen), len(self.memory.ids(self.algorithm)), number, 0, 0]))
        ]
        for known, place, _ in seen:
            values = [max(0, value) for value in place]
            frames.append(_frame(ARROW if arrows else BLOCK, words(values + [known])))
        return frames


def _frame(command, data=b""):
    return with_sum(VirtualHuskyLens.HEADER + bytes((len(data), command)) + data)


lens = VirtualHuskyLens()
