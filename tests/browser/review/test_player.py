"""The recording on the review page: what plays, where it is sent, and what its time line shows."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Office
from tests.browser.review.held import (
    ANSWER,
    SECOND_QUESTION,
    WAIT_MS,
    conducted,
    second_of,
    wait_until_past,
    whole,
)


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

    def test_fills_the_screen_and_comes_back(self, page: Page, office: Office) -> None:
        whole(page, conducted(office))
        page.get_by_role("button", name="Full screen").click()
        page.wait_for_function("document.fullscreenElement?.ariaLabel === 'Recording'")
        expect(page.get_by_role("button", name="Play", exact=True)).to_be_in_viewport()
        page.keyboard.press("f")

        page.wait_for_function("document.fullscreenElement === null")

    def test_goes_on_at_a_new_address_where_the_old_one_ran_out(self, page: Page, office: Office) -> None:
        held = conducted(office)
        refused: list[str] = []

        def refuse(route: Route) -> None:
            refused.append(route.request.url)
            route.fulfill(status=403, json={"code": "playback_refused"})

        page.route("**/api/media/*/*.webm?*", refuse)
        page.goto(held.path)
        expect(page.get_by_role("alert")).to_contain_text("Its address may have run out.", timeout=WAIT_MS)
        page.unroute("**/api/media/*/*.webm?*")
        with page.expect_response(lambda answer: "/api/interview/recording/" in answer.url):
            page.get_by_role("button", name="Load it again").click()
        expect(page.locator("video").first).to_have_js_property("readyState", 4, timeout=WAIT_MS)

        assert refused
        expect(page.get_by_role("alert")).to_have_count(0)


class TestTimeLine:
    """What stands around the slider."""

    def test_shows_the_outline_of_the_sound_to_eyes_alone(self, page: Page, office: Office) -> None:
        whole(page, conducted(office))
        outline = page.locator("[data-waveform]")
        expect(outline).to_be_visible(timeout=WAIT_MS)
        expect(outline).to_have_attribute("aria-hidden", "true")
        page.get_by_label("Position in the recording").fill("6")

        expect(outline.locator("div")).to_have_attribute("style", re.compile(r"inset\(0(px)? (49|50|51)"))

    def test_has_one_drawn_for_a_recording_without(self, page: Page, office: Office) -> None:
        """The answer is changed on its way, as that of a recording which is older than outlines."""
        held = conducted(office)
        whole(page, held)
        expect(page.locator("[data-waveform]")).to_be_visible(timeout=WAIT_MS)

        def forget(route: Route) -> None:
            told = route.fetch().json()
            for track in told["recording_info"]["tracks"]:
                track |= {"waveform_status": None, "waveform_url": None}
            route.fulfill(json=told)

        page.route("**/api/interview/recording/*?*", forget)
        with page.expect_request("**/api/interview/recording/*/waveform") as asked:
            page.goto(held.path)
        page.unroute("**/api/interview/recording/*?*")

        expect(page.locator("[data-waveform]")).to_be_visible(timeout=WAIT_MS)
        assert asked.value.post_data_json == {"track": "camera", "session_id": held.session_id}
