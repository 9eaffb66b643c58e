"""A piece of the output."""

from grader.batches.local.outcome import read_line
from grader.batches.local.piece import Piece, piece_of, pieces_again
from grader.batches.local.work import Work
from tests.batches.local.answering import make_answers, make_grading


def make_piece(count: int, *, ranked: bool = False) -> Piece:
    return piece_of(map(Work(make_grading()).outcome, make_answers(count)), ranked=ranked)


def test_a_piece_has_a_line_an_answer_and_counts_them() -> None:
    piece = make_piece(6)
    assert [line[:11] for line in piece.lines()] == [b'{"id": "a-%d' % n for n in range(6)]
    assert (piece.tally.rows, piece.tally.errors, piece.tally.questions[0].answers) == (6, 2, 4)


def test_lines_that_were_written_before_count_as_they_did() -> None:
    piece = make_piece(6, ranked=True)
    done = [found for line in piece.lines() if (found := read_line(line.decode()))]
    again = list(pieces_again(done, ranked=True))
    assert b"".join(one.text for one in again) == piece.text
    assert sum(one.tally.errors for one in again) == 2
    assert [grade["candidate"] for one in again for grade in one.grades] == ["c-0", "c-1", "c-3", "c-4"]


def test_grades_are_kept_for_ranks_only_and_without_texts() -> None:
    assert make_piece(1).grades == ()
    (grade,) = make_piece(1, ranked=True).grades
    assert grade["concepts"] == [{"id": "queues", "credit": 1.0}, {"id": "cache", "credit": 0.0}]
    assert grade["judge"] is None
