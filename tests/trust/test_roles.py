"""docs/api/roles.md against the guards themselves, asked as each role."""

from __future__ import annotations

from typing import Any

from flask.testing import FlaskClient
from werkzeug.routing import Rule

from interview.accounts.scopes import Role
from interview.core.db import unit_of_work
from interview.core.errors import AppError
from interview.core.http import Application
from tests.house.roles import YES
from tests.house.routes import guarded_rules, methods_of, policy_of
from tests.house.tree import ROOT
from tests.trust import world
from tests.trust.world import World


def table() -> dict[str, dict[str, str]]:
    """What the page says of each verb, by role."""
    rows = [line.strip("| ").split(" | ") for line in (ROOT / "docs/api/roles.md").read_text().splitlines()]
    return {row[0].replace("`", ""): dict(zip(Role, row[2:], strict=True)) for row in rows if " `/" in row[0]}


class TestTable:
    """Every row of it."""

    def test_says_what_the_guards_do(self, app: Application, client: FlaskClient) -> None:
        here, written = world.make(client), table()
        wrong = [
            (verb, role.value)
            for rule in guarded_rules(app)
            for verb in [f"{' '.join(methods_of(rule))} {rule.rule}"]
            for role in Role
            if not agrees(written[verb][role], lets_in(app, rule, here, role))
        ]

        assert wrong == []

    def test_tells_the_roles_apart(self) -> None:
        written = table()
        open_to = {role: {verb for verb, marks in written.items() if marks[role] == YES} for role in Role}

        assert open_to[Role.INTERVIEWER] < open_to[Role.RECRUITER] < open_to[Role.ADMIN]
        assert {verb for verb in open_to[Role.CANDIDATE] if "/api/admin/" in verb} == set()


def agrees(mark: str, is_let_in: bool) -> bool:
    """Whether a mark holds; a candidate's own link opens to whoever has it, so a refusal of it says nothing."""
    return mark.startswith("with ") or is_let_in == (mark == YES)


def lets_in(app: Application, rule: Rule, here: World, role: Role) -> bool:
    """Ask the guard as somebody of the role, who knows the objects of the organisation."""
    values: dict[str, Any] = {name: here.objects[name] for name in rule.arguments}
    method = methods_of(rule)[0]
    with app.test_request_context(
        rule.build(values)[1] if values else rule.rule, method=method, headers=here.callers[role.value]
    ):
        try:
            with unit_of_work(write=False):
                policy_of(app, rule)(**values)
        except AppError as refusal:
            return refusal.status not in {401, 403}
    return True
