"""The audit's chain."""

from datetime import UTC, datetime

import pytest

from grader.grading import AuditEntry, chained

ENTRY = ("2026-01-31T12:00:00.000000Z", "key_1", "grade.create", "grd_1", "{}")
HASH = "sha256:" + "1" * 64


def test_the_same_entry_has_the_same_hash_for_ever() -> None:
    assert chained("t", 1, ENTRY, HASH) == "sha256:f556beaf6a6c5d2c226e0966d499a305e75fda6b4ada57ab56c030e69ebb80e8"


@pytest.mark.parametrize("place", range(5))
def test_every_field_is_in_the_hash(place: int) -> None:
    other = tuple(value + "x" if at == place else value for at, value in enumerate(ENTRY))
    assert chained("t", 1, (other[0], other[1], other[2], other[3], other[4]), HASH) != chained("t", 1, ENTRY, HASH)


def test_tenant_number_and_what_went_before_are_in_the_hash() -> None:
    hashes = {chained("t", 1, ENTRY, HASH), chained("u", 1, ENTRY, HASH), chained("t", 2, ENTRY, HASH)}
    assert len({*hashes, chained("t", 1, ENTRY, HASH[:-1] + "2")}) == 4


def test_what_stands_in_one_field_cannot_pass_for_another() -> None:
    moved = (ENTRY[0], ENTRY[1] + ENTRY[2], "", ENTRY[3], ENTRY[4])
    assert chained("t", 1, moved, HASH) != chained("t", 1, ENTRY, HASH)


def test_an_entry_has_no_detail_unless_given() -> None:
    entry = AuditEntry(made=datetime(2026, 1, 31, tzinfo=UTC), actor="a", action="b", subject="c")
    assert entry.detail == {}
