"""The parts of a chip that outlive a program: settings, clock, watchdog, reset.

They are put into the modules `esp32` and `machine` of the virtual hardware, because they need the
server or the workspace, which a browser does not have.
"""

from __future__ import annotations

import calendar
import json
import os
import sys
import time
from collections.abc import Callable
from types import ModuleType
from typing import Any

open_on_host = open  # a program gets another one
NOT_FOUND = OSError(-0x1102, "ESP_ERR_NVS_NOT_FOUND")
FEEDS = 20  # at most so many a watchdog's time are passed on
RESET_S = 60.0  # the server ends this process long before

Report = Callable[..., None]


class Chip:
    """One chip with its files in the workspace."""

    def __init__(self, workspace: str, report: Report) -> None:
        self._nvs_path = os.path.join(workspace, "nvs.json")
        self._rtc_path = os.path.join(workspace, "rtc.json")
        self._report = report

    def install(self, machine: ModuleType, esp32: ModuleType) -> None:
        """Give these modules of the hardware what belongs to this chip."""
        extras: list[tuple[ModuleType, str, Any]] = [
            (esp32, "NVS", lambda namespace: NVS(self._nvs_path, namespace)),
            (machine, "RTC", lambda: RTC(self._rtc_path)),
            (machine, "WDT", lambda id=0, timeout=5000: WDT(self._report, timeout)),
            (machine, "reset", self._reset),
            (machine, "soft_reset", _soft_reset),
        ]
        for module, name, value in extras:
            setattr(module, name, value)

    @property
    def boots_into_launcher(self) -> bool:
        """UIFlow2's boot option 1: boot.py is a menu that never ends."""
        return bool(_load(self._nvs_path)["uiflow"].get("boot_option", 1) == 1)

    def choose_boot_option(self, option: int) -> None:
        """The function of UIFlow2's module `boot_option`."""
        settings = NVS(self._nvs_path, "uiflow")
        settings.set_u8("boot_option", option)
        settings.commit()

    def _reset(self) -> None:
        self._report("reset")
        time.sleep(RESET_S)


class NVS:
    """`esp32.NVS`: settings of one namespace, kept over every reset once they are committed."""

    def __init__(self, path: str, namespace: str) -> None:
        self._path = path
        self._namespace = namespace
        self._values: dict[str, Any] = _load(path).get(namespace, {})

    def _get(self, key: str) -> Any:
        if key not in self._values:
            raise NOT_FOUND
        return self._values[key]

    def _set(self, key: str, value: Any) -> None:
        self._values[key] = value

    get_u8 = get_i32 = get_str = _get
    set_u8 = set_i32 = set_str = _set

    def erase_key(self, key: str) -> None:
        self._get(key)
        del self._values[key]

    def commit(self) -> None:
        _save(self._path, {**_load(self._path), self._namespace: self._values})


class RTC:
    """`machine.RTC`: a clock that can be set, and runs until the power is cut."""

    def __init__(self, path: str) -> None:
        self._path = path

    def datetime(self, new: tuple[int, ...] | None = None) -> tuple[int, ...] | None:
        """(year, month, day, weekday, hour, minute, second, microsecond), Monday being 0."""
        if new is not None:
            year, month, day, _, hour, minute, second, _ = new
            moment = calendar.timegm((year, month, day, hour, minute, second, 0, 0, 0))
            _save(self._path, {"ahead_s": moment - _now_s()})
            return None
        ahead_s = _load(self._path).get("ahead_s", 0) if os.path.exists(self._path) else 0
        now = time.gmtime(_now_s() + ahead_s)
        return (*now[:3], now.tm_wday, *now[3:6], 0)


class WDT:
    """`machine.WDT`: the board is reset when nobody has fed it for `timeout_ms`."""

    def __init__(self, report: Report, timeout_ms: int) -> None:
        self._report = report
        self._timeout_ms = timeout_ms
        self._fed_at = float("-inf")
        self.feed()

    def feed(self) -> None:
        now = time.monotonic()
        if now - self._fed_at > self._timeout_ms / 1000 / FEEDS:
            self._fed_at = now
            self._report("watchdog", number=self._timeout_ms)


def _soft_reset() -> None:
    raise SystemExit


def _now_s() -> int:
    """Seconds since 1970 as programs count them: perhaps in simulated time."""
    return int(sys.modules["time"].time())


def _load(path: str) -> dict[str, Any]:
    with open_on_host(path, encoding="utf-8") as file:
        return json.load(file)


def _save(path: str, values: dict[str, Any]) -> None:
    with open_on_host(path, "w", encoding="utf-8") as file:
        json.dump(values, file)
