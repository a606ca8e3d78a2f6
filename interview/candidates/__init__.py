"""Candidates: the people who are interviewed, one row for one person in one organisation.

Owns candidates with every `interview_*` column of the recording dialect, the projection of their newest session,
their labels, pipeline, resumes and imports; only this feature's service writes them.
Positions and lots, with their draws, live in folders of their own.
Announces created, updated, status changed and archived.
Serves /api/admin/candidates, positions and lots, /api/candidates/me, /api/draws.
"""
