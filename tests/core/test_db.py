"""Units of work: all or nothing, news only of what became true, and failures that say what to do."""

from __future__ import annotations

import errno
import sqlite3
from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError, OperationalError

from interview.accounts.models import Organisation
from interview.core.audit import AuditEvent
from interview.core.db import UtcDateTime, after_commit, append, db, outage, rewrite, unit_of_work
from interview.core.errors import StorageFull, Unavailable
from interview.core.http import Application
from tests.factories import accounts


class TestUnitOfWork:
    """Commit or roll back."""

    def test_news_leaves_after_the_commit(self, app: Application) -> None:
        told: list[int] = []
        with unit_of_work():
            organisation = accounts.accounts.create_organisation("North", by=accounts.OPERATOR)
            after_commit(lambda: told.append(1))

            assert told == []
        assert told == [1] and db.session.get(Organisation, organisation.id)

    def test_a_failure_leaves_nothing_and_tells_nothing(self, app: Application) -> None:
        told: list[int] = []
        with pytest.raises(ZeroDivisionError), unit_of_work():
            accounts.accounts.create_organisation("North", by=accounts.OPERATOR)
            after_commit(lambda: told.append(1))
            raise ZeroDivisionError
        with unit_of_work():
            pass

        assert told == [] and db.session.query(Organisation).count() == 0

    def test_a_subscriber_that_fails_harms_nobody_else(self, app: Application) -> None:
        told: list[int] = []
        with unit_of_work():
            after_commit(lambda: 1 // 0)
            after_commit(lambda: told.append(1))

        assert told == [1]

    def test_reading_writes_nothing(self, app: Application) -> None:
        with unit_of_work(write=False):
            accounts.accounts.create_organisation("North", by=accounts.OPERATOR)

        assert db.session.query(Organisation).count() == 0


class TestUtcDateTime:
    """Moments in the database."""

    def test_is_stored_in_utc_whatever_its_zone(self) -> None:
        moment = datetime(2026, 1, 1, 10, tzinfo=timezone(timedelta(hours=2)))
        stored = UtcDateTime().process_bind_param(moment, None)  # type: ignore[arg-type]

        assert stored == datetime(2026, 1, 1, 8)
        assert UtcDateTime().process_result_value(stored, None) == moment.astimezone(UTC)  # type: ignore[arg-type]

    def test_a_naive_moment_is_refused(self) -> None:
        with pytest.raises(ValueError, match="zone"):
            UtcDateTime().process_bind_param(datetime(2026, 1, 1), None)  # type: ignore[arg-type]


def broken(words: str) -> DBAPIError:
    """What SQLAlchemy raises for a driver's error."""
    return OperationalError("SELECT 1", {}, sqlite3.OperationalError(words))


class TestOutage:
    """What a failing database or disk is told as."""

    @pytest.mark.parametrize("words", ["database or disk is full", "disk I/O error", "could not extend: No space left"])
    def test_a_full_disk(self, words: str) -> None:
        assert isinstance(outage(broken(words)), StorageFull)

    @pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
    def test_a_full_disk_without_a_database(self, number: int) -> None:
        assert isinstance(outage(OSError(number, "x")), StorageFull)

    @pytest.mark.parametrize("words", ["database is locked", "connection refused", "could not connect to server"])
    def test_a_database_that_cannot_answer(self, words: str) -> None:
        found = outage(broken(words))

        assert isinstance(found, Unavailable) and found.headers["Retry-After"] == "2"

    @pytest.mark.parametrize("cause", [broken("no such table: x"), OSError(errno.EPERM, "x"), ValueError("x")])
    def test_everything_else_is_our_own_fault(self, cause: Exception) -> None:
        assert outage(cause) is None


class TestSecrecy:
    """Errors are logged and stored with jobs."""

    def test_an_error_does_not_carry_what_was_said(self, app: Application) -> None:
        with pytest.raises(DBAPIError) as raised, unit_of_work():
            db.session.execute(text("INSERT INTO nowhere VALUES (:words)"), {"words": "my private answer"})

        assert "my private answer" not in str(raised.value)


class TestAtOnce:
    """Rows written without the session's bookkeeping."""

    def test_append_writes_the_row_with_its_defaults(self, app: Application) -> None:
        with unit_of_work():
            append(AuditEvent(actor_kind="system", actor_id="x", action="tried", object_type="x", object_id="1"))
        row = db.session.scalars(select(AuditEvent)).one()

        assert row.action == "tried" and row.at.tzinfo is UTC and row.details == {}

    def test_rewrite_changes_the_row_and_the_object(self, app: Application) -> None:
        organisation = accounts.make_organisation("North")
        with unit_of_work():
            rewrite(organisation, name="South")

            assert organisation.name == "South" and not db.session.dirty
        db.session.expire_all()
        assert db.session.get_one(Organisation, organisation.id).name == "South"

    def test_both_are_rolled_back_with_the_rest(self, app: Application) -> None:
        organisation = accounts.make_organisation("North")
        with pytest.raises(ZeroDivisionError), unit_of_work():
            rewrite(organisation, name="South")
            append(AuditEvent(actor_kind="system", actor_id="x", action="lost", object_type="x", object_id="1"))
            raise ZeroDivisionError
        db.session.expire_all()

        assert db.session.get_one(Organisation, organisation.id).name == "North"
        assert "lost" not in set(db.session.scalars(select(AuditEvent.action)))
