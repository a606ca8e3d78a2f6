"""Links that open nothing, and what each says instead."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

from playwright.sync_api import BrowserContext

from tests.browser.room.organisation import Organisation
from tests.browser.room.recorded import (
    at,
)


class TestLinks:
    """A link that leads nowhere says why, and what to do."""

    def test_unknown(self, context: BrowserContext, organisation: Organisation) -> None:
        at(context, organisation.link_of("not-a-token")).come().reads_title("We do not know this link")

    def test_expired(self, context: BrowserContext, organisation: Organisation) -> None:
        interview_id = organisation.told["interview_id"]
        soon = (datetime.now(UTC) + timedelta(seconds=1)).isoformat()
        invited = organisation.call(
            "POST", f"/api/admin/interviews/{interview_id}/invitations", json={"expiresAt": soon}
        )
        time.sleep(1.2)
        at(context, organisation.link_of(invited["interviewToken"])).come().reads_title("This link has expired")

    def test_revoked(self, context: BrowserContext, organisation: Organisation) -> None:
        interview_id = organisation.told["interview_id"]
        invitations = f"/api/admin/interviews/{interview_id}/invitations"
        for invitation in organisation.call("GET", invitations)["items"]:
            organisation.call("DELETE", f"{invitations}/{invitation['id']}")
        at(context, organisation.link).come().reads_title("This link is no longer valid")

    def test_too_early(self, context: BrowserContext, organisation: Organisation) -> None:
        opens_at = (datetime.now(UTC) + timedelta(hours=3)).isoformat()
        _, token = organisation.schedule(opensAt=opens_at)
        candidate = at(context, organisation.link_of(token)).come()
        candidate.reads_title("You are early")
        candidate.sees("It opens on")

    def test_ended(self, context: BrowserContext, organisation: Organisation) -> None:
        session_id = organisation.session(organisation.told["interview_token"])["session_id"]
        organisation.call("POST", "/api/interview/session/end", json={"session_id": session_id})
        at(context, organisation.link).come().reads_title("This interview has ended")
