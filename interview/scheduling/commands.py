"""Commands of the operator: interviews, invitations and the demonstration."""

from __future__ import annotations

import json
from typing import Any

import click
from flask import Flask
from flask.cli import AppGroup
from flask_migrate import upgrade

from interview.candidates import service as candidates
from interview.core import clock, current
from interview.core.actors import OPERATOR
from interview.core.db import unit_of_work
from interview.core.errors import AppError
from interview.scheduling import demo, invitations
from interview.scheduling import service as scheduling
from interview.scheduling.models import Interview

interviews = AppGroup("interview", help="Interviews.")
tokens = AppGroup("invitation", help="Interview tokens.")
people = AppGroup("candidate", help="Candidates.")

as_json = click.option("--json", "is_json", is_flag=True, help="Print JSON and nothing else.")
organisation = click.option("--organisation", "organisation_id", required=True, help="Id of the organisation.")


def init(app: Flask) -> None:
    """Add the commands."""
    for command in (interviews, tokens, people, make_demo):
        app.cli.add_command(command)


@click.command("demo")
@click.option("--furnished", "is_furnished", is_flag=True, help="With more candidates, a position, lots, a calendar.")
@as_json
def make_demo(*, is_furnished: bool, is_json: bool) -> None:
    """Make a new organisation with an admin, an API key and a candidate with a scheduled interview.

    An empty database is migrated first, so that this works before the first start of the server.
    """
    upgrade()
    _tell(demo.make_new(is_furnished=is_furnished), is_json)


@people.command("create")
@organisation
@click.argument("name")
@click.option("--email", default=None)
@as_json
def create_candidate(*, organisation_id: str, name: str, email: str | None, is_json: bool) -> None:
    """Add a candidate."""
    with _refusals(), unit_of_work():
        made = candidates.create(organisation_id=organisation_id, name=name, email=email, by=OPERATOR)
    _tell({"candidate_id": made.id}, is_json)


@interviews.command("create")
@organisation
@click.option("--candidate", "candidate_id", type=int, required=True, help="Id of the candidate.")
@click.option("--title", required=True)
@as_json
def create_interview(*, organisation_id: str, candidate_id: int, title: str, is_json: bool) -> None:
    """Schedule an interview and make its first token."""
    with _refusals(), unit_of_work():
        made = scheduling.create(within=organisation_id, candidate_id=candidate_id, title=title, by=OPERATOR)
        shown = _invited(made)
    _tell({"interview_id": made.id} | shown, is_json)


@tokens.command("create")
@organisation
@click.option("--interview", "interview_id", required=True, help="Id of the interview.")
@as_json
def create_invitation(*, organisation_id: str, interview_id: str, is_json: bool) -> None:
    """Make a new token for an interview; it is shown this once."""
    with _refusals(), unit_of_work():
        shown = _invited(scheduling.get(interview_id, within=organisation_id))
    _tell(shown, is_json)


@tokens.command("revoke")
@organisation
@click.option("--interview", "interview_id", required=True, help="Id of the interview.")
@click.argument("invitation_id")
def revoke_invitation(*, organisation_id: str, interview_id: str, invitation_id: str) -> None:
    """Take a token back, and with it whatever it opened."""
    with _refusals(), unit_of_work():
        invitations.revoke(scheduling.get(interview_id, within=organisation_id), invitation_id, by=OPERATOR)
    click.echo("revoked")


def _invited(interview: Interview) -> dict[str, Any]:
    invitation, token = invitations.invite(interview, by=OPERATOR)
    return {
        "invitation_id": invitation.id,
        "interview_token": token,
        "link": f"{current.settings().site_url}/i/{token}",
        "expires_at": clock.wire(invitation.expires_at),
    }


class _Refusals:
    """Turns our refusals into click's, so that a person reads one line instead of a traceback."""

    def __enter__(self) -> None:
        """Nothing to prepare."""

    def __exit__(self, _kind: object, cause: BaseException | None, _trace: object) -> None:
        if isinstance(cause, AppError):
            raise click.ClickException(cause.detail) from cause


def _refusals() -> _Refusals:
    return _Refusals()


def _tell(shown: dict[str, Any], is_json: bool) -> None:
    if is_json:
        click.echo(json.dumps(shown))
        return
    for name, value in shown.items():
        click.echo(f"{name.replace('_', ' ')}: {value if not isinstance(value, dict) else json.dumps(value)}")
