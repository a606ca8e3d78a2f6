"""Chromium with a fake camera and microphone, which shows a moving picture and beeps once a second."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Playwright

from tests import driver

PROGRAM = "/usr/bin/chromium"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
DEVICES = ("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream=fps=30")
DENIED = ("--use-fake-ui-for-media-stream=deny", "--use-fake-device-for-media-stream")
NO_CAMERA = ("--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream=device-count=0")


@contextmanager
def browsing(
    profile: Path,
    *,
    devices: tuple[str, ...] = DEVICES,
    width: int = 1280,
    height: int = 800,
    is_dark: bool = False,
) -> Iterator[BrowserContext]:
    """A browser on a profile that lies on the disk, so that what a page stored survives it."""
    context = launched(driver.playwright(), profile, devices=devices, width=width, height=height, is_dark=is_dark)
    if devices == DEVICES:
        context.grant_permissions(["camera", "microphone"])
    try:
        yield context
    finally:
        context.close()


def launched(
    playwright: Playwright, profile: Path, *, devices: tuple[str, ...], width: int, height: int, is_dark: bool
) -> BrowserContext:
    """The browser itself."""
    return playwright.chromium.launch_persistent_context(
        str(profile),
        executable_path=PROGRAM,
        headless=True,
        args=[*QUIET, *devices],
        viewport={"width": width, "height": height},
        color_scheme="dark" if is_dark else "light",
        reduced_motion="reduce",
    )
