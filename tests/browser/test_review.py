"""The review page: a recorded and analysed interview, as the organisation's people read, hear and decide it."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import requests
from playwright.sync_api import Browser, Page, expect

from tests.browser import chromium
from tests.browser.chromium import Scheme, Watched
from tests.browser.conftest import Office, signed_in
from tests.contracts.callers import Caller, Recorder
from tests.factories import media
from tests.live_server import LiveServer

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
        """Upload a second track beside the camera's, in one body."""
        told = {"track": "screen", "filetype": "video/webm"}
        metadata = ",".join(f"{name} {base64.b64encode(value.encode()).decode()}" for name, value in told.items())
        content = media.webm(SECONDS, audio=False)
        headers = {
            "Tus-Resumable": "1.0.0",
            "Upload-Length": str(len(content)),
            "Upload-Metadata": metadata,
            "Content-Type": "application/offset+octet-stream",
        }
        requests.post(self.upload_url, data=content, headers=headers, timeout=30).raise_for_status()

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


class TestPlayer:
    """The recording."""

    def test_goes_where_it_is_sent(self, page: Page, office: Office) -> None:
        held = conducted(office)
        whole(page, held)
        page.get_by_label("Position in the recording").fill("7")
        assert second_of(page) == pytest.approx(7, abs=1)
        page.keyboard.press("ArrowLeft")
        assert second_of(page) == pytest.approx(2, abs=1)
        page.keyboard.press("l")
        assert second_of(page) == pytest.approx(12, abs=1)

        page.get_by_role("button", name=re.compile(rf"2\. {re.escape(SECOND_QUESTION)}")).click()
        assert second_of(page) == pytest.approx(held.asked_at(2), abs=1)

        page.get_by_text("Every write has to maintain it").first.click()
        assert second_of(page) == pytest.approx(held.asked_at(1) + 8 * 82 / len(ANSWER), abs=1)

    def test_plays_with_sound_speed_and_captions(self, page: Page, office: Office) -> None:
        whole(page, conducted(office))
        page.get_by_label("Speed").select_option("2")
        page.get_by_role("button", name="Captions").click()
        page.get_by_role("button", name="Play", exact=True).click()
        wait_until_past(page, 1)

        assert page.evaluate("document.querySelector('video').playbackRate") == 2
        assert page.evaluate("document.querySelector('video').textTracks[0].cues.length") >= 3
        assert page.evaluate("document.querySelector('video').textTracks[0].mode") == "showing"
        expect(page.locator("[data-current]")).to_have_count(1)
        page.keyboard.press("k")
        expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible()

    def test_keeps_two_tracks_in_step(self, page: Page, office: Office) -> None:
        whole(page, conducted(office, with_screen=True))
        expect(page.locator("video")).to_have_count(2, timeout=WAIT_MS)
        expect(page.locator("video").nth(1)).not_to_have_js_property("readyState", 0)
        page.get_by_label("Position in the recording").fill("3")
        page.get_by_role("button", name="Play", exact=True).click()
        wait_until_past(page, 5)
        page.keyboard.press("k")

        assert second_of(page, 1) == pytest.approx(second_of(page), abs=0.3)


class TestEvidence:
    """What the software says, and what it rests on."""

    def test_a_claim_leads_to_its_words(self, page: Page, office: Office) -> None:
        held = conducted(office)
        whole(page, held)
        claims = [claim for claim in held.analysis()["strengths"] if claim["quote"]]
        page.get_by_role("button", name="Hear it").first.click()

        expect(page.locator("mark[data-chosen]").first).to_contain_text(claims[0]["quote"]["text"][:20])
        expect(page.locator("mark[data-chosen]").first).to_be_in_viewport()
        assert second_of(page) < SECONDS

    def test_what_is_not_scored_has_a_reason_in_words(self, page: Page, office: Office) -> None:
        whole(page, conducted(office))

        scores = page.get_by_role("region", name="Scores")
        expect(scores.get_by_text("This interview names no criteria for it.")).to_be_visible()
        expect(scores.get_by_text("Judged by offline")).to_be_visible()


class TestDecision:
    """A person decides."""

    def test_is_kept_with_its_reason_and_its_name(self, page: Page, office: Office) -> None:
        held = conducted(office)
        whole(page, held)
        page.get_by_role("button", name="Decide", exact=True).click()
        page.get_by_role("button", name="Record the decision").click()
        expect(page.get_by_text("Choose one.")).to_be_visible()
        page.get_by_label("Not passed").check()
        page.get_by_label("Your reason").fill("The cost of an index was not weighed.")
        page.get_by_role("button", name="Record the decision").click()
        page.get_by_role("dialog").get_by_role("button", name="Record the decision").click()

        expect(page.get_by_text("The cost of an index was not weighed.")).to_be_visible()
        expect(page.get_by_text(re.compile("Admin Person, "))).to_be_visible()
        decision = held.analysis()["decision"]
        assert (decision["final_status"], decision["reason"]) == ("failed", "The cost of an index was not weighed.")


