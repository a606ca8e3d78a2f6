"""Interviews that were held, for the tests of their review, and the review once it shows all of one."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import requests
from playwright.sync_api import Page, expect

from tests.browser.conftest import Office
from tests.contracts.callers import Caller, Recorder
from tests.factories import media

SECONDS = 12.0
QUESTION = "What is a database index, and what does it cost?"
POINTS = ["finds rows without reading the whole table", "every write becomes slower", "takes storage"]
ANSWER = (
    "An index is an ordered structure that finds rows without reading the whole table. "
    "Every write has to maintain it and becomes slower, and it takes storage."
)
SECOND_QUESTION = "How do you decide which columns get one?"
SECOND_ANSWER = "=I look at the slow queries first, and index what they filter by."
WAIT_MS = 30_000


def upload(upload_url: str, content: bytes, *, track: str = "camera") -> None:
    """Upload a track of a session in one body."""
    told = {"track": track, "filetype": "video/webm"}
    metadata = ",".join(f"{name} {base64.b64encode(value.encode()).decode()}" for name, value in told.items())
    headers = {
        "Tus-Resumable": "1.0.0",
        "Upload-Length": str(len(content)),
        "Upload-Metadata": metadata,
        "Content-Type": "application/offset+octet-stream",
    }
    requests.post(upload_url, data=content, headers=headers, timeout=30).raise_for_status()


@dataclass(frozen=True, slots=True)
class Held:
    """A session that a candidate's page went through."""

    office: Office
    interview: dict[str, Any]
    session_id: str
    upload_url: str

    @property
    def path(self) -> str:
        """The address of its review."""
        return f"/interviews/{self.interview['id']}"

    @property
    def _candidate(self) -> Caller:
        return Caller(self.office.url)

    def ask(self, text: str = QUESTION) -> str:
        """Add a question; returns its id."""
        body = {"session_id": self.session_id, "question_data": {"text": text, "type": "technical"}}
        return str(self._candidate.post("/api/interview/question/add", body)["question_id"])

    def answer(self, question_id: str, text: str = ANSWER) -> None:
        """Add an answer that lasted eight seconds."""
        said = {"text": text, "duration": 8}
        body = {"session_id": self.session_id, "question_id": question_id, "answer_data": said}
        self._candidate.post("/api/interview/answer/add", body)

    def record(self) -> None:
        """Upload a recording of twelve seconds."""
        Recorder(self._candidate, self.upload_url, media.webm(SECONDS), pieces=6).stop()

    def record_screen(self) -> None:
        """Upload a second track beside the camera's."""
        self.upload(media.webm(SECONDS, audio=False), track="screen")

    def upload(self, content: bytes, *, track: str = "camera") -> None:
        """Upload a track in one body."""
        upload(self.upload_url, content, track=track)

    def end(self) -> None:
        """End the session; processing begins."""
        self._candidate.post("/api/interview/session/end", {"session_id": self.session_id})

    def analysis(self) -> dict[str, Any]:
        """The analysis as the API tells it."""
        path = f"/api/interview/analysis/{self.interview['candidateId']}?session_id={self.session_id}"
        told: dict[str, Any] = self.office.get(path)["analysis"]
        return told

    def asked_at(self, number: int) -> float:
        """The second of the recording at which a question was asked."""
        told = self.office.get(f"/api/interview/session/{self.session_id}")["session_data"]
        moments = [told["start_time"], told["questions"][number - 1]["asked_at"]]
        begun, asked = (datetime.fromisoformat(moment) for moment in moments)
        return (asked - begun).total_seconds()


def begin(office: Office, *, purposes: tuple[str, ...] = ("recording", "ai_analysis")) -> Held:
    """Plan an interview and start it as the candidate's page does."""
    planned = [{"text": QUESTION, "type": "technical", "keyPoints": POINTS, "expectedAnswer": ANSWER}]
    interview = office.plan(title="Round one", questions=planned, recordsScreen=True)
    token = office.post(f"/api/admin/interviews/{interview['id']}/invitations")["interviewToken"]
    candidate = Caller(office.url)
    notice = candidate.post("/api/interview/session/preview", {"interview_token": token})["notice"]
    consent = {"purposes": list(purposes), "notice_version": notice["version"]}
    told = candidate.post("/api/interview/session/start", {"interview_token": token, "consent": consent})
    return Held(office, interview, told["session_id"], told["upload_url"])


def conducted(office: Office, *, with_screen: bool = False) -> Held:
    """A whole interview: recorded, two questions, two answers, ended."""
    held = begin(office)
    held.answer(held.ask())
    held.record()
    if with_screen:
        held.record_screen()
    held.answer(held.ask(SECOND_QUESTION), SECOND_ANSWER)
    held.end()
    return held


def whole(page: Page, held: Held) -> Page:
    """The review once everything is processed, which it shows by itself."""
    page.goto(held.path)
    expect(page.get_by_text("Recommended by software")).to_be_visible(timeout=WAIT_MS)
    expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible(timeout=WAIT_MS)
    expect(page.locator("video").first).not_to_have_js_property("readyState", 0, timeout=WAIT_MS)
    return page


def second_of(page: Page, number: int = 0) -> float:
    """Where a video is, once it has arrived where it was sent."""
    video = page.locator("video").nth(number)
    expect(video).to_have_js_property("seeking", False)
    return float(video.evaluate("video => video.currentTime"))


def wait_until_past(page: Page, second: int) -> None:
    """Wait until the playback is beyond a second below ten."""
    expect(page.get_by_label("Position in the recording")).to_have_value(re.compile(rf"^([{second}-9]|1\d)"))
