"""What the doctor says: for each subject its name, and a sentence for each case.

A sentence about something that is not good says first what to do with the hands.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SUBJECTS: Mapping[str, Promise] = {
    "port": _("Port"),
    "link": _("Cable"),
    "power": _("Power"),
    "firmware": _("Firmware"),
    "start": _("Start-up"),
    "memory": _("Memory"),
    "storage": _("Storage"),
    "runtime": _("Platform’s files"),
    "camera": _("Camera"),
    "algorithm": _("Algorithm"),
    "labels": _("Learned objects"),
    "screen": _("Test picture"),
    "doctor": _("Examination"),
}

WORDS: Mapping[tuple[str, str], Promise] = {
    ("port", "open"): _("%(machine)s answers."),
    ("port", "problem"): _("%(problem)s"),
    ("link", "clean"): _(
        "%(bytes)s bytes went there and back without a mistake; an answer takes %(answer_ms)s ms."
    ),
    ("link", "damaged"): _(
        "Use another USB cable, a short one without a hub: bytes arrive changed. "
        "%(damaged)s of %(tries)s messages were damaged."
    ),
    ("power", "enough"): _("The battery is at %(level)s %%."),
    ("power", "charging"): _("The battery is at %(level)s %% and charging."),
    ("power", "low"): _(
        "Plug the board into a socket or a powered hub, and wait until the battery is charged: "
        "it is at %(level)s %%. The camera may make the board start again."
    ),
    ("power", "unknown"): _("The board does not tell about its battery."),
    ("firmware", "uiflow"): _("MicroPython %(version)s with the parts of the M5Stack."),
    ("firmware", "plain"): _(
        "MicroPython %(version)s without the parts of the M5Stack: programs run and talk to the "
        "camera; there is no screen, no sound and no light."
    ),
    ("firmware", "old"): _(
        "Flash a newer firmware (UIFlow2) with M5Burner: MicroPython %(version)s is older than "
        "%(oldest)s."
    ),
    ("start", "direct"): _("The board starts without its menu."),
    ("start", "none"): _("This firmware has no start menu."),
    ("start", "menu"): _(
        "Unplug the board and plug it in again, then examine it again: it still starts with its "
        "menu."
    ),
    ("memory", "enough"): _("%(kilobytes)s KB are free for programs."),
    ("memory", "short"): _(
        "Press the reset button of the board: only %(kilobytes)s KB are free for programs."
    ),
    ("storage", "enough"): _("%(kilobytes)s KB are free."),
    ("storage", "short"): _(
        "Delete files from the board, or flash its firmware again: only %(kilobytes)s KB are free."
    ),
    ("storage", "damaged"): _("Flash the firmware again: the board’s files cannot be read."),
    ("runtime", "current"): _("All files are there and right."),
    ("runtime", "renewed"): _("Missing or old files have been renewed: %(files)s."),
    ("runtime", "failed"): _(
        "Press the reset button of the board and examine it again: the files could not be put on "
        "the board (%(detail)s)."
    ),
    ("camera", "answers"): _("The HuskyLens answers."),
    ("camera", "silent"): _(
        "Check the camera’s four wires (T and R, plus and minus), close its menu, and set its "
        "“Protocol Type” to “Auto Detect” or “I2C”: it does not answer."
    ),
    ("algorithm", "chosen"): _("The camera works with %(algorithm)s."),
    ("algorithm", "refused"): _(
        "Choose %(algorithm)s in the camera’s menu and examine again: it did not change to it "
        "(%(detail)s)."
    ),
    ("labels", "enough"): _(
        "Objects that the camera has learned: %(learned)s. "
        "The mission needs the numbers %(needed)s."
    ),
    ("labels", "short"): _(
        "Teach the camera the objects of this mission: hold each before it and press its button. "
        "It has learned %(learned)s, and the mission needs the numbers %(needed)s."
    ),
    ("labels", "unknown"): _("There is no mission “%(mission)s”: use the name of its folder."),
    ("labels", "none"): _("This mission needs nothing that the camera has learned."),
    ("screen", "shown"): _(
        "The screen shows a butterfly, three colours and a line of text. Please look at it."
    ),
    ("screen", "missing"): _("This board has no screen that programs can use."),
    ("screen", "failed"): _(
        "Press the reset button of the board and examine it again: the picture could not be drawn "
        "(%(detail)s)."
    ),
    ("doctor", "interrupted"): _(
        "Examine the board again: the examination did not come to its end (%(problem)s)"
    ),
}
