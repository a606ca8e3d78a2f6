"""The notices that people are shown; a published text never changes, a new text is a new version."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256


class Purpose(StrEnum):
    """What somebody can agree to, each for itself."""

    RECORDING = "recording"
    AI_ANALYSIS = "ai_analysis"


@dataclass(frozen=True, slots=True)
class Notice:
    """One text in one language, and what each purpose in it means."""

    version: str
    locale: str
    text: str
    purposes: tuple[tuple[Purpose, str], ...]

    @property
    def sha256(self) -> str:
        """Fingerprint of all that is shown."""
        shown = "\n".join((self.version, self.locale, self.text, *(f"{name}: {text}" for name, text in self.purposes)))
        return sha256(shown.encode()).hexdigest()


CURRENT = Notice(
    version="2026-11",
    locale="en",
    text=(
        "This interview can be recorded and analysed by software so that the people who invited you can judge it "
        "fairly. Both are your choice, and you can be interviewed without either. The recording and the analysis are "
        "seen by authorised people of the organisation that invited you, and by nobody else. You can withdraw your "
        "agreement at any time; what was recorded before stays until it is erased on your request or at the end of "
        "the organisation's retention period."
    ),
    purposes=(
        (Purpose.RECORDING, "Record the sound and, where you switch it on, the picture of this interview."),
        (
            Purpose.AI_ANALYSIS,
            "Have software compare the words of your answers with what the questions ask for. It recommends; "
            "a person decides. It never looks at your face, voice, accent or feelings.",
        ),
    ),
)

PUBLISHED = {notice.version: notice for notice in (CURRENT,)}
