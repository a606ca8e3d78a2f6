"""Gemini through google-genai: `models/{model}:generateContent` with a JSON Schema for the reply."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from interview.providers.ai import failures
from interview.providers.ai.port import Capabilities, ModelFailed, ModelRefused, ModelUnavailable, Prompt, Reply, Schema

if TYPE_CHECKING:
    from google.genai import Client, types

DEFAULT_URL = "https://generativelanguage.googleapis.com/"
_FINISHED = frozenset({"STOP", "MAX_TOKENS", "FINISH_REASON_UNSPECIFIED"})


@dataclass
class Gemini:
    """One Gemini model; the library is loaded at the first question, and its own retries are off.

    `temperature` None leaves it to the model: newer models refuse the parameter.
    `api_version` None takes the library's default.
    """

    key: str
    model: str
    base_url: str = DEFAULT_URL
    api_version: str | None = None
    temperature: float | None = None

    @property
    def name(self) -> str:
        """Supplier and model, as `supplier:model`."""
        return f"gemini:{self.model}"

    @property
    def capabilities(self) -> Capabilities:
        """Replies follow the schema."""
        return Capabilities(enforces_schema=True)

    def ask(self, prompt: Prompt, *, schema: Schema, timeout_seconds: float) -> Reply:
        """Ask once and give up after `timeout_seconds` in all; raises `ModelUnavailable` or `ModelRefused`."""
        from google.genai.errors import APIError

        try:
            response = self._client.models.generate_content(
                model=self.model, contents=prompt.content, config=self._config(prompt, schema, timeout_seconds)
            )
            return self._reply(response)
        except ModelFailed:
            raise
        except APIError as cause:
            raise failures.of_status(
                cause.code if isinstance(cause.code, int) else 0,
                code=cause.status,
                headers=getattr(cause.response, "headers", None),
            ) from cause
        except Exception as cause:
            # The library trips over a broken body in more ways than it documents.
            raise failures.of_breakage(cause) from cause

    @cached_property
    def _client(self) -> Client:
        from google.genai import Client, types

        from interview.providers.ai import transport

        return Client(
            vertexai=False,
            api_key=self.key,
            http_options=types.HttpOptions(
                base_url=self.base_url,
                api_version=self.api_version,
                httpx_client=transport.client(),
                retry_options=types.HttpRetryOptions(attempts=1),
            ),
        )

    def _config(self, prompt: Prompt, schema: Schema, timeout_seconds: float) -> types.GenerateContentConfig:
        from google.genai import types

        return types.GenerateContentConfig(
            system_instruction=prompt.instructions,
            response_mime_type="application/json",
            response_json_schema=dict(schema),
            temperature=self.temperature,
            http_options=types.HttpOptions(timeout=max(1, int(timeout_seconds * 1000))),
        )

    def _reply(self, response: types.GenerateContentResponse) -> Reply:
        if response.prompt_feedback and response.prompt_feedback.block_reason:
            raise ModelRefused("the prompt was blocked")
        if not response.candidates:
            raise ModelUnavailable("the response holds no candidate")
        finish = response.candidates[0].finish_reason
        if finish and finish.value not in _FINISHED:
            raise ModelRefused(f"the reply was withheld: {finish.value[:40]}")
        if not response.text:
            raise ModelUnavailable("the response holds no text")
        usage = response.usage_metadata
        return Reply(
            text=response.text,
            model=str(response.model_version or self.model)[:100],
            tokens_in=failures.counted(usage and usage.prompt_token_count),
            # Thinking is billed as output.
            tokens_out=failures.counted(usage and usage.candidates_token_count)
            + failures.counted(usage and usage.thoughts_token_count),
        )
