"""Every setting of the product, read once from the environment and `.env`, validated, then frozen."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, field, fields
from ipaddress import ip_network
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from dotenv import dotenv_values

PLACEHOLDERS = frozenset({"your_jwt_secret", "your_jwt_secret_here", "your-encryption-key", "changeme", "secret"})
SHORTEST_SECRET = 32


class BadSetting(ValueError):
    """A setting is missing, malformed or unsafe; the message names it and says what is expected."""


def setting(default: Any, about: str, *, read: Callable[[str], Any] | None = None, group: str) -> Any:
    """Declare one setting: its default, what it does and how its text is read."""
    return field(default=default, metadata={"about": about, "read": read, "group": group})


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _networks(text: str) -> tuple[str, ...]:
    return tuple(str(ip_network(word, strict=False)) for word in _words(text))


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(word) for word in _words(text))


def _weights(text: str) -> tuple[tuple[str, float], ...]:
    pairs = (word.partition("=") for word in _words(text))
    return tuple((name.strip(), float(value)) for name, _, value in pairs)


def _flag(text: str) -> bool:
    if text.lower() not in {"0", "1", "true", "false", "yes", "no"}:
        raise ValueError("expected yes or no")
    return text.lower() in {"1", "true", "yes"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What an operator can set; `.env.example` and `docs/settings.md` are generated from here."""

    environment: str = setting(
        "development", "development, testing or production; production refuses placeholder secrets.", group="Server"
    )
    host: str = setting("127.0.0.1", "Address the server listens on; 0.0.0.0 for every interface.", group="Server")
    port: int = setting(5000, "Port the server listens on.", read=int, group="Server")
    public_url: str = setting("", "Address people see in links; empty means http://localhost:PORT.", group="Server")
    server_threads: int = setting(
        64, "Request threads; an open socket holds one, so a quarter is kept free of sockets.", read=int, group="Server"
    )
    cors_origins: tuple[str, ...] = setting(
        (), "Exact origins that may call from other sites, separated by commas.", read=_words, group="Server"
    )
    trusted_proxies: tuple[str, ...] = setting(
        (), "Networks whose X-Forwarded-For and -Proto are believed.", read=_networks, group="Server"
    )
    data_dir: Path = setting(Path(), "Folder of the database, recordings/ and logs/.", read=Path, group="Data")
    database_url: str = setting(
        "", "SQLAlchemy URL, such as postgresql://user@host/name; empty means SQLite in DATA_DIR.", group="Data"
    )
    log_level: str = setting("INFO", "DEBUG, INFO, WARNING or ERROR.", group="Data")
    secret_key: str = setting(
        "", "Root of every key, 32 characters or more; generated into DATA_DIR/secret_key when empty.", group="Secrets"
    )
    bootstrap_secret: str = setting(
        "", "Lets POST /api/auth/register-admin work when an admin already exists.", group="Secrets"
    )
    access_token_minutes: int = setting(15, "Life of an access token.", read=int, group="Accounts")
    refresh_token_days: int = setting(30, "Life of a refresh token family.", read=int, group="Accounts")
    invitation_days: int = setting(14, "Life of an interview token.", read=int, group="Accounts")
    account_invitation_days: int = setting(
        7, "Life of the link by which an invited person joins.", read=int, group="Accounts"
    )
    password_reset_minutes: int = setting(
        60, "Life of the link that sets a forgotten password.", read=int, group="Accounts"
    )
    login_limit: str = setting("10 per 15 minutes", "Failed logins per account and address.", group="Limits")
    address_limit: str = setting("6000 per minute", "Requests per address.", group="Limits")
    account_limit: str = setting("1200 per minute", "Requests per user or API key.", group="Limits")
    session_limit: str = setting("600 per minute", "Requests per interview token or session.", group="Limits")
    max_upload_bytes: int = setting(20 * 1024**3, "Largest upload of one segment, in bytes.", read=int, group="Limits")
    session_upload_bytes: int = setting(
        60 * 1024**3, "Most bytes one recording session may upload.", read=int, group="Limits"
    )
    resume_bytes: int = setting(10 * 1024**2, "Largest resume, in bytes.", read=int, group="Limits")
    import_bytes: int = setting(64 * 1024**2, "Largest CSV file of candidates, in bytes.", read=int, group="Limits")
    scan_url: str = setting(
        "",
        "Virus scanner of resumes: tcp://host:3310 or unix:///run/clamav/clamd.ctl; empty for none.",
        group="Limits",
    )
    no_show_minutes: int = setting(
        15, "How long after its end an interview that nobody came to is marked so.", read=int, group="Recording"
    )
    session_grace_minutes: int = setting(
        15, "How long a session id still reads its own state after the end.", read=int, group="Recording"
    )
    upload_expiry_hours: int = setting(
        72, "How long an unfinished upload waits for its next byte.", read=int, group="Recording"
    )
    playback_minutes: int = setting(60, "Life of a signed playback address.", read=int, group="Recording")
    recording_retention_days: int = setting(
        365,
        "How long recordings are kept, as candidates are told; nothing is deleted by itself.",
        read=int,
        group="Recording",
    )
    finalise_seconds: int = setting(1800, "Longest time finalising one track may take.", read=int, group="Recording")
    outbound_networks: tuple[str, ...] = setting(
        (),
        "Own networks that webhooks and calendars may reach, over http too; all else must be public and https.",
        read=_networks,
        group="Outbound",
    )
    reminder_minutes: tuple[int, ...] = setting(
        (1440, 15), "How long before an interview its people are reminded, in minutes.", read=_numbers, group="Calendar"
    )
    busy_minutes: int = setting(
        15, "How often calendars elsewhere are asked when people are busy, in minutes.", read=int, group="Calendar"
    )
    jobs_url: str = setting(
        "", "Queue that carries job ids: empty for threads here, or redis://, postgresql://.", group="Jobs"
    )
    job_threads: int = setting(2, "Background threads in the server; 0 for none.", read=int, group="Jobs")
    job_lease_seconds: int = setting(
        15, "How long a silent worker keeps its job before another takes it.", read=int, group="Jobs"
    )
    smtp_url: str = setting(
        "",
        "Server that sends e-mail: smtp://user:password@host:587 (STARTTLS where offered) or smtps://host:465.",
        group="Messages",
    )
    email_from: str = setting("", "Sender of e-mail: an address, or Name <address>.", group="Messages")
    sendgrid_api_key: str = setting("", "Key of SendGrid, used where SMTP_URL is empty.", group="Messages")
    sendgrid_base_url: str = setting("", "Another address of SendGrid's API.", group="Messages")
    twilio_account_sid: str = setting("", "Account at Twilio, for text messages.", group="Messages")
    twilio_auth_token: str = setting("", "Secret of that account.", group="Messages")
    twilio_from_number: str = setting("", "Number that text messages come from, as +15551234567.", group="Messages")
    twilio_base_url: str = setting("", "Another address of Twilio's API.", group="Messages")
    message_timeout_seconds: float = setting(
        20.0, "Longest wait for one answer of a mail server or supplier.", read=float, group="Messages"
    )
    ai_order: tuple[str, ...] = setting(
        ("offline",),
        "Who judges, first to last: gemini, openai; the offline judge always stands last.",
        read=_words,
        group="Analysis",
    )
    gemini_api_key: str = setting("", "Key of the Gemini API.", group="Analysis")
    gemini_model: str = setting("gemini-2.5-flash", "Model asked at Gemini.", group="Analysis")
    gemini_base_url: str = setting("", "Another address of the Gemini API.", group="Analysis")
    openai_api_key: str = setting("", "Key of OpenAI or of a compatible server.", group="Analysis")
    openai_model: str = setting("gpt-4.1-mini", "Model asked there.", group="Analysis")
    openai_base_url: str = setting("", "Address of a compatible server.", group="Analysis")
    ai_calls_per_minute: int = setting(100, "Budget of calls, shared by all suppliers.", read=int, group="Analysis")
    ai_timeout_seconds: float = setting(30.0, "Longest wait for one judgement.", read=float, group="Analysis")
    ai_repeats: int = setting(
        1,
        "Judgements per answer; above 1 the spread is shown and an unstable score withheld.",
        read=int,
        group="Analysis",
    )
    score_weights: tuple[tuple[str, float], ...] = setting(
        (),
        "Weights of the overall score, as technical=2,communication=1; empty is the plain mean.",
        read=_weights,
        group="Analysis",
    )
    pass_score: float = setting(70.0, "Overall score from which passed is recommended.", read=float, group="Analysis")
    fail_score: float = setting(40.0, "Overall score below which failed is recommended.", read=float, group="Analysis")

    @property
    def is_production(self) -> bool:
        """Whether placeholders and unsafe values are refused."""
        return self.environment == "production"

    @property
    def database(self) -> str:
        """The SQLAlchemy URL in force."""
        url = self.database_url or f"sqlite:///{(self.data_dir / 'talentflow.db').resolve()}"
        scheme, _, rest = url.partition("://")
        return f"postgresql+psycopg://{rest}" if scheme in {"postgresql", "postgres"} else url

    @property
    def recordings_dir(self) -> Path:
        """Where media bytes lie."""
        return self.data_dir / "recordings"

    @property
    def logs_dir(self) -> Path:
        """Where talentflow.log lies."""
        return self.data_dir / "logs"

    @property
    def site_url(self) -> str:
        """Address of the site without a trailing slash."""
        return self.public_url.rstrip("/") or f"http://localhost:{self.port}"


