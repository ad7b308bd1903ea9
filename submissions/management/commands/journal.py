"""`manage.py journal verify|replay`: holds the database against the journal, and restores."""

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from submissions import queue
from submissions.journal import Comparison, JournalUnwritable, compare, read_journal


class Command(BaseCommand):
    help = (
        "Compare the database with the journal of submissions, or restore what one of them lacks."
    )

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "action",
            choices=("verify", "replay"),
            help="verify: say what differs, status 1 if something does; replay: bring it back",
        )

    def handle(self, *args: Any, action: str, **options: Any) -> None:
        if action == "verify":
            self._verify()
        else:
            self._replay()

    def _verify(self) -> None:
        comparison = compare(read_journal())
        for line in _differences(comparison):
            self.stdout.write(line)
        if not comparison.is_clean:
            raise CommandError(
                _("Journal and database differ. To bring them together: manage.py journal replay")
            )
        self.stdout.write(
            ngettext(
                "%(number)d submission is in the journal, and the database says the same.",
                "%(number)d submissions are in the journal, and the database says the same.",
                comparison.facts,
            )
            % {"number": comparison.facts}
        )

    def _replay(self) -> None:
        try:
            done = queue.restore()
        except JournalUnwritable as error:
            raise CommandError(str(error)) from error
        for text, number in (
            (_("Programs restored: %(number)d"), done.restored),
            (_("Results and cancellations restored: %(number)d"), done.finished),
            (_("Declarations of the teacher restored: %(number)d"), done.validity),
            (_("Lines written into the journal: %(number)d"), done.recorded),
        ):
            self.stdout.write(text % {"number": number})
        for fact in done.homeless:
            self.stdout.write(
                _("Not restored: %(receipt)s of %(user)s, whose account or run is gone.")
                % {"receipt": fact.receipt, "user": fact.details["username"]}
            )


def _differences(comparison: Comparison) -> list[str]:
    lines = []
    for history in comparison.missing:
        assert history.accepted is not None
        details = history.accepted.details
        lines.append(
            _("Missing in the database: %(receipt)s, %(user)s, mission %(mission)s")
            % {
                "receipt": history.accepted.receipt,
                "user": details["username"],
                "mission": details["mission"],
            }
        )
    for history in comparison.unfinished:
        assert history.ended is not None
        lines.append(
            _("The database does not know the end of %(receipt)s: %(kind)s")
            % {"receipt": history.ended.receipt, "kind": history.ended.kind}
        )
    for history in comparison.validity:
        assert history.validity is not None
        lines.append(
            _("The database does not know that the result of %(receipt)s is %(kind)s")
            % {"receipt": history.validity.receipt, "kind": history.validity.kind}
        )
    for submission, lacking in comparison.unrecorded:
        lines.append(
            _("Missing in the journal: %(kind)s %(receipt)s, which is %(status)s")
            % {
                "kind": lacking,
                "receipt": submission.receipt,
                "status": submission.get_status_display(),
            }
        )
    for receipt in comparison.unrecorded_removals:
        lines.append(_("Missing in the journal: %(receipt)s was removed") % {"receipt": receipt})
    for damaged in (*comparison.damaged, *comparison.torn):
        lines.append(
            _("Damaged: %(path)s, line %(line)d: %(why)s")
            % {"path": damaged.path, "line": damaged.line, "why": damaged.why}
        )
    return lines
