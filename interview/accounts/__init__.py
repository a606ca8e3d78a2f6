"""Accounts: organisations, their users and API keys, and recognising who is calling.

Owns the tables organisations, users, api_keys and refresh_tokens, and the folder `credentials/`.
Announces `user_disabled`.
Serves `/api/auth`, `/api/users`, `/api/api-keys`, the commands `organisation`, `user` and `apikey`, and to every
feature above the policies `signed_in` and `may("analysis:read")`.
"""
