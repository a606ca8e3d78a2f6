"""Recording: one conducting of an interview, from its start to its end, with everything asked, answered and recorded.

Owns the tables recording_sessions, asked_questions, answers and tracks.
Announces `session_started`, `question_added`, `answer_added`, `session_ended` and `recording_ready`.
Serves /api/interview/session, question, answer and recording, and the rooms of live sessions.
"""
