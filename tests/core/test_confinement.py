"""What the child cannot do once it is confined."""

from __future__ import annotations

import subprocess
import sys

import pytest

_CONFINE = """
import os, socket, sys, threading
from interview.core.confinement.limits import Limits
from interview.core.confinement.confine import confine
confine(Limits(cpu_seconds=5), parent=os.getppid())
try:
    {attempt}
except {refusal}:
    print("refused")
"""


class TestConfine:
    @pytest.mark.skipif(sys.platform != "linux", reason="only Linux filters system calls")
    @pytest.mark.parametrize(
        "attempt",
        [
            "socket.socket()",
            "os.execv(sys.executable, [sys.executable, '-c', ''])",
            "os.kill(os.getppid(), 0)",
        ],
    )
    def test_system_call(self, attempt: str) -> None:
        """No socket, no other program, no signal to another process."""
        assert _said(attempt, "PermissionError") == "refused"

    @pytest.mark.parametrize(
        ("attempt", "refusal"),
        [
            ("bytearray(4 << 30)", "MemoryError"),
            ("[os.open('/dev/null', os.O_RDONLY) for _ in range(100)]", "OSError"),
        ],
    )
    def test_limit(self, attempt: str, refusal: str) -> None:
        """No more memory and files than it was given."""
        assert _said(attempt, refusal) == "refused"

    def test_what_it_needs(self) -> None:
        """Threads and a second process of its own are still there."""
        attempt = "threading.Thread(target=print, args=('thread',)).start(); os.waitpid(os.fork() or os._exit(0), 0)"

        assert _said(attempt, "OSError") == "thread"


def _said(attempt: str, refusal: str) -> str:
    code = _CONFINE.format(attempt=attempt, refusal=refusal)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()
