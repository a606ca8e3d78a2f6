"""One errand: a child process that gets one order, is given so much time and no more, and answers once."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, Any, TypeVar, cast, get_args

from interview.core.confinement.limits import Limits
from interview.media.finalising import plain
from interview.media.finalising.errors import FinalisingCrashed, FinalisingTimedOut, Reason, Unplayable

_Answer = TypeVar("_Answer")
_ROOT = Path(__file__).resolve().parents[3]
_LONGEST_LINE = 8 << 20


def run(
    verb: str,
    order: Any,
    shape: type[_Answer],
    *,
    timeout_seconds: float,
    limits: Limits,
    on_progress: Callable[[float], None] | None = None,
) -> _Answer:
    """Send a child on the errand and return its answer; raises Unplayable, FinalisingTimedOut, FinalisingCrashed."""
    request = {
        "verb": verb,
        "order": plain.written(order),
        "limits": plain.written(_bounded(limits, timeout_seconds)),
        "parent": os.getpid(),
    }
    with tempfile.TemporaryFile() as complaints, _child(complaints) as child:
        clock = _Clock(child, timeout_seconds)
        answer = None
        try:
            answer = _converse(child, json.dumps(request), on_progress)
        finally:
            if answer is None:
                _kill(child)
            clock.stop()
        if clock.has_run_out:
            raise FinalisingTimedOut(timeout_seconds)
        if answer is None:
            raise _crash(child.returncode, complaints)
    return _understood(answer, shape)


def _bounded(limits: Limits, timeout_seconds: float) -> Limits:
    # The wall clock is the real limit; this one ends a child whose parent has died.
    cpu_seconds = round(timeout_seconds * (os.cpu_count() or 1)) + 2
    return replace(limits, cpu_seconds=limits.cpu_seconds or cpu_seconds)


@contextlib.contextmanager
def _child(complaints: IO[bytes]) -> Iterator[subprocess.Popen[str]]:
    # A bare environment: the server's secrets are not for a process that reads hostile bytes.
    child = subprocess.Popen(
        [sys.executable, "-P", "-m", "interview.media.finalising.workshop"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=complaints,
        text=True,
        encoding="utf-8",
        cwd="/",
        env={"PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1"},
        start_new_session=True,
    )
    try:
        yield child
    finally:
        _kill(child)
        child.communicate()


def _kill(child: subprocess.Popen[str]) -> None:
    if child.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)


class _Clock:
    """Kills the child's process group when its time is up."""

    def __init__(self, child: subprocess.Popen[str], seconds: float) -> None:
        self.has_run_out = False
        self._child = child
        self._timer = threading.Timer(seconds, self._ring)
        self._timer.daemon = True
        self._timer.start()

    def _ring(self) -> None:
        self.has_run_out = True
        _kill(self._child)

    def stop(self) -> None:
        # The child must not be reaped before the timer is off, or the timer could kill whoever inherits its id.
        os.waitid(os.P_PID, self._child.pid, os.WEXITED | os.WNOWAIT)
        self._timer.cancel()
        self._timer.join()
        self._child.wait()


def _converse(
    child: subprocess.Popen[str], request: str, on_progress: Callable[[float], None] | None
) -> dict[str, Any] | None:
    said, told = cast(IO[str], child.stdout), cast(IO[str], child.stdin)
    with contextlib.suppress(BrokenPipeError):
        told.write(request + "\n")
        told.flush()
    while line := said.readline(_LONGEST_LINE):
        message = _parsed(line)
        if "progress" not in message:
            return message or None
        if on_progress and isinstance(message["progress"], float):
            on_progress(message["progress"])
    return None


def _parsed(line: str) -> dict[str, Any]:
    # The child read hostile bytes: what it says is checked like any other input.
    try:
        message = json.loads(line)
    except ValueError:
        return {}
    return message if isinstance(message, dict) else {}


def _understood(message: dict[str, Any], shape: type[_Answer]) -> _Answer:
    if message.get("unplayable") in get_args(Reason):
        raise Unplayable(message["unplayable"], str(message.get("detail", "")))
    if "failed" in message:
        raise FinalisingCrashed(str(message["failed"]), str(message.get("detail", "")))
    try:
        return plain.read(shape, message.get("answer"))
    except (TypeError, ValueError) as error:
        raise FinalisingCrashed("crashed", f"the child's answer makes no sense: {error}") from error


def _crash(returncode: int, complaints: IO[bytes]) -> FinalisingCrashed:
    complaints.seek(0, os.SEEK_END)
    complaints.seek(max(0, complaints.tell() - 1500))
    words = complaints.read().decode("utf-8", "replace").strip()
    if returncode < 0:
        return FinalisingCrashed("killed", f"signal {signal.Signals(-returncode).name}; {words}")
    return FinalisingCrashed("crashed", f"exit status {returncode}; {words}")
