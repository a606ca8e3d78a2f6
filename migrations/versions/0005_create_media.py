"""Uploads, their chunks and finished objects."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005_create_media"
down_revision = "0004_create_consents"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "media_objects",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("owner", sa.String(length=80), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=True),
        sa.Column("track_name", sa.String(length=16), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("storage_key", sa.String(length=160), nullable=True),
        sa.Column("size_bytes", sa.BigInteger(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("mime_type", sa.String(length=120), nullable=True),
        sa.Column("container", sa.String(length=16), nullable=True),
        sa.Column("starts_at_seconds", sa.Double(), nullable=True),
        sa.Column("duration_seconds", sa.Double(), nullable=True),
        sa.Column("width", sa.Integer(), nullable=True),
        sa.Column("height", sa.Integer(), nullable=True),
        sa.Column("frame_rate", sa.Double(), nullable=True),
        sa.Column("video_codec", sa.String(length=32), nullable=True),
        sa.Column("audio_codec", sa.String(length=32), nullable=True),
        sa.Column("failure_code", sa.String(length=32), nullable=True),
        sa.Column("failure_detail", sa.Text(), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("verified_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_media_objects_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_media_objects")),
        sa.UniqueConstraint("storage_key", name=op.f("uq_media_objects_storage_key")),
    )
    op.create_index(
        op.f("ix_media_objects_owner_track_name_kind"), "media_objects", ["owner", "track_name", "kind"], unique=False
    )
    op.create_table(
        "uploads",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("owner", sa.String(length=80), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=True),
        sa.Column("track_name", sa.String(length=16), nullable=False),
        sa.Column("segment_number", sa.Integer(), nullable=False),
        sa.Column("filetype", sa.String(length=120), nullable=True),
        sa.Column("filename", sa.String(length=255), nullable=True),
        sa.Column("started_at", sa.DateTime(), nullable=True),
        sa.Column("told_metadata", sa.Text(), nullable=False),
        sa.Column("offset_bytes", sa.BigInteger(), nullable=False),
        sa.Column("length_bytes", sa.BigInteger(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("findings", sa.JSON(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("advanced_at", sa.DateTime(), nullable=True),
        sa.Column("completed_at", sa.DateTime(), nullable=True),
        sa.Column("closed_at", sa.DateTime(), nullable=True),
        sa.Column("raw_dropped_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_uploads_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_uploads")),
    )
    op.create_index(
        op.f("ix_uploads_owner_track_name_segment_number"),
        "uploads",
        ["owner", "track_name", "segment_number"],
        unique=False,
    )
    op.create_index(op.f("ix_uploads_state_expires_at"), "uploads", ["state", "expires_at"], unique=False)
    op.create_table(
        "upload_chunks",
        sa.Column("upload_id", sa.String(length=32), nullable=False),
        sa.Column("offset_bytes", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("storage_key", sa.String(length=160), nullable=False),
        sa.Column("received_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["upload_id"], ["uploads.id"], name=op.f("fk_upload_chunks_upload_id_uploads")),
        sa.PrimaryKeyConstraint("upload_id", "offset_bytes", name=op.f("pk_upload_chunks")),
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("upload_chunks")
    op.drop_index(op.f("ix_uploads_state_expires_at"), table_name="uploads")
    op.drop_index(op.f("ix_uploads_owner_track_name_segment_number"), table_name="uploads")
    op.drop_table("uploads")
    op.drop_index(op.f("ix_media_objects_owner_track_name_kind"), table_name="media_objects")
    op.drop_table("media_objects")
