"""What the program asked the camera, and what the camera answered."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from missions.checks.evidence import Evidence
from missions.checks.fields import FieldProblem, Fields
from missions.checks.registry import Arguments, Check, CheckKind, Finding, register
from missions.checks.text import listed

MAX_ID = 65535
MAX_COUNT = 100

# Name in Quorum -> (number of the camera, word). A test compares them with the library's own file.
ALGORITHMS = {
    "FACE_RECOGNITION": (0, gettext_noop("face recognition")),
    "OBJECT_TRACKING": (1, gettext_noop("object tracking")),
    "OBJECT_RECOGNITION": (2, gettext_noop("object recognition")),
    "LINE_TRACKING": (3, gettext_noop("line tracking")),
    "COLOR_RECOGNITION": (4, gettext_noop("color recognition")),
    "TAG_RECOGNITION": (5, gettext_noop("tag recognition")),
    "OBJECT_CLASSIFICATION": (6, gettext_noop("object classification")),
}
_ALGORITHM_NAMES = {number: name for name, (number, _word) in ALGORITHMS.items()}


def algorithm_in_words(number: int) -> str:
    name = _ALGORITHM_NAMES.get(number)
    if name is None:
        return _("algorithm number %(number)d") % {"number": number}
    return _("%(word)s (%(name)s)") % {"word": _(ALGORITHMS[name][1]), "name": name}


@register
class AlgorithmSelected(CheckKind):
    """The program selected this algorithm of the camera at some time."""

    name = "algorithm-selected"

    def read(self, fields: Fields) -> Check:
        return {"algorithm": fields.choice("algorithm", ALGORITHMS)}

    def judge(self, check: Check, evidence: Evidence) -> Finding:
        wanted = ALGORITHMS[check["algorithm"]][0]
        selected = evidence.algorithms()
        last = selected[-1] if selected else None
        return Finding(wanted in selected, {"algorithm": wanted, "last": last})

    def message(self, passed: bool, arguments: Arguments) -> str:
        words = {"algorithm": algorithm_in_words(arguments["algorithm"])}
        if passed:
            return _("The camera works with %(algorithm)s.") % words
        if arguments["last"] is None:
            text = _(
                "I expected the camera to work with %(algorithm)s, "
                "but your program does not choose an algorithm."
            )
        else:
            words["last"] = algorithm_in_words(arguments["last"])
            text = _(
                "I expected the camera to work with %(algorithm)s, "
                "but your program chooses %(last)s."
            )
        return text % words

    def advice(self, arguments: Arguments) -> str:
        name = _ALGORITHM_NAMES.get(arguments["algorithm"], "")
        return _("Write camera:SelectAlgorithm(camera:%(name)s).") % {"name": name}


@register
class RecognisedId(CheckKind):
    """The camera's answers to the program contained each of these ids at some time."""

    name = "recognised-id"

    def read(self, fields: Fields) -> Check:
        if fields.has("ids"):
            return {"ids": fields.integer_list("ids", 0, MAX_ID)}
        return {"ids": [fields.integer("id", 0, MAX_ID)]}

    def judge(self, check: Check, evidence: Evidence) -> Finding:
        sightings = evidence.sightings()
        seen = {seen_id for sighting in sightings for seen_id in sighting.ids}
        missing = [wanted for wanted in check["ids"] if wanted not in seen]
        arguments = {"ids": check["ids"], "missing": missing, "asked": len(sightings)}
        return Finding(not missing, arguments)

    def message(self, passed: bool, arguments: Arguments) -> str:
        ids = arguments["ids"] if passed else arguments["missing"]
        words = {"ids": listed(ids)}
        if passed:
            text = ngettext(
                "Your program saw number %(ids)s.",
                "Your program saw the numbers %(ids)s.",
                len(ids),
            )
        elif not arguments["asked"]:
            text = ngettext(
                "I expected your program to see number %(ids)s, but it never asks the camera.",
                "I expected your program to see the numbers %(ids)s, but it never asks the camera.",
                len(ids),
            )
        else:
            text = ngettext(
                "I expected your program to see number %(ids)s, "
                "but it was not there when your program asked the camera.",
                "I expected your program to see the numbers %(ids)s, "
                "but they were not there when your program asked the camera.",
                len(ids),
            )
        return text % words

    def advice(self, arguments: Arguments) -> str:
        if not arguments["asked"]:
            return _("Ask the camera with camera:RequestBlocks().")
        return _("Ask the camera again and again inside a “repeat”, for as long as it takes.")


@register
class ObjectCount(CheckKind):
    """One answer of the camera had this many things in it: `count`, or `at_least` so many."""

    name = "object-count"

    def read(self, fields: Fields) -> Check:
        if fields.has("count") == fields.has("at_least"):
            raise FieldProblem(fields.path("count"), _("Write either count or at_least."))
        return {
            "count": fields.integer("count", 0, MAX_COUNT, None),
            "at_least": fields.integer("at_least", 1, MAX_COUNT, None),
            "id": fields.integer("id", 0, MAX_ID, None),
        }

    def judge(self, check: Check, evidence: Evidence) -> Finding:
        wanted_id, exact = check.get("id"), "count" in check
        wanted = check["count"] if exact else check["at_least"]
        counts = [
            len(sighting.ids) if wanted_id is None else sighting.ids.count(wanted_id)
            for sighting in evidence.sightings()
        ]
        most = max(counts, default=None)
        passed = wanted in counts if exact else most is not None and most >= wanted
        return Finding(passed, {"count": wanted, "exact": exact, "most": most})

    def message(self, passed: bool, arguments: Arguments) -> str:
        count, most = arguments["count"], arguments["most"]
        words = {"count": count, "most": most}
        if passed:
            seen = count if arguments["exact"] else most
            return ngettext(
                "The camera saw %(count)d object.", "The camera saw %(count)d objects.", seen
            ) % {"count": seen}
        if most is None:
            text = ngettext(
                "I expected the camera to see %(count)d object, "
                "but your program never asks the camera.",
                "I expected the camera to see %(count)d objects, "
                "but your program never asks the camera.",
                count,
            )
        else:
            text = ngettext(
                "I expected the camera to see %(count)d object, but it saw %(most)d.",
                "I expected the camera to see %(count)d objects, but it saw %(most)d.",
                count,
            )
        return text % words

    def advice(self, arguments: Arguments) -> str:
        if arguments["most"] is None:
            return _("Ask the camera with camera:RequestBlocks().")
        return ""
