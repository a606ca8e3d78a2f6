"""What a caller may do: the verbs an API key is given one by one, and a person by role."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a person is in the organisation."""

    ADMIN = "admin"
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
    "users:write": "Create, disable and enable the organisation's people.",
    "api_keys:write": "Create, list and revoke API keys.",
    "audit:read": "Read the audit log.",
    "jobs:read": "See background jobs.",
    "jobs:write": "Run a failed background job again.",
}
EVERY_SCOPE = frozenset(SCOPES)

SCOPES_OF_ROLE: dict[Role, frozenset[str]] = {
    Role.ADMIN: EVERY_SCOPE,
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