def load(environ: Mapping[str, str] | None = None, *, env_file: Path | None = Path(".env"), **given: Any) -> Settings:
    """Read the settings: `given` wins over the environment, which wins over the `.env` file.

    Raises `BadSetting` for a value that cannot be read or is unsafe in production.
    """
    values: dict[str, str | None] = dict(dotenv_values(env_file)) if env_file and env_file.exists() else {}
    values |= os.environ if environ is None else environ
    read = {spec.name: _read(spec, text) for spec in fields(Settings) if (text := values.get(spec.name.upper()))}
    settings = Settings(**(read | given))
    _check(settings)
    return settings


def _read(spec: Field[Any], text: str) -> Any:
    reader = spec.metadata["read"] or (_flag if spec.default in (True, False) else str)
    try:
        return reader(text)
    except ValueError as cause:
        raise BadSetting(f"{spec.name.upper()}={text!r} cannot be read: {cause}") from cause


def _check(settings: Settings) -> None:
    if settings.environment not in {"development", "testing", "production"}:
        raise BadSetting("ENVIRONMENT must be development, testing or production")
    if not 0 <= settings.fail_score <= settings.pass_score <= 100:
        raise BadSetting("FAIL_SCORE and PASS_SCORE must lie in order between 0 and 100")
    if not 0 < settings.port < 65536:
        raise BadSetting("PORT must lie between 1 and 65535")
    unknown = set(settings.ai_order) - {"offline", "gemini", "openai"}
    if unknown:
        raise BadSetting(f"AI_ORDER names unknown judges: {', '.join(sorted(unknown))}")
    if settings.busy_minutes < 1 or min(settings.reminder_minutes, default=1) < 1:
        raise BadSetting("BUSY_MINUTES and REMINDER_MINUTES are whole minutes, 1 or more")
    if "*" in settings.cors_origins:
        raise BadSetting("CORS_ORIGINS takes exact origins, never *")
    _check_smtp_url(settings.smtp_url)
    _check_secret(settings)


