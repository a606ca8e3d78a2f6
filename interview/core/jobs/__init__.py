"""Background jobs: a ledger in our database, delivered by Huey to real threads.

Owns the table jobs. A job row is written in the transaction of its cause; a worker claims it under a lease with a
fencing number, and its effect commits only while that number still holds: exactly once in effect.
"""
