"""Commands of the operator: organisations, people and API keys."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click
from flask import Flask
from flask.cli import AppGroup

from interview.accounts import service
from interview.accounts.credentials import keys, netrc, passwords
from interview.accounts.credentials.keys import NewKey
from interview.accounts.credentials.netrc import UnreadableNetrc
from interview.accounts.errors import NoSuchUser
from interview.accounts.models import Organisation, User, normal_email
from interview.accounts.schemas import ApiKeyDetail, LinkDetail, OrganisationDetail, UserDetail
from interview.accounts.scopes import EVERY_SCOPE, Role
from interview.accounts.service import NewUser
from interview.core import clock, current, ids
from interview.core.actors import OPERATOR
from interview.core.db import unit_of_work
from interview.core.errors import AppError
from interview.core.schema import Schema

organisations = AppGroup("organisation", help="Organisations.")
users = AppGroup("user", help="People of an organisation.")
api_keys = AppGroup("apikey", help="API keys of an organisation.")

ROLE = click.Choice([role.value for role in Role])
as_json = click.option("--json", "is_json", is_flag=True, help="Print JSON and nothing else.")
of_organisation = click.option("--organisation", "organisation_id", help="Id of the organisation.")


def init(app: Flask) -> None:
    """Add the commands."""
    for group in (organisations, users, api_keys):
        app.cli.add_command(group)


@organisations.command("create")
@click.argument("name")
@as_json
def create_organisation(name: str, is_json: bool) -> None:
    """Make an organisation without people."""
    with _one_unit():
        made = service.create_organisation(name, by=OPERATOR)
    _tell(_shown(OrganisationDetail(), made), is_json)


@organisations.command("list")
@as_json
def list_organisations(is_json: bool) -> None:
    """Show every organisation."""
    with unit_of_work(write=False):
        found = [_shown(OrganisationDetail(), organisation) for organisation in service.list_organisations()]
    _tell_all(found, is_json)


@users.command("create")
@click.argument("email")
@of_organisation
@click.option("--name", default="", help="Name; the address's first part where it is left out.")
@click.option("--role", type=ROLE, default=Role.ADMIN.value, show_default=True)
@click.option("--password-stdin", "reads_password", is_flag=True, help="Read the password; otherwise one is made.")
@as_json
def create_user(
    *, email: str, organisation_id: str | None, name: str, role: str, reads_password: bool, is_json: bool
) -> None:
    """Add a person to an organisation, and print the password where one was made."""
    made_up = None if reads_password else ids.token()
    password = made_up or sys.stdin.readline().rstrip("\n")
    with _refusals():
        password_hash = passwords.hashed(password, email=normal_email(email))
    new = NewUser(email, name or email.partition("@")[0], Role(role), password_hash)
    with _one_unit():
        user = service.create_user(service.get_organisation(organisation_id), new, by=OPERATOR)
    _tell(_shown(UserDetail(), user) | ({"password": made_up} if made_up else {}), is_json)


@users.command("list")
@of_organisation
@click.option("--search", help="Beginnings of words of the name or the address.")
@as_json
def list_users(organisation_id: str | None, search: str | None, is_json: bool) -> None:
    """Show the organisation's newest hundred people."""
    with _refusals(), unit_of_work(write=False):
        organisation = service.get_organisation(organisation_id)
        page = service.list_users(organisation.id, limit=100, cursor=None, search=search)
        found = [_shown(UserDetail(), user) for user in page.items]
    _tell_all(found, is_json)


@users.command("invite")
@click.argument("email")
@of_organisation
@click.option("--name", default="", help="Name; the address's first part where it is left out.")
@click.option("--role", type=ROLE, default=Role.ADMIN.value, show_default=True)
@as_json
def invite_user(email: str, organisation_id: str | None, name: str, role: str, is_json: bool) -> None:
    """Add a person who chooses the password by a link, and print the link; for one invited before a new link."""
    with _one_unit():
        user = service.find_user_by_email(email) or service.create_user(
            service.get_organisation(organisation_id),
            NewUser(email, name or email.partition("@")[0], Role(role)),
            by=OPERATOR,
        )
        link = service.send_invitation(user, by=OPERATOR)
    _tell(_shown(UserDetail(), user) | _shown(LinkDetail(), link), is_json)


@users.command("reset-link")
@click.argument("email")
@as_json
def make_reset_link(email: str, is_json: bool) -> None:
    """Print a link by which a person sets a new password."""
    with _one_unit():
        link = service.make_reset_link(_user(email), by=OPERATOR)
    _tell(_shown(LinkDetail(), link), is_json)


@users.command("disable")
@click.argument("email")
def disable_user(email: str) -> None:
    """Shut a person out at once: logins, tokens and open pages."""
    with _one_unit():
        service.disable_user(_user(email), by=OPERATOR)
    click.echo(f"{email} is disabled.")


@users.command("enable")
@click.argument("email")
def enable_user(email: str) -> None:
    """Let a person log in again."""
    with _one_unit():
        service.enable_user(_user(email), by=OPERATOR)
    click.echo(f"{email} is enabled.")


