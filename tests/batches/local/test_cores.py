"""Several processes."""

from itertools import count, islice

import pytest

from grader.batches.files import Answer
from grader.batches.local.cores import CHUNK, Graders, graded, in_chunks
from grader.batches.local.pool import AHEAD
from tests.batches.local.answering import make_answers, make_grading


def make_graders() -> Graders:
    return Graders(make_grading(), make_grading)


def test_chunks_hold_every_answer_in_order() -> None:
    answers = make_answers(10)
    assert [len(chunk) for chunk in in_chunks(answers, 3)] == [3, 3, 3, 1]
    assert [answer for chunk in in_chunks(answers, 3) for answer in chunk] == answers


def test_long_answers_make_short_chunks() -> None:
    answers = [Answer(str(n), {}, "toy", "x" * 100) for n in range(7)]
    assert [len(chunk) for chunk in in_chunks(answers, 50, longest=250)] == [3, 3, 1]


@pytest.mark.parametrize("ranked", [False, True])
def test_two_processes_give_what_one_gives_in_the_same_order(ranked: bool) -> None:
    answers = make_answers(5 * CHUNK + 3)
    one, two = (list(graded(answers, make_graders(), processes, ranked=ranked)) for processes in (1, 2))
    assert one == two
    assert sum(piece.tally.rows for piece in two) == len(answers)
    assert any(piece.grades for piece in two) == ranked


@pytest.mark.parametrize("processes", [1, 2])
def test_the_file_is_read_only_a_few_chunks_ahead(processes: int) -> None:
    taken = count()
    answers = (Answer(str(next(taken)), {}, "toy", "x") for _ in range(100 * CHUNK))
    found = graded(answers, make_graders(), processes)
    assert len(list(islice(found, 3))) == 3
    assert next(taken) <= (2 * AHEAD + 3) * CHUNK
    found.close()  # type: ignore[attr-defined]