class TestReceipt:
    """What arrived."""

    def test_shows_every_part_and_makes_an_mp4(self, page: Page, office: Office) -> None:
        whole(page, conducted(office))
        row = page.get_by_role("row").nth(1)
        expect(row).to_contain_text("none")
        expect(row).to_contain_text(re.compile(r"\d kB"))
        page.get_by_role("button", name="Make an MP4").click()

        expect(page.get_by_role("link", name="Download as MP4")).to_be_visible(timeout=WAIT_MS)


class TestTakingAlong:
    """Exports that the page makes."""

    def test_a_table_that_runs_nothing(self, page: Page, office: Office) -> None:
        whole(page, conducted(office))
        with page.expect_download() as waiting:
            page.get_by_role("button", name="CSV").click()
        text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")

        assert QUESTION in text
        assert "\"'=I look" in text

    def test_everything_without_what_opens_something(self, page: Page, office: Office) -> None:
        held = conducted(office)
        whole(page, held)
        with page.expect_download() as waiting:
            page.get_by_role("button", name="JSON").click()
        text = Path(waiting.value.path()).read_text(encoding="utf-8")

        assert json.loads(text)["session"]["session_id"] == held.session_id
        assert "signature=" not in text
        assert "interview_token" not in text


class TestLive:
    """An interview that goes on while somebody watches."""

    def test_appears_without_loading_again(self, page: Page, office: Office) -> None:
        held = begin(office)
        page.goto(held.path)
        expect(page.get_by_text("No recording has arrived so far.")).to_be_visible()
        page.evaluate("window.stayed = true")
        question_id = held.ask()
        expect(page.get_by_role("button", name=re.compile(re.escape(QUESTION)))).to_be_visible()
        held.answer(question_id)
        expect(page.get_by_text("An index is an ordered structure").first).to_be_visible()
        held.record()
        expect(page.get_by_text(re.compile("arrived safely so far"))).to_be_visible()
        held.end()

        expect(page.get_by_text("Recommended by software")).to_be_visible(timeout=WAIT_MS)
        expect(page.get_by_role("button", name="Play", exact=True)).to_be_visible(timeout=WAIT_MS)
        assert page.evaluate("window.stayed")


class TestFailedAnalysis:
    """An analysis that did not come to its end."""

    def test_can_be_run_again(self, page: Page, office: Office) -> None:
        held = conducted(office)
        whole(page, held)
        told = held.analysis() | {"analysis_status": "failed", "error": "The judge did not answer."}
        body = {"success": True, "candidate_id": held.interview["candidateId"], "analysis": told}
        page.route("**/api/interview/analysis/*?*", lambda route: route.fulfill(json=body))
        page.goto(f"{held.path}?session_id={held.session_id}")
        expect(page.get_by_role("alert")).to_contain_text("The judge did not answer.")
        with page.expect_request("**/api/interview/analysis/*/retry") as waiting:
            page.get_by_role("button", name="Run the analysis again").click()
        page.unroute("**/api/interview/analysis/*?*")

        expect(page.get_by_text("Recommended by software")).to_be_visible()
        expect(page.get_by_role("alert")).to_have_count(0)
        assert waiting.value.post_data_json == {"session_id": held.session_id}


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> Scheme:
    """Both lights."""
    chosen: Scheme = request.param
    return chosen


class TestAccessibility:
    """axe finds nothing serious, and nothing is cut off."""

    @pytest.mark.parametrize("viewport", [chromium.PHONE, chromium.DESK], ids=["phone", "desk"])
    def test_of_a_whole_review(
        self, browser: Browser, server: LiveServer, office: Office, scheme: Scheme, viewport: dict[str, int]
    ) -> None:
        held = conducted(office)
        with chromium.context(browser, server.url, viewport=viewport, color_scheme=scheme) as watched:
            page = whole(signed_in(watched, office.email), held)
            page.get_by_role("button", name="Decide", exact=True).click()
            page.get_by_text("Detail").first.click()
            chromium.settle(page)

            assert chromium.violations(page) == []
            assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
            assert complaints(watched) == []


def complaints(watched: Watched) -> list[str]:
    """What should not have happened in the pages."""
    return watched.complaints
