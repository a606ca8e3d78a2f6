"""What a server did, as strace saw it: which files were written and not yet on the disk when it answered."""

from __future__ import annotations

import re
import signal
import subprocess
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

TRACED = "openat,write,pwrite64,pwritev,writev,fsync,fdatasync,rename,renameat,renameat2,sendto,sendmsg"
_LINE = re.compile(r"^(?P<pid>\d+) +(?P<rest>.*)$")
_CALL = re.compile(
    r"^(?P<name>\w+)\((?P<arguments>.*?)(?:\) += (?P<result>-?\d+).*|(?P<unfinished> <unfinished \.\.\.>))$"
)
_RESUMED = re.compile(r"^<\.\.\. (?P<name>\w+) resumed>(?P<arguments>.*?)\) += (?P<result>-?\d+)")
_FILE = re.compile(r"^\d+<(?P<path>/[^>]*)>")
_NAMES = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ANSWER = re.compile(r'"HTTP/1\.1 (?P<status>2\d\d)')
_WRITES = frozenset({"write", "pwrite64", "pwritev", "writev"})


@dataclass
class DiskLedger:
    """Follows the calls of one process.

    `answered` and `synced` count its 2xx answers and the dirty files it
    synced, `dirty_answers` are the answers given too early.
    """

    matters: re.Pattern[str]
    dirty: set[str] = field(default_factory=set)
    answered: int = 0
    synced: int = 0
    dirty_answers: list[frozenset[str]] = field(default_factory=list)
    _waiting: dict[str, str] = field(default_factory=dict)

    def read(self, lines: Iterable[str]) -> DiskLedger:
        """Follow the lines of a trace."""
        for line in lines:
            found = _LINE.match(line)
            if found:
                self._follow(found["pid"], found["rest"])
        return self

    def _follow(self, pid: str, rest: str) -> None:
        if call := _CALL.match(rest):
            self._begun(call["name"], call["arguments"])
            if call["unfinished"]:
                self._waiting[pid] = call["arguments"]
            else:
                self._ended(call["name"], call["arguments"], int(call["result"]))
        elif call := _RESUMED.match(rest):
            self._ended(call["name"], self._waiting.pop(pid, "") + call["arguments"], int(call["result"]))

    def _begun(self, name: str, arguments: str) -> None:
        """A write counts from its beginning, and so does an answer."""
        if name in _WRITES and (path := _path(arguments)) and self.matters.search(path):
            self.dirty.add(path)
        if name.startswith("send") and _ANSWER.search(arguments):
            self.answered += 1
            if self.dirty:
                self.dirty_answers.append(frozenset(self.dirty))

    def _ended(self, name: str, arguments: str, result: int) -> None:
        """A sync counts from its end, and only when it succeeded; a new name is on the disk once its folder is."""
        if result != 0:
            return
        if name in {"fsync", "fdatasync"} and (path := _path(arguments)):
            self.synced += path in self.dirty
            self.dirty.discard(path)
        if name.startswith("rename"):
            old, new = _NAMES.findall(arguments)[:2]
            if old in self.dirty:
                self.dirty.discard(old)
                self.dirty.add(new)
            if self.matters.search(new):
                self.dirty.add(str(Path(new).parent))


def _path(arguments: str) -> str | None:
    found = _FILE.match(arguments)
    return found["path"] if found else None


@contextmanager
def traced(pid: int, into: Path) -> Iterator[None]:
    """Have strace follow a process and its threads for the length of the block."""
    command = ["strace", "-f", "-y", "-s", "256", "-e", f"trace={TRACED}", "-o", str(into), "-p", str(pid)]
    strace = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    assert strace.stderr is not None
    told = strace.stderr.readline()
    if "attached" not in told:
        raise RuntimeError(f"strace could not attach: {told}")
    try:
        yield
        time.sleep(0.1)
    finally:
        strace.send_signal(signal.SIGINT)
        strace.communicate(timeout=30)
