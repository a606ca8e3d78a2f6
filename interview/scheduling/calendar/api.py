"""Calendars: files, feeds, free time, working hours and calendars elsewhere."""

from __future__ import annotations

import re
from datetime import timedelta
from hashlib import sha256
from typing import Any

from apiflask import APIBlueprint
from flask import Flask, Response, request

from interview.accounts import service as accounts
from interview.accounts.errors import OnlyPeople
from interview.accounts.models import User
from interview.accounts.policies import may, person
from interview.accounts.scopes import Role
from interview.candidates.policies import is_candidate
from interview.core import current
from interview.core.actors import ActorKind
from interview.core.guards import actor, guard, public
from interview.scheduling import listing
from interview.scheduling import service as scheduling
from interview.scheduling.calendar import events, feeds
from interview.scheduling.calendar.busy import service as busy
from interview.scheduling.calendar.hours import availability
from interview.scheduling.calendar.hours import service as hours
from interview.scheduling.calendar.hours.rules import DayException, DayRule, Hours
from interview.scheduling.calendar.ics import interviews as files
from interview.scheduling.calendar.models import BusySource, CalendarFeed
from interview.scheduling.calendar.schemas import (
    AddBusySource,
    Availability,
    AvailabilityQuery,
    BusySourceDetail,
    BusySourceList,
    CalendarEvents,
    EventsQuery,
    FeedDetail,
    NewFeed,
    StateWorkingHours,
    WorkingHoursDetail,
)

CALENDAR_TYPE = "text/calendar; charset=utf-8"
_FILE: dict[int | str, Any] = {200: {"description": "An iCalendar file.", "content": {"text/calendar": {}}}}
_STAMP = re.compile(r"^DTSTAMP:.*\r\n", re.M)

bp = APIBlueprint("calendar", __name__, url_prefix="/api/calendar", tag="Calendar")
files_bp = APIBlueprint("calendar_files", __name__, url_prefix="/api", tag="Calendar")


def init(app: Flask) -> None:
    """Open the doors."""
    app.register_blueprint(bp)
    app.register_blueprint(files_bp)


def _me() -> User:
    """The person who is calling; a program has no hours and no calendar of its own."""
    if actor().kind is not ActorKind.USER:
        raise OnlyPeople()
    return accounts.get_user(actor().id, organisation_id=actor().organisation_id)


def _calendar(text: str, *, filename: str) -> Response:
    response = Response(text, content_type=CALENDAR_TYPE)
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response


@files_bp.get("/admin/interviews/<interview_id>/calendar.ics")
@guard(may("interviews:read"))
@files_bp.doc(responses=_FILE)
def get_admin_calendar_file(interview_id: str) -> Response:
    """Download an interview as an iCalendar file."""
    interview = scheduling.get(interview_id, within=actor().organisation_id)
    return _calendar(files.for_staff(interview), filename="interview.ics")


@files_bp.get("/interviews/sessions/<interview_id>/calendar.ics")
@guard(may("interviews:read"))
@files_bp.doc(responses=_FILE)
def get_session_calendar_file(interview_id: str) -> Response:
    """Download an interview as an iCalendar file, in the management dialect."""
    interview = scheduling.get(interview_id, within=actor().organisation_id)
    return _calendar(files.for_staff(interview), filename="interview.ics")


@files_bp.get("/candidates/interviews/<interview_id>/calendar.ics")
@guard(is_candidate)
@files_bp.doc(responses=_FILE)
def get_own_calendar_file(interview_id: str) -> Response:
    """Download one of the caller's own interviews as an iCalendar file."""
    interview = listing.get_own(interview_id, user_id=actor().id, within=actor().organisation_id)
    return _calendar(files.for_candidate(interview), filename="interview.ics")


@bp.get("/events")
@guard(may("interviews:read"))
@bp.input(EventsQuery, location="query")
@bp.output(CalendarEvents)
def list_events(query_data: dict[str, Any]) -> dict[str, Any]:
    """Show a stretch of the calendar: interviews, and when the people named are busy elsewhere."""
    start, end = availability.window(query_data["start"], query_data["end"])
    user_ids = query_data["user_ids"]
    within = actor().organisation_id
    items, is_cut = events.between(start, end, within=within, user_ids=user_ids)
    known = [user.id for user in availability.people(user_ids, within=within)] if user_ids else []
    told = busy.busy_times(known, start, end) if known else {}
    return {
        "items": items,
        "is_cut": is_cut,
        "busy": [
            {"user_id": user_id, "starts_at": starts_at, "ends_at": ends_at}
            for user_id, spans in told.items()
            for starts_at, ends_at in spans
        ],
    }


