"""Wire models of what is kept: listings, histories, and what reviewers send."""

from datetime import UTC, datetime
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field, JsonValue, model_validator
from pydantic_core import PydanticCustomError

from grader.access import HOME, ApiKey, Role, key_problem
from grader.grading import (
    AuditRow,
    ConceptOverride,
    Confirmation,
    Decision,
    GradeFlip,
    KeptGrade,
    Override,
    Release,
    Revision,
    RubricVersion,
    Ruling,
)
from grader.matching import Partial, Verdict

from .schemas import Sent
from .text import Name, Opaque, plain

OVERRIDE_EXAMPLE: JsonValue = {
    "concepts": [{"concept": "oauth-token", "verdict": "met"}],
    "reason": "A session token of a partner's API is the same thing.",
}
Instant = Annotated[AwareDatetime, Field(ge=datetime(2000, 1, 2, tzinfo=UTC), le=datetime(9998, 12, 30, tzinfo=UTC))]
Reason = Annotated[str, Field(min_length=10, max_length=2000), AfterValidator(plain)]


class ConceptBody(Sent):
    """A person's verdict on one concept."""

    concept: Name
    verdict: Verdict
    partial: Partial | None = None


class OverrideBody(Sent):
    """A person's change of a grade: verdicts on concepts, the score itself, or both, and why."""

    model_config = ConfigDict(json_schema_extra={"examples": [OVERRIDE_EXAMPLE]})

    concepts: Annotated[tuple[ConceptBody, ...], Field(max_length=200)] = ()
    score: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)] | None = None
    reason: Reason = Field(description="Why: 10 to 2,000 characters, kept with the change.")

    def decision(self) -> Decision:
        """Return what was decided."""
        concepts = tuple(ConceptOverride(**each.model_dump()) for each in self.concepts)
        return Decision(self.reason, concepts, self.score)


class GradeLine(BaseModel):
    """A grade in a listing: the one in force."""

    id: str
    external_id: str | None
    candidate: str | None
    rubric: str
    score: float
    status: Literal["graded", "needs_review"]
    reasons: tuple[str, ...]
    made: datetime
    version: int = Field(description="What If-Match names, in quotes.")
    overridden: bool
    released: bool


class GradeList(BaseModel):
    """A page of grades, the newest first."""

    grades: tuple[GradeLine, ...]
    next_cursor: str | None = Field(description="Where the next page begins; null on the last one.")


class History(BaseModel):
    """All that is kept of an answer: the machine's grades, and what people did about them."""

    id: str
    answer: str
    made: datetime
    version: int
    status: Literal["graded", "needs_review"]
    revisions: tuple[Revision, ...]
    overrides: tuple[Override, ...]
    confirmations: tuple[Confirmation, ...]
    releases: tuple[Release, ...]
    rulings: tuple[Ruling, ...] = Field(description="Decisions about claims beyond the rubric, made at this grade.")


class RegradeBody(Sent):
    """Which stale grades to grade again; without any of these, all of them."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"rubric": "backend-hiring-questions/when-to-use-cache"}]}
    )

    rubric: Name | None = Field(default=None, description="A rubric's full id.")
    candidate: Opaque | None = None
    limit: Annotated[int, Field(ge=1, le=1000)] = 100


class Regraded(BaseModel):
    """Grades that were graded again: only stale ones, made by a rubric, lexicon or engine no longer in force."""

    regraded: tuple[str, ...]
    more: bool = Field(description="Whether there are further stale grades.")


class Erased(BaseModel):
    """How many grades were erased."""

    erased: int


class RubricVersions(BaseModel):
    """The versions that were sent of a rubric, the first one first; none of a rubric that is only in a file."""

    versions: tuple[RubricVersion, ...]


class FindingBody(BaseModel):
    """What is likely wrong with a rubric: where, and what to do."""

    code: str
    severity: str
    line: int
    message: str


class RubricCheck(BaseModel):
    """What the checks say of a rubric that was sent."""

    valid: bool
    id: str | None = None
    hash: str | None = None
    line: int | None = Field(default=None, description="Where it cannot be read.")
    message: str | None = Field(default=None, description="Why it cannot be read.")
    findings: tuple[FindingBody, ...] = ()


class Flips(BaseModel):
    """The grades that a new version of a rubric would change, at most 1,000; no judge is asked."""

    flips: tuple[GradeFlip, ...]
    more: bool


class AssessmentList(BaseModel):
    """The ids of all assessments."""

    assessments: tuple[str, ...]


class KeyBody(Sent):
    """A key to make."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"name": "Intake form", "role": "grader"}]})

    name: Opaque = Field(description="What it is for.")
    role: Role
    candidate: Opaque | None = Field(default=None, description="Role candidate: the one candidate it is for.")
    expires: Instant | None = None

    @model_validator(mode="after")
    def _makes_sense(self) -> Self:
        if fault := key_problem(self.name, HOME, self.role, self.candidate):
            raise PydanticCustomError("key_refused", "{fault}", {"fault": fault})
        return self


class KeyLine(BaseModel):
    """A key; the secret is not kept."""

    id: str
    name: str
    scopes: tuple[str, ...]
    candidate: str | None
    made: datetime
    expires: datetime | None
    revoked: datetime | None
    last_used: datetime | None = Field(description="To the minute.")


class KeyMade(KeyLine):
    """A new key: `key` is shown this once."""

    key: str


class KeyList(BaseModel):
    """The tenant's keys, the oldest first."""

    keys: tuple[KeyLine, ...]


class AuditPage(BaseModel):
    """Who did what, the oldest first; each entry holds the hash of the one before."""

    entries: tuple[AuditRow, ...]
    next_after: int | None = Field(description="`after` of the next page; null on the last one.")


def line(found: KeptGrade) -> GradeLine:
    """Return a grade as a listing shows it."""
    stored, grade = found.stored, found.grade
    return GradeLine(
        id=stored.id,
        external_id=grade.external_id,
        candidate=grade.candidate,
        rubric=grade.rubric,
        score=grade.score,
        status=stored.status,
        reasons=grade.reasons,
        made=stored.made,
        version=stored.version,
        overridden=bool(stored.overrides),
        released=bool(stored.releases),
    )


def history(found: KeptGrade) -> History:
    """Return all that is kept of a grade."""
    stored = found.stored
    return History(
        id=stored.id,
        answer=stored.answer,
        made=stored.made,
        version=stored.version,
        status=stored.status,
        revisions=stored.revisions,
        overrides=stored.overrides,
        confirmations=stored.confirmations,
        releases=stored.releases,
        rulings=stored.rulings,
    )


def key_line(key: ApiKey) -> KeyLine:
    """Return a key as a listing shows it."""
    return KeyLine(
        id=key.id,
        name=key.name,
        scopes=tuple(sorted(key.scopes)),
        candidate=key.candidate,
        made=key.made,
        expires=key.expires,
        revoked=key.revoked,
        last_used=key.last_used,
    )
