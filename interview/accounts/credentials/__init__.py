"""Credentials: passwords, access and refresh tokens, logins, API keys, cookies, and how a request presents them.

Each file is one noun. `presented` reads a request without asking the database; `policies` above asks it.
"""
