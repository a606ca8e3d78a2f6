"""Signed, expiring addresses of finished objects."""

from __future__ import annotations

import hmac
from datetime import datetime, timedelta
from hashlib import sha256
from urllib.parse import quote

from interview.core import clock, current, logs
from interview.core.actors import Actor
from interview.media.errors import PlaybackRefused
from interview.media.models import MediaObject

logger = logs.get(__name__)
PURPOSE = "playback"


def playback_url(media_object: MediaObject, *, by: Actor, filename: str | None = None) -> str:
    """Give an address, relative to the site, at which the object plays for a while without any other credential.

    Whoever holds the address can play it, so ask only for a caller who may; `by` is written to the log.
    """
    name = filename or default_filename(media_object)
    expires = int((clock.now() + timedelta(minutes=current.settings().playback_minutes)).timestamp())
    logger.info("playback address given", media_object=media_object.id, actor=f"{by.kind}:{by.id[:12]}")
    signature = sign(media_object.id, filename=name, expires=expires)
    return f"/api/media/{media_object.id}/{quote(name)}?expires={expires}&signature={signature}"


def default_filename(media_object: MediaObject) -> str:
    """A name for people who save the file."""
    return (media_object.storage_key or media_object.id).rpartition("/")[2]


def sign(object_id: str, *, filename: str, expires: int) -> str:
    """HMAC-SHA-256 over object, name and end of life, in hexadecimal."""
    told = f"{object_id}\n{expires}\n{filename}".encode()
    return hmac.new(current.keyring().derive(PURPOSE), told, sha256).hexdigest()


def check(object_id: str, *, filename: str, expires: str, signature: str) -> None:
    """Raise `PlaybackRefused` unless the address was signed here and its time is not over."""
    if not (expires.isascii() and expires.isdigit() and len(expires) <= 12):
        raise PlaybackRefused("This address was not signed here. Ask for a new one.")
    expected = sign(object_id, filename=filename, expires=int(expires))
    if not hmac.compare_digest(expected.encode(), signature.encode()):
        raise PlaybackRefused("This address was not signed here. Ask for a new one.")
    if datetime.fromtimestamp(int(expires), tz=clock.now().tzinfo) <= clock.now():
        raise PlaybackRefused("The time of this address is over. Ask for a new one.")
