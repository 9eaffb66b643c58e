"""Requests by the client's key, in the database."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Executable
from sqlalchemy.dialects import sqlite

from grader.errors import KeyInUse, KeyReused
from grader.grading import KEPT, LEASE, Claim, Done, Keyed, Unit, Wanted
from grader.storage import SqlStore, open_database
from grader.storage import idempotency as module
from tests.storage.factories import NOW, make_stored

WANTED = Wanted()
DONE = Done(201, "grd_1")


@pytest.fixture
def keyed(tenant: str) -> Keyed:
    return Keyed(tenant, "POST /v1/grades", "k-1", "sha256:1", NOW)


def claim(store: SqlStore, keyed: Keyed) -> Claim:
    found = store.write(lambda unit: unit.idempotency.claim(keyed))
    assert isinstance(found, Claim)
    return found


def test_while_a_request_runs_its_key_is_in_use(store: SqlStore, keyed: Keyed) -> None:
    claim(store, keyed)
    with pytest.raises(KeyInUse):
        claim(store, keyed)


def test_a_done_request_is_answered_with_what_came_of_it(store: SqlStore, keyed: Keyed) -> None:
    held = claim(store, keyed)
    store.write(lambda unit: unit.idempotency.complete(held, DONE))
    later = replace(keyed, now=NOW + KEPT / 2)
    assert store.write(lambda unit: unit.idempotency.claim(later)) == DONE


def test_another_request_with_the_same_key_is_refused(store: SqlStore, keyed: Keyed) -> None:
    claim(store, keyed)
    with pytest.raises(KeyReused):
        claim(store, replace(keyed, fingerprint="sha256:2"))


def test_a_key_is_of_one_tenant_and_one_route(store: SqlStore, keyed: Keyed) -> None:
    claim(store, keyed)
    claim(store, replace(keyed, tenant=keyed.tenant + "x", fingerprint="sha256:2"))
    claim(store, replace(keyed, route="POST /v1/batches", fingerprint="sha256:2"))


def test_an_abandoned_key_is_free(store: SqlStore, keyed: Keyed) -> None:
    held = claim(store, keyed)
    store.write(lambda unit: unit.idempotency.abandon(held))
    claim(store, replace(keyed, fingerprint="sha256:2"))


def test_the_key_of_a_process_that_died_is_free_after_its_lease(store: SqlStore, keyed: Keyed) -> None:
    lost = claim(store, keyed)
    held = claim(store, replace(keyed, now=NOW + LEASE))
    with pytest.raises(KeyInUse):
        store.write(lambda unit: unit.idempotency.complete(lost, DONE))
    store.write(lambda unit: unit.idempotency.complete(held, DONE))


def test_a_lost_claim_keeps_nothing_of_its_work(store: SqlStore, keyed: Keyed) -> None:
    lost, kept = claim(store, keyed), make_stored()
    store.write(lambda unit: unit.idempotency.abandon(lost))

    def work(unit: Unit) -> None:
        unit.grades.add(keyed.tenant, kept)
        unit.idempotency.complete(lost, DONE)

    with pytest.raises(KeyInUse):
        store.write(work)
    assert store.read(lambda unit: unit.grades.page(keyed.tenant, WANTED, None, 9)) == ()


def test_what_came_of_a_request_is_forgotten_in_the_end(store: SqlStore, keyed: Keyed) -> None:
    held = claim(store, keyed)
    store.write(lambda unit: unit.idempotency.complete(held, DONE))
    claim(store, replace(keyed, now=NOW + KEPT, fingerprint="sha256:2"))


def test_of_many_at_once_one_gets_the_claim(store: SqlStore, keyed: Keyed) -> None:
    def attempt(_: int) -> bool:
        try:
            return isinstance(store.write(lambda unit: unit.idempotency.claim(keyed)), Claim)
        except KeyInUse:
            return False

    with ThreadPoolExecutor(10) as pool:
        assert sum(pool.map(attempt, range(40))) == 1


@pytest.mark.parametrize("statement", [module._FIND, module._TAKE, module._FINISH, module._FREE])
def test_no_statement_looks_through_all_keys(tmp_path: Path, statement: Executable) -> None:
    opened = open_database(f"sqlite:///{tmp_path}/grader.db")
    compiled = statement.compile(dialect=sqlite.dialect())  # type: ignore[attr-defined]
    asked = f"EXPLAIN QUERY PLAN {compiled}", tuple("x" for _ in compiled.positiontup)
    plan = opened.read(lambda connection: [row[-1] for row in connection.exec_driver_sql(*asked)])
    opened.close()
    assert len(plan) == 1
    assert plan[0].startswith("SEARCH idempotency USING INDEX"), plan


def test_requests_are_settled_at_once_with_their_work(store: SqlStore, keyed: Keyed) -> None:
    other = replace(keyed, key="k-2")
    requests = [(keyed, DONE), (other, Done(201, "grd_2")), (keyed, Done(201, "grd_3"))]
    found = store.write(lambda unit: unit.idempotency.settle(requests))
    assert sorted(map(str, found)) == sorted(map(str, (None, None, found[0] or found[2]))), "a key is settled once"
    first = store.write(lambda unit: unit.idempotency.claim(keyed))
    assert first == (found[0] or found[2])
    assert store.write(lambda unit: unit.idempotency.settle([(keyed, Done(201, "grd_4"))])) == [first]


def test_a_request_is_settled_again_only_after_its_time(store: SqlStore, keyed: Keyed) -> None:
    store.write(lambda unit: unit.idempotency.settle([(keyed, DONE)]))
    later, again = replace(keyed, now=NOW + KEPT, fingerprint="sha256:2"), Done(201, "grd_2")
    assert store.write(lambda unit: unit.idempotency.settle([(later, again)])) == [None]
    assert store.write(lambda unit: unit.idempotency.claim(later)) == again


def test_neither_a_running_request_nor_another_one_is_settled(store: SqlStore, keyed: Keyed) -> None:
    claim(store, keyed)
    with pytest.raises(KeyInUse):
        store.write(lambda unit: unit.idempotency.settle([(keyed, DONE)]))
    with pytest.raises(KeyReused):
        store.write(lambda unit: unit.idempotency.settle([(replace(keyed, fingerprint="sha256:2"), DONE)]))
