"""A candidate in front of the room: presses what a person presses, and reads what a person reads."""

from __future__ import annotations

from playwright.sync_api import Page, expect

PATIENCE_MS = 15_000


class Candidate:
    """One tab of one candidate."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        # Which questions the browser asked by itself, such as whether to leave.
        self.warnings: list[str] = []
        page.set_default_timeout(PATIENCE_MS)

    def come(self) -> Candidate:
        """Open the link."""
        self.page.goto(self.address)
        return self

    def press(self, name: str) -> None:
        """Press a button."""
        self.page.get_by_role("button", name=name, exact=True).click()

    def sees(self, text: str, *, within_ms: int = PATIENCE_MS) -> None:
        """Wait until a text is to be seen."""
        expect(self.page.get_by_text(text).first).to_be_visible(timeout=within_ms)

    def reads_title(self, title: str, *, within_ms: int = PATIENCE_MS) -> None:
        """Wait until the step with this title is there."""
        expect(self.page.get_by_role("heading", level=1, name=title)).to_be_attached(timeout=within_ms)

    def agree(self, *, recording: bool = True, analysis: bool = True) -> None:
        """Go from the welcome through the choices."""
        self.press("See your choices")
        self.choose("recording", recording)
        self.choose("ai_analysis", analysis)
        self.press("Continue")

    def choose(self, purpose: str, agrees: bool) -> None:
        """Say yes or no to a purpose."""
        self.page.locator(f"input[name={purpose}][value={'yes' if agrees else 'no'}]").check()

    def switch_on(self) -> None:
        """Pass the device check, where a browser that has allowed the devices before switches them on by itself."""
        self.reads_title("Check your camera and microphone")
        self.page.get_by_role("meter", name="Microphone level").wait_for()
        self.press("Continue")

    def start(self) -> None:
        """Begin from the practice page."""
        self.press("Start the interview")
        self.waits_for_question(1)

    def waits_for_question(self, number: int) -> None:
        """Wait until a question can be answered."""
        expect(self.page.get_by_role("region", name=f"Question {number} of")).to_be_visible()
        expect(self.page.get_by_label("Your answer in writing")).to_be_enabled()

    def answer(self, text: str) -> None:
        """Write an answer and say that it is done."""
        self.page.get_by_label("Your answer in writing").fill(text)
        self.press("I’m done")

    def enter(self) -> None:
        """Come the whole way to the first question."""
        self.come()
        self.agree()
        self.switch_on()
        self.start()

    def comes_back(self) -> None:
        """Enter again a session that is still open, as the demonstration's candidate."""
        self.reads_title("Welcome back, Sample Candidate")
        self.press("Go on")
        self.switch_on()
        self.press("Continue the interview")

    def finish(self) -> None:
        """End the interview after the last question and stay until all is saved."""
        self.press("Finish the interview")
        self.page.get_by_role("dialog").get_by_role("button", name="Finish the interview").click()
        self.reads_title("Thank you", within_ms=60_000)

    @property
    def state(self) -> str:
        """Whether the page says recording, saving, offline or saved."""
        return self.page.locator("[data-state]").first.get_attribute("data-state") or ""

    def waits_for_state(self, state: str, *, within_ms: int = PATIENCE_MS) -> None:
        """Wait until the page says so."""
        self.page.locator(f"[data-state={state}]").first.wait_for(timeout=within_ms)
