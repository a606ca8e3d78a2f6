"""Photographs every page into docs/screenshots: `python -m tests.browser.screenshots [word …]` takes those whose name
has one of the words.

The pages show a small made-up organisation on a server of its own.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

import requests
from playwright.sync_api import Page, expect, sync_playwright

from tests import live_server
from tests.browser import chromium
from tests.browser.conftest import BOOTSTRAP, PASSWORD
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


class Scene:
    """The organisation that is photographed."""

    def __init__(self, server: LiveServer) -> None:
        self.url = server.url
        told = {"email": EMAIL, "password": PASSWORD, "name": "Admin Example", "organisationName": "Example & Sons"}
        token = self.post("/api/auth/register-admin", told, {"X-Bootstrap-Secret": BOOTSTRAP})["token"]
        self.headers = {"Authorization": f"Bearer {token}"}
        self.planned = [self.plan(*person) for person in reversed(PEOPLE)]
        self.post("/api/api-keys", {"name": "Nightly report", "scopes": ["analysis:read"]})
        inge = {"email": "inge@example.org", "name": "Inge Sample", "role": "interviewer", "password": PASSWORD}
        self.post("/api/users", inge)

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
        if status != "scheduled":
            self.conduct(interview["link"], ends=status == "completed")
        return interview

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

    def pages(self) -> dict[str, str]:
        """What is photographed, by name."""
        done, waiting = self.planned[-1], self.planned[-2]
        return {
            "interviews": "/interviews",
            "new-interview": f"/interviews/new?candidate={waiting['candidateId']}",
            "invitation": f"/interviews/{waiting['id']}/setup",
            "review": f"/interviews/{done['id']}",
            "candidates": "/candidates",
            "candidate": f"/candidates/{done['candidateId']}",
            "people": "/people",
            "keys": "/keys",
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
        with live_server.serving(Path(folder), BOOTSTRAP_SECRET=BOOTSTRAP) as server:
            scene = Scene(server)
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
