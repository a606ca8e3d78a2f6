"""Scanning: whether a file is known to be harmful.

`port` says what a scanner does; `clamd` speaks to ClamAV's daemon; without one nothing is scanned, and that is told.
"""
