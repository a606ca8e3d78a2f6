"""News of accounts; whoever holds sockets of these callers closes them."""

from __future__ import annotations

from interview.core.signals import Signal

user_disabled = Signal("user_disabled", "A user may no longer act: `user_id`, `organisation_id`.")
login_ended = Signal(
    "login_ended", "Logins of `user_id` ended: the one named by `family_id`, or where that is None every one but `but`."
)
role_changed = Signal("role_changed", "A person may do other things than before: `user_id`, `organisation_id`.")
person_invited = Signal(
    "person_invited", "A person is to set a password by a link: `user`, `link`, `expires_at`, `by`."
)
password_reset_asked = Signal(
    "password_reset_asked", "Somebody asked for a new password of this person: `user`, `link`, `expires_at`."
)
api_key_revoked = Signal("api_key_revoked", "An API key opens nothing any more: `key_id`, `organisation_id`.")
