"""What people read: every built-in text with its sample, zones, and own texts that give way."""

from __future__ import annotations

import re
from typing import Any

import pytest

from interview.accounts.models import Organisation
from interview.core.actors import OPERATOR
from interview.core.db import unit_of_work
from interview.core.http import Application
from interview.notifications.errors import BadTemplate
from interview.notifications.writing import own_texts, rendering
from interview.notifications.writing.kinds import INTERVIEW, KINDS, built_in, kind_of
from interview.notifications.writing.rendering import Written
from tests.factories import accounts

REMINDER = kind_of("interview_reminder")


def texts(**parts: str | None) -> dict[str, str | None]:
    """Own texts of a kind."""
    return {"subject": "Hello", "text": "Hello", "html": None, "sms": None} | parts


def write(own: dict[str, str | None], *, timezone: str = "UTC", **values: Any) -> Written:
    """A reminder with own texts."""
    return rendering.write(REMINDER, own, {**INTERVIEW, **values}, timezone=timezone)


class TestBuiltIn:
    """The texts that come with the product."""

    @pytest.mark.parametrize("name", sorted(KINDS))
    def test_can_be_written_with_and_without_values(self, name: str) -> None:
        kind = kind_of(name)
        full = rendering.write(kind, built_in(name), kind.sample, timezone="Europe/Berlin")
        bare = rendering.write(kind, built_in(name), {}, timezone="nowhere")

        assert all(part and "None" not in part for part in (full.subject, full.text, full.html, bare.text))
        assert "\n" not in full.subject and (full.sms is None) == (len(kind.channels) == 1)

    @pytest.mark.parametrize("name", sorted(KINDS))
    def test_bring_no_script_and_ask_no_other_host(self, name: str) -> None:
        html = rendering.write(kind_of(name), built_in(name), kind_of(name).sample, timezone="UTC").html

        assert not re.search(r"<script|<img|<link|url\(|@import|\son\w+=", html)

    def test_escape_what_they_are_given(self) -> None:
        html = write(dict(built_in("interview_reminder")), candidate_name="<script>alert(1)</script>").html

        assert "<script>" not in html and "&lt;script&gt;" in html

    def test_link_to_pages_only(self) -> None:
        html = write(dict(built_in("interview_reminder")), link="javascript:alert(1)").html

        assert "javascript:" not in html


class TestMoments:
    """In the reader's own zone, across daylight saving."""

    @pytest.mark.parametrize(
        ("moment", "timezone", "told"),
        [
            ("2030-03-30T13:00:00Z", "Europe/Berlin", "Saturday, 30 March 2030, 14:00 (CET)"),
            ("2030-03-31T13:00:00Z", "Europe/Berlin", "Sunday, 31 March 2030, 15:00 (CEST)"),
            ("2030-03-31T13:00:00+02:00", "America/New_York", "Sunday, 31 March 2030, 07:00 (EDT)"),
            ("2030-01-01T22:00:00Z", "Asia/Dubai", "Wednesday, 2 January 2030, 02:00 (UTC+04)"),
        ],
    )
    def test_are_told_with_day_and_zone(self, moment: str, timezone: str, told: str) -> None:
        assert write(texts(text="{{ moment(starts_at) }}"), timezone=timezone, starts_at=moment).text == told

    def test_a_span_over_midnight_tells_its_beginning(self) -> None:
        written = write(
            texts(text="{{ span(starts_at, ends_at) }}"), starts_at="2030-01-01T23:30Z", ends_at="2030-01-02T00:30Z"
        )

        assert written.text == "Tuesday, 1 January 2030, 23:30 (UTC)"


class TestParts:
    """Subject, HTML from text, SMS."""

    def test_a_subject_is_one_line(self) -> None:
        written = write(texts(subject="Hello\n{{ candidate_name }}"), candidate_name="a\r\nBcc: b")

        assert written.subject == "Hello a Bcc: b"

    def test_html_is_made_from_the_text_where_there_is_none(self) -> None:
        html = write(texts(text="Hello <you>\n\nGo to {{ link }}")).html

        assert "<p>Hello &lt;you&gt;</p>" in html and f'<a href="{INTERVIEW["link"]}">' in html

    def test_words_that_look_like_the_layout_s_places_stay_words(self) -> None:
        html = write(texts(subject="{{ candidate_name }}"), candidate_name="{{body}}").html

        assert "<title>{{body}}</title>" in html

    def test_a_text_message_is_short_and_one_line(self) -> None:
        written = write(texts(sms="{{ candidate_name }}\n\nbye"), candidate_name="x" * 5000)

        assert written.sms and len(written.sms) == rendering.LONGEST_SMS and "\n" not in written.sms


class TestOwn:
    """An organisation's own texts."""

    @pytest.fixture
    def home(self, app: Application) -> Organisation:
        """Whose texts."""
        return accounts.make_organisation()

    def keep(self, home: Organisation, **parts: str | None) -> None:
        """Make them its own."""
        with unit_of_work():
            own_texts.keep(REMINDER, texts(**parts), organisation_id=home.id, by=OPERATOR)

    def test_are_in_force_until_dropped(self, home: Organisation) -> None:
        self.keep(home, text="Our own")
        assert own_texts.in_force(REMINDER, organisation_id=home.id)["text"] == "Our own"
        with unit_of_work():
            own_texts.drop(REMINDER, organisation_id=home.id, by=OPERATOR)

        assert own_texts.in_force(REMINDER, organisation_id=home.id) == built_in(REMINDER.name)

    def test_a_part_that_is_needed_and_missing_is_the_built_in_one(self, home: Organisation) -> None:
        self.keep(home, sms=None)

        assert own_texts.in_force(REMINDER, organisation_id=home.id)["sms"] == built_in(REMINDER.name)["sms"]

    def test_mistakes_are_refused_with_part_and_line(self, home: Organisation) -> None:
        with pytest.raises(BadTemplate) as found:
            self.keep(home, text="a\n{{ nothing }}", subject="{{ x")

        assert set(found.value.errors) == {"subject", "text"} and found.value.extra["part"] == "subject"

    def test_one_that_fails_with_real_values_gives_way(self) -> None:
        own = texts(text="{{ panel[0] }}{{ location.street }}")
        written = own_texts.write_surely(REMINDER, own, {**INTERVIEW, "location": "here"}, timezone="UTC")

        assert "is near" in written.text
