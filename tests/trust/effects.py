"""Where the effects of jobs are counted: a row each, nothing unique, so that a doubled effect shows."""

from __future__ import annotations

from sqlalchemy import Column, Integer, MetaData, String, Table

effects = Table(
    "trust_effects",
    MetaData(),
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("name", String(200)),
    Column("worker", Integer),
)
