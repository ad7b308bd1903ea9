# A HuskyLens 2 that answers its byte protocol and sees the scene, as far as that is certain: the
# commands of the vendor's library of 2025-10 that are described. There is no line tracking, because
# what the numbers of its arrows mean is told in two ways. Never compared with a real one.
#
# Frame: 55 AA COMMAND ALGORITHM LENGTH DATA... SUM, numbers little endian.

import virtual_scene
from virtual_lens import Lens, ascii_text, with_sum, words

KNOCK, GET_RESULT, GET_INFO, SET_ALGORITHM, SET_NAME = 0x20, 0x21, 0x22, 0x30, 0x31
OK, ERROR, INFO, BLOCK = 0x40, 0x41, 0x42, 0x43
PHOTO, SCREENSHOT, LEARN, FORGET, SAVE_MODEL, LOAD_MODEL = 0x50, 0x51, 0x52, 0x53, 0x54, 0x55

# The scene's algorithms, by the numbers that this lens has for them.
ALGORITHMS = {1: 0, 2: 1, 3: 2, 5: 4, 6: 5}
CARD_MS = 300
SCALE = 2  # its picture has 640x480 dots
CONFIDENCE = 90  # in percent
MOST_NAME = 32  # bytes
LEAST_DATA = {SET_ALGORITHM: 1, SET_NAME: 11, SAVE_MODEL: 1, LOAD_MODEL: 1}


class VirtualHuskyLens2(Lens):
    HEADER = b"\x55\xaa"
    LENGTH_AT = 4
    EXTRA = 6
    ADDRESS = 0x50

    def answer(self, frame):
        command, wanted, data = frame[2], frame[3], frame[5:-1]
        if len(data) < LEAST_DATA.get(command, 0):
            return 0, [_frame(ERROR)]
        if command in (GET_RESULT, GET_INFO):
            frames = self._report(wanted)
            return 0, frames if command == GET_RESULT else frames[:1]
        if command in (PHOTO, SCREENSHOT):
            return CARD_MS, [_frame(OK)]
        if command in (SAVE_MODEL, LOAD_MODEL):
            use = self.memory.save if command == SAVE_MODEL else self.memory.load
            use(self.algorithm, data[0])
            return CARD_MS, [_frame(OK)]
        return 0, [_frame(OK if self._obey(command, data) else ERROR)]

    def instead(self, fault, frame):
        if fault == "other_answer" and frame[2] not in (GET_RESULT, GET_INFO):
            return self._report(0)[:1]
        return [_frame(OK if fault == "other_answer" else ERROR)]

    def _obey(self, command, data):
        """Whether it did what it was told."""
        if command == SET_ALGORITHM and data[0] in ALGORITHMS:
            self.algorithm = ALGORITHMS[data[0]]
        elif command == SET_NAME:
            self.memory.name(self.algorithm, data[0], ascii_text(data[11 : 11 + data[10]]))
        elif command == LEARN:
            self.memory.learn(self.algorithm, max([0] + self.memory.ids(self.algorithm)) + 1)
        elif command == FORGET:
            self.memory.forget(self.algorithm)
        else:
            return command == KNOCK
        return True

    def _report(self, wanted):
        """INFO and a BLOCK for each thing, if this is the algorithm it is looking with."""
        looking = ALGORITHMS.get(wanted) == self.algorithm
        seen = self.memory.seen(self.algorithm) if looking else []
        ids = self.memory.ids(self.algorithm)
        learned = len([thing for thing in seen if thing[0]])
        counts = words([len(seen), learned, len(seen), learned])
        frames = [_frame(INFO, bytes((max([0] + ids), 0)) + counts, wanted)]
        names = {number: name for number, _, name in virtual_scene.objects(self.algorithm)}
        for known, place, number in seen:
            name = self.memory.names.get((self.algorithm, known), names[number]).encode()[
                :MOST_NAME
            ]
            data = bytes((known, CONFIDENCE)) + words([SCALE * max(0, value) for value in place])
            frames.append(_frame(BLOCK, data + bytes((len(name),)) + name + b"\0", wanted))
        return frames


def _frame(command, data=b"", algorithm=0):
    return with_sum(VirtualHuskyLens2.HEADER + bytes((command, algorithm, len(data))) + data)


lens = VirtualHuskyLens2()
