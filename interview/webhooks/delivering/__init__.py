"""Sending: signatures, one try, when the next one comes, and what is kept of each."""
