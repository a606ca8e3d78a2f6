"""What can go wrong with consent."""

from __future__ import annotations

from interview.core.errors import Forbidden, Malformed


class ConsentRequired(Forbidden):
    """The person has not agreed to this purpose, or has withdrawn."""

    code, title = "consent_required", "The candidate has not agreed to this"


class UnknownNotice(Malformed):
    """The statement refers to a notice that was never published."""

    code, title = "unknown_notice", "There is no such notice"