def _check_smtp_url(url: str) -> None:
    # Never told back: it holds a password.
    try:
        parts = urlsplit(url)
        is_good = not url or (parts.scheme in {"smtp", "smtps"} and bool(parts.hostname) and parts.port != 0)
    except ValueError:
        is_good = False
    if not is_good:
        raise BadSetting("SMTP_URL begins with smtp:// or smtps:// and names a host, and a port if any below 65536")


def _check_secret(settings: Settings) -> None:
    secret = settings.secret_key
    if secret in PLACEHOLDERS or (secret and len(secret) < SHORTEST_SECRET):
        raise BadSetting(f"SECRET_KEY must be {SHORTEST_SECRET} or more characters and no placeholder")
    if settings.is_production and settings.bootstrap_secret in PLACEHOLDERS:
        raise BadSetting("BOOTSTRAP_SECRET is a placeholder")


def example() -> str:
    """Write `.env.example`: every setting with its default, commented out, grouped and explained."""
    lines = ["# Every setting of TalentFlow Interview with its default. Generated: make docs"]
    group = ""
    for spec in fields(Settings):
        if spec.metadata["group"] != group:
            group = spec.metadata["group"]
            lines += ["", f"# {group}"]
        lines += [f"# {spec.metadata['about']}", f"# {spec.name.upper()}={_written(spec.default)}"]
    return "\n".join(lines) + "\n"


def _written(value: object) -> str:
    if value is MISSING or value == ():
        return ""
    return ",".join(map(str, value)) if isinstance(value, tuple) else str(value)
