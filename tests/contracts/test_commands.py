"""What scripts and operators call: health, the demonstration, and the upgrade of an existing database."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import requests
from sqlalchemy import create_engine, inspect, text

from tests import live_server
from tests.contracts.organisations import Organisation
from tests.contracts.shapes import faults
from tests.live_server import LiveServer

DEMO = {
    "organisation_id": str,
    "admin": {"email": str, "password": str},
    "candidate_id": int,
    "interview_id": str,
    "interview_token": str,
    "link": str,
    "api_key": {"id": str, "secret": str},
}
# Every column that the recording dialect (003) gives a candidate.
COLUMNS = {
    "interview_session_id",
    "interview_recording_file",
    "interview_recording_duration",
    "interview_recording_size",
    "interview_recording_format",
    "interview_recording_quality",
    "interview_questions_asked",
    "interview_answers_given",
    "interview_question_timestamps",
    "interview_answer_timestamps",
    "interview_total_questions",
    "interview_answered_questions",
    "interview_ai_questions_analysis",
    "interview_ai_overall_feedback",
    "interview_ai_technical_score",
    "interview_ai_communication_score",
    "interview_ai_problem_solving_score",
    "interview_ai_cultural_fit_score",
    "interview_browser_info",
    "interview_network_quality",
    "interview_technical_issues",
    "interview_session_logs",
    "interview_avatar_used",
    "interview_avatar_settings",
    "interview_recording_status",
    "interview_processing_status",
    "interview_ai_analysis_status",
    "interview_final_status",
}


class TestHealth:
    """/health and /api/health/interviews."""

    def test_up(self, live: LiveServer, http: requests.Session) -> None:
        answer = http.get(f"{live.url}/health")

        assert (answer.status_code, answer.json()) == (200, {"status": "up"})

    def test_by_component(self, live: LiveServer, http: requests.Session) -> None:
        found = http.get(f"{live.url}/api/health/interviews").json()

        assert found["status"] == "up"
        assert found["components"]


class TestDemo:
    """flask --app app demo --json."""

    def test_json_and_nothing_else(self, live: LiveServer) -> None:
        told = json.loads(live.flask("demo", "--json"))

        assert faults(told, DEMO) == []
        assert (set(told), set(told["admin"]), set(told["api_key"])) == (
            set(DEMO),
            {"email", "password"},
            {"id", "secret"},
        )
        assert told["link"].endswith(f"/i/{told['interview_token']}")

    def test_new_each_time(self, ours: Organisation, theirs: Organisation) -> None:
        first, second = ours.told, theirs.told

        assert [
            name for name in ("organisation_id", "candidate_id", "interview_token") if first[name] == second[name]
        ] == []

    def test_everything_it_tells_works(self, ours: Organisation) -> None:
        scopes = ours.staff.get("/api/auth/me")["scopes"]
        interview = ours.staff.get(f"/api/admin/interviews/{ours.told['interview_id']}")

        assert len(scopes) == len(set(scopes)) > 5
        assert (interview["status"], interview["candidateId"]) == ("scheduled", ours.told["candidate_id"])
        assert ours.log_in()


class TestAddInterviewAutomationFields:
    """from db import add_interview_automation_fields."""

    SCRIPT = "from db import add_interview_automation_fields as add; add(); add()"

    def test_older_database(self, tmp_path: Path) -> None:
        with live_server.fresh_database() as database_url:
            engine = create_engine(database_url or f"sqlite:///{tmp_path / 'talentflow.db'}")
            with engine.begin() as connection:
                connection.execute(text("CREATE TABLE candidates (id INTEGER PRIMARY KEY, name VARCHAR(200))"))
                connection.execute(text("INSERT INTO candidates (id, name) VALUES (7, 'Some Candidate')"))

            self._run(tmp_path, database_url)

            columns = {column["name"] for column in inspect(engine).get_columns("candidates")}
            with engine.connect() as connection:
                kept = connection.execute(text("SELECT id, name FROM candidates")).all()
            engine.dispose()
        assert COLUMNS - columns == set()
        assert [tuple(row) for row in kept] == [(7, "Some Candidate")]

    @pytest.mark.parametrize("times", [1, 2])
    def test_empty_database(self, tmp_path: Path, times: int) -> None:
        with live_server.fresh_database() as database_url:
            for _ in range(times):
                self._run(tmp_path, database_url)
            engine = create_engine(database_url or f"sqlite:///{tmp_path / 'talentflow.db'}")
            columns = {column["name"] for column in inspect(engine).get_columns("candidates")}
            engine.dispose()
        assert COLUMNS - columns == set()

    def _run(self, folder: Path, database_url: str) -> None:
        """Run it as its readers do: in the project's folder, by its one line."""
        environment = {"PATH": os.environ["PATH"], "DATA_DIR": str(folder), "DATABASE_URL": database_url}
        done = subprocess.run(
            [sys.executable, "-c", self.SCRIPT], cwd=live_server.ROOT, env=environment, capture_output=True, text=True,
            timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