@bp.get("/availability")
@guard(may("interviews:read"))
@bp.input(AvailabilityQuery, location="query")
@bp.output(Availability)
def list_free_times(query_data: dict[str, Any]) -> dict[str, Any]:
    """List when all of the people named are free for this long."""
    start, end = availability.window(query_data["start"], query_data["end"])
    users = availability.people(query_data["user_ids"], within=actor().organisation_id)
    length = timedelta(minutes=query_data["duration_minutes"])
    found = availability.slots(
        users,
        start=start,
        end=end,
        duration_minutes=query_data["duration_minutes"],
        buffer_minutes=query_data["buffer_minutes"],
        step_minutes=query_data["step_minutes"],
        timezone=availability.zone(query_data["timezone"]),
        but_interview=query_data["but_interview"],
    )
    return {"items": [{"starts_at": moment, "ends_at": moment + length} for moment in found]}


@bp.get("/working-hours")
@guard(may("interviews:read"))
@bp.output(WorkingHoursDetail)
def get_working_hours() -> dict[str, Any]:
    """Show one's own working hours."""
    found, is_stated = hours.of_person(_me())
    return _hours(found, is_stated=is_stated)


@bp.put("/working-hours")
@guard(may("interviews:read"))
@bp.input(StateWorkingHours)
@bp.output(WorkingHoursDetail)
def put_working_hours(json_data: dict[str, Any]) -> dict[str, Any]:
    """State one's own working hours and the days that differ."""
    kept = hours.state(
        _me(),
        timezone=json_data["timezone"],
        rules=[DayRule(rule["weekday"], rule["starts"], rule["ends"]) for rule in json_data["rules"]],
        exceptions=[
            DayException(one["day"], tuple((part["starts"], part["ends"]) for part in one["stretches"]))
            for one in json_data["exceptions"]
        ],
    )
    return _hours(kept, is_stated=True)


def _hours(found: Hours, *, is_stated: bool) -> dict[str, Any]:
    return {
        "timezone": found.timezone,
        "rules": [
            {"weekday": rule.weekday, "starts": rule.starts_minute, "ends": rule.ends_minute} for rule in found.rules
        ],
        "exceptions": [
            {"day": one.day, "stretches": [{"starts": first, "ends": last} for first, last in one.stretches]}
            for one in found.exceptions
        ],
        "is_stated": is_stated,
    }


@bp.get("/feed")
@guard(person)
@bp.output(FeedDetail)
def get_feed() -> dict[str, Any]:
    """Show whether one's calendar has a private address."""
    return _feed(feeds.find(actor().id))


@bp.post("/feed")
@guard(person, keeps_answer=False)
@bp.output(NewFeed, status_code=201)
def make_feed() -> dict[str, Any]:
    """Make a private address of one's calendar, in place of the former one; it is told this once."""
    feed, token = feeds.make(_me(), by=actor())
    return _feed(feed) | {"address": f"{current.settings().site_url}/api/calendar/feeds/{token}.ics"}


@bp.delete("/feed")
@guard(person)
@bp.output({}, status_code=204)
def remove_feed() -> str:
    """Close the private address of one's calendar."""
    feeds.remove(_me(), by=actor())
    return ""


def _feed(feed: CalendarFeed | None) -> dict[str, Any]:
    return {"is_on": feed is not None, "created_at": feed.created_at if feed else None}


@bp.get("/feeds/<token>.ics")
@guard(public)
@bp.doc(responses=_FILE)
def read_feed(token: str) -> Response:
    """Read a person's calendar by its private address: 30 days back, a year ahead."""
    owner = feeds.owner(token)
    text = files.feed(feeds.interviews_of(owner), name=feeds.name_of(owner), is_candidates=owner.role == Role.CANDIDATE)
    response = Response(text, content_type=CALENDAR_TYPE)
    # The stamp says when the file was written; a calendar that is otherwise the same is the same.
    response.set_etag(sha256(_STAMP.sub("", text).encode()).hexdigest()[:32])
    response.headers["Cache-Control"] = "private, no-cache"
    response.make_conditional(request)
    return response


@bp.get("/busy-sources")
@guard(may("interviews:read"))
@bp.output(BusySourceList)
def list_busy_sources() -> dict[str, Any]:
    """List the calendars elsewhere that say when one is busy."""
    return {"items": busy.list_sources(_me().id)}


@bp.post("/busy-sources")
@guard(may("interviews:read"))
@bp.input(AddBusySource)
@bp.output(BusySourceDetail, status_code=201)
def add_busy_source(json_data: dict[str, Any]) -> BusySource:
    """Follow a calendar elsewhere by its address; it is fetched at once, then every quarter of an hour."""
    return busy.add(_me(), by=actor(), **json_data)


@bp.post("/busy-sources/<source_id>/refresh")
@guard(may("interviews:read"))
@bp.output(BusySourceDetail, status_code=202)
def refresh_busy_source(source_id: str) -> BusySource:
    """Have a calendar elsewhere fetched now."""
    source = busy.get(source_id, user_id=_me().id)
    busy.refresh(source)
    return source


@bp.delete("/busy-sources/<source_id>")
@guard(may("interviews:read"))
@bp.output({}, status_code=204)
def remove_busy_source(source_id: str) -> str:
    """Follow a calendar elsewhere no more and forget what it told."""
    me = _me()
    busy.remove(busy.get(source_id, user_id=me.id), by=actor(), organisation_id=me.organisation_id)
    return ""
