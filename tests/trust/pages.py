"""Candidates' pages: each conducts interviews, sends again what was not acknowledged, and keeps a ledger."""

from __future__ import annotations

import random
import threading
import time
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from uuid import uuid4

import requests

OCTETS = {"Tus-Resumable": "1.0.0", "Content-Type": "application/offset+octet-stream"}
PATIENCE_SECONDS = 60.0
QUESTIONS = 5


@dataclass
class Upload:
    """One segment on its way: `acknowledged` bytes of the body are the server's promise."""

    address: str
    body: bytes
    acknowledged: int = 0

    @property
    def digest(self) -> str:
        """SHA-256 of what was acknowledged."""
        return sha256(self.body[: self.acknowledged]).hexdigest()


@dataclass
class Conducted:
    """The ledger of one session: nothing stands here before its acknowledgement arrived."""

    token: str
    session_id: str
    candidate_id: int
    questions: dict[str, str] = field(default_factory=dict)
    answers: dict[str, str] = field(default_factory=dict)
    upload: Upload | None = None
    is_ended: bool = False


class Page(threading.Thread):
    """One candidate after the other, until it is told that this one is the last."""

    def __init__(self, url: str, tokens: list[str], *, seed: int, media: bytes, media_every: int) -> None:
        super().__init__(daemon=True)
        self.ledger: list[Conducted] = []
        self.faults: list[str] = []
        self.is_last = threading.Event()
        self.retries = 0
        self._url = url
        self._tokens = tokens
        self._random = random.Random(seed)
        self._media = media
        self._media_every = media_every
        self._http = requests.Session()
        self._http.trust_env = False

    def run(self) -> None:
        """Conduct interviews; a surprise ends the page and is kept as a fault."""
        try:
            for number, token in enumerate(self._tokens):
                if self.is_last.is_set():
                    return
                self._conduct(token, has_media=number % self._media_every == 0)
        except Exception as surprise:
            self.faults.append(repr(surprise))

    def _conduct(self, token: str, *, has_media: bool) -> None:
        told = self._post("session/start", {"interview_token": token})
        session = Conducted(token, told["session_id"], told["candidate_id"])
        self.ledger.append(session)
        if has_media:
            session.upload = self._create_upload(told["upload_url"])
        for number in range(QUESTIONS):
            self._exchange(session, number)
            if session.upload:
                self._append(session.upload)
        while session.upload and session.upload.acknowledged < len(session.upload.body):
            self._append(session.upload)
        self._post("session/end", {"session_id": session.session_id})
        session.is_ended = True

    def _exchange(self, session: Conducted, number: int) -> None:
        about = {"session_id": session.session_id}
        text = f"Question {number} of {session.token[:8]}: what is a database index?"
        asked = self._post("question/add", about | {"question_data": {"text": text}})
        session.questions[asked["question_id"]] = text
        words = f"Answer {number} of {session.token[:8]}: it finds rows without reading the whole table."
        told = about | {"question_id": asked["question_id"], "answer_data": {"text": words, "duration": number}}
        session.answers[self._post("answer/add", told)["answer_id"]] = words

    def _post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        """Send until it is acknowledged, every time with the same key."""
        key = {"Idempotency-Key": uuid4().hex}
        answer = self._insist("POST", f"{self._url}/api/interview/{path}", json=body, headers=key)
        if answer.status_code != 200:
            raise AssertionError(f"{path}: {answer.status_code} {answer.text}")
        told: dict[str, Any] = answer.json()
        return told

    def _create_upload(self, address: str) -> Upload:
        headers = OCTETS | {"Upload-Length": str(len(self._media))}
        created = self._insist("POST", self._here(address), headers=headers)
        if created.status_code != 201:
            raise AssertionError(f"upload: {created.status_code} {created.text}")
        return Upload(self._here(created.headers["Location"]), self._media)

    def _append(self, upload: Upload) -> None:
        size = self._random.randrange(1, 24_000)
        piece = upload.body[upload.acknowledged : upload.acknowledged + size]
        headers = OCTETS | {"Upload-Offset": str(upload.acknowledged)}
        try:
            answer = self._http.patch(upload.address, data=piece, headers=headers, timeout=20)
        except requests.RequestException:
            answer = self._insist("HEAD", upload.address, headers=OCTETS)
        if answer.status_code not in {200, 204}:
            raise AssertionError(f"bytes: {answer.status_code} {answer.text}")
        offset = int(answer.headers["Upload-Offset"])
        if not upload.acknowledged <= offset <= upload.acknowledged + len(piece):
            raise AssertionError(f"sent {len(piece)} at {upload.acknowledged}, told {offset}")
        upload.acknowledged = offset

    def _insist(self, method: str, address: str, **values: Any) -> requests.Response:
        latest = time.monotonic() + PATIENCE_SECONDS
        while True:
            try:
                answer = self._http.request(method, address, timeout=20, **values)
                if answer.status_code != 503:
                    return answer
            except requests.RequestException:
                self.retries += 1
                time.sleep(0.02)
            if time.monotonic() > latest:
                raise AssertionError(f"{method} {address} was never answered")

    def _here(self, address: str) -> str:
        """The address at the server under trial, whatever its public name."""
        return self._url + address[address.index("/api/") :]
