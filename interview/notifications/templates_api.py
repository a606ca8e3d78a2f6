"""An organisation's own texts: /api/notifications/templates."""

from __future__ import annotations

from typing import Any

from apiflask import APIBlueprint

from interview.accounts.errors import ScopeMissing
from interview.accounts.policies import may
from interview.core.guards import actor, guard
from interview.notifications.models import MessageTemplate
from interview.notifications.schemas import (
    Preview,
    PreviewTemplate,
    TemplateDetail,
    TemplateList,
    TemplateTexts,
)
from interview.notifications.writing import own_texts, rendering
from interview.notifications.writing.kinds import KINDS, Kind, built_in, kind_of
from interview.notifications.writing.rendering import Written

bp = APIBlueprint("templates", __name__, url_prefix="/api/notifications/templates", tag="Notifications")


def _summary(kind: Kind, own: MessageTemplate | None) -> dict[str, Any]:
    return {
        "kind": kind.name,
        "about": kind.about,
        "channels": [channel.value for channel in kind.channels],
        "is_own": own is not None,
        "is_account_security": kind.is_account_security,
        "updated_at": own.updated_at if own else None,
    }


def _detail(kind: Kind) -> dict[str, Any]:
    own = own_texts.find(kind, organisation_id=actor().organisation_id)
    return {
        **_summary(kind, own),
        "texts": own_texts.texts_of(own) if own else built_in(kind.name),
        "built_in": built_in(kind.name),
        "sample": own_texts.sample(kind, organisation_id=actor().organisation_id),
    }


def _changeable(name: str) -> Kind:
    """The kind, where the caller may change its text: who words a link to an account could send it astray."""
    kind = kind_of(name)
    if kind.is_account_security and "organisation:write" not in actor().scopes:
        raise ScopeMissing("Texts about people's accounts need the scope organisation:write.")
    return kind


@bp.get("")
@guard(may("messages:read"))
@bp.output(TemplateList)
def list_templates() -> dict[str, Any]:
    """List every kind of message and whose text is in force."""
    own = own_texts.list_own(actor().organisation_id)
    return {"items": [_summary(kind, own.get(kind.name)) for kind in KINDS.values()]}


@bp.get("/<kind>")
@guard(may("messages:read"))
@bp.output(TemplateDetail)
def get_template(kind: str) -> dict[str, Any]:
    """Show a kind's texts, the built-in ones, and the values that they may use."""
    return _detail(kind_of(kind))


@bp.put("/<kind>")
@guard(may("messages:write"))
@bp.input(TemplateTexts)
@bp.output(TemplateDetail)
def change_template(kind: str, json_data: dict[str, Any]) -> dict[str, Any]:
    """Make this the organisation's own text; a mistake is told with its part and line."""
    by = actor()
    own_texts.keep(_changeable(kind), json_data, organisation_id=str(by.organisation_id), by=by)
    return _detail(kind_of(kind))


@bp.delete("/<kind>")
@guard(may("messages:write"))
@bp.output({}, status_code=204)
def drop_template(kind: str) -> str:
    """Go back to the built-in text; a second time changes nothing."""
    own_texts.drop(_changeable(kind), organisation_id=actor().organisation_id, by=actor())
    return ""


@bp.post("/<kind>/preview")
@guard(may("messages:read"))
@bp.input(PreviewTemplate)
@bp.output(Preview)
def preview_template(kind: str, json_data: dict[str, Any]) -> Written:
    """Write a message with sample values or given ones, and send nothing."""
    about_kind, organisation_id = kind_of(kind), actor().organisation_id
    texts = json_data["texts"] or own_texts.in_force(about_kind, organisation_id=organisation_id)
    own_texts.check(about_kind, texts)
    values = own_texts.sample(about_kind, organisation_id=organisation_id) | json_data["values"]
    return rendering.write(about_kind, texts, values, timezone=json_data["timezone"])
