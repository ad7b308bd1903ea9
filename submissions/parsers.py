"""How a program comes over the API: as JSON, or as the text itself."""

import json
from collections.abc import Mapping
from typing import IO, Any

from django.utils.translation import gettext
from rest_framework.exceptions import ParseError
from rest_framework.parsers import BaseParser

# Far above every limit on programs: more is not even read.
BODY_LIMIT_BYTES = 1_000_000


class _ProgramParser(BaseParser):
    def read_text(self, stream: IO[bytes]) -> str:
        body = stream.read(BODY_LIMIT_BYTES + 1)
        if len(body) > BODY_LIMIT_BYTES:
            raise ParseError(gettext("The request is larger than 1 MB. Send the program alone."))
        try:
            return body.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise ParseError(
                gettext("The program is not UTF-8 text: byte %(position)d cannot be read.")
                % {"position": error.start + 1}
            ) from error


class JSONProgramParser(_ProgramParser):
    """`{"code": "..."}`"""

    media_type = "application/json"

    def parse(
        self,
        stream: IO[bytes],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        try:
            data = json.loads(self.read_text(stream))
        except (json.JSONDecodeError, RecursionError) as error:
            raise ParseError(
                gettext('This is not JSON. Expected: {"code": "the program"}')
            ) from error
        if not isinstance(data, dict) or not isinstance(data.get("code"), str):
            raise ParseError(gettext('The program is missing. Expected: {"code": "the program"}'))
        return data


class TextProgramParser(_ProgramParser):
    """The program text as the body of the request."""

    media_type = "text/plain"

    def parse(
        self,
        stream: IO[bytes],
        media_type: str | None = None,
        parser_context: Mapping[str, Any] | None = None,
    ) -> dict[str, Any]:
        return {"code": self.read_text(stream)}
