"""Photographs every page into docs/screenshots: `python -m tests.browser.screenshots [word …]` takes those whose name
has one of the words.

The pages show a small made-up organisation on a server of its own.
"""

from __future__ import annotations

import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import requests
from playwright.sync_api import Page, expect, sync_playwright

from tests import live_server
from tests.browser import chromium
from tests.browser.conftest import BOOTSTRAP, PASSWORD
from tests.browser.review import scenery
from tests.browser.review.held import upload
from tests.factories import receivers
from tests.factories.receivers import Receiver
from tests.live_server import LiveServer

FOLDER = live_server.ROOT / "docs/screenshots"
EMAIL = "admin@example.org"
SIZES = {"desk": chromium.DESK, "phone": chromium.PHONE}
PLAN = [
    {
        "text": "How would you find out why a page became slow?",
        "type": "technical",
        "keyPoints": ["measure before changing anything", "compare with a time when it was fast"],
        "expectedAnswer": "Measure first, then change one thing at a time and measure again.",
        "timeLimitSeconds": 180,
    },
    {"text": "Tell us about a decision of yours that turned out wrong.", "type": "behavioral"},
]
PEOPLE = (
    ("Ada Example", "Backend engineer", "completed"),
    ("Berta Sample", "Data analyst", "scheduled"),
    ("Chen Specimen", "Backend engineer", "in_progress"),
    ("Dilan Model", "Product designer", "completed"),
    ("Emeka Test", "Support lead", "cancelled"),
    ("Freya Example", "Site reliability engineer", "scheduled"),
)


# Whose interview is reviewed in the pictures; the others answer in writing.
RECORDED = "Ada Example"
FILM_SECONDS = 12.0
ANSWERS = (
    "I measure before changing anything, and compare with a time when it was fast. "
    "Then I change one thing at a time and measure again.",
    "I once chose a cache where an index would have done. It hid the slow query for a year.",
)
NOTES = ((3.6, "Starts with measuring, without being asked."), (8.2, "Tells a mistake openly. Ask what came of it."))


