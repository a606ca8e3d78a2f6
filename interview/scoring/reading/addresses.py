"""Addresses: the wordings by which a text speaks to whoever grades it, as patterns over one sentence."""

from __future__ import annotations

import re

_GRADER = (
    r"(?:grader|evaluator|examiner|assessor|marker|judge|reviewer|scorer|teacher|interviewer|scoring system|ai|llm"
    r"|gpt|chatgpt|gemini|language model|model|assistant|system)"
)
_ORDERS = (
    r"(?:instructions?|rubrics?|prompts?|guidelines?|criteria|directives?|reference answers?|expected answers?"
    r"|scoring|marking|grading)"
)
_TOP = r"(?:100|10/10|5/5|10|5|full|maximum|maximal|max|perfect|highest|top|best|excellent|complete|all|hundred|ten)"
_MARKS = r"(?:marks?|scores?|points?|credits?|grades?|rating|percent|%|/\s*100|out of)"
_THIS = r"(?:this|my|the|above|following|candidate'?s?|student'?s?)"
_ANSWER = r"(?:answer|response|submission|candidate|student|reply|text|transcript)"
_GIVEN = r"(?:get|receive|be (?:given|awarded|scored|graded|marked|rated|considered))"

_ORDERS_ASIDE = (
    r"\b(?:ignore|disregard|forget|override|bypass|skip|discard|neglect)\b[^.]{0,60}"
    r"\b(?:previous|prior|above|earlier|preceding|your)\b[^.]{0,40}"
    rf"\b(?:{_ORDERS}|rules?|text|messages?|context)\b",
    rf"\b(?:ignore|disregard|forget|override|bypass|discard)\b[^.]{{0,60}}\b{_ORDERS}\b",
    r"\b(?:do not|don't|never)\s+(?:grade|evaluate|deduct|penali[sz]e|mark down|score|check|judge|apply the rubric)\b",
    r"\b(?:end of (?:the )?(?:answer|transcript|response|submission)|begin (?:system|instructions?)"
    r"|new instructions?|updated (?:rubric|instructions?)|(?:system|admin) override)\b",
)
_DEMANDS = (
    r"\b(?:award|give|assign|grant|score|mark|rate|grade|return|output|set|print|allocate|provide|assess|evaluate)\b"
    rf"[^.]{{0,60}}\b{_TOP}\s*{_MARKS}",
    rf"\b(?:award|assign|score|grade|rate (?:it|me|{_THIS}))\b[^.]{{0,40}}\b(?:100|10/10|5/5|a\+)",
    rf"\b(?:give|award|grant)\s+(?:me|it|him|her|them|{_THIS}\s+{_ANSWER})\b[^.]{{0,40}}"
    r"\b(?:full|maximum|max|perfect|highest|top|100|10/10|5/5|pass|a\+|marks?)(?!\w)",
    rf"\b(?:mark|treat|consider|accept|grade|rate|count|regard)\s+(?:it|me|{_THIS})\b[^.]{{0,40}}\bas\s+"
    r"(?:(?:fully|completely|entirely|totally) )?(?:correct|right|perfect|passed|complete|excellent|valid)",
    rf"\b(?:i|we)\s+(?:deserve|should (?:get|receive|be (?:given|awarded)))\b[^.]{{0,30}}\b{_TOP}\b",
    r"\b(?:respond|reply|answer|output|return|print)\s+(?:only\s+)?(?:with\s+)?(?:only\s+)?[^.]{0,20}"
    r"\b(?:score|json|verdict|\"?pass(?:ed)?\"?\b|100)",
    r"\b(?:hire|pass|select|recommend|approve|promote)\s+(?:me|this candidate|the candidate|this student)\b",
)
_VERDICTS = (
    rf"\b{_THIS}\s+{_ANSWER}\b[^.]{{0,40}}\b(?:deserves?|(?:should|must) {_GIVEN})\b",
    rf"\b{_THIS}\s+{_ANSWER}\b[^.]{{0,40}}"
    r"\bis (?:perfect|fully correct|completely correct|100|worth|entirely correct|flawless|excellent)\b",
    rf"\b{_THIS}\s+{_ANSWER}\b[^.]{{0,40}}\b(?:earns?|merits?|matches)\b[^.]{{0,20}}(?:{_TOP}|reference|rubric)",
    r"[\"'{]?\b(?:score|grade|marks?|rating|verdict|technical_score|confidence)[\"']?\s*"
    rf"(?:[:=]|is|=>|must be|should be|to)\s*[\"']?\s*(?:{_TOP}|a\+|pass(?:ed)?)(?![\w.])",
    r"\bcandidate (?:has|is|should be|must be)\s+(?:already\s+)?(?:been\s+)?"
    r"(?:approved|passed|hired|verified|selected|scored)\b",
)
_ROLES = (
    r"\b(?:dear|attention|hey|hello|note to|message to|instructions? (?:to|for)|to)\b[\s,:]*(?:the |all |any )?"
    rf"{_GRADER}\s*[,:!-]",
    r"\b(?:you are|you're|act as|pretend (?:to be|you are)|behave as)\s+(?:now\s+)?(?:an?|the)?\s*"
    rf"(?:\w+\s+){{0,2}}{_GRADER}\b",
    r"\bas an (?:ai|llm|language model|automated|impartial)\b",
    r"(?:^|[\n>\s])(?:system|assistant|developer|user|grader|instruction|admin|override)\s*"
    r"(?:prompt|message|note|override)?\s*:",
    r"<\s*/?\s*(?:system|instructions?|answer|assistant|user|prompt|rubric|admin)\b[^>]{0,40}>"
    r"|<\||\|>|\[/?(?:inst|system|assistant)\]|^#+\s*(?:system|instructions?|new task)",
)

ADDRESS = re.compile(
    "|".join(f"(?:{pattern})" for pattern in (*_ORDERS_ASIDE, *_DEMANDS, *_VERDICTS, *_ROLES)), re.IGNORECASE
)
"""A wording that addresses the grader."""

LEAD = re.compile(
    r"(?:\b(?:please|now|also|so|and|then|but|kindly|just|simply|you (?:must|should|will|can|may|need to|have to)"
    r"|i (?:want|need|ask|order|instruct|command) you to|important|note|instead|p\.?s\.?)\b[\s,:;*#(\[\"'-]*"
    r"|[,:;*#(\[{\"'\s-])+$",
    re.IGNORECASE,
)
"""What leads into an address at the end of the text before it."""

META = re.compile(rf"\b(?:{_GRADER}|{_ANSWER}|graders|evaluators|examiners|reviewers|rubric|marks)\b", re.IGNORECASE)
"""Words for the answer itself or its grader."""
