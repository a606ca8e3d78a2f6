"""The table of roles and verbs, read off the guards."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from flask import Flask
from werkzeug.routing import Rule

from interview.accounts.policies import May
from interview.accounts.scopes import SCOPES, SCOPES_OF_ROLE, Role
from tests.house.routes import guarded_rules, methods_of, policy_of, summary_of, tag_of

YES, NO = "yes", "–"
EVERYBODY = frozenset(Role)
# What the guards ask for that name no scope: a role, or something that opens to whoever has it. Another one fails.
OPEN_TO = {
    "public": EVERYBODY,
    "signed_in": EVERYBODY,
    "person": EVERYBODY,
    "is_candidate": frozenset({Role.CANDIDATE}),
}
CAPABILITIES = {
    "holds_token": "the interview token",
    "holds_session": "the session's id",
    "reads_session": "the session's id",
    "holds_upload": "the upload's address",
    "holds_signature": "the signed address",
    "holds_booking_link": "the booking link",
}


def page(app: Flask, note: str) -> str:
    """Every scope and every endpoint, and which roles they are open to."""
    roles = " | ".join(Role)
    rule_line = "|---" * (len(Role) + 2) + "|"
    lines = [
        "# Roles", "", note, "",
        "`instructor` and `student` are taken as interviewer and candidate, in any letter case.",
        "An API key has the scopes that were chosen for it and no role.", "",
        "## Scopes", "", f"| Scope | What it allows | {roles} |", rule_line,
    ]  # fmt: skip
    lines += [
        f"| `{scope}` | {about} | {_marks({role for role in Role if scope in SCOPES_OF_ROLE[role]})} |"
        for scope, about in SCOPES.items()
    ]
    rules = sorted(guarded_rules(app), key=lambda rule: (tag_of(app, rule), rule.rule, methods_of(rule)))
    for tag, found in groupby(rules, key=lambda rule: tag_of(app, rule)):
        lines += ["", f"## {tag}", "", f"| Verb | What it does | {roles} |", rule_line]
        lines += [_line(app, rule) for rule in found]
    return "\n".join(lines) + "\n"


def roles_of(policy: Any) -> frozenset[Role] | str:
    """The roles that a guard lets in, or in words what opens it to whoever has that."""
    if isinstance(policy, May):
        return frozenset(role for role in Role if policy.scope in SCOPES_OF_ROLE[role])
    if policy.__name__ in CAPABILITIES:
        return CAPABILITIES[policy.__name__]
    return OPEN_TO[policy.__name__]


def _line(app: Flask, rule: Rule) -> str:
    found = roles_of(policy_of(app, rule))
    marks = " | ".join([f"with {found}"] * len(Role)) if isinstance(found, str) else _marks(found)
    return f"| {' '.join(methods_of(rule))} `{rule.rule}` | {summary_of(app, rule)} | {marks} |"


def _marks(those: set[Role] | frozenset[Role]) -> str:
    return " | ".join(YES if role in those else NO for role in Role)
