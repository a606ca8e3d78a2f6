"""The pipeline dialect's lots: create, update, add candidates; and its draw, recomputed by a program of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.contracts.organisations import Organisation
from tests.contracts.shapes import TEXT_OR_NONE, Moment, OneOf, faults
from tests.live_server import ROOT, LiveServer

LOT = {
    "id": str, "name": str, "description": TEXT_OR_NONE, "positionId": TEXT_OR_NONE, "positionTitle": TEXT_OR_NONE,
    "status": OneOf("draft", "open", "closed", "archived"), "places": int, "placesLeft": int, "memberCount": int,
    "drawStatus": TEXT_OR_NONE, "createdAt": Moment(), "updatedAt": Moment(), "archivedAt": Moment(may_be_null=True),
    "criteria": dict,
}  # fmt: skip


class Desk:
    """An admin of a new organisation with `Authorization: Bearer`."""

    def __init__(self, organisation: Organisation, http: requests.Session) -> None:
        self.url, self.http = organisation.server.url, http
        self.headers = {"Authorization": f"Bearer {organisation.log_in()}"}

    def ask(self, method: str, path: str, body: Any = None) -> requests.Response:
        """Send a request as it is documented."""
        return self.http.request(method, self.url + path, json=body, headers=self.headers, timeout=60)

    def person(self) -> int:
        """A new candidate."""
        return int(self.ask("POST", "/api/admin/candidates", {"name": "Some Candidate"}).json()["id"])


@pytest.fixture
def desk(live: LiveServer, http: requests.Session) -> Desk:
    """An admin with a fresh organisation."""
    return Desk(Organisation(live), http)


class TestAsDocumented:
    """The requests one after the other."""

    def test_from_the_lot_to_its_members(self, desk: Desk) -> None:
        people = [desk.person() for _ in range(3)]
        made = desk.ask("POST", "/api/admin/lots", {"name": "Batch 1", "places": 5})
        path = f"/api/admin/lots/{made.json()['id']}"
        changed = desk.ask("PATCH", path, {"name": "Batch one", "description": "The first"})
        several = desk.ask("POST", f"{path}/candidates", {"candidateIds": people[:2]})
        one = desk.ask("POST", f"{path}/candidates", {"candidateId": people[2]})

        assert [answer.status_code for answer in (made, changed, several, one)] == [201, 200, 200, 200]
        assert faults(made.json(), LOT) == faults(one.json()["lot"], LOT) == []
        assert (changed.json()["name"], one.json()["lot"]["memberCount"]) == ("Batch one", 3)

    def test_a_draw_is_recomputed_by_the_published_program(self, desk: Desk, tmp_path: Path) -> None:
        for _ in range(4):
            desk.person()
        path = f"/api/admin/lots/{desk.ask('POST', '/api/admin/lots', {'name': 'B', 'places': 2}).json()['id']}/draw"
        public_id = desk.ask("POST", f"{path}/prepare", {"usesCommitment": True}).json()["publicId"]
        assert desk.ask("POST", path, {}).status_code == 200
        file = tmp_path / "draw.json"
        file.write_bytes(requests.get(f"{desk.url}/api/draws/{public_id}", timeout=60).content)
        command = [sys.executable, "-m", "interview.candidates.lots.recompute", str(file)]
        told = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)

        assert (told.returncode, told.stderr) == (0, "") and "The draw is as published." in told.stdout
        assert len(json.loads(file.read_text())["holding"]) == 2
