"""News of accounts; whoever holds sockets of these callers closes them."""

from __future__ import annotations

from interview.core.signals import Signal

user_disabled = Signal("user_disabled", "A user may no longer act: `user_id`, `organisation_id`.")
login_ended = Signal(
    "login_ended", "Logins of `user_id` ended: the one named by `family_id`, or where that is None every one but `but`."
)
api_key_revoked = Signal("api_key_revoked", "An API key opens nothing any more: `key_id`, `organisation_id`.")
