"""Core: the mechanisms every feature stands on; it knows no interview word.

Serves settings, the database and its units of work, errors as problem details, guards, jobs, sockets,
signals, ids, keys, logs, limits, health, audit and idempotency.
Owns the tables jobs, audit_events and idempotency_keys.
"""
