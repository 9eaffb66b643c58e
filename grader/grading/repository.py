"""The ports to what is kept. All that one use case writes goes into one transaction, or nothing does."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from grader.rubric import Lexicon, Rubric

from .audit import AuditEntry, AuditFault, AuditHead, AuditRow
from .grade import Grade
from .idempotency import Claim, Done, Keyed
from .ruling import Ruling
from .scorecard import Scorecard
from .stored import Change, Place, StoredGrade, Wanted
from .versioned import AssessmentVersion, RubricVersion

T = TypeVar("T")
P = TypeVar("P")


class Grades(Protocol):
    """Grades by tenant and id."""

    def add(self, tenant: str, grade: StoredGrade) -> None:
        """Keep a new grade of one revision."""

    def add_all(self, tenant: str, grades: Sequence[StoredGrade]) -> None:
        """Keep many new grades of one revision each."""

    def get(self, tenant: str, grade_id: str) -> StoredGrade:
        """Return a grade with all its events. Raises UnknownGrade, for another tenant's too."""

    def some(self, tenant: str, grade_ids: Sequence[str]) -> tuple[StoredGrade, ...]:
        """Return those of some grades that there are, in no order."""

    def page(self, tenant: str, wanted: Wanted, after: Place | None, limit: int) -> tuple[StoredGrade, ...]:
        """Return at most `limit` grades, the newest first, beginning after a place."""


class Changes(Protocol):
    """What happens to grades."""

    def add(self, tenant: str, change: Change, after: Grade) -> None:
        """Keep a change, whose version must be the next one; `after` is the grade in force with it.

        Raises StaleGrade, UnknownGrade.
        """

    def erase(self, tenant: str, grade_ids: tuple[str, ...]) -> None:
        """Delete grades with all their events and what they came from, and what judges said of the tenant's answers."""


class SentAnswers(Protocol):
    """Answers as they were sent in batches, whatever became of them."""

    def forget(self, tenant: str, wanted: Wanted, limit: int) -> tuple[str, ...]:
        """Erase at most `limit` rows of a candidate, or of batches made before an instant; return a batch for each.

        What is erased has failed; a row that has a grade is erased with it, not here.
        """

    def coming(self, tenant: str) -> frozenset[str]:
        """Return the batches whose files are being read in: whose rows these are is not known yet."""


class ClaimRulings(Protocol):
    """What people decided about claims beyond the rubric; erasing a grade erases what was decided at it."""

    def add(self, tenant: str, ruling: Ruling) -> None:
        """Keep a ruling."""

    def about(self, tenant: str, rubric: str, claims: Collection[str]) -> tuple[Ruling, ...]:
        """Return the rulings about some claims of answers to a rubric, in the order they were made."""


class ScorecardShelf(Protocol):
    """Scorecards of interviews by tenant and id."""

    def add(self, tenant: str, card: Scorecard, digest: str) -> Scorecard:
        """Keep a scorecard and return it; if one with this digest is kept, return that one."""

    def get(self, tenant: str, card_id: str) -> Scorecard:
        """Return a scorecard. Raises UnknownScorecard, for another tenant's too."""

    def page(self, tenant: str, wanted: Wanted, after: Place | None, limit: int) -> tuple[Scorecard, ...]:
        """Return at most `limit` scorecards, the newest first, beginning after a place."""

    def erase(self, tenant: str, card_ids: tuple[str, ...]) -> None:
        """Delete scorecards."""


class Contents(Protocol):
    """Rubrics and lexicons by the hash of their content."""

    def keep(self, tenant: str, content: Rubric | Lexicon) -> str:
        """Keep a content, if it is new, and return its hash."""

    def rubric(self, tenant: str, content_hash: str) -> Rubric:
        """Return a rubric. Raises UnknownRubric."""

    def lexicon(self, tenant: str, content_hash: str) -> Lexicon:
        """Return a lexicon. Raises UnknownRubric."""


