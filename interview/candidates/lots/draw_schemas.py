"""Shapes of draws (camelCase)."""

from __future__ import annotations

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from interview.candidates.lots.models import Place
from interview.candidates.lots.schemas import candidate_number
from interview.core.schema import CamelSchema, Moment, PageQuery, Text

MOST_SOURCES = 8


class SeedSource(CamelSchema):
    """A public source of the seed: what will be read where and when, and whether as numbers or as letters."""

    kind = fields.String(load_default="numbers", validate=validate.OneOf(["numbers", "letters"]))
    about = Text(required=True, validate=[validate.Length(10, 500), validate.Regexp(r".*\S")])


class PrepareDraw(CamelSchema):
    """Where the seed will come from: public sources, known from a moment on, a commitment of the server, or both."""

    sources = fields.List(fields.Nested(SeedSource), load_default=list, validate=validate.Length(max=MOST_SOURCES))
    uses_commitment = fields.Boolean(load_default=False, truthy={True}, falsy={False})
    seed_at = Moment(load_default=None)

    @validates_schema
    def check(self, data: dict[str, Any], **_: Any) -> None:
        """Refuse a draw without a source, and public sources without their moment."""
        if not data["sources"] and not data["uses_commitment"]:
            raise ValidationError("Name a public source, or use a commitment.", "sources")
        if data["sources"] and data["seed_at"] is None:
            raise ValidationError("Say from when the public sources are known.", "seedAt")


class Draw(CamelSchema):
    """What the public sources said: one text for each, in the published order."""

    seed = fields.List(
        Text(validate=validate.Length(1, 2000)), load_default=list, validate=validate.Length(max=MOST_SOURCES)
    )


class WithdrawDraw(CamelSchema):
    """Why a published draw does not take place."""

    reason = Text(required=True, validate=[validate.Length(3, 500), validate.Regexp(r".*\S")])


class Decline(CamelSchema):
    """Who gives a place, or the wait for one, back."""

    candidate_id = candidate_number(required=True)
    reason = Text(load_default=None, allow_none=True, validate=validate.Length(max=500))


class PublishedSource(CamelSchema):
    """A source as it is published: a commitment has its hash, the others what they are."""

    kind = fields.String()
    about = fields.String(allow_none=True, dump_default=None)
    sha256 = fields.String(allow_none=True, dump_default=None)


class DrawSummary(CamelSchema):
    """A draw without its pool."""

    public_id = fields.String()
    attempt = fields.Integer()
    status = fields.String()
    places = fields.Integer()
    pool_size = fields.Integer()
    sources = fields.List(fields.Nested(PublishedSource))
    seed_at = Moment()
    document_sha256 = fields.String()
    seed = fields.List(fields.String(), allow_none=True)
    key_string = fields.String(allow_none=True)
    prepared_at = Moment()
    drawn_at = Moment()
    withdrawn_at = Moment()
    withdrawn_reason = fields.String(allow_none=True)


class DrawList(CamelSchema):
    """The newest hundred draws of a lot, the present one first."""

    items = fields.List(fields.Nested(DrawSummary))
    next_cursor = fields.Constant(None)


class DrawFile(CamelSchema):
    """The whole of a draw as anybody may have it: what was published, and once drawn, the seed and the outcome."""

    published = fields.Dict(keys=fields.String())
    published_sha256 = fields.String()
    status = fields.String()
    seed = fields.List(fields.String(), allow_none=True)
    key_string = fields.String(allow_none=True)
    drawn_at = fields.String(allow_none=True)
    order = fields.List(fields.Integer())
    holding = fields.List(fields.Integer())
    changes = fields.List(fields.Dict(keys=fields.String()))
    withdrawn_at = fields.String(allow_none=True)
    withdrawn_reason = fields.String(allow_none=True)


class CheckDetail(CamelSchema):
    """One thing that was looked at again."""

    what = fields.String()
    is_right = fields.Boolean()
    told = fields.String()


class StepDetail(CamelSchema):
    """One selection of RFC 3797."""

    rank = fields.Integer()
    md5 = fields.String()
    divisor = fields.Integer()
    remainder = fields.Integer()
    number = fields.Integer()


class DrawVerified(CamelSchema):
    """The draw recomputed: everything that was looked at, and the first steps."""

    is_right = fields.Boolean()
    checks = fields.List(fields.Nested(CheckDetail))
    steps = fields.List(fields.Nested(StepDetail))


class EntryDetail(CamelSchema):
    """Somebody in the pool: number, rank once drawn, and the secret by which they find themselves."""

    number = fields.Integer()
    rank = fields.Integer(allow_none=True)
    place = fields.String()
    candidate_id = fields.Integer(allow_none=True)
    candidate_name = fields.String(attribute="candidate.name", dump_default=None, allow_none=True)
    secret = fields.String(allow_none=True)


class EntryQuery(PageQuery):
    """Which of the pool, and where in their list."""

    place = fields.String(load_default=None, validate=validate.OneOf([place.value for place in Place]))


class EntryPage(CamelSchema):
    """One page of a pool: by rank once drawn, by number before."""

    items = fields.List(fields.Nested(EntryDetail))
    next_cursor = fields.String(allow_none=True)


class OwnDraw(CamelSchema):
    """A draw that the caller was in: the pseudonym is SHA-256 of `publicId:candidateId:secret`."""

    public_id = fields.String()
    status = fields.String()
    candidate_id = fields.Integer()
    secret = fields.String()
    pseudonym = fields.String()
    number = fields.Integer()
    rank = fields.Integer(allow_none=True)
    place = fields.String()
    pool_size = fields.Integer()
    places = fields.Integer()
    prepared_at = Moment()
    drawn_at = Moment()


class OwnDraws(CamelSchema):
    """The newest hundred draws of the caller."""

    items = fields.List(fields.Nested(OwnDraw))
    next_cursor = fields.Constant(None)
