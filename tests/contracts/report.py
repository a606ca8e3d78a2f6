"""What an interview left behind, printed for people, on a terminal or in a log."""

from __future__ import annotations

import textwrap
from typing import Any

SCORES = ("technical_score", "communication_score", "problem_solving_score", "cultural_fit_score", "overall_score")


def bar(share: float, width: int = 24) -> str:
    """A bar of which this share, 0 to 1, is filled."""
    filled = round(share * width)
    return "[" + "#" * filled + "-" * (width - filled) + "]"


def show_analysis(analysis: dict[str, Any]) -> None:
    """Print the scores or why there is none, then each question with its evidence."""
    title("Analysis")
    for name in SCORES:
        say(name.removesuffix("_score").replace("_", " "), _score(analysis[name], analysis["reasons"].get(name)))
    by = "the AI; a person still has to decide" if not analysis["effective"] else analysis["final_status_source"]
    say("recommendation", f"{analysis['final_status'] or 'none'}, by {by}")
    say("judged by", ", ".join(analysis["judged_by"]) or "nobody")
    say("feedback", analysis["overall_feedback"] or analysis["error"] or "none")
    for number, question in enumerate(analysis["question_analysis"], start=1):
        _show_question(number, question)


def _show_question(number: int, question: dict[str, Any]) -> None:
    title(f"Question {number}: {question['question']}")
    say("score", _score(question["score"], ", ".join(question["reasons"])))
    for dimension, score in question["scores"].items():
        say(dimension.replace("_", " "), _score(score["score"], score["reason"]))
    for kind in ("strengths", "improvements"):
        for claim in question[kind]:
            quote = f" “{claim['quote']['text']}”" if claim["quote"] else ""
            say(kind.removesuffix("s"), claim["text"] + quote)
    say("feedback", question["feedback"] or "none")


def _score(score: float | None, reason: str | None) -> str:
    if score is None:
        return f"not scored: {(reason or 'no reason given').replace('_', ' ')}"
    return f"{bar(score / 100)} {score:5.1f}" + (f"  ({reason.replace('_', ' ')})" if reason else "")


def show_recording(found: dict[str, Any], *, chunk_count: int) -> None:
    """Print the recording and the receipt of every segment."""
    title("Recording")
    say("status", found["recording_status"] + (f": {found['recording_reason']}" if found["recording_reason"] else ""))
    say("file", f"{found['recording_file']}, {found['recording_duration']} s, {found['recording_size'] or 0:,} bytes")
    say("sha256", found["sha256"] or "none")
    for track in found["tracks"]:
        for segment in track["segments"]:
            saved = f"{segment['chunk_count']} of {chunk_count} chunks saved, {segment['bytes']:,} bytes, "
            say(f"{track['track']} {segment['segment']}", f"{saved}{len(segment['gaps'])} gaps, {segment['sha256']}")


def show_session(found: dict[str, Any]) -> None:
    """Print the session data."""
    title("Session data")
    say("time", f"{found['start_time']} to {found['end_time']}, {found['duration_seconds']} s, {found['status']}")
    say("content", f"{len(found['questions'])} questions, {len(found['answers'])} answers")
    say("issues", ", ".join(one["kind"] for one in found["technical_issues"]) or "none")
    say("log", ", ".join(line["event"] for line in found["session_logs"]))


def title(text: str) -> None:
    """Print a heading."""
    print(f"\n{text}\n{'-' * len(text)}")


def say(about: str, text: str) -> None:
    """Print one line, folded and set in two columns."""
    first, *rest = textwrap.wrap(text, 90, break_on_hyphens=False) or [""]
    print(f"{about:<18}{first}")
    for line in rest:
        print(f"{'':<18}{line}")
