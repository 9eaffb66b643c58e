"""The ports to what is kept of batches. All that one step writes goes into one transaction, or nothing does."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from grader.grading import Audit, Changes, Contents, Grade, Grades, Idempotency

from .batch import Batch, Outcome, State
from .board import Boards
from .call import Call, Place
from .item import Result, Row
from .summary import Part
from .webhooks import Deliveries, Webhooks

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kept:
    """A row with what came of it so far: `outcome` is None while there is nothing.

    `grade` is the grade in force, people's changes included, where that was asked for.
    """

    number: int
    document: str
    outcome: Outcome | None
    grade_id: str | None
    error: str | None
    grade: Grade | None = None


@dataclass(frozen=True, slots=True)
class Try:
    """Rows that a worker is about to grade, and how often workers have begun with the first of them."""

    rows: tuple[Row, ...]
    tries: int


class Batches(Protocol):
    """Batches by id."""

    def add(self, batch: Batch) -> None:
        """Keep a new batch."""

    def get(self, tenant: str, batch_id: str) -> Batch:
        """Return a batch. Raises UnknownBatch, for another tenant's too."""

    def page(self, tenant: str, before: str | None, limit: int) -> tuple[Batch, ...]:
        """Return at most `limit` batches, the newest first, beginning after a batch."""


class Lives(Protocol):
    """What becomes of batches, over all tenants."""

    def find(self, batch_id: str) -> Batch | None:
        """Return a batch of any tenant."""

    def of(self, states: Iterable[State]) -> tuple[Batch, ...]:
        """Return the batches in some states, the oldest first."""

    def move(self, batch_id: str, after: State, now: datetime, fault: str | None = None) -> bool:
        """Bring a batch into a state, if its own allows that; return whether it changed."""

    def hide(self, batch_id: str, now: datetime) -> None:
        """Take a batch out of everyone's sight, and let nothing more be kept of it."""

    def hidden(self) -> tuple[Batch, ...]:
        """Return the batches that are hidden: they wait for being erased."""

    def erase(self, batch_id: str) -> None:
        """Delete a batch that has no rows any more."""


class Rows(Protocol):
    """The rows of batches."""

    def put(self, batch: Batch, rows: Sequence[Row]) -> None:
        """Keep rows; those that are there already stay as they are."""

    def begin(self, batch: Batch, low: int, high: int, most: int, *, again: bool = False) -> Try:
        """Return the first rows within a range that have no result, and count that they were begun with.

        `again`: by a worker that came back from them. Once two did not, one row is returned at a time. Raises
        BatchStopped.
        """

    def page(self, batch_id: str, after: int, limit: int) -> tuple[Kept, ...]:
        """Return at most `limit` rows in order, beginning after a number (-1: from the start)."""

    def erase(self, batch_id: str, limit: int) -> tuple[str, ...] | None:
        """Delete at most `limit` rows with their results, and return the ids of their grades; None: there are none."""


class Results(Protocol):
    """The results of batches."""

    def keep(self, batch: Batch, results: Sequence[Result]) -> frozenset[int]:
        """Keep results and return the numbers of their rows, without those that have one: they keep it.

        Raises BatchStopped where the batch takes no more.
        """

    def done(self, batch_id: str) -> Mapping[Outcome, int]:
        """Return how many results there are of each outcome."""

    def fail_rest(self, batch: Batch, error: str) -> None:
        """Give every row without a result a failed one."""


class Reviews(Protocol):
    """What people look at."""

    def queue(self, batch_id: str, limit: int, skip: int = 0) -> tuple[Result, ...]:
        """Return results for a person, those first where a decision would change most, then the audited ones."""

    def waiting(self, batch_id: str) -> int:
        """Return how many results wait for a person."""

    def parts(self, batch_id: str) -> Iterator[Part]:
        """Yield each row's part in its candidate's summary, candidate by candidate."""


class Calls(Protocol):
    """The judge's calls, each logged before it is made."""

    def add(self, call: Call) -> None:
        """Log a call that is about to be made."""

    def count(self, batch_id: str) -> int:
        """Return how many calls were made for a batch."""


class Replies(Protocol):
    """What judges said of rows."""

    def get(self, place: Place, key: str) -> str | None:
        """Return the reply under a key of the row's tenant, or None."""

    def put(self, place: Place, key: str, text: str) -> None:
        """Keep a reply for the row's tenant, unless the row was erased: a reply quotes its answer."""


class Workers(Protocol):
    """Who is alive, on the database's clock."""

    def join(self, worker: str) -> None:
        """Note that a worker begins."""

    def beat(self, worker: str) -> bool:
        """Note that a worker lives; return False if it was buried meanwhile."""

    def holds(self, worker: str) -> bool:
        """Return whether a worker was not buried, and let nobody bury it before this transaction ends."""

    def bury(self, by: str, silent: float) -> tuple[str, ...]:
        """Return the workers that were silent for so many seconds, or left: from now on nothing of theirs is kept."""

    def forget(self, worker: str) -> None:
        """Take a buried worker off the list: its work was taken over."""

    def leave(self, worker: str) -> None:
        """Note that a worker ends, so that others take its work over at once."""


@dataclass(frozen=True, slots=True)
class BatchUnit:
    """What one transaction reaches."""

    batches: Batches
    lives: Lives
    rows: Rows
    results: Results
    reviews: Reviews
    boards: Boards
    calls: Calls
    replies: Replies
    workers: Workers
    webhooks: Webhooks
    deliveries: Deliveries
    idempotency: Idempotency
    grades: Grades
    changes: Changes
    contents: Contents
    audit: Audit


class BatchStore(Protocol):
    """Where batches are kept."""

    def read(self, work: Callable[[BatchUnit], T]) -> T:
        """Return what the work returns, from one state of the data."""

    def write(self, work: Callable[[BatchUnit], T]) -> T:
        """Return what the work returns once it is durable, all of it or nothing. The work may be run again."""

    def scrub(self) -> None:
        """Leave no byte of what was deleted, as far as the database lets us."""
