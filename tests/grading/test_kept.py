"""The use cases over one store; each is tested in a file of its own."""

from grader.grading import Kept


def test_all_use_cases_work_on_the_same_store(life: Kept) -> None:
    parts = (life.keeping, life.reviewing, life.regrading, life.replaying, life.erasing, life.publishing, life.totals)
    assert {id(part._store) for part in parts} == {id(life.store)}
