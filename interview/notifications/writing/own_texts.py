"""An organisation's own texts over the built-in ones: changed, taken back, tried with sample values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from interview.accounts import service as accounts
from interview.core import audit, clock, logs
from interview.core.actors import Actor
from interview.core.db import db
from interview.notifications.errors import BadTemplate
from interview.notifications.models import MessageTemplate
from interview.notifications.writing import rendering, sandbox
from interview.notifications.writing.kinds import PARTS, Kind, built_in
from interview.notifications.writing.rendering import Texts, Written
from interview.notifications.writing.sandbox import Mistake

logger = logs.get(__name__)


def find(kind: Kind, *, organisation_id: str | None) -> MessageTemplate | None:
    """The organisation's own text of a kind."""
    return db.session.get(MessageTemplate, (organisation_id, kind.name))


def list_own(organisation_id: str | None) -> dict[str, MessageTemplate]:
    """Every own text of the organisation by kind."""
    query = select(MessageTemplate).where(MessageTemplate.organisation_id == organisation_id)
    return {row.kind: row for row in db.session.scalars(query)}


def in_force(kind: Kind, *, organisation_id: str | None) -> Texts:
    """The texts that a message of this kind is written with."""
    own = find(kind, organisation_id=organisation_id)
    return texts_of(own) if own else built_in(kind.name)


def texts_of(own: MessageTemplate) -> Texts:
    """An own text by part; a part that a kind needs and the own text lacks is the built-in one."""
    texts: dict[str, str | None] = {part: getattr(own, part) for part in PARTS}
    if texts["sms"] is None:
        texts["sms"] = built_in(own.kind)["sms"]
    return texts


def keep(kind: Kind, texts: Texts, *, organisation_id: str, by: Actor) -> MessageTemplate:
    """Make this the organisation's own text; raises `BadTemplate` where it cannot be read or written."""
    check(kind, texts)
    rendering.write(kind, texts, sample(kind, organisation_id=organisation_id), timezone="UTC")
    own = find(kind, organisation_id=organisation_id)
    if own is None:
        own = MessageTemplate(organisation_id=organisation_id, kind=kind.name)
        db.session.add(own)
    for part in PARTS:
        setattr(own, part, texts[part])
    own.updated_by, own.updated_at = by.id, clock.now()
    db.session.flush()
    audit.record("template.changed", own, by=by, kind=kind.name)
    return own


def check(kind: Kind, texts: Texts) -> None:
    """Read every part without values; raises `BadTemplate` with all mistakes, one a part."""
    found: dict[str, Mistake] = {}
    for part in PARTS:
        helpers = rendering.helpers("UTC", is_html=part == "html")
        try:
            sandbox.check(texts[part] or "", names=rendering.names_of(kind, {}).keys(), helpers=helpers.keys())
        except Mistake as mistake:
            found[part] = mistake
    if found:
        first = next(iter(found))
        raise rendering.bad(first, found.pop(first), **found)


def drop(kind: Kind, *, organisation_id: str | None, by: Actor) -> None:
    """Go back to the built-in text; harmless where it is in force."""
    own = find(kind, organisation_id=organisation_id)
    if own is not None:
        db.session.delete(own)
        audit.record("template.dropped", own, by=by, kind=kind.name)


def sample(kind: Kind, *, organisation_id: str | None) -> dict[str, Any]:
    """Values that a text is tried with, under the organisation's own name."""
    organisation = accounts.get_organisation(organisation_id)
    return {**kind.sample, "organisation_name": organisation.name, "recipient_name": "Person Example"}


def write_surely(kind: Kind, texts: Texts, values: Mapping[str, Any], *, timezone: str) -> Written:
    """Write a message; an own text that fails with these values gives way to the built-in one.

    Raises `BadTemplate` where that fails too.
    """
    try:
        return rendering.write(kind, texts, values, timezone=timezone)
    except BadTemplate as mistake:
        logger.warning("an own text gave way to the built-in one", kind=kind.name, mistake=mistake.detail)
        return rendering.write(kind, built_in(kind.name), values, timezone=timezone)


def subject_of(kind: Kind, texts: Texts, values: Mapping[str, Any], *, timezone: str) -> str:
    """Write the subject alone, with the built-in text where the own one fails; empty where both do."""
    for tried in (texts, built_in(kind.name)):
        try:
            return rendering.subject(kind, tried, values, timezone=timezone)
        except BadTemplate as mistake:
            logger.warning("a subject could not be written", kind=kind.name, mistake=mistake.detail)
    return ""
