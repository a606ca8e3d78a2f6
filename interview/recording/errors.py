"""What can go wrong in a session."""

from __future__ import annotations

from interview.core.errors import Conflict, Gone, NotAuthenticated, NotFound


class SessionNotFound(NotFound):
    """No session with this id."""

    code, title = "session_not_found", "There is no such session"


class SessionEnded(Conflict):
    """The session is over; nothing can be added."""

    code, title = "session_ended", "The session has ended"


class SessionRevoked(NotAuthenticated):
    """The token that opened the session was taken back."""

    code, title = "session_revoked", "The invitation to this session has been revoked"


class SessionIdExpired(NotAuthenticated):
    """The session ended so long ago that its id alone opens nothing any more."""

    code, title = "session_id_expired", "This session id no longer gives access"


class QuestionNotFound(NotFound):
    """No question with this id in this session."""

    code, title = "question_not_found", "There is no such question in this session"


class TooManyEntries(Conflict):
    """The session holds as many questions or answers as one may."""

    code, title = "session_full", "The session cannot hold more"


class NoRecording(NotFound):
    """The candidate has no session yet."""

    code, title = "no_session", "There is no session of this candidate"


class TrackNotRecorded(Conflict):
    """The session's recording_config leaves this track out."""

    code, title = "track_not_recorded", "This track is not part of the recording"


class NothingToConvert(Conflict):
    """There is no finished file to convert."""

    code, title = "recording_not_ready", "The recording is not ready"


class NothingToRetry(Conflict):
    """The recording's processing has not failed."""

    code, title = "recording_not_failed", "The recording's processing has not failed"


class InterviewOver(Gone):
    """The interview was cancelled or missed."""

    code, title = "interview_over", "This interview will not take place"
