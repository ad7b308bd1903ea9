"""`manage.py board`: what a teacher or technician needs of the boards of this machine."""

import argparse
import math
import os
from collections.abc import Callable
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils import translation
from django.utils.translation import gettext as _

from device.console import subcommands
from device.console.subcommands import UNREACHABLE, USAGE
from device.console.targets import NoAnswer, UnknownBoard
from device.exceptions import DeviceError, SceneError
from device.problems import describe_problem, problem_code

INTERRUPTED = 130

Subcommand = Callable[[argparse.Namespace, subcommands.Say], int]


class Command(BaseCommand):
    requires_system_checks: list[str] = []

    def create_parser(self, prog_name: str, subcommand: str, **options: Any) -> CommandParser:
        with translation.override(language_of_terminal()):
            self.help = _(
                "Boards: find, examine, mend, stop. Exit status 0: good; 1: the board says no; "
                "2: a wrong option; 3: the board cannot be reached."
            )
            return super().create_parser(prog_name, subcommand, **options)

    def add_arguments(self, parser: CommandParser) -> None:
        subparsers = parser.add_subparsers(dest="act", required=True, metavar="ACT")

        def act(name: str, run: Subcommand, help_text: str) -> CommandParser:
            added = subparsers.add_parser(name, help=help_text, description=help_text)
            added.set_defaults(run=run)
            return added

        def act_on_board(name: str, run: Subcommand, help_text: str) -> CommandParser:
            added = act(name, run, help_text)
            added.add_argument(
                "board",
                nargs="?",
                default="",
                help=_("name or address of the board; not needed where there is only one"),
            )
            return added

        act(
            "list", subcommands.list_boards, _("the boards of the platform, and what is plugged in")
        )
        act_on_board("info", subcommands.info, _("who answers: machine, firmware, id, memory"))
        doctor = act_on_board(
            "doctor",
            subcommands.doctor,
            _("examine a board from the cable to the picture on its screen"),
        )
        doctor.add_argument(
            "--mission", default="", help=_("also compare what the camera knows with this mission")
        )
        act_on_board("install", subcommands.install, _("put the platform’s files on the board"))
        execute = act_on_board(
            "exec", subcommands.execute, _("run a piece of MicroPython and show what it prints")
        )
        code = execute.add_mutually_exclusive_group(required=True)
        code.add_argument("-c", "--code", help=_("the piece itself"))
        code.add_argument("-f", "--file", help=_("a file with it; - for standard input"))
        execute.add_argument(
            "--limit", type=seconds(60), default=10.0, help=_("seconds it may take")
        )
        reset = act_on_board(
            "reset", subcommands.reset, _("start the board again, and let it run programs again")
        )
        reset.add_argument("--hard", action="store_true", help=_("by its reset line"))
        trace = act_on_board(
            "trace",
            subcommands.trace,
            _("run a Quorum program and show what it does; without one: what the last one did"),
        )
        trace.add_argument("--program", help=_("a file with a Quorum program"))
        trace.add_argument("--scene", help=_("what a virtual board sees (docs/scenes.md)"))
        trace.add_argument("--record", help=_("keep the whole conversation in this file"))
        trace.add_argument(
            "--limit", type=seconds(3600), default=60.0, help=_("seconds it may take")
        )
        act_on_board(
            "stop", subcommands.stop, _("emergency stop: silent within a second, and it stays so")
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override(language_of_terminal()):
            status = self._run(argparse.Namespace(**options))
        if status:
            raise SystemExit(status)

    def _run(self, options: argparse.Namespace) -> int:
        try:
            return options.run(options, self._say)
        except UnknownBoard as error:
            raise CommandError(str(error), returncode=USAGE) from error
        except SceneError as error:
            raise CommandError(str(error), returncode=USAGE) from error
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}", returncode=USAGE) from error
        except UnicodeError as error:
            raise CommandError(_("The file is no text in UTF-8."), returncode=USAGE) from error
        except DatabaseError as error:
            raise CommandError(
                _("Run “make setup” and “make run” once: the database is not ready (%(detail)s).")
                % {"detail": error},
                returncode=USAGE,
            ) from error
        except KeyboardInterrupt:
            raise SystemExit(INTERRUPTED) from None
        except NoAnswer as error:
            raise CommandError(str(error), returncode=UNREACHABLE) from error
        except DeviceError as error:
            words = describe_problem(problem_code(error))
            detail = f" ({error.detail})" if error.detail else ""
            raise CommandError(words + detail, returncode=UNREACHABLE) from error

    def _say(self, text: str) -> None:
        """Prints at once: somebody may be watching."""
        self.stdout.write(text)
        self.stdout.flush()


def seconds(most: int) -> Callable[[str], float]:
    """A type for options: a duration up to so many seconds."""

    def read(text: str) -> float:
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not 0 < value <= most:  # also what is called a number and is none
            # Read while Django parses, before any language is chosen.
            with translation.override(language_of_terminal()):
                message = _("%(text)s is no number of seconds from 0 to %(most)d")
            raise argparse.ArgumentTypeError(message % {"text": text, "most": most})
        return value

    return read


def language_of_terminal() -> str:
    """French where the machine speaks French, English everywhere else."""
    spoken = next(
        filter(None, (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))), ""
    )
    return "fr" if spoken.lower().startswith("fr") else "en"
