"""The judges of this process, in the configured order; made once, because they load models and share a budget."""

from __future__ import annotations

from flask import current_app

from interview.core import current
from interview.scoring import service as scoring
from interview.scoring.chain import ChainAnalyser


def judge() -> ChainAnalyser:
    """The chain of judges in force."""
    known: ChainAnalyser | None = current_app.extensions.get("judges")
    if known is None:
        known = scoring.build(current.settings())
        current_app.extensions["judges"] = known
    return known
