"""The ledger's verbs, one transaction at a time; who wins between processes is tried in tests/trust."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from interview.core import clock
from interview.core.db import db, unit_of_work
from interview.core.errors import NotFound
from interview.core.http import Application
from interview.core.jobs import handlers, ledger, periodic
from interview.core.jobs import service as jobs
from interview.core.jobs.handlers import GiveUp, Run, handles
from interview.core.jobs.ledger import LostLease, NotFailed
from interview.core.jobs.models import Job, JobState

KIND = "tried_here"


@pytest.fixture
def attempts(app: Application) -> Iterator[list[Exception | None]]:
    """What the next attempts at a job of `KIND` end with; None for well."""
    told: list[Exception | None] = []
    failures: list[str] = []

    @handles(KIND, on_failure=lambda run, words: failures.append(words))
    def handler(run: Run) -> None:
        failure = told.pop(0)
        if failure:
            raise failure

    told_failures[:] = [failures]
    yield told
    handlers._registered.pop(KIND)


told_failures: list[list[str]] = []


def submitted(key: str = "k", **values: object) -> Job:
    """A committed job."""
    with unit_of_work():
        return ledger.submit(KIND, key=key, args={}, **values)  # type: ignore[arg-type]


def run_now(app: Application) -> Job:
    """Run what is due and return the job as it then stands."""
    with unit_of_work():
        for job in db.session.scalars(select(Job).where(Job.state == JobState.PENDING)):
            job.run_at = clock.now()
    app.extensions["jobs"].run_due()
    db.session.expire_all()
    return db.session.scalars(select(Job)).one()


class TestSubmit:
    """Writing a job down."""

    def test_the_same_key_is_the_same_job(self, app: Application) -> None:
        assert submitted().id == submitted().id
        assert db.session.scalar(select(func.count()).select_from(Job)) == 1

    def test_a_rolled_back_cause_leaves_no_job(self, app: Application) -> None:
        with pytest.raises(ZeroDivisionError), unit_of_work():
            ledger.submit(KIND, key="k", args={})
            raise ZeroDivisionError

        assert db.session.scalar(select(func.count()).select_from(Job)) == 0

    def test_later_is_not_due(self, app: Application) -> None:
        submitted(run_at=clock.now() + timedelta(hours=1))

        assert ledger.due(limit=10) == []


class TestClaim:
    """Taking a job."""

    def test_only_one_gets_it(self, app: Application) -> None:
        job = submitted()
        with unit_of_work():
            first = ledger.claim(job.id, lease_seconds=10)
            second = ledger.claim(job.id, lease_seconds=10)

        assert first is not None and second is None and first.attempt == 1

    def test_an_expired_lease_is_taken_over_under_a_higher_fence(self, app: Application) -> None:
        job = submitted()
        with unit_of_work():
            first = ledger.claim(job.id, lease_seconds=-1)
            second = ledger.claim(job.id, lease_seconds=10)

        assert first and second and second.fence > first.fence
        with pytest.raises(LostLease), unit_of_work():
            ledger.finish(first)
        with unit_of_work():
            ledger.finish(second)

    def test_a_beating_heart_keeps_it(self, app: Application) -> None:
        job = submitted()
        with unit_of_work():
            claim = ledger.claim(job.id, lease_seconds=-1)
            assert claim
            ledger.extend([(claim.job_id, claim.fence)], lease_seconds=10)
            assert ledger.claim(job.id, lease_seconds=10) is None

    def test_a_stale_heart_keeps_nothing(self, app: Application) -> None:
        job = submitted()
        with unit_of_work():
            ledger.claim(job.id, lease_seconds=-1)
            second = ledger.claim(job.id, lease_seconds=-1)
            ledger.extend([(job.id, 1)], lease_seconds=100)

            assert second and ledger.claim(job.id, lease_seconds=10) is not None


class TestFail:
    """Trying again."""

    @pytest.mark.parametrize("attempt", [1, 2, 3, 4, 9, 30])
    def test_waits_longer_each_time_with_jitter(self, app: Application, attempt: int) -> None:
        waits = {round((ledger._next_try(attempt) - clock.now()).total_seconds(), 1) for _ in range(30)}
        base = min(300.0, 2.0 * 2 ** (attempt - 1))

        assert len(waits) > 1 and base * 0.99 <= min(waits) and max(waits) <= base * 1.26

    def test_until_it_works(self, app: Application, attempts: list[Exception | None]) -> None:
        submitted()
        attempts += [ValueError("once"), None]

        assert run_now(app).state == JobState.PENDING
        assert run_now(app).state == JobState.DONE

    def test_until_the_last_attempt(self, app: Application, attempts: list[Exception | None]) -> None:
        submitted(max_attempts=2)
        attempts += [ValueError("once"), ValueError("twice")]
        run_now(app)
        job = run_now(app)

        assert (job.state, job.attempts, job.error) == (JobState.FAILED, 2, "ValueError: twice")
        assert told_failures == [["ValueError: twice"]] and ledger.counts()["failed"] == 1

    def test_giving_up_is_final(self, app: Application, attempts: list[Exception | None]) -> None:
        submitted()
        attempts.append(GiveUp("hopeless"))

        assert run_now(app).state == JobState.FAILED

    def test_one_that_kills_its_workers_fails_in_the_end(
        self, app: Application, attempts: list[Exception | None]
    ) -> None:
        submitted(max_attempts=1)
        with unit_of_work():
            ledger.claim(db.session.scalars(select(Job.id)).one(), lease_seconds=-1)
        job = run_now(app)

        assert job.state == JobState.FAILED and "was lost" in (job.error or "")

    def test_a_worker_lost_after_it_brought_the_job_further_does_not_count(
        self, app: Application, attempts: list[Exception | None]
    ) -> None:
        submitted(max_attempts=1)
        for _ in range(3):
            with unit_of_work():
                claim = ledger.claim(db.session.scalars(select(Job.id)).one(), lease_seconds=-1)
                assert claim and claim.attempt == 1
                ledger.credit(claim)

        assert db.session.scalars(select(Job)).one().state == JobState.RUNNING

    def test_a_failure_counts_whatever_was_done_before(self, app: Application) -> None:
        submitted(max_attempts=2)
        for number in (1, 2):
            with unit_of_work():
                job = db.session.scalars(select(Job)).one()
                job.run_at = clock.now()
                db.session.flush()
                claim = ledger.claim(job.id, lease_seconds=60)
                assert claim and claim.attempt == number
                ledger.credit(claim)
                ledger.fail(claim, "it broke", is_final=claim.is_last_attempt)

        db.session.expire_all()
        assert db.session.scalars(select(Job)).one().state == JobState.FAILED

    def test_a_kind_that_nobody_handles_fails_for_people_to_see(self, app: Application) -> None:
        submitted()

        assert run_now(app).state == JobState.FAILED


class TestRetry:
    """By hand."""

    def test_runs_a_failed_job_from_its_first_attempt(self, app: Application, attempts: list[Exception | None]) -> None:
        submitted()
        attempts += [GiveUp("hopeless"), None]
        failed = run_now(app)
        with unit_of_work():
            ledger.retry(failed.id)
        job = run_now(app)

        assert (job.state, job.attempts, job.error) == (JobState.DONE, 1, None)

    def test_only_a_failed_one(self, app: Application) -> None:
        job = submitted()
        with pytest.raises(NotFailed), unit_of_work():
            jobs.retry(job.id)

    def test_unknown(self, app: Application) -> None:
        with pytest.raises(NotFound), unit_of_work():
            jobs.retry("none")


class TestRounds:
    """What comes round by the clock."""

    def test_once_for_each_slot_however_often_it_is_asked_for(self, app: Application) -> None:
        for _ in range(3):
            with unit_of_work():
                periodic.submit_due()

        keys = list(db.session.scalars(select(Job.key)))
        assert len(keys) == len(set(keys)) == len(periodic._rounds) > 0


class TestForgetOld:
    """A week later."""

    def test_done_goes_and_failed_stays(self, app: Application) -> None:
        done, failed = submitted("done"), submitted("failed")
        with unit_of_work():
            for job, state in ((done, JobState.DONE), (failed, JobState.FAILED)):
                ended = db.session.merge(job)
                ended.state, ended.ended_at = state, clock.now() - timedelta(days=8)
        with unit_of_work():
            assert ledger.forget_old() == 1

        assert db.session.scalars(select(Job.state)).all() == [JobState.FAILED]
