"""Who carries each channel's messages, by the settings."""

from __future__ import annotations

from interview.core.config import Settings
from interview.notifications.models import Channel
from interview.providers.mail import suppliers as mail_suppliers
from interview.providers.mail.port import Mail
from interview.providers.sms import suppliers as sms_suppliers
from interview.providers.sms.port import Sms


def mail(settings: Settings) -> Mail:
    """Who carries e-mail; raises `ValueError` for an SMTP_URL that is none."""
    return mail_suppliers.configured(
        smtp_url=settings.smtp_url,
        sendgrid_key=settings.sendgrid_api_key,
        sendgrid_base_url=settings.sendgrid_base_url,
        timeout_seconds=settings.message_timeout_seconds,
    )


def sms(settings: Settings) -> Sms:
    """Who carries text messages."""
    return sms_suppliers.configured(
        account=settings.twilio_account_sid,
        secret=settings.twilio_auth_token,
        from_number=settings.twilio_from_number,
        base_url=settings.twilio_base_url,
        timeout_seconds=settings.message_timeout_seconds,
    )


def supplier_of(settings: Settings, channel: Channel) -> Mail | Sms:
    """Who carries a channel's messages."""
    return mail(settings) if channel is Channel.EMAIL else sms(settings)


def has_credentials(settings: Settings, channel: Channel) -> bool:
    """Whether messages of this channel can leave."""
    return not missing_settings_of(settings, channel)


def missing_settings_of(settings: Settings, channel: Channel) -> tuple[str, ...]:
    """The settings without which messages of this channel wait."""
    if channel is Channel.EMAIL:
        has_server = settings.smtp_url or settings.sendgrid_api_key
        given = {"SMTP_URL or SENDGRID_API_KEY": has_server, "EMAIL_FROM": settings.email_from}
    else:
        given = {
            "TWILIO_ACCOUNT_SID": settings.twilio_account_sid,
            "TWILIO_AUTH_TOKEN": settings.twilio_auth_token,
            "TWILIO_FROM_NUMBER": settings.twilio_from_number,
        }
    return tuple(name for name, value in given.items() if not value)
