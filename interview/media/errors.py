"""How taking in and giving out media fails."""

from __future__ import annotations

from interview.core.errors import AppError, BadRequest, Conflict, Forbidden, Gone, NotFound, TooLarge


class UnknownUpload(NotFound):
    """No upload has this address."""

    code, title = "upload_not_found", "There is no such upload"


class UploadGone(Gone):
    """The upload was terminated or has expired; begin a new one."""

    code, title = "upload_gone", "This upload no longer exists"


class UploadClosed(Conflict):
    """What the upload belongs to has ended; it takes no more bytes."""

    code, title = "upload_closed", "This upload is closed"


class WrongOffset(Conflict):
    """The bytes do not begin where the upload ends; ask for its offset and go on from there."""

    code, title = "wrong_offset", "The offset is not where the upload ends"


class ChecksumMismatch(AppError):
    """The body is not what the client hashed; nothing of it was kept."""

    status, code, title = 460, "checksum_mismatch", "The checksum does not match the body"


class BodyBrokenOff(BadRequest):
    """The body ended before its declared length."""

    code, title = "body_broken_off", "The body broke off"


class BodyStalled(AppError):
    """No byte of the body came for ten seconds."""

    status, code, title = 408, "body_stalled", "The body stalled"


class WrongProtocolVersion(AppError):
    """The client does not speak tus 1.0.0."""

    status, code, title = 412, "tus_version_unsupported", "This server speaks tus 1.0.0"


class UploadTooLarge(TooLarge):
    """The upload is, or would become, larger than one may be."""

    code, title = "upload_too_large", "The upload is larger than allowed"


class QuotaExceeded(TooLarge):
    """All uploads of this owner together are larger than allowed."""

    code, title = "upload_quota_exceeded", "The upload quota is used up"


class LengthInvalid(BadRequest):
    """The length was told before, or is less than what was already sent."""

    code, title = "upload_length_invalid", "The upload length is not valid"


class UnknownMedia(NotFound):
    """No finished object has this id, or it has no bytes."""

    code, title = "media_not_found", "There is no such recording"


class PlaybackRefused(Forbidden):
    """The signature of a playback address is missing or wrong, or its time is over."""

    code, title = "playback_refused", "This playback address is not valid"


class RangeNotSatisfiable(AppError):
    """The asked range lies outside the file."""

    status, code, title = 416, "range_not_satisfiable", "The range lies outside the file"
