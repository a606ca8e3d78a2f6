"""The production server: gunicorn with real threads, one process, jobs beside the requests."""

from __future__ import annotations

import gc
from typing import Any

from flask_migrate import upgrade
from gunicorn.app.base import BaseApplication

from interview.accounts import service as accounts
from interview.core import config, keys, logs
from interview.core.config import Settings
from interview.core.http import Application
from interview.factory import create_app
from interview.scheduling import demo

logger = logs.get(__name__)

# A migration and the first requests of many sockets must not look like a dead worker.
WORKER_TIMEOUT_SECONDS = 60
GRACE_SECONDS = 15
KEEP_ALIVE_SECONDS = 30


def serve(settings: Settings | None = None) -> None:
    """Migrate, take up what an earlier process left, and serve until told to stop."""
    settings = settings or config.load()
    # The secret is made before the fork, so that every worker reads the same one.
    _ = settings.secret_key or keys.secret_from(settings.data_dir)
    Server(settings).run()


def start(settings: Settings) -> Application:
    """Make the app ready to answer: database migrated, leftovers reconciled, job threads running."""
    app = create_app(settings)
    with app.app_context():
        upgrade()
        first_start(settings)
    _spare_the_collector()
    app.extensions["jobs"].start(threads=settings.job_threads)
    logger.info("ready", address=settings.site_url)
    return app


def _spare_the_collector() -> None:
    """Leave what lives as long as the process out of every collection, and collect the rest less often.

    A request makes thousands of short-lived objects; looking through the whole heap for them took a tenth of its time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


def first_start(settings: Settings) -> None:
    """Fill an empty database with a demonstration, told on the console once; never in production."""
    if settings.environment != "development" or accounts.list_organisations():
        return
    told = demo.make_new(is_furnished=True)
    print(  # noqa: T201
        f"""
TalentFlow Interview is ready for its first interview. This is told once:

  sign in at       {settings.site_url}/login
  admin            {told["admin"]["email"]}
  password         {told["admin"]["password"]}
  API key          {told["api_key"]["id"]}
  its secret       {told["api_key"]["secret"]}
  candidate        {told["candidate_id"]}
  interview token  {told["interview_token"]}
  candidate's link {told["link"]}
  documentation    {settings.site_url}/api/docs

Make another with: .venv/bin/flask --app app demo --furnished
""",
        flush=True,
    )


class Server(BaseApplication):  # type: ignore[misc]
    """gunicorn, configured by our settings alone."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        super().__init__()

    def load_config(self) -> None:
        """Set what differs from gunicorn's defaults."""
        chosen: dict[str, Any] = {
            "bind": f"{self._settings.host}:{self._settings.port}",
            "worker_class": "gthread",
            "workers": 1,
            "threads": self._settings.server_threads,
            "timeout": WORKER_TIMEOUT_SECONDS,
            "graceful_timeout": GRACE_SECONDS,
            "keepalive": KEEP_ALIVE_SECONDS,
            "control_socket_disable": True,
            # Our own middleware decides whom to believe about forwarded addresses.
            "forwarded_allow_ips": "",
            "errorlog": "-",
            "loglevel": "warning",
            "proc_name": "talentflow",
        }
        for name, value in chosen.items():
            self.cfg.set(name, value)

    def load(self) -> Application:
        """Make the app in the worker, after the fork: threads and database connections do not survive one."""
        return start(self._settings)
