"""Background work of accounts."""

from __future__ import annotations

from flask import Flask

from interview.accounts import service
from interview.accounts.credentials import logins
from interview.core import current
from interview.core.jobs.handlers import GiveUp, Run, handles
from interview.core.jobs.periodic import every

DAY_SECONDS = 86_400
PASSWORD_RESET = "ask_password_reset"  # noqa: S105  (the name of a kind of job)


def init(app: Flask) -> None:
    """Nothing to attach: importing this registers the work."""


@every(DAY_SECONDS, "forget_expired_logins")
def forget_expired_logins() -> None:
    """Drop refresh tokens whose login is over by time."""
    logins.forget_expired()


def sealed(email: str) -> dict[str, str]:
    """The arguments of the job that sends a link: an address anybody may have typed stays out of the ledger."""
    return {"email_sealed": current.keyring().encrypt(PASSWORD_RESET, email)}


@handles(PASSWORD_RESET)
def ask_password_reset(run: Run) -> None:
    """Make the link of a forgotten password and have its person told, where there is one."""
    email = current.keyring().decrypt(PASSWORD_RESET, run.args["email_sealed"])
    if email is None:
        raise GiveUp("The secret key has changed since.")
    with run.last_step():
        service.ask_password_reset(email)
