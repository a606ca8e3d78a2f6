"""Reading the text of a resume: plain text here, everything else in a confined process that gets one order."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import IO, Any

from interview.candidates.resumes import sniffing
from interview.core.confinement.limits import Limits

LONGEST_TEXT = 200_000
TIMEOUT_SECONDS = 60.0
LIMITS = Limits(memory_bytes=1 << 30, file_bytes=8 << 20, open_files=32, cpu_seconds=40)
# What may be wrong with a file; everything else that the process says is taken for `unreadable`.
PROBLEMS = frozenset({"encrypted", "too_large", "too_slow", "unreadable"})
_ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in a resume: its text, perhaps cut, its pages, whether some of it does not show; or the problem."""

    text: str | None = None
    page_count: int | None = None
    is_cut: bool = False
    has_hidden_text: bool = False
    problem: str | None = None


def read(path: Path, *, media_type: str, limits: Limits = LIMITS, timeout_seconds: float = TIMEOUT_SECONDS) -> Found:
    """Read a resume's text; hostile files end as a `problem`, never as a failure of ours."""
    if media_type == sniffing.PLAIN:
        return _plain(path.read_bytes())
    order = {"path": str(path), "media_type": media_type, "limits": asdict(limits), "parent": os.getpid()}
    with tempfile.TemporaryFile() as answer:
        returncode = _run(json.dumps(order).encode(), answer, timeout_seconds)
        answer.seek(0)
        return _understood(answer.read(limits.file_bytes), returncode)


def _plain(content: bytes) -> Found:
    text = sniffing.plain_text(content) or ""
    return Found(text[:LONGEST_TEXT].replace("\r\n", "\n"), is_cut=len(text) > LONGEST_TEXT)


def _run(order: bytes, answer: IO[bytes], timeout_seconds: float) -> int | None:
    """Send the process on its errand; None where its time ran out."""
    # A bare environment: the server's secrets are not for a process that reads hostile bytes.
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "interview.candidates.resumes.workshop"],
        stdin=subprocess.PIPE,
        stdout=answer,
        stderr=subprocess.DEVNULL,
        cwd="/",
        env={"PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1"},
        start_new_session=True,
    ) as child:
        try:
            child.communicate(order, timeout=timeout_seconds)
        except subprocess.TimeoutExpired:
            return None
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child.pid, signal.SIGKILL)
    return child.returncode


def _understood(said: bytes, returncode: int | None) -> Found:
    if returncode is None or -returncode in {signal.SIGXCPU, signal.SIGKILL}:
        return Found(problem="too_slow")
    try:
        told = json.loads(said)
        found = Found(**{spec.name: told[spec.name] for spec in fields(Found)})
    except (ValueError, TypeError, KeyError):
        return Found(problem="unreadable")
    return found if _makes_sense(found) else Found(problem="unreadable")


def _makes_sense(found: Found) -> bool:
    """The process read hostile bytes: what it says is checked like any other input."""
    kinds: tuple[tuple[Any, type | tuple[type, ...]], ...] = (
        (found.text, (str, type(None))),
        (found.page_count, (int, type(None))),
        (found.is_cut, bool),
        (found.has_hidden_text, bool),
    )
    if not all(isinstance(value, kind) for value, kind in kinds) or found.problem not in {None, *PROBLEMS}:
        return False
    return len(found.text or "") <= LONGEST_TEXT and "\x00" not in (found.text or "")
