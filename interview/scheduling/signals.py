"""News of appointments; each carries the row, and `by` whom."""

from __future__ import annotations

from interview.core.signals import Signal

invitation_revoked = Signal("invitation_revoked", "An interview token was taken back; `invitation_id`.")
interview_scheduled = Signal("interview_scheduled", "An interview was made; `interview`, `by`.")
interview_changed = Signal(
    "interview_changed", "What people were told of an interview is different now; `interview`, `by`, `changes`."
)
interview_rescheduled = Signal(
    "interview_rescheduled", "An interview has another time; `interview`, `by`, `previous` (its former beginning)."
)
interview_started = Signal("interview_started", "An interview began; `interview`, `by`.")
interview_completed = Signal("interview_completed", "An interview is over; `interview`, `by`.")
interview_cancelled = Signal("interview_cancelled", "An interview was called off; `interview`, `by`.")
interview_missed = Signal("interview_missed", "Nobody came to an interview; `interview`, `by`.")
