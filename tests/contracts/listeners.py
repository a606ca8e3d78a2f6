"""Those who listen on a socket, by python-socketio and by socket.io-client: both keep every event and frame."""

from __future__ import annotations

import json
import logging
import subprocess
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from typing import Any

import socketio
from socketio.exceptions import ConnectionError as NotConnected

PATIENCE_SECONDS = 60.0
ACKNOWLEDGED_SECONDS = 20.0


class Listener(ABC):
    """A socket and what it was told: events in their order, raw frames, and why it was refused or closed."""

    def __init__(self) -> None:
        self.events: list[tuple[str, Any]] = []
        self.frames: list[str] = []
        self.refusal: dict[str, Any] | None = None
        self.is_closed = False
        self._news = threading.Condition()

    @abstractmethod
    def call(self, event: str, body: Any) -> Any:
        """Emit an event and return its acknowledgement."""

    @abstractmethod
    def close(self) -> None:
        """Leave."""

    def names(self) -> list[str]:
        """The events' names in the order they came."""
        return [name for name, _ in self.events]

    def wait_for(self, event: str) -> Any:
        """The body of the first such event, once it has come."""
        self.wait_until(lambda: event in self.names(), what=event)
        return next(body for name, body in self.events if name == event)

    def wait_until(self, is_so: Callable[[], bool], *, what: str) -> None:
        """Wait for something to hold; fails with everything that was told instead."""
        with self._news:
            assert self._news.wait_for(is_so, PATIENCE_SECONDS), f"no {what}; came {self.names()}"

    def _tell(self, change: Callable[[], None]) -> None:
        with self._news:
            change()
            self._news.notify_all()

    def _keep(self, name: str, body: Any) -> None:
        self._tell(lambda: self.events.append((name, body)))

    def _refuse(self, message: str, body: Any) -> None:
        def change() -> None:
            self.refusal = {"message": message, "data": body}

        self._tell(change)

    def _end(self) -> None:
        def change() -> None:
            self.is_closed = True

        self._tell(change)


class PythonListener(Listener):
    """A listener by python-socketio."""

    def __init__(self, url: str, auth: dict[str, Any], **headers: str) -> None:
        super().__init__()
        self._client = socketio.Client(reconnection=False, engineio_logger=self._frame_log())
        self._client.on("*", self._keep)
        self._client.on("disconnect", lambda *_: self._end())
        self._client.on("connect_error", self._hear_refusal)
        try:
            self._client.connect(url, auth=auth, headers=headers)
        except NotConnected as failure:
            if self.refusal is None:
                self._refuse(str(failure), None)

    def _frame_log(self) -> logging.Logger:
        """The library tells each frame to its logger, and nobody else."""
        log = logging.Logger("frames", logging.INFO)
        handler = logging.Handler()
        handler.emit = lambda record: self.frames.append(record.getMessage())  # type: ignore[method-assign]
        log.addHandler(handler)
        return log

    def _hear_refusal(self, told: Any) -> None:
        if isinstance(told, dict):
            self._refuse(told["message"], told.get("data"))

    def call(self, event: str, body: Any) -> Any:
        """Emit an event and return its acknowledgement."""
        return self._client.call(event, body, timeout=ACKNOWLEDGED_SECONDS)

    def close(self) -> None:
        """Leave."""
        self._client.disconnect()


class NodeListener(Listener):
    """A listener by socket.io-client in a Node of its own."""

    def __init__(self, url: str, auth: dict[str, Any], *, node: str, folder: Path) -> None:
        super().__init__()
        self._answers: list[Any] = []
        self._is_connected = False
        command = [node, str(folder / "listen.mjs"), url, json.dumps(auth)]
        self._process = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.wait_until(lambda: self._is_connected or self.refusal is not None, what="answer to the handshake")

    def _read(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            self._hear(json.loads(line))

    def _hear(self, told: dict[str, Any]) -> None:
        if "event" in told:
            self._keep(told["event"], told.get("body"))
        elif "frame" in told:
            self.frames.append(told["frame"])
        elif "acknowledged" in told:
            self._tell(lambda: self._answers.append(told["acknowledged"]))
        elif "refused" in told:
            self._refuse(told["refused"], told["data"])
        elif "disconnected" in told:
            self._end()
        else:
            self._tell(self._connect)

    def _connect(self) -> None:
        self._is_connected = True

    def call(self, event: str, body: Any) -> Any:
        """Emit an event and return its acknowledgement."""
        before = len(self._answers)
        assert self._process.stdin
        self._process.stdin.write(json.dumps({"emit": event, "body": body}) + "\n")
        self.wait_until(lambda: len(self._answers) > before, what=f"acknowledgement of {event}")
        return self._answers[-1]

    def close(self) -> None:
        """Leave."""
        assert self._process.stdin and self._process.stdout
        self._process.stdin.close()
        self._process.wait(timeout=30)
        self._reader.join()
        self._process.stdout.close()
