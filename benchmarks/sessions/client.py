"""The load: whole interviews over kept-alive connections, so many at a time."""

from __future__ import annotations

import json
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from typing import Any

THREADS = 8
QUESTIONS = 10
REQUESTS = 2 + 2 * QUESTIONS
CONFIG = {"format": "webm", "quality": "HD", "audio": True, "video": True}
QUESTION = {
    "text": "Tell me about your experience with Python programming.",
    "type": "technical", "avatar": "default", "keywords": ["python", "programming"], "difficulty": "medium",
}  # fmt: skip
ANSWER = {
    "text": "I have written services in Python for three years, mostly with Flask and SQLAlchemy. " * 3,
    "duration": 45, "audio_quality": "excellent", "confidence": 0.9,
}  # fmt: skip


def sessions_per_second(port: int, tokens: Sequence[str]) -> float:
    """Conduct one interview for each token and return how many a second that were."""
    begun = time.perf_counter()
    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(lambda number: _conduct_all(port, tokens[number::THREADS]), range(THREADS)))
    return len(tokens) / (time.perf_counter() - begun)


def _conduct_all(port: int, tokens: Sequence[str]) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    for token in tokens:
        _conduct(connection, token)
    connection.close()


def _conduct(connection: HTTPConnection, token: str) -> None:
    started = _post(connection, "session/start", {"interview_token": token, "recording_config": CONFIG})
    about = {"session_id": started["session_id"]}
    for _ in range(QUESTIONS):
        asked = _post(connection, "question/add", about | {"question_data": QUESTION})
        _post(connection, "answer/add", about | {"question_id": asked["question_id"], "answer_data": ANSWER})
    _post(connection, "session/end", about)


def _post(connection: HTTPConnection, path: str, body: dict[str, Any]) -> dict[str, Any]:
    connection.request(
        "POST", f"/api/interview/{path}", json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    answer = connection.getresponse()
    told: dict[str, Any] = json.loads(answer.read())
    if answer.status != 200:
        raise RuntimeError(f"{path}: {answer.status} {told}")
    return told
