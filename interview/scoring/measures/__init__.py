"""Measures: what the offline judge counts in an answer, each a number between named bounds with a reason."""
