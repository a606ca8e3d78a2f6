"""`Idempotency-Key`: the same request again gets its first answer again, and its effect is there once."""

from __future__ import annotations

import socket
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
import requests

from tests.contracts.callers import OCTETS, TUS
from tests.contracts.organisations import QUESTION, Organisation

CANDIDATES = "/api/admin/candidates"
AT_ONCE = 8


@pytest.fixture
def key() -> dict[str, str]:
    """A key that nobody has used."""
    return {"Idempotency-Key": uuid4().hex}


def create(ours: Organisation, key: dict[str, str], name: str = "Some Candidate") -> requests.Response:
    """Create a candidate with a key."""
    return requests.post(ours.server.url + CANDIDATES, json={"name": name}, headers=key, auth=ours.api_key)


class TestSameRequest:
    """The same key and the same body."""

    def test_first_answer_again(self, ours: Organisation, key: dict[str, str]) -> None:
        first, second = create(ours, key), create(ours, key)

        assert (second.status_code, second.content) == (first.status_code, first.content)
        assert (first.headers.get("Idempotency-Replayed"), second.headers["Idempotency-Replayed"]) == (None, "true")

    def test_question(self, ours: Organisation, http: requests.Session, key: dict[str, str]) -> None:
        session_id = ours.start()["session_id"]
        body = {"session_id": session_id, "question_data": QUESTION}
        address = f"{ours.server.url}/api/interview/question/add"
        told = [http.post(address, json=body, headers=key).json()["question_id"] for _ in range(3)]
        stored = ours.page.get(f"/api/interview/session/{session_id}")["session_data"]["questions"]

        assert [one["question_id"] for one in stored] == [told[0]]
        assert len(set(told)) == 1

    def test_refusal_is_kept_too(self, ours: Organisation, key: dict[str, str]) -> None:
        first, second = create(ours, key, name=""), create(ours, key, name="")

        assert (first.status_code, second.status_code) == (422, 422)
        assert second.content == first.content

    def test_survives_a_killed_server(self, ours: Organisation, key: dict[str, str]) -> None:
        first = create(ours, key)
        ours.server.restart()

        assert create(ours, key).content == first.content

    def test_after_the_state_has_changed(self, ours: Organisation, http: requests.Session, key: dict[str, str]) -> None:
        session_id = ours.start()["session_id"]
        body = {"session_id": session_id, "question_data": QUESTION}
        address = f"{ours.server.url}/api/interview/question/add"
        first = http.post(address, json=body, headers=key)
        ours.end(session_id)
        again, anew = http.post(address, json=body, headers=key), http.post(address, json=body)

        assert (again.status_code, again.content) == (200, first.content)
        assert anew.status_code == 409


class TestOtherRequest:
    """The same key for something else."""

    def test_other_body(self, ours: Organisation, key: dict[str, str]) -> None:
        create(ours, key)
        refused = create(ours, key, name="Another Candidate")

        assert (refused.status_code, refused.json()["code"]) == (422, "idempotency_key_reused")

    def test_other_caller(self, ours: Organisation, theirs: Organisation, key: dict[str, str]) -> None:
        first, second = create(ours, key), create(theirs, key)

        assert (first.status_code, second.status_code) == (201, 201)
        assert first.json()["id"] != second.json()["id"]

    def test_other_address(self, ours: Organisation, key: dict[str, str]) -> None:
        made = create(ours, key)
        body: dict[str, Any] = {"candidateId": made.json()["id"], "title": "Round one"}
        address = f"{ours.server.url}/api/admin/interviews"

        assert requests.post(address, json=body, headers=key, auth=ours.api_key).status_code == 201


class TestAtOnce:
    """The same key while the first request runs."""

    def test_one_effect(self, ours: Organisation, key: dict[str, str]) -> None:
        name = f"Candidate {key['Idempotency-Key']}"
        with ThreadPoolExecutor(AT_ONCE) as pool:
            answers = list(pool.map(lambda _: create(ours, key, name), range(AT_ONCE)))
        listed = ours.staff.get(f"{CANDIDATES}?limit=100")["items"]

        assert [one["name"] for one in listed].count(name) == 1
        assert {answer.status_code for answer in answers} <= {201, 409}
        assert len({answer.content for answer in answers if answer.status_code == 201}) == 1
        assert {one.json()["code"] for one in answers if one.status_code == 409} <= {"request_in_progress"}

    def test_still_running(self, ours: Organisation, key: dict[str, str], http: requests.Session) -> None:
        started, body = ours.start(), b"x" * 1000
        address = started["upload_url"]
        headers = {**TUS, **key, "Upload-Length": "1000", "Content-Type": OCTETS}
        with socket.create_connection(("127.0.0.1", ours.server.port)) as slow:
            told = headers | {"Host": urlsplit(ours.server.url).netloc, "Content-Length": "1000"}
            lines = [f"POST {urlsplit(address).path} HTTP/1.1", *(f"{name}: {value}" for name, value in told.items())]
            slow.sendall("\r\n".join([*lines, "", ""]).encode() + body[:400])
            self._until_it_runs(ours, started["candidate_id"])
            refused = http.post(address, headers=headers, data=body)
            slow.sendall(body[400:])
            answer = slow.recv(4096)
        again = http.post(address, headers=headers, data=body)

        assert (refused.status_code, refused.json()["code"]) == (409, "request_in_progress")
        assert answer.startswith(b"HTTP/1.1 201")
        assert again.headers["Location"].encode() in answer

    def _until_it_runs(self, ours: Organisation, candidate_id: int) -> None:
        """The upload's row is there before its body is read."""
        for _ in range(200):
            if ours.staff.get(f"/api/interview/recording/{candidate_id}")["recording_info"]["tracks"]:
                return
        raise AssertionError("the first request was never taken up")
