"""What scripts import from `db`: `from db import add_interview_automation_fields`."""

from interview.upgrading import add_interview_automation_fields

__all__ = ["add_interview_automation_fields"]
