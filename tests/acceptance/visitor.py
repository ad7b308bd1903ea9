"""Somebody who uses the system over HTTP, without a browser."""

import http.cookiejar
import json
import re
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from typing import Any

from .waiting import wait_for

ANSWER_LIMIT_S = 30.0
OVER = ("passed", "failed", "error", "timeout", "cancelled")


@dataclass(frozen=True)
class Answer:
    """Status and body of an HTTP answer."""

    status: int
    text: str

    @property
    def json(self) -> Any:
        return json.loads(self.text)


class Visitor:
    """One person's session: cookies, and a token for the API."""

    def __init__(self, base_url: str, answer_limit_s: float = ANSWER_LIMIT_S) -> None:
        self.base_url = base_url.rstrip("/")
        self._answer_limit_s = answer_limit_s
        self._cookies = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(self._cookies)
        )
        self.token = ""

    def get(self, path: str) -> Answer:
        return self._ask(urllib.request.Request(self.base_url + path))

    def post_form(self, page: str, action: str, fields: dict[str, str]) -> Answer:
        """Sends a form of a page, with the page's CSRF token."""
        text = self.get(page).text
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', text)
        assert token is not None, f"{page} has no form"
        body = urllib.parse.urlencode({**fields, "csrfmiddlewaretoken": token[1]}).encode()
        return self._ask(urllib.request.Request(self.base_url + action, data=body))

    def log_in_to_the_desk(self, username: str, password: str) -> None:
        """As the teacher does; start_mission needs it."""
        self.post_form(
            "/admin/login/", "/admin/login/", {"username": username, "password": password}
        )
        assert "logout" in self.get("/admin/").text

    def start_mission(self, title_number: int) -> None:
        """Presses the desk's button that starts a mission in the first classroom."""
        desk = self.get("/admin/").text
        actions = re.findall(r'action="(/admin/desk/\d+/start/\d+/)"', desk)
        answer = self.post_form("/admin/", actions[title_number - 1], {})
        assert answer.status == 200
        assert "/desk/runs/" in answer.text

    def take_token(self, username: str, password: str) -> None:
        """Logs in to the API."""
        answer = self._post_json("/api/v1/auth/token", {"username": username, "password": password})
        assert answer.status == 200, answer.text
        self.token = answer.json["access"]

    def renew_token(self, refresh: str) -> bool:
        """Trades a refresh token for a token of the API, without the password."""
        answer = self._post_json("/api/v1/auth/token/refresh", {"refresh": refresh})
        if answer.status == 200:
            self.token = answer.json["access"]
        return answer.status == 200

    def mission_id(self, order: int) -> int:
        missions = self.get("/api/v1/missions").json["missions"]
        return int(next(mission["id"] for mission in missions if mission["order"] == order))

    def hand_in(self, mission_id: int, code: str, key: str = "") -> Answer:
        """Hands a program in, whatever is answered; `key` says that it is the same one again."""
        return self._post_json(
            f"/api/v1/missions/{mission_id}/submit",
            {"code": code},
            {"Idempotency-Key": key} if key else {},
        )

    def submit(self, order: int, code: str) -> int:
        """Hands a program in; returns the submission's number."""
        answer = self.hand_in(self.mission_id(order), code)
        assert answer.status == 201, answer.text
        return int(answer.json["submission"])

    def submit_with_key(self, order: int, code: str, key: str) -> Answer:
        """Hands a program in under an idempotency key."""
        return self.hand_in(self.mission_id(order), code, key)

    def submission(self, number: int) -> dict[str, Any]:
        answer = self.get(f"/api/v1/submissions/{number}")
        assert answer.status == 200, answer.text
        return dict(answer.json)

    def wait_for_status(self, number: int, *wanted: str) -> dict[str, Any]:
        """Waits until a submission has one of these statuses, and returns it."""

        def look() -> dict[str, Any] | None:
            found = self.submission(number)
            return found if found["status"] in wanted else None

        return wait_for(f"submission {number} {' or '.join(wanted)}", look)

    def wait_for_result(self, number: int) -> dict[str, Any]:
        return self.wait_for_status(number, *OVER)

    @property
    def authorization(self) -> str:
        """The header by which the API knows this person."""
        return f"Bearer {self.token}"

    def _post_json(
        self, path: str, content: dict[str, Any], headers: dict[str, str] | None = None
    ) -> Answer:
        return self._ask(
            urllib.request.Request(
                self.base_url + path,
                data=json.dumps(content).encode(),
                headers={"Content-Type": "application/json", **(headers or {})},
            )
        )

    def _ask(self, request: urllib.request.Request) -> Answer:
        request.add_header("Accept-Language", "en")
        if self.token:
            request.add_header("Authorization", self.authorization)
        try:
            with self._opener.open(request, timeout=self._answer_limit_s) as response:
                return Answer(response.status, response.read().decode())
        except urllib.error.HTTPError as refusal:
            return Answer(refusal.code, refusal.read().decode(errors="replace"))
