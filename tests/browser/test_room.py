"""The candidate's room in a real browser, against the real server: the whole way, and everything that cuts it short."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Dialog, Page, expect
from playwright.sync_api import Error as PlaywrightError

from tests.browser.room import axe, chromium, film
from tests.browser.room.candidate import Candidate
from tests.browser.room.organisation import Organisation
from tests.live_server import LiveServer, serving

WEB = Path(__file__).resolve().parents[2] / "web"
LARGEST_FIRST_LOAD = 250_000
# A slice that was lost leaves a gap of two seconds; a busy machine drops single pictures.
LOST_SLICE_SECONDS = 1.0
# Tells in the page when each recorder began and ended, and how long it was, by the page's own clock.
RECORDER_TIMES = """
window.recorded = [];
const Real = window.MediaRecorder;
window.MediaRecorder = class extends Real {
  constructor(...parts) {
    super(...parts);
    const run = {};
    window.recorded.push(run);
    this.addEventListener("start", () => { run.began = performance.now(); });
    this.addEventListener("stop", () => { run.ended = performance.now(); });
  }
};
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """One server for the tests that leave it alone."""
    assert (WEB / "dist" / "index.html").is_file(), "Build the web client first: make web"
    with serving(tmp_path_factory.mktemp("server")) as started:
        yield started


@pytest.fixture
def organisation(server: LiveServer) -> Organisation:
    """An organisation of its own for each test."""
    return Organisation(server, server.demo())


@pytest.fixture
def context(tmp_path: Path) -> Iterator[BrowserContext]:
    """A browser with a camera and a microphone, on a profile of its own."""
    with chromium.browsing(tmp_path / "profile") as opened:
        yield opened


def at(context: BrowserContext, link: str) -> Candidate:
    """A candidate in the browser's first tab, who does not mind to be asked whether to leave."""
    page = context.pages[0]
    page.add_init_script(RECORDER_TIMES)
    candidate = Candidate(page, link)

    def leave(dialog: Dialog) -> None:
        candidate.warnings.append(dialog.type)
        dialog.accept()

    page.on("dialog", leave)
    return candidate


def answer_all(candidate: Candidate, *, first: int = 1) -> None:
    """Answer the demonstration's questions from `first` on, and finish."""
    for number in range(first, 4):
        candidate.waits_for_question(number)
        candidate.answer(f"My answer to question {number}.")
    candidate.sees("That was the last question.")
    candidate.finish()


def recorded_seconds(page: Page) -> float:
    """How long the page's first recorder ran by the page's clock."""
    run: dict[str, float] = page.evaluate("window.recorded.find((run) => run.ended)")
    return (run["ended"] - run["began"]) / 1000


def camera_of(info: dict[str, Any]) -> dict[str, Any]:
    """The camera's track, with no gap in any of its segments."""
    track: dict[str, Any] = next(one for one in info["tracks"] if one["track"] == "camera")
    assert [segment["gaps"] for segment in track["segments"]] == [[]] * len(track["segments"])
    return track


def stored(page: Page) -> int:
    """How many segments and chunks the browser still keeps."""
    return int(
        page.evaluate(
            """() => new Promise((resolve) => {
              const opening = indexedDB.open("interview-recorder");
              opening.onsuccess = () => {
                const stores = ["segments", "chunks", "notes"];
                const transaction = opening.result.transaction(stores);
                Promise.all(stores.map((name) => new Promise((told) => {
                  const asked = transaction.objectStore(name).count();
                  asked.onsuccess = () => told(asked.result);
                }))).then((counts) => resolve(counts.reduce((sum, one) => sum + one, 0)));
              };
            })"""
        )
    )