class RubricVersions(Protocol):
    """The versions of rubrics that were sent to the service."""

    def add(self, tenant: str, version: RubricVersion) -> None:
        """Keep a version, whose number must be the next one. Raises StaleGrade."""

    def in_force(self, tenant: str) -> tuple[RubricVersion, ...]:
        """Return the highest version of each rubric, by id."""

    def versions(self, tenant: str, rubric_id: str) -> tuple[RubricVersion, ...]:
        """Return all versions of a rubric, the first one first; none of an unknown rubric."""


class AssessmentVersions(Protocol):
    """The assessments that were sent to the service."""

    def add(self, tenant: str, version: AssessmentVersion) -> None:
        """Keep a version, whose number must be the next one. Raises StaleGrade."""

    def ids(self, tenant: str) -> tuple[str, ...]:
        """Return the ids of the assessments there are, sorted."""

    def latest(self, tenant: str, assessment_id: str) -> AssessmentVersion:
        """Return the version in force. Raises UnknownAssessment."""


class Audit(Protocol):
    """Who did what: entries are chained by hashes and never change."""

    def append(self, tenant: str, entry: AuditEntry) -> AuditRow:
        """Add an entry at the end of the tenant's chain."""

    def append_all(self, tenant: str, entries: Sequence[AuditEntry]) -> None:
        """Add entries at the end of the tenant's chain, in order."""

    def page(self, tenant: str, after: int, limit: int) -> tuple[AuditRow, ...]:
        """Return at most `limit` entries, the oldest first, beginning after a number."""

    def check(self, noted: Collection[str] = ()) -> Iterable[AuditFault]:
        """Yield every place where a chain of any tenant does not hold; hashes `noted` before must still be there."""

    def heads(self) -> tuple[AuditHead, ...]:
        """Return where each tenant's chain ends, for noting it elsewhere."""


class Idempotency(Protocol):
    """Requests by the client's key."""

    def claim(self, keyed: Keyed) -> Claim | Done:
        """Return a claim on a key that is new, was abandoned, or has expired; else what came of the request.

        Raises KeyInUse while it runs, KeyReused if the fingerprint is another.
        """

    def complete(self, claim: Claim, done: Done) -> None:
        """Keep what came of a request, in the transaction of its work. Raises KeyInUse if the claim was lost."""

    def settle(self, requests: Sequence[tuple[Keyed, Done]]) -> list[Done | None]:
        """Keep what comes of requests in the transaction of their work; return for each None.

        Return what came of it before, if it was done: then its work must not be done again. Raises as `claim` does.
        """

    def abandon(self, claim: Claim) -> None:
        """Let go of a claim whose work was not done."""

    def purge(self, now: datetime) -> None:
        """Forget the requests of all tenants whose time is over."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What one transaction reaches."""

    grades: Grades
    changes: Changes
    sent: SentAnswers
    rulings: ClaimRulings
    scorecards: ScorecardShelf
    contents: Contents
    rubrics: RubricVersions
    assessments: AssessmentVersions
    audit: Audit
    idempotency: Idempotency


class Store(Protocol):
    """Where things are kept."""

    def read(self, work: Callable[[Unit], T]) -> T:
        """Return what the work returns, from one state of the data."""

    def write(self, work: Callable[[Unit], T]) -> T:
        """Return what the work returns once it is durable, all of it or nothing. The work may be run again."""

    async def write_soon(self, work: Callable[[Unit], T]) -> T:
        """Do as `write` does, while the event loop goes on."""

    async def write_together(self, work: Callable[[Unit, Sequence[P]], Sequence[T]], part: P) -> T:
        """Do as `write_soon` does with a part of work; parts of equal work that wait may be worked on at once.

        The work has a result for each part.
        """

    def scrub(self) -> None:
        """Leave no byte of what was deleted, as far as the database lets us."""
