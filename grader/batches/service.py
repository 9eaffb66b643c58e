"""Use cases of batches: send one, look at it, read its results, cancel it, delete it; webhooks."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from threading import Event
from typing import TypeVar

from grader.access import Principal
from grader.grading import Claim, Done, kept_grade, new_id, utc_now
from grader.rubric import Assessment

from .batch import LIFETIME, Batch, Counts, Order
from .board import Boards
from .intake import Intake
from .item import Result
from .lifecycle import cancel, counts_of, erase, hide, note
from .lines import PAGE, Lines
from .repository import BatchStore, BatchUnit, Kept
from .summary import Summary, summaries
from .webhooks import Delivery, Endpoint, check_url, secret_of

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Submission:
    """A body that is safely on the disk, and what is asked of it."""

    spool: str
    digest: str
    order: Order


@dataclass(frozen=True, slots=True)
class Progress:
    """A batch with its counts, of one moment."""

    batch: Batch
    counts: Counts


@dataclass(frozen=True, slots=True)
class Batching:
    """Batches of tenants. `key` is what webhooks' secrets follow from; `bell` tells the engine that there is work."""

    store: BatchStore
    intake: Intake
    key: bytes
    bell: Event
    now: Callable[[], datetime] = utc_now

    def submit(self, who: Principal, sent: Submission, claim: Claim, status: int) -> Progress:
        """Keep a batch and what its idempotency key stands for, in one transaction. Raises KeyInUse."""
        now = self.now()
        batch = Batch(
            id=new_id("bat"),
            tenant=who.tenant,
            state="validating",
            order=sent.order,
            made=now,
            made_by=who.id,
            changed=now,
            expires=now + LIFETIME,
            spool=sent.spool,
            digest=sent.digest,
        )

        def work(unit: BatchUnit) -> None:
            unit.batches.add(batch)
            note(unit, batch, who.id, "batch.create", now)
            unit.idempotency.complete(claim, Done(status, batch.id))

        self.store.write(work)
        self.bell.set()
        return Progress(batch, Counts(0))

    def standing(self, who: Principal, batch_id: str) -> Progress:
        """Return a batch with its counts. Raises UnknownBatch."""

        def work(unit: BatchUnit) -> Progress:
            batch = unit.batches.get(who.tenant, batch_id)
            return Progress(batch, counts_of(unit, batch))

        return self.store.read(work)

    def page(self, who: Principal, before: str | None, limit: int) -> tuple[Progress, ...]:
        """Return at most `limit` batches, the newest first, beginning after a batch."""

        def work(unit: BatchUnit) -> tuple[Progress, ...]:
            found = unit.batches.page(who.tenant, before, limit)
            return tuple(Progress(batch, counts_of(unit, batch)) for batch in found)

        return self.store.read(work)

    def cancel(self, who: Principal, batch_id: str) -> Progress:
        """Ask for a batch's end; one that has ended stays as it is. Raises UnknownBatch."""
        cancel(self.store, who, batch_id, self.now())
        self.bell.set()
        return self.standing(who, batch_id)

    def erase(self, who: Principal, batch_id: str) -> None:
        """Delete a batch with all its answers, results and grades. Raises UnknownBatch, StorageBusy."""
        batch = hide(self.store, who, batch_id, self.now())
        self.intake.discard(batch.spool)
        erase(self.store, batch)
        self.store.scrub()

    def rows(self, who: Principal, batch_id: str, after: int, limit: int) -> tuple[Batch, tuple[Kept, ...]]:
        """Return rows in order, beginning after a number, with what came of them so far. Raises UnknownBatch."""

        def work(unit: BatchUnit) -> tuple[Batch, tuple[Kept, ...]]:
            batch = unit.batches.get(who.tenant, batch_id)
            return batch, with_grades(unit, who.tenant, unit.rows.page(batch_id, after, limit))

        return self.store.read(work)

    def sent(self, who: Principal, batch_id: str, after: int, limit: int) -> tuple[Kept, ...]:
        """Return rows in order, beginning after a number, without their grades. Raises UnknownBatch."""

        def work(unit: BatchUnit) -> tuple[Kept, ...]:
            unit.batches.get(who.tenant, batch_id)
            return unit.rows.page(batch_id, after, limit)

        return self.store.read(work)

    def lines(self, who: Principal, batch_id: str) -> Lines:
        """Return the results as a stream of JSON lines. Raises UnknownBatch."""
        self.standing(who, batch_id)
        return Lines(lambda after: self.rows(who, batch_id, after, PAGE))

    def review(self, who: Principal, batch_id: str, limit: int) -> tuple[Result, ...]:
        """Return what a person should look at, the most doubtful first. Raises UnknownBatch."""

        def work(unit: BatchUnit) -> tuple[Result, ...]:
            unit.batches.get(who.tenant, batch_id)
            return unit.reviews.queue(batch_id, limit)

        return self.store.read(work)

    def next_review(self, who: Principal, batch_id: str, skip: int) -> tuple[Result | None, int]:
        """Return what a person should look at after so many others, and how many wait. Raises UnknownBatch."""

        def work(unit: BatchUnit) -> tuple[Result | None, int]:
            unit.batches.get(who.tenant, batch_id)
            return next(iter(unit.reviews.queue(batch_id, 1, skip)), None), unit.reviews.waiting(batch_id)

        return self.store.read(work)

    def candidates(self, who: Principal, batch_id: str, assessment: Assessment | None = None) -> tuple[Summary, ...]:
        """Return what each candidate's rows come to, by the weights of an assessment if given. Raises UnknownBatch."""
        weights = None if assessment is None else {each.rubric: each.weight for each in assessment.questions}

        def work(unit: BatchUnit) -> tuple[Summary, ...]:
            unit.batches.get(who.tenant, batch_id)
            return tuple(summaries(unit.reviews.parts(batch_id), weights))

        return self.store.read(work)

    def board(self, who: Principal, batch_id: str, look: Callable[[Boards], T]) -> T:
        """Return what a look at the board of a batch returns. Raises UnknownBatch."""

        def work(unit: BatchUnit) -> T:
            unit.batches.get(who.tenant, batch_id)
            return look(unit.boards)

        return self.store.read(work)

    def add_webhook(self, who: Principal, url: str) -> tuple[Endpoint, str]:
        """Keep where a tenant wants to be told, and return its secret, this once. Raises WebhookRefused."""
        endpoint = Endpoint(new_id("whk"), who.tenant, check_url(url), self.now(), who.id)
        self.store.write(lambda unit: unit.webhooks.add(endpoint))
        return endpoint, secret_of(self.key, endpoint.id)

    def webhooks(self, who: Principal) -> tuple[Endpoint, ...]:
        """Return a tenant's webhooks."""
        return self.store.read(lambda unit: unit.webhooks.of(who.tenant))

    def remove_webhook(self, who: Principal, webhook: str) -> None:
        """Delete a webhook with its deliveries. Raises UnknownWebhook."""
        self.store.write(lambda unit: unit.webhooks.remove(who.tenant, webhook))

    def deliveries(self, who: Principal, webhook: str, limit: int) -> tuple[Delivery, ...]:
        """Return a webhook's deliveries, the newest first. Raises UnknownWebhook."""
        return self.store.read(lambda unit: unit.deliveries.page(who.tenant, webhook, limit))


def with_grades(unit: BatchUnit, tenant: str, rows: tuple[Kept, ...]) -> tuple[Kept, ...]:
    """Return rows with their grades in force."""
    stored = unit.grades.some(tenant, [row.grade_id for row in rows if row.grade_id])
    grades = {each.id: kept_grade(unit.contents, tenant, each).grade for each in stored}
    return tuple(replace(row, grade=grades.get(row.grade_id or "")) for row in rows)
