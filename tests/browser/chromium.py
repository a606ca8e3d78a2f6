"""Chromium as the browser tests drive it: fake camera and microphone, our content policy in force, axe beside it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright

ROOT = Path(__file__).resolve().parents[2]
AXE = ROOT / "web/node_modules/axe-core/axe.min.js"
EXECUTABLE = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    "--allow-loopback-in-peer-connection",
)
DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
Scheme = Literal["light", "dark"]
# What a browser writes by itself about an answer that the page expects and explains.
EXPECTED = ("Failed to load resource: the server responded with a status of 4",)


def launched(playwright: Playwright, *more_flags: str) -> Browser:
    """A headless Chromium with fake devices; `--use-fake-device-for-media-stream=device-count=0` takes them away."""
    return playwright.chromium.launch(executable_path=EXECUTABLE, args=[*FLAGS, *more_flags])


class Watched:
    """A browser context that remembers what should not have happened in its pages."""

    def __init__(self, context: BrowserContext, url: str) -> None:
        self.context = context
        self.url = url
        self.complaints: list[str] = []
        context.on("console", self._on_console)
        context.on("weberror", lambda failure: self.complaints.append(str(failure.error)))
        context.on("request", self._on_request)

    def _on_console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(EXPECTED):
            self.complaints.append(message.text)

    def _on_request(self, request: Any) -> None:
        if not request.url.startswith((self.url, "blob:", "data:", self.url.replace("http", "ws"))):
            self.complaints.append(f"asked another host: {request.url}")

    def page(self, path: str = "") -> Page:
        """A new page, at an address of the server where one is named."""
        page = self.context.new_page()
        page.set_default_timeout(10_000)
        if path:
            page.goto(path)
        return page


@contextmanager
def context(browser: Browser, url: str, **options: Any) -> Iterator[Watched]:
    """A context at a desk's size unless told otherwise; failing quietly is noticed in `Watched.complaints`."""
    chosen = {"base_url": url, "viewport": DESK, "locale": "en-GB", "timezone_id": "Europe/Berlin"} | options
    made = browser.new_context(**chosen)
    try:
        yield Watched(made, url)
    finally:
        made.close()


def violations(page: Page) -> list[str]:
    """What axe finds serious or critical in the page as it is, by rule and place."""
    page.evaluate(AXE.read_text())
    found = page.evaluate("""async () => (await axe.run(document, {
        resultTypes: ["violations"],
        runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    })).violations""")
    return [
        f"{rule['id']}: {node['target'][0]} {node['failureSummary']}"
        for rule in found
        if rule["impact"] in {"serious", "critical"}
        for node in rule["nodes"]
    ]


def settle(page: Page) -> None:
    """Wait until what moves has come to rest, so that colours are final."""
    page.evaluate("""async () => {
        const frame = () => new Promise(requestAnimationFrame);
        const ends = (one) => one.effect.getComputedTiming().iterations !== Infinity;
        for (let calm = 0; calm < 3; calm += 1) {
            await frame();
            const moving = document.getAnimations().filter(ends);
            if (moving.length) calm = -1;
            await Promise.all(moving.map((one) => one.finished.catch(() => null)));
        }
    }""")
