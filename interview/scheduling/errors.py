"""What can go wrong with an appointment."""

from __future__ import annotations

from interview.core.errors import Conflict, Forbidden, Gone, Malformed, NotFound


class InterviewNotFound(NotFound):
    """No interview with this id in the caller's organisation."""

    code, title = "interview_not_found", "There is no such interview"


class PlannedQuestionNotFound(NotFound):
    """No planned question with this id in the interview."""

    code, title = "planned_question_not_found", "The interview's plan has no such question"


class InvitationNotFound(NotFound):
    """No invitation with this id for this interview."""

    code, title = "invitation_not_found", "There is no such invitation"


class TokenUnknown(NotFound):
    """The interview token opens nothing."""

    code, title = "interview_token_unknown", "This interview token is not known"


class TokenExpired(Gone):
    """The interview token's time is over."""

    code, title = "interview_token_expired", "This interview token has expired"


class TokenRevoked(Forbidden):
    """The organisation took the interview token back."""

    code, title = "interview_token_revoked", "This interview token has been revoked"


class NotOpenYet(Conflict):
    """The interview's time has not come."""

    code, title = "interview_not_open_yet", "The interview cannot be started yet"


class NoLongerOpen(Conflict):
    """The interview's time is over."""

    code, title = "interview_closed", "The interview can no longer be started"


class WrongStatus(Conflict):
    """The interview's status does not allow this step."""

    code, title = "interview_wrong_status", "The interview's status does not allow this"


class UnknownZone(Malformed):
    """The time zone is none that IANA knows."""

    code, title = "unknown_timezone", "There is no such time zone"


class PersonNotFound(NotFound):
    """Somebody named for a panel is not of the caller's organisation."""

    code, title = "interviewer_not_found", "There is no such interviewer"


class PersonUnfit(Malformed):
    """Somebody named for a panel cannot interview."""

    code, title = "interviewer_unfit", "This person cannot be on a panel"


class NotOnPanel(Forbidden):
    """Who conducts interviews, and does not schedule them, conducts those of their own panels."""

    code, title = "not_on_panel", "You are not on this interview's panel"


class TimeInPast(Malformed):
    """A candidate asked for a time that has passed."""

    code, title = "time_in_past", "That time has passed"


class RescheduleNotAllowed(Conflict):
    """The interview's time is fixed."""

    code, title = "reschedule_not_allowed", "This interview cannot be moved"


class RescheduleTooLate(Conflict):
    """The interview's deadline for another time has passed."""

    code, title = "reschedule_too_late", "It is too late to move this interview"


class NotDueYet(Conflict):
    """Nobody can have missed what has not begun."""

    code, title = "interview_not_due_yet", "The interview's time has not come"


class AlreadyAssessed(Conflict):
    """Somebody has already said how the interview went."""

    code, title = "interview_already_assessed", "The interview has been assessed"


class InterviewConflict(Conflict):
    """Somebody is not free at that time; `conflicts` says who and when, as far as the caller may know."""

    code, title = "interview_conflict", "Somebody is not free at that time"
