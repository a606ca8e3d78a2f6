"""No answer 2xx while what it acknowledges is not on the disk: the order of syncs and answers, call by call.

A process that is killed cannot show a missing sync, because the kernel still writes its pages; the order of calls can.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.trust.nursery import SETTINGS, Forked, Nursery
from tests.trust.syscalls import DiskLedger, traced
from tests.trust.test_disk_full import Candidate

ACKNOWLEDGEMENTS = 20
MATTERS = re.compile(r"/recordings/|talentflow\.db(-wal)?$")

needs_strace = pytest.mark.skipif(
    shutil.which("strace") is None and os.environ.get("CI") != "true", reason="strace is not installed here"
)


@pytest.fixture
def server(nursery: Nursery, tmp_path: Path) -> Iterator[Forked]:
    """A server on SQLite that does nothing beside answering."""
    found = Forked(nursery, tmp_path, **SETTINGS, JOB_THREADS="0")
    yield found.start()
    found.kill()


@needs_strace
class TestFsyncLedger:
    """The real server under strace."""

    def test_no_byte_is_acknowledged_before_it_is_on_the_disk(self, server: Forked, tmp_path: Path) -> None:
        client = Candidate(server)
        found = follow(server, tmp_path, client.append)

        assert found.answered >= ACKNOWLEDGEMENTS and found.dirty_answers == []

    def test_no_answer_is_acknowledged_before_it_is_on_the_disk(self, server: Forked, tmp_path: Path) -> None:
        client = Candidate(server)
        found = follow(server, tmp_path, lambda: client.answer("It finds rows."))

        assert found.answered >= ACKNOWLEDGEMENTS and found.dirty_answers == []


def follow(server: Forked, folder: Path, acknowledge: Callable[[], int]) -> DiskLedger:
    """Have something acknowledged often enough while the worker is watched."""
    worker, trace = max(server.pids()), folder / "trace"
    with traced(worker, trace):
        statuses = {acknowledge() for _ in range(ACKNOWLEDGEMENTS)}
    assert statuses <= {200, 204}
    found = DiskLedger(MATTERS).read(trace.read_text(errors="replace").splitlines())
    assert found.synced >= ACKNOWLEDGEMENTS, "the trace does not show what was written"
    return found


class TestDiskLedger:
    """The ledger itself finds what it is there to find."""

    WRITE = '7 pwrite64(3</d/talentflow.db-wal>, "x", 1, 0) = 1'
    SYNC = "7 fdatasync(3</d/talentflow.db-wal>) = 0"
    ANSWER = '7 sendto(9<socket:[1]>, "HTTP/1.1 200 OK\\r\\n", 17, 0, NULL, 0) = 17'

    def test_an_answer_after_the_sync_is_clean(self) -> None:
        assert DiskLedger(MATTERS).read([self.WRITE, self.SYNC, self.ANSWER]).dirty_answers == []

    def test_an_answer_before_the_sync_is_found(self) -> None:
        found = DiskLedger(MATTERS).read([self.WRITE, self.ANSWER, self.SYNC])

        assert found.dirty_answers == [{"/d/talentflow.db-wal"}]

    def test_a_failed_sync_cleans_nothing(self) -> None:
        failed = self.SYNC.replace("= 0", "= -1 EIO (Input/output error)")

        assert len(DiskLedger(MATTERS).read([self.WRITE, failed, self.ANSWER]).dirty_answers) == 1

    def test_an_unfinished_sync_cleans_at_its_end(self) -> None:
        begun, ended = "7 fdatasync(3</d/talentflow.db-wal> <unfinished ...>", "7 <... fdatasync resumed>) = 0"
        other = self.ANSWER.replace("7 ", "8 ")

        assert len(DiskLedger(MATTERS).read([self.WRITE, begun, other, ended]).dirty_answers) == 1
        assert DiskLedger(MATTERS).read([self.WRITE, begun, ended, other]).dirty_answers == []

    def test_a_new_name_needs_its_folder_synced(self) -> None:
        renamed = '7 rename("/d/recordings/staging/a", "/d/recordings/uploads/b") = 0'
        folder = "7 fsync(4</d/recordings/uploads>) = 0"

        assert len(DiskLedger(MATTERS).read([renamed, self.ANSWER]).dirty_answers) == 1
        assert DiskLedger(MATTERS).read([renamed, folder, self.ANSWER]).dirty_answers == []
