"""Analysis: how an interview is judged, by software and by people, kept apart.

Owns the tables analyses, question_analyses, ai_runs, decisions and review_notes.
Announces `analysis_progressed`, `analysis_completed`, `analysis_failed`, `note_changed` and `decision_made`.
Hears `session_ended`. Serves /api/interview/analysis and /api/interview/notes.
"""
