"""Builds the judges that the settings ask for, in their order, the offline one always last."""

from __future__ import annotations

from interview.core.config import Settings
from interview.providers.ai.encoder import SentenceEncoder
from interview.providers.ai.suppliers import configured
from interview.scoring.analyser import Analyser
from interview.scoring.chain import ChainAnalyser
from interview.scoring.offline import OfflineAnalyser
from interview.scoring.prompted import Patience, PromptedAnalyser


def build(settings: Settings) -> ChainAnalyser:
    """Make the chain of judges; build it once a process, because its suppliers share one budget of calls."""
    return ChainAnalyser([*_prompted(settings), OfflineAnalyser(SentenceEncoder())])


def _prompted(settings: Settings) -> list[Analyser]:
    models = configured(
        order=[name for name in settings.ai_order if name != "offline"],
        gemini_key=settings.gemini_api_key,
        gemini_model=settings.gemini_model,
        gemini_base_url=settings.gemini_base_url,
        openai_key=settings.openai_api_key,
        openai_model=settings.openai_model,
        openai_base_url=settings.openai_base_url,
        calls_per_minute=settings.ai_calls_per_minute,
    )
    patience = Patience(seconds=settings.ai_timeout_seconds)
    return [PromptedAnalyser(model, patience=patience, repeats=settings.ai_repeats) for model in models]