class TestTheWholeWay:
    """From the link to the receipt."""

    def test_recorded_without_a_gap(self, context: BrowserContext, organisation: Organisation, tmp_path: Path) -> None:
        candidate = at(context, organisation.link)
        candidate.enter()
        candidate.page.wait_for_timeout(8000)
        answer_all(candidate)
        candidate.sees("All saved. You can close this page.")
        wall = recorded_seconds(candidate.page)

        info = organisation.recording()
        seen = film.watch(organisation.download(info, tmp_path / "film"))
        print(f"\nwall clock {wall:.2f} s, {seen}")
        assert (info["recording_status"], info["recording_format"]) == ("completed", "mp4")
        assert abs(seen.seconds - wall) < 0.5
        assert round(max(seen.video_gap, seen.audio_gap), 3) <= 0.2
        assert stored(candidate.page) == 0

        data = organisation.session_data(info["session_id"])
        assert data["status"] == "completed"
        assert [one["text"] for one in data["answers"]] == [f"My answer to question {n}." for n in (1, 2, 3)]
        assert all(question["planned_question_id"] for question in data["questions"])
        assert data["answers"][0]["duration"] > 7
        assert data["technical_issues"] == []

    def test_token_is_neither_shown_nor_logged(self, context: BrowserContext, organisation: Organisation) -> None:
        candidate = at(context, organisation.link).come()
        candidate.sees("Hello Sample Candidate")

        assert organisation.told["interview_token"] not in candidate.page.url
        assert organisation.told["interview_token"] not in json.dumps(organisation.server.log_lines())
        assert organisation.told["interview_token"] not in organisation.server.log()
        candidate.page.reload()
        candidate.sees("Hello Sample Candidate")

    def test_answer_again(self, context: BrowserContext, organisation: Organisation) -> None:
        question = {"text": "Why?", "hints": ["Think of a reason."]}
        _, token = organisation.schedule(allowsRetake=True, questions=[question])
        candidate = at(context, organisation.link_of(token))
        candidate.enter()
        candidate.press("Show a hint")
        candidate.sees("Think of a reason.")
        candidate.answer("Because.")
        candidate.press("Answer again")
        candidate.answer("Because of this.")
        candidate.sees("That was the last question.")
        candidate.finish()

        data = organisation.session_data(organisation.recording()["session_id"])
        assert [(one["version"], one["text"]) for one in data["answers"]] == [(1, "Because."), (2, "Because of this.")]

    def test_first_load_is_small(self, context: BrowserContext, organisation: Organisation) -> None:
        sizes: list[int] = []
        client = context.new_cdp_session(context.pages[0])
        client.send("Network.enable")
        scripts: set[str] = set()
        client.on(
            "Network.responseReceived",
            lambda told: scripts.add(told["requestId"]) if told["type"] == "Script" else None,
        )
        client.on(
            "Network.loadingFinished",
            lambda told: sizes.append(int(told["encodedDataLength"])) if told["requestId"] in scripts else None,
        )
        gzip_only = {"Accept-Encoding": "gzip"}
        context.set_extra_http_headers(gzip_only)
        at(context, organisation.link).come().sees("Hello Sample Candidate")

        print(f"\nfirst load: {sum(sizes) / 1000:.0f} kB of script in {len(sizes)} files, gzip")
        assert 0 < sum(sizes) < LARGEST_FIRST_LOAD


class TestChoices:
    """No to recording, no to software: still interviewed."""

    def test_declined_recording(self, context: BrowserContext, organisation: Organisation) -> None:
        candidate = at(context, organisation.link)
        candidate.page.add_init_script(
            "navigator.mediaDevices.getUserMedia = () => { window.askedForDevices = true; return Promise.reject(); };"
        )
        candidate.come()
        candidate.agree(recording=False, analysis=False)
        candidate.reads_title("Check your sound and connection")
        candidate.press("Continue")
        candidate.start()
        answer_all(candidate)

        data = organisation.session_data(organisation.recording()["session_id"])
        stated = next(line for line in data["session_logs"] if line["event"] == "consent-stated")
        assert stated["details"] == {"recording": False, "ai_analysis": False}
        assert len(data["answers"]) == 3
        assert candidate.page.evaluate("window.askedForDevices") is None
        assert organisation.recording()["tracks"] == []

    def test_nothing_is_chosen_beforehand(self, context: BrowserContext, organisation: Organisation) -> None:
        _, token = organisation.schedule(questions=[{"text": "Why?"}])
        candidate = at(context, organisation.link_of(token)).come()
        candidate.press("See your choices")
        candidate.press("Continue")

        candidate.sees("Please choose yes or no for each of the two.")
        expect(candidate.page.locator("input:checked")).to_have_count(0)

    def test_microphone_alone(self, context: BrowserContext, organisation: Organisation) -> None:
        candidate = at(context, organisation.link).come()
        candidate.agree()
        candidate.press("Go on with the microphone alone")
        candidate.sees("Camera off")
        candidate.switch_on()
        candidate.start()
        answer_all(candidate)

        assert [track["track"] for track in organisation.recording()["tracks"]] == ["audio"]

    def test_screen_as_well(self, context: BrowserContext, organisation: Organisation) -> None:
        _, token = organisation.schedule(recordsScreen=True, questions=[{"text": "Why?"}])
        candidate = at(context, organisation.link_of(token)).come()
        candidate.agree()
        candidate.press("Choose a screen to share")
        candidate.sees("Your screen is ready to be shared.")
        candidate.switch_on()
        candidate.start()
        candidate.page.wait_for_timeout(3000)
        candidate.answer("Because.")
        candidate.sees("That was the last question.")
        candidate.finish()

        tracks = organisation.recording()["tracks"]
        assert [(track["track"], track["status"]) for track in tracks] == [
            ("camera", "completed"),
            ("screen", "completed"),
        ]


