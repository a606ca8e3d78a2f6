"""TalentFlow Interview: records interviews, never loses one, and helps people judge them fairly."""
