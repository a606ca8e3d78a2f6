"""Scoring a file: JSON lines of questions and answers in, one result per line out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from interview.scoring.analyser import Analyser, AnalyserUnavailable
from interview.scoring.exchange import Exchange
from interview.scoring.judgement import Judgement

_LONGEST_LINE = 2_000_000
_LONGEST_ERROR = 200


@dataclass(frozen=True, slots=True)
class Malformed(Exception):
    """A line is not an object with the texts it needs; `why` says what is wrong with it."""

    why: str


def score_lines(lines: Iterable[str], analyser: Analyser) -> Iterator[dict[str, Any]]:
    """Judge each line as the product judges an answer and yield its result in the order of the lines.

    A line is `{"question", "answer"}` with optional `id`, `reference` (a text or a list of texts), `key_points` and
    `keywords`. A result is `{"id", "score", "confidence", "reasons", "by", "injection_suspected"}`, `id` only where
    the line has one, `score` from 0 to 100 or None. A line that cannot be read gives `{"line", "error"}` instead;
    blank lines give nothing. Lines are read one at a time, so that a file of any length streams.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        row: Mapping[str, Any] = {}
        try:
            row = _parsed(line)
            yield {**_identity(row), **_result(analyser.judge(_exchange(row, number)))}
        except Malformed as malformed:
            yield {"line": number, **_identity(row), "error": malformed.why[:_LONGEST_ERROR]}
        except AnalyserUnavailable as unavailable:
            yield {"line": number, **_identity(row), "error": f"not judged: {unavailable}"[:_LONGEST_ERROR]}


def _parsed(line: str) -> Mapping[str, Any]:
    if len(line) > _LONGEST_LINE:
        raise Malformed(f"longer than {_LONGEST_LINE} characters")
    try:
        row = json.loads(line.removeprefix("\ufeff"), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise Malformed(f"not JSON: {error}") from error
    if not isinstance(row, dict):
        raise Malformed("not a JSON object")
    return row


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not a number")


def _identity(row: Mapping[str, Any]) -> dict[str, Any]:
    if "id" not in row:
        return {}
    identity = row["id"]
    if isinstance(identity, str):
        # A lone surrogate can be read from JSON but not be printed again.
        return {"id": identity.encode("utf-8", "replace").decode("utf-8")}
    return {"id": identity} if identity is None or isinstance(identity, int | float) else {}


def _exchange(row: Mapping[str, Any], number: int) -> Exchange:
    reference, *samples = _texts(row, "reference") or (None,)
    return Exchange(
        question_id=str(row.get("id", number)),
        question=_text(row, "question"),
        answer=_text(row, "answer"),
        expected_answer=reference,
        samples=tuple(sample for sample in samples if sample),
        key_points=_texts(row, "key_points"),
        keywords=_texts(row, "keywords"),
    )


def _text(row: Mapping[str, Any], name: str) -> str:
    text = row.get(name)
    if text is None and name == "answer" and name in row:
        return ""
    if not isinstance(text, str):
        raise Malformed(f"{name} is missing" if name not in row else f"{name} is not a text")
    return text


def _texts(row: Mapping[str, Any], name: str) -> tuple[str, ...]:
    value = row.get(name)
    if value is None:
        return ()
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise Malformed(f"{name} is neither a text nor a list of texts")
    return tuple(texts)


def _result(judgement: Judgement) -> dict[str, Any]:
    return {
        "score": judgement.score,
        "confidence": judgement.confidence,
        "reasons": [reason.value for reason in judgement.reasons],
        "by": judgement.by,
        "injection_suspected": judgement.injection_suspected,
    }
