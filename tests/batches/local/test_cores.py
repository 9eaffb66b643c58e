"""Several processes."""

from itertools import count, islice

import pytest

from grader.batches.files import Answer
from grader.batches.local.cores import AHEAD, CHUNK, graded, in_chunks
from grader.errors import GraderError
from tests.batches.local.answering import die, make_answers, make_grading


def test_chunks_hold_every_answer_in_order() -> None:
    answers = make_answers(10)
    assert [answer for chunk in in_chunks(answers, 3) for answer in chunk] == answers


def test_two_processes_give_what_one_gives_in_the_same_order() -> None:
    answers = make_answers(5 * CHUNK + 3)
    assert list(graded(answers, make_grading, 2)) == list(graded(answers, make_grading, 1))


def test_a_process_that_was_ended_is_told_and_not_waited_for() -> None:
    with pytest.raises(GraderError, match="--resume goes on"):
        list(graded(make_answers(3 * CHUNK), die, 2))


@pytest.mark.parametrize("processes", [1, 2])
def test_the_file_is_read_only_a_few_chunks_ahead(processes: int) -> None:
    taken = count()
    answers = (Answer(str(next(taken)), {}, "toy", "x") for _ in range(100 * CHUNK))
    found = graded(answers, make_grading, processes)
    assert len(list(islice(found, 3))) == 3
    assert next(taken) <= (2 * AHEAD + 1) * CHUNK
    found.close()  # type: ignore[attr-defined]
