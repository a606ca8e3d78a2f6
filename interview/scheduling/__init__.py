"""Scheduling: the interview as an appointment, its people and their time, who may begin it, and what has happened.

Owns the tables interviews, interview_people, interview_tags, bookings, planned_questions, invitations and
interview_log, and those of calendar/. Announces what `signals` lists. Serves /api/interviews/sessions,
/api/admin/interviews, /api/interviews/<id>/start, end, logs, /api/candidates/interviews, what calendar/ names, and
the commands `interview` and `invitation`.
"""
