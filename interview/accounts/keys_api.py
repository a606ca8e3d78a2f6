"""The doors of `/api/api-keys`: the organisation's API keys."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint

from interview.accounts.credentials import keys
from interview.accounts.models import ApiKey
from interview.accounts.policies import may
from interview.accounts.schemas import ApiKeyDetail, ApiKeyPage, CreateApiKey, NewApiKey
from interview.core.guards import actor, guard
from interview.core.pages import Page
from interview.core.schema import PageQuery

bp = APIBlueprint("api_keys", __name__, url_prefix="/api/api-keys", tag="Accounts")


@bp.get("")
@guard(may("api_keys:write"))
@bp.input(PageQuery, location="query")
@bp.output(ApiKeyPage)
def list_keys(query_data: dict[str, Any]) -> Page[ApiKey]:
    """List the organisation's keys, newest first, without their secrets."""
    return keys.list_keys(actor().organisation_id, **query_data)


@bp.post("")
@guard(may("api_keys:write"))
@bp.input(CreateApiKey)
@bp.output(NewApiKey, status_code=201)
def create_key(json_data: dict[str, Any]) -> dict[str, Any]:
    """Make a key with chosen scopes; its secret is shown this once."""
    by = actor()
    made = keys.create(
        str(by.organisation_id),
        name=json_data["name"],
        scopes=frozenset(json_data["scopes"]),
        expires_at=json_data["expires_at"],
        by=by,
    )
    return {name: getattr(made.key, name) for name in ApiKeyDetail().fields} | {"secret": made.secret}


@bp.get("/<key_id>")
@guard(may("api_keys:write"))
@bp.output(ApiKeyDetail)
def get_key(key_id: str) -> ApiKey:
    """Show one key without its secret."""
    return keys.get(key_id, organisation_id=actor().organisation_id)


@bp.delete("/<key_id>")
@guard(may("api_keys:write"))
@bp.output({}, status_code=204)
def revoke_key(key_id: str) -> str:
    """Revoke a key for good; a second time changes nothing."""
    keys.revoke(keys.get(key_id, organisation_id=actor().organisation_id), by=actor())
    return ""
