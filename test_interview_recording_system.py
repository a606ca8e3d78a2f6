"""One complete interview over HTTP, from the invitation to the results: for people, and for pytest.

    python test_interview_recording_system.py [--base-url URL] [--api-key id:secret] [--interview-token TOKEN]

It finds a candidate with a scheduled interview, starts the session, uploads a real recording while it asks and
answers the questions, ends the session, waits for recording and analysis, and shows and checks all that came of it.
Where no server answers at the base URL it starts one of its own. It ends with 0 when everything held, otherwise with 1.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

import requests

from tests import live_server
from tests.contracts.callers import Caller, Failed, Recorder
from tests.contracts.report import SCORES, bar, say, show_analysis, show_recording, show_session, title
from tests.factories import media

ANSWERS = (
    "An index is an ordered structure, usually a B-tree, that is kept beside the table. With it the database finds "
    "the rows for a column's value without reading the whole table, so a lookup takes a few page reads instead of a "
    "full scan. It is not free: it takes storage, and every insert, update or delete has to maintain it, so writes "
    "become slower. For example, I once added an index on the customer column of an orders table; the query dropped "
    "from two seconds to ten milliseconds, while the nightly import took about a tenth longer.",
    "I would look at the logs and then fix it.",
    "I don't know.",
)
PLAN_WITHOUT_PLAN = ("What is a database index, and what does it cost?", "How do you find out why a page is slow?")


@dataclass(frozen=True)
class Options:
    """Where to look for a server, and which interview to conduct there."""

    base_url: str = "http://localhost:5000"
    api_key: tuple[str, str] | None = None
    interview_token: str | None = None
    candidate_id: int | None = None
    seconds: float = 6.0
    patience_seconds: float = 180.0
    data_dir: Path | None = None


@dataclass(frozen=True, slots=True)
class Invited:
    """A candidate with a scheduled interview, and the key of the organisation's script."""

    token: str
    api_key: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the API is, and how a new demonstration is made there."""

    url: str
    demo: Callable[[], dict[str, Any]]


@dataclass(slots=True)
class Outcome:
    """What the interview left behind, as the server tells it."""

    candidate_id: int
    session_id: str
    sent: bytes = b""
    chunk_count: int = 0
    answers: dict[str, str] = field(default_factory=dict)
    recording: dict[str, Any] = field(default_factory=dict)
    analysis: dict[str, Any] = field(default_factory=dict)
    session: dict[str, Any] = field(default_factory=dict)


def complete_interview(options: Options) -> Outcome:
    """Conduct one interview from beginning to end, show the results and check them; raises `Failed`."""
    with serving(options) as place:
        invited = find_interview(place, options)
        staff = Caller(place.url, invited.api_key)
        outcome = conduct(Caller(place.url), invited.token, seconds=options.seconds)
        wait(staff, outcome, patience_seconds=options.patience_seconds)
        show_analysis(outcome.analysis)
        show_recording(outcome.recording, chunk_count=outcome.chunk_count)
        show_session(outcome.session)
        check(staff, outcome)
    return outcome


@contextmanager
def serving(options: Options) -> Iterator[Place]:
    """The server that runs at the base URL, or one started for this interview alone."""
    if _answers(options.base_url):
        say("Server", f"found at {options.base_url}")
        yield Place(options.base_url, _demo)
        return
    with tempfile.TemporaryDirectory() as made, live_server.serving(options.data_dir or Path(made)) as server:
        say("Server", f"none at {options.base_url or 'any address'}, so one was started at {server.url}")
        yield Place(server.url, server.demo)


def _answers(base_url: str) -> bool:
    try:
        return bool(base_url) and requests.get(f"{base_url}/health", timeout=5).ok
    except requests.RequestException:
        return False


def _demo() -> dict[str, Any]:
    """The demonstration in the database that this shell's DATA_DIR and DATABASE_URL name."""
    try:
        told: dict[str, Any] = json.loads(live_server.run_flask("demo", "--json", folder=live_server.ROOT))
    except RuntimeError as failure:
        raise Failed(str(failure)) from failure
    return told


def find_interview(place: Place, options: Options) -> Invited:
    """The interview that the options name, the newest scheduled one that the key sees, or a new demonstration."""
    if options.api_key and options.interview_token:
        return Invited(options.interview_token, options.api_key)
    if options.api_key:
        return _scheduled(Caller(place.url, options.api_key), options.api_key, options.candidate_id)
    if options.interview_token or options.candidate_id:
        raise Failed("Give --api-key id:secret too: the results are read with it.")
    told = place.demo()
    say("Interview", f"candidate {told['candidate_id']}, scheduled by flask --app app demo")
    return Invited(told["interview_token"], (told["api_key"]["id"], told["api_key"]["secret"]))


