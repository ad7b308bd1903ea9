"""`manage.py queue status|reconcile`: who waits, and whether everything that came has its end."""

import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from missions.models import MissionRun
from submissions import queue
from submissions.journal import read_journal, received
from submissions.models import QueueEntry
from submissions.reasons import describe_reason
from submissions.states import OPEN_ENTRIES, Status


class Command(BaseCommand):
    help = "Show the queue, or give the account of the runs: received = judged + cancelled."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "action",
            choices=("status", "reconcile"),
            help="status: what waits and runs; reconcile: status 1 if a run does not add up",
        )
        parser.add_argument("--run", type=int, help="the number of one run (all of them)")

    def handle(self, *args: Any, action: str, run: int | None, **options: Any) -> None:
        if action == "status":
            self._status()
        else:
            self._reconcile(run)

    def _status(self) -> None:
        entries = QueueEntry.objects.filter(status__in=OPEN_ENTRIES).select_related(
            "submission__user", "submission__mission"
        )
        for entry in entries.order_by("status", "-priority", "turn_at", "id"):
            self.stdout.write(
                _("%(status)s: %(submission)s; owner: %(owner)s; until %(due)s; %(reason)s")
                % {
                    "status": entry.get_status_display(),
                    "submission": entry.submission,
                    "owner": entry.owner,
                    "due": entry.due_at,
                    "reason": describe_reason(entry.reason),
                }
            )
        self.stdout.write(_("%(number)d programs wait or run.") % {"number": entries.count()})

    def _reconcile(self, run_id: int | None) -> None:
        runs = MissionRun.objects.select_related("mission", "classroom").order_by("pk")
        if run_id is not None:
            runs = runs.filter(pk=run_id)
        if run_id is not None and not runs:
            raise CommandError(_("There is no run with the number %(run)d.") % {"run": run_id})
        in_journal = received(read_journal())
        accounts = {
            run.pk: self._account(run, in_journal[run.pk, run.started_at.isoformat()])
            for run in runs
        }
        wrong = [str(number) for number, account in accounts.items() if not account.adds_up]
        if wrong:
            raise CommandError(
                _("These runs do not add up: %(runs)s. See also: manage.py journal verify")
                % {"runs": ", ".join(wrong)}
            )

    def _account(self, run: MissionRun, in_journal: int) -> queue.Reconciliation:
        account = queue.reconcile(run, in_journal)
        self.stdout.write(
            _(
                "Run %(run)d, %(name)s: received %(received)d = judged %(judged)d + cancelled "
                "%(cancelled)d, open %(open)d"
            )
            % {
                "run": run.pk,
                "name": run,
                "received": account.received,
                "judged": sum(account.judged.values()),
                "cancelled": sum(account.cancelled.values()),
                "open": account.open,
            }
        )
        for status, number in account.judged.items():
            self.stdout.write(f"  {number:5}  {Status(status).label}")
        for reason, number in account.cancelled.items():
            self.stdout.write(f"  {number:5}  {describe_reason(reason)}")
        for submission, claims in account.twice.items():
            self.stdout.write(
                _("  submission %(submission)d was claimed %(claims)d times")
                % {"submission": submission, "claims": claims}
            )
        return account
