"""What the virtual hardware shows is the same on both hosts, to the last dot of the screen."""

from __future__ import annotations

import base64
import json
import zlib
from functools import cache
from typing import Any

from tests.micropython import Program, run_programs
from tests.micropython.this_python import SIMULATED_TIME, run_programs_here

DRAWS = """
import json
import M5
import virtual_time
from virtual_hands import handle

virtual_time.restart()
lcd = M5.Lcd
lcd.fillScreen(0x102030)
for number, font in enumerate(("ASCII7", "DejaVu12", "DejaVu18", "DejaVu24", "DejaVu40")):
    lcd.setFont(getattr(lcd.FONTS, font))
    lcd.drawString("Il1 O0 gjpqy @é", 2, 2 + 30 * number)
lcd.setTextSize(1.5)
lcd.print("goes on in the next line")
lcd.fillCircle(300, 20, 33, 0xFF0000)
lcd.drawEllipse(250, 100, 60, 25, 0x00FF00)
lcd.drawRoundRect(5, 170, 80, 60, 15)
lcd.fillTriangle(100, 230, 150, 160, 190, 235, 0x0000FF)
lcd.drawArc(250, 180, 50, 30, 100, 380, 0xFFFF00)
lcd.drawLine(-50, 300, 400, -20, 0xFFFFFF)
lcd.setRotation(2)
lcd.fillRoundRect(10, 10, 50, 20, 8, 0xFF00FF)
print(json.dumps(handle({"do": "screen"})))
"""

DOES = """
import json
import virtual_scene
import virtual_time
from quorum_libraries.robots.huskylens.huskylens import HuskyLens
from quorum_libraries.robots.m5stack.light import Light
from quorum_libraries.robots.m5stack.screen import Screen
from quorum_libraries.robots.m5stack.sound import Sound
from quorum_libraries.robots.m5stack.timer import Timer
from virtual_hands import handle

handle({"do": "scene", "scene": {
    "algorithm": "face_recognition",
    "objects": [{"algorithm": "face_recognition"}],
    "lens_faults": [{"at_ms": 100, "name": "wrong_sum", "count": 1}],
}})
virtual_time.restart()
timer, camera = Timer(), HuskyLens()
handle({"do": "press", "button": "A", "duration_ms": 500})
Screen().OutputLine__text("Hello")
Light().SetAll__integer(0x123456)
Sound().PlayTone__integer_integer(440, 150)
camera.Learn__integer(7)
camera.SetName__integer_text(7, "Bob")
camera.Write__text_integer_integer("Hi", 300, 5)
print(camera.RequestBlocks__(), camera.GetFirstBlock__().GetID__())
timer.Sleep__integer(2000)
print(json.dumps(handle({"do": "look"})))
"""


@cache
def printed() -> tuple[list[list[str]], list[list[str]]]:
    """The lines that the two programs print: on this Python, on MicroPython."""
    programs = [Program(DRAWS), Program(DOES)]
    here = run_programs_here(programs, setup=SIMULATED_TIME)
    there = [run.events for run in run_programs(programs, virtual=True, setup=SIMULATED_TIME)]
    lines = [
        [[str(event.values[0]) for event in run if event.kind == "plain"] for run in runs]
        for runs in (here, there)
    ]
    return lines[0], lines[1]


def rows(line: str) -> bytes:
    """The dots in the PNG file that a look at the screen gave."""
    file = base64.b64decode(json.loads(line)["png"])
    return zlib.decompress(file[file.index(b"IDAT") + 4 : -16])


def test_the_screen_shows_the_same_on_both_hosts() -> None:
    here, there = printed()
    assert len(rows(here[0][-1])) == 240 * (1 + 3 * 320)
    assert rows(here[0][-1]) == rows(there[0][-1])


def test_a_look_at_the_board_shows_the_same_on_both_hosts() -> None:
    here, there = printed()
    seen: dict[str, Any] = json.loads(here[1][-1])
    assert seen == json.loads(there[1][-1])
    assert here[1][0] == there[1][0] == "1 7"
    assert seen["screen_texts"] == ["Hello"]
    assert seen["lights"] == [0x123456] * 10
    assert seen["sounds"][0][:2] == [440, 150]
    assert seen["lens"]["texts"] == [["Hi", 300, 5]]
    assert (seen["lens"]["learned_ids"], seen["lens"]["names"]) == ([7], {"7": "Bob"})
    assert seen["lens"]["faults"] == 1
