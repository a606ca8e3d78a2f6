"""Fills an empty PostgreSQL database with interviews and candidates of one organisation, and the people around them.

Rare and common values stand side by side: one interview in a hundred is by chat, one in fifty a panel, six in ten are
technical; an interviewer sits on every hundredth panel, a tag is on a fifth or on a thousandth of all.
"""

from __future__ import annotations

from sqlalchemy import Engine, MetaData, text

INTERVIEWERS = 200
POSITIONS = 400
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
        'Position ' || 1 + i % :positions, 'position' || 1 + i % :positions, type, mode, difficulty, status,
        starts_at, starts_at + interval '1 hour', 'UTC', 60, 0, 10, true, 24, 0, 0, i % 40 = 0, '{}', 'en',
        false, true, false, '[]', made_at
    FROM generate_series(1, :interviews) i, LATERAL (SELECT
        timestamp '2024-01-01' + i * interval '1 second' * (94608000.0 / :interviews) AS made_at,
        CASE WHEN i % 10 < 6 THEN 'technical' WHEN i % 50 = 7 THEN 'panel'
             ELSE (ARRAY['behavioral','hr','case_study','group'])[1 + i % 4] END AS type,
        CASE WHEN i % 100 = 3 THEN 'chat' WHEN i % 4 = 1 THEN 'audio' WHEN i % 9 = 2 THEN 'in_person' ELSE 'video' END
            AS mode,
        CASE WHEN i % 33 = 5 THEN 'expert' ELSE (ARRAY['easy','medium','hard'])[1 + i % 3] END AS difficulty,
        CASE WHEN i > :interviews * 0.95 THEN 'scheduled' WHEN i % 1000 = 1 THEN 'in_progress'
             WHEN i % 9 = 4 THEN 'cancelled' WHEN i % 14 = 6 THEN 'no_show' ELSE 'completed' END AS status,
        CASE WHEN i % 997 = 0 THEN 'Unusual round ' || i ELSE 'Round ' || 1 + i % 5 END AS title) words,
        LATERAL (SELECT made_at + (1 + (i * 104729::bigint) % 20160) * interval '1 minute' AS starts_at) times
    """,
    """
    INSERT INTO interview_people (interview_id, user_id, position, role, created_at, scheduled_at)
    SELECT id, 'user' || 1 + (hashtext(id) & 65535) % :interviewers, 1, 'lead', created_at, scheduled_at
    FROM interviews
    """,
    """
    INSERT INTO interview_people (interview_id, user_id, position, role, created_at, scheduled_at)
    SELECT id, 'user' || 1 + ((hashtext(id) & 65535) + 7) % :interviewers, 2, 'interviewer', created_at, scheduled_at
    FROM interviews
    """,
    """
    INSERT INTO interview_tags (interview_id, tag, organisation_id, created_at)
    SELECT id, tag, 'org', created_at FROM interviews, LATERAL (VALUES
        ('common' || (hashtext(id) & 1023) % 5), ('rare' || (hashtext(id) & 1048575) % 1000)) found (tag)
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
    """Make the tables, fill them without their indexes, then make these and let the planner look at everything."""
    tables = metadata.sorted_tables
    metadata.create_all(engine)
    indexes = [index for table in tables for index in table.indexes]
    for index in indexes:
        index.drop(engine)
    told = {
        "interviews": interviews,
        "candidates": round(interviews * CANDIDATES_PER_INTERVIEW),
        "interviewers": INTERVIEWERS,
        "positions": POSITIONS,
    }
    with engine.begin() as connection:
        connection.execute(text("SET LOCAL synchronous_commit = off"))
        for step in _STEPS:
            connection.execute(text(step), {name: told[name] for name in told if f":{name}" in step})
    for index in indexes:
        index.create(engine)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))
