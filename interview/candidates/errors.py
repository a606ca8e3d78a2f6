"""What can go wrong with a candidate."""

from __future__ import annotations

from interview.core.errors import Conflict, NotFound


class CandidateNotFound(NotFound):
    """No candidate with this id in the caller's organisation."""

    code, title = "candidate_not_found", "There is no such candidate"


class EmailTaken(Conflict):
    """Another candidate of the organisation has this address."""

    code, title = "candidate_email_taken", "Another candidate has this e-mail address"
