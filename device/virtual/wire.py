"""One direction of a serial line: bytes take their time, and none is there before its stop bit."""

from __future__ import annotations

from collections.abc import Callable

from device.virtual.loop import Alarm, Loop

BITS_PER_BYTE = 10  # start bit, eight bits, stop bit
BURST_S = 0.001  # in the middle of a long piece, bytes are handed over this often
# A moment is computed in floating point: this much earlier counts as reached.
ROUNDING_S = 1e-9


class Wire:
    """What travels, as a matter of time alone: `put` at one end, `take` at the other.

    `capacity` bytes fit; what finds no room is lost. Moments are seconds of any steady clock.
    They are computed from the beginning of each uninterrupted piece, so no error adds up.
    """

    def __init__(self, baud: int, capacity: int | None = None) -> None:
        self._byte_s = BITS_PER_BYTE / baud
        self._burst = max(1, int(BURST_S / self._byte_s))
        self._capacity = capacity
        self._queue = bytearray()
        self._began = 0.0  # when the first byte of this piece was put on the wire
        self._taken = 0  # of this piece

    def __len__(self) -> int:
        """How many bytes are on their way."""
        return len(self._queue)

    def put(self, data: bytes, now: float) -> None:
        if not self._queue:
            self._began = max(now, self._began + self._taken * self._byte_s)
            self._taken = 0
        if self._capacity is not None:
            data = data[: self._capacity - len(self._queue)]
        self._queue += data

    def take(self, now: float) -> bytes:
        """The bytes whose stop bit has passed."""
        arrived = int((now - self._began + ROUNDING_S) / self._byte_s) - self._taken
        data = bytes(self._queue[: max(0, arrived)])
        del self._queue[: len(data)]
        self._taken += len(data)
        return data

    def cut(self) -> None:
        """What is on its way never arrives."""
        self._queue.clear()

    def next_moment(self) -> float | None:
        """When to look again: the last byte is never late, those before it come in bursts."""
        if not self._queue:
            return None
        return self._began + (self._taken + min(len(self._queue), self._burst)) * self._byte_s


class Carrier:
    """Hands over what is put on a wire when its time has come; without a speed, at once."""

    def __init__(
        self,
        loop: Loop,
        baud: int | None,
        deliver: Callable[[bytes], None],
        capacity: int | None = None,
    ) -> None:
        self._loop = loop
        self._wire = Wire(baud, capacity) if baud else None
        self._deliver = deliver
        self._alarm: Alarm | None = None

    @property
    def queued_bytes(self) -> int:
        return len(self._wire) if self._wire is not None else 0

    def put(self, data: bytes) -> None:
        if self._wire is None:
            self._deliver(data)
        else:
            self._wire.put(data, self._loop.clock())
            if self._alarm is None:
                self._set_alarm(self._wire)

    def cut(self) -> None:
        """What is on its way never arrives."""
        if self._wire is not None:
            self._wire.cut()

    def _set_alarm(self, wire: Wire) -> None:
        moment = wire.next_moment()
        self._alarm = None if moment is None else self._loop.at(moment, self._ring)

    def _ring(self) -> None:
        assert self._wire is not None
        data = self._wire.take(self._loop.clock())
        self._alarm = None
        self._set_alarm(self._wire)
        if data:
            self._deliver(data)
