"""Failures that callers of notifications are told about."""

from __future__ import annotations

from interview.core.errors import Conflict, Malformed, NotFound


class NoSuchMessage(NotFound):
    """The message does not exist in this organisation."""

    code, title = "message_not_found", "There is no such message"


class UnknownKind(NotFound):
    """There is no kind of message of this name."""

    code, title = "message_kind_not_found", "There is no such kind of message"


class NotResendable(Conflict):
    """The message's state, or what it carries, does not allow sending it again."""

    code, title = "message_not_resendable", "This message cannot be sent again"


class NotWithdrawable(Conflict):
    """The message was taken over by a supplier, or is over."""

    code, title = "message_not_withdrawable", "This message cannot be withdrawn"


class NoCredentials(Conflict):
    """The channel has no credentials; an operator has to set them."""

    code, title = "channel_not_configured", "This channel has no credentials yet"


class BadTemplate(Malformed):
    """A template cannot be read or rendered; `line` and `part` say where."""

    code, title = "template_invalid", "The template has a mistake"
