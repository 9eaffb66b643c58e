"""Grades answers on several cores: what goes back to the parent is finished lines, and what they come to."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from grader.batches.files import Answer
from grader.grading import Grading

from .piece import Piece, piece_of
from .pool import in_order
from .work import Work

CHUNK = 128
LONGEST_CHUNK = 1 << 16
"""Code points of answers in a chunk, after which it is full: long answers take long, and the bar should move."""


@dataclass(frozen=True, slots=True)
class Graders:
    """What grades: `here` in this process and its copies, `make`, which can be imported, in one that begins anew."""

    here: Grading
    make: Callable[[], Grading]


def in_chunks(answers: Iterable[Answer], size: int = CHUNK, longest: int = LONGEST_CHUNK) -> Iterator[list[Answer]]:
    """Yield answers in lists of a size, shorter where their texts reach a length in code points."""
    chunk: list[Answer] = []
    length = 0
    for answer in answers:
        chunk.append(answer)
        length += len(answer.text)
        if len(chunk) >= size or length >= longest:
            yield chunk
            chunk, length = [], 0
    if chunk:
        yield chunk


def graded(answers: Iterable[Answer], graders: Graders, processes: int, *, ranked: bool = False) -> Iterator[Piece]:
    """Yield the pieces of the output, in order; `ranked` keeps each grade, for ranking candidates."""
    here, make = _Chunks(graders.here, ranked), _Maker(graders.make, ranked)
    yield from in_order(here, make, in_chunks(answers), processes)


class _Chunks:
    """Makes a piece of a chunk."""

    def __init__(self, grading: Grading, ranked: bool) -> None:
        self._work, self._ranked = Work(grading), ranked

    def __call__(self, answers: list[Answer]) -> Piece:
        return piece_of(map(self._work.outcome, answers), ranked=self._ranked)


@dataclass(frozen=True, slots=True)
class _Maker:
    make: Callable[[], Grading]
    ranked: bool

    def __call__(self) -> _Chunks:
        return _Chunks(self.make(), self.ranked)