class TestInterruptions:
    """Nothing that was recorded before a cut is lost, and the candidate goes on where it happened."""

    def test_network_cut(self, context: BrowserContext, organisation: Organisation, tmp_path: Path) -> None:
        candidate = at(context, organisation.link)
        candidate.enter()
        candidate.page.wait_for_timeout(3000)
        context.set_offline(True)
        candidate.waits_for_state("offline")
        candidate.answer("Said without a network.")
        candidate.sees("No connection. Your answer is kept here")
        candidate.page.wait_for_timeout(6000)
        assert int(candidate.page.locator("[data-unsent]").first.get_attribute("data-unsent") or 0) >= 3
        context.set_offline(False)
        candidate.waits_for_state("recording")
        answer_all(candidate, first=2)
        wall = recorded_seconds(candidate.page)

        info = organisation.recording()
        seen = film.watch(organisation.download(info, tmp_path / "film"))
        print(f"\nwall clock {wall:.2f} s, {seen}")
        assert len(camera_of(info)["segments"]) == 1
        assert abs(seen.seconds - wall) < 0.5
        assert max(seen.video_gap, seen.audio_gap) < LOST_SLICE_SECONDS
        answers = organisation.session_data(info["session_id"])["answers"]
        assert answers[0]["text"] == "Said without a network."

    def test_server_killed(self, context: BrowserContext, tmp_path: Path) -> None:
        with serving(tmp_path / "own server") as server:
            organisation = Organisation(server, server.demo())
            candidate = at(context, organisation.link)
            candidate.enter()
            candidate.page.wait_for_timeout(3000)
            server.kill()
            candidate.waits_for_state("offline")
            candidate.answer("Said to nobody.")
            candidate.page.wait_for_timeout(4000)
            server.start()
            candidate.waits_for_state("recording")
            answer_all(candidate, first=2)
            wall = recorded_seconds(candidate.page)

            info = organisation.recording()
            seen = film.watch(organisation.download(info, tmp_path / "film"))
            print(f"\nwall clock {wall:.2f} s, {seen}")
            assert len(camera_of(info)["segments"]) == 1
            assert abs(seen.seconds - wall) < 0.5
            assert max(seen.video_gap, seen.audio_gap) < LOST_SLICE_SECONDS
            assert len(organisation.session_data(info["session_id"])["answers"]) == 3

    def test_reload(self, context: BrowserContext, organisation: Organisation, tmp_path: Path) -> None:
        candidate = at(context, organisation.link)
        candidate.enter()
        candidate.answer("Before the reload.")
        candidate.waits_for_question(2)
        candidate.page.get_by_label("Your answer in writing").fill("Half an answer")
        candidate.page.wait_for_timeout(5000)
        candidate.page.reload()
        assert candidate.warnings == ["beforeunload"]
        candidate.reads_title("Welcome back, Sample Candidate")
        candidate.press("Go on")
        candidate.switch_on()
        candidate.press("Continue the interview")
        candidate.waits_for_question(2)
        expect(candidate.page.get_by_label("Your answer in writing")).to_have_value("Half an answer")
        candidate.page.wait_for_timeout(3000)
        answer_all(candidate, first=2)

        info = organisation.recording()
        track = camera_of(info)
        assert len(track["segments"]) == 2
        assert all(segment["state"] == "complete" for segment in track["segments"])
        # One slice of two seconds can be under way when a page goes; everything before it is there.
        assert track["segments"][0]["duration_seconds"] > 3
        assert film.watch(organisation.download(info, tmp_path / "film")).pictures > 100
        assert len(organisation.session_data(info["session_id"])["questions"]) == 3

    def test_browser_crashed_with_a_backlog(self, organisation: Organisation, tmp_path: Path) -> None:
        profile = tmp_path / "profile"
        with chromium.browsing(profile) as context:
            candidate = at(context, organisation.link)
            candidate.enter()
            context.route("**/api/uploads/**", lambda route: route.abort())
            candidate.page.wait_for_timeout(7000)
            with suppress(PlaywrightError):
                candidate.page.goto("chrome://crash")
        with chromium.browsing(profile) as context:
            again = at(context, organisation.link).come()
            again.reads_title("Welcome back, Sample Candidate")
            again.press("Go on")
            again.switch_on()
            again.press("Continue the interview")
            answer_all(again)

        segments = camera_of(organisation.recording())["segments"]
        assert len(segments) == 2
        assert segments[0]["duration_seconds"] > 5

    def test_agreement_withdrawn(self, context: BrowserContext, organisation: Organisation) -> None:
        candidate = at(context, organisation.link)
        candidate.enter()
        candidate.page.wait_for_timeout(3000)
        version = organisation.preview(organisation.told["interview_token"])["notice"]["version"]
        statement = {"purposes": {"recording": False}, "notice_version": version}
        organisation.session(organisation.told["interview_token"], consent=statement)
        candidate.sees("The server takes no more of the recording, so it was stopped.")
        expect(candidate.page.locator("[data-state=recording]")).to_have_count(0)
        answer_all(candidate)

        assert len(organisation.session_data(organisation.recording()["session_id"])["answers"]) == 3

    def test_two_tabs(self, context: BrowserContext, organisation: Organisation) -> None:
        first = at(context, organisation.link)
        first.enter()
        first.page.wait_for_timeout(3000)
        second = Candidate(context.new_page(), organisation.link).come()
        second.reads_title("Your interview is open in another tab")
        second.press("Continue here instead")
        first.reads_title("Your interview went on in another tab")
        second.reads_title("Welcome back, Sample Candidate")
        second.press("Go on")
        second.switch_on()
        second.press("Continue the interview")
        second.waits_for_question(1)
        answer_all(second)

        assert len(camera_of(organisation.recording())["segments"]) == 2


