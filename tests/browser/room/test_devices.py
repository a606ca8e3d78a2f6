"""Cameras and microphones that are refused, missing or taken away, and writing down what is said."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import BrowserContext, expect

from tests.browser.room import chromium
from tests.browser.room.organisation import Organisation
from tests.browser.room.recorded import (
    answer_all,
    at,
    camera_of,
)

# Speech recognition as the standard has it, which says what a test makes it say.
SPEECH = """
window.SpeechRecognition = window.webkitSpeechRecognition = class extends EventTarget {
  start() { this.isOn = true; window.listening = this; }
  abort() { this.isOn = false; }
  say(transcript, isFinal) {
    const results = [{ isFinal, 0: { transcript } }];
    this.dispatchEvent(Object.assign(new Event("result"), { resultIndex: 0, results }));
  }
};
"""


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

    def test_dictation_writes_along(self, context: BrowserContext, organisation: Organisation) -> None:
        """The browser's SpeechRecognition alone is stubbed: a headless one offers it and reaches no service."""
        candidate = at(context, organisation.link)
        candidate.page.add_init_script(SPEECH)
        candidate.enter()
        candidate.page.get_by_role("switch", name="Write down what I say").click(force=True)
        candidate.page.wait_for_function("window.listening?.isOn")
        candidate.page.evaluate("window.listening.say('I would', false)")
        candidate.sees("I would")
        candidate.page.evaluate("window.listening.say('I would measure first.', true)")
        written = candidate.page.get_by_label("Your answer in writing")
        expect(written).to_have_value("I would measure first.")
        candidate.press("I’m done")
        candidate.waits_for_question(2)

        assert candidate.page.evaluate("window.listening.lang") == "en"
        session = organisation.session(organisation.told["interview_token"])
        assert [one["text"] for one in session["answers"]] == ["I would measure first."]
