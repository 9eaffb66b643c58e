"""A row as a reviewer sees it."""

from pathlib import Path

import pytest

from grader.bootstrap import Serving, serving
from grader.errors import NoSuchPlace, OverrideRefused
from grader.settings import Settings
from grader.web.review import Review, act, review_of
from tests.batches.making import GOOD, RUBRIC, WHO, Bench


@pytest.fixture
def bench(tmp_path: Path) -> object:
    bench = Bench(tmp_path)
    yield bench
    bench.close()


@pytest.fixture
def wired(bench: Bench, tmp_path: Path) -> object:
    services = serving(Settings(data_dir=tmp_path))
    yield services
    services.close()


def first(bench: Bench, wired: Serving, sent: object) -> Review:
    return review_of(wired, WHO, bench.done([sent]).batch.id, 0)


def test_a_graded_row_has_its_grade_and_the_rubric_it_was_made_by(bench: Bench, wired: Serving) -> None:
    found = first(bench, wired, {"candidate": "ann", "answer": GOOD})
    assert (found.candidate, found.answer, found.settled) == ("ann", GOOD, False)
    assert found.rubric is not None
    assert found.rubric.id == RUBRIC


@pytest.mark.parametrize(("sent", "answer"), [("not json\n", "not json"), ({"answer": 5}, '{"answer": 5}')])
def test_a_row_that_failed_shows_what_was_sent(bench: Bench, wired: Serving, sent: object, answer: str) -> None:
    found = first(bench, wired, sent)
    assert (found.kept, found.answer) == (None, answer)
    with pytest.raises(OverrideRefused):
        act(wired, WHO, found, {"do": "confirm"}, blind=False)
    with pytest.raises(NoSuchPlace):
        review_of(wired, WHO, found.batch.id, 1)


def test_who_confirms_settles_it(bench: Bench, wired: Serving) -> None:
    found = first(bench, wired, {"answer": "slow queries maybe"})
    act(wired, WHO, found, {"do": "confirm", "version": "1"}, blind=False)
    assert review_of(wired, WHO, found.batch.id, 0).settled


def test_changing_nothing_is_said(bench: Bench, wired: Serving) -> None:
    found = first(bench, wired, {"answer": GOOD})
    with pytest.raises(OverrideRefused, match="Nothing is changed"):
        act(wired, WHO, found, {"version": "1"}, blind=False)
