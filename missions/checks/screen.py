"""What the board's screen showed."""

from django.utils.translation import gettext as _

from missions.checks.evidence import Evidence
from missions.checks.fields import Fields
from missions.checks.localised import in_active_language
from missions.checks.registry import Arguments, Check, CheckKind, Finding, register
from missions.checks.text import closest, is_contained, quoted


@register
class ScreenShows(CheckKind):
    """A text was somewhere in one of the texts that the program wrote on the screen."""

    name = "screen-shows"

    def read(self, fields: Fields) -> Check:
        return {
            "text": fields.localised("text"),
            "ignore_case": fields.boolean("ignore_case", False),
            "whole_words": fields.boolean("whole_words", False),
        }

    def judge(self, check: Check, evidence: Evidence) -> Finding:
        shown = evidence.screen_texts()
        for text in shown:
            if is_contained(check["text"], text, check["ignore_case"], check["whole_words"]):
                return Finding(True, {"shown": quoted(text)})
        if not shown:
            return Finding(False, {"expected": check["text"], "case": "dark"})
        near = closest(check["text"], shown)
        return Finding(
            False,
            {
                "expected": check["text"],
                "case": "other" if near is None else "near",
                "shown": quoted(shown[-1] if near is None else near),
            },
        )

    def message(self, passed: bool, arguments: Arguments) -> str:
        if passed:
            return _("The screen shows “%(shown)s”.") % {"shown": arguments["shown"]}
        words = {
            "expected": quoted(in_active_language(arguments["expected"])),
            "shown": arguments.get("shown", ""),
        }
        if arguments["case"] == "dark":
            text = _("I expected the screen to show “%(expected)s”, but it shows no text.")
        else:
            text = _("I expected the screen to show “%(expected)s”, but it shows “%(shown)s”.")
        return text % words

    def advice(self, arguments: Arguments) -> str:
        if arguments["case"] == "dark":
            return _('Write on the screen with screen:OutputLine("…").')
        if arguments["case"] == "near":
            return _("Compare the two letter by letter: capitals, accents and blanks count.")
        return ""
