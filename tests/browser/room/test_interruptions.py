"""What cuts an interview short, and that nothing of it is lost."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from playwright.sync_api import BrowserContext, expect
from playwright.sync_api import Error as PlaywrightError

from tests.browser.room import chromium, film
from tests.browser.room.candidate import Candidate
from tests.browser.room.organisation import Organisation
from tests.browser.room.recorded import (
    answer_all,
    assert_nothing_lost,
    at,
    camera_of,
)
from tests.live_server import serving


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

        info = assert_nothing_lost(organisation, candidate.page, tmp_path)
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

            info = assert_nothing_lost(organisation, candidate.page, tmp_path)
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
        candidate.comes_back()
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
            again.comes_back()
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
        second.comes_back()
        second.waits_for_question(1)
        answer_all(second)

        assert len(camera_of(organisation.recording())["segments"]) == 2
