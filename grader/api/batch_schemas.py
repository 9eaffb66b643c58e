"""Wire models of batches and webhooks."""

from dataclasses import asdict
from datetime import datetime

from pydantic import BaseModel, ConfigDict, Field

from grader.batches import Batch, Counts, Delivery, DeliveryStanding, Endpoint, Outcome, Result, State, Summary
from grader.grading import When

from .schemas import Sent
from .text import Name


class Shown(BaseModel):
    """A body that the service sends."""

    model_config = ConfigDict(frozen=True)


class CountsView(Shown):
    """How many rows came to what; they add up to `total` in every reply."""

    total: int
    pending: int
    graded: int
    needs_review: int
    failed: int
    cancelled: int
    expired: int


class BatchView(Shown):
    """A batch at a moment; while it is `validating`, `total` counts the rows read so far."""

    id: str
    name: str | None = Field(description="What people call it.")
    state: State
    counts: CountsView
    rubric: str | None
    judge: When
    budget: float | None = Field(description="What judging may cost, in US dollars.")
    digest: str = Field(description="Of the body as it came: `sha256:` and 64 digits.")
    made: datetime
    made_by: str
    changed: datetime
    expires: datetime
    fault: str | None = Field(description="Why the file could not be read.")


class BatchList(Shown):
    """Batches, the newest first; `next_before` is null on the last page."""

    batches: tuple[BatchView, ...]
    next_before: str | None


class ReviewLine(Shown):
    """A row for a person to look at; `swing` is how far its score may be off."""

    row: int
    outcome: Outcome
    candidate: str | None
    rubric: str | None
    score: float | None
    score_low: float | None
    score_high: float | None
    swing: float
    audit: bool = Field(description="Drawn at random from the confident ones.")
    grade: str | None = Field(description="The id of its grade: override or confirm it there, and it leaves the queue.")


class ReviewQueue(Shown):
    """What a person should look at, the most doubtful first."""

    rows: tuple[ReviewLine, ...]


class CandidateLine(Shown):
    """What a candidate's rows come to; `total` is null while one has no score."""

    candidate: str
    total: float | None
    low: float
    high: float
    counted: str = Field(description="How many rows have a score, e.g. `11 of 12`.")
    needs_review: int
    doubled: tuple[str, ...] = Field(description="Rubrics that more than one row answers.")


class CandidateList(Shown):
    """Every candidate of a batch."""

    candidates: tuple[CandidateLine, ...]


class ResultPage(Shown):
    """Rows in order, as JSON values; `next_after` is null when there are no more."""

    rows: tuple[dict[str, object], ...]
    next_after: int | None


class WebhookBody(Sent):
    """Where to be told of batches that end."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"url": "https://hooks.example.com/grader"}]})

    url: Name = Field(description="An https address of a public host, on port 443 or 8443.")


class WebhookView(Shown):
    """A webhook; it is `disabled` once it answered 410."""

    id: str
    url: str
    made: datetime
    made_by: str
    disabled: bool


class WebhookMade(WebhookView):
    """A new webhook, with its secret, which is shown this once."""

    secret: str


class WebhookList(Shown):
    """A tenant's webhooks, the oldest first."""

    webhooks: tuple[WebhookView, ...]


class DeliveryView(Shown):
    """An event on its way to a webhook, or there; `status` is the last reply's, null if there was none."""

    id: str
    kind: str
    standing: DeliveryStanding
    attempts: int
    status: int | None
    made: datetime


class DeliveryList(Shown):
    """A webhook's deliveries, the newest first."""

    deliveries: tuple[DeliveryView, ...]


def batch_view(batch: Batch, counts: Counts) -> BatchView:
    """Return a batch as it is shown."""
    names = ("id", "state", "digest", "made", "made_by", "changed", "expires", "fault")
    budget = None if batch.order.budget is None else batch.order.budget / 1_000_000
    return BatchView(
        **{name: getattr(batch, name) for name in names},
        counts=CountsView(**asdict(counts)),
        name=batch.order.name,
        rubric=batch.order.rubric,
        judge=batch.order.judge,
        budget=budget,
    )


def review_line(found: Result) -> ReviewLine:
    """Return a row for a person as it is shown."""
    same = ("outcome", "candidate", "rubric", "score", "swing", "audit", "grade")
    values = {name: getattr(found, name) for name in same}
    return ReviewLine(row=found.number, score_low=found.low, score_high=found.high, **values)


def candidate_line(found: Summary) -> CandidateLine:
    """Return a candidate's summary as it is shown."""
    same = ("candidate", "total", "low", "high", "needs_review", "doubled")
    return CandidateLine(counted=f"{found.scored} of {found.rows}", **{name: getattr(found, name) for name in same})


def webhook_view(found: Endpoint) -> WebhookView:
    """Return a webhook as it is shown."""
    return WebhookView(**{name: getattr(found, name) for name in WebhookView.model_fields})


def delivery_view(found: Delivery) -> DeliveryView:
    """Return a delivery as it is shown."""
    return DeliveryView(**{name: getattr(found, name) for name in DeliveryView.model_fields})
