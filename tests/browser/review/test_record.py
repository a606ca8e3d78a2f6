"""The record on the review page: the receipt, what failed, and what can be taken along."""

from __future__ import annotations

import json
import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Office
from tests.browser.review.held import QUESTION, WAIT_MS, begin, conducted, whole
from tests.factories import media


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


class TestFailedRecording:
    """Bytes that hold no recording."""

    def test_says_why_and_can_be_processed_again(self, page: Page, office: Office) -> None:
        held = begin(office)
        held.answer(held.ask())
        held.upload(media.garbage())
        held.end()
        page.goto(held.path)
        recording = page.get_by_role("region", name="Recording", exact=True)
        expect(recording.get_by_text("The recording could not be put together.")).to_be_visible(timeout=WAIT_MS)
        with page.expect_response("**/api/interview/recording/*/retry") as answered:
            recording.get_by_role("button", name="Process it again").click()

        assert answered.value.status == 202
        expect(recording.get_by_text("The recording could not be put together.")).to_be_visible(timeout=WAIT_MS)
