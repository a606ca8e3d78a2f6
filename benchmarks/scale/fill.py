"""Fills an empty PostgreSQL database with interviews and candidates of one organisation, and the people around them.

What is said of an interview has the same share at both sizes. Some values are so frequent that even ten thousand
interviews fill two pages with them: twenty busy interviewers sit on half of all panels, eight positions take two fifths
of all interviews, one interview in a hundred is by chat, one title in fifty begins with "special", a tag is on a fifth
or on a tenth. Others are rare: the other people and positions, a tag on a thousandth, a family name of five thousand.
"""

from __future__ import annotations

import hashlib

from sqlalchemy import Engine, MetaData, text
from sqlalchemy.schema import CreateIndex, CreateTable

INTERVIEWERS = 200
BUSY_INTERVIEWERS = 20
POSITIONS = 400
BUSY_POSITIONS = 8
CANDIDATES_PER_INTERVIEW = 0.2

_STEPS = (
    """
    INSERT INTO organisations (id, name, timezone, created_at) VALUES ('org', 'Scale', 'Europe/Berlin', now())
    """,
    """
    INSERT INTO users (id, organisation_id, email, name, role, timezone, is_active, session_version, created_at,
                       updated_at)
    SELECT 'user' || i, 'org', 'user' || i || '@example.org', 'Interviewer ' || i, 'interviewer', 'UTC', true, 1,
           now(), now()
    FROM generate_series(1, :interviewers) i
    """,
    """
    INSERT INTO positions (id, organisation_id, title, status, skills, created_at)
    SELECT 'position' || i, 'org', 'Position ' || i, 'open', '[]', now() FROM generate_series(1, :positions) i
    """,
    """
    INSERT INTO candidates (organisation_id, name, email, created_at, pipeline_stage, version, updated_at,
                            experience_years, overall_score)
    SELECT 'org', (ARRAY['Ada','Berta','Chen','Dilan','Emeka','Freya','Goran','Hana','Inge','Jonas'])[1 + i % 10]
               || ' Family' || i % 5000, 'c' || i || '@example.org',
           timestamp '2024-01-01' + i * interval '5 minutes',
           (ARRAY['new','screening','interview','offer','hired','rejected','withdrawn'])[1 + (i * 7919::bigint) % 7],
           1, now(), (i * 31::bigint) % 40, (i * 17::bigint) % 100
    FROM generate_series(1, :candidates) i
    """,
    """
    INSERT INTO candidate_words (candidate_id, organisation_id, word)
    SELECT id, 'org', word FROM candidates, LATERAL (
        SELECT unnest(string_to_array(lower(name), ' ')) AS word UNION SELECT email) words
    """,
    """
    INSERT INTO candidate_labels (candidate_id, organisation_id, kind, label, shown)
    SELECT id, 'org', kind, label, label FROM candidates, LATERAL (VALUES
        ('skill', 'skill' || id % 40), ('skill', 'rare' || id % 2000), ('tag', 'tag' || id % 25)) found (kind, label)
    """,
    """
    INSERT INTO interviews (id, organisation_id, candidate_id, title, title_key, position, position_id, type, mode,
        difficulty, status, scheduled_at, ends_at, timezone, duration_minutes, buffer_minutes, preparation_minutes,
        allows_reschedule, reschedule_deadline_hours, reschedule_count, sequence, is_ai_interview, feedback, language,
        allows_retake, shows_hints, records_screen, culture_criteria, created_at)
    SELECT md5(i::text), 'org', 1 + (i * 7919::bigint) % :candidates, title, lower(title),
        'Position ' || place, 'position' || place, type, mode, difficulty, status,
        starts_at, starts_at + interval '1 hour', 'UTC', 60, 0, 10, true, 24, 0, 0, i % 40 = 0, '{}', 'en',
        false, true, false, '[]', made_at
    FROM generate_series(1, :interviews) i, LATERAL (SELECT
        timestamp '2024-01-01' + i * interval '1 second' * (94608000.0 / :interviews) AS made_at,
        CASE WHEN i % 5 < 2 THEN 1 + i / 5 % 8 ELSE 9 + i / 5 % (:positions - 8) END AS place,
        CASE WHEN i % 10 < 6 THEN 'technical' WHEN i % 50 = 7 THEN 'panel'
             ELSE (ARRAY['behavioral','hr','case_study','group'])[1 + i % 4] END AS type,
        CASE WHEN i % 100 = 3 THEN 'chat' WHEN i % 4 = 1 THEN 'audio' WHEN i % 9 = 2 THEN 'in_person' ELSE 'video' END
            AS mode,
        CASE WHEN i % 33 = 5 THEN 'expert' ELSE (ARRAY['easy','medium','hard'])[1 + i % 3] END AS difficulty,
        CASE WHEN i > :interviews * 0.95 THEN 'scheduled' WHEN i % 1000 = 1 THEN 'in_progress'
             WHEN i % 9 = 4 THEN 'cancelled' WHEN i % 14 = 6 THEN 'no_show' ELSE 'completed' END AS status,
        CASE WHEN i % 997 = 0 THEN 'Unusual round ' || i WHEN i % 50 = 21 THEN 'Special round ' || i
             ELSE 'Round ' || 1 + i % 5 END AS title) words,
        LATERAL (SELECT made_at + (1 + (i * 104729::bigint) % 20160) * interval '1 minute' AS starts_at) times
    """,
    """
    INSERT INTO interview_people (interview_id, user_id, position, role, status, type, created_at, scheduled_at)
    SELECT id, 'user' || person, seat, CASE seat WHEN 1 THEN 'lead' ELSE 'interviewer' END, status, type,
        created_at, scheduled_at
    FROM interviews, LATERAL (SELECT hashtext(id) & 1048575 AS dice) thrown,
        LATERAL (VALUES (1 + dice % 2, 1 + dice / 2 % 20), (2 - dice % 2, 21 + dice / 2 % (:interviewers - 20)))
        seats (seat, person)
    """,
    """
    INSERT INTO interview_tags (interview_id, tag, organisation_id, created_at)
    SELECT id, tag, 'org', created_at FROM interviews, LATERAL (VALUES
        ('common' || (hashtext(id) & 1023) % 5), ('tenth' || (hashtext(id) & 1048575) % 10),
        ('rare' || (hashtext(id) & 1048575) % 1000)) found (tag)
    """,
    """
    INSERT INTO bookings (interview_id, person, starts_at, ends_at)
    SELECT id, 'candidate:' || candidate_id, scheduled_at, ends_at FROM interviews
    """,
    """
    INSERT INTO bookings (interview_id, person, starts_at, ends_at)
    SELECT p.interview_id, 'user:' || p.user_id, i.scheduled_at, i.ends_at
    FROM interview_people p JOIN interviews i ON i.id = p.interview_id
    """,
)


