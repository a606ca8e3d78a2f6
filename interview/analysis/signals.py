"""News of analyses; interviewers hear it, candidates never do."""

from __future__ import annotations

from interview.core.signals import Signal

analysis_progressed = Signal("analysis_progressed", "One more question is judged; `analysis`, `question_analysis`.")
analysis_completed = Signal("analysis_completed", "The analysis is complete; `analysis`.")
analysis_failed = Signal("analysis_failed", "The analysis has failed and can be retried; `analysis`.")
note_changed = Signal("note_changed", "A note was added, edited, deleted or restored; `note`, `change`.")
decision_made = Signal("decision_made", "A person decided; `decision`, `session`.")
