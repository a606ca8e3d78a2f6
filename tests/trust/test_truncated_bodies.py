"""Bodies that break off under the real server: never more is acknowledged than arrived, and no row is half-written."""

from __future__ import annotations

import json
import os
import socket
import struct
import time
from typing import Any

import pytest
import requests

from tests.trust import backstage
from tests.trust.nursery import Forked
from tests.trust.pages import OCTETS

DECLARED, SENT = 400_000, 130_000
ENDINGS = ("FIN", "RST")


class TestTruncatedJson:
    """POST with less than was declared."""

    @pytest.mark.parametrize("ending", ENDINGS)
    def test_half_a_body_stores_nothing(self, server: Forked, ending: str) -> None:
        session_id, question_id = asked(server)
        body = answer_to(session_id, question_id)
        told = cut_off(server, "POST", "/api/interview/answer/add", body[: len(body) // 2], len(body), ending=ending)

        assert not told.startswith("HTTP/1.1 2") and shown(server, session_id)["answers"] == []

    @pytest.mark.parametrize("ending", ENDINGS)
    def test_a_body_that_reads_well_but_is_not_whole_stores_nothing(self, server: Forked, ending: str) -> None:
        session_id, question_id = asked(server)
        body = answer_to(session_id, question_id)
        told = cut_off(server, "POST", "/api/interview/answer/add", body, len(body) + 1000, ending=ending)

        assert not told.startswith("HTTP/1.1 2") and shown(server, session_id)["answers"] == []


class TestTruncatedMedia:
    """PATCH with less than was declared."""

    @pytest.mark.parametrize("ending", ENDINGS)
    def test_only_what_arrived_is_acknowledged(self, server: Forked, ending: str) -> None:
        session_id, _ = asked(server)
        address, sent = f"/api/interview/session/{session_id}/uploads", os.urandom(SENT)
        created = requests.post(server.url + address, headers=OCTETS | {"Upload-Length": str(DECLARED)}, timeout=20)
        place = created.headers["Location"][created.headers["Location"].index("/api/") :]
        told = cut_off(server, "PATCH", place, sent, DECLARED, ending=ending, headers=OCTETS | {"Upload-Offset": "0"})
        # Nobody answers a reset: the server may still be putting away what had arrived.
        patience = time.monotonic() + 10
        while (kept := stored(server, place)) != sent[: (offset := offset_of(server, place))]:
            assert time.monotonic() < patience, f"{len(kept)} bytes are stored and {offset} are told"
            time.sleep(0.05)

        assert not told.startswith("HTTP/1.1 2") and offset <= SENT


def offset_of(server: Forked, place: str) -> int:
    """How many bytes the server says it has."""
    return int(requests.head(server.url + place, headers=OCTETS, timeout=20).headers["Upload-Offset"])


def asked(server: Forked) -> tuple[str, str]:
    """A session with one question, and the question."""
    tokens, _ = backstage.invite(server, 1)
    base = f"{server.url}/api/interview"
    started = requests.post(f"{base}/session/start", json={"interview_token": tokens[0]}, timeout=20)
    session_id = started.json()["session_id"]
    told = {"session_id": session_id, "question_data": {"text": "Why?"}}
    return session_id, requests.post(f"{base}/question/add", json=told, timeout=20).json()["question_id"]


def answer_to(session_id: str, question_id: str) -> bytes:
    """The body of an answer."""
    told = {"session_id": session_id, "question_id": question_id, "answer_data": {"text": "Because. " * 200}}
    return json.dumps(told).encode()


def shown(server: Forked, session_id: str) -> dict[str, Any]:
    """The session as the server shows it."""
    told = requests.get(f"{server.url}/api/interview/session/{session_id}", timeout=20)
    data: dict[str, Any] = told.json()["session_data"]
    return data


def stored(server: Forked, place: str) -> bytes:
    """The upload's files in the order of their offsets."""
    name = place.rpartition("/")[2]
    chunks = sorted((server.folder / "recordings").rglob(f"{name}-*"), key=lambda path: path.name)
    return b"".join(path.read_bytes() for path in chunks)


def cut_off(
    server: Forked, method: str, path: str, sent: bytes, declared: int, *, ending: str,
    headers: dict[str, str] | None = None,
) -> str:  # fmt: skip
    """Send less than is declared, then end the connection politely or by reset; returns what was answered."""
    named = {"Host": "x", "Content-Type": "application/json"} | (headers or {}) | {"Content-Length": str(declared)}
    head = f"{method} {path} HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in named.items())
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        connection.sendall(head.encode() + b"\r\n" + sent)
        if ending == "RST":
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            return ""
        connection.shutdown(socket.SHUT_WR)
        return connection.makefile("rb").read().decode(errors="replace")
