"""Rubrics and lexicons in the database, by the hash of their content."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from grader.errors import UnknownRubric
from grader.rubric import EMPTY, content_hash
from grader.storage import SqlStore
from tests.storage.factories import LEXICON, RUBRIC


def test_a_content_comes_back_by_its_hash(store: SqlStore, tenant: str) -> None:
    rubric, lexicon, empty = store.write(
        lambda unit: [unit.contents.keep(tenant, content) for content in (RUBRIC, LEXICON, EMPTY)]
    )
    assert rubric == content_hash(RUBRIC)
    assert store.read(lambda unit: unit.contents.rubric(tenant, rubric)) == RUBRIC
    assert store.read(lambda unit: unit.contents.lexicon(tenant, lexicon)) == LEXICON
    assert store.read(lambda unit: unit.contents.lexicon(tenant, empty)) == EMPTY


def test_what_comes_back_has_the_same_hash(store: SqlStore, tenant: str) -> None:
    name = store.write(lambda unit: unit.contents.keep(tenant, LEXICON))
    assert content_hash(store.read(lambda unit: unit.contents.lexicon(tenant, name))) == name


def test_many_may_keep_the_same_content_at_once(store: SqlStore, tenant: str) -> None:
    with ThreadPoolExecutor(8) as pool:
        kept = pool.map(lambda _: store.write(lambda unit: unit.contents.keep(tenant, RUBRIC)), range(16))
        assert len(set(kept)) == 1


def test_another_tenants_content_is_unknown(store: SqlStore, tenant: str) -> None:
    name = store.write(lambda unit: unit.contents.keep(tenant, RUBRIC))
    with pytest.raises(UnknownRubric):
        store.read(lambda unit: unit.contents.rubric(tenant + "x", name))
