"""Injection: sentences that speak to whoever grades instead of answering; they are cut before anything is measured."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from interview.scoring.reading.words import Sentence, read_sentences

_GRADER = r"(?:grader|evaluator|examiner|assessor|marker|judge|reviewer|scorer|teacher|interviewer|scoring system|ai|llm|gpt|chatgpt|gemini|language model|model|assistant|system)"
_ORDERS = r"(?:instructions?|rubrics?|prompts?|guidelines?|criteria|directives?|reference answers?|expected answers?|scoring|marking|grading)"
_TOP = r"(?:100|10/10|5/5|10|5|full|maximum|maximal|max|perfect|highest|top|best|excellent|complete|all|hundred|ten)"
_MARKS = r"(?:marks?|scores?|points?|credits?|grades?|rating|percent|%|/\s*100|out of)"
_THIS = r"(?:this|my|the|above|following|candidate'?s?|student'?s?)"
_ANSWER = r"(?:answer|response|submission|candidate|student|reply|text|transcript)"
_PATTERNS = (
    rf"\b(?:ignore|disregard|forget|override|bypass|skip|discard|neglect)\b[^.]{{0,60}}\b(?:previous|prior|above|earlier|preceding|your)\b[^.]{{0,40}}\b(?:{_ORDERS}|rules?|text|messages?|context)\b",
    rf"\b(?:ignore|disregard|forget|override|bypass|discard)\b[^.]{{0,60}}\b{_ORDERS}\b",
    rf"\b(?:award|give|assign|grant|score|mark|rate|grade|return|output|set|print|allocate|provide|assess|evaluate)\b[^.]{{0,60}}\b{_TOP}\s*{_MARKS}",
    rf"\b(?:award|assign|score|grade|rate (?:it|me|{_THIS}))\b[^.]{{0,40}}\b(?:100|10/10|5/5|a\+)",
    rf"\b(?:give|award|grant)\s+(?:me|it|him|her|them|{_THIS}\s+{_ANSWER})\b[^.]{{0,40}}\b(?:full|maximum|max|perfect|highest|top|100|10/10|5/5|pass|a\+|marks?)(?!\w)",
    rf"\b(?:mark|treat|consider|accept|grade|rate|count|regard)\s+(?:it|me|{_THIS})\b[^.]{{0,40}}\bas\s+(?:fully |completely |entirely |totally )?(?:correct|right|perfect|passed|complete|excellent|valid)",
    rf"\b{_THIS}\s+{_ANSWER}\b[^.]{{0,40}}\b(?:deserves?|should (?:get|receive|be (?:given|awarded|scored|graded|marked|rated|considered))|must (?:get|receive|be (?:given|awarded|scored|graded|marked|rated|considered))|is (?:perfect|fully correct|completely correct|100|worth|entirely correct|flawless|excellent)|(?:earns?|merits?|matches)\b[^.]{{0,20}}(?:{_TOP}|reference|rubric))",
    rf"\b(?:i|we)\s+(?:deserve|should (?:get|receive|be (?:given|awarded)))\b[^.]{{0,30}}\b{_TOP}\b",
    rf"\b(?:dear|attention|hey|hello|note to|message to|instructions? (?:to|for)|to)\b[\s,:]*(?:the |all |any )?{_GRADER}\s*[,:!-]",
    rf"\b(?:you are|you're|act as|pretend (?:to be|you are)|behave as)\s+(?:now\s+)?(?:an?|the)?\s*(?:\w+\s+){{0,2}}{_GRADER}\b",
    r"\bas an (?:ai|llm|language model|automated|impartial)\b",
    r"(?:^|[\n>\s])(?:system|assistant|developer|user|grader|instruction|admin|override)\s*(?:prompt|message|note|override)?\s*:",
    r"<\s*/?\s*(?:system|instructions?|answer|assistant|user|prompt|rubric|admin)\b[^>]{0,40}>|<\||\|>|\[/?(?:inst|system|assistant)\]|^#+\s*(?:system|instructions?|new task)",
    rf"[\"'{{]?\b(?:score|grade|marks?|rating|verdict|technical_score|confidence)[\"']?\s*(?:[:=]|is|=>|must be|should be|to)\s*[\"']?\s*(?:{_TOP}|a\+|pass(?:ed)?)(?![\w.])",
    r"\b(?:end of (?:the )?(?:answer|transcript|response|submission)|begin (?:system|instructions?)|new instructions?|updated (?:rubric|instructions?)|(?:system|admin) override)\b",
    r"\b(?:do not|don't|never)\s+(?:grade|evaluate|deduct|penali[sz]e|mark down|score|check|judge|apply the rubric)\b",
    r"\b(?:respond|reply|answer|output|return|print)\s+(?:only\s+)?(?:with\s+)?(?:only\s+)?[^.]{0,20}\b(?:score|json|verdict|\"?pass(?:ed)?\"?\b|100)",
    r"\b(?:hire|pass|select|recommend|approve|promote)\s+(?:me|this candidate|the candidate|this student)\b",
    r"\bcandidate (?:has|is|should be|must be)\s+(?:already\s+)?(?:been\s+)?(?:approved|passed|hired|verified|selected|scored)\b",
)
_ADDRESS = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS), re.IGNORECASE)
_LEAD = re.compile(
    r"(?:\b(?:please|now|also|so|and|then|but|kindly|just|simply|you (?:must|should|will|can|may|need to|have to)|i (?:want|need|ask|order|instruct|command) you to|important|note|instead|p\.?s\.?)\b[\s,:;*#(\[\"'-]*|[,:;*#(\[{\"'\s-])+$",
    re.IGNORECASE,
)
_META = re.compile(rf"\b(?:{_GRADER}|{_ANSWER}|graders|evaluators|examiners|reviewers|rubric|marks)\b", re.IGNORECASE)
_FEWEST_KEPT_WORDS = 2
_LONGEST_SENTENCE = 2000


@dataclass(frozen=True, slots=True)
class Cleaned:
    """An answer without the sentences that address the grader, and whether there were any."""

    text: str
    is_suspected: bool


def cut_injections(text: str) -> Cleaned:
    """Cut every sentence from the place where it starts to address the grader; what stands before it is kept."""
    kept: list[str] = []
    is_suspected, place = False, 0
    for sentence in read_sentences(text):
        rest = _kept(sentence)
        if rest is None:
            kept.append(text[place : sentence.end])
        else:
            is_suspected = True
            kept.append(text[place : sentence.start] + rest)
        place = sentence.end
    return Cleaned("".join(kept).strip(), True) if is_suspected else Cleaned(text, False)


def _kept(sentence: Sentence) -> str | None:
    stretches = [sentence.text[at : at + _LONGEST_SENTENCE] for at in range(0, len(sentence.text), _LONGEST_SENTENCE)]
    for number, stretch in enumerate(stretches):
        match = _ADDRESS.search(_plain(stretch))
        if match:
            before = _LEAD.sub("", _plain(stretch)[: match.start()])
            before = stretch[: len(before)] if len(_plain(stretch)) == len(stretch) else ""
            whole = "".join(stretches[:number]) + _without_talk(before)
            return whole if len(whole.split()) >= _FEWEST_KEPT_WORDS else ""
    return None


def _without_talk(text: str) -> str:
    """Drop the clauses at the end that already speak of the answer or its grader rather than of the matter."""
    while _META.search(re.split(r"[,;:]", text)[-1]):
        text = text[: max((text.rfind(mark) for mark in ",;:"), default=0)] if re.search(r"[,;:]", text) else ""
    return text.rstrip()


def _plain(text: str) -> str:
    """Undo the disguises that cost nothing: full-width letters, invisible characters, typographic marks."""
    if text.isascii():
        return text
    folded = unicodedata.normalize("NFKC", text.replace("’", "'"))
    return "".join(char for char in folded if unicodedata.category(char) != "Cf")
