"""Playing at a signed address."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient

from interview.core import clock, current
from interview.core.actors import SYSTEM
from interview.core.db import db, unit_of_work
from interview.media import service as media
from interview.media.models import MediaKind, MediaObject, MediaState
from interview.media.store import store

CONTENT = bytes(range(256)) * 2000


@pytest.fixture
def film(app: object) -> MediaObject:
    """A ready recording of 512,000 bytes."""
    staged = store().stage()
    staged.write(CONTENT)
    store().publish(staged, "film.webm")
    with unit_of_work():
        made = MediaObject(
            owner="shelf:1", track_name="camera", kind=MediaKind.RECORDING, state=MediaState.READY,
            storage_key="film.webm", size_bytes=len(CONTENT), sha256=hashlib.sha256(CONTENT).hexdigest(),
            mime_type="video/webm", container="webm",
        )  # fmt: skip
        db.session.add(made)
    return made


@pytest.fixture
def address(film: MediaObject) -> str:
    """Where the recording plays."""
    return media.playback_url(film, by=SYSTEM)


class TestPlay:
    def test_whole(self, client: FlaskClient, film: MediaObject, address: str) -> None:
        answer = client.get(address)

        assert answer.status_code == 200
        assert answer.data == CONTENT
        assert answer.headers["Content-Type"] == "video/webm"
        assert answer.headers["Accept-Ranges"] == "bytes"
        assert answer.headers["ETag"] == f'"{film.sha256}"'

    def test_cannot_do_harm_in_a_browser(self, client: FlaskClient, address: str) -> None:
        headers = client.get(address).headers

        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Content-Disposition"] == "inline"
        assert headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'; media-src 'self'")
        assert headers["Cache-Control"].startswith("private")

    @pytest.mark.parametrize(
        ("header", "first", "last"),
        [("bytes=0-9", 0, 9), ("bytes=511990-", 511990, 511999), ("bytes=-5", 511995, 511999)],
    )
    def test_a_range(self, client: FlaskClient, address: str, header: str, first: int, last: int) -> None:
        answer = client.get(address, headers={"Range": header})

        assert answer.status_code == 206
        assert answer.headers["Content-Range"] == f"bytes {first}-{last}/512000"
        assert answer.headers["Content-Length"] == str(last - first + 1)
        assert answer.data == CONTENT[first : last + 1]

    def test_several_ranges_are_answered_with_all(self, client: FlaskClient, address: str) -> None:
        assert client.get(address, headers={"Range": "bytes=0-1,5-6"}).status_code == 200

    def test_range_outside(self, client: FlaskClient, address: str) -> None:
        answer = client.get(address, headers={"Range": "bytes=512000-"})

        assert answer.status_code == 416
        assert answer.headers["Content-Range"] == "bytes */512000"

    @pytest.mark.parametrize(
        ("condition", "status"),
        [('"{}"', 206), ('W/"{}"', 200), ('"other"', 200), ("Fri, 20 Nov 2026 08:00:00 GMT", 200)],
    )
    def test_range_of_this_file_alone(
        self, client: FlaskClient, film: MediaObject, address: str, condition: str, status: int
    ) -> None:
        headers = {"Range": "bytes=0-9", "If-Range": condition.format(film.sha256)}

        assert client.get(address, headers=headers).status_code == status

    def test_not_changed(self, client: FlaskClient, film: MediaObject, address: str) -> None:
        answer = client.get(address, headers={"If-None-Match": f'"{film.sha256}"'})

        assert (answer.status_code, answer.data) == (304, b"")

    def test_head(self, client: FlaskClient, address: str) -> None:
        answer = client.head(address, headers={"Range": "bytes=0-9"})

        assert (answer.status_code, answer.data) == (200, b"")
        assert answer.headers["Content-Length"] == "512000"


class TestRefused:
    @pytest.mark.parametrize(
        ("old", "new"),
        [("signature=", "signature=0"), ("expires=", "expires=9"), ("film.webm", "other.webm"), ("expires=", "x="),
         ("signature=", "x="), ("expires=", "expires=%D9%A1")],
    )  # fmt: skip
    def test_address_was_changed(self, client: FlaskClient, address: str, old: str, new: str) -> None:
        answer = client.get(address.replace(old, new))

        assert answer.status_code == 403
        assert answer.json["code"] == "playback_refused"

    def test_of_another_object(self, client: FlaskClient, film: MediaObject, address: str) -> None:
        assert client.get(address.replace(film.id, "0" * 32)).status_code == 403

    def test_time_is_over(self, client: FlaskClient, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
        later = clock.now() + timedelta(minutes=current.settings().playback_minutes, seconds=1)
        monkeypatch.setattr(clock, "now", lambda: later)

        assert client.get(address).status_code == 403

    def test_expiry_lies_a_playback_time_ahead(self, address: str) -> None:
        expires = int(parse_qs(urlsplit(address).query)["expires"][0])

        assert 0 <= clock.now().timestamp() + current.settings().playback_minutes * 60 - expires < 60

    def test_object_is_gone(self, client: FlaskClient, film: MediaObject, address: str) -> None:
        with unit_of_work():
            db.session.delete(film)

        assert client.get(address).status_code == 404

    def test_file_is_gone(self, client: FlaskClient, address: str) -> None:
        store().delete("film.webm")

        assert client.get(address).status_code == 404
