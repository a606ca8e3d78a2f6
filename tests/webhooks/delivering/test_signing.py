"""Signatures, checked by a library that is not ours and by the specification's own example."""

from __future__ import annotations

import base64
from datetime import UTC, datetime

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from interview.core import clock
from interview.webhooks.delivering import signing


class TestHeaders:
    def test_the_published_example(self) -> None:
        """The example of the specification's reference libraries."""
        told = signing.headers(
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            at=datetime.fromtimestamp(1614265330, tz=UTC),
            body=b'{"test": 2432232314}',
            signed_with=["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"],
        )

        assert told["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
        assert (told["webhook-id"], told["webhook-timestamp"]) == ("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330")

    @pytest.mark.parametrize("body", [b"{}", '{"name":"größer 🎉"}'.encode(), b'{"x":"' + b"y" * 100_000 + b'"}'])
    def test_verified_by_another_library(self, body: bytes) -> None:
        secret = signing.new_secret()
        told = signing.headers("evt_1", at=clock.now(), body=body, signed_with=[secret])

        Webhook(secret).verify(body, told)
        for changed in (body + b" ", body[:-1]):
            with pytest.raises(WebhookVerificationError):
                Webhook(secret).verify(changed, told)
        with pytest.raises(WebhookVerificationError):
            Webhook(signing.new_secret()).verify(body, told)

    def test_one_signature_for_each_secret(self) -> None:
        both = [signing.new_secret(), signing.new_secret()]
        told = signing.headers("evt_1", at=clock.now(), body=b"{}", signed_with=both)

        for secret in both:
            Webhook(secret).verify(b"{}", told)


class TestNewSecret:
    def test_is_as_long_as_it_should_be_and_never_the_same(self) -> None:
        made = {signing.new_secret() for _ in range(100)}

        assert len(made) == 100
        assert {len(base64.b64decode(one.removeprefix("whsec_"))) for one in made} == {32}
