"""Posts JSON to a service, patiently and not for ever."""

import json
import logging
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from http.client import HTTPException

from translations.machine import protocol

logger = logging.getLogger(__name__)

ATTEMPTS = 3
FIRST_PAUSE = 0.5
# A person waits for the answer.
LONGEST_PAUSE = 5
LARGEST_ANSWER = 5_000_000
LONGEST_DETAIL = 300
WORTH_ANOTHER_TRY = {429, 500, 502, 503, 504, 529}
ERRORS = {
    401: protocol.KeyRefused,
    403: protocol.KeyRefused,
    413: protocol.TextTooLong,
    414: protocol.TextTooLong,
    429: protocol.TooManyRequests,
    456: protocol.QuotaUsedUp,
}


class NoRedirects(urllib.request.HTTPRedirectHandler):
    """Follows no redirect, which could take the key elsewhere."""

    def redirect_request(self, *args, **kwargs):
        return None


opener = urllib.request.build_opener(NoRedirects)


@dataclass(frozen=True)
class Client:
    """Asks one service."""

    url: str
    headers: dict[str, str] = field(default_factory=dict)
    timeout: float = 10
    sleep: Callable[[float], None] = time.sleep

    def post(self, payload: dict) -> dict:
        """Return the answer to `payload`; a service that is busy is asked again, each time later."""
        body = json.dumps(payload, ensure_ascii=False).encode()
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._ask(body)
            except urllib.error.HTTPError as refusal:
                with refusal:
                    error = self._error(refusal)
                if refusal.code not in WORTH_ANOTHER_TRY or attempt == ATTEMPTS:
                    raise error from None
                self.sleep(_pause(attempt, refusal.headers.get("Retry-After")))
            except (OSError, HTTPException) as error:
                # No second try: whoever waits has waited for the whole timeout.
                raise protocol.NotReachable(str(error)) from None
        raise AssertionError("The last attempt returns or raises.")

    def _ask(self, body):
        headers = {
            "Content-Type": "application/json",
            "Accept": "application/json",
            "User-Agent": "wiego-site",
            **self.headers,
        }
        request = urllib.request.Request(self.url, body, headers, method="POST")
        with opener.open(request, timeout=self.timeout) as response:
            answer = response.read(LARGEST_ANSWER + 1)
        try:
            if len(answer) > LARGEST_ANSWER:
                raise ValueError("too long")
            answer = json.loads(answer)
        except (ValueError, RecursionError) as error:
            raise protocol.UnusableAnswer(f"{self.url}: {error}") from None
        if not isinstance(answer, dict):
            raise protocol.UnusableAnswer(f"{self.url}: no JSON object")
        return answer

    def _error(self, refusal):
        detail = refusal.read(LONGEST_DETAIL).decode(errors="replace")
        detail = f"{self.url} answered {refusal.code}: {detail}"
        logger.warning("%s", detail)
        if refusal.code in ERRORS:
            return ERRORS[refusal.code](detail)
        if refusal.code >= 500:
            return protocol.NotReachable(detail)
        return protocol.RequestRefused(detail)


def _pause(attempt, asked):
    """Return how many seconds to wait: what the service asks for, else each time twice as long."""
    if asked and asked.isdecimal():
        return min(int(asked), LONGEST_PAUSE)
    return FIRST_PAUSE * 2 ** (attempt - 1)
