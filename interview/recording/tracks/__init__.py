"""A session's tracks: which may be recorded, how they become files, and MP4 on request."""
