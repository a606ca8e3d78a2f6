"""Exchanges the scoring tests share, and one encoder for all of them."""

from __future__ import annotations

from dataclasses import replace

from interview.providers.ai.encoder import SentenceEncoder
from interview.scoring.exchange import Exchange
from interview.scoring.offline import OfflineAnalyser

ENCODER = SentenceEncoder()
ANALYSER = OfflineAnalyser(ENCODER)
DEADLOCK = Exchange(
    question_id="q1",
    question="What is a deadlock and how can it be prevented?",
    expected_answer=(
        "A deadlock is a state in which two or more threads wait forever for locks that the others hold. "
        "It can be prevented by acquiring the locks in one global order."
    ),
    answer="",
)
RIGHT = (
    "It happens when two threads each hold a lock and wait for the lock of the other one, so neither goes on. "
    "We prevent it by always taking the locks in the same order."
)
PARTIAL = "It is when two threads block each other because each of them waits for the other's lock."
WRONG = "It is a fast way to sort a list, which splits the list into halves and merges them again."


def answered(answer: str, exchange: Exchange = DEADLOCK, **changes: object) -> Exchange:
    """The exchange with another answer."""
    return replace(exchange, answer=answer, **changes)  # type: ignore[arg-type]


def score_of(answer: str, exchange: Exchange = DEADLOCK, **changes: object) -> float | None:
    """The offline judge's score for an answer."""
    return ANALYSER.judge(answered(answer, exchange, **changes)).score
