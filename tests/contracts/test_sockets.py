"""Live updates, heard by python-socketio and by socket.io-client: who may listen, and who is told what."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import live_server
from tests.contracts.callers import Recorder
from tests.contracts.listeners import Listener, NodeListener, PythonListener
from tests.contracts.organisations import CONFIG, Organisation
from tests.contracts.shapes import NUMBER_OR_NONE, PROBLEM, TEXT_OR_NONE, Moment, OneOf, faults
from tests.factories import media
from tests.live_server import LiveServer

Connect = Callable[..., Listener]
EVENTS: dict[str, dict[str, Any]] = {
    "session-started": {"session_id": str, "candidate_id": int, "started_at": Moment()},
    "question-added": {
        "session_id": str, "question_id": str, "position": int, "text": str, "type": str, "difficulty": str,
        "asked_at": Moment(),
    },
    "answer-added": {
        "session_id": str, "question_id": str, "answer_id": str, "version": int, "text": str,
        "duration": NUMBER_OR_NONE, "answered_at": Moment(),
    },
    "recording-progress": {
        "session_id": str, "upload_id": str, "track_name": str, "segment_number": int, "offset_bytes": int,
    },
    "recording-ready": {"session_id": str, "recording_status": "completed", "reason": TEXT_OR_NONE},
    "session-ended": {"session_id": str, "ended_at": Moment()},
}  # fmt: skip
FOR_STAFF_ALONE: dict[str, dict[str, Any]] = {
    "analysis-progress": {
        "session_id": str, "done": int, "total": int, "question_id": str,
        "question_analysis": {"score": NUMBER_OR_NONE, "feedback": str},
    },
    "analysis-completed": {
        "session_id": str, "overall_score": NUMBER_OR_NONE, "effective": False,
        "final_status": OneOf("passed", "failed", "needs_review"),
    },
}  # fmt: skip


@pytest.fixture(params=["python", "node"])
def connect(request: pytest.FixtureRequest, live: LiveServer) -> Iterator[Connect]:
    """How to open a socket on the live server, with each of the two libraries."""
    opened: list[Listener] = []

    def open_one(*, url: str = live.url, **auth: Any) -> Listener:
        if request.param == "python":
            made: Listener = PythonListener(url, auth)
        else:
            folder: Path = request.getfixturevalue("node_packages")
            made = NodeListener(url, auth, node=request.getfixturevalue("node"), folder=folder)
        opened.append(made)
        return made

    yield open_one
    for listener in opened:
        listener.close()


class TestWhatIsTold:
    """An interview as both sides hear it."""

    @pytest.fixture
    def heard(self, ours: Organisation, connect: Connect) -> tuple[Listener, Listener]:
        """The candidate's listener and the organisation's, after a whole interview."""
        token = ours.invite().token
        body = {"interview_token": token, "recording_config": CONFIG}
        started = ours.page.post("/api/interview/session/start", body)
        session_id = started["session_id"]
        candidate, staff = connect(session_id=session_id), connect(token=ours.log_in())
        assert staff.call("join-session", {"session_id": session_id})["success"] is True

        ours.page.post("/api/interview/session/start", body)
        Recorder(ours.page, started["upload_url"], media.webm(2.0), pieces=3).stop()
        ours.answer(session_id, ours.ask(session_id))
        ours.end(session_id)

        for name in (*EVENTS, *FOR_STAFF_ALONE):
            staff.wait_for(name)
        # What the server sent to the candidate's socket before has come before this acknowledgement.
        candidate.wait_for("recording-ready")
        candidate.call("leave-session", {})
        return candidate, staff

    def test_both_sides(self, heard: tuple[Listener, Listener]) -> None:
        for listener in heard:
            assert [faults(listener.wait_for(name), shape, name) for name, shape in EVENTS.items()] == [[]] * len(
                EVENTS
            )
            told = [name for name in listener.names() if name in EVENTS and not name.startswith("recording")]
            assert told == ["session-started", "question-added", "answer-added", "session-ended"]

    def test_organisation_alone_hears_the_analysis(self, heard: tuple[Listener, Listener]) -> None:
        candidate, staff = heard

        for name, shape in FOR_STAFF_ALONE.items():
            assert faults(staff.wait_for(name), shape, name) == []
        assert set(candidate.names()) == set(EVENTS)
        assert "analysis" not in str(candidate.events)
        assert "score" not in str(candidate.events)

    def test_no_frame_of_the_analysis_reaches_the_candidate(self, heard: tuple[Listener, Listener]) -> None:
        candidate, staff = heard

        assert [frame for frame in candidate.frames if "analysis" in frame or "score" in frame] == []
        assert [frame for frame in staff.frames if "analysis-completed" in frame] != []


class TestConnect:
    """Who may open a socket at all."""

    @pytest.mark.parametrize(
        ("auth", "code"),
        [
            ({"session_id": "0" * 32}, "session_not_found"),
            ({"session_id": "\x00"}, "session_not_found"),
            ({"session_id": 12}, "not_authenticated"),
            ({"token": "no token at all"}, "not_authenticated"),
            ({"token": "tfk_0123456789abcdef01234567.wrong"}, "not_authenticated"),
            ({}, "not_authenticated"),
        ],
    )
    def test_refused(self, connect: Connect, auth: dict[str, Any], code: str) -> None:
        refusal = connect(**auth).refusal

        assert refusal is not None
        assert faults(refusal["data"], PROBLEM) == []
        assert (refusal["data"]["code"], refusal["data"]["detail"]) == (code, refusal["message"])

    def test_api_key(self, ours: Organisation, connect: Connect) -> None:
        listener = connect(token=".".join(ours.api_key))

        assert listener.refusal is None
        assert listener.call("join-session", {"session_id": ours.start()["session_id"]})["success"] is True

    def test_session_whose_token_was_taken_back(self, ours: Organisation, connect: Connect) -> None:
        invited = ours.invite()
        session_id = ours.page.post("/api/interview/session/start", {"interview_token": invited.token})["session_id"]
        listener = connect(session_id=session_id)
        address = f"/api/admin/interviews/{invited.interview_id}/invitations"
        ours.staff.ask("DELETE", f"{address}/{ours.staff.get(address)['items'][0]['id']}")

        listener.wait_until(lambda: listener.is_closed, what="end of the socket")
        refusal = connect(session_id=session_id).refusal
        assert refusal is not None
        assert refusal["data"]["code"] == "session_revoked"

    def test_another_site(self, ours: Organisation) -> None:
        listener = PythonListener(ours.server.url, {"token": ours.log_in()}, Origin="https://elsewhere.example")

        assert listener.refusal is not None


class TestEndedSession:
    """From its end on a session id reads its own state for a while, then nothing."""

    @pytest.fixture(scope="class")
    def strict(self, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Organisation]:
        """An organisation on a server where that while is over at once."""
        with live_server.serving(tmp_path_factory.mktemp("strict"), SESSION_GRACE_MINUTES="0") as server:
            yield Organisation(server)

    def test_refused(self, strict: Organisation, connect: Connect) -> None:
        session_id = strict.start()["session_id"]
        strict.end(session_id)
        refusal = connect(url=strict.server.url, session_id=session_id).refusal

        assert refusal is not None
        assert refusal["data"]["code"] == "session_id_expired"


class TestJoinSession:
    """join-session: the organisation's people enter the room of one session."""

    def refused(self, listener: Listener, session_id: Any) -> dict[str, Any]:
        """The acknowledgement of a refused join, which is the event `error` too."""
        answer = listener.call("join-session", {"session_id": session_id})
        listener.wait_until(lambda: ("error", answer) in listener.events, what="event `error` with the same body")
        assert faults(answer, PROBLEM) == []
        found: dict[str, Any] = answer
        return found

    def test_other_organisation(self, ours: Organisation, theirs: Organisation, connect: Connect) -> None:
        session_id = ours.start()["session_id"]
        listener = connect(token=theirs.log_in())
        answer = self.refused(listener, session_id)
        ours.ask(session_id)
        listener.call("leave-session", {})

        assert (answer["status"], answer["code"]) == (404, "session_not_found")
        assert listener.names() == ["error"]

    @pytest.mark.parametrize("session_id", ["0" * 32, None, 7, ["x"], "\x00"])
    def test_unknown(self, ours: Organisation, connect: Connect, session_id: Any) -> None:
        assert self.refused(connect(token=ours.log_in()), session_id)["code"] == "session_not_found"

    def test_candidate(self, ours: Organisation, connect: Connect) -> None:
        first, second = ours.start()["session_id"], ours.start()["session_id"]
        listener = connect(session_id=first)

        assert self.refused(listener, second)["status"] == 404
        assert self.refused(listener, first)["status"] == 404


class TestLeaveSession:
    """leave-session: no more news of that session."""

    def test_leaves(self, ours: Organisation, connect: Connect) -> None:
        session_id = ours.start()["session_id"]
        listener = connect(token=ours.log_in())
        listener.call("join-session", {"session_id": session_id})
        ours.ask(session_id)
        listener.wait_for("question-added")

        listener.call("leave-session", {"session_id": session_id})
        ours.ask(session_id)
        listener.call("leave-session", {})

        assert listener.names() == ["question-added"]
