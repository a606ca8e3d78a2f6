"""Draws over HTTP: published, drawn once, checked by anybody, places given back."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import func, select, update
from werkzeug.test import TestResponse

from interview.accounts.models import Organisation
from interview.candidates.lots import recompute
from interview.candidates.lots.models import DrawEntry, LotDraw, LotMember
from interview.candidates.models import Candidate
from interview.candidates.signals import lot_drawn
from interview.core import clock
from interview.core.audit import AuditEvent
from interview.core.db import db, unit_of_work
from interview.core.http import Application
from tests.factories import accounts, lots

SOON = {"seedAt": clock.wire(clock.now() + timedelta(days=2))}
PUBLIC = SOON | {"sources": [lots.SOURCE]}


@dataclass
class Office:
    """A recruiter at their desk."""

    client: FlaskClient
    organisation: Organisation
    headers: dict[str, str]

    def ask(self, method: str, path: str, body: Any = None, **query: Any) -> TestResponse:
        """A request as the recruiter."""
        sent = {} if body is None else {"json": body}
        return self.client.open(path, method=method, headers=self.headers, query_string=query, **sent)


@pytest.fixture
def office(app: Application, client: FlaskClient) -> Office:
    """A new organisation."""
    recruiter = accounts.make_user(role="recruiter")
    return Office(client, recruiter.organisation, accounts.headers_of(recruiter))


def path_of(lot_id: str, rest: str = "") -> str:
    """The draw's address."""
    return f"/api/admin/lots/{lot_id}/draw{rest}"


def crowded(office: Office, *, pool: int = 5, places: int = 2) -> str:
    """A lot with more matches than places."""
    lots.make_people(office.organisation, pool)
    return lots.make_lot(office.organisation, places=places).id


