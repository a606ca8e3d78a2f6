"""Consent: which notice a person saw, which purposes they agreed to, and when they changed their mind.

Owns the table consents, an append-only ledger, and the notices.
Serves the gate that every recorder and every analyser asks first.
"""
