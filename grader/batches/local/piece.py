"""A piece of the output: its lines, and what they come to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from grader.batches.ranking import Tally

from .outcome import Done, Outcome

Values = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Piece:
    """Whole lines as bytes, with the counts over them; `grades` are kept only where candidates are ranked."""

    text: bytes
    tally: Tally
    grades: tuple[Values, ...] = ()

    def lines(self) -> list[bytes]:
        """Return the lines, each with its ending."""
        return self.text.splitlines(keepends=True)


def piece_of(outcomes: Iterable[Outcome], *, ranked: bool = False) -> Piece:
    """Return the piece that some outcomes make; `ranked` keeps the grades."""
    lines, tally, grades = [], Tally(), []
    for outcome in outcomes:
        lines.append(outcome.line())
        values = None if outcome.grade is None else outcome.grade.values
        tally.add(values)
        if ranked and values is not None:
            grades.append(_short(values))
    # Half a surrogate pair in JSON is its escape.
    return Piece("".join(lines).encode("utf-8", "backslashreplace"), tally, tuple(grades))


def pieces_again(done: Iterable[Done], *, ranked: bool = False) -> Iterator[Piece]:
    """Yield a piece for each line that was written before."""
    for one in done:
        tally = Tally()
        tally.add(one.grade)
        grades = (one.grade,) if ranked and one.grade is not None else ()
        yield Piece(one.line.encode(), tally, grades)


def _short(grade: Values) -> Values:
    """What a rank needs, without texts, so that little goes from process to process."""
    concepts = [{"id": one["id"], "credit": one["credit"]} for one in grade["concepts"]]
    return {**grade, "concepts": concepts, "beyond": [None] * len(grade["beyond"]), "judge": None}
