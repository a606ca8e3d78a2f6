"""What fills the pages of a demonstration: a colleague, candidates in every stage, a position, lots, interviews.

Everybody in it is invented and looks so; their addresses lead nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Any

from interview.accounts import service as accounts
from interview.accounts.models import User
from interview.accounts.scopes import Role
from interview.candidates import service as candidates
from interview.candidates.lots import service as lots
from interview.candidates.models import Candidate, Stage
from interview.candidates.positions import service as positions
from interview.core import clock
from interview.core.actors import OPERATOR
from interview.scheduling import service as scheduling
from interview.scheduling.models import Interview, InterviewType
from interview.scheduling.panel import seats


@dataclass(frozen=True, slots=True)
class Sketch:
    """Somebody invented."""

    name: str
    stage: Stage
    experience_years: int
    skills: Sequence[str]
    headline: str


CANDIDATES = (
    Sketch("Ada Example", Stage.HIRED, 9, ("Python", "SQL"), "Has looked after large databases"),
    Sketch("Berta Example", Stage.OFFER, 6, ("Python", "Go"), "Builds services that answer quickly"),
    Sketch("Cora Example", Stage.INTERVIEW, 4, ("Python", "SQL"), "Moves old programs to new machines"),
    Sketch("Dora Example", Stage.INTERVIEW, 3, ("Python",), "Writes tools for other engineers"),
    Sketch("Emil Example", Stage.INTERVIEW, 7, ("Java", "SQL"), "Keeps payments correct"),
    Sketch("Fritz Example", Stage.SCREENING, 2, ("Python", "SQL"), "Came from support to programming"),
    Sketch("Gesa Example", Stage.SCREENING, 5, ("Go",), "Likes small programs"),
    Sketch("Hugo Example", Stage.NEW, 1, ("SQL",), "Has just finished an apprenticeship"),
    Sketch("Ines Example", Stage.NEW, 8, ("Python", "Go"), "Has led a team of five"),
    Sketch("Jan Example", Stage.REJECTED, 0, (), "Looks for a first job"),
)
# Whom, how many working days from today, at which hour, about what; who comes first in the pipeline was talked to.
PAST: tuple[tuple[str, int, int, str, float], ...] = (
    ("Ada Example", -2, 10, "Second conversation", 88.0),
    ("Berta Example", -1, 14, "Second conversation", 81.0),
    ("Cora Example", -1, 9, "First conversation", 72.5),
)
AHEAD: tuple[tuple[str, int, int, str], ...] = (
    ("Cora Example", 1, 10, "Second conversation"),
    ("Dora Example", 1, 13, "First conversation"),
    ("Emil Example", 2, 9, "First conversation"),
    ("Fritz Example", 4, 11, "Getting to know each other"),
    ("Gesa Example", 5, 15, "Getting to know each other"),
)
FEEDBACK = {"Technical": "Explained the choices well.", "Communication": "Asked before answering."}
QUESTIONS: tuple[dict[str, Any], ...] = (
    {"text": "What was the last thing that you changed your mind about?", "type": "behavioral"},
    {"text": "How would you find out why a page became slow?", "type": "problem_solving"},
)


def furnish(organisation_id: str, *, admin: User, number: str) -> None:
    """Fill the pages of a new organisation; `number` keeps addresses of different demonstrations apart."""
    colleague = accounts.invite(
        organisation_id=organisation_id,
        email=f"interviewer-{number}@example.org",
        name="Sample Interviewer",
        role=Role.INTERVIEWER,
        by=OPERATOR,
    )
    people = {sketch.name: _candidate(organisation_id, sketch) for sketch in CANDIDATES}
    position = positions.create(
        within=organisation_id,
        title="Software engineer",
        location="Exampleton",
        description="Looks after the services that other teams build on.",
        skills=["Python", "SQL"],
        by=OPERATOR,
    )
    _lots(organisation_id, position.id)
    for name, days, hour, title, score in PAST:
        _held(_plan(people[name], position.id, [colleague], _at(days, hour), title), score=score)
    for turn, (name, days, hour, title) in enumerate(AHEAD):
        _plan(people[name], position.id, [admin, colleague][turn % 2 :], _at(days, hour), title)


def _candidate(organisation_id: str, sketch: Sketch) -> Candidate:
    return candidates.create(
        organisation_id=organisation_id,
        email=f"{sketch.name.partition(' ')[0].lower()}@example.org",
        location="Exampleton",
        source="Demonstration",
        by=OPERATOR,
        **asdict(sketch),
    )


def _lots(organisation_id: str, position_id: str) -> None:
    """One that takes everybody who matches, and one in which more match than there are places."""
    told: dict[str, Any] = {"within": organisation_id, "position_id": position_id, "by": OPERATOR}
    wanted = {"skills_all": ["Python", "SQL"]}
    first = lots.create(name="First round", description="All who know both.", places=5, criteria=wanted, **told)
    lots.select_matches(lots.hold(first.id, within=organisation_id), by=OPERATOR)
    lots.create(
        name="Trial day",
        description="More would come than there are places: a draw decides.",
        places=2,
        criteria={"skills_all": ["Python"], "statuses": [Stage.NEW, Stage.SCREENING, Stage.INTERVIEW]},
        **told,
    )


def _at(days: int, hour: int) -> datetime:
    """An hour of the working day so many working days from today, in UTC."""
    moment = clock.now().replace(hour=hour, minute=0, second=0, microsecond=0)
    step = timedelta(days=1 if days > 0 else -1)
    left = abs(days)
    while left:
        moment += step
        left -= moment.weekday() < 5  # Saturday and Sunday do not count
    return moment


def _plan(candidate: Candidate, position_id: str, panel: Sequence[User], starts_at: datetime, title: str) -> Interview:
    return scheduling.create(
        within=candidate.organisation_id,
        candidate_id=candidate.id,
        title=title,
        position_id=position_id,
        type=InterviewType.BEHAVIORAL if title.startswith("Getting") else InterviewType.TECHNICAL,
        scheduled_at=starts_at,
        duration_minutes=45,
        panel=seats([person.id for person in panel]),
        questions=QUESTIONS,
        by=OPERATOR,
    )


def _held(interview: Interview, *, score: float) -> None:
    """Have an interview taken place when it was planned."""
    scheduling.start(interview, by=OPERATOR)
    scheduling.complete(interview, score=score, feedback=FEEDBACK, by=OPERATOR)
    interview.started_at, interview.ended_at = interview.scheduled_at, interview.ends_at
