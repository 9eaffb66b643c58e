"""Claims beyond the rubric: asserted words of the trade that no concept explains."""

from collections.abc import Sequence

from grader.text import is_word

from .alignment import Alignment
from .evidence import Evidence
from .reading import Reading
from .scope import clause_of
from .spans import evidence_of

MOST = 8


def find_beyond(
    answer: str, reading: Reading, decided: Sequence[tuple[Alignment, ...]], lists: frozenset[int]
) -> tuple[Evidence, ...]:
    """Return the clauses, outside of bare lists, that assert something of the trade which no concept used or knows."""
    places = _unknown(reading, lists)
    if not places:
        return ()
    used = {i for alignments in decided for a in alignments for i in range(a.first, a.last + 1)}
    runs = [_clause(place, reading) for place in places]
    free = [(first, last) for first, last in runs if used.isdisjoint(range(first, last + 1))]
    return evidence_of(answer, free[:MOST], reading)


def _unknown(reading: Reading, lists: frozenset[int]) -> list[int]:
    """The first word of the trade in each clause that no concept knows."""
    known, clauses = reading.hits.known, reading.clauses.clause
    found: dict[int, int] = {}
    for first, last, _ in reading.hits.trade:
        if first not in known and reading.signs[first] == 1:
            places = range(first, last + 1)
            if known.isdisjoint(places) and lists.isdisjoint(places):
                found.setdefault(clauses[first], first)
    return list(found.values())


def _clause(place: int, reading: Reading) -> tuple[int, int]:
    words = reading.tokens.words
    first, last = clause_of(place, reading.clauses)
    while not is_word(words[last]):
        last -= 1
    while not is_word(words[first]):
        first += 1
    return first, last
