"""ClamAV's daemon, by its command INSTREAM (clamd(8)) over TCP or a Unix socket."""

from __future__ import annotations

import socket
import struct
from typing import BinaryIO

from interview.providers.scan.port import Outcome, ScannerDown, Verdict

_PIECE_BYTES = 64 * 1024
_LONGEST_REPLY = 4096
TIMEOUT_SECONDS = 30.0


class Clamd:
    """A daemon at `(host, port)` or at the path of a Unix socket."""

    def __init__(self, address: tuple[str, int] | str, *, timeout_seconds: float = TIMEOUT_SECONDS) -> None:
        self._address = address
        self._timeout_seconds = timeout_seconds

    def scan(self, file: BinaryIO) -> Verdict:
        """Send the file and read what the daemon says; raises `ScannerDown`."""
        try:
            with self._connected() as connection:
                said = _converse(connection, file)
        except OSError as cause:
            raise ScannerDown(f"clamd cannot be reached: {type(cause).__name__}") from cause
        return _understood(said)

    def _connected(self) -> socket.socket:
        if isinstance(self._address, tuple):
            return socket.create_connection(self._address, timeout=self._timeout_seconds)
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.settimeout(self._timeout_seconds)
        try:
            connection.connect(self._address)
        except OSError:
            connection.close()
            raise
        return connection


def _converse(connection: socket.socket, file: BinaryIO) -> str:
    """Send the command and the file, each piece after its length; a piece of no length ends it."""
    connection.sendall(b"zINSTREAM\0")
    while piece := file.read(_PIECE_BYTES):
        connection.sendall(struct.pack(">I", len(piece)) + piece)
    connection.sendall(struct.pack(">I", 0))
    said = b""
    while not said.endswith(b"\0") and len(said) < _LONGEST_REPLY:
        piece = connection.recv(_LONGEST_REPLY)
        if not piece:
            break
        said += piece
    return said.rstrip(b"\0").decode("utf-8", "replace").strip()


def _understood(said: str) -> Verdict:
    told = said.removeprefix("stream: ")
    if told == "OK":
        return Verdict(Outcome.CLEAN)
    if told.endswith(" FOUND"):
        return Verdict(Outcome.INFECTED, told.removesuffix(" FOUND")[:200])
    raise ScannerDown(f"clamd says: {said[:200]!r}")
