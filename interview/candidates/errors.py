"""What can go wrong with a candidate, a resume or an import."""

from __future__ import annotations

from interview.core.errors import AppError, Conflict, Forbidden, Gone, Malformed, NotFound, UnsupportedMedia


class CandidateNotFound(NotFound):
    """No candidate with this id in the caller's organisation."""

    code, title = "candidate_not_found", "There is no such candidate"


class EmailTaken(Conflict):
    """Another candidate of the organisation has this address."""

    code, title = "candidate_email_taken", "Another candidate has this e-mail address"


class CandidateArchived(Conflict):
    """Nothing of an archived candidate is changed; restore them first."""

    code, title = "candidate_archived", "The candidate is archived"


class ChangedMeanwhile(AppError):
    """The candidate is no longer as the caller saw them (`If-Match`)."""

    status, code, title = 412, "precondition_failed", "Somebody has changed this meanwhile"


class LabelTooLong(Malformed):
    """A skill or a tag is too long."""

    code, title = "label_too_long", "A skill or a tag is too long"


class UnknownZone(Malformed):
    """The time zone is not an IANA name."""

    code, title = "unknown_timezone", "Unknown time zone"


class AddressMissing(Malformed):
    """Without an e-mail address nobody can be invited."""

    code, title = "email_missing", "The candidate has no e-mail address"


class OnlyCandidates(Forbidden):
    """The caller is signed in, but not as a candidate."""

    code, title = "only_candidates", "Only a candidate can do this"


class NoResume(NotFound):
    """The candidate has no resume, or not this version of it."""

    code, title = "resume_not_found", "There is no such resume"


class NotAResume(UnsupportedMedia):
    """The file is none of PDF, DOCX and plain text, whatever its name says."""

    code, title = "resume_type_unknown", "A resume is a PDF, a DOCX or a plain text"


class ResumeInfected(Malformed):
    """The virus scanner found something in the file; it was not stored."""

    code, title = "resume_infected", "The virus scanner refused this file"


class ResumeQuarantined(Conflict):
    """The file waits for the virus scanner."""

    code, title = "resume_quarantined", "The file waits for the virus scanner"


class ResumeGone(Gone):
    """The file was removed because the virus scanner found something in it."""

    code, title = "resume_removed", "The file was removed"


class ImportNotFound(NotFound):
    """No import with this id in the caller's organisation."""

    code, title = "import_not_found", "There is no such import"
