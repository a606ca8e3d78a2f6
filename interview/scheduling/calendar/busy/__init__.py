"""Busy time that other calendars tell."""
