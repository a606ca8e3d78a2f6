"""Every route against every kind of caller: what is expected follows from the route's guard alone.

A route whose guard this table does not know fails, and so does a path value that the world does not hold.
"""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from interview.accounts.policies import May
from interview.accounts.scopes import SCOPES_OF_ROLE, Role
from interview.core.http import Application
from tests.house.routes import guarded_rules, methods_of
from tests.trust import world
from tests.trust.world import World

# What a caller meets: let in to the view, told to sign in, forbidden, told that there is no such thing, or either.
IN, UNKNOWN, FORBIDDEN, MISSING = "in", "401", "403", "404"
PEOPLE = frozenset({"interviewer", "recruiter", "admin", "candidate", "foreign_admin"})
KEYS = frozenset({"key_without_scope"})
# Those whom the organisation knows, without the scope that conducting or reading a session takes.
STAFF_WITHOUT_SCOPE = frozenset({"key_without_scope"})


def expected(policy: Any, caller: str, *, has_object: bool) -> str:
    """What the guard promises this caller."""
    if isinstance(policy, May):
        return expected_by_scope(policy.scope, caller, has_object=has_object)
    match policy.__name__:
        case "public" | "holds_token" | "holds_upload" | "holds_booking_link":
            return IN
        case "signed_in":
            return IN if caller in PEOPLE | KEYS else UNKNOWN
        case "person":
            return IN if caller in PEOPLE else FORBIDDEN if caller in KEYS else UNKNOWN
        case "is_candidate":
            return IN if caller == "candidate" else FORBIDDEN if caller in PEOPLE | KEYS else UNKNOWN
        case "holds_session" | "reads_session":
            return FORBIDDEN if caller in STAFF_WITHOUT_SCOPE else IN
        case "holds_signature":
            return FORBIDDEN
    raise AssertionError(f"no expectation for the guard {policy.__name__}")


def expected_by_scope(scope: str, caller: str, *, has_object: bool) -> str:
    """What a route with a scope promises."""
    if caller in {"anonymous", "revoked_key"}:
        return UNKNOWN
    if caller == "foreign_admin":
        return MISSING if has_object else IN
    scopes = {world.POOR_SCOPE} if caller in KEYS else SCOPES_OF_ROLE[Role(caller)]
    return IN if scope in scopes else FORBIDDEN


def met(answer: TestResponse, promised: str) -> bool:
    """Whether an answer is what was promised; a malformed body may be told before a missing object is looked for."""
    if promised == IN:
        return answer.status_code < 500 and answer.status_code not in {401, 403}
    if promised == MISSING:
        return answer.status_code in {404, 422}
    return answer.status_code == int(promised)


# These answer 401 or 403 by themselves, to callers whom their guard lets in: there is nobody to recognise yet.
JUDGES_ITSELF = frozenset({"auth.log_in", "auth.refresh", "auth.register_admin"})
# What those meet whom the guard lets in and who did not write the note; its author, the interviewer, comes first and
# has deleted it by then.
FOR_OTHERS = {"notes.delete_note": MISSING, "notes.restore_note": FORBIDDEN}


class TestMatrix:
    """All of it."""

    def test_every_route_keeps_the_promise_of_its_guard(self, app: Application, client: FlaskClient) -> None:
        broken = []
        for rule in guarded_rules(app):
            for method in methods_of(rule):
                here = world.make(client)
                broken += [found for caller in here.callers if (found := knock(app, rule, method, here, caller))]

        assert broken == []

    def test_a_session_id_opens_nothing_but_its_session(self, app: Application, client: FlaskClient) -> None:
        here = world.make(client)
        opened = [
            rule.rule
            for rule in guarded_rules(app)
            if isinstance(app.view_functions[rule.endpoint].policy, May)  # type: ignore[attr-defined]
            for method in methods_of(rule)
            if ask(app, rule, method, here, {}).status_code != 401
        ]

        assert opened == []

    @pytest.mark.parametrize("wrong", ["0" * 32, "' OR 1=1 --", "x" * 500])
    def test_a_wrong_session_id_opens_nothing(self, app: Application, client: FlaskClient, wrong: str) -> None:
        here = world.make(client)
        here.objects["session_id"] = wrong
        told = {
            rule.rule: ask(app, rule, method, here, {}, session_id=wrong).status_code
            for rule in guarded_rules(app)
            if app.view_functions[rule.endpoint].policy.__name__ in {"holds_session", "reads_session"}  # type: ignore[attr-defined]
            for method in methods_of(rule)
        }

        assert told and {path: status for path, status in told.items() if status not in {404, 422}} == {}


def knock(app: Application, rule: Rule, method: str, here: World, caller: str) -> str | None:
    """Ask as a caller; returns a sentence where the answer is not what the guard promises."""
    policy = app.view_functions[rule.endpoint].policy  # type: ignore[attr-defined]
    promised = expected(policy, caller, has_object=bool(rule.arguments - world.OF_THE_PRODUCT))
    if promised == IN and caller != "interviewer":
        promised = FOR_OTHERS.get(rule.endpoint, promised)
    answer = ask(app, rule, method, here, here.callers[caller])
    if met(answer, promised) or (rule.endpoint in JUDGES_ITSELF and answer.status_code < 500):
        return None
    return f"{method} {rule.rule} as {caller}: promised {promised}, met {answer.status_code}"


def ask(
    app: Application, rule: Rule, method: str, here: World, headers: dict[str, str], *, session_id: str | None = None
) -> TestResponse:
    """Send a request with the world's own values in the path and the session's id in the body."""
    values = {name: here.objects[name] for name in rule.arguments}
    path = rule.build(values)[1] if values else rule.rule
    told: dict[str, Any] = {"json": {"session_id": session_id or here.session_id}} if method == "POST" else {}
    return app.test_client().open(path, method=method, headers={"Tus-Resumable": "1.0.0"} | headers, **told)