class TestPrepare:
    """Publishing a draw."""

    def test_freezes_and_publishes(self, office: Office, client: FlaskClient) -> None:
        lot_id = crowded(office)
        told = office.ask("POST", path_of(lot_id, "/prepare"), PUBLIC | {"usesCommitment": True})
        summary = told.get_json()
        file = client.get(f"/api/draws/{summary['publicId']}").get_json()
        published = file["published"]

        assert told.status_code == 201
        assert (summary["status"], summary["places"], summary["poolSize"]) == ("prepared", 2, 5)
        assert [one["kind"] for one in summary["sources"]] == ["commitment", "numbers"]
        assert recompute.digest(recompute.canonical_json(published)) == file["publishedSha256"]
        assert file["publishedSha256"] == summary["documentSha256"]
        assert published["pool"] == sorted(published["pool"]) and len(set(published["pool"])) == 5
        assert published["criteria"]["skillsAll"] == [] and published["algorithm"] == "RFC 3797"
        assert file["seed"] is None and file["order"] == [] and summary["seed"] is None
        assert office.ask("GET", f"/api/admin/lots/{lot_id}").get_json()["drawStatus"] == "prepared"

    def test_names_nobody(self, office: Office, client: FlaskClient) -> None:
        lot_id = crowded(office)
        public_id = office.ask("POST", path_of(lot_id, "/prepare"), {"usesCommitment": True}).get_json()["publicId"]
        text = client.get(f"/api/draws/{public_id}").text
        rows = db.session.scalars(select(DrawEntry)).all()

        assert all(str(row.secret) not in text for row in rows) and "Person" not in text
        assert len({row.secret for row in rows}) == 5
        assert db.session.scalars(select(LotDraw.seed_sealed)).one() not in text

    @pytest.mark.parametrize(
        "body",
        [
            {},
            {"sources": []},
            {"sources": [lots.SOURCE]},
            {"sources": [{"kind": "numbers", "about": "short"}]} | SOON,
            {"sources": [{"kind": "dice", "about": "Dice thrown in the office"}]} | SOON,
            {"sources": [lots.SOURCE] * 9} | SOON,
            {"sources": [lots.SOURCE], "seedAt": "2020-01-01T00:00:00Z"},
            {"sources": [lots.SOURCE], "seedAt": "2999-01-01T00:00:00Z"},
            {"usesCommitment": True, "seed": "7"},
        ],
    )
    def test_malformed(self, office: Office, body: dict[str, Any]) -> None:
        assert office.ask("POST", path_of(crowded(office), "/prepare"), body).status_code == 422

    def test_nothing_to_draw(self, office: Office) -> None:
        fits, without = crowded(office, pool=2), lots.make_lot(office.organisation).id
        answers = [office.ask("POST", path_of(one, "/prepare"), {"usesCommitment": True}) for one in (fits, without)]

        assert [answer.get_json()["code"] for answer in answers] == ["draw_not_needed"] * 2

    def test_twice_and_at_the_same_time(self, app: Application, office: Office) -> None:
        lot_id = crowded(office)

        def prepare(_: int) -> int:
            sent = {"json": {"usesCommitment": True}, "headers": office.headers}
            return app.test_client().post(path_of(lot_id, "/prepare"), **sent).status_code

        with ThreadPoolExecutor(6) as pool:
            assert sorted(pool.map(prepare, range(6))) == [201, 409, 409, 409, 409, 409]

    def test_too_many(self, office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(recompute, "LARGEST_POOL", 4)
        answer = office.ask("POST", path_of(crowded(office), "/prepare"), {"usesCommitment": True})

        assert (answer.status_code, answer.get_json()["code"]) == (409, "too_many_matches")


class TestDraw:
    """Drawing."""

    def test_by_public_numbers(self, office: Office) -> None:
        made = lots.prepared(
            office.organisation,
            uses_commitment=False,
            sources=[lots.SOURCE] * 3,
            seed_at=clock.now() + timedelta(hours=1),
        )
        seed = {"seed": ["9319", "2, 5, 12, 8, 10", "9 18 26 34 41 45"]}
        early = office.ask("POST", path_of(made.lot.id), seed)
        lots.make_known(made.draw)
        told = office.ask("POST", path_of(made.lot.id), seed).get_json()

        assert (early.status_code, early.get_json()["code"]) == (409, "seed_not_yet")
        assert told["keyString"] == "9319./2.5.8.10.12./9.18.26.34.41.45./"
        ranks = {row.number: row.rank for row in db.session.scalars(select(DrawEntry))}
        assert sorted(ranks, key=lambda one: ranks[one] or 0) == recompute.order_of(told["keyString"], 5)

    def test_reveals_the_committed_number(self, office: Office, client: FlaskClient) -> None:
        made = lots.prepared(office.organisation)
        told = office.ask("POST", path_of(made.lot.id), {}).get_json()
        file = client.get(f"/api/draws/{made.draw.public_id}").get_json()

        assert recompute.digest(told["seed"][0]) == file["published"]["sources"][0]["sha256"]
        assert file["status"] == "drawn" and len(file["holding"]) == 2 and len(file["order"]) == 5
        assert all(check.is_right for check in recompute.checks(file))
        assert db.session.scalars(select(LotDraw.seed_sealed)).one() is None

    def test_fifty_at_once_draw_once(self, app: Application, office: Office) -> None:
        made = lots.prepared(office.organisation, pool=8, places=3)

        def draw(_: int) -> tuple[int, str]:
            answer = app.test_client().post(path_of(made.lot.id), json={}, headers=office.headers)
            return answer.status_code, answer.get_json().get("code", "")

        with ThreadPoolExecutor(10) as pool:
            told = list(pool.map(draw, range(50)))

        assert told.count((200, "")) == 1 and told.count((409, "already_drawn")) == 49
        assert db.session.scalar(select(func.count()).select_from(LotMember)) == 3
        actions = list(db.session.scalars(select(AuditEvent.action)))
        assert (actions.count("lot.drawn"), actions.count("candidate.drawn")) == (1, 3)

    def test_tells_why_and_announces(self, office: Office) -> None:
        heard: list[dict[str, Any]] = []
        listener = lot_drawn.within(lambda **news: heard.append(news))
        try:
            made = lots.drawn(office.organisation)
        finally:
            lot_drawn._within.remove(listener)
        events = db.session.scalars(select(AuditEvent).where(AuditEvent.action == "candidate.drawn")).all()
        members = office.ask("GET", f"/api/admin/lots/{made.lot.id}/candidates").get_json()["items"]

        assert [one["draw"].id for one in heard] == [made.draw.id]
        assert {int(event.object_id) for event in events} == {row["candidateId"] for row in members}
        assert all("Drawn at rank" in event.details["why"] for event in events)
        assert sorted((row["entry"], row["rank"]) for row in members) == [("drawn", 1), ("drawn", 2)]

    @pytest.mark.parametrize("seed", [[], ["1", "2"], ["one"], ["1,5"], [""], ["1 " * 20]])
    def test_a_seed_that_nobody_can_read(self, office: Office, seed: list[str]) -> None:
        how = {"uses_commitment": False, "sources": [lots.SOURCE], "seed_at": clock.now() + timedelta(hours=1)}
        made = lots.prepared(office.organisation, **how)
        lots.make_known(made.draw)

        assert office.ask("POST", path_of(made.lot.id), {"seed": seed}).status_code == 422
        assert office.ask("POST", path_of(made.lot.id), {"seed": ["7"]}).status_code == 200

    def test_nothing_published(self, office: Office) -> None:
        answer = office.ask("POST", path_of(crowded(office)), {})

        assert (answer.status_code, answer.get_json()["code"]) == (404, "draw_not_found")


class TestWithdraw:
    """Taking a published draw back."""

    def test_stays_readable_and_is_named_by_the_next(self, office: Office, client: FlaskClient) -> None:
        made = lots.prepared(office.organisation)
        gone = office.ask("POST", path_of(made.lot.id, "/withdraw"), {"reason": "Wrong criteria"}).get_json()
        after = office.ask("POST", path_of(made.lot.id, "/prepare"), {"usesCommitment": True}).get_json()
        file = client.get(f"/api/draws/{after['publicId']}").get_json()
        old = client.get(f"/api/draws/{gone['publicId']}").get_json()

        assert (gone["status"], after["attempt"]) == ("withdrawn", 2)
        assert file["published"]["earlier"] == [
            {
                "publicId": gone["publicId"],
                "sha256": old["publishedSha256"],
                "withdrawnReason": "Wrong criteria",
            }
        ]
        assert (old["status"], old["withdrawnReason"], old["seed"]) == ("withdrawn", "Wrong criteria", None)
        listed = office.ask("GET", f"/api/admin/lots/{made.lot.id}/draws").get_json()["items"]
        assert [one["status"] for one in listed] == ["prepared", "withdrawn"]

    def test_too_late_once_the_seed_is_known(self, office: Office) -> None:
        how = {"uses_commitment": False, "sources": [lots.SOURCE], "seed_at": clock.now() + timedelta(hours=1)}
        made = lots.prepared(office.organisation, **how)
        lots.make_known(made.draw)
        answer = office.ask("POST", path_of(made.lot.id, "/withdraw"), {"reason": "We do not like it"})

        assert (answer.status_code, answer.get_json()["code"]) == (409, "too_late_to_withdraw")

    def test_of_what_was_drawn_or_never_was(self, office: Office) -> None:
        made = lots.drawn(office.organisation)
        told = [
            office.ask("POST", path_of(one, "/withdraw"), {"reason": "Because"}).get_json()["code"]
            for one in (made.lot.id, lots.make_lot(office.organisation).id)
        ]

        assert told == ["already_drawn", "draw_not_found"]


class TestDecline:
    """Places given back."""

    def test_the_next_takes_the_place_until_nobody_waits(self, office: Office, client: FlaskClient) -> None:
        made = lots.drawn(office.organisation, pool=4, places=2)
        entries = office.ask("GET", path_of(made.lot.id, "/entries")).get_json()["items"]
        by_rank = [one["candidateId"] for one in entries]
        # Third gives the wait up, so fourth takes the place of first; then nobody is left for second's.
        for rank in (2, 0, 1):
            answer = office.ask("POST", path_of(made.lot.id, "/decline"), {"candidateId": by_rank[rank]})
            assert answer.status_code == 200, answer.text
        members = office.ask("GET", f"/api/admin/lots/{made.lot.id}/candidates").get_json()["items"]
        file = client.get(f"/api/draws/{made.draw.public_id}").get_json()

        assert [(row["candidateId"], row["entry"]) for row in members] == [(by_rank[3], "replacement")]
        assert [one["taken"] for one in file["changes"]] == [None, entries[3]["number"], None]
        assert all(check.is_right for check in recompute.checks(file))
        assert list(db.session.scalars(select(AuditEvent.action))).count("lot.place_declined") == 3

    def test_twice_or_by_somebody_else(self, office: Office) -> None:
        made = lots.drawn(office.organisation)
        other = lots.make_person(office.organisation)
        path = path_of(made.lot.id, "/decline")
        drawn = office.ask("GET", path_of(made.lot.id, "/entries")).get_json()["items"][0]["candidateId"]
        told = [
            office.ask("POST", path, {"candidateId": one}).get_json().get("code") for one in (drawn, drawn, other.id)
        ]

        assert told == [None, "holds_no_place", "holds_no_place"]

    def test_those_of_whom_nothing_is_known_are_passed_over(self, office: Office, client: FlaskClient) -> None:
        """As after an erasure: the published list stays whole and the recomputation right."""
        made = lots.drawn(office.organisation, pool=4, places=1)
        with unit_of_work():
            gone = (DrawEntry.draw_id == made.draw.id, DrawEntry.rank == 2)
            db.session.execute(update(DrawEntry).where(*gone).values(candidate_id=None, secret=None))
        entries = office.ask("GET", path_of(made.lot.id, "/entries")).get_json()["items"]
        office.ask("POST", path_of(made.lot.id, "/decline"), {"candidateId": entries[0]["candidateId"]})
        members = office.ask("GET", f"/api/admin/lots/{made.lot.id}/candidates").get_json()["items"]
        verified = office.ask("GET", path_of(made.lot.id, "/verify")).get_json()

        assert [row["candidateId"] for row in members] == [entries[2]["candidateId"]]
        assert verified["isRight"], verified

    @pytest.mark.parametrize("body", [{}, {"candidateId": "x"}, {"candidateId": 2**31}])
    def test_malformed(self, office: Office, body: dict[str, Any]) -> None:
        made = lots.drawn(office.organisation)

        assert office.ask("POST", path_of(made.lot.id, "/decline"), body).status_code == 422

    def test_before_the_draw(self, office: Office) -> None:
        made = lots.prepared(office.organisation)
        answer = office.ask("POST", path_of(made.lot.id, "/decline"), {"candidateId": made.people[0].id})

        assert answer.status_code == 404


class TestReading:
    """What staff and everybody else can see."""

    def test_verified_with_every_step(self, office: Office, client: FlaskClient) -> None:
        made = lots.drawn(office.organisation)
        mine = office.ask("GET", path_of(made.lot.id, "/verify")).get_json()
        public = client.get(f"/api/draws/{made.draw.public_id}/verify").get_json()

        assert mine["isRight"] and [one["what"] for one in mine["checks"]][-1] == "people"
        assert public["isRight"] and "people" not in [one["what"] for one in public["checks"]]
        assert [step["divisor"] for step in public["steps"]] == [5, 4, 3, 2, 1]

    def test_a_changed_row_is_found(self, office: Office) -> None:
        made = lots.drawn(office.organisation)
        with unit_of_work():
            first = (DrawEntry.draw_id == made.draw.id, DrawEntry.rank == 1)
            db.session.execute(update(DrawEntry).where(*first).values(secret="0" * 32))
        told = office.ask("GET", path_of(made.lot.id, "/verify")).get_json()

        assert [one["what"] for one in told["checks"] if not one["isRight"]] == ["people"]

    def test_entries_by_rank_with_what_finds_them(self, office: Office) -> None:
        made = lots.drawn(office.organisation)
        path = path_of(made.lot.id, "/entries")
        first = office.ask("GET", path, limit=3).get_json()
        second = office.ask("GET", path, limit=3, cursor=first["nextCursor"]).get_json()
        rows = [*first["items"], *second["items"]]
        pool = office.ask("GET", path_of(made.lot.id)).get_json()["published"]["pool"]

        assert [row["rank"] for row in rows] == [1, 2, 3, 4, 5] and second["nextCursor"] is None
        assert all(
            recompute.pseudonym(made.draw.public_id, row["candidateId"], row["secret"]) == pool[row["number"] - 1]
            for row in rows
        )
        assert {row["candidateId"] for row in rows} == {person.id for person in made.people}
        assert len(office.ask("GET", path, place="waiting").get_json()["items"]) == 3
        assert office.ask("GET", path, cursor="nonsense").status_code == 422

    def test_entries_before_the_draw(self, office: Office) -> None:
        made = lots.prepared(office.organisation)
        rows = office.ask("GET", path_of(made.lot.id, "/entries")).get_json()["items"]

        assert [(row["number"], row["rank"], row["place"]) for row in rows] == [(n, None, "pool") for n in range(1, 6)]

    def test_a_candidate_finds_themself(self, office: Office, client: FlaskClient) -> None:
        made = lots.drawn(office.organisation)
        user = accounts.make_user(office.organisation, role="candidate")
        with unit_of_work():
            db.session.get_one(Candidate, made.people[0].id).user_id = user.id
        told = client.get("/api/candidates/me/draws", headers=accounts.headers_of(user)).get_json()["items"]
        file = client.get(f"/api/draws/{made.draw.public_id}").get_json()

        assert len(told) == 1 and file["published"]["pool"][told[0]["number"] - 1] == told[0]["pseudonym"]
        assert file["order"][told[0]["rank"] - 1] == told[0]["number"]
        assert client.get("/api/candidates/me/draws", headers=office.headers).status_code == 403

    def test_nobodys_draw(self, client: FlaskClient, app: Application) -> None:
        assert client.get("/api/draws/unknown").status_code == 404
        assert client.get("/api/draws/unknown/verify").status_code == 404

    def test_of_another_organisation(self, office: Office) -> None:
        made, path = lots.prepared(), path_of(lots.drawn().lot.id)
        answers = [
            office.ask("POST", path_of(made.lot.id, "/prepare"), {"usesCommitment": True}),
            office.ask("POST", path_of(made.lot.id), {}),
            office.ask("POST", path_of(made.lot.id, "/withdraw"), {"reason": "Because"}),
            office.ask("POST", f"{path}/decline", {"candidateId": 1}),
            *(office.ask("GET", f"{path}{rest}") for rest in ("", "/verify", "/entries", "s")),
        ]

        assert [answer.status_code for answer in answers] == [404] * 8

    def test_an_interviewer_reads_and_changes_nothing(self, office: Office) -> None:
        made = lots.prepared(office.organisation)
        office.headers = accounts.headers_of(accounts.make_user(office.organisation, role="interviewer"))

        assert office.ask("GET", path_of(made.lot.id)).status_code == 200
        assert office.ask("POST", path_of(made.lot.id), {}).status_code == 403


class TestCommand:
    """`flask --app app lot verify FILE.json`."""

    def test_right_and_wrong(self, office: Office, app: Application, client: FlaskClient, tmp_path: Path) -> None:
        made = lots.drawn(office.organisation)
        file = client.get(f"/api/draws/{made.draw.public_id}").get_json()
        path, runner = tmp_path / "draw.json", app.test_cli_runner()
        path.write_text(json.dumps(file))
        right = runner.invoke(args=["lot", "verify", str(path)])
        as_json = json.loads(runner.invoke(args=["lot", "verify", "--json", str(path)]).output)
        path.write_text(json.dumps(file | {"order": [5, 4, 3, 2, 1] if file["order"][0] != 5 else [1, 2, 3, 4, 5]}))
        wrong = runner.invoke(args=["lot", "verify", str(path)])
        path.write_text("{}")
        broken = runner.invoke(args=["lot", "verify", str(path)])

        assert right.exit_code == 0 and "Key string:" in right.output and as_json["is_right"]
        assert wrong.exit_code == 1 and "NOT as published" in wrong.output
        assert broken.exit_code == 1 and "not the whole file" in broken.output
