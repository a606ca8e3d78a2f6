"""Finalising: the raw chunks of a recording become one seekable file, in a confined child process.

Owns no table and no route: paths and numbers go in, a file and facts about it come out.
Verbs: `service.finalise`, `service.to_mp4`, `service.waveform`. What runs in the child is the workshop.
Announces nothing; serves the media jobs.
"""
