"""Candidates in order."""

from grader.batches import CandidateBoard, Result
from grader.bootstrap import services
from grader.settings import Settings
from grader.web.standing import lines, ranks, weighted

TAKE_HOME = services(Settings()).assessments.get("backend-take-home")
FIRST, SECOND = TAKE_HOME.questions[:2]


def board(name: str, low: float = 0.0, high: float = 0.0) -> CandidateBoard:
    return CandidateBoard(name, 2, 2, (low + high) / 2, low, high, 0)


def result(number: int, name: str, rubric: str, score: float) -> Result:
    return Result(number, "graded", name, rubric, score, score, score)


def test_a_question_without_a_score_counts_from_nothing_to_all() -> None:
    whole = sum(question.weight for question in TAKE_HOME.questions)
    found = [result(0, "ann", FIRST.rubric, 1.0), result(1, "bob", "elsewhere", 1.0)]
    ann, bob = weighted([board("bob"), board("ann")], found, TAKE_HOME)
    assert (ann.candidate, ann.scored, ann.rows) == ("ann", 1, len(TAKE_HOME.questions))
    assert (ann.low, ann.high) == (round(FIRST.weight / whole, 4), 1.0)
    assert (bob.low, bob.high) == (0.0, 1.0)


def test_of_two_rows_for_one_question_none_counts() -> None:
    found = [result(at, "ann", FIRST.rubric, 1.0) for at in range(2)] + [result(2, "ann", SECOND.rubric, 1.0)]
    (ann,) = weighted([board("ann")], found, TAKE_HOME)
    assert ann.scored == 1
    (line,) = lines([ann], [1], found)
    assert line.doubled == (FIRST.rubric,)
    assert [each.number for each in line.cells[FIRST.rubric]] == [0, 1]


def test_candidates_whose_ranges_overlap_share_a_rank() -> None:
    assert ranks([board("a", 0.8, 1.0), board("b", 0.7, 0.9), board("c", 0.1, 0.2)]) == [1, 1, 3]
