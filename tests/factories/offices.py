"""People of one organisation at work on interviews over HTTP."""

from __future__ import annotations

from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from interview.accounts.models import User
from tests.factories import accounts, interviews

ADMIN, SESSIONS, CONDUCT, OWN = (
    "/api/admin/interviews",
    "/api/interviews/sessions",
    "/api/interviews",
    "/api/candidates/interviews",
)


class Office:
    """An organisation with an admin, two interviewers and a candidate; `caller` is whose headers are sent."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        self.admin = accounts.make_user()
        self.organisation = self.admin.organisation
        self.first, self.second = (accounts.make_user(self.organisation, role="interviewer") for _ in range(2))
        self.candidate = interviews.make_candidate(self.organisation)
        self.headers = accounts.headers_of(self.admin)

    def sign_in(self, user: User) -> None:
        """Call as another person from now on."""
        self.headers = accounts.headers_of(user)

    def ask(self, method: str, path: str, body: Any = None, **query: Any) -> TestResponse:
        """Send a request."""
        told = {} if method == "GET" else {"json": {} if body is None else body}
        return self.client.open(path, method=method, headers=self.headers, query_string=query, **told)

    def post(self, path: str, body: Any = None) -> TestResponse:
        """POST a body."""
        return self.ask("POST", path, body)

    def get(self, path: str, **query: Any) -> TestResponse:
        """GET with a query."""
        return self.ask("GET", path, **query)

    def create(self, **more: Any) -> dict[str, Any]:
        """An interview of the candidate that was made, as the management dialect tells it."""
        answer = self.try_to_create(**more)
        assert answer.status_code == 201, answer.text
        made: dict[str, Any] = answer.get_json()
        return made

    def try_to_create(self, **more: Any) -> TestResponse:
        """Ask for an interview of the candidate."""
        return self.post(SESSIONS, {"candidateId": self.candidate.id} | more)

    def verb(self, interview_id: str, verb: str, body: Any = None) -> TestResponse:
        """Ask for a verb of the management dialect."""
        return self.post(f"{SESSIONS}/{interview_id}/{verb}", body)
