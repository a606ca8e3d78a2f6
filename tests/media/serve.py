"""The product's own server with the shelf's door on it; settings come from the environment. Prints its port."""

from __future__ import annotations

import os
import socket

from interview import server
from interview.core import config
from interview.core.db import db
from interview.core.http import Application
from interview.factory import create_app
from interview.media.receiving import sources
from tests.media import shelf


class ShelfServer(server.Server):
    """gunicorn as the product configures it, on tables made without migrations."""

    def load_config(self) -> None:
        """Listen on the socket that was opened before."""
        super().load_config()
        self.cfg.set("bind", f"fd://{self.listener.fileno()}")

    def load(self) -> Application:
        """Make the app in the worker."""
        app = create_app(self._settings)
        shelf.init(app)
        with app.app_context():
            db.create_all()
        return app


def main() -> None:
    """Serve until told to stop."""
    sources.READ_SECONDS = float(os.environ.get("SHELF_READ_SECONDS", sources.READ_SECONDS))
    settings = config.load(env_file=None)
    listener = socket.create_server((settings.host, 0 if settings.port == 5000 else settings.port), backlog=256)
    listener.set_inheritable(True)
    ShelfServer.listener = listener  # type: ignore[attr-defined]
    print(listener.getsockname()[1], flush=True)
    ShelfServer(settings).run()


if __name__ == "__main__":
    main()
