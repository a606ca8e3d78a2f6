"""A server that speaks clamd's INSTREAM on a real socket, as far as our client needs it."""

from __future__ import annotations

import socketserver
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

# The test file that every scanner takes for a virus (EICAR), in two pieces so that none finds this source.
EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
Reply = Callable[[bytes], bytes]


def judge(content: bytes) -> bytes:
    """What clamd says."""
    return b"stream: Eicar-Test-Signature FOUND\0" if EICAR in content else b"stream: OK\0"


@contextmanager
def tcp_daemon(reply: Reply = judge) -> Iterator[str]:
    """The address of a daemon on a free port."""
    with _serving(socketserver.ThreadingTCPServer(("127.0.0.1", 0), _handler(reply))) as server:
        yield f"tcp://127.0.0.1:{server.server_address[1]}"


@contextmanager
def unix_daemon(folder: Path, reply: Reply = judge) -> Iterator[str]:
    """The address of a daemon on a Unix socket."""
    path = str(folder / "clamd.ctl")
    with _serving(socketserver.ThreadingUnixStreamServer(path, _handler(reply))):
        yield f"unix://{path}"


@contextmanager
def _serving(server: socketserver.BaseServer) -> Iterator[socketserver.BaseServer]:
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(reply: Reply) -> type[socketserver.StreamRequestHandler]:
    class Handler(socketserver.StreamRequestHandler):
        """Reads one command to its end and answers."""

        def handle(self) -> None:
            assert self.rfile.read(len(b"zINSTREAM\0")) == b"zINSTREAM\0"
            content = b""
            while length := struct.unpack(">I", self.rfile.read(4))[0]:
                content += self.rfile.read(length)
            self.wfile.write(reply(content))

    return Handler