def _scheduled(staff: Caller, api_key: tuple[str, str], candidate_id: int | None) -> Invited:
    chosen = f"&candidateId={candidate_id}" if candidate_id else ""
    found = staff.get(f"/api/admin/interviews?status=scheduled&limit=1{chosen}")["items"]
    if not found:
        raise Failed("No candidate has a scheduled interview. Make one with: flask --app app demo")
    say("Interview", f"candidate {found[0]['candidateId']}, “{found[0]['title']}”")
    invitation = staff.post(f"/api/admin/interviews/{found[0]['id']}/invitations", {})
    return Invited(invitation["interviewToken"], api_key)


def conduct(page: Caller, token: str, *, seconds: float) -> Outcome:
    """Start the session, record while the questions are asked and answered, and end it."""
    started = _start(page, token)
    outcome = Outcome(started["candidate_id"], started["session_id"])
    say("Session", f"{started['session_id']} {'resumed' if started['resumed'] else 'started'}")
    recorder = Recorder(page, started["upload_url"], media.webm(seconds))
    plan = started["questions"] or [{"text": text, "type": "technical"} for text in PLAN_WITHOUT_PLAN]
    for number, planned in enumerate(plan):
        recorder.record(1)
        _ask_and_answer(page, outcome, planned, ANSWERS[number % len(ANSWERS)])
        recorder.record(2)
    recorder.stop()
    outcome.sent, outcome.chunk_count = recorder.content, len(recorder.pieces)
    say("Recording", f"{outcome.chunk_count} pieces, {len(outcome.sent):,} bytes sent while recording")
    page.post("/api/interview/session/end", {"session_id": outcome.session_id})
    say("Session", "ended")
    return outcome


def _start(page: Caller, token: str) -> dict[str, Any]:
    config = {"format": "webm", "quality": "HD", "audio": True, "video": True}
    wanted: dict[str, Any] = {"interview_token": token, "recording_config": config, "browser_info": "end-to-end script"}
    try:
        started = page.post("/api/interview/session/start", wanted)
    except Failed as failure:
        hint = "If the server uses another DATA_DIR or DATABASE_URL than this shell, set them, or give --api-key."
        raise Failed(f"{failure}\n{hint}") from failure
    if started["consent_required"]:
        notice = started["notice"]
        agreed = {"purposes": [one["purpose"] for one in notice["purposes"]], "notice_version": notice["version"]}
        started = page.post("/api/interview/session/start", wanted | {"consent": agreed})
        say("Consent", f"the candidate agrees to notice {notice['version']}")
    if not started["recording_started"]:
        raise Failed(f"The session started without recording: {started['message']}")
    return started


def _ask_and_answer(page: Caller, outcome: Outcome, planned: dict[str, Any], text: str) -> None:
    asked = {name: planned[name] for name in ("text", "type", "difficulty", "planned_question_id") if planned.get(name)}
    body: dict[str, Any] = {"session_id": outcome.session_id, "question_data": {"avatar": "default", **asked}}
    question_id = page.post("/api/interview/question/add", body)["question_id"]
    say("Question", planned["text"])
    given = {"text": text, "duration": round(len(text) / 15, 1), "audio_quality": "good", "confidence": 0.9}
    body = {"session_id": outcome.session_id, "question_id": question_id, "answer_data": given}
    page.post("/api/interview/answer/add", body)
    say("Answer", text)
    outcome.answers[question_id] = text


def wait(staff: Caller, outcome: Outcome, *, patience_seconds: float) -> None:
    """Look again and again until recording and analysis are done or have failed; raises `Failed` when it takes long."""
    latest, shown = time.monotonic() + patience_seconds, ""
    while True:
        _read(staff, outcome)
        shown = _show_progress(outcome, shown)
        if _is_done(outcome):
            print()
            return
        if time.monotonic() > latest:
            raise Failed(f"Not done after {patience_seconds:.0f} s: {shown.strip()}")
        time.sleep(0.3)


def _read(staff: Caller, outcome: Outcome) -> None:
    chosen = f"{outcome.candidate_id}?session_id={outcome.session_id}"
    outcome.recording = staff.get(f"/api/interview/recording/{chosen}")["recording_info"]
    outcome.analysis = staff.get(f"/api/interview/analysis/{chosen}")["analysis"]
    outcome.session = staff.get(f"/api/interview/session/{outcome.session_id}")["session_data"]


def _is_done(outcome: Outcome) -> bool:
    states = (outcome.recording["processing_status"], outcome.analysis["analysis_status"])
    return all(state in {"completed", "failed"} for state in states)


