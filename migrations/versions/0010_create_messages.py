"""Messages, their attempts, templates and quiet channels."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010_create_messages"
down_revision = "0009_add_account_tokens"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "messages",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("about", sa.String(length=100), nullable=True),
        sa.Column("recipient", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("address", sa.String(length=254), nullable=False),
        sa.Column("timezone", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("sealed", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=True),
        sa.Column("send_at", sa.DateTime(), nullable=True),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("edition", sa.Integer(), nullable=False),
        sa.Column("copy", sa.Integer(), nullable=False),
        sa.Column("supplier", sa.String(length=16), nullable=True),
        sa.Column("supplier_reference", sa.String(length=200), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.Column("sent_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_messages_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_messages")),
        sa.UniqueConstraint("organisation_id", "key", "channel", name=op.f("uq_messages_organisation_id_key_channel")),
    )
    op.create_index(op.f("ix_messages_about_state"), "messages", ["about", "state"], unique=False)
    op.create_index(
        op.f("ix_messages_organisation_id_about_created_at_id"),
        "messages",
        ["organisation_id", "about", "created_at", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_messages_organisation_id_address_created_at_id"),
        "messages",
        ["organisation_id", "address", "created_at", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_messages_organisation_id_channel_created_at_id"),
        "messages",
        ["organisation_id", "channel", "created_at", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_messages_organisation_id_created_at_id"),
        "messages",
        ["organisation_id", "created_at", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_messages_organisation_id_kind_created_at_id"),
        "messages",
        ["organisation_id", "kind", "created_at", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_messages_organisation_id_recipient_created_at_id"),
        "messages",
        ["organisation_id", "recipient", "created_at", "id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_messages_organisation_id_state_created_at_id"),
        "messages",
        ["organisation_id", "state", "created_at", "id"],
        unique=False,
    )
    op.create_index(op.f("ix_messages_state_channel_id"), "messages", ["state", "channel", "id"], unique=False)
    op.create_table(
        "message_attempts",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("message_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("supplier", sa.String(length=16), nullable=False),
        sa.Column("outcome", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.String(length=500), nullable=True),
        sa.Column("started_at", sa.DateTime(), nullable=False),
        sa.Column("handed_over_at", sa.DateTime(), nullable=True),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("next_try_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["message_id"], ["messages.id"], name=op.f("fk_message_attempts_message_id_messages")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_message_attempts")),
        sa.UniqueConstraint("message_id", "number", name=op.f("uq_message_attempts_message_id_number")),
    )
    op.create_table(
        "message_templates",
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("subject", sa.String(length=500), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("html", sa.Text(), nullable=True),
        sa.Column("sms", sa.Text(), nullable=True),
        sa.Column("updated_by", sa.String(length=64), nullable=False),
        sa.Column("updated_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_message_templates_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "kind", name=op.f("pk_message_templates")),
    )
    op.create_table(
        "quiet_channels",
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column("recipient", sa.String(length=64), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_quiet_channels_organisation_id_organisations")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "recipient", "channel", name=op.f("pk_quiet_channels")),
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("quiet_channels")
    op.drop_table("message_templates")
    op.drop_table("message_attempts")
    op.drop_index(op.f("ix_messages_state_channel_id"), table_name="messages")
    op.drop_index(op.f("ix_messages_organisation_id_state_created_at_id"), table_name="messages")
    op.drop_index(op.f("ix_messages_organisation_id_recipient_created_at_id"), table_name="messages")
    op.drop_index(op.f("ix_messages_organisation_id_kind_created_at_id"), table_name="messages")
    op.drop_index(op.f("ix_messages_organisation_id_created_at_id"), table_name="messages")
    op.drop_index(op.f("ix_messages_organisation_id_channel_created_at_id"), table_name="messages")
    op.drop_index(op.f("ix_messages_organisation_id_address_created_at_id"), table_name="messages")
    op.drop_index(op.f("ix_messages_organisation_id_about_created_at_id"), table_name="messages")
    op.drop_index(op.f("ix_messages_about_state"), table_name="messages")
    op.drop_table("messages")
