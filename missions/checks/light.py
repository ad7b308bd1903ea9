"""The lights of the board."""

from collections.abc import Callable, Iterable
from itertools import dropwhile

from django.utils.translation import gettext as _

from missions.checks.colors import OFF, color_in_words, color_value, read_color
from missions.checks.evidence import ALL_LIGHTS, Evidence, LightChange, Moment, Sighting
from missions.checks.fields import Fields
from missions.checks.registry import Arguments, Check, CheckKind, Finding, register

MAX_ID = 65535
LAST_LIGHT = 9


@register
class LightIs(CheckKind):
    """A light (any one, or the one with the number `light`) took a color at some time."""

    name = "light-is"

    def read(self, fields: Fields) -> Check:
        return {
            "color": read_color(fields),
            "light": fields.integer("light", 0, LAST_LIGHT, None),
        }

    def judge(self, check: Check, evidence: Evidence) -> Finding:
        wanted, light = color_value(check["color"]), check.get("light")
        changes = [
            change
            for change in evidence.light_changes()
            if light is None or change.light in (light, ALL_LIGHTS)
        ]
        arguments = {"color": wanted, "light": light}
        if any(change.color == wanted for change in changes):
            return Finding(True, arguments)
        last = next((change.color for change in reversed(changes) if change.color != OFF), None)
        return Finding(False, {**arguments, "last": last})

    def message(self, passed: bool, arguments: Arguments) -> str:
        words = {
            "light": arguments["light"],
            "color": color_in_words(arguments["color"]),
            "last": color_in_words(arguments.get("last") or OFF),
        }
        one = arguments["light"] is not None
        if passed and arguments["color"] == OFF:
            return _("The light goes off.")
        if passed:
            text = _("Light %(light)d turns %(color)s.") if one else _("The light turns %(color)s.")
        elif arguments["color"] == OFF:
            text = _("I expected the light to go off, but it does not.")
        elif arguments["last"] is None:
            text = _("I expected the light to turn %(color)s, but it stays off.")
        else:
            text = _("I expected the light to turn %(color)s, but it turns %(last)s.")
        return text % words


@register
class LightFollowsId(CheckKind):
    """Each time the camera sees an id, the light has its color before it sees something else.

    Judged by what the camera really answered to the program, so it holds for every order in which
    things come before the camera.
    """

    name = "light-follows-id"

    def read(self, fields: Fields) -> Check:
        return {"id": fields.integer("id", 1, MAX_ID), "color": read_color(fields)}

    def judge(self, check: Check, evidence: Evidence) -> Finding:
        wanted = color_value(check["color"])
        arguments = {"id": check["id"], "color": wanted}
        colors = _colors_at_the_end_of_each_row(
            evidence.moments(), lambda answer: check["id"] in answer.ids
        )
        wrong = [color for color in colors if color != wanted]
        if colors and not wrong:
            return Finding(True, {**arguments, "visits": len(colors)})
        case = "never seen" if not colors else "off" if wrong[0] == OFF else "other"
        return Finding(False, {**arguments, "case": case, "shown": wrong[0] if wrong else OFF})

    def message(self, passed: bool, arguments: Arguments) -> str:
        words = {
            "id": arguments["id"],
            "color": color_in_words(arguments["color"]),
            "shown": color_in_words(arguments.get("shown", OFF)),
        }
        if passed:
            return _("The light turns %(color)s for number %(id)d.") % words
        match arguments["case"]:
            case "never seen":
                text = _(
                    "I expected the light to turn %(color)s for number %(id)d, "
                    "but your program never saw number %(id)d."
                )
            case "off":
                text = _(
                    "I expected the light to turn %(color)s for number %(id)d, but it stays off."
                )
            case _:
                text = _(
                    "I expected the light to turn %(color)s for number %(id)d, but it is %(shown)s."
                )
        return text % words

    def advice(self, arguments: Arguments) -> str:
        if arguments["case"] == "never seen":
            return _("Ask the camera again and again inside a “repeat”, for as long as it takes.")
        return _("Look at the “if” for this number: which color does it give to the light?")


@register
class LightOffWhenEmpty(CheckKind):
    """Each time the camera sees nothing any more, the light goes off before it sees something."""

    name = "light-off-when-empty"

    def read(self, fields: Fields) -> Check:
        return {}

    def judge(self, check: Check, evidence: Evidence) -> Finding:
        moments = dropwhile(
            lambda moment: not (isinstance(moment, Sighting) and moment.ids), evidence.moments()
        )
        colors = _colors_at_the_end_of_each_row(moments, lambda answer: not answer.ids)
        lit = next((color for color in colors if color != OFF), None)
        case = "never empty" if not colors else "lit"
        return Finding(bool(colors) and lit is None, {"case": case, "shown": lit or OFF})

    def message(self, passed: bool, arguments: Arguments) -> str:
        if passed:
            return _("The light goes off when the camera sees nothing.")
        if arguments["case"] == "never empty":
            return _(
                "I expected the light to go off when the camera sees nothing, "
                "but your program never saw something go."
            )
        return _(
            "I expected the light to go off when the camera sees nothing, "
            "but it stays on in %(shown)s."
        ) % {"shown": color_in_words(arguments["shown"])}

    def advice(self, arguments: Arguments) -> str:
        if arguments["case"] == "never empty":
            return _("Ask the camera again and again inside a “repeat”, for as long as it takes.")
        return _("Write light:Clear() in the “else”, for when there is nobody.")


def _colors_at_the_end_of_each_row(
    moments: Iterable[Moment], belongs: Callable[[Sighting], bool]
) -> list[int]:
    """For each unbroken row of answers that belong: the last color set before the row is over."""
    colors: list[int] = []
    color, is_in_row = OFF, False
    for moment in moments:
        if isinstance(moment, LightChange):
            color = moment.color
        elif isinstance(moment, Sighting):
            if is_in_row and not belongs(moment):
                colors.append(color)
            is_in_row = belongs(moment)
    if is_in_row:
        colors.append(color)
    return colors
