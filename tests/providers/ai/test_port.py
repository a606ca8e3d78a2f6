"""What every supplier's adapter must do, through its real library and over a real socket."""

from __future__ import annotations

import json
import tracemalloc

import pytest

from interview.providers.ai.fake import Fake
from interview.providers.ai.gemini import Gemini
from interview.providers.ai.openai import OpenAI
from interview.providers.ai.port import ModelRefused, ModelUnavailable, Prompt, Reply
from tests.providers.ai import wire
from tests.providers.ai.conftest import KEY, Desk

SCHEMA = {
    "type": "object",
    "properties": {"colour": {"type": ["string", "null"]}},
    "required": ["colour"],
    "additionalProperties": False,
}
PROMPT = Prompt("Name the colour.", 'The sky at noon, "clear"\nand bright — ü.')
TEXT = '{"colour": "blue"}'


def ask(desk: Desk, *, timeout_seconds: float = 5.0) -> Reply:
    return desk.supplier.ask(PROMPT, schema=SCHEMA, timeout_seconds=timeout_seconds)


class TestAsk:
    def test_reply(self, desk: Desk) -> None:
        """The model's text comes back as it was written, with who wrote it and the tokens."""
        desk.plays(wire.answers(desk.body(TEXT)))

        reply = ask(desk)

        assert reply.text == TEXT
        assert reply.model in {"gemini-2.5-flash-001", "gpt-4.1-mini-2025-04-14"}
        assert (reply.tokens_in, reply.tokens_out) == (120, 37)

    def test_request_carries_prompt_and_schema(self, desk: Desk) -> None:
        """Instructions, content and schema are all on the wire, content apart from instructions."""
        desk.plays(wire.answers(desk.body(TEXT)))

        ask(desk)

        sent = desk.wire.bodies[0]
        assert SCHEMA in _values(sent)
        assert PROMPT.instructions in _values(sent)
        assert PROMPT.content in _values(sent)

    def test_key_is_in_a_header_only(self, desk: Desk) -> None:
        """The key is sent, and neither in the address nor in the body, where logs would keep it."""
        desk.plays(wire.answers(desk.body(TEXT)))

        ask(desk)

        assert any(KEY in value for value in desk.wire.headers[0].values())
        assert KEY not in desk.wire.paths[0] + json.dumps(desk.wire.bodies[0])

    @pytest.mark.parametrize("fault", wire.FAULTS)
    def test_fault_gives_no_wrong_reply(self, desk: Desk, fault: str) -> None:
        """A broken supplier is unavailable after one request; only an odd value beside the text may be borne.

        The drip never ends by itself, so that the test ends shows that the deadline holds.
        """
        desk.plays(wire.faults(desk.body(TEXT))[fault])
        asked = Prompt(PROMPT.instructions, f"{desk.supplier.name} {fault}")

        try:
            reply = desk.supplier.ask(asked, schema=SCHEMA, timeout_seconds=wire.patience(fault))
        except ModelUnavailable as failure:
            assert KEY not in str(failure)
        else:
            assert (fault, reply.text) == ("nan", TEXT)

        # A busy server may see a request only after its client has given up.
        seen = [body for body in desk.wire.bodies if asked.content in _values(body)]
        assert len(seen) == 1 or (fault in wire.ENDLESS and not seen)

    def test_retry_after(self, desk: Desk) -> None:
        """How long the supplier asks us to wait is handed on."""
        desk.plays(wire.faults({})["429"])

        with pytest.raises(ModelUnavailable) as caught:
            ask(desk)

        assert caught.value.retry_after == 7.0

    @pytest.mark.parametrize("status", [400, 401, 403, 404, 422])
    def test_refused(self, desk: Desk, status: int) -> None:
        """What would fail again is not called unavailable, and the supplier's message is not repeated."""
        desk.plays(wire.answers({"error": {"code": status, "message": f"bad {KEY}"}}, status=status))

        with pytest.raises(ModelRefused) as caught:
            ask(desk)

        assert str(status) in str(caught.value)
        assert KEY not in str(caught.value)

    def test_redirect_is_not_followed(self, desk: Desk) -> None:
        """The key and the candidate's words go to the configured host alone."""
        desk.plays(wire.answers(b"", status=307, headers={"Location": f"{desk.wire.url}/elsewhere"}))

        with pytest.raises(ModelRefused):
            ask(desk)

        assert len(desk.wire.paths) == 1

    @pytest.mark.parametrize("body", [b"[]", b'"text"', b"null", b"{}", b"[" * 100_000])
    def test_json_of_another_shape(self, desk: Desk, body: bytes) -> None:
        """JSON that is no response is a broken response, not a crash."""
        desk.plays(wire.answers(body))

        with pytest.raises(ModelUnavailable):
            ask(desk)

    def test_empty_text(self, desk: Desk) -> None:
        """A reply without a text is none."""
        desk.plays(wire.answers(desk.body("")))

        with pytest.raises(ModelUnavailable):
            ask(desk)

    def test_flood_is_not_read(self, desk: Desk) -> None:
        """Of a body of 100 MB no more than the cap and the socket's buffers is taken, and little memory."""
        desk.plays(wire.floods)
        tracemalloc.start()

        with pytest.raises(ModelUnavailable, match="too large"):
            ask(desk)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()

        assert desk.wire.sent_bytes < wire.HUGE_BYTES / 5
        assert peak < 16 * 1024 * 1024

    def test_after_a_failure(self, desk: Desk) -> None:
        """Nothing of a broken exchange is left for the next one."""
        desk.plays(wire.resets, wire.answers(desk.body(TEXT)))

        with pytest.raises(ModelUnavailable):
            ask(desk)

        assert ask(desk).text == TEXT


