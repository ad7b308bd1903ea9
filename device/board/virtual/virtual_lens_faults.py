# What goes wrong between a virtual camera and the board: the next answers are spoiled, by name.
#
#     wrong_sum     the checksum is not that of the bytes
#     lying_length  a frame says that it is longer than it is
#     cut_frame     the last frame ends in its middle
#     other_answer  a right frame, but the answer to another question
#     garbage       bytes that mean nothing
#     silence       no answer
#     busy          the camera says that it is busy, and does nothing
#     need_pro      the camera says that only a Pro can do this, and does nothing
#     late_answer   the answer comes together with the next one

import virtual_scene

NAMES = (
    "wrong_sum",
    "lying_length",
    "cut_frame",
    "other_answer",
    "garbage",
    "silence",
    "busy",
    "need_pro",
    "late_answer",
)
MOST = 1000  # answers that can be ordered at once
GARBAGE_BYTES = 24


class Faults:
    def __init__(self):
        self.given = 0  # answers spoiled in this scene so far
        self._ordered = []  # one name for each of the next answers
        self._playing = None
        self._taken = {}  # number of a fault in the scene -> answers that it has spoiled

    def order(self, name, count):
        """Spoil the next answers, for instance ("silence", 2); perhaps from another thread."""
        self._ordered.extend([name] * count)

    def next(self):
        """The name of the fault for the answer that comes now, or None."""
        name = self._ordered.pop(0) if self._ordered else self._next_of_scene()
        if name is not None:
            self.given += 1
        return name

    def _next_of_scene(self):
        faults = virtual_scene.lens_faults()
        if not faults:
            return None
        if self._playing != virtual_scene.playing():
            self._playing = virtual_scene.playing()
            self._taken = {}
        now = virtual_scene.scene_ms()
        for number, (at, name, count) in enumerate(faults):
            taken = self._taken.get(number, 0)
            if at <= now and taken < count:
                self._taken[number] = taken + 1
                return name
        return None

    def spoil(self, name, frames, length_at):
        """The bytes of an answer with this fault; its lengths are at this place of a frame."""
        answer = b"".join(frames)
        if not answer or name == "silence":
            return b""
        if name == "wrong_sum":
            return answer[:-1] + bytes((answer[-1] + 1 & 0xFF,))
        if name == "lying_length":
            lie = bytes((answer[length_at] + 5 & 0xFF,))
            return answer[:length_at] + lie + answer[length_at + 1 :]
        if name == "cut_frame":
            return answer[: -(len(frames[-1]) // 2)]
        if name == "garbage":
            return bytes([(self.given * 89 + i * i * 37 + 85) & 0xFF for i in range(GARBAGE_BYTES)])
        return answer
