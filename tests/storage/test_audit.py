"""The audit in the database."""

from concurrent.futures import ThreadPoolExecutor

from grader.grading import START, AuditEntry
from grader.storage import SqlStore
from tests.storage.factories import NOW


def entry(subject: str) -> AuditEntry:
    return AuditEntry(made=NOW, actor="key_1", action="grade.create", subject=subject, detail={"version": 1})


def test_entries_are_numbered_and_hold_the_hash_of_the_one_before(store: SqlStore, tenant: str) -> None:
    rows = store.write(lambda unit: [unit.audit.append(tenant, entry(subject)) for subject in "abc"])
    assert [row.number for row in rows] == [1, 2, 3]
    assert [row.previous for row in rows] == [START, rows[0].hash, rows[1].hash]
    assert store.read(lambda unit: unit.audit.page(tenant, 0, 9)) == tuple(rows)
    assert store.read(lambda unit: unit.audit.page(tenant, 1, 1)) == (rows[1],)


def test_the_chain_holds_whoever_writes_at_once(store: SqlStore, tenant: str) -> None:
    with ThreadPoolExecutor(8) as pool:
        rows = list(pool.map(lambda n: store.write(lambda unit: unit.audit.append(tenant, entry(str(n)))), range(40)))
    assert sorted(row.number for row in rows) == list(range(1, 41))
    faults = store.read(lambda unit: list(unit.audit.check()))
    assert [fault for fault in faults if fault.tenant == tenant] == []


def test_another_tenant_has_a_chain_of_its_own(store: SqlStore, tenant: str) -> None:
    store.write(lambda unit: unit.audit.append(tenant, entry("a")))
    assert store.write(lambda unit: unit.audit.append(tenant + "x", entry("b"))).number == 1
    assert store.read(lambda unit: unit.audit.page(tenant + "y", 0, 9)) == ()


def test_many_entries_at_once_make_the_chain_that_one_by_one_would(store: SqlStore, tenant: str) -> None:
    many = [entry(subject) for subject in "abc"]
    store.write(lambda unit: unit.audit.append_all(tenant, many))
    store.write(lambda unit: unit.audit.append_all(tenant, ()))
    store.write(lambda unit: unit.audit.append(tenant, entry("d")))
    rows = store.read(lambda unit: unit.audit.page(tenant, 0, 9))
    assert [(row.number, row.subject) for row in rows] == [(1, "a"), (2, "b"), (3, "c"), (4, "d")]
    assert [row.previous for row in rows[1:]] == [row.hash for row in rows[:-1]]
    assert store.read(lambda unit: [fault for fault in unit.audit.check() if fault.tenant == tenant]) == []
