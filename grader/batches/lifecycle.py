"""Begin, finish, cancel and expire batches: a change of state is one transaction, with what webhooks are told."""

import json
from dataclasses import asdict
from datetime import datetime, timedelta

from grader.access import Principal
from grader.grading import AuditEntry

from .batch import ENDED, Batch, Counts, State, counts
from .repository import BatchStore, BatchUnit
from .webhooks import Delivery

AT_ONCE = 500
"""Rows that are erased in one transaction, so that others get their turn."""
GRACE = timedelta(seconds=3)
"""How long results of what was under way are taken after a cancel."""
NOT_GRADED = "The row could not be graded: its chunk failed. The log says why."


def counts_of(unit: BatchUnit, batch: Batch) -> Counts:
    """Return the counts of a batch, which was read in the same transaction."""
    return counts(batch.state, batch.total, unit.results.done(batch.id))


def begin(store: BatchStore, batch_id: str, now: datetime) -> Batch | None:
    """Bring a queued batch into work and return it; None if it is to be left alone."""

    def work(unit: BatchUnit) -> Batch | None:
        unit.lives.move(batch_id, "running", now)
        batch = unit.lives.find(batch_id)
        return batch if batch is not None and batch.state == "running" else None

    return store.write(work)


def finish(store: BatchStore, batch_id: str, now: datetime) -> None:
    """Complete a batch, all of whose chunks have ended; rows that they left without a result have failed."""

    def last(unit: BatchUnit) -> None:
        batch = unit.lives.find(batch_id)
        if batch is not None and batch.state == "running":
            if sum(unit.results.done(batch_id).values()) < batch.total:
                unit.results.fail_rest(batch, NOT_GRADED)
            unit.lives.move(batch_id, "finalizing", now)

    store.write(last)
    store.write(lambda unit: end(unit, batch_id, "completed", now))


def end(unit: BatchUnit, batch_id: str, state: State, now: datetime, fault: str | None = None) -> bool:
    """Bring a batch into its last state, and tell the webhooks of its tenant; return whether it changed."""
    if not unit.lives.move(batch_id, state, now, fault):
        return False
    batch = unit.lives.find(batch_id)
    assert batch is not None, "it was moved a moment ago"
    document = event(batch, counts_of(unit, batch), now)
    for webhook in unit.webhooks.of(batch.tenant):
        if not webhook.disabled:
            name = f"evt_{batch.id.removeprefix('bat_')}_{webhook.id.removeprefix('whk_')}"
            kind = f"batch.{state}"
            unit.deliveries.add(Delivery(name, batch.tenant, webhook.id, kind, document, now))
    return True


def cancel(store: BatchStore, who: Principal, batch_id: str, now: datetime) -> Batch:
    """Ask for a batch's end; one that has ended stays as it is. Raises UnknownBatch."""

    def work(unit: BatchUnit) -> Batch:
        batch = unit.batches.get(who.tenant, batch_id)
        if unit.lives.move(batch_id, "cancelling", now):
            note(unit, batch, who.id, "batch.cancel", now)
        return unit.batches.get(who.tenant, batch_id)

    return store.write(work)


def overdue(batch: Batch, now: datetime) -> bool:
    """Return whether a batch has run out of time."""
    return batch.state not in ENDED | {"cancelling", "finalizing"} and batch.expires <= now


def event(batch: Batch, found: Counts, now: datetime) -> str:
    """Return what webhooks are told: how the batch ended and its counts, nothing of its rows."""
    data = {"id": batch.id, "state": batch.state, "counts": asdict(found)}
    instant = now.isoformat().replace("+00:00", "Z")
    return json.dumps({"type": f"batch.{batch.state}", "timestamp": instant, "data": data}, separators=(",", ":"))


def hide(store: BatchStore, who: Principal, batch_id: str, now: datetime) -> Batch:
    """Take a batch out of sight, whatever state it is in, so that it can be erased in peace. Raises UnknownBatch."""

    def work(unit: BatchUnit) -> Batch:
        batch = unit.batches.get(who.tenant, batch_id)
        unit.lives.hide(batch_id, now)
        note(unit, batch, who.id, "batch.erase", now)
        return batch

    return store.write(work)


def erase(store: BatchStore, batch: Batch) -> None:
    """Delete a hidden batch with all its rows, results and grades, some at a time; it may be begun again."""

    def some(unit: BatchUnit) -> bool:
        grades = unit.rows.erase(batch.id, AT_ONCE)
        if grades is None:
            unit.lives.erase(batch.id)
            return False
        unit.changes.erase(batch.tenant, grades)
        return True

    while store.write(some):
        pass


def note(unit: BatchUnit, batch: Batch, actor: str, action: str, now: datetime) -> None:
    """Put an act on a batch in the audit of its tenant."""
    unit.audit.append(batch.tenant, AuditEntry(made=now, actor=actor, action=action, subject=batch.id))
