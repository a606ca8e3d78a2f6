"""What a caller may do: the verbs an API key is given one by one, and a person by role."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a person is in the organisation."""

    ADMIN = "admin"
    RECRUITER = "recruiter"
    INTERVIEWER = "interviewer"
    CANDIDATE = "candidate"


SCOPES = {
    "candidates:read": "See candidates and their interview columns.",
    "candidates:write": "Create, change and group candidates.",
    "interviews:read": "See interviews, their people and their log.",
    "interviews:write": "Schedule, change and cancel interviews; make and revoke interview tokens.",
    "interviews:conduct": "Start and end an interview and ask questions in it.",
    "questions:read": "See question banks.",
    "questions:write": "Make and change question banks.",
    "consents:read": "See who agreed to what.",
    "consents:write": "Record a consent or its withdrawal with its evidence.",
    "recordings:read": "Play and download recordings.",
    "recordings:write": "Erase recordings.",
    "analysis:read": "Read transcripts, scores and recommendations.",
    "decisions:write": "Decide about a candidate, against or with the recommendation.",
    "users:read": "See the organisation's people.",
    "users:write": "Invite, change, disable and enable the organisation's people.",
    "organisation:write": "Change the organisation's own settings.",
    "messages:read": "See the messages that were sent or wait, and the templates.",
    "messages:write": "Send messages again, withdraw them, change templates.",
    "webhooks:write": "Subscribe programs to events and see what they were sent.",
    "api_keys:write": "Create, list and revoke API keys.",
    "audit:read": "Read the audit log.",
    "jobs:read": "See background jobs.",
    "jobs:write": "Run a failed background job again.",
}
EVERY_SCOPE = frozenset(SCOPES)
# What makes an admin: everybody else's rights, and the doors for programs.
ADMIN_ONLY = frozenset({"users:write", "organisation:write", "api_keys:write", "webhooks:write", "jobs:write"})

SCOPES_OF_ROLE: dict[Role, frozenset[str]] = {
    Role.ADMIN: EVERY_SCOPE,
    Role.RECRUITER: EVERY_SCOPE - ADMIN_ONLY,
    Role.INTERVIEWER: frozenset(
        {
            "candidates:read",
            "interviews:read",
            "interviews:conduct",
            "questions:read",
            "consents:read",
            "recordings:read",
            "analysis:read",
            "decisions:write",
            "users:read",
        }
    ),
    Role.CANDIDATE: frozenset(),
}
