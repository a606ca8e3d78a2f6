"""The candidate's way in a real browser, against the real server: from the link to the receipt."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import BrowserContext, expect

from tests.browser.room.organisation import Organisation
from tests.browser.room.recorded import (
    answer_all,
    at,
    film_of,
    stored,
)

LARGEST_FIRST_LOAD = 250_000


class TestTheWholeWay:
    """From the link to the receipt."""

    def test_recorded_without_a_gap(self, context: BrowserContext, organisation: Organisation, tmp_path: Path) -> None:
        candidate = at(context, organisation.link)
        candidate.enter()
        candidate.page.wait_for_timeout(8000)
        answer_all(candidate)
        candidate.sees("All saved. You can close this page.")

        info = organisation.recording()
        seen = film_of(organisation, info, candidate.page, tmp_path)
        assert (info["recording_status"], info["recording_format"]) == ("completed", "mp4")
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

    def test_says_how_long_recordings_are_kept(self, context: BrowserContext, organisation: Organisation) -> None:
        at(context, organisation.link).come().sees("states that it keeps recordings for 365 days.")

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
