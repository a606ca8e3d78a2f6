"""Candidates: the people who are interviewed, one row for one person in one organisation.

Owns the table candidates, with every `interview_*` column of the recording dialect as the projection of the
person's newest recording session; only this feature's service writes them.
Serves /api/admin/candidates.
"""
