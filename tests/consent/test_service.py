"""The consent ledger."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from interview.accounts.models import Organisation
from interview.consent import service as consent
from interview.consent.errors import ConsentRequired, UnknownNotice
from interview.consent.models import Consent
from interview.consent.notices import CURRENT, Purpose
from interview.core.actors import OPERATOR
from interview.core.db import db, unit_of_work
from interview.core.http import Application
from tests.factories import accounts

ABOUT = {"subject": "candidate:1", "context": "interview:a"}


@pytest.fixture
def organisation(app: Application) -> Organisation:
    """An organisation to keep the ledger."""
    return accounts.make_organisation()


def say(organisation: Organisation, *, version: str = CURRENT.version, **purposes: bool) -> None:
    """State consent."""
    with unit_of_work():
        consent.state(
            organisation_id=organisation.id,
            purposes={Purpose(name): granted for name, granted in purposes.items()},
            notice_version=version,
            method="candidate",
            by=OPERATOR,
            **ABOUT,
        )


class TestState:
    """Stating consent."""

    def test_the_latest_word_counts_and_all_are_kept(self, organisation: Organisation) -> None:
        for granted in (True, False, True):
            say(organisation, recording=granted)

        assert consent.allows(Purpose.RECORDING, **ABOUT)
        assert db.session.scalar(select(func.count()).select_from(Consent)) == 3

    def test_saying_it_again_writes_nothing(self, organisation: Organisation) -> None:
        say(organisation, recording=True)
        say(organisation, recording=True)

        assert db.session.scalar(select(func.count()).select_from(Consent)) == 1

    def test_keeps_what_was_shown(self, organisation: Organisation) -> None:
        say(organisation, ai_analysis=False)
        row = db.session.scalars(select(Consent)).one()

        assert (row.notice_version, row.notice_sha256, row.is_granted) == (CURRENT.version, CURRENT.sha256, False)

    def test_unknown_notice(self, organisation: Organisation) -> None:
        with pytest.raises(UnknownNotice):
            say(organisation, version="1999", recording=True)


class TestGate:
    """Asking before recording."""

    def test_purposes_and_interviews_are_apart(self, organisation: Organisation) -> None:
        say(organisation, recording=True)

        consent.gate(Purpose.RECORDING, **ABOUT)
        with pytest.raises(ConsentRequired):
            consent.gate(Purpose.AI_ANALYSIS, **ABOUT)
        with pytest.raises(ConsentRequired):
            consent.gate(Purpose.RECORDING, subject="candidate:1", context="interview:b")


def test_a_published_notice_never_changes() -> None:
    """A new text needs a new version: the ledger's rows point at this one by its hash."""
    assert CURRENT.version == "2026-11"
    assert CURRENT.sha256 == "b196544bcf8ad9a11004898d3460109830328a38199342c224e7d03dd278c97e"
