"""Scheduling: the interview as an appointment, who may begin it, and what has happened to it.

Owns the tables interviews, planned_questions, invitations and interview_log.
Announces `invitation_revoked`. Serves /api/admin/interviews and the commands `interview` and `invitation`.
"""
