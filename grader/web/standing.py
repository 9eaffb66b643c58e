"""Candidates of a batch in order, with their scores by question: what its page shows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from grader.batches import CandidateBoard, Result, Summary, ranked


@dataclass(frozen=True, slots=True)
class Line:
    """A candidate's line; `rank` is shared where ranges overlap. `doubled` are questions with more than one row.

    `row` is one of the candidate's rows: it says who is meant without the name.
    """

    rank: int
    row: int
    board: CandidateBoard
    cells: Mapping[str, tuple[Result, ...]]
    doubled: tuple[str, ...]


def boards_of(summaries: Iterable[Summary]) -> list[CandidateBoard]:
    """Return candidates by the weights of an assessment, the best first."""
    made = [_board(each) for each in summaries]
    return sorted(made, key=lambda board: (-board.mean, board.candidate))


def _board(of: Summary) -> CandidateBoard:
    """Without a total, a candidate stands in the middle of the range."""
    middle = (of.low + of.high) / 2 if of.total is None else of.total
    return CandidateBoard(of.candidate, of.rows, of.scored, round(middle, 4), of.low, of.high, of.needs_review)


def ranks(boards: Sequence[CandidateBoard]) -> list[int]:
    """Return the rank of each candidate; of those whose ranges overlap none is before the other."""
    return ranked([(board.low, board.high) for board in boards])


def lines(boards: Sequence[CandidateBoard], places: Sequence[int], results: Iterable[Result]) -> list[Line]:
    """Return the lines of some candidates, given their ranks and their results."""
    found: dict[str, list[Result]] = {}
    for each in results:
        found.setdefault(each.candidate or "", []).append(each)
    return [_line(board, rank, found.get(board.candidate, [])) for board, rank in zip(boards, places, strict=True)]


def _line(board: CandidateBoard, rank: int, found: list[Result]) -> Line:
    cells: dict[str, tuple[Result, ...]] = {}
    for each in found:
        cells[each.rubric or ""] = (*cells.get(each.rubric or "", ()), each)
    row = min((each.number for each in found), default=-1)
    return Line(rank, row, board, cells, tuple(sorted(name for name, rows in cells.items() if name and len(rows) > 1)))
