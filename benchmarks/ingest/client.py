"""One tus client for both servers: a plain socket, so that the client costs the same and little."""

from __future__ import annotations

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlsplit

MEBIBYTE = 1024**2
PATTERN = bytes(range(256)) * 4096


@dataclass(frozen=True)
class Load:
    """So many uploads at once, each of `size_bytes`, sent in PATCHes of `patch_bytes`."""

    name: str
    uploads: int
    size_bytes: int
    patch_bytes: int


class Wire:
    """A connection that is kept open."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port))
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._socket.settimeout(120)

    def ask(self, method: str, path: str, headers: dict[str, str], size_bytes: int = 0) -> tuple[int, dict[str, str]]:
        """Send a request with a body of so many bytes; return status and headers."""
        named = {"Host": "127.0.0.1", "Tus-Resumable": "1.0.0", "Content-Length": str(size_bytes)} | headers
        head = f"{method} {path} HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in named.items())
        self._socket.sendall(f"{head}\r\n".encode())
        left = size_bytes
        while left:
            step = min(left, len(PATTERN))
            self._socket.sendall(memoryview(PATTERN)[:step])
            left -= step
        return self._answer()

    def _answer(self) -> tuple[int, dict[str, str]]:
        raw = b""
        while b"\r\n\r\n" not in raw:
            piece = self._socket.recv(65536)
            if not piece:
                raise ConnectionError(f"closed after {raw!r}")
            raw += piece
        head, _, body = raw.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        left = int(headers.get("content-length", 0)) - len(body)
        while left > 0:
            left -= len(self._socket.recv(65536))
        return int(first.split()[1]), headers


def megabytes_per_second(port: int, path: str, load: Load) -> float:
    """Run a load against the server at which `path` creates uploads; raises when an answer is not what tus says."""
    with ThreadPoolExecutor(load.uploads) as pool:
        begun = time.perf_counter()
        for done in [pool.submit(_upload, port, path, load) for _ in range(load.uploads)]:
            done.result()
        return load.uploads * load.size_bytes / 1e6 / (time.perf_counter() - begun)


def _upload(port: int, path: str, load: Load) -> None:
    wire = Wire(port)
    status, headers = wire.ask("POST", path, {"Upload-Length": str(load.size_bytes)})
    if status != 201:
        raise RuntimeError(f"creation answered {status}")
    place = urlsplit(headers["location"]).path
    offset = 0
    while offset < load.size_bytes:
        step = min(load.patch_bytes, load.size_bytes - offset)
        told = {"Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"}
        status, headers = wire.ask("PATCH", place, told, step)
        offset += step
        if status != 204 or headers["upload-offset"] != str(offset):
            raise RuntimeError(f"PATCH answered {status} {headers}")
