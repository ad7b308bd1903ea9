# Finds the frames in a stream of bytes. Both generations of the lens frame their answers alike:
# five bytes with header, command and length, then the data, then the low byte of the sum of it all.

from huskylens_driver.errors import CHECKSUM, LENGTH

HEAD = 5  # bytes before the data
FIRST = b"\x55"


class Parser:
    """Finds frames in a stream that may begin anywhere and may be damaged.

    After a wrong byte every later byte is looked at again as a possible beginning: a broken frame
    costs itself and never its successor. No byte is kept longer than the longest frame could last,
    so the work grows with the stream and no faster.

    `lengths` says which length a command must have where only one is possible; `longest` data is
    the most that is waited for.
    """

    def __init__(self, header, command_at, length_at, longest, lengths):
        self._header = header
        self._command_at = command_at
        self._length_at = length_at
        self._longest = longest
        self._lengths = lengths
        self.reset()

    def reset(self):
        self._rest = b""
        self.problem = None  # the first kind of damage since then
        self.strays = 0  # bytes since then that belong to no frame

    def feed(self, data):
        """The frames that are complete with these bytes, each as all of its bytes."""
        stream = self._rest + data
        frames = []
        taken = 0
        at = stream.find(FIRST)
        while at >= 0:
            size = self._size_at(stream, at)
            if size is None:
                break
            if size:
                frames.append(stream[at : at + size])
                taken += size
            at = stream.find(FIRST, at + (size or 1))
        self._rest = stream[at:] if at >= 0 else b""
        self.strays += len(stream) - taken - len(self._rest)
        return frames

    def is_inside(self):
        """Whether a frame has begun that is not complete: its whole header is there."""
        return len(self._rest) >= len(self._header)

    def _size_at(self, stream, start):
        """How long the frame here is; 0 when there is none, None when bytes are missing to tell."""
        head = stream[start : start + HEAD]
        if not self._header.startswith(head[: len(self._header)]):
            return 0
        if len(head) < HEAD:
            return None
        length = head[self._length_at]
        if length > self._longest or length != self._lengths.get(head[self._command_at], length):
            self._note(LENGTH)
            return 0
        end = start + HEAD + length
        if end >= len(stream):
            return None
        if sum(stream[start:end]) & 0xFF != stream[end]:
            self._note(CHECKSUM)
            return 0
        return HEAD + length + 1

    def _note(self, problem):
        if self.problem is None:
            self.problem = problem
