"""The store: the ports of grading over one transaction of the database."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from sqlalchemy import Connection

from grader.grading import Unit

from .assessments import SqlAssessmentVersions
from .audit import SqlAudit
from .changes import SqlChanges
from .contents import SqlContents
from .database import Database
from .grades import SqlGrades
from .idempotency import SqlIdempotency
from .rubrics import SqlRubricVersions
from .rulings import SqlRulings
from .scorecards import SqlScorecards
from .sent_answers import SqlSentAnswers

T = TypeVar("T")
P = TypeVar("P")


class SqlStore:
    """Where things are kept: in a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def read(self, work: Callable[[Unit], T]) -> T:
        """Return what the work returns, from one state of the data. Raises StorageFault, or what the work raised."""
        return self._database.read(lambda connection: work(unit(connection)))

    def write(self, work: Callable[[Unit], T]) -> T:
        """Return what the work returns once it is durable, all of it or nothing. The work may be run again."""
        return self._database.write(lambda connection: work(unit(connection)))

    async def write_soon(self, work: Callable[[Unit], T]) -> T:
        """Do as `write` does, while the event loop goes on."""
        return await self._database.write_soon(lambda connection: work(unit(connection)))

    async def write_together(self, work: Callable[[Unit, Sequence[P]], Sequence[T]], part: P) -> T:
        """Do as `write_soon` does with a part of work; parts of equal work that wait may be worked on at once."""
        return await self._database.write_together(_Shared(work), part)

    def scrub(self) -> None:
        """Leave no byte of what was deleted, as far as the database lets us."""
        self._database.scrub()


@dataclass(frozen=True, slots=True)
class _Shared(Generic[P, T]):
    """Work over the ports, as work on a connection: equal where that is."""

    work: Callable[[Unit, Sequence[P]], Sequence[T]]

    def __call__(self, connection: Connection, parts: Sequence[P]) -> Sequence[T]:
        return self.work(unit(connection), parts)


def unit(connection: Connection) -> Unit:
    """Return what one transaction reaches."""
    return Unit(
        grades=SqlGrades(connection),
        changes=SqlChanges(connection),
        sent=SqlSentAnswers(connection),
        rulings=SqlRulings(connection),
        scorecards=SqlScorecards(connection),
        contents=SqlContents(connection),
        rubrics=SqlRubricVersions(connection),
        assessments=SqlAssessmentVersions(connection),
        audit=SqlAudit(connection),
        idempotency=SqlIdempotency(connection),
    )