class TestDevices:
    """Each trouble has one sentence and a way on."""

    def test_denied(self, organisation: Organisation, tmp_path: Path) -> None:
        with chromium.browsing(tmp_path / "profile", devices=chromium.DENIED) as context:
            candidate = at(context, organisation.link).come()
            candidate.agree()
            candidate.press("Switch on camera and microphone")
            candidate.sees("The browser does not let this page use your camera or microphone.")
            candidate.sees("Click the sign to the left of the address")
            candidate.press("Answer in writing instead")
            candidate.press("Continue")
            candidate.start()
            answer_all(candidate)

            assert organisation.recording()["recording_status"] == "not_started"

    def test_none(self, organisation: Organisation, tmp_path: Path) -> None:
        with chromium.browsing(tmp_path / "profile", devices=chromium.NO_CAMERA) as context:
            candidate = at(context, organisation.link).come()
            candidate.agree()

            candidate.sees("We found no camera, or no microphone.")
            candidate.sees("Plug one in and try again.")

    def test_stopped_in_the_middle(self, context: BrowserContext, organisation: Organisation) -> None:
        candidate = at(context, organisation.link)
        candidate.page.add_init_script(
            """const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
            navigator.mediaDevices.getUserMedia = async (wish) => (window.lastStream = await ask(wish));"""
        )
        candidate.enter()
        candidate.page.wait_for_timeout(2500)
        candidate.page.evaluate("window.lastStream.getTracks().forEach((track) => track.stop())")
        candidate.sees("Your camera or microphone stopped.")
        candidate.press("Switch it on again")
        candidate.waits_for_state("recording")
        answer_all(candidate)

        info = organisation.recording()
        assert len(camera_of(info)["segments"]) == 2
        issues = organisation.session_data(info["session_id"])["technical_issues"]
        assert [issue["kind"] for issue in issues] == ["device_ended"]

    def test_dictation_that_does_not_work(self, context: BrowserContext, organisation: Organisation) -> None:
        candidate = at(context, organisation.link)
        candidate.enter()
        candidate.page.get_by_role("switch", name="Write down what I say").click(force=True)
        candidate.sees("That does not work in this browser. Type your answer instead.")
        candidate.answer("Typed.")
        candidate.waits_for_question(2)


class TestLiveQuestions:
    """An interview without a plan: nothing is invented, people ask."""

    def test_asked_by_a_person(self, context: BrowserContext, organisation: Organisation) -> None:
        _, token = organisation.schedule()
        candidate = at(context, organisation.link_of(token)).come()
        candidate.sees("Asked live")
        candidate.agree()
        candidate.switch_on()
        candidate.press("Start the interview")
        candidate.sees("No question has been asked yet")
        session_id = organisation.session(token)["session_id"]
        question = {"session_id": session_id, "question_data": {"text": "What brings you here?"}}
        organisation.call("POST", "/api/interview/question/add", json=question)
        candidate.sees("What brings you here?")
        expect(candidate.page.get_by_label("Your answer in writing")).to_be_enabled()
        candidate.answer("Your invitation.")
        candidate.sees("Your answer is saved.")
        organisation.call("POST", "/api/interview/session/end", json={"session_id": session_id})
        candidate.reads_title("Thank you", within_ms=60_000)

        assert [one["text"] for one in organisation.session_data(session_id)["answers"]] == ["Your invitation."]


