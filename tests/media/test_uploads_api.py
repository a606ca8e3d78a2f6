"""The upload's address, spoken to as a tus client speaks."""

from __future__ import annotations

import base64
import hashlib
from datetime import timedelta

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select, update
from werkzeug.test import TestResponse

from interview.core import clock
from interview.core.db import db, unit_of_work
from interview.media import service as media
from interview.media.models import Upload, UploadChunk, UploadState
from interview.media.store import store
from tests.media.conftest import OCTETS, TUS, make_upload


def patch(client: FlaskClient, upload: Upload, offset: int, body: bytes, **headers: str) -> TestResponse:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.patch(f"/api/uploads/{upload.id}", data=body, headers=OCTETS | {"Upload-Offset": str(offset)} | named)


def head(client: FlaskClient, upload: Upload) -> TestResponse:
    return client.head(f"/api/uploads/{upload.id}", headers=TUS)


def checksum(algorithm: str, body: bytes) -> str:
    digest = hashlib.new(algorithm, body).digest()
    return f"{algorithm} {base64.b64encode(digest).decode()}"


def stored(upload: Upload) -> bytes:
    rows = db.session.scalars(
        select(UploadChunk).where(UploadChunk.upload_id == upload.id).order_by(UploadChunk.offset_bytes)
    )
    return b"".join(store().path(row.storage_key).read_bytes() for row in rows)


def files() -> set[str]:
    return {key for folder in ("uploads", "staging") for key in store().list(folder)}


@pytest.fixture(autouse=True)
def _clean_store(app: object) -> None:
    for key in files():
        store().delete(key)


class TestAbilities:
    def test_told_without_any_upload(self, client: FlaskClient) -> None:
        answer = client.options("/api/uploads/whatever")

        assert answer.status_code == 204
        assert answer.headers["Tus-Version"] == "1.0.0"
        assert set(answer.headers["Tus-Extension"].split(",")) == {
            "creation", "creation-with-upload", "creation-defer-length", "expiration", "checksum", "termination",
        }  # fmt: skip
        assert answer.headers["Tus-Checksum-Algorithm"] == "sha256,sha1,md5"
        assert answer.headers["Tus-Max-Size"] == str(40 * 1024**2)


class TestTell:
    def test_offset_of_an_upload_without_length(self, client: FlaskClient, upload: Upload) -> None:
        patch(client, upload, 0, b"12345")

        answer = head(client, upload)

        assert answer.status_code == 200
        assert answer.headers["Upload-Offset"] == "5"
        assert answer.headers["Upload-Defer-Length"] == "1"
        assert answer.headers["Cache-Control"] == "no-store"
        assert answer.headers["Tus-Resumable"] == "1.0.0"
        assert "Upload-Length" not in answer.headers

    def test_length_and_metadata_as_they_were_told(self, client: FlaskClient) -> None:
        upload = make_upload(length=10, told="track Y2FtZXJh,custom eA==")

        answer = head(client, upload)

        assert answer.headers["Upload-Length"] == "10"
        assert answer.headers["Upload-Metadata"] == "track Y2FtZXJh,custom eA=="

    def test_unknown_upload(self, client: FlaskClient) -> None:
        answer = client.head("/api/uploads/ffffffffffffffffffffffffffffffff", headers=TUS)

        assert answer.status_code == 404
        assert answer.headers["Tus-Resumable"] == "1.0.0"

    def test_another_protocol_version(self, client: FlaskClient, upload: Upload) -> None:
        answer = client.head(f"/api/uploads/{upload.id}", headers={"Tus-Resumable": "0.2.2"})

        assert answer.status_code == 412
        assert answer.headers["Tus-Version"] == "1.0.0"

    def test_expired_upload_before_the_job_has_run(self, client: FlaskClient, upload: Upload) -> None:
        with unit_of_work():
            db.session.execute(update(Upload).values(expires_at=clock.now() - timedelta(seconds=1)))

        assert head(client, upload).status_code == 410


