"""What the program told of the camera's answers, judged by what the camera really answered."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from missions.checks.evidence import Evidence, Said, Sighting
from missions.checks.fields import Fields
from missions.checks.localised import in_active_language
from missions.checks.registry import Arguments, Check, CheckKind, Finding, register
from missions.checks.text import is_contained, listed, numbers_in

MAX_ID = 65535
MAX_ARRIVALS = 100
MAX_SHOWN = 6


class TellsWhatTheCameraSaw(CheckKind):
    """A line of output tells a number that the camera's answers give.

    Judged by what the camera really answered, so it holds for every set of objects that a teacher
    puts in front of it. With `word`, the number must be in a line that has this word.
    """

    def read(self, fields: Fields) -> Check:
        return {"word": fields.localised("word", None)}

    def tells(self, check: Check, said: Said, number: int) -> bool:
        word = check.get("word")
        if word is not None and not is_contained(word, said.line, ignore_case=True):
            return False
        return number in numbers_in(said.line)


@register
class OutputTellsCount(TellsWhatTheCameraSaw):
    """How many things the last answer had when the line was said (at least one)."""

    name = "output-tells-count"

    def judge(self, check: Check, evidence: Evidence) -> Finding:
        for said, answer in _lines_with_last_answer(evidence):
            if answer.ids and self.tells(check, said, len(answer.ids)):
                return Finding(True, {"number": len(answer.ids)})
        most = max((len(answer.ids) for answer in evidence.sightings()), default=0)
        return Finding(False, {"number": most})

    def message(self, passed: bool, arguments: Arguments) -> str:
        number = arguments["number"]
        if passed:
            return ngettext(
                "Your program tells that there is %(number)d object.",
                "Your program tells that there are %(number)d objects.",
                number,
            ) % {"number": number}
        if not number:
            return _("I expected the number of objects, but your program saw none.")
        return ngettext(
            "The camera saw %(number)d object, but your program does not tell this number.",
            "The camera saw %(number)d objects, but your program does not tell this number.",
            number,
        ) % {"number": number}

    def advice(self, arguments: Arguments) -> str:
        if not arguments["number"]:
            return _("Ask the camera with camera:RequestBlocks().")
        return _("Ask first, then tell: output camera:GetCount().")


@register
class OutputTellsId(TellsWhatTheCameraSaw):
    """The number (id) of a learned thing in the last answer when the line was said."""

    name = "output-tells-id"

    def read(self, fields: Fields) -> Check:
        return {**super().read(fields), "id": fields.integer("id", 1, MAX_ID, None)}

    def judge(self, check: Check, evidence: Evidence) -> Finding:
        for said, answer in _lines_with_last_answer(evidence):
            for seen in answer.ids:
                if seen > 0 and check.get("id") in (None, seen) and self.tells(check, said, seen):
                    return Finding(True, {"id": seen})
        seen_ids = sorted({seen for answer in evidence.sightings() for seen in answer.ids if seen})
        return Finding(False, {"seen": seen_ids[:MAX_SHOWN]})

    def message(self, passed: bool, arguments: Arguments) -> str:
        if passed:
            return _("Your program tells the number %(id)d that the camera saw.") % {
                "id": arguments["id"]
            }
        seen = arguments["seen"]
        if not seen:
            return _("I expected the number of an object, but your program saw none.")
        return ngettext(
            "The camera saw number %(seen)s, but your program does not tell it.",
            "The camera saw the numbers %(seen)s, but your program does not tell the right one.",
            len(seen),
        ) % {"seen": listed(seen)}

    def advice(self, arguments: Arguments) -> str:
        if not arguments["seen"]:
            return _("Ask the camera with camera:RequestBlocks().")
        return _("The action GetID() of a block gives its number.")


@register
class OutputTellsArrivals(TellsWhatTheCameraSaw):
    """How many times a thing with this id came before the camera, and that it was often enough.

    A thing that the camera loses for a moment comes back as the same one or as a new one, depending
    on how the program counts; both ways of counting are right.
    """

    name = "output-tells-arrivals"

    def read(self, fields: Fields) -> Check:
        return {
            **super().read(fields),
            "id": fields.integer("id", 1, MAX_ID),
            "at_least": fields.integer("at_least", 1, MAX_ARRIVALS, 1),
        }

    def judge(self, check: Check, evidence: Evidence) -> Finding:
        sightings = evidence.sightings()
        arrivals = _arrivals(check["id"], sightings)
        right = {arrivals, _changes_to(check["id"], sightings)}
        arguments = {
            "id": check["id"],
            "arrivals": arrivals,
            "at_least": check["at_least"],
            "word": check.get("word"),
        }
        said_lines = [moment for moment in evidence.moments() if isinstance(moment, Said)]
        passed = arrivals >= check["at_least"] and any(
            self.tells(check, said, number) for said in said_lines for number in right
        )
        return Finding(passed, arguments)

    def message(self, passed: bool, arguments: Arguments) -> str:
        arrivals = arguments["arrivals"]
        words = {"id": arguments["id"], "arrivals": arrivals, "at_least": arguments["at_least"]}
        if passed:
            return (
                ngettext(
                    "Your program counts right: number %(id)d came %(arrivals)d time.",
                    "Your program counts right: number %(id)d came %(arrivals)d times.",
                    arrivals,
                )
                % words
            )
        if not arrivals:
            return _("I expected a count of number %(id)d, but your program never saw it.") % words
        if arrivals < arguments["at_least"]:
            return (
                ngettext(
                    "I expected your program to see number %(id)d at least %(at_least)d times, "
                    "but it saw it come only %(arrivals)d time.",
                    "I expected your program to see number %(id)d at least %(at_least)d times, "
                    "but it saw it come only %(arrivals)d times.",
                    arrivals,
                )
                % words
            )
        if arguments["word"] is not None:
            words["word"] = in_active_language(arguments["word"])
            text = ngettext(
                "Number %(id)d came %(arrivals)d time. "
                "I expected a line with “%(word)s” and this count.",
                "Number %(id)d came %(arrivals)d times. "
                "I expected a line with “%(word)s” and this count.",
                arrivals,
            )
        else:
            text = ngettext(
                "Number %(id)d came %(arrivals)d time, but your program does not tell this count.",
                "Number %(id)d came %(arrivals)d times, but your program does not tell this count.",
                arrivals,
            )
        return text % words

    def advice(self, arguments: Arguments) -> str:
        if arguments["arrivals"] < arguments["at_least"]:
            return _("Ask the camera again and again inside a “repeat”, for as long as it takes.")
        return _("Count only when something arrives, not each time you look.")


def _lines_with_last_answer(evidence: Evidence) -> Iterator[tuple[Said, Sighting]]:
    """Each line that was said after the camera was asked, with the answer that came just before."""
    answer: Sighting | None = None
    for moment in evidence.moments():
        if isinstance(moment, Sighting):
            answer = moment
        elif isinstance(moment, Said) and answer is not None:
            yield moment, answer


def _arrivals(seen_id: int, sightings: Sequence[Sighting]) -> int:
    """How many times the id was there and had not been there in the answer before."""
    present = [seen_id in sighting.ids for sighting in sightings]
    return sum(now and not before for before, now in zip([False, *present], present, strict=False))


def _changes_to(seen_id: int, sightings: Sequence[Sighting]) -> int:
    """The same, but the id counts again only after something else was seen in between."""
    firsts = [sighting.ids[0] for sighting in sightings if sighting.ids]
    return sum(
        now == seen_id != before for before, now in zip([None, *firsts], firsts, strict=False)
    )