@users.command("logout")
@click.argument("email")
def log_out_user(email: str) -> None:
    """End every login of a person."""
    with _one_unit():
        service.log_out_everywhere(_user(email), by=OPERATOR)
    click.echo(f"{email} is logged out everywhere.")


@api_keys.command("create")
@of_organisation
@click.option("--email", help="A person of the organisation, instead of its id.")
@click.option("--scope", "scopes", multiple=True, metavar="SCOPE", help="What the key may do; repeat. Default: all.")
@click.option("--name", default="made on the command line", show_default=True, help="What the key is for.")
@click.option("--days", type=click.IntRange(1), help="Life of the key; without end where it is left out.")
@click.option("--write-netrc", "writes_netrc", is_flag=True, help="Store the key where requests and curl -n look.")
@click.option("--machine", help="Host name of that entry; the site's where it is left out.")
@click.option(
    "--netrc",
    "netrc_path",
    envvar="NETRC",
    type=click.Path(path_type=Path, dir_okay=False),
    default="~/.netrc",
    show_default=True,
    help="The file, also by the variable NETRC.",
)
@as_json
def create_key(
    *,
    organisation_id: str | None,
    email: str | None,
    scopes: tuple[str, ...],
    name: str,
    days: int | None,
    writes_netrc: bool,
    machine: str | None,
    netrc_path: Path,
    is_json: bool,
) -> None:
    """Make an API key; its secret is shown this once, or only stored in the netrc file."""
    path = netrc_path.expanduser()
    host = machine or urlsplit(current.settings().site_url).hostname or "localhost"
    # The file is written before the commit, so that a file that cannot be changed leaves no key behind.
    with _one_unit():
        made = keys.create(
            _organisation(organisation_id, email).id,
            name=name,
            scopes=frozenset(scopes) or EVERY_SCOPE,
            expires_at=clock.now() + timedelta(days=days) if days else None,
            by=OPERATOR,
        )
        if writes_netrc:
            _store(made, path, host)
    shown = {"id": made.key.id, "secret": made.secret} | _shown(ApiKeyDetail(), made.key)
    if writes_netrc:
        shown |= {"netrc": str(path), "machine": host}
    if writes_netrc and not is_json:
        del shown["secret"]
    _tell(shown, is_json)


@api_keys.command("list")
@of_organisation
@click.option("--email", help="A person of the organisation, instead of its id.")
@as_json
def list_keys(organisation_id: str | None, email: str | None, is_json: bool) -> None:
    """Show the organisation's newest hundred keys, without their secrets."""
    with _refusals(), unit_of_work(write=False):
        organisation = _organisation(organisation_id, email)
        page = keys.list_keys(organisation.id, limit=100, cursor=None)
        found = [_shown(ApiKeyDetail(), key) for key in page.items]
    _tell_all(found, is_json)


@api_keys.command("revoke")
@click.argument("key_id")
def revoke_key(key_id: str) -> None:
    """Revoke a key for good."""
    with _one_unit():
        keys.revoke(keys.get_any(key_id), by=OPERATOR)
    click.echo(f"{key_id} is revoked.")


def _store(made: NewKey, path: Path, host: str) -> None:
    try:
        netrc.write_entry(path, machine=host, login=made.key.id, password=made.secret)
    except (UnreadableNetrc, OSError) as failure:
        raise click.ClickException(f"No key was made, the netrc file was left alone: {failure}") from failure


def _user(email: str) -> User:
    found = service.find_user_by_email(email)
    if found is None:
        raise NoSuchUser(f"Nobody has the address {email}.")
    return found


def _organisation(organisation_id: str | None, email: str | None) -> Organisation:
    if email:
        found = service.find_user_by_email(email)
        organisation_id = found.organisation_id if found else None
    return service.get_organisation(organisation_id)


@contextmanager
def _one_unit() -> Iterator[None]:
    with _refusals(), unit_of_work():
        yield


@contextmanager
def _refusals() -> Iterator[None]:
    """Tell a refusal in one line instead of a traceback."""
    try:
        yield
    except AppError as refusal:
        raise click.ClickException(refusal.detail) from refusal


def _shown(schema: Schema, row: object) -> dict[str, Any]:
    """A row under the snake_case names that scripts use."""
    dumped = schema.dump(row)
    return {name: dumped[field.data_key or name] for name, field in schema.fields.items()}


def _tell(shown: dict[str, Any], is_json: bool) -> None:
    if is_json:
        click.echo(json.dumps(shown))
        return
    for name, value in shown.items():
        if value is not None:
            click.echo(f"{name.replace('_', ' ')}: {', '.join(value) if isinstance(value, list) else value}")


def _tell_all(shown: list[dict[str, Any]], is_json: bool) -> None:
    if is_json:
        click.echo(json.dumps(shown))
        return
    for one in shown:
        _tell(one, is_json=False)
        click.echo()