class TestAppend:
    def test_bytes_are_on_the_disk_when_told(self, client: FlaskClient, upload: Upload) -> None:
        first, second = patch(client, upload, 0, b"abc"), patch(client, upload, 3, b"defg")

        assert (first.status_code, first.headers["Upload-Offset"]) == (204, "3")
        assert (second.status_code, second.headers["Upload-Offset"]) == (204, "7")
        assert "Upload-Expires" in second.headers
        assert stored(upload) == b"abcdefg"

    def test_wrong_offset_tells_the_right_one(self, client: FlaskClient, upload: Upload) -> None:
        patch(client, upload, 0, b"abc")

        answer = patch(client, upload, 2, b"xyz")

        assert answer.status_code == 409
        assert answer.json["code"] == "wrong_offset"
        assert answer.headers["Upload-Offset"] == "3"
        assert stored(upload) == b"abc"

    def test_another_content_type(self, client: FlaskClient, upload: Upload) -> None:
        assert patch(client, upload, 0, b"abc", Content_Type="video/webm").status_code == 415

    @pytest.mark.parametrize("offset", ["-1", "x", "1e3", "", "١"])
    def test_offset_that_is_no_number(self, client: FlaskClient, upload: Upload, offset: str) -> None:
        headers = OCTETS | {"Upload-Offset": offset.encode().decode("latin-1")}

        assert client.patch(f"/api/uploads/{upload.id}", data=b"abc", headers=headers).status_code == 400

    def test_offset_is_missing(self, client: FlaskClient, upload: Upload) -> None:
        assert client.patch(f"/api/uploads/{upload.id}", data=b"abc", headers=OCTETS).status_code == 400

    @pytest.mark.parametrize("algorithm", ["sha1", "sha256", "md5"])
    def test_checksum_matches(self, client: FlaskClient, upload: Upload, algorithm: str) -> None:
        answer = patch(client, upload, 0, b"abc", Upload_Checksum=checksum(algorithm, b"abc"))

        assert answer.status_code == 204
        assert stored(upload) == b"abc"

    def test_checksum_does_not_match(self, client: FlaskClient, upload: Upload) -> None:
        answer = patch(client, upload, 0, b"abc", Upload_Checksum=checksum("sha256", b"abd"))

        assert answer.status_code == 460
        assert answer.json["code"] == "checksum_mismatch"
        assert head(client, upload).headers["Upload-Offset"] == "0"
        assert files() == set()

    @pytest.mark.parametrize("header", ["crc32 AAAA", "sha256 not-base64", "sha256 AAAA", "sha256"])
    def test_checksum_cannot_be_read(self, client: FlaskClient, upload: Upload, header: str) -> None:
        assert patch(client, upload, 0, b"abc", Upload_Checksum=header).status_code == 400

    def test_empty_body_tells_the_length(self, client: FlaskClient, upload: Upload) -> None:
        patch(client, upload, 0, b"abc")

        answer = patch(client, upload, 3, b"", Upload_Length="3")

        assert answer.status_code == 204
        assert answer.headers["Upload-Offset"] == "3"
        told = head(client, upload)
        assert told.headers["Upload-Length"] == "3"
        assert "Upload-Defer-Length" not in told.headers
        db.session.expire_all()
        assert media.get_upload(upload.id).state == UploadState.COMPLETE

    def test_length_told_again_is_harmless(self, client: FlaskClient, upload: Upload) -> None:
        patch(client, upload, 0, b"abc", Upload_Length="3")

        assert patch(client, upload, 3, b"", Upload_Length="3").status_code == 204

    @pytest.mark.parametrize("length", ["2", "4"])
    def test_length_cannot_change(self, client: FlaskClient, upload: Upload, length: str) -> None:
        patch(client, upload, 0, b"abc", Upload_Length="3")

        answer = patch(client, upload, 3, b"", Upload_Length=length)

        assert answer.status_code == 400
        assert answer.json["code"] == "upload_length_invalid"

    def test_length_less_than_what_was_sent(self, client: FlaskClient, upload: Upload) -> None:
        patch(client, upload, 0, b"abc")

        assert patch(client, upload, 3, b"", Upload_Length="2").status_code == 400

    def test_body_beyond_the_length(self, client: FlaskClient) -> None:
        upload = make_upload(length=4)

        assert patch(client, upload, 0, b"abcde").status_code == 413
        assert files() == set()

    def test_body_after_the_end(self, client: FlaskClient) -> None:
        upload = make_upload(length=3)
        patch(client, upload, 0, b"abc")

        assert patch(client, upload, 3, b"d").status_code == 413
        assert patch(client, upload, 3, b"").status_code == 204

    def test_owner_has_used_up_its_quota(self, client: FlaskClient, upload: Upload) -> None:
        make_upload(owner="shelf:other")
        with unit_of_work():
            used = make_upload()
            db.session.execute(update(Upload).where(Upload.id == used.id).values(offset_bytes=60 * 1024**2 - 2))

        answer = patch(client, upload, 0, b"abc")

        assert answer.status_code == 413
        assert answer.json["code"] == "upload_quota_exceeded"
        assert patch(client, upload, 0, b"ab").status_code == 204
        assert stored(upload) == b"ab"

    def test_closed_upload(self, client: FlaskClient, upload: Upload) -> None:
        with unit_of_work():
            media.close_uploads(upload.owner)

        answer = patch(client, upload, 0, b"abc")

        assert answer.status_code == 409
        assert answer.json["code"] == "upload_closed"
        assert files() == set()

    def test_post_that_means_patch(self, client: FlaskClient, upload: Upload) -> None:
        headers = OCTETS | {"Upload-Offset": "0", "X-HTTP-Method-Override": "PATCH"}

        answer = client.post(f"/api/uploads/{upload.id}", data=b"abc", headers=headers)

        assert answer.status_code == 204
        assert stored(upload) == b"abc"

    def test_post_that_means_nothing(self, client: FlaskClient, upload: Upload) -> None:
        assert client.post(f"/api/uploads/{upload.id}", headers=TUS).status_code == 405

    def test_large_body_becomes_several_chunks(self, client: FlaskClient, upload: Upload) -> None:
        body = bytes(range(256)) * (17 * 4096)

        answer = patch(client, upload, 0, body)

        assert answer.headers["Upload-Offset"] == str(len(body))
        receipt = media.receipt(media.get_upload(upload.id))
        assert [chunk.size_bytes for chunk in receipt.chunks] == [8 * 1024**2, 8 * 1024**2, 1024**2]
        assert receipt.gaps == ()
        assert stored(upload) == body

    def test_each_chunk_has_its_hash(self, client: FlaskClient, upload: Upload) -> None:
        patch(client, upload, 0, b"abc")

        receipt = media.receipt(media.get_upload(upload.id))

        assert [chunk.sha256 for chunk in receipt.chunks] == [hashlib.sha256(b"abc").hexdigest()]


