"""Resumes: taken in by their content, scanned, kept in versions, read in a confined process."""
