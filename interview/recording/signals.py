"""News of sessions; each carries the ids a subscriber needs to look further."""

from __future__ import annotations

from interview.core.signals import Signal

session_started = Signal("session_started", "A session was opened or resumed; `session`, `is_resumed`.")
question_added = Signal("question_added", "A question was asked; `session`, `question`.")
answer_added = Signal("answer_added", "An answer was stored; `session`, `question`, `answer`.")
session_ended = Signal("session_ended", "A session is over; `session`.")
recording_ready = Signal("recording_ready", "The recording was verified or has failed; `session`.")
