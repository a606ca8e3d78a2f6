"""The door of `/api/organisation`: the caller's own."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint

from interview.accounts import service
from interview.accounts.models import Organisation
from interview.accounts.policies import may, signed_in
from interview.accounts.schemas import OrganisationDetail, UpdateOrganisation
from interview.core.guards import actor, guard

bp = APIBlueprint("organisation", __name__, url_prefix="/api/organisation", tag="Accounts")


@bp.get("")
@guard(signed_in)
@bp.output(OrganisationDetail)
def get_organisation() -> Organisation:
    """Show the caller's organisation."""
    return service.get_organisation(actor().organisation_id)


@bp.patch("")
@guard(may("organisation:write"))
@bp.input(UpdateOrganisation)
@bp.output(OrganisationDetail)
def update_organisation(json_data: dict[str, Any]) -> Organisation:
    """Change the organisation's name or the time zone its people begin with."""
    return service.update_organisation(service.get_organisation(actor().organisation_id), **json_data, by=actor())