class TestGemini:
    def test_blocked_prompt(self, desks: dict[str, Desk]) -> None:
        desk = desks["gemini"]
        desk.plays(wire.answers({"promptFeedback": {"blockReason": "SAFETY"}}))

        with pytest.raises(ModelRefused):
            ask(desk)

    def test_withheld_reply(self, desks: dict[str, Desk]) -> None:
        desk = desks["gemini"]
        body = wire.gemini_body(TEXT)
        body["candidates"][0]["finishReason"] = "SAFETY"
        desk.plays(wire.answers(body))

        with pytest.raises(ModelRefused):
            ask(desk)

    def test_thoughts_are_no_reply(self, desks: dict[str, Desk]) -> None:
        """Of a thinking model only the reply counts."""
        desk = desks["gemini"]
        body = wire.gemini_body(TEXT)
        body["candidates"][0]["content"]["parts"].insert(0, {"text": "let me see", "thought": True})
        desk.plays(wire.answers(body))

        assert ask(desk).text == TEXT

    def test_version_and_temperature(self, desks: dict[str, Desk]) -> None:
        desk = desks["gemini"]
        desk.plays(wire.answers(wire.gemini_body(TEXT)))

        Gemini(KEY, "m", desk.wire.url, api_version="v1beta", temperature=0.0).ask(
            PROMPT, schema=SCHEMA, timeout_seconds=5
        )

        assert desk.wire.paths == ["/v1beta/models/m:generateContent"]
        assert desk.wire.bodies[0]["generationConfig"]["temperature"] == 0.0


class TestOpenAI:
    def test_refusal(self, desks: dict[str, Desk]) -> None:
        desk = desks["openai"]
        body = wire.openai_body("")
        body["choices"][0]["message"] |= {"content": None, "refusal": "I will not."}
        desk.plays(wire.answers(body))

        with pytest.raises(ModelRefused):
            ask(desk)

    def test_server_without_schemas_or_keys(self, desks: dict[str, Desk]) -> None:
        """A compatible server that knows no schema is asked for JSON and shown the schema in words."""
        desk = desks["openai"]
        desk.plays(wire.answers(wire.openai_body(TEXT)))

        OpenAI("", "local", f"{desk.wire.url}/v1", temperature=0.0, enforces_schema=False).ask(
            PROMPT, schema=SCHEMA, timeout_seconds=5
        )

        sent = desk.wire.bodies[0]
        assert sent["response_format"] == {"type": "json_object"}
        assert json.dumps(SCHEMA) in sent["messages"][0]["content"]
        assert sent["temperature"] == 0.0


class TestFake:
    def test_script(self) -> None:
        """The fake keeps the port's word: replies, failures, and unavailable when it has nothing to say."""
        fake = Fake([Reply(TEXT, "m"), ModelRefused("no")])

        assert fake.ask(PROMPT, schema=SCHEMA, timeout_seconds=1).text == TEXT
        with pytest.raises(ModelRefused):
            fake.generate(PROMPT, schema=SCHEMA, timeout_seconds=1)
        with pytest.raises(ModelUnavailable):
            fake.generate(PROMPT, schema=SCHEMA, timeout_seconds=1)


def _values(node: object) -> list[object]:
    """Every value in a JSON document, the containers too."""
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return [node, *(value for child in inner for value in _values(child))]
