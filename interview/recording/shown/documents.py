"""Shapes of the recording dialect: what a reader gets."""

from __future__ import annotations

from marshmallow import fields

from interview.core.schema import Answered, Moment, Schema


class NoticePurpose(Schema):
    """One purpose and what agreeing to it means."""

    purpose = fields.String()
    text = fields.String()


class NoticeShown(Schema):
    """The notice to show before anything is recorded."""

    version = fields.String()
    sha256 = fields.String()
    locale = fields.String()
    text = fields.String()
    purposes = fields.List(fields.Nested(NoticePurpose))


class PlannedQuestionShown(Schema):
    """A planned question as the candidate may see it: never what a good answer holds."""

    planned_question_id = fields.String(attribute="id")
    text = fields.String()
    type = fields.String()
    difficulty = fields.String()
    hints = fields.List(fields.String())
    time_limit_seconds = fields.Integer(allow_none=True)


class InterviewShown(Schema):
    """An interview as the candidate may see it."""

    title = fields.String()
    position = fields.String(allow_none=True)
    organisation = fields.String()
    status = fields.String()
    scheduled_at = Moment()
    timezone = fields.String()
    duration_minutes = fields.Integer()
    opens_at = Moment()
    closes_at = Moment()
    language = fields.String()
    allows_retake = fields.Boolean()
    shows_hints = fields.Boolean()
    records_screen = fields.Boolean()
    question_count = fields.Integer()


class SessionPreviewed(Answered):
    """What a token leads to, before anything is started."""

    interview = fields.Nested(InterviewShown)
    candidate_name = fields.String()
    consent = fields.Dict(keys=fields.String(), values=fields.Boolean())
    notice = fields.Nested(NoticeShown)
    retention_days = fields.Integer()
    session_open = fields.Boolean()


class SessionStarted(Answered):
    """An open session."""

    session_id = fields.String()
    recording_started = fields.Boolean()
    consent_required = fields.Boolean()
    notice = fields.Nested(NoticeShown, allow_none=True)
    candidate_id = fields.Integer()
    upload_url = fields.String()
    resumed = fields.Boolean()
    started_at = Moment()
    recording_config = fields.Dict()
    interview = fields.Nested(InterviewShown)
    questions = fields.List(fields.Nested(PlannedQuestionShown))


class QuestionShown(Schema):
    """A question that was asked."""

    question_id = fields.String(attribute="id")
    planned_question_id = fields.String(allow_none=True)
    position = fields.Integer()
    text = fields.String()
    type = fields.String()
    avatar = fields.String(allow_none=True)
    keywords = fields.List(fields.String())
    difficulty = fields.String()
    asked_at = Moment()
    asked_by = fields.String()


class AnswerShown(Schema):
    """One version of an answer; the highest version counts."""

    answer_id = fields.String(attribute="id")
    question_id = fields.String()
    version = fields.Integer()
    text = fields.String()
    duration = fields.Float(attribute="duration_seconds", allow_none=True)
    audio_quality = fields.String(allow_none=True)
    confidence = fields.Float(allow_none=True)
    answered_at = Moment()


class SessionLogLine(Schema):
    """One line of the session's log."""

    number = fields.Integer()
    at = Moment()
    event = fields.String()
    details = fields.Dict()


class SessionData(Schema):
    """A session with everything in it."""

    session_id = fields.String()
    candidate_id = fields.Integer()
    interview_id = fields.String()
    interview_token = fields.String(allow_none=True)
    start_time = Moment()
    end_time = Moment()
    duration_seconds = fields.Integer()
    questions = fields.List(fields.Nested(QuestionShown))
    answers = fields.List(fields.Nested(AnswerShown))
    recording_file = fields.String(allow_none=True)
    recording_status = fields.String()
    processing_status = fields.String()
    status = fields.String()
    browser_info = fields.String(allow_none=True)
    network_quality = fields.String(allow_none=True)
    avatar = fields.String(allow_none=True)
    avatar_settings = fields.Dict()
    technical_issues = fields.List(fields.Dict())
    session_logs = fields.List(fields.Nested(SessionLogLine))


class SessionAnswer(Answered):
    """The session data."""

    session_data = fields.Nested(SessionData)


class SegmentShown(Schema):
    """The receipt of one segment: what was acknowledged, byte for byte."""

    segment = fields.Integer()
    upload_id = fields.String()
    state = fields.String()
    bytes = fields.Integer()
    chunk_count = fields.Integer()
    sha256 = fields.String(allow_none=True)
    gaps = fields.List(fields.List(fields.Integer()))
    is_truncated = fields.Boolean(allow_none=True)
    duration_seconds = fields.Float(allow_none=True)
    started_at = Moment()


class TrackShown(Schema):
    """One track, the file it became, and the receipt of its segments."""

    track = fields.String()
    status = fields.String()
    reason = fields.String(allow_none=True)
    file = fields.String(allow_none=True)
    mime_type = fields.String(allow_none=True)
    format = fields.String(allow_none=True)
    duration_seconds = fields.Float(allow_none=True)
    size_bytes = fields.Integer(allow_none=True)
    sha256 = fields.String(allow_none=True)
    width = fields.Integer(allow_none=True)
    height = fields.Integer(allow_none=True)
    frame_rate = fields.Float(allow_none=True)
    video_codec = fields.String(allow_none=True)
    audio_codec = fields.String(allow_none=True)
    playback_url = fields.String(allow_none=True)
    thumbnail_url = fields.String(allow_none=True)
    waveform_status = fields.String(allow_none=True)
    waveform_url = fields.String(allow_none=True)
    mp4_status = fields.String(allow_none=True)
    mp4_url = fields.String(allow_none=True)
    segments = fields.List(fields.Nested(SegmentShown))


class RecordingInfo(Schema):
    """The recording of a session; duration in seconds, size in bytes, both of the main track's file."""

    recording_file = fields.String(allow_none=True)
    recording_duration = fields.Integer(allow_none=True)
    recording_size = fields.Integer(allow_none=True)
    recording_format = fields.String(allow_none=True)
    recording_quality = fields.String()
    recording_status = fields.String()
    recording_reason = fields.String(allow_none=True)
    processing_status = fields.String()
    session_id = fields.String()
    started_at = Moment()
    completed_at = Moment()
    sha256 = fields.String(allow_none=True)
    playback_url = fields.String(allow_none=True)
    thumbnail_url = fields.String(allow_none=True)
    tracks = fields.List(fields.Nested(TrackShown))


class RecordingAnswer(Answered):
    """The recording info of a candidate."""

    candidate_id = fields.Integer()
    recording_info = fields.Nested(RecordingInfo)
