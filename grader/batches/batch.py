"""A batch: many answers, the states it goes through, and counts that always add up."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Literal, TypeAlias, get_args

from grader.grading import When

State: TypeAlias = Literal[
    "validating", "queued", "running", "finalizing", "completed", "failed", "cancelling", "cancelled", "expired"
]
Outcome: TypeAlias = Literal["graded", "needs_review", "failed"]

STATES: tuple[State, ...] = get_args(State)
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
MOVES: MappingProxyType[State, frozenset[State]] = MappingProxyType(
    {
        "validating": frozenset({"queued", "failed", "cancelling", "expired"}),
        "queued": frozenset({"running", "cancelling", "expired"}),
        "running": frozenset({"finalizing", "cancelling", "expired"}),
        "finalizing": frozenset({"completed"}),
        "cancelling": frozenset({"cancelled"}),
        "completed": frozenset(),
        "failed": frozenset(),
        "cancelled": frozenset(),
        "expired": frozenset(),
    }
)
"""What each state may become."""
ENDED: frozenset[State] = frozenset(state for state, after in MOVES.items() if not after)
TAKES_RESULTS: frozenset[State] = frozenset({"running", "cancelling"})
"""Where results are kept; a batch that is being cancelled still keeps those that were under way."""

LIFETIME = timedelta(hours=72)
MOST_ROWS = 1_000_000
CHUNK, CHUNK_JUDGED = 1000, 50
"""Rows that one worker takes at a time; fewer where a judge may be asked, so that all workers have some."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked of a batch: `rubric` is that of rows that name none, `budget` is in millionths of a US dollar.

    `name` is what people call it, e.g. the name of its file.
    """

    rubric: str | None = None
    judge: When = "never"
    budget: int | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Batch:
    """A batch as it is at a moment; `total` counts the rows read so far, `fault` says why it failed."""

    id: str
    tenant: str
    state: State
    order: Order
    made: datetime
    made_by: str
    changed: datetime
    expires: datetime
    spool: str
    digest: str
    total: int = 0
    fault: str | None = None

    @property
    def ended(self) -> bool:
        """Whether nothing more will happen to it."""
        return self.state in ENDED

    @property
    def chunk(self) -> int:
        """How many rows one worker takes at a time."""
        return CHUNK if self.order.judge == "never" else CHUNK_JUDGED


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows came to what; they add up to `total` at every moment. Raises ValueError if they do not."""

    total: int
    pending: int = 0
    graded: int = 0
    needs_review: int = 0
    failed: int = 0
    cancelled: int = 0
    expired: int = 0

    def __post_init__(self) -> None:
        parts = (self.pending, self.graded, self.needs_review, self.failed, self.cancelled, self.expired)
        if min(parts) < 0 or sum(parts) != self.total:
            raise ValueError("the counts of a batch do not add up")


def may_become(state: State, after: State) -> bool:
    """Return whether a batch in a state may come into another."""
    return after in MOVES[state]


def counts(state: State, total: int, done: Mapping[Outcome, int]) -> Counts:
    """Return the counts of a batch: rows without a result are pending, or ended as the batch did.

    Of a batch that could not be read, all rows failed.
    """
    rest = total - sum(done.values())
    ended: Mapping[State, str] = {"cancelled": "cancelled", "expired": "expired", "failed": "failed"}
    name = ended.get(state, "pending")
    values: dict[str, int] = {outcome: done.get(outcome, 0) for outcome in OUTCOMES}
    return Counts(total=total, **{**values, name: values.get(name, 0) + rest})
