"""kill -9 at random moments: what was acknowledged is there, once, and every ended session is finished once.

Zero losses in n kills bound the rate of loss below 3/n with 95 % confidence.
"""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import requests
from sqlalchemy import func, select

from interview.analysis.models import Analysis, QuestionAnalysis
from interview.core.db import db
from interview.core.jobs.models import Job, JobState
from tests.factories import media
from tests.live_server import LiveServer
from tests.trust import backstage
from tests.trust.nursery import Nursery
from tests.trust.pages import Conducted, Page

KILLS = int(os.environ.get("TRUST_KILLS", "25"))
SEED = int(os.environ.get("TRUST_SEED", "20261120"))
PAGES = 4
MEDIA_EVERY = 6
LONGEST_LIFE_SECONDS = 0.9
FINISH_SECONDS = 120


class TestKill:
    """The whole server killed again and again under one data folder."""

    def test_nothing_acknowledged_is_lost_and_everything_is_finished_once(
        self, nursery: Nursery, tmp_path: Path
    ) -> None:
        chance = random.Random(SEED)
        print(f"\nseed {SEED}, {KILLS} kills")
        with nursery.serving(tmp_path) as server:
            tokens, key = backstage.invite(server, 60 * PAGES)
            pages = [make_page(server, tokens[number::PAGES], seed=SEED + number) for number in range(PAGES)]
            for page in pages:
                page.start()
            for _ in range(KILLS):
                time.sleep(chance.uniform(0.05, LONGEST_LIFE_SECONDS))
                server.kill()
                known = acknowledged(pages)
                server.start()
                for session, kept in known:
                    check_kept(server, session, kept)
            for page in pages:
                page.is_last.set()
            for page in pages:
                page.join(FINISH_SECONDS)

            assert [page.faults for page in pages] == [[]] * PAGES
            sessions = [session for page in pages for session in page.ledger]
            assert sessions and all(session.is_ended for session in sessions)
            check_finished(server, sessions, key=key)
            retries = sum(page.retries for page in pages)
            print(f"{len(sessions)} sessions, {sum(bool(s.upload) for s in sessions)} with media, {retries} retries")
            assert retries, "no request was ever cut off: nothing has been tried"


def make_page(server: LiveServer, tokens: list[str], *, seed: int) -> Page:
    """A page with a real recording to send."""
    return Page(server.url, tokens, seed=seed, media=media.webm(1.0), media_every=MEDIA_EVERY)


Kept = tuple[dict[str, str], dict[str, str], int, bool]


def acknowledged(pages: Iterable[Page]) -> list[tuple[Conducted, Kept]]:
    """What the ledgers hold at this moment of the sessions that could still change."""
    newest = [page.ledger[-2:] for page in pages]
    return [(session, ledger_of(session)) for several in newest for session in several]


def ledger_of(session: Conducted) -> Kept:
    """A copy, since the page goes on writing."""
    offset = session.upload.acknowledged if session.upload else 0
    return dict(session.questions), dict(session.answers), offset, session.is_ended


def check_kept(server: LiveServer, session: Conducted, kept: Kept) -> dict[str, Any]:
    """The server holds at least what it acknowledged, and nothing twice; returns the session's data."""
    questions, answers, offset, is_ended = kept
    told = requests.get(f"{server.url}/api/interview/session/{session.session_id}", timeout=20)
    assert told.status_code == 200, told.text
    data: dict[str, Any] = told.json()["session_data"]
    there = {one["question_id"]: one["text"] for one in data["questions"]}
    said = {one["answer_id"]: one["text"] for one in data["answers"]}

    assert questions.items() <= there.items() and answers.items() <= said.items()
    assert len(set(there.values())) == len(data["questions"]), "a question was stored twice"
    assert len(set(said.values())) == len(data["answers"]), "an answer was stored twice"
    assert not is_ended or data["status"] == "completed"
    if session.upload:
        head = requests.head(session.upload.address, headers={"Tus-Resumable": "1.0.0"}, timeout=20)
        assert int(head.headers["Upload-Offset"]) >= offset
    return data


def check_finished(server: LiveServer, sessions: Sequence[Conducted], *, key: tuple[str, str]) -> None:
    """Every session is stored whole, analysed once and, where media came, recorded as it was sent."""
    wait_for_jobs(server)
    for session in sessions:
        data = check_kept(server, session, ledger_of(session))
        assert len(data["questions"]) == len(session.questions) and len(data["answers"]) == len(session.answers)
        where = f"{session.candidate_id}?session_id={session.session_id}"
        found = requests.get(f"{server.url}/api/interview/analysis/{where}", auth=key, timeout=20).json()["analysis"]
        assert found["analysis_status"] == "completed"
        assert [one["position"] for one in found["question_analysis"]] == list(range(1, len(session.questions) + 1))
        if session.upload:
            check_recording(server, session, key=key)
    check_rows(server, sessions)


def check_recording(server: LiveServer, session: Conducted, *, key: tuple[str, str]) -> None:
    """The receipt names the very bytes that were acknowledged, and the recording is finished."""
    assert session.upload
    told = requests.get(f"{server.url}/api/interview/recording/{session.candidate_id}", auth=key, timeout=20)
    assert told.status_code == 200, told.text
    info = told.json()["recording_info"]
    assert info["recording_status"] == "completed", info
    segments = {one["upload_id"]: one for track in info["tracks"] for one in track["segments"]}
    receipt = segments[session.upload.address.rpartition("/")[2]]
    assert receipt["bytes"] == session.upload.acknowledged == len(session.upload.body)
    assert receipt["sha256"] == session.upload.digest and receipt["gaps"] == []


def check_rows(server: LiveServer, sessions: Sequence[Conducted]) -> None:
    """One analysis a session, one judgement a question."""
    with backstage.behind(server):
        assert db.session.scalar(select(func.count()).select_from(Analysis)) == len(sessions)
        judged = select(func.count()).select_from(QuestionAnalysis)
        assert db.session.scalar(judged) == sum(len(session.questions) for session in sessions)
        assert set(db.session.scalars(select(Job.state))) == {JobState.DONE}


def wait_for_jobs(server: LiveServer) -> None:
    """Wait until nothing is pending or running; a failed job is the caller's to find."""
    latest = time.monotonic() + FINISH_SECONDS
    open_jobs = select(func.count()).where(Job.state.in_([JobState.PENDING, JobState.RUNNING]))
    with backstage.behind(server):
        while waiting := db.session.scalar(open_jobs):
            assert time.monotonic() < latest, f"{waiting} jobs never ended"
            db.session.rollback()
            time.sleep(0.1)
