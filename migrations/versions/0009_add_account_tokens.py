"""Links that set a password: forgotten ones and those of invited people; zones; people found by their words."""

from __future__ import annotations

import re

import sqlalchemy as sa
from alembic import op

revision = "0009_add_account_tokens"
down_revision = "0008_create_analyses"
branch_labels = None
depends_on = None

MOST_WORDS = 12
AT_ONCE = 1000


def upgrade() -> None:
    """Create the tables, add the zones, and store the words of the people there are."""
    op.create_table(
        "account_tokens",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column("purpose", sa.String(length=16), nullable=False),
        sa.Column("token_digest", sa.String(length=64), nullable=False),
        sa.Column("created_by", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("expires_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_account_tokens_user_id_users")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account_tokens")),
        sa.UniqueConstraint("token_digest", name=op.f("uq_account_tokens_token_digest")),
        sa.UniqueConstraint("user_id", "purpose", name=op.f("uq_account_tokens_user_id_purpose")),
    )
    for table in ("organisations", "users"):
        op.add_column(table, sa.Column("timezone", sa.String(length=64), nullable=False, server_default="UTC"))
    op.create_index(
        op.f("ix_users_organisation_id_role_created_at_id"), "users", ["organisation_id", "role", "created_at", "id"]
    )
    words = op.create_table(
        "user_words",
        sa.Column("organisation_id", sa.String(length=32), nullable=False),
        sa.Column(
            "word",
            sa.String(length=254).with_variant(sa.String(length=254, collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisations.id"], name=op.f("fk_user_words_organisation_id_organisations")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_user_words_user_id_users")),
        sa.PrimaryKeyConstraint("organisation_id", "word", "user_id", name=op.f("pk_user_words")),
    )
    op.create_index(op.f("ix_user_words_user_id"), "user_words", ["user_id"])
    _write_words(words)


def _write_words(words: sa.Table) -> None:
    users = sa.table("users", *map(sa.column, ("id", "organisation_id", "email", "name")))
    people = op.get_bind().execute(sa.select(users)).all()
    for start in range(0, len(people), AT_ONCE):
        rows = [row for person in people[start : start + AT_ONCE] for row in _rows_of(person)]
        op.bulk_insert(words, rows)


def _rows_of(person: sa.Row) -> list[dict[str, str]]:
    found = dict.fromkeys([person.email, *re.findall(r"\w+", f"{person.name} {person.email}".lower())])
    return [
        {"organisation_id": person.organisation_id, "word": word, "user_id": person.id}
        for word in list(found)[:MOST_WORDS]
    ]


def downgrade() -> None:
    """Take it away again."""
    op.drop_index(op.f("ix_user_words_user_id"), table_name="user_words")
    op.drop_table("user_words")
    op.drop_index(op.f("ix_users_organisation_id_role_created_at_id"), table_name="users")
    # By itself: a batch would make both tables anew, which SQLite refuses while other tables refer to them.
    for table in ("users", "organisations"):
        op.drop_column(table, "timezone")
    op.drop_table("account_tokens")
