"""The child is held to its limits, dies when it must, and leaves nothing that the next run does not clear away."""

from __future__ import annotations

import os
import signal
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from interview.core.confinement.limits import Limits
from interview.media.finalising import errand
from interview.media.finalising import service as finalising
from interview.media.finalising.errors import FinalisingCrashed, FinalisingFailed, FinalisingTimedOut
from interview.media.finalising.finalised import Finalised
from interview.media.finalising.order import Segment
from tests.factories import media
from tests.media.finalising.desk import TIMEOUT_SECONDS, Desk


class TestTimeout:
    def test_child_that_hangs(self, desk: Desk) -> None:
        """It is killed when its time is up; what it left is gone after the next run."""
        whole = desk.segment(media.webm())
        with pytest.raises(FinalisingTimedOut):
            finalising.finalise(desk.order(_stuck(desk, whole)), timeout_seconds=0.4)

        desk.finalise(whole)

        assert sorted(path.name for path in desk.folder.iterdir()) == ["take.jpg", "take.webm"]


class TestKill:
    def test_child_killed_in_the_middle(self, desk: Desk) -> None:
        """The parent is told, and the next run gives the file as if nothing had happened."""
        whole = desk.segment(media.webm())
        stuck = _stuck(desk, whole)
        failures: list[FinalisingFailed] = []
        parent = threading.Thread(target=_collect, args=(desk, stuck, failures))
        parent.start()
        # Opening a pipe to write waits for its reader, so from here on the child is at work.
        pipe = os.open(stuck.chunks[1].path, os.O_WRONLY)
        os.killpg(_child_of(parent), signal.SIGKILL)
        parent.join()
        os.close(pipe)

        assert [type(failure) for failure in failures] == [FinalisingCrashed]
        assert failures[0].reason_code == "killed"
        assert len(desk.finalise(whole).files) == 1
        assert sorted(path.name for path in desk.folder.iterdir()) == ["take.jpg", "take.webm"]


class TestLeftovers:
    def test_of_a_dead_run(self, desk: Desk) -> None:
        """A directory that nobody holds is cleared away; that of another recording is left alone."""
        dead, other = desk.folder / ".take.dead.partial", desk.folder / ".other.dead.partial"
        dead.mkdir()
        (dead / "1.webm").write_bytes(b"half")
        other.mkdir()

        desk.finalise(desk.segment(media.webm()))

        assert sorted(path.name for path in desk.folder.iterdir()) == [other.name, "take.jpg", "take.webm"]


class TestLimits:
    def test_file_size(self, desk: Desk) -> None:
        """A child that would fill the disk is stopped."""
        assert _failure(desk, Limits(file_bytes=10_000)) == "too_large"

    def test_memory(self, desk: Desk) -> None:
        """A child that wants more memory than it may have dies, and the parent does not."""
        assert _failure(desk, Limits(memory_bytes=48 << 20)) == "crashed"

    def test_open_files(self, desk: Desk) -> None:
        """A child that may open hardly any file cannot load the codecs."""
        assert _failure(desk, Limits(open_files=4)) == "crashed"


class TestAnswer:
    def test_folder_is_gone(self, desk: Desk) -> None:
        """A failure of the machine is a crash with the reason in it, never a refusal of the recording."""
        order = desk.order(desk.segment(media.webm()))
        desk.folder.rmdir()

        with pytest.raises(FinalisingCrashed, match="FileNotFoundError"):
            finalising.finalise(order, timeout_seconds=TIMEOUT_SECONDS)


def _failure(desk: Desk, limits: Limits) -> str:
    order = desk.order(desk.segment(media.webm()))
    with pytest.raises(FinalisingCrashed) as crash:
        errand.run("finalise", order, Finalised, timeout_seconds=TIMEOUT_SECONDS, limits=limits)
    assert list(desk.folder.glob("take*")) == []
    return crash.value.reason_code


def _stuck(desk: Desk, segment: Segment) -> Segment:
    """Put a pipe nobody writes to in the place of the second chunk."""
    first, second, *rest = segment.chunks
    path = desk.raw / "pipe"
    os.mkfifo(path)
    return replace(segment, chunks=(first, replace(second, path=path), *rest))


def _collect(desk: Desk, segment: Segment, failures: list[FinalisingFailed]) -> None:
    try:
        desk.finalise(segment)
    except FinalisingFailed as failure:
        failures.append(failure)


def _child_of(thread: threading.Thread) -> int:
    return int(Path(f"/proc/self/task/{thread.native_id}/children").read_text().split()[0])
