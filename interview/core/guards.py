"""Guards: every route says who may call it; one without a guard fails a house test."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from functools import wraps
from typing import Any

from flask import g

from interview.core.actors import ANONYMOUS, Actor
from interview.core.db import unit_of_work

Policy = Callable[..., Actor]
View = Callable[..., Any]


def guard(
    policy: Policy, *, owns_transactions: bool = False, keeps_answer: bool = True, largest_body: str | None = None
) -> Callable[[View], View]:
    """Let a view run only for callers whom the policy recognises.

    The policy gets the path's values, returns the actor or raises `NotAuthenticated`, `Forbidden` or `NotFound`.
    `owns_transactions` is for views that stream: they open their own short units of work.
    `keeps_answer=False` is for answers that must never be given twice, such as fresh tokens: no idempotency key.
    `largest_body` names the setting that bounds the file a view takes; such a view reads its body itself.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(**values: Any) -> Any:
            with unit_of_work(write=False) if owns_transactions else nullcontext():
                g.actor = policy(**values)
            return view(**values)

        guarded.policy = policy  # type: ignore[attr-defined]
        guarded.owns_transactions = owns_transactions  # type: ignore[attr-defined]
        guarded.keeps_answer = keeps_answer  # type: ignore[attr-defined]
        guarded.largest_body = largest_body  # type: ignore[attr-defined]
        return guarded

    return decorate


def public(**_: object) -> Actor:
    """Anybody may call; the view gives away nothing."""
    return ANONYMOUS


def actor() -> Actor:
    """Who is calling, as the guard recognised it."""
    found: Actor = g.actor
    return found
