"""Communication, from the text alone: order, concreteness and concision; never voice, accent or fillers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from interview.scoring.reading.lexicon import FILLERS, WAFFLE
from interview.scoring.reading.passage import Passage
from interview.scoring.reading.words import Sentence, read_phrases, read_sentences

FEWEST_WORDS = 15
_LINKS = re.compile(
    r"\b(?:because|so|then|first|next|finally|however|but|also|therefore|which|when|while|if|for example|since)\b",
    re.IGNORECASE,
)
_CONCRETE = re.compile(
    r"\d|\b(?:for example|for instance|such as|e\.g)\b|[a-z][A-Z]|\b[A-Z]{2,}\b|(?<=[a-z] )[A-Z][a-z]+"
)
_COMFORTABLE_WORDS = 30
_STRAINED_WORDS = 80


@dataclass(frozen=True, slots=True)
class Clarity:
    """The parts of the score, each from 0 to 1, and the phrases that show the clearest ones."""

    order: float
    concreteness: float
    concision: float
    phrases: tuple[Sentence, ...]

    @property
    def value(self) -> float:
        """The mean of the parts as a score from 0 to 100."""
        return 100 * (self.order + self.concreteness + self.concision) / 3


def clarity_of(answer: Passage) -> Clarity:
    """Judge the clarity of an answer of at least fifteen words; fillers are taken out first."""
    words = [word for word in answer.words if word.text not in FILLERS]
    content = [word for word in words if word.is_content]
    phrases = read_phrases(answer.text)
    linked = [phrase for phrase in phrases if _LINKS.search(phrase.text)]
    concrete = [phrase for phrase in phrases if _CONCRETE.search(phrase.text)]
    vague = sum(word.text in WAFFLE for word in content) / max(1, len(content))
    distinct = len({word.stem for word in content}) / max(1, len(content)) ** 0.9
    mean_length = len(words) / max(1, len(read_sentences(answer.text)))
    strain = min(1.0, max(0.0, (mean_length - _COMFORTABLE_WORDS) / (_STRAINED_WORDS - _COMFORTABLE_WORDS)))
    return Clarity(
        order=(1 - strain / 2) * min(1.0, 0.5 + len(linked) / max(1, len(phrases))),
        concreteness=min(1.0, 0.4 + 0.6 * len(concrete) / max(1, len(phrases))) * max(0.0, 1 - 2 * vague),
        concision=min(1.0, distinct),
        phrases=tuple((concrete or linked or list(phrases))[:2]),
    )