class TestTerminate:
    def test_bytes_and_address_go(self, client: FlaskClient, upload: Upload) -> None:
        patch(client, upload, 0, b"abc")

        answer = client.delete(f"/api/uploads/{upload.id}", headers=TUS)

        assert answer.status_code == 204
        assert answer.headers["Tus-Resumable"] == "1.0.0"
        assert files() == set()
        assert head(client, upload).status_code == 410
        assert patch(client, upload, 3, b"d").status_code == 410

    def test_not_after_the_end(self, client: FlaskClient, upload: Upload) -> None:
        patch(client, upload, 0, b"abc", Upload_Length="3")
        with unit_of_work():
            media.close_uploads(upload.owner)

        answer = client.delete(f"/api/uploads/{upload.id}", headers=TUS)

        assert answer.status_code == 409
        assert answer.json["code"] == "upload_closed"
        assert stored(upload) == b"abc"


class TestCreation:
    def create(self, client: FlaskClient, body: bytes = b"", **headers: str) -> TestResponse:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return client.post("/shelf/1", data=body, headers=TUS | named)

    def metadata(self, **values: str) -> str:
        return ",".join(f"{name} {base64.b64encode(value.encode()).decode()}" for name, value in values.items())

    def made(self, answer: TestResponse) -> Upload:
        return media.get_upload(answer.headers["Location"].rpartition("/")[2])

    def test_with_a_length(self, client: FlaskClient) -> None:
        answer = self.create(client, Upload_Length="10")

        assert answer.status_code == 201
        assert answer.headers["Location"].startswith("/api/uploads/")
        assert answer.headers["Upload-Offset"] == "0"
        assert "Upload-Expires" in answer.headers
        assert self.made(answer).length_bytes == 10

    def test_without_a_length_yet(self, client: FlaskClient) -> None:
        answer = self.create(client, Upload_Defer_Length="1")

        assert answer.status_code == 201
        assert self.made(answer).length_bytes is None

    def test_of_nothing_is_complete(self, client: FlaskClient) -> None:
        answer = self.create(client, Upload_Length="0")

        assert self.made(answer).state == UploadState.COMPLETE

    def test_with_its_first_bytes(self, client: FlaskClient) -> None:
        answer = self.create(client, b"abc", Upload_Length="10", Content_Type=OCTETS["Content-Type"])

        assert answer.status_code == 201
        assert answer.headers["Upload-Offset"] == "3"
        assert stored(self.made(answer)) == b"abc"

    def test_whose_first_bytes_do_not_match(self, client: FlaskClient) -> None:
        answer = self.create(
            client, b"abc", Upload_Length="10", Content_Type=OCTETS["Content-Type"],
            Upload_Checksum=checksum("sha256", b"abd"),
        )  # fmt: skip

        assert answer.status_code == 460
        assert self.made(answer).offset_bytes == 0

    @pytest.mark.parametrize(
        "headers",
        [{}, {"Upload_Length": "5", "Upload_Defer_Length": "1"}, {"Upload_Defer_Length": "2"}, {"Upload_Length": "-5"}],
    )
    def test_length_is_not_clear(self, client: FlaskClient, headers: dict[str, str]) -> None:
        assert self.create(client, **headers).status_code == 400

    def test_larger_than_allowed(self, client: FlaskClient) -> None:
        assert self.create(client, Upload_Length=str(40 * 1024**2 + 1)).status_code == 413

    def test_body_of_another_type(self, client: FlaskClient) -> None:
        assert self.create(client, b"abc", Upload_Length="3", Content_Type="video/webm").status_code == 415

    def test_metadata_is_read(self, client: FlaskClient) -> None:
        told = self.metadata(
            track="screen", segment="7", filetype="video/webm;codecs=vp9,opus", filename="C:\\evil/../näme.webm",
            started_at="2026-11-20T08:00:00.5Z", own="thing",
        )  # fmt: skip

        made = self.made(self.create(client, Upload_Defer_Length="1", Upload_Metadata=told))

        assert (made.track_name, made.segment_number) == ("screen", 7)
        assert made.filetype == "video/webm;codecs=vp9,opus"
        assert made.filename == "näme.webm"
        assert made.started_at is not None
        assert made.started_at.isoformat() == "2026-11-20T08:00:00.500000+00:00"
        assert made.told_metadata == told

    def test_segments_are_counted_where_none_is_told(self, client: FlaskClient) -> None:
        numbers = [self.made(self.create(client, Upload_Defer_Length="1")).segment_number for _ in range(3)]

        assert numbers == [1, 2, 3]

    @pytest.mark.parametrize(
        ("name", "value"),
        [("track", "kitchen"), ("segment", "-1"), ("segment", "x"), ("filetype", "text/html"),
         ("started_at", "yesterday"), ("started_at", "2026-11-20T08:00:00")],
    )  # fmt: skip
    def test_metadata_is_not_valid(self, client: FlaskClient, name: str, value: str) -> None:
        answer = self.create(client, Upload_Defer_Length="1", Upload_Metadata=self.metadata(**{name: value}))

        assert answer.status_code == 422
        assert list(answer.json["errors"]) == [name]

    @pytest.mark.parametrize("told", ["a !!!", "a eA==,a eA==", ",", "a /w==", "ä eA=="])
    def test_metadata_breaks_the_protocol(self, client: FlaskClient, told: str) -> None:
        header = told.encode().decode("latin-1")

        assert self.create(client, Upload_Defer_Length="1", Upload_Metadata=header).status_code == 400
