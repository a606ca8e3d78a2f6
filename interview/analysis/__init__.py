"""Analysis: how an interview is judged, by software and by people, kept apart.

Owns the tables analyses, question_analyses, ai_runs and decisions.
Announces `analysis_progressed`, `analysis_completed` and `analysis_failed`; hears `session_ended`.
Serves /api/interview/analysis.
"""
