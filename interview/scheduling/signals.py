"""News of appointments; each carries the row, and `by` whom."""

from __future__ import annotations

from interview.core.signals import Signal

invitation_revoked = Signal("invitation_revoked", "An interview token was taken back; `invitation_id`.")
interview_scheduled = Signal("interview_scheduled", "An interview was made; `interview`, `by`.")
interview_changed = Signal(
    "interview_changed", "What people were told of an interview is different now; `interview`, `by`, `changes`."
)
panel_changed = Signal(
    "panel_changed",
    "Other people interview now, told before `interview_changed`; `interview`, `by`, and ids `joined` and `left`.",
)
interview_rescheduled = Signal(
    "interview_rescheduled", "An interview has another time; `interview`, `by`, `previous` (its former beginning)."
)
interview_started = Signal("interview_started", "An interview began; `interview`, `by`.")
interview_ending = Signal(
    "interview_ending",
    "An interview is about to be ended, its row not held yet: who has rows of it holds them first; `interview_id`.",
)
interview_completed = Signal("interview_completed", "An interview is over; `interview`, `by`.")
interview_assessed = Signal("interview_assessed", "An interview has a score or feedback now; `interview`, `by`.")
interview_cancelled = Signal("interview_cancelled", "An interview was called off; `interview`, `by`.")
interview_missed = Signal("interview_missed", "Nobody came to an interview; `interview`, `by`.")
