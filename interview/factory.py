"""Puts the product together: settings, mechanisms, then the features in the order of their floors."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

from flask_cors import CORS
from flask_migrate import Migrate

from interview import website
from interview.accounts import api as accounts_api
from interview.accounts import commands as accounts_commands
from interview.accounts import jobs as accounts_jobs
from interview.analysis import api as analysis_api
from interview.analysis import components as analysis_components
from interview.analysis import jobs as analysis_jobs
from interview.analysis import notes_api as analysis_notes_api
from interview.analysis import subscribers as analysis_subscribers
from interview.candidates import admin_api as candidates_api
from interview.candidates import jobs as candidates_jobs
from interview.candidates import me_api as candidates_me_api
from interview.candidates import resumes_api as candidates_resumes_api
from interview.candidates import transfers_api as candidates_transfers_api
from interview.candidates.lots import admin_api as lots_api
from interview.candidates.lots import commands as lots_commands
from interview.candidates.lots import draw_api as draws_api
from interview.candidates.positions import admin_api as positions_api
from interview.core import api as core_api
from interview.core import commands as core_commands
from interview.core import components as core_components
from interview.core import config, db, http, keys, logs, openapi, realtime
from interview.core.callers import TrustedProxies
from interview.core.config import Settings
from interview.core.http import Application
from interview.core.jobs import upkeep as core_upkeep
from interview.core.jobs.delivery import Delivery
from interview.core.limits import Limits
from interview.media import components as media_components
from interview.media import jobs as media_jobs
from interview.media import playback_api as media_playback_api
from interview.media import uploads_api as media_uploads_api
from interview.notifications import api as notifications_api
from interview.notifications import jobs as notifications_jobs
from interview.notifications import subscribers as notifications_subscribers
from interview.recording import api as recording_api
from interview.recording import jobs as recording_jobs
from interview.recording import sockets as recording_sockets
from interview.recording import subscribers as recording_subscribers
from interview.scheduling import admin_api as scheduling_api
from interview.scheduling import commands as scheduling_commands
from interview.scheduling import jobs as scheduling_jobs
from interview.scheduling.calendar import api as calendar_api
from interview.scheduling.calendar import booking_api
from interview.scheduling.calendar import jobs as calendar_jobs
from interview.scheduling.calendar import subscribers as calendar_subscribers
from interview.scoring import commands as scoring_commands
from interview.webhooks import api as webhooks_api
from interview.webhooks import jobs as webhooks_jobs
from interview.webhooks import subscribers as webhooks_subscribers

ROOT = Path(__file__).resolve().parent.parent
VERSION = "0.1.0"

TUS_HEADERS = [
    "Location",
    "Upload-Offset",
    "Upload-Length",
    "Upload-Defer-Length",
    "Upload-Expires",
    "Upload-Metadata",
    "Tus-Resumable",
    "Tus-Version",
    "Tus-Extension",
    "Tus-Max-Size",
    "Tus-Checksum-Algorithm",
    "X-Request-ID",
    "Retry-After",
]


def create_app(settings: Settings | None = None) -> Application:
    """Make the app from its settings, or from the environment; opens no port and starts no thread.

    Raises `BadSetting` when a setting is malformed or unsafe.
    """
    settings = settings or config.load()
    settings.recordings_dir.mkdir(parents=True, exist_ok=True)
    logs.configure(settings)
    app = Application(
        "interview",
        title="TalentFlow Interview",
        version=VERSION,
        docs_path=None,
        spec_path="/api/openapi.json",
        json_errors=False,
        static_folder=None,  # type: ignore[arg-type]
    )
    _set_up(app, settings)
    _add_features(app)
    return app


def _set_up(app: Application, settings: Settings) -> None:
    keyring = keys.Keyring(settings.secret_key or keys.secret_from(settings.data_dir))
    app.extensions |= {"settings": settings, "keyring": keyring, "limits": Limits(settings)}
    app.config.update(
        SQLALCHEMY_DATABASE_URI=settings.database,
        SQLALCHEMY_ENGINE_OPTIONS=db.engine_options(settings.database),
        OPENAPI_VERSION="3.1.0",
        AUTO_404_RESPONSE=False,
        VALIDATION_ERROR_STATUS_CODE=422,
        TESTING=settings.environment == "testing",
    )
    app.json.sort_keys = False  # type: ignore[attr-defined]
    db.db.init_app(app)
    with app.app_context():
        db.prepare(db.db.engine)
    Migrate(app, db.db, directory=str(ROOT / "migrations"))
    http.init(app)
    openapi.init(app)
    app.extensions["limits"].init_app(app)
    CORS(app, origins=list(settings.cors_origins), supports_credentials=True, expose_headers=TUS_HEADERS)
    realtime.init(app, origins=settings.cors_origins)
    app.extensions["jobs"] = Delivery(app, settings, signed_with=keyring.derive("job messages"))
    app.wsgi_app = TrustedProxies(app.wsgi_app, settings.trusted_proxies)  # type: ignore[method-assign, assignment]


def _add_features(app: Application) -> None:
    for door in doors():
        door.init(app)


def doors() -> tuple[ModuleType, ...]:
    """Every feature's ways in, lowest floor first."""
    return (
        core_api,
        core_commands,
        core_components,
        core_upkeep,
        accounts_api,
        accounts_commands,
        accounts_jobs,
        candidates_api,
        candidates_resumes_api,
        candidates_transfers_api,
        candidates_me_api,
        candidates_jobs,
        positions_api,
        lots_api,
        draws_api,
        lots_commands,
        media_uploads_api,
        media_playback_api,
        media_components,
        media_jobs,
        notifications_api,
        notifications_subscribers,
        notifications_jobs,
        scoring_commands,
        scheduling_api,
        scheduling_commands,
        calendar_api,
        booking_api,
        calendar_subscribers,
        calendar_jobs,
        scheduling_jobs,
        recording_api,
        recording_sockets,
        recording_subscribers,
        recording_jobs,
        analysis_api,
        analysis_notes_api,
        analysis_components,
        analysis_subscribers,
        analysis_jobs,
        webhooks_api,
        webhooks_subscribers,
        webhooks_jobs,
        website,
    )
