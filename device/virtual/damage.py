"""What a bad line does to the bytes on it; the same seed does the same."""

from __future__ import annotations

import random


class Damage:
    """Nothing at first. Everything is told in numbers of bytes, where 0 means never."""

    def __init__(self, seed: int | None) -> None:
        self._random = random.Random(seed)  # noqa: S311
        self._flip_every = 0
        self._until_flip = 0
        self._lose_every = 0
        self._until_loss = 0

    def flip_every(self, count: int) -> None:
        """From now on one bit in so many bytes towards the host is wrong, on average."""
        self._flip_every = count
        self._until_flip = self._next_flip()

    def lose_every(self, count: int) -> None:
        """From now on every so-many-th byte towards the board is lost."""
        self._lose_every = count
        self._until_loss = count

    def noise(self, count: int) -> bytes:
        """Bytes that nobody has sent."""
        return self._random.randbytes(count)

    def towards_host(self, data: bytes) -> bytes:
        if not self._flip_every:
            return data
        damaged = bytearray(data)
        while self._until_flip <= len(damaged):
            damaged[self._until_flip - 1] ^= 1 << self._random.randrange(8)
            self._until_flip += self._next_flip()
        self._until_flip -= len(damaged)
        return bytes(damaged)

    def towards_board(self, data: bytes) -> bytes:
        if not self._lose_every:
            return data
        kept = bytearray(data)
        del kept[self._until_loss - 1 :: self._lose_every]
        self._until_loss = (self._until_loss - len(data) - 1) % self._lose_every + 1
        return bytes(kept)

    def _next_flip(self) -> int:
        return self._random.randrange(1, 2 * self._flip_every) if self._flip_every else 0
