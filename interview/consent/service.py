"""Every decision about consent: state it, ask for it."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import func, select

from interview.consent.errors import ConsentRequired, UnknownNotice
from interview.consent.models import Consent
from interview.consent.notices import CURRENT, PUBLISHED, Notice, Purpose
from interview.core import audit
from interview.core.actors import Actor
from interview.core.db import db


def notice() -> Notice:
    """The notice to show now."""
    return CURRENT


def state(
    *,
    organisation_id: str,
    subject: str,
    context: str,
    purposes: Mapping[Purpose, bool],
    notice_version: str,
    method: str,
    by: Actor,
    evidence: str | None = None,
) -> list[Consent]:
    """Write what somebody agreed to or refused, one row a purpose; raises `UnknownNotice`.

    A statement that says what the ledger says already is not written again.
    """
    shown = PUBLISHED.get(notice_version)
    if shown is None:
        raise UnknownNotice(f"There is no notice {notice_version!r}.", errors={"consent": ["Unknown notice_version."]})
    standing = granted(subject=subject, context=context)
    rows = [
        Consent(
            organisation_id=organisation_id,
            subject=subject,
            context=context,
            purpose=purpose.value,
            is_granted=is_granted,
            notice_version=shown.version,
            notice_sha256=shown.sha256,
            locale=shown.locale,
            method=method,
            evidence=evidence,
            stated_by=f"{by.kind}:{by.id}",
        )
        for purpose, is_granted in purposes.items()
        if standing.get(purpose) is not is_granted
    ]
    db.session.add_all(rows)
    db.session.flush()
    for row in rows:
        verb = "granted" if row.is_granted else "refused"
        audit.record(f"consent.{verb}", row, by=by, organisation_id=organisation_id, purpose=row.purpose)
    return rows


def granted(*, subject: str, context: str) -> dict[Purpose, bool]:
    """The latest statement on each purpose; a purpose never spoken of is absent."""
    about = (Consent.subject == subject, Consent.context == context)
    latest = select(func.max(Consent.id)).where(*about).group_by(Consent.purpose)
    rows = db.session.execute(select(Consent.purpose, Consent.is_granted).where(Consent.id.in_(latest)))
    return {Purpose(purpose): is_granted for purpose, is_granted in rows}


def allows(purpose: Purpose, *, subject: str, context: str) -> bool:
    """Whether the ledger's latest word on this purpose is yes."""
    return granted(subject=subject, context=context).get(purpose, False)


def gate(purpose: Purpose, *, subject: str, context: str) -> None:
    """Let a recorder or analyser pass; raises `ConsentRequired`."""
    if not allows(purpose, subject=subject, context=context):
        raise ConsentRequired(f"The candidate has not agreed to {purpose.value.replace('_', ' ')}.")
