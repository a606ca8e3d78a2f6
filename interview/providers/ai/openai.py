"""OpenAI and every server that speaks its `chat/completions`, through the openai library."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from interview.providers.ai import failures
from interview.providers.ai.port import Capabilities, ModelFailed, ModelRefused, ModelUnavailable, Prompt, Reply, Schema

if TYPE_CHECKING:
    from openai import OpenAI as Client
    from openai.types.chat import ChatCompletion

DEFAULT_URL = "https://api.openai.com/v1"
_NO_KEY = "none"
"""Local servers take any key; the library insists on one."""


@dataclass
class OpenAI:
    """One model behind an OpenAI-compatible address; loaded at the first question, the library's retries off.

    `temperature` None leaves it to the model: reasoning models refuse the parameter.
    `enforces_schema` False is for servers that know no JSON Schema: the reply is then only asked to be JSON.
    """

    key: str
    model: str
    base_url: str = DEFAULT_URL
    temperature: float | None = None
    enforces_schema: bool = True

    @property
    def name(self) -> str:
        """Supplier and model, as `supplier:model`."""
        return f"openai:{self.model}"

    @property
    def capabilities(self) -> Capabilities:
        """Whether replies follow the schema."""
        return Capabilities(enforces_schema=self.enforces_schema)

    def ask(self, prompt: Prompt, *, schema: Schema, timeout_seconds: float) -> Reply:
        """Ask once and give up after `timeout_seconds` in all; raises `ModelUnavailable` or `ModelRefused`."""
        from openai import APIStatusError

        try:
            completion: ChatCompletion = self._client.chat.completions.create(
                **self._request(prompt, schema), timeout=timeout_seconds
            )
            return self._reply(completion)
        except ModelFailed:
            raise
        except APIStatusError as cause:
            raise failures.of_status(
                cause.status_code, code=cause.code or cause.type, headers=cause.response.headers
            ) from cause
        except Exception as cause:
            # The library trips over a broken body in more ways than it documents.
            raise failures.of_breakage(cause) from cause

    @cached_property
    def _client(self) -> Client:
        from openai import OpenAI as Client

        from interview.providers.ai import transport

        return Client(
            api_key=self.key or _NO_KEY, base_url=self.base_url, max_retries=0, http_client=transport.client()
        )

    def _request(self, prompt: Prompt, schema: Schema) -> dict[str, Any]:
        shape = {"name": "reply", "strict": True, "schema": dict(schema)}
        instructions = prompt.instructions
        if not self.enforces_schema:
            instructions += f"\n\nReply with one JSON object of this JSON Schema:\n{json.dumps(dict(schema))}"
        request: dict[str, Any] = {
            "model": self.model,
            "messages": [
                {"role": "system", "content": instructions},
                {"role": "user", "content": prompt.content},
            ],
            "response_format": {"type": "json_schema", "json_schema": shape}
            if self.enforces_schema
            else {"type": "json_object"},
        }
        return request if self.temperature is None else request | {"temperature": self.temperature}

    def _reply(self, completion: ChatCompletion) -> Reply:
        if not completion.choices:
            raise ModelUnavailable("the response holds no choice")
        choice = completion.choices[0]
        if choice.message.refusal or choice.finish_reason == "content_filter":
            raise ModelRefused("the reply was withheld")
        if not isinstance(choice.message.content, str) or not choice.message.content:
            raise ModelUnavailable("the response holds no text")
        return Reply(
            text=choice.message.content,
            model=str(completion.model or self.model)[:100],
            tokens_in=failures.counted(completion.usage and completion.usage.prompt_tokens),
            tokens_out=failures.counted(completion.usage and completion.usage.completion_tokens),
        )
