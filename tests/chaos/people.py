"""The class: students who hand in programs and never give up, and the teacher."""

import http.client
import random
import threading
import uuid
from collections.abc import Callable, Sequence

import psycopg

from tests.acceptance.visitor import OVER, Answer, Visitor

from .ledger import Ledger, Receipt, Seen
from .programs import Program, choose
from .system import PASSWORD

MISSION = 1
PATIENCE_S = 8.0
PASSWORD_PATIENCE_S = 30.0
"""Checking a password takes half a second of a processor, on purpose; the whole class may come."""
NOT_NOW = (OSError, http.client.HTTPException, AssertionError, ValueError)
"""Whatever comes of a server that is being killed: no answer, half of one, a page of an error."""
NO_RUN = ("no_run_active", "run_over")
BETWEEN_STARTS_S = 4.0
BETWEEN_LOOKS_S = 3.0


class Teacher(threading.Thread):
    """Starts the mission again whenever the students say that it is over."""

    def __init__(self, base_urls: Sequence[str], password: str) -> None:
        super().__init__(name="teacher", daemon=True)
        self.starts = 0
        self._base_urls = base_urls
        self._password = password
        self._wanted = threading.Event()
        self._leaving = threading.Event()

    def run(self) -> None:
        turn = 0
        while not self._leaving.is_set():
            if not self._wanted.wait(0.5):
                continue
            turn += 1
            if self._start(self._base_urls[turn % len(self._base_urls)]):
                self.starts += 1
                # Not again because of those who ask for what has just been done.
                self._leaving.wait(BETWEEN_STARTS_S)
                self._wanted.clear()
            else:
                self._leaving.wait(0.5)

    def is_wanted(self) -> None:
        """A student says that no mission runs."""
        self._wanted.set()

    def leave(self) -> None:
        """The lesson is over."""
        self._leaving.set()

    def _start(self, base_url: str) -> bool:
        visitor = Visitor(base_url, PASSWORD_PATIENCE_S)
        try:
            visitor.log_in_to_the_desk("prof", self._password)
            visitor.start_mission(MISSION)
        except (*NOT_NOW, IndexError):
            return False
        return True


class Technician(threading.Thread):
    """Looks after the boards that the platform has taken out of service, and gives them back."""

    def __init__(self, resting_boards: Callable[[], int], give_back: Callable[[], bool]) -> None:
        super().__init__(name="technician", daemon=True)
        self.returned = 0
        self._resting_boards = resting_boards
        self._give_back = give_back
        self._leaving = threading.Event()

    def run(self) -> None:
        while not self._leaving.wait(BETWEEN_LOOKS_S):
            try:
                resting = self._resting_boards()
                if resting and self._give_back():
                    self.returned += resting
            except psycopg.Error:
                continue  # the database is being broken, too

    def leave(self) -> None:
        """The lesson is over."""
        self._leaving.set()


class Student(threading.Thread):
    """Hands in one program after another and follows each to its result."""

    def __init__(
        self,
        login: str,
        refresh_token: str,
        base_urls: Sequence[str],
        seed: int,
        ledger: Ledger,
        teacher: Teacher,
    ) -> None:
        super().__init__(name=login, daemon=True)
        self.login = login
        self._refresh_token = refresh_token
        self._chance = random.Random(seed)
        self._doors = [Visitor(url, PATIENCE_S) for url in base_urls]
        self._ledger = ledger
        self._teacher = teacher
        self._going = threading.Event()
        self._gone = threading.Event()
        self._mission_id = 0
        self.doing = ""

    def run(self) -> None:
        while not self._going.is_set():
            program = choose(self._chance)
            key = str(uuid.UUID(int=self._chance.getrandbits(128), version=4))
            receipt = self._hand_in(program, key)
            if receipt is not None:
                self._follow(receipt)
            self.doing = ""
            self._going.wait(self._chance.uniform(0.2, 3.0))

    def go(self) -> None:
        """Finish what you are doing, and begin nothing new."""
        self._going.set()

    def leave(self) -> None:
        """Leave now, with or without an answer."""
        self._gone.set()

    def _hand_in(self, program: Program, key: str) -> Receipt | None:
        """Sends a program until the server has said yes or no to it, always with the same key."""
        self.doing = f"hands in a program with the key {key}"
        while not self._gone.is_set():
            if program.compiles:
                self._ledger.sending(self.login, key)
            answer = self._try_to_hand_in(program, key)
            if answer is None:
                self._try_the_other_door()
                continue
            if answer.status in (200, 201):
                return self._ledger.taken(self.login, key, program.kind, answer.json)
            if answer.status == 422 and not program.compiles:
                return None
            if _is_nobody(answer) or answer.status in (409, 429, 503):
                self._wait_as_told(answer)
                continue
            self._ledger.contradict(
                f"{self.login} handed in a program ({program.kind}) and was answered "
                f"{answer.status}: {answer.text[:300]}"
            )
            return None
        return None

    def _try_to_hand_in(self, program: Program, key: str) -> Answer | None:
        door = self._doors[0]
        try:
            self._log_in(door)
            self._mission_id = self._mission_id or door.mission_id(MISSION)
            answer = door.hand_in(self._mission_id, program.code, key)
        except KeyError:
            # Instead of the missions it has said that the token is over.
            door.token = ""
            return None
        except NOT_NOW as error:
            self._ledger.count(f"no answer ({type(error).__name__})")
            return None
        self._ledger.count(f"{answer.status} {_code(answer)}".strip())
        return None if answer.status in (500, 502) else answer

    def _log_in(self, door: Visitor) -> None:
        """As a page does: a new token for the old one, and the password when that is over too."""
        if door.token or door.renew_token(self._refresh_token):
            return
        patient = Visitor(door.base_url, PASSWORD_PATIENCE_S)
        patient.take_token(self.login, PASSWORD)
        door.token = patient.token
        self._ledger.count("logged in by password")

    def _wait_as_told(self, answer: Answer) -> None:
        if _is_nobody(answer):
            self._doors[0].token = ""
        if _code(answer) in NO_RUN:
            self._teacher.is_wanted()
        self._gone.wait(self._chance.uniform(0.5, 2.0))

    def _follow(self, receipt: Receipt) -> None:
        """Asks for a submission until it is over."""
        self.doing = f"waits for the result of submission {receipt.submission}"
        missed = 0
        while not self._gone.is_set():
            self._gone.wait(self._chance.uniform(0.3, 1.5))
            door = self._doors[0]
            try:
                self._log_in(door)
                answer = door.get(f"/api/v1/submissions/{receipt.submission}")
                found = answer.json if answer.status == 200 else {}
            except NOT_NOW:
                self._try_the_other_door()
                continue
            if _is_nobody(answer):
                door.token = ""
            elif answer.status == 404:
                missed += 1
                if missed == 3:
                    self._ledger.contradict(
                        f"submission {receipt.submission}: {self.login} has its receipt, and the "
                        "server does not know it"
                    )
                    return
            elif answer.status != 200:
                self._try_the_other_door()
            elif found["status"] in OVER:
                receipt.seen = Seen(found["status"], found["points"], found["attempt"])
                return

    def _try_the_other_door(self) -> None:
        self._doors.append(self._doors.pop(0))
        self._gone.wait(self._chance.uniform(0.2, 1.0))


def _is_nobody(answer: Answer) -> bool:
    """Whether the token is over; with a clock that jumps that comes at any time."""
    return answer.status == 401 or _code(answer) == "token_not_valid"


def _code(answer: Answer) -> str:
    try:
        return str(answer.json["error"]["code"])
    except (ValueError, KeyError, TypeError):
        return ""
