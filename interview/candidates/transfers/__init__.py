"""Candidates as CSV: read in by a job that goes on where it was, handed out as a stream."""
