"""Claims beyond the rubric: asserted words of the trade that no concept explains."""

from grader.text import is_word

from .evidence import Evidence
from .reading import Reading

MOST = 8


def find_beyond(answer: str, reading: Reading, used: frozenset[int], lists: frozenset[int]) -> tuple[Evidence, ...]:
    """Return the clauses that assert something of the trade which no concept used or knows."""
    clauses: dict[int, int] = {}
    for first, last, _ in reading.hits.trade:
        places = range(first, last + 1)
        if reading.signs[first] == 1 and not lists & set(places) and reading.hits.known.isdisjoint(places):
            clauses.setdefault(reading.clauses.clause[first], first)
    spans = (_span(place, reading) for place in clauses.values())
    free = [span for span in spans if used.isdisjoint(range(span[0], span[1] + 1))]
    return tuple(_evidence(answer, span, reading) for span in free[:MOST])


def _span(place: int, reading: Reading) -> tuple[int, int]:
    clause, words = reading.clauses.clause, reading.tokens.words
    first = last = place
    while first > 0 and clause[first - 1] == clause[place]:
        first -= 1
    while last + 1 < len(clause) and clause[last + 1] == clause[place]:
        last += 1
    while not is_word(words[last]):
        last -= 1
    while not is_word(words[first]):
        first += 1
    return first, last


def _evidence(answer: str, span: tuple[int, int], reading: Reading) -> Evidence:
    start, end = reading.tokens.span(*span)
    return Evidence(start, end, answer[start:end])
