"""The part of an answer that a cue denies."""

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from grader.text import Clauses

from .cues import Cue

DENIED, NOTHING, SUPPOSED, INDIFFERENT = -1, 0, 2, 3
DRAWBACKS = frozenset({"drawback", "flaw", "harm", "making"})
VERDICTS = DRAWBACKS | {"backward", "predicate", "noun", "diminished", "unminded"}


class Scope(NamedTuple):
    """The tokens first to last that a cue denies.

    `flips`: a second denial cancels the first; `effect`: denied, or in a condition neither asserted nor denied, or
    worth nothing, or what the speaker does not mind.
    """

    cue: Cue
    first: int
    last: int
    flips: bool = True
    effect: int = DENIED

    @property
    def is_verdict(self) -> bool:
        """Whether the cue judges what stands before it."""
        return self.cue.section in VERDICTS


def clause_of(i: int, clauses: Clauses) -> tuple[int, int]:
    """Return the first and last token of the clause that holds a token."""
    clause, number = clauses.clause, clauses.clause[i]
    return bisect_left(clause, number, hi=i), bisect_right(clause, number, lo=i) - 1
