"""From a kind's texts and values to what a person reads: subject, plain text, HTML and the text of an SMS."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup, escape

from interview.notifications.errors import BadTemplate
from interview.notifications.writing import sandbox
from interview.notifications.writing.kinds import FOLDER, Kind
from interview.notifications.writing.sandbox import Helper, Mistake

LONGEST_SUBJECT = 300
# Twilio takes 1,600 characters at most.
LONGEST_SMS = 1600
HIDDEN_LINK = "https://hidden.invalid/"
_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
_PLACE = re.compile(r"\{\{(title|sender|body)\}\}")
_EMPTY_LINES = re.compile(r"\n{3,}")
Texts = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Written:
    """What a message says; `sms` is None for kinds that do not go out as one."""

    subject: str
    text: str
    html: str
    sms: str | None


def write(kind: Kind, texts: Texts, values: Mapping[str, Any], *, timezone: str) -> Written:
    """Write every part of a message; raises `BadTemplate` with the part and its line."""
    known = names_of(kind, values)
    return Written(
        subject=subject(kind, texts, values, timezone=timezone),
        text=_part("text", texts["text"] or "", known, timezone=timezone),
        html=_html(kind, texts, known, timezone=timezone),
        sms=_sms(texts, known, timezone=timezone),
    )


def subject(kind: Kind, texts: Texts, values: Mapping[str, Any], *, timezone: str) -> str:
    """Write the subject alone, in one line; raises `BadTemplate`."""
    written = _part("subject", texts["subject"] or "", names_of(kind, values), timezone=timezone)
    return " ".join(written.split())[:LONGEST_SUBJECT]


def names_of(kind: Kind, values: Mapping[str, Any]) -> dict[str, Any]:
    """The values by every name that a kind's texts may use; what was not given is empty."""
    return dict.fromkeys([*kind.sample, "recipient_name"]) | dict(values)


def without_link(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with the link hidden, for eyes that it is not meant for."""
    return {**values, "link": HIDDEN_LINK} if values.get("link") else dict(values)


def _html(kind: Kind, texts: Texts, known: Mapping[str, Any], *, timezone: str) -> str:
    own = texts["html"]
    if own is None:
        body = _paragraphs(_part("text", texts["text"] or "", known, timezone=timezone))
    else:
        body = Markup(_part("html", own, known, timezone=timezone))  # noqa: S704  (escaped by the sandbox)
    places = {
        "title": str(escape(subject(kind, texts, known, timezone=timezone))),
        "sender": str(escape(known.get("organisation_name") or "")),
        "body": str(body),
    }
    return _PLACE.sub(lambda found: places[found[1]], _layout())


@cache
def _layout() -> str:
    return (FOLDER / "layout.html").read_text(encoding="utf-8")


def _paragraphs(text: str) -> Markup:
    """Plain text as HTML: a paragraph for each block, addresses as links."""
    blocks = (str(escape(block)).replace("\n", "<br>") for block in text.split("\n\n") if block.strip())
    linked = (_ADDRESS.sub(lambda found: f'<a href="{found[0]}">{found[0]}</a>', block) for block in blocks)
    return Markup("".join(f"<p>{block}</p>" for block in linked))  # noqa: S704  (escaped above)


def _sms(texts: Texts, known: Mapping[str, Any], *, timezone: str) -> str | None:
    if texts["sms"] is None:
        return None
    return " ".join(_part("sms", texts["sms"], known, timezone=timezone).split())[:LONGEST_SMS]


def _part(part: str, source: str, known: Mapping[str, Any], *, timezone: str) -> str:
    is_html = part == "html"
    try:
        written = sandbox.render(source, known, helpers=helpers(timezone, is_html=is_html), escapes=is_html)
    except Mistake as mistake:
        raise bad(part, mistake) from mistake
    return _EMPTY_LINES.sub("\n\n", written).strip()


def bad(part: str, first: Mistake, **further: Mistake) -> BadTemplate:
    """The refusal of a template with its first mistake, and those of `further` parts, each with its line."""
    place = f"{part}, line {first.line}" if first.line else part
    every = {part: first} | further
    return BadTemplate(
        f"{place}: {first.words}",
        errors={name: [f"Line {one.line}: {one.words}" if one.line else one.words] for name, one in every.items()},
        part=part,
        line=first.line,
    )


def helpers(timezone: str, *, is_html: bool) -> dict[str, Helper]:
    """What templates can call: moments in the reader's zone, a row of facts, a button."""
    zone = _zone(timezone)
    told: dict[str, Helper] = {
        "day": partial(_told, zone=zone, how=_day),
        "time": partial(_told, zone=zone, how=_time),
        "moment": partial(_told, zone=zone, how=lambda at: f"{_day(at)}, {_time(at)}"),
        "span": partial(_span, zone=zone),
    }
    return told | ({"row": _html_row, "button": _html_button} if is_html else {"row": _row, "button": _button})


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return ZoneInfo("UTC")


def _told(moment: object, *, zone: ZoneInfo, how: Callable[[datetime], str]) -> str:
    at = _read(moment, zone)
    return how(at) if at else ""


def _read(moment: object, zone: ZoneInfo) -> datetime | None:
    if not moment:
        return None
    at = datetime.fromisoformat(str(moment))
    return (at if at.tzinfo else at.replace(tzinfo=ZoneInfo("UTC"))).astimezone(zone)


def _day(at: datetime) -> str:
    return f"{at:%A}, {at.day} {at:%B %Y}"


def _time(at: datetime) -> str:
    return f"{at:%H:%M} ({_zone_name(at)})"


def _zone_name(at: datetime) -> str:
    # Some zones have no abbreviation but their offset, such as +03.
    short = at.tzname() or "UTC"
    return short if short.isalpha() else f"UTC{short}"


def _span(start: object, end: object = None, *, zone: ZoneInfo) -> str:
    first, last = _read(start, zone), _read(end, zone)
    if first is None:
        return ""
    if last is None or last.date() != first.date():
        return f"{_day(first)}, {_time(first)}"
    return f"{_day(first)}, {first:%H:%M}–{_time(last)}"


def _row(name: object, value: object) -> str:
    shown = _shown(value)
    return f"{name}: {shown}\n" if shown else ""


def _html_row(name: object, value: object) -> str:
    shown = _shown(value)
    return (
        Markup('<tr><th align="left" style="{}">{}</th><td style="{}">{}</td></tr>').format(
            "padding:4px 16px 4px 0;color:#5b6472;font-weight:400;vertical-align:top;white-space:nowrap",
            name,
            "padding:4px 0;vertical-align:top",
            shown,
        )
        if shown
        else ""
    )


def _button(link: object, label: object) -> str:
    return f"{label}: {link}\n" if link else ""


def _html_button(link: object, label: object) -> str:
    if not str(link or "").startswith(("https://", "http://")):
        return ""
    style = (
        "display:inline-block;padding:12px 20px;border-radius:8px;background:#0c6b5e;color:#ffffff;"
        "font-weight:600;text-decoration:none"
    )
    return Markup('<p style="margin:24px 0"><a href="{}" style="{}">{}</a></p>').format(link, style, label)


def _shown(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(str(item) for item in value)
    return "" if value is None else str(value)
