"""Logins and their refresh tokens, below the doors."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select, update

from interview.accounts.credentials import logins
from interview.accounts.models import RefreshToken, User
from interview.core import clock
from interview.core.db import db, unit_of_work
from tests.factories import accounts


class TestForgetExpired:
    """logins.forget_expired"""

    def test_drops_what_ended_by_time_only(self, admin: User) -> None:
        accounts.log_in(admin)
        with unit_of_work():
            db.session.execute(update(RefreshToken).values(expires_at=clock.now() - timedelta(seconds=1)))
        accounts.log_in(admin)

        with unit_of_work():
            dropped = logins.forget_expired()

        assert dropped == 1
        assert len(db.session.scalars(select(RefreshToken)).all()) == 1
