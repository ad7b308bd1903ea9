"""A simulated board: what is in front of its camera can be chosen, and it has hands and eyes."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import Any

from device.link.control_channel import give_order
from device.link.repl_board import ReplBoard
from device.link.scene_showing import show_scene


class VirtualBoard(ReplBoard):
    """A board of `python -m device.virtual`.

    Hands and eyes go over its control channel, so they work while a program runs, and from another
    thread. They raise PlatformError when the board was started without one or refuses the order,
    LinkError when the channel does not answer.
    """

    def show_scene(self, scene: Mapping[str, Any]) -> None:
        with self._step():
            show_scene(self._connection.repl, scene)

    def press(self, button: str, duration_ms: int = 100) -> None:
        """Press button A, B or C."""
        self._order(do="press", button=button, duration_ms=duration_ms)

    def move(
        self,
        *,
        acceleration: tuple[float, float, float] | None = None,
        rotation_speed: tuple[float, float, float] | None = None,
    ) -> None:
        """Tilt and turn the board; what is not given stays as it is."""
        given = {"acceleration": acceleration, "rotation_speed": rotation_speed}
        self._order(do="move", **{name: value for name, value in given.items() if value})

    def unplug_camera(self) -> None:
        self._order(do="unplug_camera")

    def plug_camera(self) -> None:
        self._order(do="plug_camera")

    def spoil_lens(self, fault: str, count: int = 1) -> None:
        """Let the next `count` answers of the camera have a fault."""
        self._order(do="lens_fault", name=fault, count=count)

    def screen_png(self) -> bytes:
        """What the screen shows."""
        return base64.b64decode(self._order(do="screen")["png"])

    def look(self) -> dict[str, Any]:
        """What can be seen and heard: lights, sounds, texts on the screen, the camera."""
        return self._order(do="look")

    def _order(self, **order: Any) -> dict[str, Any]:
        return give_order(self.identity.control_address, order)
