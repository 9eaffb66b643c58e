"""Candidates of a batch in order, with their scores by question: what its page shows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from grader.batches import CandidateBoard, Part, Result, ranked, summary
from grader.rubric import Assessment


@dataclass(frozen=True, slots=True)
class Line:
    """A candidate's line; `rank` is shared where ranges overlap. `doubled` are questions with more than one row."""

    rank: int
    board: CandidateBoard
    cells: Mapping[str, tuple[Result, ...]]
    doubled: tuple[str, ...]


def weighted(
    boards: Iterable[CandidateBoard], results: Iterable[Result], assessment: Assessment
) -> list[CandidateBoard]:
    """Return candidates by the weights of an assessment: a question without a score counts from 0 to 1.

    Of a question that more than one row answers none counts until a person has chosen.
    """
    weights = {question.rubric: question.weight for question in assessment.questions}
    found: dict[str, dict[str, list[Result]]] = {}
    for each in results:
        if each.candidate is not None and each.rubric in weights and each.score is not None:
            found.setdefault(each.candidate, {}).setdefault(each.rubric or "", []).append(each)
    made = [_weighted(board, found.get(board.candidate, {}), weights) for board in boards]
    return sorted(made, key=lambda board: (-board.mean, board.candidate))


def _weighted(board: CandidateBoard, found: Mapping[str, list[Result]], weights: Mapping[str, float]) -> CandidateBoard:
    whole = sum(weights.values())
    one = {rubric: rows[0] for rubric, rows in found.items() if len(rows) == 1}

    def mean(name: str, without: float) -> float:
        scores = (
            weight * (getattr(one[rubric], name) if rubric in one else without) for rubric, weight in weights.items()
        )
        return round(sum(scores) / whole, 4)

    return CandidateBoard(
        board.candidate,
        len(weights),
        len(one),
        mean("score", 0.0),
        mean("low", 0.0),
        mean("high", 1.0),
        board.needs_review,
    )


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
    parts = tuple(Part(board.candidate, r.rubric, r.score, r.low, r.high, r.outcome == "needs_review") for r in found)
    return Line(rank, board, cells, summary(board.candidate, parts).doubled if parts else ())