class Scene:
    """The organisation that is photographed."""

    def __init__(self, server: LiveServer, receiver: Receiver) -> None:
        self.url = server.url
        told = {"email": EMAIL, "password": PASSWORD, "name": "Admin Example", "organisationName": "Example & Sons"}
        token = self.post("/api/auth/register-admin", told, {"X-Bootstrap-Secret": BOOTSTRAP})["token"]
        self.headers = {"Authorization": f"Bearer {token}"}
        told = {"url": receiver.url, "description": "HR system", "events": ["interview.scheduled", "decision.made"]}
        self.webhook = self.post("/api/webhooks", told)
        self.planned = [self.plan(*person) for person in reversed(PEOPLE)]
        self.post("/api/api-keys", {"name": "Nightly report", "scopes": ["analysis:read"]})
        self.message = self.post("/api/notifications/messages/test", {})
        self.lot, self.drawn_lot, self.draw = self.lots()
        inge = {"email": "inge@example.org", "name": "Inge Sample", "role": "interviewer", "password": PASSWORD}
        self.post("/api/users", inge)
        self.booking = self.offer(self.planned[-2]["candidateId"])

    def post(self, path: str, body: dict[str, Any], headers: dict[str, str] | None = None) -> Any:
        """POST, as the admin once there is one."""
        known = headers or getattr(self, "headers", {})
        answer = requests.post(f"{self.url}{path}", json=body, headers=known, timeout=30)
        answer.raise_for_status()
        return answer.json()

    def plan(self, name: str, position: str, status: str) -> dict[str, Any]:
        """One interview, brought to where it shall stand."""
        address = f"{name.split(maxsplit=1)[0].lower()}@example.org"
        candidate = self.post("/api/admin/candidates", {"name": name, "email": address})
        body = {"candidateId": candidate["id"], "title": "First conversation", "position": position, "questions": PLAN}
        interview: dict[str, Any] = self.post("/api/admin/interviews", body)
        path = f"/api/admin/interviews/{interview['id']}"
        if status == "cancelled":
            self.post(f"{path}/cancel", {"reason": "The position is filled."})
            return interview
        interview["link"] = self.post(f"{path}/invitations", {})["interviewToken"]
        if name == RECORDED:
            self.record(interview["link"])
        elif status != "scheduled":
            self.conduct(interview["link"], ends=status == "completed")
        return interview

    def record(self, token: str) -> None:
        """Conduct an interview with camera and screen, and look at it as somebody who reviews it does."""
        notice = self.post("/api/interview/session/preview", {"interview_token": token}, {})["notice"]
        consent = {"purposes": ["recording", "ai_analysis"], "notice_version": notice["version"]}
        body = {"interview_token": token, "consent": consent}
        started = self.post("/api/interview/session/start", body, {})
        session = started["session_id"]
        for asked, said in zip(PLAN, ANSWERS, strict=True):
            question = {"text": asked["text"], "type": asked["type"]}
            added = self.post("/api/interview/question/add", {"session_id": session, "question_data": question}, {})
            time.sleep(FILM_SECONDS / 2 - 1)
            told = {"text": said, "duration": FILM_SECONDS / 2 - 2}
            body = {"session_id": session, "question_id": added["question_id"], "answer_data": told}
            self.post("/api/interview/answer/add", body, {})
        upload(started["upload_url"], scenery.person(FILM_SECONDS), track="camera")
        upload(started["upload_url"], scenery.screen(FILM_SECONDS), track="screen")
        self.post("/api/interview/session/end", {"session_id": session}, {})
        for second, text in NOTES:
            self.post("/api/interview/notes", {"session_id": session, "at_seconds": second, "text": text})
        path = f"/api/interview/recording/{started['candidate_id']}"
        while self.get(path)["recording_info"]["tracks"][0].get("waveform_status") != "done":
            time.sleep(0.5)

    def get(self, path: str) -> Any:
        """GET as the admin."""
        return requests.get(f"{self.url}{path}", headers=self.headers, timeout=30).json()

    def conduct(self, token: str, *, ends: bool) -> None:
        """Answer in words, as somebody who wants the analysis and no recording."""
        notice = self.post("/api/interview/session/preview", {"interview_token": token}, {})["notice"]
        consent = {"purposes": ["ai_analysis"], "notice_version": notice["version"]}
        body = {"interview_token": token, "consent": consent}
        session = self.post("/api/interview/session/start", body, {})["session_id"]
        for asked in PLAN:
            question = {"text": asked["text"], "type": asked["type"]}
            added = self.post("/api/interview/question/add", {"session_id": session, "question_data": question}, {})
            said = {"text": "I measure first, and compare with a time when it was fast.", "duration": 20}
            body = {"session_id": session, "question_id": added["question_id"], "answer_data": said}
            self.post("/api/interview/answer/add", body, {})
        if ends:
            self.post("/api/interview/session/end", {"session_id": session}, {})

    def lots(self) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
        """A lot that is being gathered, one that is drawn, and its draw."""
        position = {"title": "Backend engineer", "location": "Exampleton", "skills": ["Python", "SQL"]}
        for_it = {"positionId": self.post("/api/admin/positions", position)["id"], "places": 2}
        gathered = self.post("/api/admin/lots", {"name": "Spring, first round"} | for_it)
        drawn = self.post("/api/admin/lots", {"name": "Autumn, second round"} | for_it)
        path = f"/api/admin/lots/{drawn['id']}/draw"
        self.post(f"{path}/prepare", {"usesCommitment": True})
        return gathered, drawn, self.post(path, {})

    def offer(self, candidate_id: int) -> str:
        """The path at which a candidate books a time with the admin."""
        monday = date.today() + timedelta(days=7 - date.today().weekday())
        told = {
            "candidateId": candidate_id,
            "interviewerIds": [self.get("/api/auth/me")["id"]],
            "title": "First conversation",
            "firstDay": monday.isoformat(),
            "lastDay": (monday + timedelta(days=13)).isoformat(),
        }
        return f"/book/{self.post('/api/calendar/booking-links', told)['link'].rpartition('/')[2]}"

    def pages(self) -> dict[str, str]:
        """What is photographed, by name."""
        done, waiting = self.planned[-1], self.planned[-2]
        return {
            "interviews": "/interviews",
            "new-interview": f"/interviews/new?candidate={waiting['candidateId']}",
            "invitation": f"/interviews/{waiting['id']}/setup",
            "review": f"/interviews/{done['id']}",
            "calendar": "/calendar?view=timeGridWeek",
            "calendar-own": "/account/calendar",
            "booking-links": "/calendar/links",
            "booking": self.booking,
            "candidates": "/candidates",
            "board": "/candidates/board",
            "candidate": f"/candidates/{done['candidateId']}",
            "lots": "/lots",
            "lot": f"/lots/{self.lot['id']}",
            "drawn-lot": f"/lots/{self.drawn_lot['id']}",
            "draw": f"/draws/{self.draw['publicId']}",
            "positions": "/positions",
            "messages": "/messages",
            "message": f"/messages/{self.message['id']}",
            "templates": "/settings/templates",
            "template": "/settings/templates/interview_reminder",
            "quiet-channels": "/account/messages",
            "people": "/people",
            "organisation": "/settings/organisation",
            "keys": "/settings/keys",
            "webhooks": "/settings/webhooks",
            "webhook": f"/settings/webhooks/{self.webhook['id']}",
            "account": "/account",
            "room": f"/i/{waiting['link']}",
            "not-found": "/nowhere",
        }


def photograph(page: Page, path: str, into: Path) -> None:
    """Open a page, wait until it is whole, and keep its picture."""
    page.goto(path)
    expect(page.get_by_role("heading").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    chromium.settle(page)
    page.screenshot(path=into)


def main(words: list[str]) -> None:
    """Take every picture, or those whose name has one of the words."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = chromium.launched(playwright)
        settings = {"BOOTSTRAP_SECRET": BOOTSTRAP, "OUTBOUND_NETWORKS": "127.0.0.0/8"}
        with receivers.receiving() as receiver, live_server.serving(Path(folder), **settings) as server:
            scene = Scene(server, receiver)
            for size, viewport in SIZES.items():
                for scheme in ("light", "dark"):
                    with chromium.context(browser, server.url, viewport=viewport, color_scheme=scheme) as watched:
                        take(watched, scene, f"{size}-{scheme}", words)
        browser.close()


def take(watched: chromium.Watched, scene: Scene, suffix: str, words: list[str]) -> None:
    """The pictures of one size in one light; the door first, before anybody is signed in."""
    page = watched.page()
    for name, path in ({"login": "/login"} | scene.pages()).items():
        if name == "interviews":
            watched.context.request.post("/api/auth/login", data={"email": EMAIL, "password": PASSWORD})
        if not words or any(word in name for word in words):
            photograph(page, path, FOLDER / f"{name}-{suffix}.png")


if __name__ == "__main__":
    main(sys.argv[1:])