def _show_progress(outcome: Outcome, shown: str) -> str:
    """Draw the bar: in place on a terminal, elsewhere a line whenever something has changed."""
    done, total = outcome.analysis["progress"]["done"], outcome.analysis["progress"]["total"]
    recording = outcome.recording["processing_status"]
    share = (done + (recording == "completed")) / (total + 1)
    line = f"{bar(share)} {share:4.0%}  recording {recording}, {done} of {total} answers analysed"
    if line != shown:
        print(line.ljust(100), end="\r" if sys.stdout.isatty() else "\n", flush=True)
    return line


def check(staff: Caller, outcome: Outcome) -> None:
    """Hold the results against what was sent and said; raises `Failed` with everything that differs."""
    title("Checks")
    findings = {
        "every byte sent is on the server": _is_received(outcome),
        "the recording is complete": outcome.recording["recording_status"] == "completed",
        "the recording plays, also from the middle": _plays(staff, outcome.recording),
        "the analysis is complete": outcome.analysis["analysis_status"] == "completed",
        "every missing score has its reason": _explains(outcome.analysis),
        "every quote stands in the answer": _quotes_hold(outcome),
        "every answer is in the session data": _is_told(outcome),
    }
    for name, holds in findings.items():
        say("holds" if holds else "FAILS", name)
    if not all(findings.values()):
        raise Failed("It does not hold that " + "; that ".join(name for name, holds in findings.items() if not holds))


def _is_received(outcome: Outcome) -> bool:
    kept = [segment for track in outcome.recording["tracks"] for segment in track["segments"]]
    wanted: tuple[Any, ...] = (outcome.chunk_count, sha256(outcome.sent).hexdigest(), [])
    return [(one["chunk_count"], one["sha256"], one["gaps"]) for one in kept] == [wanted]


def _plays(staff: Caller, recording: dict[str, Any]) -> bool:
    url = recording["playback_url"]
    if url is None:
        return False
    whole = staff.ask("GET", url).content
    start, end = len(whole) // 2, len(whole) // 2 + 999
    part = staff.ask("GET", url, headers={"Range": f"bytes={start}-{end}"})
    is_told = (part.status_code, part.headers["Content-Range"]) == (206, f"bytes {start}-{end}/{len(whole)}")
    return is_told and part.content == whole[start : end + 1] and sha256(whole).hexdigest() == recording["sha256"]


def _explains(analysis: dict[str, Any]) -> bool:
    overall = all(analysis[name] is not None or analysis["reasons"].get(name) for name in SCORES)
    scores = [score for one in analysis["question_analysis"] for score in one["scores"].values()]
    return overall and all(score["score"] is not None or score["reason"] for score in scores)


def _quotes_hold(outcome: Outcome) -> bool:
    return all(
        outcome.answers[question["question_id"]][quote["start"] : quote["end"]] == quote["text"]
        for question in outcome.analysis["question_analysis"]
        for quote in _quotes(question)
    )


def _quotes(question: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for claim in question["strengths"] + question["improvements"]:
        if claim["quote"]:
            yield claim["quote"]
    for score in question["scores"].values():
        yield from score["evidence"]


def _is_told(outcome: Outcome) -> bool:
    return {one["question_id"]: one["text"] for one in outcome.session["answers"]} == outcome.answers


def read_options(words: Sequence[str] | None = None) -> Options:
    """Read the command line."""
    reader = argparse.ArgumentParser(description="Conduct one complete interview over HTTP and check what came of it.")
    reader.add_argument("--base-url", default=Options.base_url, help="where the server runs (default: %(default)s)")
    reader.add_argument("--api-key", type=_key, metavar="ID:SECRET", help="key of the organisation")
    reader.add_argument("--interview-token", help="token of the interview to conduct; needs --api-key")
    reader.add_argument("--candidate-id", type=int, help="whose scheduled interview to look for; needs --api-key")
    reader.add_argument("--seconds", type=float, default=6.0, help="length of the recording (default: %(default)s)")
    reader.add_argument(
        "--patience", type=float, default=180.0, dest="patience_seconds", help="longest wait in seconds"
    )
    given = vars(reader.parse_args(words))
    return Options(**given | {"base_url": given["base_url"].rstrip("/")})


def _key(text: str) -> tuple[str, str]:
    key_id, _, secret = text.partition(":")
    if not key_id or not secret:
        raise argparse.ArgumentTypeError("expected id:secret")
    return key_id, secret


def main() -> int:
    """Run it for a person; returns the exit code."""
    try:
        complete_interview(read_options())
    except Failed as failure:
        print(f"\nFAILED: {failure}", file=sys.stderr)
        return 1
    print("\nEverything held.")
    return 0


def test_complete_interview(tmp_path: Path) -> None:
    """The whole way holds, and a good answer is worth more than none."""
    outcome = complete_interview(Options(base_url="", data_dir=tmp_path))

    good, _, unknown = (one["score"] for one in outcome.analysis["question_analysis"])
    assert good is not None and good > (unknown or 0)


if __name__ == "__main__":
    sys.exit(main())
