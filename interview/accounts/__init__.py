"""Accounts: organisations, their users and API keys, and recognising who is calling.

Owns the tables organisations, users, user_words, api_keys, refresh_tokens and account_tokens, and the folder
`credentials/`. Announces `user_disabled`, `role_changed`, `login_ended`, `api_key_revoked`, `person_invited` and
`password_reset_asked`.
Serves `/api/auth`, `/api/users`, `/api/organisation`, `/api/api-keys`, the commands `organisation`, `user` and
`apikey`, and to every feature above the policies `signed_in` and `may("analysis:read")`, the verb `invite`, and by
`credentials.held` which of the credentials that open sockets came with have ended.
"""
