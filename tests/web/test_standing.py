"""Candidates in order."""

from grader.batches import CandidateBoard, Result, Summary
from grader.web.standing import boards_of, lines, ranks


def board(name: str, low: float = 0.0, high: float = 0.0) -> CandidateBoard:
    return CandidateBoard(name, 2, 2, (low + high) / 2, low, high, 0)


def test_candidates_of_an_assessment_come_best_first_and_without_a_total_in_the_middle() -> None:
    found = [Summary("ann", 12, 11, None, 0.2, 0.4, 1, ()), Summary("bob", 12, 12, 0.5, 0.5, 0.5, 0, ())]
    bob, ann = boards_of(found)
    assert (bob.candidate, ann.mean, ann.scored, ann.rows) == ("bob", 0.3, 11, 12)


def test_of_two_rows_for_one_question_both_are_shown() -> None:
    found = [Result(at, "graded", "ann", "r", 1.0, 1.0, 1.0) for at in range(2)]
    (line,) = lines([board("ann")], [1], found)
    assert line.doubled == ("r",)
    assert [each.number for each in line.cells["r"]] == [0, 1]


def test_candidates_whose_ranges_overlap_share_a_rank() -> None:
    assert ranks([board("a", 0.8, 1.0), board("b", 0.7, 0.9), board("c", 0.1, 0.2)]) == [1, 1, 3]
