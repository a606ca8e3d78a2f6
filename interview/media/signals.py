"""News from media."""

from __future__ import annotations

from interview.core.signals import Signal

upload_progressed = Signal(
    "upload_progressed",
    "Bytes of an upload were acknowledged; told at most once a second for each upload. "
    "owner, upload_id, track_name, segment_number, offset_bytes",
)
upload_completed = Signal(
    "upload_completed",
    "An upload has all the bytes it announced. owner, upload_id, track_name, segment_number, length_bytes",
)