class TestLinks:
    """A link that leads nowhere says why, and what to do."""

    def test_unknown(self, context: BrowserContext, organisation: Organisation) -> None:
        at(context, organisation.link_of("not-a-token")).come().reads_title("We do not know this link")

    def test_expired(self, context: BrowserContext, organisation: Organisation) -> None:
        interview_id = organisation.told["interview_id"]
        soon = (datetime.now(UTC) + timedelta(seconds=1)).isoformat()
        invited = organisation.call(
            "POST", f"/api/admin/interviews/{interview_id}/invitations", json={"expiresAt": soon}
        )
        time.sleep(1.2)
        at(context, organisation.link_of(invited["interviewToken"])).come().reads_title("This link has expired")

    def test_revoked(self, context: BrowserContext, organisation: Organisation) -> None:
        interview_id = organisation.told["interview_id"]
        invitations = f"/api/admin/interviews/{interview_id}/invitations"
        for invitation in organisation.call("GET", invitations)["items"]:
            organisation.call("DELETE", f"{invitations}/{invitation['id']}")
        at(context, organisation.link).come().reads_title("This link is no longer valid")

    def test_too_early(self, context: BrowserContext, organisation: Organisation) -> None:
        opens_at = (datetime.now(UTC) + timedelta(hours=3)).isoformat()
        _, token = organisation.schedule(opensAt=opens_at)
        candidate = at(context, organisation.link_of(token)).come()
        candidate.reads_title("You are early")
        candidate.sees("It opens on")

    def test_ended(self, context: BrowserContext, organisation: Organisation) -> None:
        session_id = organisation.session(organisation.told["interview_token"])["session_id"]
        organisation.call("POST", "/api/interview/session/end", json={"session_id": session_id})
        at(context, organisation.link).come().reads_title("This interview has ended")


class TestLooks:
    """Each step can be used by everybody: no serious finding of axe, by day on a desk and by night on a phone."""

    @pytest.mark.parametrize(("width", "height", "is_dark"), [(1440, 900, False), (390, 844, True)])
    def test_every_step(
        self, organisation: Organisation, tmp_path: Path, width: int, height: int, is_dark: bool
    ) -> None:
        with chromium.browsing(tmp_path / "profile", width=width, height=height, is_dark=is_dark) as context:
            candidate = at(context, organisation.link)
            findings = {step: axe.findings(candidate.page) for step in steps_of(candidate)}

        assert {step: found for step, found in findings.items() if found} == {}
        assert len(findings) == 9


def steps_of(candidate: Candidate) -> Iterator[str]:
    """Go the whole way and stop at each step to be looked at; SCREENSHOTS names a folder for a picture of each."""
    for step in _way(candidate):
        folder = os.environ.get("SCREENSHOTS")
        if folder:
            name = f"room-{candidate.page.viewport_size['width']}-{step}.png"  # type: ignore[index]
            candidate.page.screenshot(path=str(Path(folder) / name), full_page=True)
        yield step


def _way(candidate: Candidate) -> Iterator[str]:
    candidate.come().sees("Hello")
    yield "welcome"
    candidate.press("See your choices")
    candidate.sees("What may we do?")
    yield "consent"
    candidate.press("Continue")
    candidate.page.get_by_role("meter").wait_for()
    yield "devices"
    candidate.switch_on()
    candidate.sees("Try it once")
    yield "practice"
    candidate.start()
    yield "interview"
    candidate.press("Pause")
    candidate.sees("Paused. Nothing is recorded")
    yield "paused"
    candidate.press("Go on")
    for number in (1, 2, 3):
        candidate.waits_for_question(number)
        candidate.answer("My answer.")
    candidate.sees("That was the last question.")
    yield "last"
    candidate.press("Finish the interview")
    candidate.page.get_by_role("dialog").wait_for()
    yield "dialog"
    candidate.page.get_by_role("dialog").get_by_role("button", name="Finish the interview").click()
    candidate.reads_title("Thank you", within_ms=60_000)
    yield "thanks"
