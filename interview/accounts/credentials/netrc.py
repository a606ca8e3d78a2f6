"""The netrc file: how a program that sends no credential of its own, such as bare `requests.get`, finds its key.

The grammar is that of the standard library's `netrc`, with which every result is checked before it replaces a file.
"""

from __future__ import annotations

import netrc
import os
import re
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_TOKEN = re.compile(r'"(?:\\.|[^"\\])*"|\S+')
_STARTS = {"machine", "default", "macdef"}
_VALUED = {"machine", "login", "user", "account", "password"}


class UnreadableNetrc(Exception):
    """The file cannot be read as a netrc file, so it is left alone."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """A stretch of the file: one machine, the default, a macro, or what lies before them."""

    kind: str
    name: str
    text: str


def write_entry(path: Path, *, machine: str, login: str, password: str) -> bool:
    """Set the machine's entry, keep every other one, and leave the file readable by its owner only.

    Returns whether the machine had an entry before. Raises `UnreadableNetrc` and `OSError`.
    """
    target = path.resolve()
    before = _text(target)
    known = _hosts(before)
    after = _with_entry(before, machine, f"machine {machine}\n  login {login}\n  password {password}\n")
    if _hosts(after) != known | {machine: (login, "", password)}:
        raise UnreadableNetrc(f"{path} has a form that cannot be changed safely")
    _replace(target, after)
    return machine in known


def _with_entry(text: str, machine: str, entry: str) -> str:
    """The default entry matches every machine, so the new one stands before it."""
    kept = [part for part in _entries(text) if (part.kind, part.name) != ("machine", machine)]
    place = next((at for at, part in enumerate(kept) if part.kind == "default"), len(kept))
    head, tail = "".join(part.text for part in kept[:place]), "".join(part.text for part in kept[place:])
    # A macro ends at an empty line only.
    gap = "" if not head or head.endswith("\n\n") else "\n" if head.endswith("\n") else "\n\n"
    return head + gap + entry + ("\n" + tail if tail else "")


def _entries(text: str) -> Iterator[_Entry]:
    kind, name, begin = "", "", 0
    for at, found, called in _starts(text):
        if at > begin:
            yield _Entry(kind, name, text[begin:at])
        kind, name, begin = found, called, at
    if begin < len(text):
        yield _Entry(kind, name, text[begin:])


def _starts(text: str) -> Iterator[tuple[int, str, str]]:
    """Where each entry begins, its keyword and its name; values, comments and the bodies of macros are passed over."""
    at = 0
    while token := _TOKEN.search(text, at):
        word, at = token[0], token.end()
        if word.startswith("#"):
            at = _end(text, "\n", at)
        elif word == "macdef":
            yield token.start(), word, ""
            at = _end(text, "\n\n", at)
        elif word in _VALUED and (value := _TOKEN.search(text, at)):
            at = value.end()
            if word == "machine":
                yield token.start(), word, value[0].strip('"')
        elif word in _STARTS:
            yield token.start(), word, ""


def _end(text: str, mark: str, at: int) -> int:
    found = text.find(mark, at)
    return len(text) if found < 0 else found + len(mark)


def _text(path: Path) -> str:
    try:
        return path.read_text()
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as cause:
        raise UnreadableNetrc(f"{path} is not text") from cause


def _hosts(text: str) -> dict[str, tuple[str, str | None, str | None]]:
    with tempfile.NamedTemporaryFile("w", prefix="netrc-") as file:
        file.write(text)
        file.flush()
        try:
            return dict(netrc.netrc(file.name).hosts)
        except netrc.NetrcParseError as cause:
            raise UnreadableNetrc(f"line {cause.lineno} of the netrc file cannot be read: {cause.msg}") from cause


def _replace(target: Path, text: str) -> None:
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".netrc-")
    try:
        with os.fdopen(handle, "w") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(target)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
