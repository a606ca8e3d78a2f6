"""Reading what was sent: chunks as one file, its kind, its packets, its end and its fingerprint."""
