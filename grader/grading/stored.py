"""What is kept of a grade: the machine's revisions, and what people did about them. Nothing here is ever changed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from pydantic import Field

from grader.matching import Partial, Verdict

from .grade import CandidateGrade, Grade, Result
from .ruling import Ruling

Status: TypeAlias = Literal["graded", "needs_review"]


class ConceptOverride(Result):
    """A person's verdict on one concept."""

    concept: str
    verdict: Verdict
    partial: Partial | None = None


class Event(Result):
    """Something that happened to a grade: who, when, and the version of the grade that came of it."""

    id: str
    grade: str
    revision: int = Field(description="The revision of the machine's grade that was looked at.")
    version: int
    made: datetime
    made_by: str


class Override(Event):
    """A person's change: verdicts on concepts, or the score itself, and why."""

    concepts: tuple[ConceptOverride, ...] = ()
    score: float | None = None
    reason: str


class Confirmation(Event):
    """A person looked at the grade and agreed with it."""


class Release(Event):
    """A person let the candidate see a grade: `shown` is what is shown, word for word."""

    shown: CandidateGrade


class Revision(Event):
    """The machine's grade; regrading adds another one."""

    machine: Grade


Change: TypeAlias = Override | Confirmation | Release | Revision


@dataclass(frozen=True, slots=True)
class StoredGrade:
    """All that is kept of one answer, each kind of event in the order of its versions; `rulings` change no version."""

    id: str
    answer: str
    made: datetime
    version: int
    status: Status
    revisions: tuple[Revision, ...]
    overrides: tuple[Override, ...] = ()
    confirmations: tuple[Confirmation, ...] = ()
    releases: tuple[Release, ...] = ()
    rulings: tuple[Ruling, ...] = ()

    @property
    def latest(self) -> Revision:
        """The machine's grade in force."""
        return self.revisions[-1]

    @property
    def machine(self) -> Grade:
        """The grade of the latest revision, as the machine gave it."""
        return self.latest.machine


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a listing, after which the next page begins: the newest grades come first."""

    made: datetime
    id: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which grades to list; None takes any. `reviewed` takes only those that a person overrode or confirmed."""

    candidate: str | None = None
    external_id: str | None = None
    rubric: str | None = None
    status: Status | None = None
    before: datetime | None = None
    reviewed: bool = False
