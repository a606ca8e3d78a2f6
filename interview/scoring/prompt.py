"""The versioned prompt that asks a language model for its judgement of one exchange."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from interview.providers.ai.port import Prompt
from interview.scoring.exchange import Exchange

LATEST = "judge_v1"


@dataclass(frozen=True, slots=True)
class JudgePrompt:
    """Instructions and reply schema of one version; `sha256` covers both files, so that a run names what was asked."""

    version: str
    instructions: str
    schema: Mapping[str, Any]
    sha256: str

    def written(self, exchange: Exchange, *, answer: str, problems: Sequence[str] = ()) -> Prompt:
        """The prompt for the exchange, with `answer` in the place of its own answer.

        `problems` are what was wrong with the reply before; none of it is the candidate's or the model's text.
        """
        instructions = self.instructions
        if problems:
            listed = "\n".join(f"- {problem}" for problem in problems)
            instructions += f"\n# Your last reply was refused\n\nAnswer again in full and avoid this:\n\n{listed}\n"
        return Prompt(instructions, _enclosed(_material(exchange, answer)))


@cache
def load(version: str = LATEST) -> JudgePrompt:
    """Read one version of the prompt; raises `FileNotFoundError` for an unknown one."""
    folder = files("interview.scoring") / "prompts"
    text = (folder / f"{version}.md").read_text(encoding="utf-8")
    schema = (folder / f"{version}.schema.json").read_text(encoding="utf-8")
    digest = hashlib.sha256(f"{text}\0{schema}".encode()).hexdigest()
    whole = json.loads(schema)
    return JudgePrompt(version, text, _inlined(whole, whole.pop("$defs")), digest)


def has_reference(exchange: Exchange) -> bool:
    """Whether the organisation wrote down what a good answer holds."""
    written = exchange.expected_answer or exchange.samples or exchange.key_points or exchange.keywords
    return exchange.is_trusted and bool(written)


def key_point_ids(exchange: Exchange) -> dict[str, str]:
    """The key points by the ids under which the model sees them; none when the reference is not trusted."""
    if not exchange.is_trusted:
        return {}
    return {f"key_point_{number}": point for number, point in enumerate(exchange.key_points, start=1)}


def criterion_ids(exchange: Exchange) -> dict[str, str]:
    """The criteria's texts by id; none when the reference is not trusted."""
    return {criterion.id: criterion.text for criterion in exchange.criteria} if exchange.is_trusted else {}


def _material(exchange: Exchange, answer: str) -> dict[str, Any]:
    return {
        "question_id": exchange.question_id,
        "question": exchange.question,
        "type": exchange.type,
        "difficulty": exchange.difficulty,
        "reference": _reference(exchange),
        "criteria": [
            {"id": criterion.id, "text": criterion.text, "dimension": criterion.dimension}
            for criterion in exchange.criteria
            if exchange.is_trusted
        ],
        "is_transcript": exchange.transcript_confidence is not None,
        "answer": answer,
    }


def _reference(exchange: Exchange) -> dict[str, Any] | None:
    if not has_reference(exchange):
        return None
    return {
        "expected_answer": exchange.expected_answer,
        "samples": exchange.samples,
        "key_points": [{"id": id_, "text": text} for id_, text in key_point_ids(exchange).items()],
        "keywords": exchange.keywords,
    }


def _inlined(node: Any, definitions: Mapping[str, Any]) -> Any:
    """The schema with its references written out: not every server that takes schemas follows them."""
    if isinstance(node, dict):
        if "$ref" in node:
            return _inlined(definitions[node["$ref"].rpartition("/")[2]], definitions)
        return {name: _inlined(value, definitions) for name, value in node.items()}
    return node


def _enclosed(material: Mapping[str, Any]) -> str:
    """Quote the material so that it cannot end its own quotation.

    JSON keeps it on one line; the marker is the material's own hash, which no text can hold within itself,
    and unlike a random one it leaves the same exchange the same prompt.
    """
    line = json.dumps(material, ensure_ascii=False).encode("utf-8", "replace")
    marker = f"material-{hashlib.sha256(line).hexdigest()[:24]}"
    return f"<{marker}>\n{line.decode()}\n</{marker}>"