def fill(engine: Engine, metadata: MetaData, *, interviews: int) -> None:
    """Make the tables, fill them without their indexes, then make these and let the planner look at everything.

    A superuser's connection leaves out the check of each foreign key, which takes most of the time.
    """
    metadata.create_all(engine)
    indexes = [index for table in metadata.sorted_tables for index in table.indexes]
    told = {
        "interviews": interviews,
        "candidates": round(interviews * CANDIDATES_PER_INTERVIEW),
        "interviewers": INTERVIEWERS,
        "positions": POSITIONS,
    }
    with engine.begin() as connection:
        connection.execute(text("SET LOCAL synchronous_commit = off"))
        connection.execute(text("SET LOCAL maintenance_work_mem = '512MB'"))
        if connection.scalar(text("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")):
            connection.execute(text("SET LOCAL session_replication_role = replica"))
        for index in indexes:
            index.drop(connection)
        for step in _STEPS:
            connection.execute(text(step), {name: told[name] for name in told if f":{name}" in step})
        for index in indexes:
            index.create(connection)
        connection.execute(text(f"COMMENT ON TABLE interviews IS '{mark(metadata)}'"))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))


def is_filled(engine: Engine, metadata: MetaData) -> bool:
    """Whether the database was filled by this very file with these very tables."""
    with engine.connect() as connection:
        found = connection.scalar(text("SELECT obj_description(to_regclass('interviews'), 'pg_class')"))
    return bool(found == mark(metadata))


def mark(metadata: MetaData) -> str:
    """What the tables, their indexes and the steps come to."""
    tables = [str(CreateTable(table)) for table in metadata.sorted_tables]
    indexes = sorted(str(CreateIndex(index)) for table in metadata.sorted_tables for index in table.indexes)
    return hashlib.sha256("".join([*tables, *indexes, *_STEPS]).encode()).hexdigest()
