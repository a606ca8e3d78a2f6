"""Shapes of the recording dialect: requests."""

from __future__ import annotations

from typing import Any

from marshmallow import ValidationError, fields, post_load, pre_load, validate, validates_schema

from interview.consent.notices import Purpose
from interview.core.schema import Answered, Json, Number, Schema, Text
from interview.media.segments import TRACKS
from interview.recording.service import ConsentStatement, Setting

LARGEST_ANSWER_BYTES = 200_000
AUDIO_ONLY = ("ogg", "m4a", "wav")
FORMATS = ("webm", "mp4", "mkv", *AUDIO_ONLY)
CUSTOM = ("width", "height", "frame_rate", "bitrate")


def at_most_bytes(limit: int) -> Any:
    """A validator of a text's size in UTF-8."""

    def check(text: str) -> None:
        if len(text.encode()) > limit:
            raise ValidationError(f"Longer than {limit} bytes.")

    return check


class RecordingConfig(Schema):
    """How to record; width and height in pixels, bitrate in bits per second, all four for custom quality alone."""

    format = fields.String(load_default="webm", validate=validate.OneOf(FORMATS))
    quality = fields.String(load_default="HD", validate=validate.OneOf(("HD", "SD", "custom")))
    audio = fields.Boolean(load_default=True, truthy={True}, falsy={False})
    video = fields.Boolean(load_default=True, truthy={True}, falsy={False})
    width = fields.Integer(strict=True, validate=validate.Range(16, 7680))
    height = fields.Integer(strict=True, validate=validate.Range(16, 4320))
    frame_rate = Number(validate=validate.Range(1, 120))
    bitrate = fields.Integer(strict=True, validate=validate.Range(8_000, 100_000_000))

    @validates_schema
    def agree(self, data: dict[str, Any], **_: Any) -> None:
        """Refuse what contradicts itself."""
        if not data["audio"] and not data["video"]:
            raise ValidationError("audio and video cannot both be false.", "audio")
        if data["video"] and data["format"] in AUDIO_ONLY:
            raise ValidationError(f"{data['format']} holds sound alone; set video to false.", "format")
        given = [name for name in CUSTOM if name in data]
        if data["quality"] == "custom" and len(given) < len(CUSTOM):
            raise ValidationError(f"custom needs {', '.join(CUSTOM)}.", "quality")
        if data["quality"] != "custom" and given:
            raise ValidationError("Only custom quality takes this.", given[0])


class ConsentGiven(Schema):
    """Yes or no to each purpose, as a map or as a list of those agreed to, and which notice was shown."""

    purposes = fields.Dict(
        keys=fields.String(validate=validate.OneOf([purpose.value for purpose in Purpose])),
        values=fields.Boolean(truthy={True}, falsy={False}),
        required=True,
    )
    notice_version = Text(required=True, validate=validate.Length(1, 32))

    @pre_load
    def from_list(self, data: Any, **_: Any) -> Any:
        """Read a list as a yes to each of its purposes."""
        if isinstance(data, dict) and isinstance(data.get("purposes"), list):
            if not all(isinstance(name, str) for name in data["purposes"]):
                raise ValidationError("Each purpose is a word.", "purposes")
            return data | {"purposes": dict.fromkeys(data["purposes"], True)}
        return data

    @post_load
    def state(self, data: dict[str, Any], **_: Any) -> ConsentStatement:
        """Make the statement."""
        purposes = {Purpose(name): granted for name, granted in data["purposes"].items()}
        return ConsentStatement(purposes, data["notice_version"])


class StartSession(Schema):
    """Start or resume the session of an interview token."""

    interview_token = Text(required=True, validate=validate.Length(1, 200))
    recording_config = fields.Nested(RecordingConfig, load_default=lambda: RecordingConfig().load({}))
    consent = fields.Nested(ConsentGiven, load_default=None)
    browser_info = Text(load_default=None, allow_none=True, validate=validate.Length(max=500))
    network_quality = Text(load_default=None, allow_none=True, validate=validate.Length(max=100))
    avatar = Text(load_default=None, allow_none=True, validate=validate.Length(max=100))
    avatar_settings = Json(load_default=dict)

    @post_load
    def settle(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Group what describes how the session is conducted."""
        token, statement = data.pop("interview_token"), data.pop("consent")
        return {"token": token, "statement": statement, "setting": Setting(**data)}


class PreviewSession(Schema):
    """Look at what an interview token leads to."""

    interview_token = Text(required=True, validate=validate.Length(1, 200))


class QuestionData(Schema):
    """A question as it is asked."""

    text = Text(required=True, validate=[validate.Length(1), at_most_bytes(10_000)])
    type = Text(load_default="general", validate=validate.Length(1, 50))
    avatar = Text(load_default=None, allow_none=True, validate=validate.Length(max=100))
    keywords = fields.List(Text(validate=validate.Length(1, 100)), load_default=list, validate=validate.Length(max=50))
    difficulty = Text(load_default="medium", validate=validate.Length(1, 20))
    planned_question_id = Text(load_default=None, allow_none=True, validate=validate.Length(max=32))


class AddQuestion(Schema):
    """Store a question."""

    session_id = Text(required=True, validate=validate.Length(1, 64))
    question_data = fields.Nested(QuestionData, required=True)


class AnswerData(Schema):
    """An answer as it was given; duration in seconds, confidence from 0 to 1."""

    text = Text(required=True, validate=at_most_bytes(LARGEST_ANSWER_BYTES))
    duration = Number(load_default=None, allow_none=True, validate=validate.Range(0, 86_400))
    audio_quality = Text(load_default=None, allow_none=True, validate=validate.Length(max=50))
    confidence = Number(load_default=None, allow_none=True, validate=validate.Range(0, 1))


class AddAnswer(Schema):
    """Store an answer to a question of the same session."""

    session_id = Text(required=True, validate=validate.Length(1, 64))
    question_id = Text(required=True, validate=validate.Length(1, 64))
    answer_data = fields.Nested(AnswerData, required=True)


class EndSession(Schema):
    """End a session."""

    session_id = Text(required=True, validate=validate.Length(1, 64))


class ReportIssue(Schema):
    """A technical issue that the candidate's page met."""

    session_id = Text(required=True, validate=validate.Length(1, 64))
    kind = Text(required=True, validate=validate.Length(1, 50))
    message = Text(required=True, validate=[validate.Length(1), at_most_bytes(2000)])


class SessionQuery(Schema):
    """Which of the candidate's sessions: the one named, the newest of an interview, or the newest of all."""

    session_id = Text(load_default=None, validate=validate.Length(max=64))
    interview_id = Text(load_default=None, validate=validate.Length(max=64))


class RetryProcessing(SessionQuery):
    """Which session's recording to process again; the newest where none is named."""


class ConvertRecording(SessionQuery):
    """Which track of which session to write as MP4."""

    track = fields.String(load_default="camera", validate=validate.OneOf(TRACKS))


class TraceSound(SessionQuery):
    """Which track of which session to outline."""

    track = fields.String(load_default="camera", validate=validate.OneOf(TRACKS))


class QuestionAdded(Answered):
    """A stored question."""

    question_id = fields.String()


class AnswerAdded(Answered):
    """A stored answer."""

    answer_id = fields.String()
    version = fields.Integer()


class IssueReported(Answered):
    """A stored issue."""


class SessionEndedAnswer(Answered):
    """A session whose end is durable."""
